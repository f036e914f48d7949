"""Decisions of editors over a store: they hold whatever comes first, outlive other readings, can be taken back."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from record_maker import NOW, sample

from kawat.errors import NotFoundError, UsageError
from kawat.intake import deciding, events, settle
from kawat.intake.deciding import Editor
from kawat.intake.events import merged_anew
from kawat.intake.judging import judged_pairs, parsed, report_judged, told_as_json
from kawat.records import Event, Record, Span, content_id
from kawat.store import Store, open_store
from kawat.store.judgements import Judgement, Kind, Words, moment_of

DAYS = {1: 12, 2: 12, 3: 12, 4: 13, 5: 30}
"""On which day of August each article says that they met: 1 to 3 agree, 4 is near, 5 is far."""


def made(n: int) -> Record:
    record = sample(n, outlet=f"Outlet {n}", day=date(2025, 8, 14))
    met, condemned = record.reports
    assert met.time is not None
    day = date(2025, 8, DAYS[n])
    return replace(record, reports=(replace(met, time=replace(met.time, start=day, end=day)), condemned))


def read_otherwise(n: int) -> Record:
    """The same article as another reader has it: other triggers, other ids, the rest the same."""
    record = made(n)
    reports = []
    for report in record.reports:
        trigger = Span(report.trigger.start - 2, report.trigger.end)
        reports.append(replace(report, id=content_id("rep", report.id, "other"), trigger=trigger))
    return replace(record, reader=replace(record.reader, version="0.2.0"), reports=tuple(reports), claims=())


def report_of(n: int, which: int = 0) -> str:
    return made(n).reports[which].id


def words(n: int, which: int = 0) -> Words:
    return Words(made(n).article.id, made(n).reports[which].trigger)


def editor(seconds: int = 0, name: str = "siti") -> Editor:
    return Editor(name, NOW + timedelta(seconds=seconds))


@contextmanager
def opened() -> Iterator[Store]:
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "a.db", create=True) as store:
        yield store


def add(store: Store, *records: Record, again: bool = False) -> None:
    for record in records:
        with store.transaction():
            store.add_record(record, NOW, again=again)
            settle(store, NOW)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "a.db", create=True) as made_store:
        add(made_store, *(made(n) for n in DAYS))
        yield made_store


def shown(found: Iterable[Event]) -> list[Any]:
    """All that events tell, whatever the order."""
    return sorted(
        (event.id, event.type, tuple(t.report.id for t in event.tellings), _values(event)) for event in found
    )


def _values(event: Event) -> str:
    return repr([replace(telling.report, vector=None) for telling in event.tellings])


def meetings(store: Store) -> list[list[int]]:
    """Which articles stand together as telling of one meeting."""
    numbers = {made(n).article.id: n for n in DAYS}
    met = {words(n).span.start for n in DAYS} | {words(n).span.start - 2 for n in DAYS}
    return sorted(
        sorted(numbers[t.article.id] for t in event.tellings)
        for event in events(store)
        if event.tellings[0].report.trigger.start in met
    )


def event_of(store: Store, report: str) -> str:
    return store.merging().events_of([report])[report]


def test_without_editors_near_days_stand_together_and_far_ones_apart(store: Store) -> None:
    assert [5] in meetings(store) and any({1, 2, 3} <= set(group) for group in meetings(store))


# --- single decisions -------------------------------------------------------------------------------


def test_two_events_become_one_with_all_their_reports(store: Store) -> None:
    done = deciding.link(store, event_of(store, report_of(1)), event_of(store, report_of(5)), editor())
    assert any({1, 2, 3, 5} <= set(group) for group in meetings(store))
    assert done.events == (event_of(store, report_of(5)),)
    assert {change.kind for change in done.changes} <= {"changed", "merged"}
    assert {one.kind for one in done.judgements} == {Kind.LINK}
    assert shown(events(store)) == shown(merged_anew(store))


def test_linking_a_report_brings_its_event_along(store: Store) -> None:
    deciding.link(store, report_of(5), report_of(2), editor())
    assert any({1, 2, 3, 5} <= set(group) for group in meetings(store))


def test_linking_a_report_leaves_out_what_an_editor_parted(store: Store) -> None:
    deciding.unlink(store, report_of(1), report_of(2), editor(1))
    deciding.link(store, report_of(5), report_of(2), editor(2))
    (group,) = (group for group in meetings(store) if 5 in group)
    assert 2 in group and 1 not in group


def test_a_report_leaves_its_event_for_good(store: Store) -> None:
    done = deciding.unlink(store, report_of(1), None, editor())
    others = len(next(e for e in events(store) if e.id == event_of(store, report_of(2))).tellings)
    assert [1] in meetings(store) and len(done.judgements) == others
    assert {one.kind for one in done.judgements} == {Kind.UNLINK}
    assert event_of(store, report_of(1)) in done.events
    with pytest.raises(UsageError, match="alone already"):
        deciding.unlink(store, report_of(1), None, editor(1))
    with pytest.raises(UsageError, match="give one of its reports"):
        deciding.unlink(store, event_of(store, report_of(1)), None, editor(1))


def test_two_events_stay_two_when_something_comes_between(store: Store) -> None:
    deciding.unlink(store, event_of(store, report_of(1)), event_of(store, report_of(5)), editor())
    settled = meetings(store)
    add(store, read_otherwise(1))
    assert meetings(store) == settled


def test_the_later_of_two_decisions_holds(store: Store) -> None:
    deciding.unlink(store, report_of(1), report_of(2), editor(1))
    assert not any({1, 2} <= set(group) for group in meetings(store))
    deciding.link(store, report_of(1), report_of(2), editor(2))
    assert any({1, 2} <= set(group) for group in meetings(store))
    with pytest.raises(UsageError, match="later than now"):
        deciding.unlink(store, report_of(1), report_of(2), editor(0))
    assert any({1, 2} <= set(group) for group in meetings(store))


def test_a_rejected_report_is_in_no_event(store: Store) -> None:
    alone = event_of(store, report_of(5))
    done = deciding.reject(store, report_of(5), editor())
    assert [(change.kind, change.event_id) for change in done.changes] == [("removed", alone)]
    assert all(report_of(5) != t.report.id for event in events(store) for t in event.tellings)
    assert store.counts().reports == 10, "it stays in its article"
    for decide in (
        lambda: deciding.link(store, report_of(5), report_of(1), editor(1)),
        lambda: deciding.correct(store, report_of(5), "status", "denied", editor(1)),
    ):
        with pytest.raises(UsageError, match="kawat judgements remove jdg-"):
            decide()


def test_an_event_is_rejected_as_a_whole(store: Store) -> None:
    whole = event_of(store, report_of(1))
    members = store.merging().event_rows([whole])[whole].members
    done = deciding.reject(store, whole, editor())
    assert len(done.judgements) == len(members)
    assert not {report for row in store.events() for report in row.members} & set(members)


def test_a_value_is_set_of_every_report_and_merging_uses_it(store: Store) -> None:
    deciding.correct(store, report_of(5), "when", "2025-08-12", editor())
    assert any({1, 5} <= set(group) for group in meetings(store)), "with that day it is the same meeting"
    whole = event_of(store, report_of(5))
    done = deciding.correct(store, whole, "status", "denied", editor(1))
    (event,) = (event for event in events(store) if event.id == whole)
    assert {t.report.status.value for t in event.tellings} == {"denied"}
    assert len(done.judgements) == len(event.tellings)
    assert shown(events(store)) == shown(merged_anew(store))


def test_a_bad_value_stores_nothing(store: Store) -> None:
    for field, value in (("status", "done"), ("colour", "red")):
        with pytest.raises(UsageError):
            deciding.correct(store, event_of(store, report_of(1)), field, value, editor())
    assert store.judgements() == []


def test_what_can_not_be_named_is_refused(store: Store) -> None:
    article = made(1).article.id
    for thing, said in (
        (article, "begins the id of an article"),
        ("rep-", "begins 10 ids"),
        ("rep-zz", "no report"),
        ("", "no"),
    ):
        with pytest.raises((UsageError, NotFoundError), match=said):
            deciding.reject(store, thing, editor())
    with pytest.raises(UsageError, match="one and the same"):
        deciding.link(store, report_of(1), report_of(1), editor())
    with pytest.raises(UsageError, match="one event already"):
        deciding.link(store, event_of(store, report_of(1)), event_of(store, report_of(2)), editor())
    with pytest.raises(UsageError, match="--by NAME"):
        deciding.reject(store, report_of(1), Editor(" ", NOW))
    assert store.judgements() == []


def test_reports_on_the_same_words_can_not_be_told_apart(store: Store) -> None:
    met, condemned = made(1).reports
    twin = replace(met, id="rep-ffff", type="AID", mode=None)
    add(store, replace(made(1), reports=(met, twin, condemned)), again=True)
    with pytest.raises(UsageError, match="same words"):
        deciding.reject(store, "rep-ffff", editor())


# --- whatever comes first ---------------------------------------------------------------------------

ends = st.tuples(st.integers(1, 5), st.sampled_from([0, 0, 0, 1]))
values = st.sampled_from(
    [("when", "2025-08-12"), ("when", "2025-08-30"), ("status", "denied"), ("who", "Russia"), ("type", "ACCUSE")]
)


@st.composite
def decisions(draw: st.DrawFn) -> list[Judgement]:
    made_ones: list[Judgement] = []
    for n in range(draw(st.integers(1, 6))):
        kind, near, at = draw(st.sampled_from(Kind)), draw(ends), moment_of(NOW + timedelta(seconds=n))
        if kind in (Kind.LINK, Kind.UNLINK):
            far = draw(ends.filter(lambda one, near=near: one != near))
            made_ones.append(Judgement(kind, words(*near), "siti", at, words(*far)))
        elif kind in (Kind.ACCEPT, Kind.REJECT):
            made_ones.append(Judgement(kind, words(*near), "siti", at))
        else:
            field, value = draw(values)
            made_ones.append(Judgement(kind, words(*near), "siti", at, field=field, value=value))
    return made_ones


def built(steps: Iterable[int | Judgement]) -> list[Any]:
    """The events of a store in which articles and judgements came in this order."""
    with opened() as store:
        for step in steps:
            if isinstance(step, Judgement):
                deciding.keep_judgements(store, [step], NOW)
            else:
                add(store, made(step))
        found = shown(events(store))
        assert found == shown(merged_anew(store))
        return found


@settings(max_examples=25, deadline=None)
@given(decisions(), st.randoms(use_true_random=False))
def test_the_order_of_adding_and_judging_does_not_matter(said: list[Judgement], random: Any) -> None:
    steps: list[int | Judgement] = [*DAYS, *said]
    expected = built(steps)
    random.shuffle(steps)
    assert built(steps) == expected


@settings(max_examples=20, deadline=None)
@given(decisions(), st.data())
def test_taking_a_judgement_back_restores_what_was_before(said: list[Judgement], data: st.DataObject) -> None:
    latest = {one.id: one for one in said}
    gone = data.draw(st.sampled_from(sorted(latest)))
    with opened() as store:
        add(store, *(made(n) for n in DAYS))
        deciding.keep_judgements(store, [one for one in latest.values() if one.id != gone], NOW)
        before = shown(events(store))
        deciding.keep_judgements(store, [latest[gone]], NOW)
        done = deciding.take_back(store, [gone], NOW)
        assert done.judgements == (latest[gone],)
        assert shown(events(store)) == before


@settings(max_examples=15, deadline=None)
@given(decisions())
def test_they_outlive_adding_again_merging_again_and_another_reader(said: list[Judgement]) -> None:
    with opened() as store, opened() as fresh:
        add(store, *(made(n) for n in DAYS))
        deciding.keep_judgements(store, said, NOW)
        before = shown(events(store))
        add(store, *(made(n) for n in DAYS), again=True)
        assert shown(events(store)) == before
        with store.transaction():
            store.merging().unsettle_all()
            settle(store, NOW)
        assert shown(events(store)) == before
        add(store, *(read_otherwise(n) for n in DAYS))
        deciding.keep_judgements(fresh, said, NOW)
        add(fresh, *(read_otherwise(n) for n in DAYS))
        assert shown(events(store)) == shown(events(fresh))
        hold(store, said)


def hold(store: Store, said: list[Judgement]) -> None:
    """Check each judgement against the events, where later ones do not stand against it."""
    triggers = store.triggers_in([made(n).article.id for n in DAYS])
    told = {t.report.id: (event.id, t.report) for event in events(store) for t in event.tellings}
    latest = list({one.id: one for one in said}.values())
    for (one, other), same in judged_pairs(latest, triggers, told).items():
        assert (told[one][0] == told[other][0]) is same
    gone = {report_judged(one, triggers) for one in latest if one.kind is Kind.REJECT}
    assert None not in gone and not gone & told.keys()
    assert len(gone) + len(told) == store.counts().reports
    for one in latest:
        report = report_judged(one, triggers)
        if one.kind is Kind.SET and one.field in ("status", "type") and report in told:
            assert getattr(told[report][1], one.field) == one.value


@settings(max_examples=15, deadline=None)
@given(decisions())
def test_loaded_elsewhere_they_give_the_same_events(said: list[Judgement]) -> None:
    with opened() as store, opened() as other:
        add(store, *(made(n) for n in DAYS))
        add(other, *(made(n) for n in reversed(DAYS)))
        deciding.keep_judgements(store, said, NOW)
        lines = [told_as_json(one) for one in store.judgements()]
        deciding.keep_judgements(other, [parsed(line) for line in lines], NOW)
        assert shown(events(other)) == shown(events(store))
        assert deciding.keep_judgements(other, [parsed(line) for line in lines], NOW).judgements == ()


@settings(max_examples=15, deadline=None)
@given(st.lists(st.tuples(ends, ends).filter(lambda p: p[0] != p[1]), min_size=1, max_size=3))
def test_what_is_linked_stands_together_and_what_is_parted_apart(pairs: list[Any]) -> None:
    with opened() as store:
        add(store, *(made(n) for n in DAYS))
        for n, (one, other) in enumerate(pairs):
            first, second = report_of(*one), report_of(*other)
            deciding.link(store, first, second, editor(2 * n))
            assert event_of(store, first) == event_of(store, second)
            deciding.unlink(store, first, second, editor(2 * n + 1))
            assert event_of(store, first) != event_of(store, second)
        assert shown(events(store)) == shown(merged_anew(store))


def test_progress_comes_to_its_end(store: Store) -> None:
    seen: list[tuple[int, int]] = []
    with store.transaction():
        store.merging().unsettle_all()
        settle(store, NOW, progress=lambda done, total: seen.append((done, total)))
    assert seen == sorted(seen) and seen[-1] == (25, 25)
    assert len({total for _, total in seen}) == 1


def test_who_an_editor_joined_to_a_report_that_is_rejected_keeps_its_event(store: Store) -> None:
    """Nothing but the editor's word bound the two."""
    far, near = report_of(5), report_of(1)
    deciding.link(store, far, near, editor())
    deciding.reject(store, near, editor(60))
    left = {telling.report.id for event in events(store) for telling in event.tellings}
    assert far in left and near not in left
    assert {event.id for event in merged_anew(store)} == {event.id for event in events(store)}
