"""The calendar: what was announced, for when, and what became of it, seen from a day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from event_maker import event, on, person, telling
from hypothesis import given
from hypothesis import strategies as st

from kawat.records import Granularity, Status, Telling, Time
from kawat.views.calendar import Outcome, Plan, calendar, plan_of

PLANNED, DENIED, OCCURRED = Status.PLANNED, Status.DENIED, Status.OCCURRED
TODAY = date(2025, 8, 15)
EARLY, LATE = date(2025, 8, 10), date(2025, 8, 20)
JANUARY = Time(date(2026, 1, 1), date(2026, 1, 31), Granularity.MONTH)


def said(n: int, status: Status, day: date | None, published: int = 1, **more: Any) -> Telling:
    """Article ``n``, published on that day of August, says so of an event on ``day``."""
    return telling(n, status=status, time=on(day), published=date(2025, 8, published), **more)


def seen(*tellings: Telling, today: date = TODAY) -> Plan:
    plan = plan_of(event(*tellings), today)
    assert plan is not None
    return plan


def outlets(tellings: tuple[Telling, ...]) -> list[str | None]:
    return [telling.article.outlet for telling in tellings]


@pytest.mark.parametrize("status", [OCCURRED, Status.ONGOING, Status.POSSIBLE, DENIED])
def test_only_what_somebody_tells_as_planned_is_in_the_calendar(status: Status) -> None:
    assert plan_of(event(said(1, status, LATE)), TODAY) is None
    assert plan_of(event(said(1, status, LATE), said(2, PLANNED, LATE)), TODAY) is not None


@pytest.mark.parametrize(
    ("today", "outcome"),
    [
        (date(2025, 8, 19), Outcome.AHEAD),
        (LATE, Outcome.AHEAD),
        (date(2025, 8, 21), Outcome.OVERDUE),
    ],
)
def test_a_plan_is_overdue_from_the_day_after(today: date, outcome: Outcome) -> None:
    plan = seen(said(1, PLANNED, LATE), today=today)
    assert (plan.outcome, plan.days, plan.precision) == (outcome, (LATE, LATE), Granularity.DAY)
    assert outlets(plan.said_by) == ["Outlet 1"]


def test_a_month_has_passed_with_its_last_day() -> None:
    plan = telling(1, status=PLANNED, time=JANUARY)
    assert seen(plan, today=date(2026, 1, 31)).outcome is Outcome.AHEAD
    assert seen(plan, today=date(2026, 2, 1)).outcome is Outcome.OVERDUE
    assert seen(plan).precision is Granularity.MONTH


def test_it_happened_when_a_report_says_so_and_on_the_day_that_this_tells() -> None:
    plan = seen(said(1, PLANNED, EARLY), said(2, OCCURRED, date(2025, 8, 11), 12))
    assert plan.outcome is Outcome.OCCURRED
    assert (plan.planned, plan.days) == ((EARLY, EARLY), (date(2025, 8, 11),) * 2)
    assert outlets(plan.said_by) == ["Outlet 2"]


def test_a_report_of_its_happening_without_a_day_leaves_the_day_planned() -> None:
    plan = seen(said(1, PLANNED, EARLY), said(2, OCCURRED, None, 12))
    assert (plan.outcome, plan.days) == (Outcome.OCCURRED, (EARLY, EARLY))


def test_what_happened_before_the_plan_was_told_is_no_outcome_of_it() -> None:
    before = said(1, OCCURRED, date(2025, 8, 1), 2)
    assert seen(before, said(2, PLANNED, LATE, 5)).outcome is Outcome.AHEAD
    assert seen(said(1, OCCURRED, EARLY, 11), said(2, PLANNED, EARLY, 12)).outcome is Outcome.OCCURRED


def test_what_is_told_before_the_day_and_for_another_is_no_outcome_either() -> None:
    plan = said(1, PLANNED, LATE, 1)
    assert seen(plan, said(2, OCCURRED, date(2025, 8, 4), 5)).outcome is Outcome.AHEAD
    assert seen(plan, said(2, OCCURRED, None, 5)).outcome is Outcome.AHEAD
    assert seen(plan, said(2, OCCURRED, None, 20)).outcome is Outcome.OCCURRED


def test_a_plan_told_later_for_another_day_was_moved() -> None:
    plan = seen(said(1, PLANNED, EARLY, 1), said(2, PLANNED, LATE, 5))
    assert (plan.outcome, plan.days) == (Outcome.MOVED, (LATE, LATE))
    (move,) = plan.moves
    assert (move.before, move.after, move.published) == ((EARLY, EARLY), (LATE, LATE), date(2025, 8, 5))
    assert outlets(plan.said_by) == outlets(move.tellings) == ["Outlet 2"]


def test_a_moved_plan_whose_new_day_has_passed_is_overdue_and_keeps_its_move() -> None:
    plan = seen(said(1, PLANNED, EARLY, 1), said(2, PLANNED, LATE, 5), today=date(2025, 9, 1))
    assert (plan.outcome, len(plan.moves)) == (Outcome.OVERDUE, 1)


def test_two_moves_in_the_order_of_publication_whatever_that_of_the_reports() -> None:
    days = [EARLY, LATE, date(2025, 8, 25)]
    told = [said(n, PLANNED, day, n) for n, day in enumerate(days, 1)]
    plan = seen(*reversed(told))
    assert [(move.before[0], move.after[0]) for move in plan.moves] == [(days[0], days[1]), (days[1], days[2])]
    assert plan.planned == (days[2], days[2])


def test_an_exacter_day_is_no_move_and_a_vaguer_one_changes_nothing() -> None:
    exact = date(2026, 1, 12)
    month = telling(1, status=PLANNED, time=JANUARY, published=date(2025, 8, 1))
    plan = seen(month, said(2, PLANNED, exact, 5))
    assert (plan.moves, plan.planned, plan.precision) == ((), (exact, exact), Granularity.DAY)
    back = telling(3, status=PLANNED, time=JANUARY, published=date(2025, 8, 9))
    assert seen(month, said(2, PLANNED, exact, 5), back).planned == (exact, exact)


def test_one_article_that_names_the_old_day_and_the_new_tells_of_a_move() -> None:
    plan = seen(said(1, PLANNED, EARLY, 1), said(2, PLANNED, EARLY, 5, tag="a"), said(2, PLANNED, LATE, 5, tag="b"))
    assert (plan.outcome, plan.planned) == (Outcome.MOVED, (LATE, LATE))


def test_one_voice_against_more_moves_nothing_and_copies_are_one_voice() -> None:
    old = said(1, PLANNED, EARLY, 1)
    both = [said(2, PLANNED, EARLY, 5), said(3, PLANNED, EARLY, 5)]
    assert seen(old, *both, said(4, PLANNED, LATE, 5)).moves == ()
    copies = [said(n, PLANNED, EARLY, 5, copy_of="art-copied") for n in (2, 3)]
    assert len(seen(old, *copies, said(4, PLANNED, LATE, 5)).moves) == 1


def test_a_copy_printed_later_moves_nothing_back() -> None:
    told = [
        said(1, PLANNED, EARLY, 1, copy_of="art-copied"),
        said(2, PLANNED, LATE, 5),
        said(3, PLANNED, EARLY, 8, copy_of="art-copied"),
    ]
    assert seen(*told).planned == (LATE, LATE)


def test_a_plan_denied_afterwards_is_cancelled() -> None:
    plan = seen(said(1, PLANNED, LATE, 1), said(2, DENIED, None, 5))
    assert (plan.outcome, plan.days, outlets(plan.said_by)) == (Outcome.CANCELLED, (LATE, LATE), ["Outlet 2"])
    assert seen(said(1, PLANNED, LATE, 5), said(2, DENIED, None, 1)).outcome is Outcome.AHEAD


def test_planned_anew_after_it_was_called_off() -> None:
    told = [said(1, PLANNED, EARLY, 1), said(2, DENIED, None, 5), said(3, PLANNED, LATE, 8)]
    assert seen(*told).outcome is Outcome.MOVED


def test_on_one_day_the_denial_needs_as_many_sources() -> None:
    plans = [said(n, PLANNED, LATE, 5) for n in (1, 2)]
    denial = said(3, DENIED, None, 5)
    assert seen(*plans, denial).outcome is Outcome.AHEAD
    assert seen(plans[0], denial).outcome is Outcome.CANCELLED
    assert seen(plans[0], said(1, DENIED, None, 5, tag="b"), plans[1]).outcome is Outcome.CANCELLED


def test_it_happened_against_fewer_denials_and_not_against_more() -> None:
    told = [said(1, PLANNED, EARLY, 1), said(2, OCCURRED, EARLY, 11), said(3, DENIED, EARLY, 12)]
    assert seen(*told).outcome is Outcome.OCCURRED
    assert seen(*told, said(4, DENIED, EARLY, 12)).outcome is Outcome.CANCELLED


def test_soon_is_no_day() -> None:
    plan = seen(said(1, PLANNED, None), today=date(2030, 1, 1))
    assert (plan.outcome, plan.days, plan.precision) == (Outcome.UNDATED, None, Granularity.UNKNOWN)
    assert seen(said(1, PLANNED, None, 1), said(2, PLANNED, LATE, 2)).moves == ()


def test_the_steps_tell_the_whole_history_by_publication() -> None:
    voice = person("Sari", "IDN")
    told = [
        said(3, OCCURRED, LATE, 21),
        said(1, PLANNED, EARLY, 1, voices=(voice,)),
        said(2, PLANNED, EARLY, 1),
        said(4, PLANNED, LATE, 3),
    ]
    steps = seen(*told).steps
    assert [(s.published, s.status, s.days and s.days[0], outlets(s.tellings)) for s in steps] == [
        (date(2025, 8, 1), PLANNED, EARLY, ["Outlet 1", "Outlet 2"]),
        (date(2025, 8, 3), PLANNED, LATE, ["Outlet 4"]),
        (date(2025, 8, 21), OCCURRED, LATE, ["Outlet 3"]),
    ]


def listed(**asked: Any) -> list[str]:
    events = [
        event(said(1, PLANNED, EARLY, 1), said(2, PLANNED, LATE, 5), id="evt-moved"),
        event(said(3, PLANNED, date(2025, 8, 12), 2), id="evt-overdue"),
        event(said(4, PLANNED, None, 9), id="evt-new"),
        event(said(5, PLANNED, None, 2), id="evt-old"),
        event(said(6, PLANNED, LATE, 1), id="evt-ahead"),
        event(said(7, OCCURRED, LATE, 1), id="evt-none"),
    ]
    return [plan.event.id.removeprefix("evt-") for plan in calendar(events, TODAY, **asked)]


def test_by_day_and_what_has_none_at_the_end_latest_told_first() -> None:
    assert listed() == ["overdue", "ahead", "moved", "new", "old"]


def test_a_window_finds_a_moved_plan_by_either_day_and_an_undated_one_by_its_telling() -> None:
    assert listed(first=EARLY, last=EARLY) == ["moved"]
    assert listed(first=LATE) == ["ahead", "moved"]
    assert listed(first=date(2025, 8, 9), last=date(2025, 8, 12)) == ["overdue", "moved", "new"]


def test_only_the_overdue() -> None:
    assert listed(overdue=True) == ["overdue"]


statuses = st.sampled_from([PLANNED, DENIED, OCCURRED, Status.POSSIBLE])
some_days = st.none() | st.dates(date(2025, 8, 5), date(2025, 8, 25))
tellings = st.lists(st.tuples(statuses, some_days, st.integers(1, 28)), min_size=1, max_size=6)


@given(tellings, st.dates(date(2025, 8, 1), date(2025, 9, 30)), st.randoms())
def test_any_history_makes_one_plan_whatever_the_order(
    drawn: list[tuple[Status, date | None, int]], today: date, chance: Any
) -> None:
    told = [said(n, *one) for n, one in enumerate(drawn)]
    plan = plan_of(event(*told), today)
    assert (plan is None) is (PLANNED not in [one[0] for one in drawn])
    if plan is None:
        return
    assert sorted(t.report.id for step in plan.steps for t in step.tellings) == [t.report.id for t in told]
    for before, after in zip(plan.moves, plan.moves[1:], strict=False):
        assert before.after == after.before
    assert all(move.before[1] < move.after[0] or move.after[1] < move.before[0] for move in plan.moves)
    assert not plan.moves or plan.moves[-1].after == plan.planned
    assert (plan.outcome is Outcome.OVERDUE) <= (plan.planned is not None and plan.planned[1] < today)
    chance.shuffle(told)
    again = plan_of(event(*told), today)
    assert again is not None
    assert (again.outcome, again.planned, again.days) == (plan.outcome, plan.planned, plan.days)
    later = plan_of(event(*told), today + timedelta(days=400))
    assert later is not None and later.outcome not in (Outcome.AHEAD, Outcome.MOVED)
