"""Events in short, kept ready-made: a list of many events is read without looking into their reports.

A summary is of the event as settled under ``digest``; where the event has another digest by now, it is no longer
one of it. What an event has no summary of is made when it is asked for.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kawat.store.filters import ReportFilter, Where, article_where, report_where, voice_where
from kawat.store.merged import EVENT_COLUMNS, EventRow, event_row
from kawat.store.rows import dump

FEW = 1_000
"""So many events that fit are looked up first; of more, the events are gone through until a page is full."""

_REPORTS = "event_reports m JOIN reports r ON r.id = m.report_id"
_ARTICLES = f"{_REPORTS} JOIN articles a ON a.id = r.article_id"
_LISTED = (
    f"SELECT {EVENT_COLUMNS}, s.summary FROM events e "
    "LEFT JOIN summaries s ON s.event_id = e.id AND s.digest = e.digest"
)


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a list of events goes on: after the event with this day, empty where it has none, and this id."""

    day: str
    id: str


@dataclass(frozen=True, slots=True)
class Listed:
    """An event as last settled, with its summary where that is ready."""

    row: EventRow
    summary: str | None


def page(connection: sqlite3.Connection, filters: ReportFilter, after: Spot | None, limit: int) -> list[Listed]:
    """At most ``limit`` events with a report that fits, by day, latest first, those without a day at the end."""
    where = _fits(connection, filters)
    if after is not None:
        latest = "coalesce(e.day, '')"
        spot = Where((f"{latest} <= ? AND ({latest} < ? OR e.id > ?)",), (after.day, after.day, after.id))
        where = where.joined(spot)
    sql = f"{_LISTED} WHERE {where.sql} ORDER BY coalesce(e.day, '') DESC, e.id LIMIT ?"
    return [Listed(event_row(row[:-1]), row[-1]) for row in connection.execute(sql, (*where.values, limit))]


def of_events(connection: sqlite3.Connection, event_ids: Sequence[str]) -> list[Listed]:
    """The events that have these ids, in the order of the ids."""
    marks = ", ".join("?" * len(event_ids))
    rows = connection.execute(f"{_LISTED} WHERE e.id IN ({marks})", tuple(event_ids))
    found = {row[0]: Listed(event_row(row[:-1]), row[-1]) for row in rows}
    return [found[one] for one in event_ids if one in found]


def missing(connection: sqlite3.Connection, after: str, limit: int) -> list[EventRow]:
    """At most ``limit`` events without a summary, by id, those after the id ``after``."""
    sql = f"{_LISTED} WHERE s.event_id IS NULL AND e.id > ? ORDER BY e.id LIMIT ?"
    return [event_row(row[:-1]) for row in connection.execute(sql, (after, limit))]


def put(connection: sqlite3.Connection, rows: Iterable[tuple[EventRow, str]]) -> None:
    """Keep the summaries of events."""
    connection.executemany(
        "INSERT OR REPLACE INTO summaries (event_id, digest, summary) VALUES (?, ?, ?)",
        ((row.id, row.digest, summary) for row, summary in rows),
    )


def _fits(connection: sqlite3.Connection, filters: ReportFilter) -> Where:
    """What an event, table ``e``, has to be; in the form that is quick for as many as fit."""
    filters = _rarer_first(connection, filters)
    found = article_where(filters).joined(report_where(filters)).joined(voice_where(filters))
    if not found.conditions:
        return Where()
    tables = _ARTICLES if article_where(filters).conditions else _REPORTS
    sql = f"SELECT DISTINCT m.event_id FROM {tables} WHERE {found.sql} LIMIT {FEW + 1}"
    ids = [row[0] for row in connection.execute(sql, found.values)]
    if len(ids) <= FEW:
        return Where(("e.id IN (SELECT value FROM json_each(?))",), (dump(ids),))
    each = article_where(filters).joined(report_where(filters, True)).joined(voice_where(filters, True))
    # CROSS JOIN: from the event to its few reports, never from all reports of a type to those of the event.
    tables = tables.replace(" JOIN ", " CROSS JOIN ")
    return Where((f"EXISTS (SELECT 1 FROM {tables} WHERE {each.sql} AND m.event_id = e.id)",), each.values)


def _rarer_first(connection: sqlite3.Connection, filters: ReportFilter) -> ReportFilter:
    """The same question, asked of the country first that fewer reports name."""
    first, second = filters.country, filters.other_country
    if first is None or second is None or _count(connection, first) <= _count(connection, second):
        return filters
    return replace(filters, country=second, other_country=first)


def _count(connection: sqlite3.Connection, country: str) -> int:
    sql = f"SELECT count(*) FROM (SELECT 1 FROM report_actors WHERE country = ? LIMIT {FEW})"
    return int(connection.execute(sql, (country.upper(),)).fetchone()[0])
