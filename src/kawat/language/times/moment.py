"""Publication lines: "Kamis, 14 Agu 2025 08:01 WIB", "Updated 10:22 AM ET, Tue August 12, 2025"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime

from kawat.language.times import names
from kawat.language.times.zones import AMERICAN, INDONESIAN, ZONE_PATTERN, zone_of
from kawat.records import Span

_LONGEST_LINE = 2000  # a publication line is short; a longer text is only searched this far
_FIRST_YEAR, _LAST_YEAR = 1900, 2199

_MONTHS = names.MONTHS_EN | names.SHORT_MONTHS_EN | names.MONTHS_ID | names.SHORT_MONTHS_ID
_INDONESIAN_DAYS = names.WEEKDAYS_ID | names.SHORT_WEEKDAYS_ID
_WEEKDAYS = names.WEEKDAYS_EN | names.SHORT_WEEKDAYS_EN | _INDONESIAN_DAYS


def _any_of(words: dict[str, int]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_MONTH = rf"(?P<month>{_any_of(_MONTHS)})\b\.?"
_WEEKDAY = rf"(?:\b(?P<weekday>{_any_of(_WEEKDAYS)})\b\.?\s{{0,3}}[,|(]?\s{{0,3}})?"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<![\d.])(?P<year>\d{4})(?P<sep>[-/])(?P<month>\d{2})(?P=sep)(?P<day>\d{2})(?!\d)",
        rf"{_WEEKDAY}(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s{{0,3}}(?:of\s)?[-\s]?{_MONTH}[,\s-]{{0,4}}{_YEAR}",
        rf"{_WEEKDAY}\b{_MONTH}\s{{0,3}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[,\s]{{1,4}}{_YEAR}",
        rf"{_WEEKDAY}(?<![\d/.-])(?P<first>\d{{1,2}})(?P<sep>[/.-])(?P<second>\d{{1,2}})(?P=sep){_YEAR}",
    )
)
_CLOCK = (  # 08:01, 8.01 p.m., 3 pm, 0801 GMT
    r"(?P<hour>\d{1,2})(?:(?:[:.]|(?=\d\d\s?(?:GMT|UTC|WIB|WITA)\b))(?P<minute>[0-5]\d)(?!\d)"
    r"(?:[:.](?P<second>[0-5]\d)(?:\.\d{1,9})?)?|(?=\s?[ap]\.?m\b))"
    r"(?:\s{0,3}(?P<half>[ap]\.?m\b\.?))?"
)
_ZONE = rf"(?:[\s(]{{0,3}}(?P<zone>{ZONE_PATTERN}|(?-i:[A-Z]{{1,3}}T\b))\)?)?"
_AFTER = re.compile(
    rf"(?:T|[\s,|()·•–—@/.-]{{0,6}}(?:at|pukul|jam|pk\.?|-)?\s{{0,3}}){_CLOCK}{_ZONE}", re.IGNORECASE
)
_BEFORE = re.compile(rf"(?<![\d.:]){_CLOCK}{_ZONE}[\s,|()·•–—@-]{{0,6}}(?:on\s{{1,3}})?", re.IGNORECASE)


def parse_moment(line: str) -> tuple[Span, datetime | date] | None:
    """The first full date in a publication line, with its time of day where the zone is known.

    Returns the span of date, time and zone in ``line`` with an aware datetime; a plain date where no time or
    no known zone is said (the span still covers the time); None where there is no full date, or where the
    order of day and month can not be told ("08/12/2025" with nothing beside it).
    """
    searched = line[:_LONGEST_LINE]
    for match in _candidates(searched):
        clock, before = _clock_beside(searched, match)
        found = _day_of(match, clock, searched)
        if found is None:
            continue
        start, end = match.span()
        if clock is not None:
            start, end = (clock.start("hour"), end) if before else (start, clock.end())
        span = Span(start, start + len(searched[start:end].rstrip(" ,|(")))
        return span, _moment(found, clock)
    return None


def _candidates(line: str) -> Iterator[re.Match[str]]:
    """Dates of every form, by where they stand, the longer first."""
    every = [match for pattern in _DATES for match in pattern.finditer(line)]
    return iter(sorted(every, key=lambda match: (match.start(), -match.end())))


def _clock_beside(line: str, day: re.Match[str]) -> tuple[re.Match[str] | None, bool]:
    """The time of day right after the date, or right before it, and whether it is before."""
    after = _AFTER.match(line, day.end())
    if after is not None and int(after["hour"]) < 24:
        return after, False
    for match in _BEFORE.finditer(line, max(0, day.start() - 60), day.start()):
        if match.end() == day.start() and int(match["hour"]) < 24:
            return match, True
    return None, False


def _day_of(match: re.Match[str], clock: re.Match[str] | None, line: str) -> date | None:
    parts = match.groupdict()
    year = int(parts["year"])
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    if "first" not in parts:
        month = parts["month"].lower()
        return _valid(year, int(month) if month.isdigit() else _MONTHS[month], int(parts["day"]))
    return _numeric_day(year, int(parts["first"]), int(parts["second"]), match, clock)


def _numeric_day(
    year: int, first: int, second: int, match: re.Match[str], clock: re.Match[str] | None
) -> date | None:
    """A date in digits: the weekday decides, then the zone, then the language; else it is refused."""
    day_first, month_first = _valid(year, second, first), _valid(year, first, second)
    if day_first is None or month_first is None or day_first == month_first:
        return day_first or month_first
    weekday = (match["weekday"] or "").lower()
    if weekday:
        fits = [day for day in (day_first, month_first) if day.weekday() == _WEEKDAYS[weekday]]
        if len(fits) == 1:
            return fits[0]
    zone = ((clock["zone"] if clock else None) or "").upper()
    if weekday in _INDONESIAN_DAYS or zone in INDONESIAN or match["sep"] == ".":
        return day_first
    return month_first if zone in AMERICAN else None


def _moment(day: date, clock: re.Match[str] | None) -> datetime | date:
    if clock is None or not clock["zone"]:
        return day
    hour = _hour(int(clock["hour"]), (clock["half"] or "").lower())
    if hour is None:
        return day
    local = datetime(day.year, day.month, day.day, hour, int(clock["minute"] or 0), int(clock["second"] or 0))
    zone = zone_of(clock["zone"], local)
    return day if zone is None else local.replace(tzinfo=zone)


def _hour(hour: int, half: str) -> int | None:
    if not half:
        return hour
    if not 1 <= hour <= 12:
        return hour if hour > 12 and half.startswith("p") else None
    return hour % 12 + (12 if half.startswith("p") else 0)


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
