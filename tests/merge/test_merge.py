"""Reports to events: what joins, what stays apart, the same whatever the order."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from record_maker import records, sample

from kawat.merge import merge
from kawat.records import Actor, ActorKind, Granularity, Place, Salience, Span, Status, Telling, Time

RUSSIA, UKRAINE, INDONESIA = "RUS", "UKR", "IDN"
DAY = date(2025, 8, 12)


def state(country: str) -> Actor:
    return Actor(country.title(), ActorKind.STATE, Span(0, 3), id=country, country=country)


def person(name: str, country: str | None = None, known: bool = True) -> Actor:
    return Actor(
        name, ActorKind.PERSON, Span(0, 3), id=f"person:{name.lower()}" if known else None, country=country
    )


def on(day: date | None) -> Time | None:
    return None if day is None else Time(day, day, Granularity.DAY)


def told(
    n: int,
    day: date | None = DAY,
    *,
    by: tuple[Actor, ...] = (state(RUSSIA),),
    to: tuple[Actor, ...] = (state(UKRAINE),),
    type: str = "ASSAULT",
    published: date | None = DAY,
    tag: str = "",
    **more: object,
) -> Telling:
    """Article ``n`` tells of an event on ``day``; ``tag`` tells several reports of one article apart."""
    record = sample(n, outlet=f"Outlet {n}")
    article = replace(record.article, published=published)
    report = replace(
        record.reports[0],
        id=f"rep-{n:04}{tag}",
        type=type,
        time=on(day),
        actors=by,
        recipients=to,
        place=None,
        **more,
    )
    return Telling(article, report)


def groups(*tellings: Telling) -> list[list[str]]:
    """The ids of the reports of each event, sorted."""
    return sorted(sorted(telling.report.id for telling in event.tellings) for event in merge(tellings))


def test_two_outlets_tell_one_event() -> None:
    (event,) = merge([told(1), told(2, status=Status.DENIED, published=DAY + timedelta(days=30))])
    assert [telling.article.outlet for telling in event.tellings] == ["Outlet 1", "Outlet 2"]
    assert (event.type, event.id[:4]) == ("ASSAULT", "evt-")


@pytest.mark.parametrize(
    "other",
    [
        told(2, DAY + timedelta(days=1)),
        told(2, type="ACCUSE"),
        told(2, to=(state(INDONESIA),)),
        told(2, to=()),
        told(2, by=(state(UKRAINE),), to=(state(RUSSIA),)),
    ],
    ids=["another day", "another type", "another side", "a side missing", "the other way round"],
)
def test_what_stays_apart(other: Telling) -> None:
    assert groups(told(1), other) == [["rep-0001"], ["rep-0002"]]


def test_meetings_have_no_direction() -> None:
    both = told(3, type="CONSULT", by=(state(UKRAINE), state(RUSSIA)), to=(), symmetric=True)
    there = told(2, type="CONSULT", by=(state(UKRAINE),), to=(state(RUSSIA),))
    assert groups(told(1, type="CONSULT"), there, both) == [["rep-0001", "rep-0002", "rep-0003"]]


def test_a_head_of_state_stands_for_the_state_between_states_but_not_inside_one() -> None:
    assert groups(told(1), told(2, by=(person("Ivan", RUSSIA),))) == [["rep-0001", "rep-0002"]]
    inside = (person("Sari", INDONESIA), person("Budi", INDONESIA))
    apart = groups(told(1, by=inside[:1], to=()), told(2, by=inside[1:], to=()), told(3, by=inside[:1], to=()))
    assert apart == [["rep-0001", "rep-0003"], ["rep-0002"]]


def test_nobody_known_is_like_nobody() -> None:
    gunmen = (person("gunmen", known=False),)
    assert groups(told(1, by=gunmen, to=()), told(2, by=gunmen, to=())) == [["rep-0001"], ["rep-0002"]]
    assert groups(told(1, by=(), to=()), told(2, by=(), to=())) == [["rep-0001"], ["rep-0002"]]
    assert groups(told(1, by=gunmen), told(2, by=gunmen)) == [["rep-0001", "rep-0002"]]


def test_an_undated_telling_joins_the_dated_group_nearest_to_its_publication() -> None:
    early, late = told(1, DAY), told(2, DAY + timedelta(days=4))
    undated = told(3, None, published=DAY + timedelta(days=3))
    assert groups(early, late, undated) == [["rep-0001"], ["rep-0002", "rep-0003"]]
    far = told(3, None, published=DAY + timedelta(days=9))
    assert groups(early, late, far) == [["rep-0001"], ["rep-0002"], ["rep-0003"]]
    never = told(3, None, published=None)
    assert groups(early, never) == [["rep-0001"], ["rep-0003"]]


def test_undated_tellings_join_by_publication_in_chains() -> None:
    chain = [told(n, None, published=DAY + timedelta(days=2 * n)) for n in (1, 2, 3)]
    late = told(9, None, published=DAY + timedelta(days=20))
    assert groups(*chain, late) == [["rep-0001", "rep-0002", "rep-0003"], ["rep-0009"]]


def test_one_article_tells_one_thing_once_unless_it_says_the_same_day() -> None:
    assert groups(told(1, None, tag="a"), told(1, None, tag="b")) == [["rep-0001a"], ["rep-0001b"]]
    assert groups(told(1, tag="a"), told(1, None, tag="b")) == [["rep-0001a"], ["rep-0001b"]]
    assert groups(told(1, tag="a"), told(1, tag="b")) == [["rep-0001a", "rep-0001b"]]


def test_a_second_article_finds_a_place_for_each_of_its_tellings() -> None:
    first = (told(1, None, tag="a"), told(1, None, tag="b"))
    second = (told(2, None, tag="a"), told(2, None, tag="b"))
    assert groups(*first, *second) == [["rep-0001a", "rep-0002a"], ["rep-0001b", "rep-0002b"]]


def test_history_and_plans_without_a_day_are_not_placed_by_the_day_of_publication() -> None:
    history = told(2, None, salience=Salience.BACKGROUND)
    assert groups(told(1), history) == [["rep-0001"], ["rep-0002"]]
    assert groups(told(1, None), history) == [["rep-0001"], ["rep-0002"]]
    plan = told(2, None, status=Status.PLANNED)
    assert groups(told(1), plan) == [["rep-0001"], ["rep-0002"]]
    assert groups(told(1, status=Status.PLANNED), plan) == [["rep-0001", "rep-0002"]]
    assert groups(told(1, None), told(2, None, status=Status.DENIED)) == [["rep-0001", "rep-0002"]]


def test_a_visit_without_a_day_is_not_the_call_of_that_week() -> None:
    call = told(1, type="CONSULT", mode="phone")
    assert groups(call, told(2, None, type="CONSULT", mode="visit")) == [["rep-0001"], ["rep-0002"]]
    assert groups(call, told(2, None, type="CONSULT", mode=None)) == [["rep-0001", "rep-0002"]]
    assert groups(call, told(2, type="CONSULT", mode="visit")) == [["rep-0001", "rep-0002"]]


def test_nothing_is_averaged() -> None:
    tellings = [told(1), told(2, confidence=0.1)]
    tellings[1] = replace(tellings[1], report=replace(tellings[1].report, place=Place("Kyiv", UKRAINE, Span(0, 3))))
    (event,) = merge(tellings)
    assert set(event.tellings) == set(tellings)


def test_ids_stay_when_other_things_are_added() -> None:
    known = {event.id for event in merge([told(1), told(2, None)])}
    more = [told(3), told(4, DAY + timedelta(days=9)), told(5, type="AID"), told(6, by=(), to=())]
    assert known <= {event.id for event in merge([told(1), told(2, None), *more])}


def test_no_tellings_no_events() -> None:
    assert merge([]) == ()


PAIRS = st.sampled_from(
    [
        ((state(RUSSIA),), (state(UKRAINE),)),
        ((state(RUSSIA),), (state(UKRAINE),)),
        ((state(UKRAINE),), (state(RUSSIA),)),
        ((person("Sari", INDONESIA),), ()),
        ((person("x", None, False),), ()),
    ]
)
DAYS = st.none() | st.integers(0, 8).map(lambda n: DAY + timedelta(days=n))
FIELDS = st.fixed_dictionaries(
    {
        "n": st.integers(1, 6),
        "day": DAYS,
        "sides": PAIRS,
        "type": st.sampled_from(["ASSAULT", "CONSULT"]),
        "published": DAYS,
        "status": st.sampled_from([Status.OCCURRED, Status.PLANNED, Status.DENIED]),
        "salience": st.sampled_from([Salience.MAIN, Salience.SECONDARY, Salience.BACKGROUND, Salience.MAIN]),
    }
)


@st.composite
def many(draw: st.DrawFn) -> list[Telling]:
    """Tellings of few articles about few things, so that much may join; one article has one day of publication."""
    drawn = draw(st.lists(FIELDS, max_size=14))
    published = {one["n"]: one["published"] for one in drawn}
    out = []
    for at, one in enumerate(drawn):
        by, to = one.pop("sides")
        out.append(told(**one | {"by": by, "to": to, "published": published[one["n"]], "tag": f"-{at}"}))
    return out


@settings(max_examples=200, deadline=None)
@given(many(), st.randoms(use_true_random=False))
def test_the_order_decides_nothing_and_every_telling_has_one_event(tellings: list[Telling], dice: object) -> None:
    events = merge(tellings)
    shuffled = list(tellings)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    assert merge(shuffled) == events
    ids = [telling.report.id for event in events for telling in event.tellings]
    assert sorted(ids) == sorted(telling.report.id for telling in tellings)
    assert len({event.id for event in events}) == len(events)


@settings(max_examples=200, deadline=None)
@given(many())
def test_what_holds_of_every_event(tellings: list[Telling]) -> None:
    for event in merge(tellings):
        reports = [telling.report for telling in event.tellings]
        assert {report.type for report in reports} == {event.type}
        assert len({report.time.start for report in reports if report.time}) <= 1
        undated = [telling.article.id for telling in event.tellings if telling.report.time is None]
        assert len(undated) == len(set(undated))
        if len(reports) > 1:
            assert all(any(a.id or a.country for a in (*r.actors, *r.recipients)) for r in reports)


@settings(max_examples=30, deadline=None)
@given(st.lists(records(), max_size=4), st.randoms(use_true_random=False))
def test_any_records_merge(found: list[object], dice: object) -> None:
    tellings = [Telling(r.article, report) for r in found for report in r.reports]  # type: ignore[attr-defined]
    unique = list({telling.report.id: telling for telling in tellings}.values())
    shuffled = list(unique)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    assert merge(shuffled) == merge(unique)


def test_an_outlet_counts_once_in_an_event() -> None:
    from kawat.cli.cells import event_cells
    from kawat.cli.face import Face
    from kawat.cli.plain import event_json

    tellings = [told(1, tag="a"), told(1, tag="b")]
    (event,) = merge(tellings)
    assert len(event.tellings) == 2
    assert event_json(event)["outlets"] == ["Outlet 1"]
    assert event_cells(Face("en"), event)[-1] == "Outlet 1"
