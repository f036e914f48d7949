"""Which sources were read or refused, of which bytes, by which reader: so that nothing is read twice."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from kawat.store.write import moment_text, storable


@dataclass(frozen=True, slots=True)
class TakenRow:
    """``sha256`` of the bytes of the source, ``reader`` as it signs; no ``article_id``: it is in quarantine."""

    sha256: str
    reader: str
    article_id: str | None


def get(connection: sqlite3.Connection, source: str) -> TakenRow | None:
    """What is known of ``source``; None also where the article, or the note of the quarantine, is gone since."""
    row = connection.execute(
        "SELECT sha256, reader, article_id FROM taken t WHERE source = ? AND CASE WHEN article_id IS NULL "
        "THEN EXISTS (SELECT 1 FROM quarantine q WHERE q.source = t.source) "
        "ELSE EXISTS (SELECT 1 FROM articles a WHERE a.id = t.article_id) END",
        (storable(source),),
    ).fetchone()
    return None if row is None else TakenRow(*row)


def put(connection: sqlite3.Connection, source: str, row: TakenRow, at: datetime) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO taken VALUES (?, ?, ?, ?, ?)",
        (storable(source), row.sha256, row.reader, row.article_id, moment_text(at)),
    )


def forget(connection: sqlite3.Connection, source: str) -> None:
    connection.execute("DELETE FROM taken WHERE source = ?", (storable(source),))


def forget_article(connection: sqlite3.Connection, article_id: str) -> None:
    connection.execute("DELETE FROM taken WHERE article_id = ?", (article_id,))


def mark(connection: sqlite3.Connection, by: str, source: str) -> str | None:
    """What the list ``by`` said last of ``source``."""
    row = connection.execute(
        "SELECT mark FROM listed WHERE list = ? AND source = ?", (storable(by), storable(source))
    ).fetchone()
    return None if row is None else str(row[0])


def put_mark(connection: sqlite3.Connection, by: str, source: str, said: str) -> None:
    connection.execute("INSERT OR REPLACE INTO listed VALUES (?, ?, ?)", (storable(by), storable(source), said))
