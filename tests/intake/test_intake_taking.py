"""A stream of sources into a store: what is bad stays out of the way of what is good."""

from __future__ import annotations

import sys
import types
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from record_maker import NOW, sample

import kawat
from kawat.errors import EmptyError, InputError, KnowledgeError, StoreError
from kawat.intake import (
    InputOptions,
    TakenAs,
    Tally,
    Ways,
    ahead_of,
    event_with,
    events,
    expand,
    load_page,
    settle,
    take,
    tally,
)
from kawat.records import Page, Record, Status
from kawat.store import ReportFilter, Store, open_store
from kawat.views.event import event_days


def read_page(page: Page, reader: str, check: object = None) -> Record:
    word = page.body.decode()
    if word == "empty":
        raise EmptyError("no text in it")
    if word == "data":
        raise KnowledgeError("roles.tsv is broken")
    if word == "odd":
        raise MemoryError
    record = sample(int(word))
    return replace(record, article=replace(record.article, source_file=page.source_file))


@pytest.fixture(autouse=True)
def _fake_reader(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fake = types.ModuleType("kawat.pipeline")
    fake.read_page = read_page  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "kawat.pipeline", fake)
    monkeypatch.setattr(kawat, "pipeline", fake, raising=False)
    monkeypatch.chdir(tmp_path)


def files(**bodies: str) -> list[str]:
    for name, body in bodies.items():
        Path(name).write_text(body)
    return list(bodies)


def test_each_source_becomes_something(store: Store) -> None:
    taken = list(take(store, files(a="1", b="empty", c="odd", d="1", e="2"), lambda: NOW))
    assert [(one.source, one.taken_as.value) for one in taken] == [
        ("a", "read"), ("b", "quarantined"), ("c", "quarantined"), ("d", "unchanged"), ("e", "read"),
    ]  # fmt: skip
    assert taken[0].article_id == sample(1).article.id
    assert taken[1].reason == "no text in it"
    assert tally(taken) == Tally(read=2, copies=0, other_language=0, quarantined=2, unchanged=1)
    assert [(one.source, one.error) for one in store.quarantine_list()] == [
        ("b", "EmptyError"),
        ("c", "MemoryError"),
    ]


def test_what_reads_later_leaves_the_quarantine(store: Store) -> None:
    list(take(store, files(a="empty"), lambda: NOW))
    assert [one.taken_as for one in take(store, files(a="empty"), lambda: NOW)] == [TakenAs.UNCHANGED]
    list(take(store, files(a="empty"), lambda: NOW, ways=Ways(retry=True)))
    assert [one.attempts for one in store.quarantine_list()] == [2]
    list(take(store, files(a="1"), lambda: NOW))
    assert store.quarantine_list() == ()


def test_an_article_from_the_future_is_set_aside(store: Store) -> None:
    taken = list(take(store, files(a="1", b="2"), lambda: NOW - timedelta(days=30)))
    assert [one.taken_as for one in taken] == [TakenAs.QUARANTINED] * 2
    assert "published on 2025-08-14, after today (2025-07-21)" in str(taken[0].reason)
    assert store.counts().articles == 0
    list(take(store, ["a"], lambda: NOW))
    assert (store.counts().articles, store.counts().quarantined) == (1, 1)


@pytest.mark.parametrize(("days", "wrong"), [(-400, False), (0, False), (2, False), (3, True), (9_000, True)])
def test_papers_may_carry_the_date_of_tomorrow(days: int, wrong: bool) -> None:
    article = sample(day=NOW.date() + timedelta(days=days)).article
    assert (ahead_of(article, NOW) is not None) is wrong
    assert ahead_of(replace(article, published=None), NOW) is None


def test_sentences_can_be_searched(store: Store) -> None:
    list(take(store, files(a="1"), lambda: NOW))
    (hit,) = store.search("condemned", sentences=True)
    assert hit.sentence == sample(1).reports[1].sentence


def test_what_is_wrong_for_all_stops_and_keeps_what_was_stored(store: Store) -> None:
    taken = take(store, files(a="1", b="data", c="2"), lambda: NOW)
    assert next(taken).taken_as is TakenAs.READ
    with pytest.raises(KnowledgeError):
        next(taken)
    assert (store.counts().articles, store.counts().quarantined) == (1, 0)


def test_a_locked_store_stops_and_quarantines_nothing(store: Store, tmp_path: Path) -> None:
    with open_store(tmp_path / "kawat.db", busy_seconds=0.05) as other:
        with store.transaction():
            store.add_record(sample(5), NOW)
            with pytest.raises(StoreError, match="locked"):
                list(take(other, files(a="1", b="empty"), lambda: NOW))
        assert (other.counts().articles, other.counts().quarantined) == (1, 0)


def test_sources_of_folders_files_and_addresses(tmp_path: Path) -> None:
    (tmp_path / "in" / "z").mkdir(parents=True)
    for name in ("in/b", "in/a", "in/z/c", "in/.hid", "in/k.db", "in/k.db-wal"):
        Path(name).write_text("1")
    given = ["https://x.example/in", "in/b", "in//", "-", "none"]
    assert expand(given, skip="elsewhere/k.db") == (
        "https://x.example/in", "in/b", "in/a", "in/b", "in/z/c", "-", "none",
    )  # fmt: skip


def test_a_dash_without_input_is_refused() -> None:
    with pytest.raises(InputError, match="pipe a page"):
        load_page("-", InputOptions())


def test_an_event_is_the_same_in_every_view(store: Store) -> None:
    store.add_record(sample(1, outlet="Kabar Selat", status=Status.PLANNED), NOW)
    store.add_record(sample(2), NOW)
    settle(store, NOW)
    everything = {event.id: event for event in events(store)}
    chosen = events(store, ReportFilter(outlet="kabar", type="CONSULT"))
    assert [len(event.tellings) for event in chosen] == [2]
    assert everything[chosen[0].id] == chosen[0]
    assert event_with(store, chosen[0].id[:9]) == chosen
    assert event_days(chosen[0]) == (date(2025, 8, 12), date(2025, 8, 12))
    assert events(store, ReportFilter(outlet="nobody")) == ()


def test_events_are_refused_while_reports_wait_to_be_merged(store: Store) -> None:
    store.add_record(sample(1), NOW)
    with pytest.raises(StoreError, match="kawat merge"):
        events(store)
    settle(store, NOW)
    assert len(events(store)) == 2


def test_events_come_latest_first_and_undated_last(store: Store) -> None:
    store.add_record(sample(1), NOW)
    settle(store, NOW)
    days = [event_days(event) for event in events(store)]
    assert days == [(date(2025, 8, 12), date(2025, 8, 12)), None]
    assert len(events(store, ReportFilter(limit=1))) == 1


def test_the_limit_counts_events_not_reports(store: Store) -> None:
    third = sample(3, day=date(2025, 8, 1))
    report = third.reports[0]
    assert report.time is not None
    moved = replace(report, time=replace(report.time, start=date(2025, 7, 1), end=date(2025, 7, 1)))
    for record in (sample(1), sample(2), replace(third, reports=(moved,))):
        store.add_record(record, NOW)
    settle(store, NOW)
    found = events(store, ReportFilter(type="CONSULT", limit=2))
    assert [len(event.tellings) for event in found] == [2, 1]
