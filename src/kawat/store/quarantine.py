"""Inputs that could not be read: kept with the reason until they can."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from kawat.records import content_id
from kawat.store.write import moment_text, storable

MOST = 100_000
"""So many are kept in mind: of more, those that failed longest ago are forgotten."""


@dataclass(frozen=True, slots=True)
class Quarantined:
    """``source`` as given (path or URL), why it failed, and how often; moments in UTC, ISO 8601."""

    id: str
    source: str
    reason: str
    error: str
    first_at: str
    last_at: str
    attempts: int


def add(connection: sqlite3.Connection, source: str, reason: str, error: str, at: datetime) -> None:
    """Note that ``source`` failed for ``reason``; ``error`` is the name of the kind of error."""
    source = storable(source) or ""
    stamp = moment_text(at)
    connection.execute(
        "INSERT INTO quarantine VALUES (?, ?, ?, ?, ?, ?, 1) ON CONFLICT (source) DO UPDATE SET "
        "reason = excluded.reason, error = excluded.error, last_at = excluded.last_at, "
        "attempts = attempts + 1",
        (content_id("bad", source), source, storable(reason), error, stamp, stamp),
    )


def remove(connection: sqlite3.Connection, source: str) -> bool:
    """Forget that ``source`` failed; whether it was noted."""
    return connection.execute("DELETE FROM quarantine WHERE source = ?", (storable(source),)).rowcount > 0


def forget_oldest(connection: sqlite3.Connection, most: int) -> int:
    """Keep the ``most`` that failed last, and what is known of their bytes; how many were forgotten."""
    rows = connection.execute("SELECT count(*) FROM quarantine").fetchone()[0] - most
    if rows <= 0:
        return 0
    connection.execute(
        "DELETE FROM quarantine WHERE id IN (SELECT id FROM quarantine ORDER BY last_at, source LIMIT ?)", (rows,)
    )
    connection.execute(
        "DELETE FROM taken WHERE article_id IS NULL AND source NOT IN (SELECT source FROM quarantine)"
    )
    return int(rows)


def listed(connection: sqlite3.Connection) -> tuple[Quarantined, ...]:
    rows = connection.execute(
        "SELECT id, source, reason, error, first_at, last_at, attempts FROM quarantine ORDER BY source"
    )
    return tuple(Quarantined(*row) for row in rows)
