"""Reading by other processes: the same result, in the same order, whatever becomes of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from source_maker import html, json_lines, row

from kawat.errors import KawatError, UsageError
from kawat.intake import InputOptions, Taken, TakenAs, Ways, take
from kawat.intake.hands import Own, Processes, Slot
from kawat.intake.one import Failed, Job, Read
from kawat.intake.sources.collect import items_of
from kawat.store import Store, open_store

NOW = datetime(2025, 8, 20, 9, 30, tzinfo=UTC)
OPTIONS = InputOptions("lexicon")
pytestmark = pytest.mark.usefixtures("here")


def pages(*names: str) -> list[str]:
    for number, name in enumerate(names):
        Path(name).write_bytes(html(number))
    return list(names)


def taken_with(store: Store, names: list[str], seconds: float) -> list[Taken]:
    hands = Processes(2, "lexicon", seconds, task="odd_work:work")
    return list(take(store, names, lambda: NOW, OPTIONS, hands=hands))


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        names = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
            if "_fts" not in name
        ]
        return {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in names}


def test_two_processes_give_what_one_gives(tmp_path: Path) -> None:
    names = pages(*(f"p{number:02}.html" for number in range(12)))
    Path("rows.jsonl").write_bytes(json_lines([row(20), row(21)]) + b"broken\n")
    Path("bad.html").write_bytes(b"%PDF-1.7")
    names = [*names[:6], "rows.jsonl", "bad.html", *names[6:], names[0]]
    told = []
    for count in (1, 2, 3):
        with open_store(f"{count}.db", create=True) as store:
            told.append(list(take(store, names, lambda: NOW, OPTIONS, Ways(count))))
    assert told[0] == told[1] == told[2]
    assert [one.source for one in told[0]][5:10] == [
        "p05.html", "rows.jsonl:1", "rows.jsonl:2", "rows.jsonl:3", "bad.html",
    ]  # fmt: skip
    assert told[0][-1].taken_as is TakenAs.UNCHANGED
    first = rows(tmp_path / "1.db")
    assert len(first["articles"]) == 14 and len(first["quarantine"]) == 2 and len(first["taken"]) == 16
    assert rows(tmp_path / "2.db") == first == rows(tmp_path / "3.db")


def test_a_worker_that_dies_costs_its_item(store: Store) -> None:
    found = taken_with(store, pages("a.html", "die.html", "b.html", "exit.html", "c.html", "shout.html"), 60)
    assert [one.taken_as.value for one in found] == ["read", "quarantined", "read", "quarantined", "read", "read"]
    assert "ended (signal 9)" in str(found[1].reason) and "ended (exit code 7)" in str(found[3].reason)
    assert [(one.source, one.error) for one in store.quarantine_list()] == [
        ("die.html", "WorkerError"),
        ("exit.html", "WorkerError"),
    ]


@pytest.mark.parametrize("bad", ["hang.html", "spin.html"])
def test_a_worker_that_hangs_costs_its_item(store: Store, bad: str) -> None:
    found = taken_with(store, pages("a.html", bad, "b.html"), 8)
    assert [one.taken_as.value for one in found] == ["read", "quarantined", "read"]
    assert "took over 8 seconds: --timeout allows more" in str(found[1].reason)


@pytest.mark.parametrize(("bad", "seconds"), [("die.html", 60), ("exit.html", 60), ("hang.html", 8)])
def test_what_cost_a_worker_is_tried_again_by_the_same_command(store: Store, bad: str, seconds: float) -> None:
    names = pages("a.html", bad)
    assert [one.taken_as for one in taken_with(store, names, seconds)] == [TakenAs.READ, TakenAs.QUARANTINED]
    again = list(take(store, names, lambda: NOW, OPTIONS))  # with a worker that has time and memory enough
    assert [one.taken_as for one in again] == [TakenAs.UNCHANGED, TakenAs.READ]
    assert store.quarantine_list() == ()


def test_where_there_is_nothing_to_read_no_process_is_started(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = pages("a.html", "b.html")
    list(take(store, names, lambda: NOW, OPTIONS))

    def started(*_: object) -> None:
        raise AssertionError("a process was started")

    monkeypatch.setattr(Processes, "_start", started)
    found = list(take(store, names, lambda: NOW, OPTIONS, Ways(2)))
    assert [one.taken_as for one in found] == [TakenAs.UNCHANGED] * 2


def test_an_unknown_reader_is_told_before_anything(store: Store) -> None:
    with pytest.raises(UsageError, match="no reader 'none'"):
        list(take(store, pages("a.html"), lambda: NOW, InputOptions("none"), Ways(2)))
    assert store.quarantine_list() == ()


def test_processes_that_can_not_start_are_told(store: Store) -> None:
    with pytest.raises(KawatError, match="--workers 1"):
        hands = Processes(1, "lexicon", 60, task="no.module:x")
        list(take(store, pages("a.html"), lambda: NOW, OPTIONS, hands=hands))


@pytest.mark.parametrize("make", [Own, lambda: Processes(1, "lexicon", 60)])
def test_hands_fill_the_slot_they_are_given(make: Callable[[], Own | Processes]) -> None:
    (item,) = items_of(pages("a.html")[0], OPTIONS)
    slot, hands = Slot(Job(item, OPTIONS)), make()
    try:
        while not hands.free():
            hands.wait()
        hands.give(slot)
        while slot.result is None:
            hands.wait()
    finally:
        hands.close()
    assert isinstance(slot.result, Read) and slot.result.digest == item.digest
    assert slot.result.record.article.title == "Ministers meet on fish, day 0"
    assert slot.result.sentences


def test_a_late_job_is_known_by_the_clock_that_is_passed_in() -> None:
    now = [0.0]
    hands = Processes(1, "lexicon", 50, clock=lambda: now[0], task="odd_work:work")
    (item,) = items_of(pages("hang.html")[0], OPTIONS)
    slot = Slot(Job(item, OPTIONS))
    try:
        while not hands.free():
            hands.wait()
        hands.give(slot)
        now[0] = 51.0
        hands.wait()
    finally:
        hands.close()
    assert isinstance(slot.result, Failed) and slot.result.error == "WorkerError"
