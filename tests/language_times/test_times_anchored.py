"""Days counted from other days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.language.times import Anaphoric
from kawat.language.times.anchored import counted_from
from kawat.language.times.model import Calendar, Unit
from kawat.records import Granularity

FRIDAY = date(2025, 8, 15)


def days(node: Anaphoric, first: date, last: date | None = None) -> tuple[str, str] | None:
    found = counted_from(node, first, last or first, "words")
    return None if found is None else (found.start.isoformat(), found.end.isoformat())


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (Anaphoric(Unit.DAY, 1), ("2025-08-16", "2025-08-16")),
        (Anaphoric(Unit.DAY, -1), ("2025-08-14", "2025-08-14")),
        (Anaphoric(Unit.DAY, 0), ("2025-08-15", "2025-08-15")),
        (Anaphoric(Unit.WEEK, 1, 4), ("2025-08-22", "2025-08-22")),  # the following Friday
        (Anaphoric(Unit.WEEK, 1, 0), ("2025-08-18", "2025-08-18")),
        (Anaphoric(Unit.WEEK, -1, 4), ("2025-08-08", "2025-08-08")),
        (Anaphoric(Unit.WEEK, -1, 3), ("2025-08-14", "2025-08-14")),
        (Anaphoric(Unit.WEEK, 1), ("2025-08-18", "2025-08-24")),
        (Anaphoric(Unit.MONTH, -2), ("2025-06-01", "2025-06-30")),
        (Anaphoric(Unit.YEAR, 1), ("2026-01-01", "2026-12-31")),
        (Anaphoric(Unit.YEAR, 0), ("2025-01-01", "2025-12-31")),
        (Anaphoric(Unit.HOUR, 3), None),
        (Anaphoric(Unit.CENTURY, 1), None),
        (Anaphoric(Unit.HALF, 1), None),  # half a year later is no year later
        (Anaphoric(Unit.WEEK, 0, 4), None),
        (Anaphoric(Unit.YEAR, 9_000), None),
    ],
)
def test_from_a_day(node: Anaphoric, expected: tuple[str, str] | None) -> None:
    assert days(node, FRIDAY) == expected


def test_from_some_days_it_counts_on_from_the_last_and_back_from_the_first() -> None:
    last = FRIDAY + timedelta(days=2)
    assert days(Anaphoric(Unit.DAY, 1), FRIDAY, last) == ("2025-08-18", "2025-08-18")
    assert days(Anaphoric(Unit.DAY, -1), FRIDAY, last) == ("2025-08-14", "2025-08-14")
    same = counted_from(Anaphoric(Unit.DAY, 0), FRIDAY, last, "words")
    assert same is not None and same.granularity is Granularity.RANGE


def test_a_year_gives_years_and_no_day() -> None:
    first, last = date(2013, 1, 1), date(2013, 12, 31)
    assert days(Anaphoric(Unit.YEAR, 1), first, last) == ("2014-01-01", "2014-12-31")
    assert days(Anaphoric(Unit.DAY, 1), first, last) is None
    assert days(Anaphoric(Unit.MONTH, 1), first, last) is None
    assert days(Anaphoric(Unit.WEEK, 1, 2), first, last) is None


def test_a_month_of_that_year_is_a_month() -> None:
    july = Anaphoric(Unit.YEAR, 0, of_year=Calendar(month=7))
    assert days(july, date(2006, 5, 3)) == ("2006-07-01", "2006-07-31")
    assert days(replace(july, offset=1), date(2006, 5, 3)) == ("2007-07-01", "2007-07-31")
    assert days(Anaphoric(Unit.YEAR, 0, of_year=Calendar(month=2, day=29)), date(2006, 5, 3)) is None


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(-6, 6).filter(bool), st.integers(0, 6))
def test_there_and_back(day: date, offset: int, weekday: int) -> None:
    there = counted_from(Anaphoric(Unit.DAY, offset), day, day, "words")
    assert there is not None
    back = counted_from(Anaphoric(Unit.DAY, -offset), there.start, there.end, "words")
    assert back is not None and back.start == day
    after = counted_from(Anaphoric(Unit.WEEK, 1, weekday), day, day, "words")
    assert after is not None and 1 <= (after.start - day).days <= 7 and after.start.weekday() == weekday
