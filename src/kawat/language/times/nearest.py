"""Names of times that need a year or a week: the nearest one in the verb's direction."""

from __future__ import annotations

from calendar import isleap
from datetime import date, timedelta

from kawat.language.times.model import Calendar, Direction, Hint, Season, SeasonName, Weekday
from kawat.language.times.stretches import (
    Stretch,
    day_stretch,
    month_stretch,
    months_later,
    season_stretch,
    week_of,
    year_stretch,
)

# A date without a year and without a tense: at most so many months back, and ahead.
_MONTHS_BACK, _MONTHS_AHEAD = 9, 3
# A day written where it happened can be one ahead of the publication day elsewhere on the globe.
_ZONES = timedelta(days=1)
# So near a date must be for its weekday to count for more than the tense.
_HALF_YEAR = timedelta(days=200)
# A day without a year that the tense would put so far away, while another is so near, is the near one.
_FAR, _NEAR = timedelta(days=300), timedelta(days=35)
_DISAGREES = "; the weekday said does not agree"


def weekday_of(node: Weekday, day: date, direction: Direction) -> Stretch:
    """A named weekday: the one on or before publication, or on or after it when the verb looks ahead."""
    if node.week_offset is not None:
        monday = week_of(day) + timedelta(weeks=node.week_offset)
        return day_stretch(monday + timedelta(days=node.weekday), "weekday of the week said")
    if node.hint is Hint.NEXT:
        monday = week_of(day) + timedelta(weeks=1)
        return day_stretch(monday + timedelta(days=node.weekday), "weekday of the next week")
    ahead = (node.weekday - day.weekday()) % 7
    back = (day.weekday() - node.weekday) % 7
    if node.hint is Hint.COMING:
        return day_stretch(day + timedelta(days=ahead or 7), "weekday after publication")
    if node.hint is Hint.LAST:
        return day_stretch(day - timedelta(days=back or 7), "weekday before publication")
    if direction is Direction.FUTURE or (node.hint is Hint.THIS and direction is Direction.UNKNOWN):
        return day_stretch(day + timedelta(days=ahead), "weekday on or after publication")
    return day_stretch(day - timedelta(days=back), "weekday on or before publication")


def calendar_stretch(node: Calendar, day: date | None, direction: Direction) -> Stretch | None:
    """A date, month or year; None when it lacks a year and there is no publication day.

    Raises ValueError for a day that is not on the calendar.
    """
    if node.year is not None:
        return _dated(node, node.year, "date said")
    if day is None:
        return None
    if node.month_offset is not None and node.day is not None:
        month = months_later(day.replace(day=1), node.month_offset)
        return day_stretch(month.replace(day=node.day), "day of the month said")
    if node.month is None:
        return None
    if node.year_offset is not None:
        return _dated(node, day.year + node.year_offset, "date in the year said")
    if node.hint is Hint.THIS:
        return _dated(node, day.year, "date in the year of publication")
    way = _way(node.hint, direction)
    if node.day is None:
        return _month(node.month, node.hint, day, way)
    return _day(node, day, way)


def _way(hint: Hint | None, direction: Direction) -> Direction:
    if hint is None:
        return direction
    return Direction.PAST if hint is Hint.LAST else Direction.FUTURE


def _dated(node: Calendar, year: int, by: str) -> Stretch:
    if node.month is None:
        return year_stretch(year, by.replace("date", "year", 1))
    if node.day is None:
        return month_stretch(year, node.month, by.replace("date", "month", 1))
    found = date(year, node.month, node.day)
    agrees = node.weekday is None or found.weekday() == node.weekday
    return day_stretch(found, by if agrees else by + _DISAGREES)


def _month(month: int, hint: Hint | None, day: date, way: Direction) -> Stretch:
    """A month without a year. "Last May" is before this month, "next May" after it."""
    ahead = (month - day.month) % 12
    if way is Direction.PAST:
        offset = ahead - 12 if ahead or hint is Hint.LAST else 0
    elif way is Direction.FUTURE:
        offset = ahead if ahead or hint is None else 12
    else:
        offset = ahead if ahead <= _MONTHS_AHEAD else ahead - 12
    first = months_later(day.replace(day=1), offset)
    return month_stretch(first.year, first.month, _by("month", way))


def _day(node: Calendar, day: date, way: Direction) -> Stretch:
    """A day without a year; the weekday said beside it decides before the tense does."""
    assert node.month is not None and node.day is not None
    choices = _choices(node.month, node.day, day)
    fitting = [item for item in choices if item.weekday() == node.weekday and abs(item - day) <= _HALF_YEAR]
    found = _nearest(fitting or choices, day, way)
    if node.hint is None and _is_far(found, choices, day):
        found, way = _nearest_to(choices, day), Direction.UNKNOWN
    agrees = node.weekday is None or found.weekday() == node.weekday
    return day_stretch(found, _by("date", way) if agrees else _by("date", way) + _DISAGREES)


def _choices(month: int, day_of_month: int, day: date) -> list[date]:
    """The same day in the years around; 29 February only in leap years."""
    leap = (month, day_of_month) == (2, 29)
    reach = 8 if leap else 1
    years = range(max(1, day.year - reach), min(9999, day.year + reach) + 1)
    return [date(year, month, day_of_month) for year in years if not leap or isleap(year)]


def _nearest(choices: list[date], day: date, way: Direction) -> date:
    if way is Direction.PAST:
        return max((item for item in choices if item <= day + _ZONES), default=choices[0])
    if way is Direction.FUTURE:
        return min((item for item in choices if item >= day - _ZONES), default=choices[-1])
    low, high = months_later(day, -_MONTHS_BACK), months_later(day, _MONTHS_AHEAD)
    inside = [item for item in choices if low < item <= high]
    return inside[-1] if inside else _nearest_to(choices, day)


def _nearest_to(choices: list[date], day: date) -> date:
    return min(choices, key=lambda item: abs(item - day))


def _is_far(found: date, choices: list[date], day: date) -> bool:
    """Whether the day in the verb's direction is most of a year away, and one just on the other side is near."""
    return abs(found - day) >= _FAR and abs(_nearest_to(choices, day) - day) <= _NEAR


def _by(what: str, way: Direction) -> str:
    sides = {Direction.PAST: "on or before publication", Direction.FUTURE: "on or after publication"}
    return f"{what} {sides.get(way, 'nearest to publication')}"


def season_of(node: Season, day: date | None, direction: Direction) -> Stretch | None:
    """A season; "last autumn" is the one of the calendar year before."""
    if node.year is not None:
        return season_stretch(node.season, node.year, "season said")
    if day is None:
        return None
    if node.year_offset is not None:
        return season_stretch(node.season, day.year + node.year_offset, "season of the year said")
    running = day.year - 1 if node.season is SeasonName.WINTER and day.month <= 2 else day.year
    if node.hint is Hint.LAST:
        return season_stretch(node.season, day.year - 1, "season of the year before")
    if node.hint is Hint.THIS:
        return season_stretch(node.season, running, "season of publication")
    if node.hint is Hint.NEXT and node.season is not SeasonName.WINTER:
        return season_stretch(node.season, day.year + 1, "season of the year after")
    return _nearest_season(node, day, Direction.FUTURE if node.hint else direction)


def _nearest_season(node: Season, day: date, way: Direction) -> Stretch:
    choices = [season_stretch(node.season, day.year + offset, _by("season", way)) for offset in (-2, -1, 0, 1)]
    if way is Direction.PAST:
        return [item for item in choices if item.start <= day][-1]
    if way is Direction.FUTURE:
        return next(item for item in choices if (item.start > day if node.hint else item.end >= day))
    low, high = months_later(day, -_MONTHS_BACK), months_later(day, _MONTHS_AHEAD)
    return next(item for item in choices if low < item.start <= high)
