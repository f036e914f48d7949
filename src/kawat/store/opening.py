"""Opening a store: make it, know it, refuse what is none."""

from __future__ import annotations

import os
import re
import sqlite3
from importlib.resources import files
from pathlib import Path

from kawat.errors import StoreError
from kawat.store.failing import as_store_error, writing
from kawat.store.fold import fold
from kawat.store.store import Store

APPLICATION_ID = 0x4B415754  # "KAWT", at offset 68 of the file
SCHEMA_VERSION = 7
OLDER = (1, 2, 3, 4, 5, 6)
"""Layouts that lack tables, indexes, and kinds of judgement; opening the store to write adds them."""
MERGED = 3
"""The first layout that has events."""
COUNTED = 5
"""The first layout that has what lists and sums over many events are read from."""
BUSY_SECONDS = 5.0
CACHE_KIB = 65_536
WRITER_CACHE_KIB = 16_384
"""A writer goes through all of a store: more would only fill up slowly, and the system holds the file in memory."""
CHECKPOINT_PAGES = 8_000
"""How far the log may grow (pages of 4 KiB) before it goes into the file: each time the disk is waited for."""
_WORDS = (
    "INSERT OR IGNORE INTO report_words (report_id, article_id, position, start, end) "
    "SELECT id, article_id, position, "
    "json_extract(report, '$.trigger.start'), json_extract(report, '$.trigger.end') FROM reports"
)
"""Of reports that were stored before there was this table."""
_CREATES = re.compile(r"^CREATE (?:VIRTUAL )?(?:TABLE|INDEX|VIEW|TRIGGER) (\w+)", re.MULTILINE)


def open_store(
    path: str | os.PathLike[str],
    *,
    create: bool = False,
    read_only: bool = False,
    busy_seconds: float = BUSY_SECONDS,
) -> Store:
    """The store in the file ``path``; close it, or use it in a ``with``.

    ``create`` makes the file when there is none; ``read_only`` never writes, also on a medium that can not be
    written. A writer waits ``busy_seconds`` for another one. Raises `StoreError` for a file that is missing,
    locked, no Kawat store, or made by a newer Kawat.
    """
    file = Path(path)
    _check_file(file, create)
    with as_store_error(str(file)):
        connection = sqlite3.connect(
            _uri(file, create, read_only), uri=True, timeout=busy_seconds, isolation_level=None
        )
    try:
        with as_store_error(str(file)):
            _set_up(connection, CACHE_KIB if read_only else WRITER_CACHE_KIB)
            if create:
                _make(connection, str(file))
            if not read_only:
                _upgrade(connection, str(file))
            _check_kind(connection, file)
            if not read_only:
                connection.execute("PRAGMA journal_mode = WAL")
    except BaseException:
        connection.close()
        raise
    return Store(connection, str(file), read_only)


def _check_file(file: Path, create: bool) -> None:
    if file.is_dir():
        raise StoreError(f"{file} is a folder, not a store; name a file with --db or KAWAT_DB")
    if not file.exists() and not create:
        raise StoreError(f"there is no store at {file}; make one with `kawat add`, or name another with --db")
    if create and not file.absolute().parent.is_dir():
        raise StoreError(f"the folder {file.absolute().parent} does not exist; make it, then run this again")


def _uri(file: Path, create: bool, read_only: bool) -> str:
    base = file.absolute().as_uri()
    if not read_only:
        return f"{base}?mode={'rwc' if create else 'rw'}"
    # Beside a WAL store SQLite keeps two small files; where it can not, only an unchanging view is left.
    fixed = not os.access(file.absolute().parent, os.W_OK)
    return f"{base}?mode=ro{'&immutable=1' if fixed else ''}"


def _set_up(connection: sqlite3.Connection, cache_kib: int) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute(f"PRAGMA cache_size = -{cache_kib}")
    connection.execute(f"PRAGMA wal_autocheckpoint = {CHECKPOINT_PAGES}")
    connection.create_function("fold", 1, fold, deterministic=True)


def _make(connection: sqlite3.Connection, path: str) -> None:
    """Lay out an empty file; leave any other as it is."""
    if _number(connection, "application_id") == APPLICATION_ID or not _is_empty(connection):
        return
    connection.execute("PRAGMA journal_mode = WAL")
    with writing(connection, path):
        if not _is_empty(connection):  # another writer was quicker
            return
        for statement in _statements(files("kawat.store").joinpath("schema.sql").read_text(encoding="utf-8")):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _upgrade(connection: sqlite3.Connection, path: str) -> None:
    """Give a store the tables that it lacks; nothing stored changes."""
    if _number(connection, "application_id") != APPLICATION_ID:
        return
    version = _number(connection, "user_version")
    if version not in OLDER:
        return
    script = files("kawat.store").joinpath("schema.sql").read_text(encoding="utf-8")
    with writing(connection, path):
        judged = version < COUNTED and _has(connection, "judgements")
        if judged:
            _set_aside(connection, "judgements")
        if version == 4:  # its names have no index
            connection.execute("DROP TABLE names")
            for trigger in ("actors_named", "voices_named"):
                connection.execute(f"DROP TRIGGER {trigger}")
        connection.execute("DROP INDEX IF EXISTS links_other")  # `links_back` has the scores too
        have = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
        for statement in _statements(script):
            name = _CREATES.search(statement)
            if name is not None and name.group(1) not in have:
                connection.execute(statement)
        if judged:
            connection.execute("INSERT INTO judgements SELECT * FROM aside")
            connection.execute("DROP TABLE aside")
        if version < COUNTED:
            _fill(connection, version)
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")


def _fill(connection: sqlite3.Connection, version: int) -> None:
    """Give tables that were just added what they are made of, or note that it is to be made."""
    for table in ("report_actors", "report_voices"):
        connection.execute(f"INSERT OR IGNORE INTO names (folded) SELECT folded FROM {table}")
    connection.execute(_WORDS)
    connection.execute("INSERT OR IGNORE INTO unsummarised (event_id) SELECT id FROM events")
    for table in ("articles", "reports") if version < MERGED else ():
        connection.execute(f"INSERT OR IGNORE INTO unsettled (id) SELECT id FROM {table}")


def _set_aside(connection: sqlite3.Connection, table: str) -> None:
    """Call ``table`` `aside` and take its indexes away, so that it can be laid out anew."""
    sql = "SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL"
    for (index,) in connection.execute(sql, (table,)).fetchall():
        connection.execute(f"DROP INDEX {index}")
    connection.execute(f"ALTER TABLE {table} RENAME TO aside")


def _statements(script: str) -> list[str]:
    """The statements of ``script``; sqlite3's own executescript would end our transaction."""
    found: list[str] = []
    held = ""
    for line in script.splitlines(keepends=True):
        held += line
        if sqlite3.complete_statement(held):
            found.append(held.strip())
            held = ""
    return found


def _check_kind(connection: sqlite3.Connection, file: Path) -> None:
    if _number(connection, "application_id") != APPLICATION_ID:
        raise StoreError(f"{file} is not a Kawat store; name another file with --db or KAWAT_DB")
    version = _number(connection, "user_version")
    if version > SCHEMA_VERSION:
        raise StoreError(f"the store {file} was made by a newer Kawat (layout {version}); upgrade Kawat to use it")
    if version in OLDER:
        raise StoreError(f"the store {file} has the older layout {version}; `kawat merge` brings it up to date")
    if version < SCHEMA_VERSION:
        raise StoreError(f"the store {file} has the unknown layout {version}; add the articles again to a new file")


def _number(connection: sqlite3.Connection, pragma: str) -> int:
    return int(connection.execute(f"PRAGMA {pragma}").fetchone()[0])


def _has(connection: sqlite3.Connection, name: str) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (name,)).fetchone() is not None


def _is_empty(connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None
