"""Records of real readings in a store: the order of adding decides nothing, removing takes exactly its rows."""

from __future__ import annotations

import random
import sqlite3
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kawat.language import sentences_of
from kawat.pipeline import read_page
from kawat.records import Page, Record
from kawat.store import Store, open_store

NOW = datetime(2025, 8, 20, 9, 30, tzinfo=UTC)
PLACES = ("Jakarta", "Geneva", "Hanoi", "Stockholm", "Manila", "Seoul")
TABLES = (
    "articles", "sentences", "reports", "report_actors", "report_voices", "report_quantities", "claims",
    "claim_speakers", "claim_reports",
)  # fmt: skip


@cache
def readings() -> tuple[Record, ...]:
    """Six articles, the last two the same text: one from an address, one from another."""
    texts = [
        f"Sweden and Indonesia talk in {place}\n\nPublished 14 August 2025, 08:01 WIB\n\n"
        f"The foreign minister of Sweden met the foreign minister of Indonesia in {place} on Monday, "
        "officials said. "
        f"Israel attacked Iran, killing {number + 2} people, according to the ministry."
        for number, place in enumerate(PLACES)
    ]
    pages = [Page(text.encode(), url=f"https://warta.example/{number}") for number, text in enumerate(texts)]
    return tuple(read_page(page) for page in (*pages, Page(texts[0].encode(), url="https://kabar.example/0")))


def add(store: Store, record: Record) -> None:
    store.add_record(record, NOW, sentences=[sentence.span for sentence in sentences_of(record.article)])


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with sqlite3.connect(path) as connection:
        found = {name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in TABLES}
        for index in ("articles_fts", "sentences_fts"):
            sql = f"SELECT rowid FROM {index} WHERE {index} MATCH 'sweden OR israel' ORDER BY rowid"
            found[index] = connection.execute(sql).fetchall()
    connection.close()
    return found


def stored(path: Path, records: tuple[Record, ...]) -> dict[str, list[tuple[object, ...]]]:
    with open_store(path, create=True) as store:
        for record in records:
            add(store, record)
    return rows(path)


def test_the_readings_fill_every_table(tmp_path: Path) -> None:
    found = stored(tmp_path / "a.db", readings())
    assert [name for name in TABLES if not found[name]] == []


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.permutations(range(len(PLACES) + 1)), st.lists(st.integers(0, len(PLACES)), max_size=4))
def test_the_order_of_adding_and_adding_again_decide_nothing(
    tmp_path_factory: pytest.TempPathFactory, order: list[int], again: list[int]
) -> None:
    folder = tmp_path_factory.mktemp("order")
    straight = stored(folder / "a.db", readings())
    assert stored(folder / "b.db", tuple(readings()[index] for index in (*order, *again))) == straight


@pytest.mark.parametrize("gone", range(len(PLACES) + 1))
def test_removing_an_article_is_as_if_it_had_never_been_added(tmp_path: Path, gone: int) -> None:
    kept = [record for index, record in enumerate(readings()) if index != gone]
    random.Random(gone).shuffle(kept)
    never = stored(tmp_path / "never.db", tuple(kept))
    stored(tmp_path / "removed.db", readings())
    with open_store(tmp_path / "removed.db") as store:
        store.remove_article(readings()[gone].article.id)
        assert all(check.ok for check in store.check())
    assert rows(tmp_path / "removed.db") == never


def test_no_id_is_shared_between_articles() -> None:
    ids = [thing.id for record in readings() for thing in (*record.reports, *record.claims)]
    assert len(ids) == len(set(ids)) > 2 * len(readings())
