"""Whether a time lies after the publication."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from kawat.records import Granularity, Span, Time
from kawat.resolve.times import is_ahead

DAY = date(2025, 3, 4)


def on(day: date) -> Time:
    return Time(day, day, Granularity.DAY, Span(0, 1), "day")


def test_the_next_day_may_be_a_matter_of_time_zones() -> None:
    assert not is_ahead(on(DAY), DAY)
    assert not is_ahead(on(DAY + timedelta(1)), DAY)
    assert is_ahead(on(DAY + timedelta(2)), DAY)
    assert not is_ahead(on(DAY), None)


@pytest.mark.parametrize("published", [date.min, date.max])
def test_at_the_ends_of_the_calendar_nothing_breaks(published: date) -> None:
    assert is_ahead(on(date.max), published) is (published == date.min)
