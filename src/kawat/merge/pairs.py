"""How surely two reports tell one event, and why."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kawat.merge.anchors import within_reach
from kawat.merge.features import (
    NAMES,
    SIGNED,
    compared,
    count_shared,
    first_features,
    more_features,
    possible_features,
)
from kawat.merge.trace import Trace

COPIED = 0.995
"""The score of one sentence that stands in two copies of an article."""

COPIED_WORDS = 0.6
LEAST_LINK = 0.1
"""Below this a pair is no link at all."""

_LEAST_ODDS = math.log(LEAST_LINK / (1 - LEAST_LINK)) - 1e-6


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
    known = _known(one, other, copies)
    if known is not None:
        return known
    one, other = _in_order(one, other)
    return _sigmoid(_weighed(first_features(one, other)) + _weighed(more_features(one, other)))


def link(one: Trace, other: Trace, copies: bool = False) -> float:
    """The `chance` of two reports where it makes a link, else 0: most pairs are told apart at first sight."""
    known = _known(one, other, copies)
    if known is not None:
        return known
    one, other = _in_order(one, other)
    first = _weighed(first_features(one, other))
    if first + _most(possible_features(one, other)) < _LEAST_ODDS:
        return 0.0
    sure = _sigmoid(first + _weighed(more_features(one, other)))
    return sure if sure >= LEAST_LINK else 0.0


def _known(one: Trace, other: Trace, copies: bool) -> float | None:
    """The chance where it does not depend on features."""
    if one.article == other.article:
        return 0.0
    if copies and copied(one, other):
        return COPIED
    if _strangers(one, other):
        return 0.0
    return None if within_reach(one, other) else 0.0


def _strangers(one: Trace, other: Trace) -> bool:
    """Whether they tell two kinds of thing and nobody takes part in both."""
    return one.type != other.type and one.parties.isdisjoint(other.parties)


def _in_order(one: Trace, other: Trace) -> tuple[Trace, Trace]:
    return (other, one) if one.id > other.id else (one, other)  # sums in another order differ in the last bits


def _weighed(told: Mapping[str, float]) -> float:
    held = named_weights()
    total = 0.0
    for name, value in told.items():
        if value:
            total += held[name] * value
    return total


@cache
def _most(names: tuple[str, ...]) -> float:
    """The most that these features can add to the log-odds."""
    held = named_weights()
    return sum(max(held[name], -held[name] if name in SIGNED else 0.0) for name in names)


def score(one: Trace, other: Trace, copies: bool = False) -> Score:
    """`chance` with its reasons."""
    sure = chance(one, other, copies)
    if one.article == other.article:
        return Score(sure, (Part("same_article", 1.0, 0.0),))
    if copies and copied(one, other):
        return Score(sure, (Part("copied", 1.0, 0.0),))
    if _strangers(one, other):
        return Score(sure, (Part("nobody_in_both", 1.0, 0.0),))
    if not within_reach(one, other):
        return Score(sure, (Part("too_far_apart", 1.0, 0.0),))
    every = [Part(n, v, w) for n, v, w in zip(NAMES, compared(one, other), weights(), strict=True) if v and w]
    return Score(sure, tuple(sorted(every, key=lambda part: (-abs(part.adds), part.name))))


def copied(one: Trace, other: Trace) -> bool:
    """Whether two reports of copied articles are the same words: type, trigger, and much of the sentence."""
    smaller = min(len(one.words), len(other.words))
    same = count_shared(one.words, other.words) >= COPIED_WORDS * smaller
    triggers = one.trigger == other.trigger or count_shared(one.trigger, other.trigger) > 0
    return one.type == other.type and same and triggers


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
