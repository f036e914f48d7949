"""Some articles in one transaction: what one of them breaks costs that one, and nothing that was undone is kept."""

from __future__ import annotations

import sys
import types
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from record_maker import NOW, sample

import kawat
from kawat.bench.merging.scale import made_records
from kawat.intake import TakenAs, keep, settle, take
from kawat.intake import keeping as kept
from kawat.intake.events import each_event, merged_anew
from kawat.intake.memory import Memory
from kawat.intake.summaries import summarise
from kawat.records import Page, Record
from kawat.store import ReportFilter, Store, open_store


def read_page(page: Page, reader: str, check: object = None) -> Record:
    record = sample(int(page.body))
    return replace(record, article=replace(record.article, source_file=page.source_file))


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    fake = types.ModuleType("kawat.pipeline")
    fake.read_page = read_page  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "kawat.pipeline", fake)
    monkeypatch.setattr(kawat, "pipeline", fake, raising=False)
    monkeypatch.chdir(tmp_path)
    with open_store(tmp_path / "kawat.db", create=True) as opened:
        yield opened


def pages(count: int) -> list[str]:
    for number in range(count):
        Path(f"p{number:03}").write_text(str(number))
    return [f"p{number:03}" for number in range(count)]


def events_of(store: Store) -> list[tuple[str, ...]]:
    return sorted(row.members for row in store.events())


def events_anew(store: Store) -> list[tuple[str, ...]]:
    return sorted(tuple(sorted(t.report.id for t in event.tellings)) for event in merged_anew(store))


def test_many_items_are_written_at_once_and_all_of_them_come_out(store: Store) -> None:
    rounds = []
    count = 2 * kept.AT_ONCE + 3
    for one in take(store, pages(count), lambda: NOW):
        rounds.append((one.source, store.counts().articles))
    assert [source for source, _ in rounds] == [f"p{n:03}" for n in range(count)]
    assert sorted({articles for _, articles in rounds}) == [kept.AT_ONCE, 2 * kept.AT_ONCE, count]
    assert store.unsettled() == 0 and store.without_summary("", 1) == []


def test_slow_sources_are_written_after_some_time(store: Store) -> None:
    moments = iter(NOW + timedelta(seconds=4 * n) for n in range(1_000))
    seen = {store.counts().articles for _ in take(store, pages(9), lambda: next(moments))}
    assert min(seen) < 9


def test_what_can_not_be_merged_costs_its_article_only(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = sample(3).article.id

    def failing(store: Store, at: datetime, memory: Memory | None = None) -> int:
        if bad in {one.article.id for one in store.articles()}:
            raise ArithmeticError("this one has no events")
        return settle(store, at, memory)

    monkeypatch.setattr(kept, "settle", failing)
    taken = list(take(store, pages(6), lambda: NOW))
    assert [one.source for one in taken if one.taken_as is TakenAs.QUARANTINED] == ["p003"]
    assert [one.error for one in store.quarantine_list()] == ["ArithmeticError"]
    assert store.counts().articles == 5 and bad not in {one.article.id for one in store.articles()}
    assert events_of(store) == events_anew(store)


@pytest.mark.parametrize("at_once", [1, 4, 50])
def test_how_many_are_written_at_once_changes_no_event(
    store: Store, tmp_path: Path, at_once: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "AT_ONCE", at_once)
    list(take(store, pages(30), lambda: NOW))
    with open_store(tmp_path / "one.db", create=True) as other:
        for number in range(30):
            record = sample(number)
            keep(other, replace(record, article=replace(record.article, source_file=f"p{number:03}")), NOW)
        assert events_of(store) == events_of(other)


def test_what_was_undone_is_forgotten(tmp_path: Path) -> None:
    with open_store(tmp_path / "undone.db", create=True) as store:
        memory = Memory()
        for number, record in enumerate(made_records(400, seed=3, days=6, states=5)):
            if number % 7 == 3:
                with pytest.raises(ZeroDivisionError), store.transaction():
                    keep(store, record, NOW, memory=memory)
                    raise ZeroDivisionError
                assert not memory.knows(store)
            else:
                keep(store, record, NOW, memory=memory)
                assert memory.knows(store)
                if number % 20 < 2:
                    store.remove_article(record.article.id)
                    settle(store, NOW, memory)
        assert events_of(store) == sorted(
            tuple(sorted(t.report.id for t in e.tellings)) for e in merged_anew(store)
        )


def test_summaries_made_from_memory_are_those_made_from_the_store(tmp_path: Path) -> None:
    told = []
    for name in ("memory.db", "store.db"):
        with open_store(tmp_path / name, create=True) as store:
            memory = Memory()
            for record in made_records(300, seed=8, days=5, states=5):
                keep(store, record, NOW, memory=memory)
            assert memory.knows(store) and len(memory.told) > 250
            summarise(store, memory=memory if name == "memory.db" else None)
            page = store.event_page(ReportFilter(), None, 1_000)
            told.append([(one.row, one.summary) for one in page])
            assert len(list(each_event(store, [one.row for one in page], memory.told))) == len(page)
    assert told[0] == told[1] and len(told[0]) > 20
