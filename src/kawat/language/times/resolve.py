"""From what an expression says to days on the calendar, as seen from the publication day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from kawat.language.times.model import (
    Anaphoric,
    Calendar,
    Direction,
    Fraction,
    Node,
    Part,
    Point,
    Range,
    Refusal,
    Relative,
    Remainder,
    Season,
    TimeExpression,
    Unit,
    Weekday,
    Weekend,
    Window,
    Years,
)
from kawat.language.times.nearest import calendar_stretch, season_of, weekday_of
from kawat.language.times.stretches import (
    Stretch,
    back_or_on,
    day_stretch,
    month_end,
    months_later,
    part_of,
    unit_stretch,
    week_of,
)
from kawat.records import Granularity, Time

_NO_DAY = "no publication time"
# What the resolvers give: days, or the reason why there are none.
Answer = Stretch | str


def resolve_time(
    expression: TimeExpression,
    published: datetime | date | None,
    direction: Direction = Direction.UNKNOWN,
) -> Time:
    """The days that ``expression`` stands for, both ends inclusive, or None with the reason in ``resolved_by``.

    ``published`` is taken as the day where it was published; ``direction`` is the verb's tense. ``said`` is the
    expression's own span: the caller shifts it to the article. Never raises, never falls back on ``published``.
    """
    try:
        answer = _resolve(expression.node, published, direction)
    except (ValueError, OverflowError):
        answer = "outside the calendar"
    if isinstance(answer, Time):
        return replace(answer, said=expression.span)
    if isinstance(answer, str):
        return Time(None, None, Granularity.UNKNOWN, expression.span, answer)
    return Time(answer.start, answer.end, answer.granularity, expression.span, answer.by)


def _resolve(node: Node, published: datetime | date | None, direction: Direction) -> Answer | Time:
    if isinstance(node, Refusal):
        return f"refused: {node.reason}"
    if isinstance(node, Anaphoric):
        return "refused: anaphoric"
    day = published.date() if isinstance(published, datetime) else published
    if isinstance(node, Range):
        return _range(node, day, direction)
    if isinstance(node, Relative | Window) and node.unit is Unit.HOUR:
        return _hours(node, published)
    return _point(node, day, direction)


def _point(node: Point | Part, day: date | None, direction: Direction) -> Answer:
    """One time; only a node that carries its own year can do without a publication day."""
    if isinstance(node, Part):
        whole = _point(node.whole, day, direction)
        return whole if isinstance(whole, str) else part_of(whole, node.portion) or "refused: vague"
    if isinstance(node, Years):
        return Stretch(date(node.first, 1, 1), date(node.last, 12, 31), Granularity.RANGE, "years said")
    if isinstance(node, Calendar):
        return calendar_stretch(node, day, direction) or _NO_DAY
    if isinstance(node, Season):
        return season_of(node, day, direction) or _NO_DAY
    if isinstance(node, Fraction):
        return _fraction(node, day)
    return _NO_DAY if day is None else _from_day(node, day, direction)


def _from_day(node: Weekday | Relative | Window | Weekend | Remainder, day: date, direction: Direction) -> Answer:
    if isinstance(node, Weekday):
        return weekday_of(node, day, direction)
    if isinstance(node, Relative):
        return _relative(node, day, direction)
    if isinstance(node, Window):
        return _window(node, day)
    if isinstance(node, Weekend):
        return _weekend(node, day, direction)
    return _remainder(node, day)


def _relative(node: Relative, day: date, direction: Direction) -> Answer:
    if node.counted and direction is Direction.PAST:
        return "refused: duration"
    names = {0: "the publication", -1: "the one before", 1: "the one after"}
    by = names.get(node.offset, f"{abs(node.offset)} {'before' if node.offset < 0 else 'after'}")
    return unit_stretch(node.unit, day, node.offset, f"{node.unit.value} of publication, {by}")


def _hours(node: Relative | Window, published: datetime | date | None) -> Answer:
    """Hours need the time of publication, except whole days' worth of them."""
    if published is None:
        return _NO_DAY
    count = abs(node.offset) if isinstance(node, Relative) else node.count
    back = node.offset < 0 if isinstance(node, Relative) else node.back
    if not isinstance(published, datetime) and count % 24:
        return "no publication time of day"
    moved = published + timedelta(hours=-count if back else count)
    here, there = (item.date() if isinstance(item, datetime) else item for item in (published, moved))
    if not isinstance(published, datetime):
        there = published + timedelta(days=(-count if back else count) // 24)
    if isinstance(node, Relative):
        return day_stretch(there, "hours from publication")
    return Stretch(min(here, there), max(here, there), Granularity.RANGE, "hours up to or from publication")


def _window(node: Window, day: date) -> Answer:
    if node.back:
        start = back_or_on(node.unit, day, -node.count)
        return Stretch(start, day, Granularity.RANGE, "stretch up to publication")
    tomorrow = day + timedelta(days=1)
    return Stretch(tomorrow, back_or_on(node.unit, day, node.count), Granularity.RANGE, "stretch from publication")


def _weekend(node: Weekend, day: date, direction: Direction) -> Stretch:
    saturday = week_of(day) + timedelta(days=5 + 7 * (node.week_offset or 0))
    nearest = node.week_offset is None and direction is not Direction.FUTURE
    told = node.week_offset == 0 and direction is Direction.PAST  # "was shot this weekend", on a Monday
    if (nearest or told) and saturday > day:
        saturday -= timedelta(weeks=1)
    return Stretch(saturday, saturday + timedelta(days=1), Granularity.RANGE, "weekend, Saturday and Sunday")


def _remainder(node: Remainder, day: date) -> Answer:
    whole = unit_stretch(node.unit, day, 0, "")
    by = f"{'rest' if node.later else 'start'} of the {node.unit.value} of publication"
    if node.later:
        if day >= whole.end:
            return "refused: nothing is left of it"
        return Stretch(day + timedelta(days=1), whole.end, Granularity.RANGE, by)
    return Stretch(whole.start, max(whole.start, day - timedelta(days=1)), Granularity.RANGE, by)


def _fraction(node: Fraction, day: date | None) -> Answer:
    if node.year is None and day is None:
        return _NO_DAY
    year = node.year if node.year is not None else _year(day) + (node.year_offset or 0)
    size = 12 // node.of
    start = date(year, (node.first - 1) * size + 1, 1)
    end = months_later(start, size * (node.last - node.first + 1) - 1)
    return Stretch(start, month_end(end.year, end.month), Granularity.RANGE, "part of a year")


def _year(day: date | None) -> int:
    return day.year if day is not None else 1


def _range(node: Range, day: date | None, direction: Direction) -> Answer | Time:
    if node.start is None and node.end is not None:
        return _until(node.end, day, direction)
    if node.end is None and node.start is not None:
        return _since(node.start, day)
    assert node.start is not None and node.end is not None
    ends = _both_ends(node.start, node.end, day, direction)
    if isinstance(ends, str):
        return ends
    start, end = ends
    if start.start > end.end:
        return "refused: the range ends before it starts"
    return Stretch(start.start, end.end, Granularity.RANGE, f"from {start.by} to {end.by}")


def _since(point: Point | Part, day: date | None) -> Answer | Time:
    """Since X: up to the publication day; without one the end stays open."""
    start = _point(point, day, Direction.PAST)
    if isinstance(start, str):
        return start
    if day is None:
        return Time(start.start, None, Granularity.RANGE, None, f"since {start.by}; {_NO_DAY}")
    if start.start > day:
        return "refused: since a day after publication"
    return Stretch(start.start, day, Granularity.RANGE, f"since {start.by}")


def _until(point: Point | Part, day: date | None, direction: Direction) -> Answer | Time:
    """Until X: from the publication day when X is still to come; else the start stays open."""
    end = _point(point, day, direction)
    if isinstance(end, str):
        return end
    if day is not None and end.end >= day:
        return Stretch(day, end.end, Granularity.RANGE, f"until {end.by}")
    return Time(None, end.end, Granularity.RANGE, None, f"until {end.by}")


def _both_ends(
    start: Point | Part, end: Point | Part, day: date | None, direction: Direction
) -> tuple[Stretch, Stretch] | str:
    """The end that says more is placed first, the other is the nearest to it on its side."""
    start = _with_year_of(start, end)
    ahead = direction is Direction.FUTURE
    back = not _floats(end) or (_floats(start) and isinstance(end, Weekday) and not ahead)
    anchor = _point(end if back else start, day, direction)
    if isinstance(anchor, str):
        return anchor
    if back:
        other = _point(start, anchor.start if _floats(start) else day, Direction.PAST)
        return other if isinstance(other, str) else (other, anchor)
    other = _point(end, anchor.start, Direction.FUTURE)
    return other if isinstance(other, str) else (anchor, other)


def _floats(point: Point | Part) -> bool:
    """Whether a time is open until something near it is known: a weekday, a date without its year."""
    if isinstance(point, Part):
        return _floats(point.whole)
    if isinstance(point, Weekday):
        return point.hint is None and point.week_offset is None
    if isinstance(point, Calendar):
        return (point.year, point.year_offset, point.month_offset, point.hint) == (None,) * 4
    return isinstance(point, Season) and (point.year, point.year_offset, point.hint) == (None,) * 3


def _with_year_of(start: Point | Part, end: Point | Part) -> Point | Part:
    """ "30 December to 2 January 2025": the year said once, counted back over New Year."""
    if not (isinstance(start, Calendar) and isinstance(end, Calendar)) or start.year is not None:
        return start
    if end.year is None or start.month is None or end.month is None:
        return start
    over = (start.month, start.day or 0) > (end.month, end.day or 31)
    return replace(start, year=end.year - 1 if over else end.year)
