"""What was taken from where is remembered as long as it stands."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from record_maker import NOW, sample

from kawat.errors import StoreError
from kawat.store import Store, TakenRow, open_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "kawat.db", create=True) as opened:
        yield opened


def test_an_article_is_remembered_until_it_is_removed(store: Store) -> None:
    record = sample()
    row = TakenRow("ab", "lexicon 1", record.article.id)
    store.add_record(record, NOW)
    store.taken_put("a", row, NOW)
    store.taken_put("b", replace(row, sha256="cd"), NOW)
    assert store.taken("a") == row
    store.add_record(record, NOW, again=True)
    assert store.taken("a") == row
    store.remove_article(record.article.id)
    assert store.taken("a") is store.taken("b") is None
    store.add_record(record, NOW)
    assert store.taken("a") is None


def test_removed_by_hand_it_is_not_remembered(store: Store, tmp_path: Path) -> None:
    record = sample()
    store.add_record(record, NOW)
    store.taken_put("a", TakenRow("ab", "lexicon 1", record.article.id), NOW)
    with closing(sqlite3.connect(tmp_path / "kawat.db")) as connection:
        connection.create_function("fold", 1, str.lower)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM articles")
        connection.commit()
    assert store.taken("a") is None


def test_what_is_in_quarantine_is_remembered_while_it_is(store: Store) -> None:
    row = TakenRow("ab", "lexicon 1", None)
    store.taken_put("a\udcff", row, NOW)
    assert store.taken("a\udcff") is None
    store.quarantine_note("a\udcff", "odd", "InputError", NOW)
    assert store.taken("a\udcff") == row
    assert store.quarantine_remove("a\udcff") and not store.quarantine_remove("a\udcff")
    assert store.taken("a\udcff") is None


def test_what_is_forgotten_is_gone(store: Store) -> None:
    record = sample()
    store.add_record(record, NOW)
    store.taken_put("a", TakenRow("ab", "lexicon 1", record.article.id), NOW)
    store.taken_forget("a")
    assert store.taken("a") is None


def test_it_is_written_with_the_article_or_not_at_all(store: Store) -> None:
    record = sample()
    with pytest.raises(StoreError), store.transaction():
        store.add_record(record, NOW)
        store.taken_put("a", TakenRow("ab", "lexicon 1", record.article.id), NOW)
        raise StoreError("stopped")
    assert store.taken("a") is None and store.counts().articles == 0


def test_each_list_has_said_something_of_its_own(store: Store) -> None:
    assert store.listed_mark("feed", "a\udcff") is None
    store.listed_put("feed", "a\udcff", "1")
    store.listed_put("map", "a\udcff", "2")
    store.listed_put("feed", "a\udcff", "3")
    assert [store.listed_mark(by, "a\udcff") for by in ("feed", "map", "other")] == ["3", "2", None]
