"""A timeline: who takes part, what is counted, and in which period."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from event_maker import AUGUST, PUTIN, RUSSIA, TRUMP, UKRAINE, event, on, person, state, telling
from hypothesis import given
from hypothesis import strategies as st

from kawat.ontology import score
from kawat.records import Event, Granularity, Salience, Status, Time
from kawat.views.timeline import By, Part, Party, Timeline, label, mode_of, part_of, period_of, sides_told, timeline

RUS, UKR = Party("Russia", country="RUS"), Party("Ukraine", country="UKR")
DAY = date(2025, 8, 11)
NATO = state("IGO")


def one(**values: Any) -> Event:
    number = values.pop("n", 1)
    return event(telling(number, **values), id=f"evt-{number}")


def read(*events: Event, other: Party | None = UKR, **more: Any) -> Timeline:
    return timeline(events, RUS, other, **more)


# --- who takes part --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("actors", "recipients", "symmetric", "part"),
    [
        ((RUSSIA,), (UKRAINE,), False, Part.BETWEEN),
        ((UKRAINE,), (PUTIN,), False, Part.BETWEEN),
        ((RUSSIA, UKRAINE), (), True, Part.BETWEEN),
        ((RUSSIA, UKRAINE), (NATO,), False, Part.JOINT),
        ((NATO,), (RUSSIA, UKRAINE), False, Part.JOINT),
        ((RUSSIA,), (NATO,), False, None),
        ((RUSSIA,), (), False, None),
    ],
)
def test_how_two_take_part(actors: Any, recipients: Any, symmetric: bool, part: Part | None) -> None:
    told = one(actors=actors, recipients=recipients, symmetric=symmetric)
    assert part_of(sides_told(told), RUS, UKR) is part
    assert part_of(sides_told(told), UKR, RUS) is part


def test_one_takes_part_on_either_side() -> None:
    assert part_of(sides_told(one()), RUS) is part_of(sides_told(one()), UKR) is Part.ALONE
    assert part_of(sides_told(one()), Party("Sweden", country="SWE")) is None


def test_sides_that_different_reports_tell_are_put_together() -> None:
    halves = [telling(1, recipients=()), telling(2, actors=())]
    assert part_of(sides_told(event(*halves)), RUS, UKR) is Part.BETWEEN


def test_nobody_is_both_parties_at_once() -> None:
    putin = Party("Vladimir Putin", id="person:putin")
    alone, beside = (
        sides_told(one(actors=(PUTIN, other), recipients=(), symmetric=True)) for other in (TRUMP, RUSSIA)
    )
    assert part_of(alone, RUS, putin) is None
    assert part_of(beside, RUS, putin) is Part.BETWEEN


def test_an_actor_is_known_by_id_else_by_name() -> None:
    putin = Party("Vladimir Putin", id="person:putin")
    assert putin.is_one(PUTIN)
    assert not putin.is_one(person("Vladimir Putin", id="person:another"))
    assert putin.is_one(person("Vladimir Putin"))
    assert not putin.is_one(person("Vladimir Putin Junior"))
    named = Party("huang")
    assert named.is_one(person("Huáng Xilian")) and named.is_one(person("Duta Besar Huang"))
    assert not named.is_one(person("Huangpu"))
    assert not Party("...").is_one(PUTIN)


# --- what is counted -------------------------------------------------------------------------------------


def test_cooperation_and_conflict_are_counted_apart_with_plovers_scores() -> None:
    made = read(
        one(n=1, type="CONSULT", mode="visit"),
        one(n=2, type="CONSULT"),
        one(n=3, type="ASSAULT"),
        one(n=4, type="AID"),
    )
    (period,) = made.periods
    assert (period.label, period.days) == ("2025-08", (date(2025, 8, 1), date(2025, 8, 31)))
    up = score("CONSULT", "visit") + score("CONSULT") + score("AID")
    assert (period.cooperation().events, period.cooperation().score) == (3, up)
    assert (period.conflict().events, period.conflict().score) == (1, score("ASSAULT"))
    assert period.weight == up - score("ASSAULT")


@pytest.mark.parametrize("status", [Status.PLANNED, Status.POSSIBLE, Status.DENIED])
def test_what_has_not_happened_stands_in_its_own_column(status: Status) -> None:
    (period,) = read(one(n=1, status=status), one(n=2, status=Status.ONGOING)).periods
    assert {one: period.told(one) for one in Status if one not in (Status.OCCURRED, Status.ONGOING)} == {
        other: int(other is status) for other in (Status.PLANNED, Status.POSSIBLE, Status.DENIED)
    }
    assert period.conflict().events == 1


def test_a_joint_act_against_a_third_is_no_conflict_between_them() -> None:
    (period,) = read(one(actors=(RUSSIA, UKRAINE), recipients=(NATO,))).periods
    assert (period.joint, period.conflict().events, period.weight) == (1, 0, 0)


def test_history_is_counted_apart_and_on_its_own_day_never_on_that_of_publication() -> None:
    old = one(n=1, salience=Salience.BACKGROUND, time=on(date(1999, 3, 24)))
    retold = event(telling(2), telling(3, salience=Salience.BACKGROUND), id="evt-2")
    made = read(old, retold)
    assert [period.label for period in made.periods] == ["1999-03", "2025-08"]
    assert (made.periods[0].background, made.periods[0].conflict().events) == (1, 0)
    assert made.periods[0].conflict(background=True).score == score("ASSAULT")
    assert (made.periods[1].background, made.periods[1].conflict().events) == (0, 1)


def test_the_mode_that_most_sources_tell_gives_the_score() -> None:
    told = [telling(n, type="ASSAULT", mode=mode) for n, mode in enumerate(("abduct", "beat", "beat", None))]
    assert mode_of(event(*told)) == "beat"
    copies = [telling(n, type="ASSAULT", mode="beat", copy_of="art-1") for n in (5, 6)]
    assert mode_of(event(telling(1, mode="abduct"), *copies)) == "abduct"
    assert mode_of(event(telling(1, mode="no such mode"))) is None


# --- when ------------------------------------------------------------------------------------------------


def test_what_has_no_day_or_a_vague_one_is_undated() -> None:
    year = Time(date(2025, 1, 1), date(2025, 12, 31), Granularity.YEAR)
    vague = Time(date(2019, 2, 1), date(2022, 1, 5), Granularity.RANGE)
    events = [one(n=1, time=None), one(n=2, time=AUGUST), one(n=3, time=year), one(n=4, time=vague)]
    made = read(*events)
    assert [[e.id for e in period.entries] for period in made.periods] == [["evt-2"]]
    assert {e.id for e in made.undated.entries} == {"evt-1", "evt-3", "evt-4"}
    assert made.undated.conflict().events == 3
    yearly = read(*events, by=By.YEAR)
    assert [(p.label, len(p.entries)) for p in yearly.periods] == [("2025", 2)]
    assert len(read(*events, by=By.DAY).undated.entries) == 4


def test_what_takes_a_few_days_stands_where_it_began() -> None:
    (period,) = read(one(time=on(date(2025, 7, 31), date(2025, 8, 2)))).periods
    assert period.label == "2025-07"


def test_since_and_until_are_inclusive_and_leave_out_what_has_no_day() -> None:
    events = [one(n=n, time=on(DAY + timedelta(days=n))) for n in range(4)] + [one(n=9, time=None)]
    made = read(*events, by=By.DAY, since=DAY + timedelta(days=1), until=DAY + timedelta(days=2))
    assert [period.label for period in made.periods] == ["2025-08-12", "2025-08-13"]
    assert made.undated.entries == ()


def test_periods_have_iso_names() -> None:
    day = date(2024, 12, 30)  # a Monday, in the first week of 2025
    assert [label(day, by) for by in By] == ["2024-12-30", "2025-W01", "2024-12", "2024"]
    assert period_of(day, By.MONTH) == (date(2024, 12, 1), date(2024, 12, 31))
    assert period_of(date(2024, 2, 5), By.MONTH)[1] == date(2024, 2, 29)


@given(st.dates(), st.sampled_from(By))
def test_a_day_is_in_one_period_and_periods_do_not_overlap(day: date, by: By) -> None:
    first, last = period_of(day, by)
    assert first <= day <= last
    for inside in (first, last):
        assert period_of(inside, by) == (first, last) and label(inside, by) == label(day, by)
    if last < date.max:
        assert period_of(last + timedelta(days=1), by)[0] == last + timedelta(days=1)


types = st.sampled_from(["CONSULT", "ASSAULT", "AID", "ACCUSE"])
days = st.none() | st.dates(date(2024, 1, 1), date(2025, 12, 31))
drawn = st.lists(st.tuples(types, days, st.sampled_from(Status), st.sampled_from(Salience)), max_size=8)


@given(drawn, st.sampled_from(By))
def test_every_event_is_told_once(given: list[Any], by: By) -> None:
    events = [
        one(n=n, type=type, time=on(day), status=status, salience=salience)
        for n, (type, day, status, salience) in enumerate(given)
    ]
    made = read(*events, by=by)
    whole = [*made.periods, made.undated]
    assert sorted(e.id for period in whole for e in period.entries) == sorted(e.id for e in events)
    statuses = (Status.PLANNED, Status.POSSIBLE, Status.DENIED)
    counted = sum(
        p.cooperation().events + p.conflict().events + p.background + sum(map(p.told, statuses)) for p in whole
    )
    assert counted == len(events)
    assert [p.days for p in made.periods] == sorted(p.days for p in made.periods if p.days)
