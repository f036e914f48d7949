"""What a store holds as a whole, and where in it to look: figures and ids, nothing of what articles say."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from kawat.store.filters import CURRENT
from kawat.store.many import chunks, holes


@dataclass(frozen=True, slots=True)
class Overview:
    """``first_day`` and ``last_day``: of publication, ISO dates, None without any. ``last_change``: UTC, ISO 8601.

    ``countries``: the codes of all who take part in a report. Articles that were replaced count too.
    """

    articles: int
    events: int
    reports: int
    claims: int
    first_day: str | None
    last_day: str | None
    last_change: str | None
    languages: tuple[str, ...]
    countries: tuple[str, ...]


def overview(connection: sqlite3.Connection) -> Overview:
    tables = ("articles", "events", "reports", "claims")
    sql = "SELECT " + ", ".join(f"(SELECT count(*) FROM {table})" for table in tables)
    articles, events, reports, claims = connection.execute(sql).fetchone()
    first_day, last_day = (_end(connection, order) for order in ("ASC", "DESC"))
    change = connection.execute("SELECT at FROM changes ORDER BY seq DESC LIMIT 1").fetchone()
    return Overview(
        articles=articles,
        events=events,
        reports=reports,
        claims=claims,
        first_day=first_day,
        last_day=last_day,
        last_change=change and change[0],
        languages=_each(connection, "articles", "language"),
        countries=_each(connection, "report_actors", "country"),
    )


def _end(connection: sqlite3.Connection, order: str) -> str | None:
    """The first day of publication, or the last one."""
    sql = (
        f"SELECT a.published_day FROM articles a WHERE a.published_day IS NOT NULL AND {CURRENT} "
        f"ORDER BY a.published_day {order} LIMIT 1"
    )
    row = connection.execute(sql).fetchone()
    return None if row is None else str(row[0])


def _each(connection: sqlite3.Connection, table: str, column: str) -> tuple[str, ...]:
    """The values of a column, each once: over its index from one to the next, however many rows have it."""
    following = f"SELECT min({column}) FROM {table} WHERE {column} > value"
    sql = (
        f"WITH RECURSIVE found (value) AS (SELECT min({column}) FROM {table} UNION ALL "
        f"SELECT ({following}) FROM found WHERE value IS NOT NULL) SELECT value FROM found WHERE value IS NOT NULL"
    )
    return tuple(row[0] for row in connection.execute(sql))


def published_events(connection: sqlite3.Connection, first: str, last: str) -> list[str]:
    """Ids of the events that were told first, or last, on one of the days from ``first`` to ``last``."""
    sql = (
        "SELECT id FROM events WHERE first_published BETWEEN ? AND ? "
        "UNION SELECT id FROM events WHERE last_published BETWEEN ? AND ? ORDER BY id"
    )
    return [row[0] for row in connection.execute(sql, (first, last, first, last))]


def last_published(connection: sqlite3.Connection) -> str | None:
    """The last day on which an event was told."""
    day: str | None = connection.execute("SELECT max(last_published) FROM events").fetchone()[0]
    return day


def events_in(connection: sqlite3.Connection, article_ids: Sequence[str]) -> dict[str, list[tuple[int, int, str]]]:
    """For each of the articles where the words of its events stand: start and end of a trigger, event."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    for some in chunks(article_ids):
        sql = (
            "SELECT w.article_id, w.start, w.end, m.event_id "
            "FROM report_words w JOIN event_reports m ON m.report_id = w.report_id "
            f"WHERE w.article_id IN ({holes(some)}) ORDER BY w.article_id, w.position"
        )
        for article, start, end, event in connection.execute(sql, some):
            found.setdefault(article, []).append((start, end, event))
    return found


def count_voice(connection: sqlite3.Connection, actor_id: str | None, name: str) -> int:
    """How many reports have the actor, by id or, without one, by the very name, among their voices."""
    asked, value = ("actor_id = ?", actor_id) if actor_id is not None else ("actor_id IS NULL AND name = ?", name)
    sql = f"SELECT count(DISTINCT report_id) FROM report_voices WHERE {asked}"
    return int(connection.execute(sql, (value,)).fetchone()[0])


def count_voices_of(connection: sqlite3.Connection, country: str) -> int:
    """How many reports have somebody of the country among their voices."""
    sql = "SELECT count(DISTINCT report_id) FROM report_voices WHERE country = ?"
    return int(connection.execute(sql, (country,)).fetchone()[0])
