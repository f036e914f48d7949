"""How exactly a day is told: by the day, over several days, or only by week, month, season or year."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from kawat.records import Granularity, Telling
from kawat.views.event import COARSE, LONGEST_EXACT, Days, days_of


def exactness(tellings: Iterable[Telling], days: Days | None) -> Granularity:
    """How exactly ``days`` are told by those of the tellings that give just these days, the most exact of them.

    DAY for one day (also where an hour is told), RANGE for several, a coarse one where only that is told,
    UNKNOWN where there are no days.
    """
    if days is None:
        return Granularity.UNKNOWN
    told = {t.report.time.granularity for t in tellings if t.report.time and days_of(t.report.time) == days}
    if told and told <= COARSE:
        return min(told, key=list(Granularity).index)
    return Granularity.DAY if days[0] == days[1] else Granularity.RANGE


def is_vague(days: Days, precision: Granularity) -> bool:
    """Whether they tell no day: a month, or from January to March."""
    return precision in COARSE or width(days).days + 1 > LONGEST_EXACT


def overlap(one: Days, other: Days) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def width(days: Days) -> timedelta:
    """From the first day to the last; nothing for one day."""
    return days[1] - days[0]
