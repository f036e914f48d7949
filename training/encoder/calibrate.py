"""Thresholds and calibration of an exported reader: `python -m training.encoder.calibrate`.

Reads the dev part of the corpus with the shipped int8 model, and writes `settings.json` beside it: how likely each
relation must be, from which confidence reports are published, and the two numbers that turn a trigger's score into
how often such a trigger is right. The test part is not looked at. `--table` prints the reliability by type.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from kawat.reading.encoder.decode import decode, decode_long
from kawat.reading.encoder.labels import RELATIONS, TYPES
from kawat.reading.encoder.network import Logits, by_word, logits_of, pair_scores, pieces_with
from kawat.records import Span
from training.corpus.tool import Passage
from training.encoder.data import PASSAGES
from training.encoder.features import Features, features_of
from training.encoder.measure import paired, passages_of
from training.encoder.tags import spans_of

DATA = Path("src/kawat/reading/encoder/data")
CANDIDATE = 0.15
MOST_TOLD_OF_NOTHING = 0.03
COSTS = [0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0]
GRID = [round(0.02 * step, 2) for step in range(5, 50)]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Scored:
    """A trigger as read: its score, whether an event stands there, whether the type is right too."""

    passage: str
    type: str
    score: float
    there: bool
    right: bool


@dataclass(frozen=True, slots=True)
class _Read:
    passage: Passage
    features: Features
    logits: Logits


def calibrate(passages: Sequence[Passage], data: Path) -> tuple[dict[str, Any], list[Scored]]:
    """The settings of the model in ``data``, and the triggers that they come from."""
    tokenizer = Tokenizer.from_file(str(data / "tokenizer.json"))
    read = list(_read(passages, tokenizer))
    scored = [one for each in read for one in _triggers(each, tokenizer)]
    slope, offset = _platt(np.array([one.score for one in scored]), np.array([one.right for one in scored]))
    wanted = sum(len(one.passage.events) for one in read)
    quiet = {one.passage.id for one in read if not one.passage.events}
    opening, published = _published(scored, wanted, quiet)
    sure = _sure(np.array([opening, published]), slope, offset)
    settings = {
        "candidate": CANDIDATE,
        "claim": _claim(read),
        "opening": round(float(sure[0]), 3),
        "published": round(float(sure[1]), 3),
        "calibration": [round(slope, 4), round(offset, 4)],
        "relations": {name: _relation(index, read) for index, name in enumerate(RELATIONS)},
    }
    return settings, scored


def _read(passages: Sequence[Passage], tokenizer: Tokenizer) -> Iterator[_Read]:
    for passage in passages:
        features = features_of(passage, tokenizer)
        if features is not None:
            yield _Read(passage, features, logits_of(features.ids[1:-1].tolist(), features.hints[1:-1]))


def _triggers(read: _Read, tokenizer: Tokenizer) -> Iterator[Scored]:
    pieces = pieces_with(tokenizer, read.passage.text)
    words, logits = by_word(read.passage.text, pieces.spans, read.logits)
    found = decode(logits.trigger, CANDIDATE)
    spans = [Span(words[one.first].start, words[one.last].end) for one in found]
    pairs = {other: index for index, other in paired([e.trigger for e in read.passage.events], spans)}
    for index, one in enumerate(found):
        event = read.passage.events[pairs[index]] if index in pairs else None
        right = event is not None and event.type == TYPES[one.label]
        yield Scored(read.passage.id, TYPES[one.label], one.score * one.share, event is not None, right)


def _platt(scores: Floats, right: NDArray[np.bool_]) -> tuple[float, float]:
    """Slope and offset of a logistic regression on the log-odds of the score (Platt 1999), by Newton's steps."""
    odds = _log_odds(scores)
    design = np.stack([odds, np.ones_like(odds)], 1)
    weights = np.array([1.0, 0.0])
    for _ in range(50):
        sure = 1 / (1 + np.exp(-design @ weights))
        gradient = design.T @ (sure - right) + 1e-3 * (weights - [1.0, 0.0])
        hessian = (design * (sure * (1 - sure))[:, None]).T @ design + 1e-3 * np.eye(2)
        weights = weights - np.linalg.solve(hessian, gradient)
    return float(weights[0]), float(weights[1])


def _sure(scores: Floats, slope: float, offset: float) -> Floats:
    out: Floats = 1 / (1 + np.exp(-(slope * _log_odds(scores) + offset)))
    return out


def _log_odds(scores: Floats) -> Floats:
    kept = np.clip(scores, 1e-6, 1 - 1e-6)
    out: Floats = np.log(kept / (1 - kept))
    return out


def _published(scored: Sequence[Scored], wanted: int, quiet: set[str]) -> tuple[float, float]:
    """How sure the surest trigger of a text must be for any to be published, and how sure each of them.

    The pair with the best F1 of triggers among those that tell something of few enough quiet passages.
    """
    surest: dict[str, float] = defaultdict(float)
    for one in scored:
        surest[one.passage] = max(surest[one.passage], one.score)

    def f1(opening: float, least: float) -> float:
        kept = [one for one in scored if one.score >= least and surest[one.passage] >= opening]
        return 2 * sum(one.there for one in kept) / (len(kept) + wanted) if kept else 0.0

    calm = [g for g in GRID if sum(surest[name] >= g for name in quiet) <= MOST_TOLD_OF_NOTHING * len(quiet)]
    opening = min(calm or GRID[-1:])
    return opening, max((least for least in GRID if least <= opening), key=lambda least: f1(opening, least))


def _relation(index: int, read: Sequence[_Read]) -> float:
    """The probability from which a relation counts, best by F1 over gold triggers and mentions."""
    chances, golds = [], []
    for one in read:
        if not one.features.pairs.size:
            continue
        heads, targets = one.features.heads - 1, one.features.targets - 1
        scores = pair_scores(one.logits.left[heads], one.logits.right[targets], len(RELATIONS))[index]
        asked = one.features.pairs[index] >= 0
        chances.append(scores[asked])
        golds.append(one.features.pairs[index][asked])
    chance, gold = np.concatenate(chances), np.concatenate(golds)

    def f1(least: float) -> float:
        found = chance >= least
        return 2 * float((found & (gold == 1)).sum()) / max(1, int(found.sum()) + int(gold.sum()))

    return max(GRID, key=lambda least: (round(f1(least), 4), -abs(least - 0.5)))


def _claim(read: Sequence[_Read]) -> float:
    """The cost of beginning or ending a cue or a content, best by F1 of parts that share half."""

    def f1(cost: float) -> float:
        right = found = wanted = 0
        for one in read:
            gold = [(first, last, label) for first, last, label in spans_of(one.features.claim[1:-1])]
            ours = decode_long(one.logits.claim, cost)
            right += sum(any(_half(each, (o.first, o.last, o.label)) for o in ours) for each in gold)
            found, wanted = found + len(ours), wanted + len(gold)
        return 2 * right / max(1, found + wanted)

    return max(COSTS, key=lambda cost: round(f1(cost), 4))


def _half(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    """Whether two stretches with the same label each cover half of the other."""
    shared = min(one[1], other[1]) - max(one[0], other[0]) + 1
    longest = max(one[1] - one[0], other[1] - other[0]) + 1
    return one[2] == other[2] and 2 * shared >= longest


def reliability(scored: Sequence[Scored], settings: dict[str, Any]) -> list[dict[str, Any]]:
    """By type, for all together, and by fifths of confidence: triggers read, mean confidence, share right."""
    slope, offset = settings["calibration"]
    sure = _sure(np.array([one.score for one in scored]), slope, offset)
    groups: dict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(scored):
        groups[one.type].append(index)
        groups["all"].append(index)
        groups[f"confidence {int(min(sure[index], 0.999) * 5) / 5:.1f}+"].append(index)
    rows = []
    for name, members in sorted(groups.items()):
        told, right = float(sure[members].mean()), float(np.mean([scored[i].right for i in members]))
        rows.append({"group": name, "read": len(members), "confidence": round(told, 3), "right": round(right, 3)})
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DATA)
    parser.add_argument("--table", action="store_true", help="print the reliability, write nothing")
    parser.add_argument("--passages", type=Path, default=PASSAGES)
    options = parser.parse_args()
    settings, scored = calibrate(passages_of("dev", options.passages), options.data)
    if options.table:
        for row in reliability(scored, settings):
            sys.stdout.write(json.dumps(row) + "\n")
        return
    (options.data / "settings.json").write_text(json.dumps(settings, indent=2) + "\n", encoding="utf-8")
    sys.stdout.write(json.dumps(settings) + "\n")


if __name__ == "__main__":
    main()
