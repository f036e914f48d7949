"""Days counted from another day that the text tells: "two days later", "sehari sebelumnya", "that year"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from kawat.language.times.model import Anaphoric, Direction, Unit
from kawat.language.times.nearest import calendar_stretch
from kawat.language.times.stretches import Stretch, day_stretch, unit_stretch
from kawat.records import Granularity

LONGEST = timedelta(days=4)
"""What lasted longer is no day to count days from."""
_MONTHS = frozenset({Unit.MONTH, Unit.QUARTER})


def counted_from(node: Anaphoric, first: date, last: date, by: str) -> Stretch | None:
    """The days that ``node`` means after or before the days ``first`` to ``last``; None where these are too vague.

    Days are counted on from the last day and back from the first; longer units are whole. ``by`` says from what.
    """
    try:
        if node.weekday is not None:
            return _weekday(node, first, last, by)
        if node.unit is Unit.DAY:
            return _days(node, first, last, by)
        if not _within_one(node.unit, first, last):
            return None
        whole = unit_stretch(node.unit, first, node.offset, by)
        if node.of_year is None:
            return whole
        days = calendar_stretch(replace(node.of_year, year=whole.start.year), None, Direction.UNKNOWN)
        return None if days is None else replace(days, by=by)
    except (ValueError, OverflowError):
        return None


def _days(node: Anaphoric, first: date, last: date, by: str) -> Stretch | None:
    if last - first >= LONGEST:
        return None
    if node.offset == 0:
        return Stretch(first, last, Granularity.DAY if first == last else Granularity.RANGE, by)
    return day_stretch((last if node.offset > 0 else first) + timedelta(days=node.offset), by)


def _weekday(node: Anaphoric, first: date, last: date, by: str) -> Stretch | None:
    if last - first >= LONGEST or node.weekday is None or node.offset == 0:
        return None
    if node.offset > 0:
        return day_stretch(last + timedelta(days=(node.weekday - last.weekday() - 1) % 7 + 1), by)
    return day_stretch(first - timedelta(days=(first.weekday() - node.weekday - 1) % 7 + 1), by)


def _within_one(unit: Unit, first: date, last: date) -> bool:
    """Whether the days lie in one of the units."""
    if unit is Unit.YEAR:
        return first.year == last.year
    if unit in _MONTHS:
        return (first.year, first.month) == (last.year, last.month)
    return unit in (Unit.WEEK, Unit.FORTNIGHT) and last - first < LONGEST
