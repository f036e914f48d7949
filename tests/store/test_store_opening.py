"""Only a Kawat store opens as one, and every refusal says what to do."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from record_maker import NOW, sample

from kawat.errors import StoreError
from kawat.intake import settle
from kawat.intake.deciding import Editor, accept, reject
from kawat.store import APPLICATION_ID, SCHEMA_VERSION, open_store


def test_a_missing_file_is_no_store_and_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="kawat add"):
        open_store(tmp_path / "a.db")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("create", [True, False])
@pytest.mark.parametrize(
    "body", [b"This is a letter, not a database. " * 50, b"SQLite format 3\x00" + b"\xff" * 200]
)
def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path, body: bytes, create: bool) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(body)
    with pytest.raises(StoreError, match="store"):
        open_store(path, create=create)
    assert path.read_bytes() == body


@pytest.mark.parametrize("create", [True, False])
def test_a_database_of_others_is_refused_and_left_alone(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE articles (id)")
        connection.commit()
    body = path.read_bytes()
    with pytest.raises(StoreError, match="is not a Kawat store"):
        open_store(path, create=create)
    assert path.read_bytes() == body


def test_an_empty_file_becomes_a_store_only_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with pytest.raises(StoreError, match="is not a Kawat store"):
        open_store(path)
    with open_store(path, create=True) as store:
        assert store.counts().articles == 0


@pytest.mark.parametrize(("version", "said"), [(SCHEMA_VERSION + 1, "newer Kawat"), (0, "unknown layout 0")])
def test_another_layout_is_refused(tmp_path: Path, version: int, said: str) -> None:
    path = tmp_path / "a.db"
    open_store(path, create=True).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {version}")
    for create in (True, False):
        with pytest.raises(StoreError, match=said):
            open_store(path, create=create)


def test_a_store_is_marked_as_one(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with open_store(path, create=True) as store:
        store.add_record(sample(), NOW)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert path.read_bytes()[68:72] == b"KAWT"


def test_opening_to_create_keeps_what_is_there(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db", create=True) as store:
        store.add_record(sample(), NOW)
    with open_store(tmp_path / "a.db", create=True) as store:
        assert store.counts().articles == 1


def test_folders_are_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        open_store(tmp_path)
    with pytest.raises(StoreError, match="does not exist"):
        open_store(tmp_path / "none" / "a.db", create=True)


def test_a_reader_can_not_write(tmp_path: Path) -> None:
    open_store(tmp_path / "a.db", create=True).close()
    with (
        open_store(tmp_path / "a.db", read_only=True) as store,
        pytest.raises(StoreError, match="can not be written"),
    ):
        store.add_record(sample(), NOW)


def test_a_name_with_odd_characters_opens(tmp_path: Path) -> None:
    path = tmp_path / "é #1?mode=ro %41.db"
    with open_store(path, create=True) as store:
        store.add_record(sample(), NOW)
    assert path.is_file()
    with open_store(path, read_only=True) as store:
        assert store.counts().articles == 1


def test_damage_is_found(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with open_store(path, create=True) as store:
        store.add_record(sample(1), NOW)
        store.add_record(sample(2), NOW)
        assert all(check.ok for check in store.check())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("DROP TRIGGER articles_text_stays")
        connection.execute("UPDATE articles SET text = 'other' WHERE id = ?", (sample(1).article.id,))
        connection.execute("DELETE FROM reports WHERE article_id = ?", (sample(2).article.id,))
        connection.commit()
    with open_store(path) as store:
        failed = {check.name: check.detail for check in store.check() if not check.ok}
    assert failed.keys() == {"texts", "links between tables", "index articles_fts", "index sentences_fts"}
    assert sample(1).article.id in failed["texts"]


FACTS = ("event_facts", "event_told", "event_parties", "event_pairs", "event_places", "event_plans")
MERGING = (
    "unsettled", "marks", "copies", "traces", "anchors", "links", "events", "event_reports", "judgements",
    "changes", "notes", "superseded", "feeds", "retries", "seen", "robots", "watches", "summaries", "taken",
    "names", "event_marks", "unsummarised", *FACTS, "party_names", "names_fts", "report_words", "listed",
)  # fmt: skip
COUNTED = (*FACTS, "party_names", "names_fts", "report_words", "listed")
LACKS = {
    1: (*MERGING, "candidates"),
    2: MERGING,
    3: ("summaries", "taken", "names", "event_marks", "unsummarised", *COUNTED),
    4: COUNTED,
    5: ("listed",),
    6: (),
}
"""The tables that a store of an older layout does not have."""


def older(path: Path, layout: int) -> None:
    """Make the store at ``path`` one of an older layout."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        unmerged = ("articles_unsettled", "reports_unsettled") if layout < 3 else ()
        listless = ("actors_named", "voices_named", "events_unsummarised") if layout < 4 else ()
        uncounted = ("events_without_facts", "names_added", "reports_worded") if layout < 5 else ()
        for trigger in (*unmerged, *listless, *uncounted):
            connection.execute(f"DROP TRIGGER {trigger}")
        unsorted = ("reports_status", "reports_lasting", "report_actors_folded", "report_voices_folded")
        for index in (
            *(unsorted if layout < 4 else ()),
            *(("events_first",) if 2 < layout < 5 else ()),
            *(("articles_language",) if layout < 5 else ()),
            "articles_dated",
            "links_back",
        ):
            connection.execute(f"DROP INDEX {index}")
        if layout > 2:
            connection.execute("CREATE INDEX links_other ON links (other)")
        for table in LACKS[layout]:
            connection.execute(f"DROP TABLE {table}")
        if layout == 4:
            names = connection.execute("SELECT folded FROM names").fetchall()
            connection.execute("DROP TABLE names")
            connection.execute("CREATE TABLE names (folded TEXT PRIMARY KEY) WITHOUT ROWID")
            connection.executemany("INSERT INTO names VALUES (?)", names)
        if layout == 3:
            connection.execute("DROP INDEX events_latest")
            sql = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'judgements'").fetchone()[0]
            indexes = connection.execute(
                "SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'judgements' AND sql IS NOT NULL"
            ).fetchall()
            connection.execute("CREATE TABLE kept AS SELECT * FROM judgements")
            connection.execute("DROP TABLE judgements")
            connection.execute(sql.replace("'accept', ", ""))
            for (index,) in indexes:
                connection.execute(index)
            connection.execute("INSERT INTO judgements SELECT * FROM kept")
            connection.execute("DROP TABLE kept")
        connection.execute(f"PRAGMA user_version = {layout}")
        connection.commit()


def layout(path: Path) -> set[tuple[str, str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        return set(rows.fetchall())


@pytest.mark.parametrize("version", sorted(LACKS))
def test_a_store_of_an_older_layout_is_brought_up_to_date_when_written_to(tmp_path: Path, version: int) -> None:
    new, old = tmp_path / "new.db", tmp_path / "old.db"
    for path in (new, old):
        with open_store(path, create=True) as store:
            for n in (1, 2):
                store.add_record(sample(n), NOW)
            settle(store, NOW)
            if version >= 3:
                reject(store, sample(1).reports[1].id, Editor("siti", NOW))
    older(old, version)
    body = old.read_bytes()
    with pytest.raises(StoreError, match=f"older layout {version}; `kawat merge` brings it up to date"):
        open_store(old, read_only=True)
    assert old.read_bytes() == body
    with open_store(old) as store:
        kept = store.record(sample(1).article.id)
        assert (kept.reports, kept.candidates) == (sample(1).reports, ())
        assert store.unsettled() == (2 + 4 if version < 3 else 0), "articles and reports wait for merging"
        settle(store, NOW)
        with open_store(new) as other:
            assert store.events() == other.events() != []
        assert all(check.ok for check in store.check())
    assert layout(old) == layout(new)
    with open_store(old, read_only=True) as store:
        assert (store.counts().articles, store.unsettled()) == (2, 0)
        assert len(store.judgements()) == (1 if version >= 3 else 0)
    with open_store(old) as store:
        assert accept(store, sample(2).reports[0].id, Editor("siti", NOW)).judgements


def test_a_store_is_brought_up_to_date_as_a_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    open_store(path, create=True).close()
    older(path, 2)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="locked"):
            open_store(path, busy_seconds=0.05)
        other.execute("ROLLBACK")
    with pytest.raises(StoreError, match="older layout 2"):
        open_store(path, read_only=True)
    open_store(path).close()
    open_store(path, read_only=True).close()
