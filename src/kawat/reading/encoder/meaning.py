"""What a report means as a direction in space: near for reports of one thing, in whichever language they are told.

The base encoder puts translations side by side, and its middle layers still do so after fine-tuning. A direction is
the mean of the states over a sentence, less the mean of the language, turned onto the main axes of our own corpus.
`training.encoder.meaning` finds the axes, and measures: in 19 of 20 cases a sentence's translation is the nearest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file

import numpy as np

from kawat.language import sentences_of
from kawat.reading.encoder.network import Floats
from kawat.reading.encoder.passes import passes_over
from kawat.reading.encoder.signature import DATA
from kawat.reading.lexicon.scan import scan
from kawat.records import Article, Span

OWN_SHARE = 0.4
"""How much the words around the trigger weigh beside its whole sentence: a sentence may tell two events."""

NEAR = 60
"""How far from the trigger, in characters, its own words reach."""

STEPS = 127


@dataclass(frozen=True, slots=True)
class Axes:
    """``turn``: (hidden, width); ``means``: the mean state of each language."""

    turn: Floats
    means: dict[str, Floats]


def meaning(states: Floats, words: Sequence[Span], sentence: Span, trigger: Span, language: str) -> bytes | None:
    """The direction of a report, a signed byte an axis; ``states`` has a row for each of ``words``.

    None where no word of the sentence is among them.
    """
    inside = [i for i, word in enumerate(words) if word.overlaps(sentence)]
    if not inside:
        return None
    near = [i for i in inside if words[i].end > trigger.start - NEAR and words[i].start < trigger.end + NEAR]
    own = states[near or inside].mean(0)
    mixed = OWN_SHARE * own + (1 - OWN_SHARE) * states[inside].mean(0)
    return packed((mixed - axes().means[language]) @ axes().turn)


def meanings_at(article: Article, triggers: Sequence[Span]) -> list[bytes | None]:
    """The directions of reports that somebody else found in ``article``: one for each trigger."""
    sentences = sentences_of(article)
    words: list[Span] = []
    rows: list[Floats] = []
    for spans, logits in passes_over(article, sentences, scan(article.text, sentences, article.language)):
        words += spans
        rows.append(logits.states)
    whole = [one.span for one in sentences]
    return [
        meaning(
            np.concatenate(rows), words, next((s for s in whole if s.overlaps(one)), one), one, article.language
        )
        for one in triggers
    ]


def packed(direction: Floats) -> bytes:
    """A direction of length one as signed bytes."""
    length = float(np.linalg.norm(direction)) or 1.0
    told: bytes = np.rint(direction / length * STEPS).astype(np.int8).tobytes()
    return told


@cache
def axes() -> Axes:
    """The axes that belong to the shipped model."""
    with as_file(DATA / "meaning.npz") as path, np.load(path) as held:
        means = {name.removeprefix("mean_"): held[name].astype(np.float32) for name in held if name != "turn"}
        return Axes(held["turn"].astype(np.float32), means)
