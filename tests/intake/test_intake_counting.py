"""Sums over many events: what is kept ready adds up to what whole events tell, and so does what waits for it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

import pytest

from kawat.bench.merging.scale import made_records
from kawat.bench.serving.dressing import dressed
from kawat.export.period_json import period_json
from kawat.intake import events, keep
from kawat.intake.counting import Counts, counts_of
from kawat.intake.dealing import key_of, scores, sides, ties
from kawat.intake.deciding import Editor, reject
from kawat.intake.parties import events_of, party_called
from kawat.intake.summaries import summarise
from kawat.records import Event, Granularity, Record, Status, Time
from kawat.store import ReportFilter, Store, counting, open_store
from kawat.store.counting import Window
from kawat.views import event as view_event
from kawat.views.calendar import calendar
from kawat.views.event import event_days
from kawat.views.exactness import exactness, is_vague
from kawat.views.planned import plan_json
from kawat.views.shown import shown_json
from kawat.views.summary import summary_of
from kawat.views.timeline import By, by_period, timeline

AT = datetime(2026, 1, 1, tzinfo=UTC)
ALWAYS = Window()
ALL = ReportFilter()
FIRST = date(2024, 1, 1)
HALF = Window(FIRST + timedelta(days=4), FIRST + timedelta(days=9))


def record(made: Record) -> Record:
    """Reports of one type and day are dressed alike, so that they can be one event."""
    reports = (dressed(one, f"{one.type} {one.actors[0].id} {one.time and one.time.start}") for one in made.reports)
    return replace(made, reports=tuple(reports))


@pytest.fixture(scope="module", params=["kept", "waiting", "some"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store whose events have their facts, or wait for them, or some of both; an editor changed one."""
    made = [record(one) for one in made_records(120, seed=3, days=14, states=6)]
    with open_store(tmp_path_factory.mktemp("counting") / "s.db", create=True) as store:
        for number, one in enumerate(made):
            keep(store, one, AT)
            if request.param == "some" and number == len(made) // 2:
                summarise(store)
        reject(store, made[0].reports[0].id, Editor("siti", AT))
        if request.param == "kept":
            summarise(store)
        assert bool(store.waiting_events()) is (request.param != "kept")
        yield store


@pytest.fixture(scope="module")
def counts(store: Store) -> Counts:
    return counts_of(store)


@cache
def whole_events(store: Store) -> tuple[Event, ...]:
    return events(store)


@cache
def every_summary(store: Store) -> tuple[dict[str, Any], ...]:
    return tuple(map(summary_of, whole_events(store)))


def short(store: Store, window: Window = ALWAYS) -> list[dict[str, Any]]:
    told = every_summary(store)
    return [one for one in told if window.fits(one["day"] or "", one["last_day"] or "")]


@pytest.mark.parametrize("window", [ALWAYS, HALF, Window(since=HALF.since), Window(until=HALF.until)])
def test_parties_are_counted_once_an_event(store: Store, counts: Counts, window: Window) -> None:
    told = short(store, window)
    assert len(told) > 10
    actors = Counter(key for one in told for key in {key_of(actor) for actor in sides(one)})
    codes = Counter(code for one in told for code in {actor["country"] for actor in sides(one)})
    assert counts.parties("actor", window) == dict(actors)
    assert counts.parties("country", window) == dict(codes)
    dealing = Counter(key for one in told for key in {key for ends in ties(one, True) for key in ends})
    assert counts.parties("country", window, dealt=True) == dict(dealing)


def test_a_party_is_found_by_a_part_of_a_name(store: Store, counts: Counts) -> None:
    every = counts.parties("actor", ALWAYS)
    key = max(every)
    name = next(one["name"] for told in short(store) for one in sides(told) if key_of(one) == key)
    found = counts.parties("actor", ALWAYS, named=name[1:4].upper())
    assert found[key] == every[key]
    assert found.items() <= every.items()
    assert counts.parties("actor", ALWAYS, named="nobody at all") == {}


def test_the_latest_event_tells_who_somebody_is(store: Store, counts: Counts) -> None:
    days = {one["id"]: one["day"] or "" for one in short(store)}
    for key, event in counts.latest("actor", [*counts.parties("actor", ALWAYS), "nobody"]).items():
        own = [one["id"] for one in short(store) if key in map(key_of, sides(one))]
        assert event in own
        assert counts.waiting or days[event] == max(days[one] for one in own)


@pytest.mark.parametrize("window", [ALWAYS, HALF])
@pytest.mark.parametrize("scope", ["actor", "country"])
def test_ties_add_up(store: Store, counts: Counts, scope: str, window: Window) -> None:
    keys = sorted(counts.parties(scope, window))[:-1]
    expected: dict[tuple[str, str], list[int]] = {}
    for one in short(store, window):
        for ends in ties(one, scope == "country"):
            if set(ends) <= set(keys):
                row = expected.setdefault(ends, [0, 0, 0])
                row[:] = [row[0] + 1, row[1] + scores(one)[0], row[2] + scores(one)[1]]
    found = counts.ties(scope, keys, window)
    assert {(one.one, one.other): [one.events, one.cooperation, one.conflict] for one in found} == expected
    assert [(one.one, one.other) for one in found] == sorted(expected)
    assert len(expected) > 3


def exact_days(told: list[Event]) -> tuple[str | None, str | None]:
    """The first and the last day of events that are told exactly."""
    days = [(own, exactness(one.tellings, own)) for one in told if (own := event_days(one)) is not None]
    exact = [own for own, how in days if not is_vague(own, how)]
    first, last = min((day for day, _ in exact), default=None), max((day for _, day in exact), default=None)
    return first and first.isoformat(), last and last.isoformat()


MONTH = Time(date(2024, 1, 1), date(2024, 1, 31), Granularity.MONTH)
PERIOD = Time(FIRST + timedelta(days=9), FIRST + timedelta(days=30), Granularity.RANGE)
WEEK = Time(FIRST + timedelta(days=10), FIRST + timedelta(days=16), Granularity.WEEK)
DAYS = Time(FIRST + timedelta(days=7), FIRST + timedelta(days=14), Granularity.RANGE)
SINCE = Time(FIRST - timedelta(days=400), None, Granularity.YEAR)


@pytest.fixture(scope="module", params=["kept", "waiting"])
def vague(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """A store of events on exact days, and on days that tell none: a month, a week, three weeks, a year."""
    times = [None, MONTH, PERIOD, WEEK, DAYS, SINCE]
    with open_store(tmp_path_factory.mktemp("vague") / "s.db", create=True) as store:
        for number, one in enumerate(map(record, made_records(60, seed=5, days=6, states=3))):
            time = times[number % len(times)]
            reports = tuple(replace(own, time=own.time if time is None else time) for own in one.reports)
            keep(store, replace(one, reports=reports), AT)
        if request.param == "kept":
            summarise(store)
        yield store


@pytest.mark.parametrize("window", [ALWAYS, Window(since=FIRST + timedelta(days=2)), Window(until=FIRST)])
@pytest.mark.parametrize("scope", ["actor", "country"])
def test_the_first_and_the_last_day_are_told_exactly(vague: Store, scope: str, window: Window) -> None:
    counts = counts_of(vague)
    told = {one.id: one for one in events(vague)}
    within: dict[tuple[str, str], list[Event]] = {}
    for short_one in map(summary_of, told.values()):
        if window.fits(short_one["day"] or "", short_one["last_day"] or ""):
            for ends in ties(short_one, scope == "country"):
                within.setdefault(ends, []).append(told[short_one["id"]])
    found = counts.ties(scope, sorted(counts.parties(scope, ALWAYS)), window)
    assert {(one.one, one.other): (one.first, one.last) for one in found} == {
        ends: exact_days(own) for ends, own in within.items()
    }
    exact = {one.id for own in within.values() for one in own if exact_days([one]) != (None, None)}
    assert {one.id for own in within.values() for one in own} - exact


def test_the_days_of_a_party_are_told_exactly(vague: Store) -> None:
    counts, whole = counts_of(vague), events(vague)
    for code in counts.parties("country", ALWAYS):
        own = [one for one in whole if code in {actor["country"] for actor in sides(summary_of(one))}]
        told = counts.dealings("country", code)
        assert (told.first, told.last) == exact_days(own)
        assert told.first is None or told.first >= FIRST.isoformat()
        assert {(one.other, one.first, one.last) for one in told.ties} == {
            (one.other if one.one == code else one.one, one.first, one.last)
            for one in counts.ties("country", sorted(counts.parties("country", ALWAYS)), ALWAYS)
            if code in (one.one, one.other)
        }


def test_the_store_knows_exact_days_as_views_do() -> None:
    assert set(counting.COARSE) == {one.value for one in view_event.COARSE}
    assert counting.LONGEST_EXACT == view_event.LONGEST_EXACT


def test_dealings_of_one_party(store: Store, counts: Counts) -> None:
    every = counts.parties("country", ALWAYS)
    code = max(every, key=lambda one: (every[one], one))
    told = counts.dealings("country", code)
    own = [one for one in short(store) if code in {actor["country"] for actor in sides(one)}]
    assert told.events == len(own)
    assert told.types == dict(Counter(one["type"] for one in own))
    dated = [one for one in own if one["day"]]
    assert (told.first, told.last) == (min(one["day"] for one in dated), max(one["last_day"] for one in dated))
    outlets = Counter(outlet for text in told.outlets for outlet in json.loads(text))
    assert outlets == Counter(outlet for one in own for outlet in one["corroboration"]["outlets"])
    others = Counter(next(iter(set(ends) - {code})) for one in own for ends in ties(one, True) if code in ends)
    assert {one.other: one.events for one in told.ties} == dict(others)
    assert {one.one for one in told.ties} == {code}
    assert counts.dealings("country", "ATA").events == 0


@pytest.mark.parametrize("looked_up", [0, counting.LOOKED_UP])
def test_places_are_those_of_the_events_that_fit(
    store: Store, counts: Counts, looked_up: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "LOOKED_UP", looked_up)
    asked: dict[str, Any]
    told = {one["id"]: one["place"] for one in short(store) if one["place"]}
    every = [(place, event) for place, placed in counts.places(ALL) for event in placed]
    assert {event: json.loads(place) for place, event in every} == told and len(every) == len(told)
    days = {one["id"]: one["day"] or "" for one in short(store)}
    for place, placed in store.counting().places(ALL):
        assert placed == sorted(sorted(placed), key=days.__getitem__, reverse=True), place
    assert len(told) > 10
    one = whole_events(store)[0].tellings[0].report
    since, until = HALF.since, HALF.until
    for asked in (
        {"type": one.type},
        {"country": "".join(one.actors[0].country or "").lower()},
        {"country": one.actors[0].country, "status": "occurred"},
        {"since": since},
        {"until": until},
        {"since": since, "until": until},
        {"since": since, "until": until, "type": one.type},
        {"published_since": since},
        {"published_since": since, "published_until": until},
        {"published_until": until, "salience": "main"},
        {"actor": one.actors[0].name, "language": "en"},
        {"outlet": "outlet 1"},
        {"language": "id"},
        {"language": "en", "published_since": since},
        {"status": "planned"},
    ):
        filters = ReportFilter(**asked)
        fitting = {event.id for event in events(store, filters)}
        found = [event for _, placed in counts.places(filters) for event in placed]
        assert set(found) == fitting & set(told) and len(found) == len(set(found)), asked


@pytest.mark.parametrize("window", [ALWAYS, HALF])
def test_the_latest_entries_are_the_end_of_the_timeline(store: Store, counts: Counts, window: Window) -> None:
    every = counts.parties("country", ALWAYS)
    first, second = sorted(every, key=lambda one: (-every[one], one))[:2]
    parties = [party_called(first)]
    assert counts.latest_entries([*parties, party_called(second)], window, By.WEEK, 1) is None
    for by in By:
        whole = by_period(counts.entries(parties, window), by, window.since, window.until)
        latest = [entry for period in whole.periods[::-1] for entry in period.entries[::-1]]
        assert counts.latest_entries(parties, window, by, len(latest) + 1) is None
        for count in (1, 3, len(latest)):
            some = counts.latest_entries(parties, window, by, count)
            assert (some is None) is bool(counts.waiting)
            if some is not None:
                found = [entry for period in some.periods[::-1] for entry in period.entries[::-1]]
                assert found == latest[:count]
                assert [one.counted for one in some.periods] == [one.counted for one in whole.periods]
                assert some.undated.counted == whole.undated.counted


@pytest.mark.parametrize("window", [ALWAYS, HALF])
def test_a_timeline_is_that_of_the_whole_events(store: Store, counts: Counts, window: Window) -> None:
    every = counts.parties("country", ALWAYS)
    first, second = sorted(every, key=lambda one: (-every[one], one))[:2]
    person = next(one["name"] for told in short(store) for one in sides(told) if one["kind"] == "person")
    for names in ((first,), (first, second), (person,), (person, first)):
        parties = [party_called(name) for name in names]
        other = parties[1] if len(parties) > 1 else None
        days = (window.since, window.until)
        whole = timeline(events_of(store, parties, *days), parties[0], other, By.WEEK, *days)
        quick = by_period(counts.entries(parties, window), By.WEEK, *days)
        assert [replace(e, event=None) for p in whole.periods for e in p.entries] == [
            entry for period in quick.periods for entry in period.entries
        ]
        assert [one.label for one in quick.periods] == [one.label for one in whole.periods]
        assert len(quick.undated.entries) == len(whole.undated.entries)
        for by in By:
            told = timeline(events_of(store, parties, *days), parties[0], other, by, *days)
            sums = counts.sums(parties, window, by)
            every = zip((*sums.periods, sums.undated), (*told.periods, told.undated), strict=True)
            assert all((a.label, a.days, a.counted) == (b.label, b.days, b.counted) for a, b in every)
            assert all(period_json(a) == period_json(b) for a, b in zip(sums.periods, told.periods, strict=True))
        ids = [entry.id for period in whole.periods for entry in period.entries]
        shown = {e.id: shown_json(e.event) for p in whole.periods for e in p.entries if e.event}
        assert counts.shown(ids) == shown
        assert shown or person in names


@pytest.mark.parametrize("today", [date(2024, 1, 1), date(2024, 2, 10), date(2026, 1, 1)])
@pytest.mark.parametrize("window", [ALWAYS, Window(date(2024, 1, 20), date(2024, 2, 10))])
def test_plans_are_those_of_the_calendar(store: Store, counts: Counts, window: Window, today: date) -> None:
    for overdue in (False, True):
        whole = calendar(whole_events(store), today, window.since, window.until, overdue)
        found = [json.loads(plan) for _, plan in counts.plans(ALL, window, today, overdue, None, 500)]
        assert {one["id"]: one for one in found} == {plan.event.id: json.loads(_text(plan)) for plan in whole}
        assert [one["day"] for one in found if one["day"]] == sorted(one["day"] for one in found if one["day"])
        assert len(found) > 2 or overdue or window is not ALWAYS


def test_plans_come_in_pages_and_by_filters(store: Store, counts: Counts) -> None:
    today = date(2024, 2, 1)
    every = counts.plans(ALL, ALWAYS, today, False, None, 500)
    paged: list[Any] = []
    while page := counts.plans(ALL, ALWAYS, today, False, paged[-1][0] if paged else None, 3):
        paged += page
    assert paged == every
    asked = ReportFilter(type=json.loads(every[0][1])["type"])
    fitting = {one.id for one in events(store, replace(asked, status=Status.PLANNED.value))}
    found = [spot[2] for spot, _ in counts.plans(asked, ALWAYS, today, False, None, 500)]
    assert set(found) == fitting and 0 < len(found) < len(every)


def _text(plan: Any) -> str:
    return json.dumps(plan_json(plan))
