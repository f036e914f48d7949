"""Where two reports of one event can find one another: keys that at least one of the two is filed under.

Being neighbours is symmetric: ``a`` asks for a key of ``b`` exactly when ``b`` asks for one of ``a``. So it does
not matter which of the two was there first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from kawat.merge.trace import Trace

NEAR_DAYS = 4
"""How far the days of two tellings of one event may lie apart: time zones, "this week", a date misread."""

LATER_DAYS = 21
"""How long after an event articles still tell it without saying when."""

TOLD_DAYS = 8
"""How far apart two such articles may be published."""

PLAN_DAYS = 45
"""How far for a plan, which may be held weeks later, and for history, whose days are remembered badly."""

LONG_DAYS = 366
"""Times longer than a year are found by their first year only."""

FAMILIES: tuple[frozenset[str], ...] = (
    frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT", "CONCEDE", "AID", "REQUEST", "RETREAT"}),
    frozenset({"ACCUSE", "REJECT", "THREATEN", "REQUEST", "SANCTION", "PROTEST", "CONCEDE"}),
    frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "PROTEST", "RETREAT", "THREATEN"}),
)
"""Types that one event may be told under: readers and people take an accord for talks, a seizure for an attack."""

REACH: dict[str, dict[str, tuple[int, int]]] = {
    "D": {
        "D": (NEAR_DAYS, NEAR_DAYS),
        "H": (NEAR_DAYS, NEAR_DAYS),
        "U": (NEAR_DAYS, LATER_DAYS),
        "P": (PLAN_DAYS, PLAN_DAYS),
    },
    "H": {
        "D": (NEAR_DAYS, NEAR_DAYS),
        "H": (PLAN_DAYS, PLAN_DAYS),
        "U": (NEAR_DAYS, LATER_DAYS),
        "P": (PLAN_DAYS, PLAN_DAYS),
    },
    "U": {
        "D": (LATER_DAYS, NEAR_DAYS),
        "H": (LATER_DAYS, NEAR_DAYS),
        "U": (TOLD_DAYS, TOLD_DAYS),
        "P": (PLAN_DAYS, PLAN_DAYS),
    },
    "P": {kind: (PLAN_DAYS, PLAN_DAYS) for kind in "DHUP"},
}
"""For each kind of report how many days before and after its own each kind may lie.

Kinds as in `Trace.kind`. ``M``, with a time longer than a few days, meets what lies within it.
"""


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """Filed under ``key`` for ``day``, a proleptic ordinal."""

    key: str
    day: int


@dataclass(frozen=True, slots=True)
class Ask:
    """What is filed under ``key`` for the days ``first`` to ``last``."""

    key: str
    first: int
    last: int


def anchors_of(trace: Trace) -> tuple[Anchor, ...]:
    """Every key under which a report is filed."""
    kind, days = trace.kind, trace.days
    filed = days[:1] if kind == "M" else days
    return tuple(sorted({Anchor(f"{kind}|{topic}", day) for topic in _filed(trace) for day in filed}))


def asks_of(trace: Trace) -> tuple[Ask, ...]:
    """Every key under which others may be filed that tell the same event."""
    return tuple(dict.fromkeys(_asks(trace)))


def _asks(trace: Trace) -> Iterator[Ask]:
    days = trace.days
    if not days:
        return
    spans = tuple(_spans(trace.kind, days[0], days[-1]))
    for topic in _asked(trace):
        yield from (Ask(f"{other}|{topic}", first, last) for other, first, last in spans)


def _spans(kind: str, first: int, last: int) -> Iterator[tuple[str, int, int]]:
    """For each kind of report the days that one of ``kind`` asks for."""
    if kind == "M":
        yield from ((other, first, min(last, first + LONG_DAYS)) for other in "DHP")
        yield "M", first - LONG_DAYS, first + LONG_DAYS
        return
    for other, (before, after) in REACH[kind].items():
        yield other, first - before, last + after
    if kind != "U":
        yield "M", first - LONG_DAYS, last


def within_reach(one: Trace, other: Trace) -> bool:
    """Whether the days of two reports allow for one event."""
    first, second = one.days, other.days
    if not first or not second:
        return True
    if one.coarse or other.coarse:
        near = abs(first[0] - second[0]) <= LONG_DAYS
        timed = one.kind != "U" != other.kind
        return timed and near and first[0] <= second[-1] and second[0] <= first[-1]
    before, after = REACH[one.kind][other.kind]
    return second[0] <= first[-1] + after and second[-1] >= first[0] - before


def _filed(trace: Trace) -> Iterator[str]:
    own, more = _marks(trace)
    for family in _families(trace):
        yield from (f"{family}|{'c' if len(own) > 1 else 'i'}:{mark}" for mark in own)
        yield from (f"{family}|p:{one}/{other}" for one, other in combinations(sorted({*own, *more}), 2))


def _asked(trace: Trace) -> Iterator[str]:
    """One who knows two countries asks for both together, or for reports that know one of them alone."""
    own, more = _marks(trace)
    for family in _families(trace):
        yield from (f"{family}|i:{mark}" for mark in own)
        yield from (f"{family}|p:{one}/{other}" for one, other in combinations(sorted({*own, *more}), 2))
        if len(own) < 2:
            yield from (f"{family}|c:{mark}" for mark in own)


def _marks(trace: Trace) -> tuple[list[str], list[str]]:
    """What a report of the same event will share: who takes part; of one country alone, those it may be with."""
    own = set(trace.countries)
    if trace.where is not None and trace.where.country:
        own.add(trace.where.country)
    if own:
        return sorted(own)[:MOST_MARKS], [] if len(own) > 1 else sorted(set(trace.about) - own)
    if trace.about:
        return list(trace.about[:1]), list(trace.about[1:])
    named = {side.one for side in trace.sides if side.one}
    words = {f"w:{word}" for side in trace.sides for word in side.words}
    return sorted(named or words or {f"n:{name}" for name in trace.names})[:MOST_MARKS], []


MOST_MARKS = 6
"""Lists of a dozen states are filed under the first few: any two lists that are alike share some."""


def _families(trace: Trace) -> Iterator[int]:
    return (number for number, family in enumerate(FAMILIES) if trace.type in family)
