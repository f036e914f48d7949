"""What is in a store depends on what was added, never on the order, on repeats or on what was removed again."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from record_maker import NOW, records, sample

from kawat.errors import InputError, NotFoundError, StoreError
from kawat.records import ReaderInfo, Record, Span, Status
from kawat.store import Outcome, ReportFilter, Store, open_store

few = settings(max_examples=20, deadline=None)


@st.composite
def stories(draw: st.DrawFn) -> list[Record]:
    """Records, some of one text told under another title and in another file.

    One page gives one record, as a reader always gives the same for the same; it does not stand in twice.
    """
    told = draw(st.lists(records(), min_size=1, max_size=3))
    for record in list(told):
        if draw(st.booleans()):
            title, source = draw(st.none() | st.text("ab", min_size=1)), draw(st.sampled_from(["a", "b", None]))
            article = replace(record.article, title=title, source_file=source)
            told.append(replace(record, article=article, reports=record.reports[:1], claims=()))
    pages = {replace(record.article, source_file=None): record for record in told}
    return list(pages.values())


def rows(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every plain table, and every word of the indexes with where it stands."""
    with closing(sqlite3.connect(path)) as connection:
        names = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_fts%' ORDER BY name"
            )
            if name not in ("unsettled", "names")  # lists for looking things up, which may name what is gone
        ]
        found = {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in names}
        for index in ("articles_fts", "sentences_fts"):
            connection.execute(f"CREATE VIRTUAL TABLE temp.v_{index} USING fts5vocab(main, {index}, instance)")
            found[index] = sorted(connection.execute(f"SELECT * FROM v_{index}"))
        return found


def made(path: Path, *added: Record) -> dict[str, list[tuple[Any, ...]]]:
    path.unlink(missing_ok=True)
    with open_store(path, create=True) as store:
        for record in added:
            store.add_record(record, NOW)
    return rows(path)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("stores")


@few
@given(stories(), st.randoms(use_true_random=False))
def test_the_order_of_adding_does_not_matter(folder: Path, added: list[Record], chance: Any) -> None:
    shuffled = list(added)
    chance.shuffle(shuffled)
    assert made(folder / "a.db", *added) == made(folder / "b.db", *shuffled)


@few
@given(stories())
def test_adding_twice_is_adding_once(folder: Path, added: list[Record]) -> None:
    once = made(folder / "a.db", *added)
    with open_store(folder / "a.db") as store:
        outcomes = [store.add_record(record, NOW + timedelta(days=1)) for record in added]
    assert rows(folder / "a.db") == once
    assert set(outcomes) == {Outcome.UNCHANGED}


@few
@given(st.lists(records(), min_size=1, max_size=3, unique_by=lambda r: r.article.id))
def test_removing_is_never_having_added(folder: Path, added: list[Record]) -> None:
    without = made(folder / "a.db", *added[1:])
    made(folder / "b.db", *added)
    with open_store(folder / "b.db") as store:
        store.remove_article(added[0].article.id)
        assert all(check.ok for check in store.check())
    assert rows(folder / "b.db") == without


@few
@given(records())
def test_a_record_comes_back_as_it_was_added(folder: Path, record: Record) -> None:
    made(folder / "a.db", record)
    with open_store(folder / "a.db") as store:
        assert store.record(record.article.id) == record
        assert [telling.report for telling in store.tellings()] == list(record.reports)
        assert [claim.claim for claim in store.claims()] == list(record.claims)


def test_the_same_text_under_two_names_is_one_article_whatever_the_order(tmp_path: Path) -> None:
    a = sample()
    one = replace(a, article=replace(a.article, source_file="b.html", published=date(2025, 8, 1)))
    two = replace(a, article=replace(a.article, source_file="a.html", published=date(2025, 8, 2)))
    assert made(tmp_path / "1.db", one, two) == made(tmp_path / "2.db", two, one)
    with open_store(tmp_path / "1.db") as store:
        assert [s.article.source_file for s in store.articles()] == ["a.html"]


def test_a_newer_reader_replaces_an_older_one_whatever_the_order(tmp_path: Path) -> None:
    old = sample()
    new = replace(old, reader=ReaderInfo("lexicon", "0.10.0"), reports=old.reports[:1])
    assert made(tmp_path / "1.db", old, new) == made(tmp_path / "2.db", new, old)
    assert len(rows(tmp_path / "1.db")["reports"]) == 1


def test_a_mended_reading_of_the_same_page_replaces_the_first(tmp_path: Path) -> None:
    old = sample()
    new = replace(old, reports=old.reports[:1])
    with open_store(tmp_path / "a.db", create=True) as store:
        assert store.add_record(old, NOW) is Outcome.ADDED
        assert store.add_record(new, NOW) is Outcome.UPDATED
    assert rows(tmp_path / "a.db") == made(tmp_path / "b.db", new)


def test_again_replaces_a_newer_reading_by_an_older_one(tmp_path: Path) -> None:
    new = replace(sample(), reader=ReaderInfo("lexicon", "9.0"))
    with open_store(tmp_path / "a.db", create=True) as store:
        store.add_record(new, NOW)
        assert store.add_record(sample(), NOW) is Outcome.UNCHANGED
        assert store.add_record(sample(), NOW, again=True) is Outcome.UPDATED
        assert store.record(new.article.id) == sample()


def test_the_time_of_adding_is_the_first(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db", create=True) as store:
        store.add_record(sample(), NOW)
        store.add_record(sample(), NOW - timedelta(days=1))
        store.add_record(sample(), NOW + timedelta(days=1))
        assert [stored.added_at for stored in store.articles()] == ["2025-08-19T09:30:00Z"]


def test_removing_what_is_not_there_says_so(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db", create=True) as store, pytest.raises(NotFoundError, match="art-none"):
        store.remove_article("art-none")


@pytest.mark.parametrize("text", ["half \ud800 a letter", "a NUL \x00 inside"])
def test_a_text_that_can_not_be_stored_is_refused_and_costs_nothing(tmp_path: Path, text: str) -> None:
    good = sample()
    bad = replace(good, article=replace(good.article, text=text, paragraphs=()), reports=(), claims=(), dropped=())
    with open_store(tmp_path / "a.db", create=True) as store:
        store.add_record(good, NOW)
        with pytest.raises(InputError):
            store.add_record(bad, NOW)
        assert store.counts().articles == 1


def test_an_id_that_another_article_has_is_refused_whole(tmp_path: Path) -> None:
    clash = replace(sample(2), reports=sample(1).reports, claims=())
    with open_store(tmp_path / "a.db", create=True) as store:
        store.add_record(sample(1), NOW)
        with pytest.raises(InputError, match="is taken"):
            store.add_record(clash, NOW)
        assert store.counts().articles == 1
        assert all(check.ok for check in store.check())


def test_given_sentences_are_what_search_points_at(tmp_path: Path) -> None:
    record = sample()
    sentence = record.reports[1].sentence
    with open_store(tmp_path / "a.db", create=True) as store:
        store.add_record(record, NOW, sentences=[record.reports[0].sentence, sentence])
        (hit,) = store.search("condemned", sentences=True)
        assert hit.sentence == sentence
        assert store.search("bandung", sentences=True) == ()


def test_a_transaction_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db", create=True) as store:
        with pytest.raises(RuntimeError), store.transaction():
            store.add_record(sample(), NOW)
            raise RuntimeError
        assert store.counts().articles == 0


def test_readers_go_on_while_a_writer_writes(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with open_store(path, create=True) as store:
        store.add_record(sample(0), NOW)
    seen: list[int] = []
    done = threading.Event()

    def read() -> None:
        with open_store(path, read_only=True) as reader:
            while not done.is_set() or not seen:
                seen.append(len(list(reader.tellings())))

    reading = threading.Thread(target=read)
    with open_store(path) as store:
        reading.start()
        for n in range(1, 60):
            store.add_record(sample(n), NOW)
        done.set()
        reading.join()
    assert seen == sorted(seen)
    assert all(count % 2 == 0 for count in seen), "a reader saw half an article"


def test_a_reader_keeps_its_view_while_an_article_goes(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with open_store(path, create=True) as store:
        for n in range(5):
            store.add_record(sample(n), NOW)
        with open_store(path, read_only=True) as reader:
            tellings = reader.tellings()
            next(tellings)
            for n in range(5):
                store.remove_article(sample(n).article.id)
            assert len(list(tellings)) == 9
            assert list(reader.tellings()) == []


def test_a_second_writer_is_told_who_to_wait_for(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with open_store(path, create=True) as first, open_store(path, busy_seconds=0.05) as second:
        with first.transaction():
            first.add_record(sample(1), NOW)
            with pytest.raises(StoreError, match="locked by another program"):
                second.add_record(sample(2), NOW)
        assert second.add_record(sample(2), NOW) is Outcome.ADDED


def test_changes_by_hand_keep_the_indexes_in_step(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with open_store(path, create=True) as store:
        store.add_record(sample(1), NOW)
        store.add_record(sample(2), NOW)
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM articles WHERE id = ?", (sample(1).article.id,))
        connection.execute("UPDATE articles SET title = 'Zanzibar'")
        with pytest.raises(sqlite3.IntegrityError, match="never changes"):
            connection.execute("UPDATE articles SET text = 'x'")
        connection.commit()
    with open_store(path) as store:
        assert [check.name for check in store.check() if not check.ok] == []
        assert [hit.article_id for hit in store.search("zanzibar")] == [sample(2).article.id]


def test_compacting_the_file_keeps_the_indexes_in_step(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db", create=True) as store:
        for n in range(20):
            store.add_record(sample(n), NOW)
        for n in range(0, 20, 2):
            store.remove_article(sample(n).article.id)
    with closing(sqlite3.connect(tmp_path / "a.db")) as connection:
        connection.execute("VACUUM")
    with open_store(tmp_path / "a.db") as store:
        assert all(check.ok for check in store.check())
        assert len(store.search("Lindgren", limit=50)) == 10


def _ids(store: Store, **asked: Any) -> list[str]:
    return [telling.report.id for telling in store.tellings(ReportFilter(**asked))]


def test_planned_reports_are_found_by_status(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db", create=True) as store:
        store.add_record(sample(1, status=Status.PLANNED), NOW)
        store.add_record(sample(2), NOW)
        assert _ids(store, status="planned") == [sample(1).reports[0].id]


def test_sentence_spans_are_counted_in_code_points(tmp_path: Path) -> None:
    record = sample()
    text = "𝔘𝔫𝔦 ✈ Wörth\n\nZwei"
    article = replace(record.article, text=text, paragraphs=(), outlet=None, url=None)
    with open_store(tmp_path / "a.db", create=True) as store:
        store.add_record(Record(record.reader, article, (), ()), NOW, sentences=[Span(6, 11), Span(13, 17)])
        (hit,) = store.search("worth", sentences=True)
        assert (hit.snippet, hit.sentence) == ("Wörth", Span(6, 11))
