"""The axes on which merging compares reports: `python -m training.encoder.meaning` writes `meaning.npz`.

Principal axes of the mean states of our own passages, each language less its own mean; an axis is divided by the
fourth root of its variance, so that the few strongest do not drown the rest.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kawat.bench.parallel import Pair, drawn, load_pairs
from kawat.language import sentences_of
from kawat.reading.encoder.hints import hint_rows
from kawat.reading.encoder.meaning import meanings_at
from kawat.reading.encoder.network import logits_of, pieces_of_text
from kawat.reading.lexicon.scan import scan
from kawat.records import Span
from training.corpus.tool import Passage, read_passages
from training.encoder.data import split_of
from training.encoder.texts import article_of_line, article_of_passage

WIDTH = 96
MOST_TOKENS = 300
PAIRS = 300
EVERY = 3  # of the passages, enough for 384 dimensions

Floats = NDArray[np.float32]


def mean_states(passages: list[Passage]) -> Iterator[tuple[str, Floats]]:
    """Language and mean state of each passage."""
    for passage in passages:
        article = article_of_passage(passage)
        pieces = pieces_of_text(article.text)
        parts = scan(article.text, sentences_of(article), article.language)
        hints = hint_rows(article.text, parts, article.language, pieces.spans)
        yield article.language, logits_of(pieces.ids[:MOST_TOKENS], hints[:MOST_TOKENS]).states.mean(0)


def axes_of(states: list[tuple[str, Floats]]) -> dict[str, Floats]:
    """``turn`` (hidden, WIDTH) and ``mean_xx`` of each language."""
    languages = sorted({language for language, _ in states})
    means = {one: np.mean([row for language, row in states if language == one], 0) for one in languages}
    centred = np.array([row - means[language] for language, row in states])
    variances, directions = np.linalg.eigh(centred.T @ centred / len(centred))
    strongest = np.argsort(variances)[::-1][:WIDTH]
    turn = directions[:, strongest] * variances[strongest] ** -0.25
    return {"turn": turn, **{f"mean_{one}": mean for one, mean in means.items()}}


def found_first(pairs: Sequence[Pair]) -> tuple[float, float]:
    """The share of English texts whose translation is the nearest Indonesian one of all pairs, and the reverse."""
    sides = [
        np.array([_direction(pair[side], language) for pair in pairs]) for side, language in ((0, "en"), (1, "id"))
    ]
    alike, right = sides[0] @ sides[1].T, np.arange(len(pairs))
    return float((alike.argmax(1) == right).mean()), float((alike.argmax(0) == right).mean())


def _direction(text: str, language: str) -> Floats:
    whole = Span(0, len(text))
    article = article_of_line(text, language)
    (told,) = meanings_at(article, [whole])
    return np.frombuffer(told or b"", np.int8).astype(np.float32)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path, nargs="?", default=Path("src/kawat/reading/encoder/data/meaning.npz"))
    parser.add_argument("--passages", type=Path, default=Path("training/corpus/passages"))
    parser.add_argument(
        "--pairs", type=Path, help="only measure: an archive of sentence pairs, English and Indonesian"
    )
    options = parser.parse_args()
    if options.pairs is not None:
        there, back = found_first(drawn(load_pairs(options.pairs, None), PAIRS, 1))
        sys.stdout.write(f"translation found first: en to id {there:.3f}, id to en {back:.3f}\n")
        return
    training = [one for one in read_passages(options.passages) if split_of(one.id) == "train"]
    found = axes_of(list(mean_states(training[::EVERY])))
    np.savez_compressed(options.out, **{name: value.astype(np.float16) for name, value in found.items()})


if __name__ == "__main__":
    main()
