"""Merging a store step by step: what comes out is what merging everything at once gives."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kawat.bench.merging.scale import made_records
from kawat.intake import events, keep, settle
from kawat.intake.changing import ChangeKind, changes_between
from kawat.intake.events import event_with, merged_anew
from kawat.intake.memory import Memory
from kawat.merge.nets import Bonds
from kawat.records import Event, Record
from kawat.store import Store, open_store

AT = datetime(2026, 1, 1, tzinfo=UTC)


def records(seed: int, reports: int = 90) -> list[Record]:
    return list(made_records(reports, seed=seed, days=12, states=5))


def filled(path: Path, some: list[Record]) -> Store:
    store = open_store(path, create=True)
    memory = Memory()
    for record in some:
        keep(store, record, AT, memory=memory)
    return store


def shape(found: tuple[Event, ...]) -> dict[str, tuple[str, ...]]:
    return {event.id: tuple(telling.report.id for telling in event.tellings) for event in found}


@pytest.mark.parametrize("seed", range(6))
def test_step_by_step_is_as_all_at_once_in_any_order(tmp_path: Path, seed: int) -> None:
    some = records(seed)
    with filled(tmp_path / "one.db", some) as store:
        first = shape(events(store))
        assert first == shape(merged_anew(store))
        assert any(len(members) > 2 for members in first.values())
        assert store.unsettled() == 0
    random.Random(seed).shuffle(some)
    with filled(tmp_path / "two.db", some) as store:
        assert shape(events(store)) == first


@pytest.mark.parametrize("seed", range(4))
def test_an_article_taken_out_leaves_what_would_be_there_without_it(tmp_path: Path, seed: int) -> None:
    some = records(seed)
    gone = random.Random(seed).sample(some, 3)
    with filled(tmp_path / "all.db", some) as store:
        for record in gone:
            store.remove_article(record.article.id)
        settle(store, AT)
        left = shape(events(store))
    with filled(tmp_path / "without.db", [record for record in some if record not in gone]) as store:
        assert shape(events(store)) == left


def test_adding_again_changes_nothing(tmp_path: Path) -> None:
    some = records(1)
    with filled(tmp_path / "s.db", some) as store:
        before, told = shape(events(store)), len(store.changes())
        for record in some[:5]:
            keep(store, record, AT, again=True)
        assert shape(events(store)) == before
        assert len(store.changes()) == told


def test_a_store_settled_at_once_is_as_one_settled_article_by_article(tmp_path: Path) -> None:
    some = records(2)
    with filled(tmp_path / "steps.db", some) as store:
        steps = shape(events(store))
    with open_store(tmp_path / "once.db", create=True) as store:
        for record in some:
            store.add_record(record, AT)
        assert store.unsettled() > 0
        assert settle(store, AT) == sum(len(record.reports) for record in some)
        assert shape(events(store)) == steps


@pytest.mark.parametrize("size", [1, 2, 7])
def test_some_articles_at_a_time_are_settled_as_all_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    some = records(2)
    with open_store(tmp_path / "once.db", create=True) as store:
        for record in some:
            store.add_record(record, AT)
        settle(store, AT)
        once, told = store.events(), store.changes()
    monkeypatch.setattr("kawat.intake.settling.AT_ONCE", size)
    with open_store(tmp_path / "some.db", create=True) as store:
        for record in some:
            store.add_record(record, AT)
        assert settle(store, AT) == sum(len(record.reports) for record in some)
        assert store.events() == once
        assert [(row.kind, row.event_id, row.reports) for row in store.changes()] == [
            (row.kind, row.event_id, row.reports) for row in told
        ]
        last = store.last_change()
        with store.transaction():
            store.merging().unsettle_all()
        settle(store, AT)
        assert store.events() == once
        assert store.changes(after=last) == [], "merging again what was merged so changes nothing"
        store.remove_article(some[4].article.id)
        settle(store, AT)
        after = shape(events(store))
    with filled(tmp_path / "without.db", [one for one in some if one is not some[4]]) as store:
        assert shape(events(store)) == after


@pytest.mark.parametrize("memory", [Memory(most=7), Memory(most_links=20), Memory(most_told=3)])
def test_a_memory_that_forgets_changes_nothing(tmp_path: Path, memory: Memory) -> None:
    some = records(3)
    with filled(tmp_path / "a.db", some) as store:
        whole = shape(events(store))
    with open_store(tmp_path / "b.db", create=True) as store:
        for record in some:
            keep(store, record, AT, memory=memory)
        assert shape(events(store)) == whole


def test_an_article_is_held_once_and_as_long_as_reports_of_it_are(tmp_path: Path) -> None:
    memory = Memory(most_told=30)
    with open_store(tmp_path / "a.db", create=True) as store:
        for record in records(3):
            keep(store, record, AT, memory=memory)
    assert 0 < len(memory.told) <= 60, "two halves of thirty"
    held = {id(one.article) for one in memory.told.values()}
    assert len(held) == len({one.article.id for one in memory.told.values()})
    assert held <= {id(one) for one in memory.articles.values()}
    assert len(memory.articles) <= len(held) + 60


def test_links_are_held_up_to_a_number_however_few_reports_have_them() -> None:
    memory = Memory(most_links=100)
    for number in range(20, 60):
        memory.links.put(f"rep-{number}", Bonds((f"rep-{100 + other}", 0.5) for other in range(10)))
        assert sum(map(len, memory.links.values())) <= 200
    assert len(memory.links) >= 10, "the last hundred for sure"
    memory.keep_links([("rep-59", "rep-7", 0.9), ("rep-7", "rep-8", 0.9)])
    assert memory.links["rep-59"].others[0] == "rep-7"
    assert "rep-7" not in memory.links, "of a report whose links are not known, none is"
    for number in range(1_000):
        memory.keep_links([(f"rep-{20 + number % 40}", f"rep-{number + 1_000}", 0.9)])
    assert sum(map(len, memory.links.values())) <= 210, "links that come later count too"


def test_what_fails_in_the_middle_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    some = records(4)
    with filled(tmp_path / "s.db", some[:-1]) as store:
        before = shape(events(store))

        def fail(*_: object) -> list[object]:
            raise RuntimeError("the machine stops")

        monkeypatch.setattr("kawat.intake.settling.grouped", fail)
        with pytest.raises(RuntimeError):
            keep(store, some[-1], AT)
        assert shape(events(store)) == before
        assert store.unsettled() == 0
        monkeypatch.undo()
        keep(store, some[-1], AT)
        assert shape(events(store)) == shape(merged_anew(store))


def test_an_event_answers_to_ids_that_it_had_before_it_grew(tmp_path: Path) -> None:
    some = records(5)
    last_first = sorted(some, key=lambda record: str(record.article.published), reverse=True)
    with open_store(tmp_path / "s.db", create=True) as store:
        seen: set[str] = set()
        for record in last_first:
            keep(store, record, AT)
            seen |= {row.id for row in store.events()}
        now = {row.id for row in store.events()}
        old = sorted(seen - now)
        assert old
        for name in old:
            (event,) = event_with(store, name)
            assert event.id in now


def test_the_feed_tells_how_the_events_came_to_be(tmp_path: Path) -> None:
    with filled(tmp_path / "s.db", records(6)) as store:
        alive: dict[str, tuple[str, ...]] = {}
        for change in store.changes():
            if change.kind in ("merged", "removed"):
                del alive[change.event_id]
            else:
                assert (change.event_id in alive) is (change.kind == "changed")
                alive[change.event_id] = change.reports
        assert {one: set(reports) for one, reports in alive.items()} == {
            row.id: set(row.members) for row in store.events()
        }


def test_changes_are_named_for_what_they_are() -> None:
    old = {"a": (("1", "2"), "x"), "b": (("3",), "x"), "c": (("4",), "x"), "d": (("5",), "x")}
    new = {"a": (("1",), "x"), "e": (("2",), "x"), "b": (("3", "4"), "x"), "f": (("6",), "x")}
    told = {(change.kind, change.event_id, change.other_id) for change in changes_between(old, new)}
    assert told == {
        (ChangeKind.CHANGED, "a", None),
        (ChangeKind.SPLIT, "e", "a"),
        (ChangeKind.CHANGED, "b", None),
        (ChangeKind.MADE, "f", None),
        (ChangeKind.MERGED, "c", "b"),
        (ChangeKind.REMOVED, "d", None),
    }
