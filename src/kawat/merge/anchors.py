"""Where two reports of one event can find one another: keys that at least one of the two is filed under.

Being neighbours is symmetric: ``a`` asks for a key of ``b`` exactly when ``b`` asks for one of ``a``. So it does
not matter which of the two was there first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from kawat.merge.trace import Trace
from kawat.records import Status

NEAR_DAYS = 4
"""How far the days of two tellings of one event may lie apart: time zones, "this week", a date misread."""

LATER_DAYS = 21
"""How long after an event articles still tell it without saying when."""

TOLD_DAYS = 14
"""How far apart two such articles may be published."""

PLAN_DAYS = 45
"""How far for a plan: it may be moved, and held weeks later."""

FAMILIES: tuple[frozenset[str], ...] = (
    frozenset({"AGREE", "CONSULT", "COOPERATE", "SUPPORT", "CONCEDE", "AID", "REQUEST", "RETREAT"}),
    frozenset({"ACCUSE", "REJECT", "THREATEN", "REQUEST", "SANCTION", "PROTEST", "CONCEDE"}),
    frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "PROTEST", "RETREAT", "THREATEN"}),
)
"""Types that one event may be told under: readers and people take an accord for talks, a seizure for an attack."""

_PLANS = frozenset({Status.PLANNED, Status.POSSIBLE})


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """Filed under ``key`` for ``day`` (0 where the key itself tells the time)."""

    key: str
    day: int


@dataclass(frozen=True, slots=True)
class Ask:
    """What is filed under ``key`` for the days ``first`` to ``last``."""

    key: str
    first: int
    last: int


def planned(trace: Trace) -> bool:
    return trace.status in _PLANS


def anchors_of(trace: Trace) -> tuple[Anchor, ...]:
    """Every key under which a report is filed."""
    return tuple(sorted(set(_anchors(trace))))


def asks_of(trace: Trace) -> tuple[Ask, ...]:
    """Every key under which others may be filed that tell the same event."""
    return tuple(dict.fromkeys(_asks(trace)))


def _anchors(trace: Trace) -> Iterator[Anchor]:
    kind, days = _kind(trace), _days(trace)
    for topic in _filed(trace):
        for day in days:
            yield Anchor(f"{kind}|{topic}", day)
        yield from (Anchor(f"{period}|{topic}", 0) for period in _periods(trace))


def _asks(trace: Trace) -> Iterator[Ask]:
    kind, days = _kind(trace), _days(trace)
    for topic in _asked(trace):
        if days:
            for other, (before, after) in REACH[kind].items():
                yield Ask(f"{other}|{topic}", days[0] - before, days[-1] + after)
        yield from (Ask(f"{period}|{topic}", 0, 0) for period in _asked_periods(trace))


REACH = {
    "D": {"D": (NEAR_DAYS, NEAR_DAYS), "U": (NEAR_DAYS, LATER_DAYS), "P": (PLAN_DAYS, PLAN_DAYS)},
    "U": {"D": (LATER_DAYS, NEAR_DAYS), "U": (TOLD_DAYS, TOLD_DAYS), "P": (PLAN_DAYS, PLAN_DAYS)},
    "P": {"D": (PLAN_DAYS, PLAN_DAYS), "U": (PLAN_DAYS, PLAN_DAYS), "P": (PLAN_DAYS, PLAN_DAYS)},
}
"""For each kind of report (dated, undated, plan) how many days before and after its own each kind may lie."""


def within_reach(one: Trace, other: Trace) -> bool:
    """Whether the days of two reports allow for one event; longer times are judged as periods."""
    if one.coarse or other.coarse:
        return _periods_meet(one, other)
    first, second = _days(one), _days(other)
    if not first or not second:
        return True
    before, after = REACH[_kind(one)][_kind(other)]
    near = second[0] <= first[-1] + after and second[-1] >= first[0] - before
    return near or (one.old and other.old and _periods_meet(one, other))


def _periods_meet(one: Trace, other: Trace) -> bool:
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return True
    return max(one.first - other.last, other.first - one.last) <= PLAN_DAYS


def _kind(trace: Trace) -> str:
    if planned(trace):
        return "P"
    return "D" if trace.first is not None else "U"


def _days(trace: Trace) -> tuple[int, ...]:
    """The days of the event; of one without a time the day of publication; none of a long time."""
    if trace.coarse:
        return ()
    if trace.first is not None and trace.last is not None:
        return (trace.first,) if trace.first == trace.last else (trace.first, trace.last)
    return () if trace.published is None else (trace.published,)


def _periods(trace: Trace) -> Iterator[str]:
    """What stands for its month (``m`` told to the day, ``M`` as a longer time) and, of history, its year."""
    if trace.first is None:
        return
    day = date.fromordinal(trace.first)
    yield f"{'M' if trace.coarse else 'm'}{day:%Y-%m}"
    if trace.old or trace.coarse:
        yield f"h{day:%Y}"


def _asked_periods(trace: Trace) -> Iterator[str]:
    if trace.first is None:
        return
    day = date.fromordinal(trace.first)
    yield f"M{day:%Y-%m}"
    if trace.coarse:
        yield f"m{day:%Y-%m}"
    if trace.old or trace.coarse:
        yield f"h{day:%Y}"


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
