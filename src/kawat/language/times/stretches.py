"""Stretches of days and the arithmetic of weeks, months, seasons and years. Nothing here knows any language."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from kawat.language.times.model import Portion, SeasonName, Unit
from kawat.records import Granularity


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days ``start`` to ``end`` inclusive, and the rule that gave them."""

    start: date
    end: date
    granularity: Granularity
    by: str


def day_stretch(day: date, by: str) -> Stretch:
    return Stretch(day, day, Granularity.DAY, by)


def month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def months_later(day: date, months: int) -> date:
    """The same day ``months`` on, or the last one of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_stretch(year: int, month: int, by: str) -> Stretch:
    return Stretch(date(year, month, 1), month_end(year, month), Granularity.MONTH, by)


def year_stretch(year: int, by: str) -> Stretch:
    return Stretch(date(year, 1, 1), date(year, 12, 31), Granularity.YEAR, by)


def season_stretch(season: SeasonName, year: int, by: str) -> Stretch:
    """A northern season; winter is the one that begins in December of ``year``."""
    first = date(year, season.value, 1)
    last = months_later(first, 2)
    return Stretch(first, month_end(last.year, last.month), Granularity.SEASON, by)


def week_of(day: date) -> date:
    """The Monday of the week of ``day``."""
    return day - timedelta(days=day.weekday())


_WEEKS = {Unit.WEEK: 1, Unit.FORTNIGHT: 2}


def unit_stretch(unit: Unit, day: date, offset: int, by: str) -> Stretch:
    """The whole unit that holds ``day``, ``offset`` units on. Hours count as the day."""
    if unit in (Unit.DAY, Unit.HOUR):
        return day_stretch(day + timedelta(days=offset), by)
    if unit in _WEEKS:
        monday = week_of(day) + timedelta(weeks=offset * _WEEKS[unit])
        return Stretch(monday, monday + timedelta(days=6), Granularity.WEEK, by)
    if unit is Unit.MONTH:
        first = months_later(day.replace(day=1), offset)
        return month_stretch(first.year, first.month, by)
    if unit is Unit.QUARTER:
        first = months_later(date(day.year, (day.month - 1) // 3 * 3 + 1, 1), offset * 3)
        last = months_later(first, 2)
        return Stretch(first, month_end(last.year, last.month), Granularity.RANGE, by)
    return year_stretch(day.year + offset, by)


def back_or_on(unit: Unit, day: date, count: int) -> date:
    """``day`` moved by ``count`` units, negative for back."""
    if unit is Unit.HOUR:
        return day + timedelta(days=int(count / 24))
    if unit is Unit.DAY or unit in _WEEKS:
        return day + timedelta(days=count * 7 * _WEEKS[unit] if unit in _WEEKS else count)
    months = {Unit.MONTH: 1, Unit.QUARTER: 3}.get(unit, 12)
    return months_later(day, count * months)


def part_of(whole: Stretch, portion: Portion) -> Stretch | None:
    """Early, mid or late in a week, month, season, year or run of years; None where that says nothing."""
    bounds = _bounds(whole, portion)
    if bounds is None:
        return None
    return Stretch(*bounds, Granularity.RANGE, f"{portion.value} part of {whole.by}")


def _bounds(whole: Stretch, portion: Portion) -> tuple[date, date] | None:
    index = {Portion.EARLY: 0, Portion.START: 0, Portion.MID: 1, Portion.LATE: 2, Portion.END: 2}[portion]
    start, end = whole.start, whole.end
    if whole.granularity is Granularity.WEEK:
        first, last = ((0, 1), (2, 3), (4, 6))[index]
        return start + timedelta(days=first), start + timedelta(days=last)
    if whole.granularity is Granularity.MONTH:
        first = 1 + 10 * index
        return start.replace(day=first), end if index == 2 else start.replace(day=first + 9)
    if whole.granularity is Granularity.SEASON:
        month = months_later(start, index)
        return month, month_end(month.year, month.month)
    if whole.granularity is Granularity.YEAR:
        if portion in (Portion.START, Portion.END):
            edge = 1 if portion is Portion.START else 12
            return date(start.year, edge, 1), month_end(start.year, edge)
        return date(start.year, 1 + 4 * index, 1), month_end(start.year, 4 + 4 * index)
    years = end.year - start.year + 1
    if years < 10:
        return None
    first_year, last_year = ((0, 3), (4, 6), (7, 9))[index]
    return (
        date(start.year + first_year * years // 10, 1, 1),
        date(start.year + (last_year + 1) * years // 10 - 1, 12, 31),
    )
