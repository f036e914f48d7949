"""SQLite's errors as `StoreError`, with what to do next."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from kawat.errors import StoreError, TooSlowError

LITTLE = 1_000_000  # free bytes under which an error of the disk is for want of space: even reading takes some

TOO_SLOW = "this takes too long to answer; ask for less: fewer days, or one more filter"

_ADVICE = (
    ("locked", "is locked by another program that writes to it; let that one finish and run this again"),
    ("busy", "is locked by another program that writes to it; let that one finish and run this again"),
    ("full", "needs more room: the disk is full; free some space and run this again, what was stored stays"),
    ("not a database", "is not a Kawat store; name another file with --db or KAWAT_DB"),
    ("malformed", "is damaged; restore it from a backup, or add the articles again to a new file"),
    ("readonly", "can not be written; change the permissions of the file and of its folder"),
    ("unable to open", "can not be opened; check that the folder exists and may be written"),
    ("disk i/o", "could not be read or written (disk error); check the disk, then run `kawat doctor`"),
    ("no such table", "lacks a table and is damaged; restore it from a backup"),
)


def store_error(path: str | None, error: Exception) -> StoreError:
    """What went wrong with the store at ``path``, where that is known, and what to do about it."""
    if "interrupted" in str(error):
        return TooSlowError(TOO_SLOW)
    said, store = str(error), f"the store {path}" if path else "the store"
    if path and "disk i/o" in said.lower() and _is_full(path):
        said = "full"
    for sign, advice in _ADVICE:
        if sign in said.lower():
            return StoreError(f"{store} {advice}")
    return StoreError(f"{store} failed ({said}); run `kawat doctor` on it")


def _is_full(path: str) -> bool:
    try:
        return shutil.disk_usage(Path(path).absolute().parent).free < LITTLE
    except OSError:
        return False


@contextmanager
def as_store_error(path: str) -> Iterator[None]:
    """Raise `StoreError` for any error of SQLite inside the block."""
    try:
        yield
    except sqlite3.Error as error:
        raise store_error(path, error) from error


@contextmanager
def undoing(connection: sqlite3.Connection, path: str) -> Iterator[None]:
    """Everything written inside the block is undone at its end; what was written before it stays."""
    with as_store_error(path):
        connection.execute("SAVEPOINT rehearsal")
        try:
            yield
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK TO rehearsal")
                connection.execute("RELEASE rehearsal")


@contextmanager
def writing(connection: sqlite3.Connection, path: str) -> Iterator[None]:
    """One transaction: everything inside the block is stored, or nothing. Blocks nest into the outermost."""
    if connection.in_transaction:
        yield
        return
    with as_store_error(path):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            _roll_back(connection)
            raise
        try:
            connection.execute("COMMIT")
        except sqlite3.Error:
            _roll_back(connection)  # or whatever is written next would seem to be part of this one
            raise


def _roll_back(connection: sqlite3.Connection) -> None:
    """Undo what is under way; after a full disk SQLite has done so by itself."""
    if connection.in_transaction:
        with suppress(sqlite3.Error):  # what went wrong before is what counts
            connection.execute("ROLLBACK")


@contextmanager
def reading(connection: sqlite3.Connection, path: str) -> Iterator[None]:
    """Everything read inside the block is of one moment, whatever another process writes. Blocks nest."""
    if connection.in_transaction:
        yield
        return
    with as_store_error(path):
        connection.execute("BEGIN")
    try:
        yield
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
