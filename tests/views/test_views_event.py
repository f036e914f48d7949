"""An event as a whole: its days, its status, who tells it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from event_maker import AUGUST, MONDAY, PUTIN, RUSSIA, TUESDAY, UKRAINE, WEDNESDAY, event, on, telling
from hypothesis import given
from hypothesis import strategies as st

from kawat.records import Granularity, Salience, Status, Telling, Time
from kawat.views.event import (
    best_report,
    days_of,
    event_days,
    first_published,
    is_exact,
    is_mutual,
    outlets_of,
    publication_order,
    salience_of,
    sides_of,
    sources_of,
    status_of,
)

LATER = WEDNESDAY + timedelta(days=20)


def test_an_open_end_counts_as_the_other_end() -> None:
    assert days_of(Time(MONDAY, None, Granularity.RANGE)) == (MONDAY, MONDAY)
    assert days_of(Time(None, TUESDAY, Granularity.RANGE)) == (TUESDAY, TUESDAY)
    assert days_of(Time(None, None, Granularity.UNKNOWN)) is None and days_of(None) is None
    assert days_of(Time(datetime(2025, 8, 11, 23, tzinfo=UTC), None, Granularity.INSTANT)) == (MONDAY, MONDAY)


@pytest.mark.parametrize(
    ("time", "exact"),
    [
        (on(MONDAY), True),
        (on(MONDAY, WEDNESDAY), True),
        (on(MONDAY, LATER), False),
        (AUGUST, False),
        (Time(MONDAY, MONDAY, Granularity.WEEK), False),
        (None, False),
    ],
)
def test_what_tells_a_day(time: Time | None, exact: bool) -> None:
    assert is_exact(time) is exact


def test_the_day_that_most_independent_sources_give() -> None:
    assert event_days(event(telling(1, time=on(TUESDAY)), telling(2), telling(3))) == (MONDAY, MONDAY)
    copies = [telling(n, time=on(TUESDAY), copy_of="art-x") for n in (1, 2, 3)]
    assert event_days(event(*copies, telling(4), telling(5))) == (MONDAY, MONDAY)
    assert event_days(event(telling(1, time=on(TUESDAY)), telling(2))) == (TUESDAY, TUESDAY)  # told first


def test_an_exact_day_goes_before_months_and_long_ranges() -> None:
    months = [telling(n, time=AUGUST) for n in (1, 2, 3)]
    assert event_days(event(*months, telling(4))) == (MONDAY, MONDAY)
    long = [telling(n, time=on(date(2025, 1, 1), LATER)) for n in (1, 2, 3)]
    assert event_days(event(*long, telling(4))) == (MONDAY, MONDAY)
    assert event_days(event(*months)) == (date(2025, 8, 1), date(2025, 8, 31))
    assert event_days(event(telling(1, time=None))) is None


def test_what_happened_goes_before_what_was_planned() -> None:
    plans = [telling(n, time=on(MONDAY), status=Status.PLANNED) for n in (1, 2)]
    assert event_days(event(*plans, telling(3, time=on(WEDNESDAY)))) == (WEDNESDAY, WEDNESDAY)


def test_a_plan_gives_the_day_only_within_the_month_in_which_it_happened() -> None:
    plan = telling(1, time=on(MONDAY), status=Status.PLANNED)
    assert event_days(event(plan, telling(2, time=AUGUST))) == (MONDAY, MONDAY)
    september = Time(date(2025, 9, 1), date(2025, 9, 30), Granularity.MONTH)
    assert event_days(event(plan, telling(2, time=september))) == (date(2025, 9, 1), date(2025, 9, 30))


def test_of_a_moved_plan_the_day_given_last_counts_and_a_late_copy_moves_nothing_back() -> None:
    old = telling(1, time=on(TUESDAY), status=Status.PLANNED, published=MONDAY, copy_of="art-x")
    new = telling(2, time=on(WEDNESDAY), status=Status.PLANNED, published=TUESDAY)
    copy = telling(3, time=on(TUESDAY), status=Status.PLANNED, published=WEDNESDAY, copy_of="art-x")
    assert event_days(event(old, new)) == (WEDNESDAY, WEDNESDAY)
    assert event_days(event(old, new, copy)) == (WEDNESDAY, WEDNESDAY)


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ([("planned", MONDAY), ("occurred", TUESDAY)], Status.OCCURRED),
        ([("occurred", MONDAY), ("planned", TUESDAY)], Status.OCCURRED),
        ([("occurred", MONDAY), ("denied", TUESDAY)], Status.OCCURRED),
        ([("occurred", MONDAY), ("denied", TUESDAY), ("denied", WEDNESDAY)], Status.DENIED),
        ([("possible", MONDAY), ("planned", TUESDAY)], Status.PLANNED),
        ([("planned", MONDAY), ("denied", TUESDAY)], Status.DENIED),
        ([("ongoing", MONDAY), ("ongoing", MONDAY), ("occurred", TUESDAY)], Status.ONGOING),
        ([("planned", None), ("possible", MONDAY)], Status.POSSIBLE),
    ],
)
def test_how_it_stands(told: list[tuple[str, date | None]], status: Status) -> None:
    tellings = [telling(n, status=Status(one), published=day) for n, (one, day) in enumerate(told)]
    assert status_of(event(*tellings)) is status


def test_copies_deny_once() -> None:
    denials = [telling(n, status=Status.DENIED, copy_of="art-x", published=WEDNESDAY) for n in (2, 3, 4)]
    assert status_of(event(telling(1), *denials)) is Status.OCCURRED


def test_who_tells_it() -> None:
    told = event(telling(1), telling(2, copy_of="art-1"), telling(3, copy_of="art-1"), telling(4, outlet=None))
    assert len(sources_of(told.tellings)) == 3
    assert outlets_of(told)[:3] == ("Outlet 1", "Outlet 2", "Outlet 3")
    assert outlets_of(told)[3] == told.tellings[3].article.id


def test_a_source_tells_it_when_its_first_copy_appears() -> None:
    copies = [telling(n, copy_of="art-x", published=day) for n, day in ((1, WEDNESDAY), (2, MONDAY), (3, None))]
    assert first_published(copies) == {"art-x": MONDAY}
    assert first_published(copies[2:]) == {"art-x": date.min}


def test_by_publication_moments_of_one_day_have_an_order() -> None:
    early, late = (telling(n, published=datetime(2025, 8, 12, h, tzinfo=UTC)) for n, h in ((2, 6), (1, 9)))
    assert sorted([late, telling(3, published=None), early], key=publication_order)[:2] == [early, late]


def test_history_for_all_is_background() -> None:
    old, new = telling(1, salience=Salience.BACKGROUND), telling(2, salience=Salience.SECONDARY)
    assert salience_of(event(old)) is Salience.BACKGROUND
    assert salience_of(event(old, new)) is Salience.SECONDARY


def test_the_best_report_is_as_the_event_stands_and_the_earliest_of_equals() -> None:
    plan = telling(1, status=Status.PLANNED, confidence=1.0)
    one, two = telling(2), telling(3)
    assert best_report(event(plan, one, two)) is one
    bare = telling(4, recipients=(), confidence=0.99)
    assert best_report(event(bare, one)) is one
    background = telling(5, salience=Salience.BACKGROUND, confidence=1.0)
    assert best_report(event(background, one)) is one
    both = telling(6, actors=(RUSSIA, UKRAINE), recipients=(), symmetric=True)
    assert best_report(event(bare, both)) is both


def test_sides_and_mutual_events() -> None:
    assert sides_of(telling(1, actors=(RUSSIA, PUTIN)).report) == ("RUS", "UKR")
    assert not is_mutual(event(telling(1)))
    assert is_mutual(event(telling(1, type="CONSULT")))
    assert is_mutual(event(telling(1, symmetric=True)))


def tellings() -> st.SearchStrategy[list[Telling]]:
    days = st.sampled_from([None, MONDAY, TUESDAY, WEDNESDAY])
    one = st.tuples(st.sampled_from(Status), days, days, st.sampled_from([None, "art-a", "art-b"]))
    return st.lists(one, min_size=1, max_size=7).map(
        lambda told: [
            telling(n, status=status, time=on(day), published=published, copy_of=copy)
            for n, (status, day, published, copy) in enumerate(told)
        ]
    )


@given(tellings())
def test_values_are_told_never_made_up(told: list[Telling]) -> None:
    whole = event(*told)
    assert status_of(whole) in {one.report.status for one in told}
    assert event_days(whole) in {days_of(one.report.time) for one in told}
    assert best_report(whole) in told


@given(tellings())
def test_a_copy_of_a_text_changes_nothing(told: list[Telling]) -> None:
    first = min(told, key=publication_order)
    marked = [replace(one, copy_of=first.source) if one.source == first.source else one for one in told]
    again = telling(99, status=first.report.status, time=first.report.time, copy_of=first.source)
    late = replace(again, article=replace(again.article, published=date(2025, 9, 1)))
    if first.article.published_day is not None:
        assert status_of(event(*marked, late)) is status_of(event(*marked))
        assert event_days(event(*marked, late)) == event_days(event(*marked))
