"""How surely two reports tell one event, and why."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kawat.merge.anchors import within_reach
from kawat.merge.features import NAMES, compared, features
from kawat.merge.trace import Trace

COPIED = 0.995
"""The score of one sentence that stands in two copies of an article."""

COPIED_WORDS = 0.6
LEAST_LINK = 0.1
"""Below this a pair is no link at all."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one comparison adds to the log-odds of a pair."""

    name: str
    value: float
    weight: float

    @property
    def adds(self) -> float:
        return self.value * self.weight


@dataclass(frozen=True, slots=True)
class Score:
    """How surely two reports tell one event, 0 to 1, and what speaks for and against, strongest first."""

    chance: float
    parts: tuple[Part, ...]


def chance(one: Trace, other: Trace, copies: bool = False) -> float:
    """How surely two reports tell one event; ``copies``: their articles are copies of one another."""
    if one.id > other.id:  # sums in another order differ in the last bits
        one, other = other, one
    if one.article == other.article:
        return 0.0
    if copies and copied(one, other):
        return COPIED
    if not within_reach(one, other):
        return 0.0
    held = named_weights()
    return _sigmoid(sum(held[name] * value for name, value in features(one, other).items() if value))


def score(one: Trace, other: Trace, copies: bool = False) -> Score:
    """`chance` with its reasons."""
    sure = chance(one, other, copies)
    if one.article == other.article:
        return Score(sure, (Part("same_article", 1.0, 0.0),))
    if copies and copied(one, other):
        return Score(sure, (Part("copied", 1.0, 0.0),))
    if not within_reach(one, other):
        return Score(sure, (Part("too_far_apart", 1.0, 0.0),))
    every = [Part(n, v, w) for n, v, w in zip(NAMES, compared(one, other), weights(), strict=True) if v and w]
    return Score(sure, tuple(sorted(every, key=lambda part: (-abs(part.adds), part.name))))


def copied(one: Trace, other: Trace) -> bool:
    """Whether two reports of copied articles are the same words: type, trigger, and much of the sentence."""
    smaller = min(len(one.words), len(other.words))
    same = len(one.words & other.words) >= COPIED_WORDS * smaller
    return one.type == other.type and same and bool(one.trigger & other.trigger or one.trigger == other.trigger)


@cache
def named_weights() -> dict[str, float]:
    """The weight of each comparison."""
    return dict(zip(NAMES, weights(), strict=True))


@cache
def weights() -> tuple[float, ...]:
    """One for each of `NAMES`; fitted by `python -m kawat.bench.merging.fit`."""
    held = json.loads((files("kawat.merge") / "data" / "weights.json").read_text(encoding="utf-8"))
    return tuple(float(held["weights"].get(name, 0.0)) for name in NAMES)


def _sigmoid(value: float) -> float:
    return 1 / (1 + math.exp(-value)) if value > -700 else 0.0
