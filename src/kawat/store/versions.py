"""Versions of an article at one address: the newest is current, the older ones stay, in no view."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Superseded:
    """``article_id`` was replaced by ``by``; ``at`` is when that was found (UTC, ISO 8601)."""

    article_id: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class Version:
    """An article at an address. ``by``: the one that replaced it, None for the current one."""

    article_id: str
    published: str | None
    by: str | None
    added_at: str


def at_url(connection: sqlite3.Connection, url: str) -> list[Version]:
    """All versions of the article at ``url``, by id."""
    sql = (
        "SELECT a.id, a.published, s.by, a.added_at FROM articles a LEFT JOIN superseded s ON s.article_id = a.id "
        "WHERE a.url = ? ORDER BY a.id"
    )
    return [Version(*row) for row in connection.execute(sql, (url,))]


def supersede(connection: sqlite3.Connection, older: Sequence[str], by: str, stamp: str) -> None:
    """``by`` is the current version; what was replaced before keeps its moment."""
    for one in older:
        connection.execute("UPDATE superseded SET by = ? WHERE article_id = ? OR by = ?", (by, one, one))
        connection.execute(
            "INSERT OR IGNORE INTO superseded (article_id, by, at) VALUES (?, ?, ?)", (one, by, stamp)
        )


def revive(connection: sqlite3.Connection, article_id: str) -> None:
    """The article is not replaced any more: its text stands at its address again."""
    connection.execute("DELETE FROM superseded WHERE article_id = ?", (article_id,))


def around(connection: sqlite3.Connection, article_id: str) -> list[Superseded]:
    """By what the article was replaced, and what it replaced, the last replaced first."""
    sql = "SELECT article_id, by, at FROM superseded WHERE article_id = ?1 OR by = ?1 ORDER BY at DESC, article_id"
    return [Superseded(*row) for row in connection.execute(sql, (article_id,))]


def put_back(connection: sqlite3.Connection, rows: Sequence[Superseded]) -> None:
    """What `around` told, for an article that was taken out and put in again."""
    connection.executemany(
        "INSERT OR IGNORE INTO superseded (article_id, by, at) VALUES (?, ?, ?)",
        ((row.article_id, row.by, row.at) for row in rows),
    )


def heirs(connection: sqlite3.Connection, rows: Sequence[Superseded], gone: str) -> None:
    """After ``gone`` is out: the last that it had replaced is current, the others are replaced by that one."""
    older = [row for row in rows if row.by == gone]
    if len(older) > 1:
        put_back(connection, [Superseded(row.article_id, older[0].article_id, row.at) for row in older[1:]])
