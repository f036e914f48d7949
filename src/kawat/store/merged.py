"""The tables of merging: what waits, where reports are filed, which are linked, which events they are.

Rows in, rows out; what the rows mean is decided in `kawat.merge`, when in `kawat.intake.settling`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kawat.store.filters import ReportFilter, Where, article_where, report_where, voice_where
from kawat.store.many import chunks
from kawat.store.many import holes as holes_of
from kawat.store.rows import dump

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event as last settled. Days are ISO dates; ``members`` its reports in order."""

    id: str
    type: str
    status: str
    day: str | None
    last_day: str | None
    first_published: str | None
    last_published: str | None
    outlets: int
    members: tuple[str, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class TraceRow:
    """A report in the index: the event that it would be alone, where it is filed."""

    report_id: str
    article_id: str
    own_event: str
    trace: str
    anchors: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """What became of an event, and when it was found (UTC, ISO 8601)."""

    seq: int
    at: str
    kind: str
    event_id: str
    other_id: str | None
    reports: tuple[str, ...]


def events(connection: sqlite3.Connection, filters: ReportFilter) -> list[EventRow]:
    """The events with a report that fits, by day, latest first."""
    fits = _fits(filters)
    sql = f"SELECT {EVENT_COLUMNS} FROM events e WHERE {fits.sql} ORDER BY e.day IS NULL, e.day DESC, e.id LIMIT ?"
    limit = -1 if filters.limit is None else filters.limit
    return [event_row(row) for row in connection.execute(sql, (*fits.values, limit))]


def count_events(connection: sqlite3.Connection, filters: ReportFilter) -> int:
    """How many events `events` gives."""
    fits = _fits(filters)
    found = int(connection.execute(f"SELECT count(*) FROM events e WHERE {fits.sql}", fits.values).fetchone()[0])
    return found if filters.limit is None else min(found, filters.limit)


def _fits(filters: ReportFilter) -> Where:
    asked = article_where(filters).joined(report_where(filters)).joined(voice_where(filters))
    if not asked.conditions:
        return asked
    fitting = (
        "e.id IN (SELECT m.event_id FROM event_reports m JOIN reports r ON r.id = m.report_id "
        f"JOIN articles a ON a.id = r.article_id WHERE {asked.sql})"
    )
    return Where((fitting,), asked.values)


def event_called(connection: sqlite3.Connection, id_prefix: str) -> list[str]:
    """Ids of the events whose id, or the id of one of whose reports alone, starts so."""
    end = id_prefix + "\U0010ffff"
    exact = [
        row[0] for row in connection.execute("SELECT id FROM events WHERE id >= ? AND id < ?", (id_prefix, end))
    ]
    if exact:
        return sorted(exact)
    sql = (
        "SELECT DISTINCT m.event_id FROM traces t JOIN event_reports m ON m.report_id = t.report_id "
        "WHERE t.own_event >= ? AND t.own_event < ? ORDER BY 1"
    )
    return [row[0] for row in connection.execute(sql, (id_prefix, end))]


def changes(connection: sqlite3.Connection, since: str | None, after: int, limit: int | None) -> list[ChangeRow]:
    columns = "seq, at, kind, event_id, other_id, reports"
    sql = f"SELECT {columns} FROM changes WHERE seq > ? AND at >= ? ORDER BY seq LIMIT ?"
    rows = connection.execute(sql, (after, since or "", -1 if limit is None else limit))
    return [ChangeRow(n, at, kind, one, other, tuple(json.loads(told))) for n, at, kind, one, other, told in rows]


def changes_of(connection: sqlite3.Connection, event_id: str) -> list[ChangeRow]:
    """What became of one event, in order."""
    columns = "seq, at, kind, event_id, other_id, reports"
    rows = connection.execute(f"SELECT {columns} FROM changes WHERE event_id = ? ORDER BY seq", (event_id,))
    return [ChangeRow(n, at, kind, one, other, tuple(json.loads(told))) for n, at, kind, one, other, told in rows]


def went_into(connection: sqlite3.Connection, event_ids: Sequence[str]) -> dict[str, str]:
    """Of the events that are no more: into which others they went, or by which they were replaced."""
    last: dict[str, str | None] = {}
    for some in chunks(event_ids):
        sql = f"SELECT event_id, kind, other_id FROM changes WHERE event_id IN ({holes_of(some)}) ORDER BY seq"
        for event, kind, other in connection.execute(sql, some):
            last[event] = other if kind in ("merged", "replaced") else None
    return {event: other for event, other in last.items() if other is not None}


def last_change(connection: sqlite3.Connection) -> int:
    """The number of the latest change, 0 where there is none."""
    return int(connection.execute("SELECT coalesce(max(seq), 0) FROM changes").fetchone()[0])


EVENT_COLUMNS = (
    "e.id, e.type, e.status, e.day, e.last_day, e.first_published, e.last_published, e.outlets, e.members, e.digest"
)


def event_row(row: Sequence[Any]) -> EventRow:
    """A row of `EVENT_COLUMNS`."""
    name, kind, status, day, last_day, first, last, outlets, members, digest = row
    return EventRow(name, kind, status, day, last_day, first, last, outlets, tuple(json.loads(members)), digest)


class MergeTables:
    """The tables of merging over an open connection; to be used inside a transaction of the store."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    # --- what waits ---------------------------------------------------------------------------------

    def unsettled(self) -> list[str]:
        return [row[0] for row in self._connection.execute("SELECT id FROM unsettled ORDER BY id")]

    def count_unsettled(self) -> int:
        return int(self._connection.execute("SELECT count(*) FROM unsettled").fetchone()[0])

    def unsettle(self, ids: Iterable[str]) -> None:
        self._many("INSERT OR IGNORE INTO unsettled (id) VALUES (?)", ((one,) for one in ids))

    def unsettle_all(self) -> None:
        """Forget everything that merging made of the reports, but for the events as they stand."""
        for table in ("links", "anchors", "traces", "copies", "marks"):
            self._connection.execute(f"DELETE FROM {table}")
        current = " WHERE id NOT IN (SELECT article_id FROM superseded)"
        for table in (f"articles{current}", "reports", "events"):
            self._connection.execute(f"INSERT OR IGNORE INTO unsettled (id) SELECT id FROM {table}")

    def state(self) -> int:
        """A number that another one stands in for once another connection has written."""
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def settled(self) -> None:
        self._connection.execute("DELETE FROM unsettled")

    def note(self, name: str) -> str | None:
        row = self._connection.execute("SELECT value FROM notes WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def set_note(self, name: str, value: str) -> None:
        self._connection.execute("INSERT OR REPLACE INTO notes (name, value) VALUES (?, ?)", (name, value))

    # --- copies -------------------------------------------------------------------------------------

    def file_marks(self, article_id: str, marks: Iterable[int]) -> None:
        self._many("INSERT OR IGNORE INTO marks (mark, article_id) VALUES (?, ?)", ((m, article_id) for m in marks))

    def sharing_marks(self, marks: Sequence[int], least: int) -> list[str]:
        """The articles filed under at least ``least`` of the marks."""
        counts: dict[str, int] = {}
        for some in chunks(marks):
            sql = f"SELECT article_id, count(*) FROM marks WHERE mark IN ({holes_of(some)}) GROUP BY article_id"
            for article, count in self._connection.execute(sql, some):
                counts[article] = counts.get(article, 0) + count
        return sorted(article for article, count in counts.items() if count >= least)

    def published_within(
        self, article_ids: Sequence[str], language: str, days: tuple[date, date] | None
    ) -> list[str]:
        """Those of the articles in the language that were published on these days, or nobody knows when; by id."""
        first, last = (None, None) if days is None else (days[0].isoformat(), days[1].isoformat())
        found: list[str] = []
        for some in chunks(article_ids):
            sql = (
                f"SELECT id FROM articles WHERE id IN ({holes_of(some)}) AND language = ? "
                "AND (published_day IS NULL OR ? IS NULL OR published_day BETWEEN ? AND ?)"
            )
            found += [row[0] for row in self._connection.execute(sql, (*some, language, first, first, last))]
        return sorted(found)

    def add_copies(self, pairs: Iterable[tuple[str, str, float]]) -> None:
        self._many("INSERT OR REPLACE INTO copies (one, other, share) VALUES (?, ?, ?)", pairs)

    def copies_of(self, article_ids: Sequence[str]) -> set[Pair]:
        """The pairs of copies that one of the articles belongs to."""
        return set(self.each_copy_of(article_ids))

    def each_copy_of(self, article_ids: Sequence[str]) -> Iterator[Pair]:
        """The same, one after the other; twice where both are among the articles."""
        for some in chunks(article_ids):
            for side in ("one", "other"):
                sql = f"SELECT one, other FROM copies WHERE {side} IN ({holes_of(some)})"
                yield from self._connection.execute(sql, some)

    def share_of(self, one: str, other: str) -> float | None:
        """How much of the shorter of two articles the other has too, 0 to 1; None where they are no copies."""
        sql = "SELECT share FROM copies WHERE one = ? AND other = ?"
        row = self._connection.execute(sql, (min(one, other), max(one, other))).fetchone()
        return None if row is None else float(row[0])

    # --- where reports are filed ---------------------------------------------------------------------

    def file_traces(self, rows: Sequence[TraceRow]) -> None:
        self._many(
            "INSERT OR REPLACE INTO traces (report_id, article_id, own_event, trace) VALUES (?, ?, ?, ?)",
            ((row.report_id, row.article_id, row.own_event, row.trace) for row in rows),
        )
        self._many(
            "INSERT OR IGNORE INTO anchors (key, day, report_id) VALUES (?, ?, ?)",
            ((key, day, row.report_id) for row in rows for key, day in row.anchors),
        )

    def unfile(self, report_ids: Sequence[str]) -> None:
        """Take reports out of the index, and their links with them."""
        for some in chunks(report_ids):
            holes = holes_of(some)
            self._connection.execute(f"DELETE FROM traces WHERE report_id IN ({holes})", some)
            self._connection.execute(f"DELETE FROM anchors WHERE report_id IN ({holes})", some)
            self._connection.execute(f"DELETE FROM links WHERE one IN ({holes})", some)
            self._connection.execute(f"DELETE FROM links WHERE other IN ({holes})", some)

    def filed(self, asks: Sequence[tuple[str, str, int, int]]) -> Iterator[Pair]:
        """Who finds whom: ``asks`` are (who asks, key, first day, last day); gives (who asks, what is filed).

        What is filed under several keys that one asks for comes several times.
        """
        for some in chunks(asks):
            rows = ", ".join(["(?, ?, ?, ?)"] * len(some))
            sql = (
                f"WITH asked (one, key, first, last) AS (VALUES {rows}) SELECT asked.one, filed.report_id "
                "FROM asked CROSS JOIN anchors filed ON filed.key = asked.key "
                "AND filed.day BETWEEN asked.first AND asked.last"
            )
            yield from self._connection.execute(sql, [value for ask in some for value in ask])

    def traces(self, report_ids: Sequence[str]) -> Iterator[tuple[str, str]]:
        for some in chunks(report_ids):
            sql = f"SELECT report_id, trace FROM traces WHERE report_id IN ({holes_of(some)})"
            yield from self._connection.execute(sql, some)

    def traced_in(self, article_ids: Sequence[str]) -> list[Pair]:
        """Article and report of every trace in the articles."""
        found: list[Pair] = []
        for some in chunks(article_ids):
            sql = f"SELECT article_id, report_id FROM traces WHERE article_id IN ({holes_of(some)})"
            found += self._connection.execute(sql, some)
        return found

    # --- links --------------------------------------------------------------------------------------

    def add_links(self, links: Iterable[tuple[str, str, float]]) -> None:
        self._many("INSERT OR REPLACE INTO links (one, other, score) VALUES (?, ?, ?)", links)

    def links_of(self, report_ids: Sequence[str]) -> Iterator[tuple[str, str, float]]:
        """Each of the reports with every other one that it is linked with, and the score of the link."""
        for some in chunks(report_ids):
            for near, far in (("one", "other"), ("other", "one")):
                sql = f"SELECT {near}, {far}, score FROM links WHERE {near} IN ({holes_of(some)})"
                yield from self._connection.execute(sql, some)

    def count_links(self) -> int:
        return int(self._connection.execute("SELECT count(*) FROM links").fetchone()[0])

    def articles_of(self, report_ids: Sequence[str]) -> dict[str, str]:
        """The article of each of the reports that are in the index."""
        found: dict[str, str] = {}
        for some in chunks(report_ids):
            sql = f"SELECT report_id, article_id FROM traces WHERE report_id IN ({holes_of(some)})"
            found.update(self._connection.execute(sql, some))
        return found

    # --- events -------------------------------------------------------------------------------------

    def events_of(self, report_ids: Sequence[str]) -> dict[str, str]:
        """The event of each report that has one."""
        found: dict[str, str] = {}
        for some in chunks(report_ids):
            sql = f"SELECT report_id, event_id FROM event_reports WHERE report_id IN ({holes_of(some)})"
            found.update(self._connection.execute(sql, some))
        return found

    def event_rows(self, event_ids: Sequence[str]) -> dict[str, EventRow]:
        found: dict[str, EventRow] = {}
        for some in chunks(event_ids):
            sql = f"SELECT {EVENT_COLUMNS} FROM events e WHERE e.id IN ({holes_of(some)})"
            found.update({row[0]: event_row(row) for row in self._connection.execute(sql, some)})
        return found

    def drop_events(self, event_ids: Sequence[str]) -> None:
        for some in chunks(event_ids):
            holes = holes_of(some)
            self._connection.execute(f"DELETE FROM event_reports WHERE event_id IN ({holes})", some)
            self._connection.execute(f"DELETE FROM events WHERE id IN ({holes})", some)

    def put_events(self, rows: Sequence[EventRow]) -> None:
        self._many(
            "INSERT OR REPLACE INTO events (id, type, status, day, last_day, first_published, last_published, "
            "outlets, members, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    r.id,
                    r.type,
                    r.status,
                    r.day,
                    r.last_day,
                    r.first_published,
                    r.last_published,
                    r.outlets,
                    dump(list(r.members)),
                    r.digest,
                )
                for r in rows
            ),
        )
        self._many(
            "INSERT OR REPLACE INTO event_reports (report_id, event_id) VALUES (?, ?)",
            ((member, row.id) for row in rows for member in row.members),
        )

    def add_changes(self, rows: Iterable[tuple[str, str, str, str | None, str]]) -> None:
        self._many("INSERT INTO changes (at, kind, event_id, other_id, reports) VALUES (?, ?, ?, ?, ?)", rows)

    def _many(self, sql: str, rows: Iterable[tuple[object, ...]]) -> None:
        self._connection.executemany(sql, rows)
