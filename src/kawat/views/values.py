"""The values that a report tells, field by field, and when two of them are one, agree, or can not both hold."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import cast

from kawat.knowledge import gazetteer
from kawat.records import Actor, Counted, Granularity, Place, Quantity, Status, Telling, Time, day_of
from kawat.views.actors import folded, may_be_one, same_actor, vaguer_actor
from kawat.views.event import COARSE, LONGEST_EXACT, REAL, published_of

SAME_PLACE_KM = 40.0
ROUNDED = 0.1  # "about 200" may be 180 to 220
TOLLS = frozenset({Counted.KILLED, Counted.INJURED, Counted.ARRESTED, Counted.DISPLACED, Counted.PEOPLE})
_BY_UNIT = frozenset({Counted.PEOPLE, Counted.MONEY, Counted.WEAPONS, Counted.OTHER})  # of one unit it is one thing


class FieldName(StrEnum):
    WHAT = "what"
    STATUS = "status"
    WHEN = "when"
    WHERE = "where"
    WHO = "who"
    WHOM = "whom"
    FIGURES = "figures"


@dataclass(frozen=True, slots=True)
class What:
    type: str
    mode: str | None


@dataclass(frozen=True, slots=True)
class When:
    """First and last day, None where it is open on that side."""

    first: date | None
    last: date | None
    granularity: Granularity

    @property
    def exact(self) -> bool:
        """Whether it tells a day, or a few."""
        if self.first is None or self.last is None or self.granularity in COARSE:
            return False
        return (self.last - self.first).days < LONGEST_EXACT

    def contains(self, other: When) -> bool:
        starts = self.first is None or (other.first is not None and self.first <= other.first)
        return starts and (self.last is None or (other.last is not None and other.last <= self.last))

    def apart_from(self, other: When) -> bool:
        """Whether they have no day in common."""
        return _ends_before(self, other) or _ends_before(other, self)


Told = What | Status | When | Place | Actor | Quantity


@dataclass(frozen=True, slots=True)
class Rules:
    """How values of a field compare. ``vaguer``: the first says less than the second and agrees with it.

    ``agree``: both can hold as they stand; ``clash``: two independent voices can not both be right.
    """

    same: Callable[[Told, Told], bool]
    vaguer: Callable[[Told, Told], bool]
    agree: Callable[[Told, Told], bool]
    clash: Callable[[Telling, Told, Telling, Told], bool]


def rules_of(name: FieldName) -> Rules:
    return _RULES[name]


def figure_key(one: Quantity) -> tuple[Counted, str | None]:
    """What a figure counts: of people at large, money and things also the unit, which tells what they are."""
    return one.what, (folded(one.unit) or None) if one.what in _BY_UNIT else None


def figures_of(telling: Telling) -> tuple[Quantity, ...]:
    """The figures that it tells, of one thing counted the largest: "33 killed, 20 of them in Thailand" tells 33."""
    most: dict[tuple[Counted, str | None], Quantity] = {}
    for one in telling.report.quantities:
        key = figure_key(one)
        if bounds(one) is not None and (key not in most or number(one) > number(most[key])):
            most[key] = one
    return tuple(most.values())


def days_told(time: Time | None) -> When | None:
    if time is None or (time.start is None and time.end is None):
        return None
    return When(day_of(time.start), day_of(time.end), time.granularity)


def bounds(one: Quantity) -> tuple[float, float] | None:
    """The least and the most that a figure may be, with room where it is rounded; None where it tells none."""
    low = one.value if one.value is not None else one.min
    high = one.value if one.value is not None else one.max
    if low is None and high is None:
        return None
    room = ROUNDED if one.approximate else 0.0
    return (
        -math.inf if low is None else low - abs(low) * room,
        math.inf if high is None else high + abs(high) * room,
    )


def number(one: Quantity) -> float:
    """The number that stands there, of two bounds the lower."""
    return next((n for n in (one.value, one.min, one.max) if n is not None), 0.0)


def rises(one: Telling, figure: Quantity, other: Telling, later: Quantity) -> bool:
    """Whether the second is a higher figure, published later: a toll that rises, no contradiction."""
    if figure.what not in TOLLS or number(later) <= number(figure):
        return False
    return published_before(one, other)


def kilometres(one: Place, other: Place) -> float | None:
    """Great-circle distance; None where either has no exact point."""
    points = [_point(one), _point(other)]
    if points[0] is None or points[1] is None:
        return None
    return gazetteer.kilometres(points[0], points[1])


# --- what and status --------------------------------------------------------------------------------


def _vaguer_what(one: Told, other: Told) -> bool:
    a, b = cast(What, one), cast(What, other)
    return a.type == b.type and a.mode is None and b.mode is not None


def _clash_status(one: Telling, a: Told, other: Telling, b: Told) -> bool:
    del one, other
    return Status.DENIED in (a, b) and any(status in REAL for status in (a, b))


# --- when -------------------------------------------------------------------------------------------


def _same_days(one: Told, other: Told) -> bool:
    a, b = cast(When, one), cast(When, other)
    return (a.first, a.last) == (b.first, b.last)


def _vaguer_days(one: Told, other: Told) -> bool:
    a, b = cast(When, one), cast(When, other)
    return a.contains(b) and not _same_days(a, b)


def _agree_days(one: Told, other: Told) -> bool:
    return _same_days(one, other) or _vaguer_days(one, other) or _vaguer_days(other, one)


def _clash_days(one: Telling, a: Told, other: Telling, b: Told) -> bool:
    first, second = cast(When, a), cast(When, b)
    happened = one.report.status in REAL and other.report.status in REAL
    return happened and first.exact and second.exact and first.apart_from(second)


def _ends_before(one: When, other: When) -> bool:
    return one.last is not None and other.first is not None and one.last < other.first


# --- where ------------------------------------------------------------------------------------------


def _same_place(one: Told, other: Told) -> bool:
    a, b = cast(Place, one), cast(Place, other)
    if folded(a.name) == folded(b.name):
        return a.country is None or b.country is None or a.country == b.country
    apart = kilometres(a, b)
    return apart is not None and apart <= SAME_PLACE_KM


def _vaguer_place(one: Told, other: Told) -> bool:
    a, b = cast(Place, one), cast(Place, other)
    return a.precision == "country" != b.precision and a.country is not None and a.country == b.country


def _agree_place(one: Told, other: Told) -> bool:
    return _same_place(one, other) or _vaguer_place(one, other) or _vaguer_place(other, one)


def _point(place: Place) -> tuple[float, float] | None:
    if place.latitude is None or place.longitude is None or place.precision in ("country", "region"):
        return None
    return place.latitude, place.longitude


# --- figures ----------------------------------------------------------------------------------------


def _same_figure(one: Told, other: Told) -> bool:
    a, b = cast(Quantity, one), cast(Quantity, other)
    return (a.value, a.min, a.max) == (b.value, b.min, b.max)


def _vaguer_figure(one: Told, other: Told) -> bool:
    """ "About 200" beside 198; a bound ("at least 33") is a value of its own, since tolls rise."""
    a, b = cast(Quantity, one), cast(Quantity, other)
    rounded = a.approximate and not b.approximate and a.value is not None and b.value is not None
    return rounded and not _same_figure(a, b) and _meet(a, b)


def _agree_figure(one: Told, other: Told) -> bool:
    return _meet(cast(Quantity, one), cast(Quantity, other))


def _clash_figure(one: Telling, a: Told, other: Telling, b: Told) -> bool:
    first, second = cast(Quantity, a), cast(Quantity, b)
    here = {t.report.place.country for t in (one, other) if t.report.place and t.report.place.country}
    if _meet(first, second) or len(here) > 1:  # the dead of two countries are two counts
        return False
    return not (rises(one, first, other, second) or rises(other, second, one, first))


def _meet(one: Quantity, other: Quantity) -> bool:
    a, b = bounds(one), bounds(other)
    return a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])


def published_before(one: Telling, other: Telling) -> bool:
    """Whether the first was published earlier: by the moment where both have one, else by the day."""
    a, b = published_of(one), published_of(other)
    if a is None or b is None:
        return False
    if isinstance(a, datetime) and isinstance(b, datetime) and a.tzinfo and b.tzinfo:
        return a < b
    return day_of(a) < day_of(b)


def _never(*_: object) -> bool:
    return False


def _either(vaguer: Callable[[Told, Told], bool]) -> Callable[[Told, Told], bool]:
    return lambda one, other: one == other or vaguer(one, other) or vaguer(other, one)


def _actor(rule: Callable[[Actor, Actor], bool]) -> Callable[[Told, Told], bool]:
    return lambda one, other: rule(cast(Actor, one), cast(Actor, other))


_ACTORS = Rules(_actor(same_actor), _actor(vaguer_actor), _actor(may_be_one), _never)
_RULES = {
    FieldName.WHAT: Rules(lambda a, b: a == b, _vaguer_what, _either(_vaguer_what), _never),
    FieldName.STATUS: Rules(lambda a, b: a == b, _never, lambda a, b: a == b, _clash_status),
    FieldName.WHEN: Rules(_same_days, _vaguer_days, _agree_days, _clash_days),
    FieldName.WHERE: Rules(_same_place, _vaguer_place, _agree_place, _never),
    FieldName.WHO: _ACTORS,
    FieldName.WHOM: _ACTORS,
    FieldName.FIGURES: Rules(_same_figure, _vaguer_figure, _agree_figure, _clash_figure),
}


def best_of(values: Sequence[Told]) -> Told:
    """Of values that are one, the one that says most: with an id, else told most often, else the longest name."""
    told = Counter(values)

    def worth(one: Told) -> tuple[bool, bool, int, int]:
        known = isinstance(one, Actor) and one.id is not None
        named = isinstance(one, Place) and one.latitude is not None
        exact = isinstance(one, Quantity) and not one.approximate
        length = len(one.name) if isinstance(one, Actor | Place) else 0
        return known or exact, named, told[one], length

    best = max(values, key=worth)
    return _with_country(best, values) if isinstance(best, Actor) else best


def _with_country(actor: Actor, others: Sequence[Told]) -> Actor:
    if actor.country is not None:
        return actor
    told = next((one.country for one in others if isinstance(one, Actor) and one.country), None)
    return replace(actor, country=told)
