"""Whether a store is sound."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

_INDEXES = ("articles_fts", "sentences_fts", "names_fts")


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at; ``detail`` says what was found."""

    name: str
    ok: bool
    detail: str


def check(connection: sqlite3.Connection, path: str, read_only: bool) -> tuple[Check, ...]:
    """Every check, also after one that fails."""
    looks: list[tuple[str, Callable[[], str]]] = [
        ("file", partial(_file, connection)),
        ("links between tables", partial(_links, connection)),
        ("texts", partial(_texts, connection)),
    ]
    if not read_only:  # the index checks itself by a command that counts as writing
        looks += [(f"index {index}", partial(_index, connection, index)) for index in _INDEXES]
    return tuple(_checked(name, look) for name, look in looks)


def _checked(name: str, look: Callable[[], str]) -> Check:
    try:
        fault = look()
    except sqlite3.Error as error:
        fault = str(error)
    return Check(name, not fault, fault or "no fault found")


def _file(connection: sqlite3.Connection) -> str:
    rows = [row[0] for row in connection.execute("PRAGMA integrity_check(10)")]
    return "" if rows == ["ok"] else "; ".join(rows)


def _links(connection: sqlite3.Connection) -> str:
    rows = connection.execute("PRAGMA foreign_key_check").fetchall()
    return f"{len(rows)} rows without their parent, the first in {rows[0][0]}" if rows else ""


def _texts(connection: sqlite3.Connection) -> str:
    changed = [
        article_id
        for article_id, text, known in connection.execute("SELECT id, text, text_sha256 FROM articles ORDER BY id")
        if hashlib.sha256(text.encode("utf-8")).hexdigest() != known
    ]
    return f"the text of {len(changed)} articles was changed, the first is {changed[0]}" if changed else ""


def _index(connection: sqlite3.Connection, index: str) -> str:
    connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
    return ""
