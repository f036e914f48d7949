"""SQLite's errors as `StoreError`, with what to do next."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from kawat.errors import StoreError

_ADVICE = (
    ("locked", "is locked by another program that writes to it; let that one finish and run this again"),
    ("busy", "is locked by another program that writes to it; let that one finish and run this again"),
    ("full", "could not grow: the disk is full; free some space and run this again"),
    ("not a database", "is not a Kawat store; name another file with --db or KAWAT_DB"),
    ("malformed", "is damaged; restore it from a backup, or add the articles again to a new file"),
    ("readonly", "can not be written; change the permissions of the file and of its folder"),
    ("unable to open", "can not be opened; check that the folder exists and may be written"),
    ("disk i/o", "could not be read or written (disk error); check the disk, then run `kawat doctor`"),
    ("no such table", "lacks a table and is damaged; restore it from a backup"),
)


def store_error(path: str, error: sqlite3.Error) -> StoreError:
    """What went wrong with the store at ``path``, and what to do about it."""
    said = str(error)
    for sign, advice in _ADVICE:
        if sign in said.lower():
            return StoreError(f"the store {path} {advice}")
    return StoreError(f"the store {path} failed ({said}); run `kawat doctor` on it")


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
            if connection.in_transaction:  # SQLite has rolled back by itself after a full disk
                connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
