"""Fit the weights of merging: `python -m kawat.bench.merging.fit gold/stories/dev` writes merge/data/weights.json.

Logistic regression over the pairs that merging compares, of gold reports and of reports as the encoder reads them,
on the dev part alone. A small ridge keeps weights of what is rare near zero; the optimum is unique, so that a fit
gives the same weights again.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

import numpy as np

from kawat.bench.logistic import Floats, fitted
from kawat.bench.merging.stories import StoryArticle, load_stories
from kawat.bench.merging.told import ToldSet, gold_set, read_set
from kawat.merge.anchors import within_reach
from kawat.merge.clusters import pair
from kawat.merge.features import NAMES, compared
from kawat.merge.merging import candidates, copy_pairs
from kawat.merge.pairs import copied
from kawat.merge.trace import traces_of
from kawat.reading.info import DEFAULT_READER

RIDGE = 2.0
DIGITS = 3


def examples(told: ToldSet) -> tuple[Floats, Floats]:
    """Comparisons (pairs, features) of the pairs that merging would score, and whether each is one event."""
    traces = {one: trace for one, trace in traces_of(told.tellings).items() if one in told.keys}
    copies = copy_pairs([telling.article for telling in told.tellings])
    rows, right = [], []
    for one, other in sorted(candidates(traces, copies)):
        a, b = traces[one], traces[other]
        if (
            a.article == b.article
            or not within_reach(a, b)
            or (pair(a.article, b.article) in copies and copied(a, b))
        ):
            continue
        rows.append(compared(a, b))
        right.append(float(told.keys[one] == told.keys[other]))
    return np.array(rows), np.array(right)


def weights_of(features: Floats, right: Floats, ridge: float = RIDGE) -> Floats:
    """The weights of `NAMES`, each drawn to 0, but for the constant."""
    penalty = np.full(features.shape[1], ridge)
    penalty[NAMES.index("one")] = 0.01
    return fitted(features, right, penalty)


def fit(stories: tuple[StoryArticle, ...]) -> dict[str, float]:
    """A weight for each of `NAMES`."""
    parts = [examples(gold_set(stories)), examples(read_set(stories, DEFAULT_READER))]
    features = np.concatenate([rows for rows, _ in parts])
    right = np.concatenate([one for _, one in parts])
    return {
        name: round(float(weight), DIGITS) for name, weight in zip(NAMES, weights_of(features, right), strict=True)
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=Path, nargs="?", default=Path("gold/stories/dev"))
    parser.add_argument("out", type=Path, nargs="?", default=Path("src/kawat/merge/data/weights.json"))
    options = parser.parse_args()
    weights = fit(load_stories(options.stories))
    options.out.write_text(json.dumps({"weights": weights}, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write("".join(f"{name:20}{weight:8.3f}\n" for name, weight in weights.items()))


if __name__ == "__main__":
    main()
