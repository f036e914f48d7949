"""Events in short, kept ready-made: a list of many events is read without looking into their reports.

A summary is of the event as settled under ``digest``; where the event has another digest by now, it is no longer
one of it. What an event has no summary of is made when it is asked for.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kawat.records import Report
from kawat.store import facts as facts_of
from kawat.store.facts import Facts
from kawat.store.filters import ReportFilter, Where, article_where, names_found, names_with, one_report
from kawat.store.merged import EVENT_COLUMNS, EventRow, event_row
from kawat.store.rows import dump

EVERY = "*"
"""The mark that every event has."""
FEW = 3_000
"""So many events with a name are looked up; of more, all events are gone through until a page is full."""
AT_ONCE = 100
"""So many events with a name are looked into at once, until a page is full."""
MOST_WAITING = 2_000
"""So many events without marks are looked at one by one; of more, every event is."""

_MEMBERS = "e.id IN (SELECT value FROM json_each(?))"
_MARKED = (
    "(e.id IN (SELECT event_id FROM unsummarised) "
    "OR EXISTS (SELECT 1 FROM event_marks o WHERE o.event_id = e.id AND o.mark = ?))"
)
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


@dataclass(frozen=True, slots=True)
class Summary:
    """What is kept of an event beside its row: itself in short, as JSON text, and what it can be asked for by.

    ``first`` and ``last``: the days that the times of its reports touch, ISO dates, None where none has a time.
    ``facts``: what is counted over many events.
    """

    row: EventRow
    text: str
    marks: tuple[str, ...]
    first: str | None
    last: str | None
    facts: Facts


def marks_of(reports: Iterable[Report]) -> tuple[str, ...]:
    """What an event of these reports can be asked for by."""
    found = {EVERY}
    for one in reports:
        found |= {f"t:{one.type}", f"s:{one.status.value}", f"w:{one.salience.value}"}
        found |= {f"c:{actor.country}" for actor in one.sides if actor.country}
    return tuple(sorted(found))


def page(connection: sqlite3.Connection, filters: ReportFilter, after: Spot | None, limit: int) -> list[Listed]:
    """At most ``limit`` events with a report that fits, by day, latest first, those without a day at the end."""
    some = _by_names(connection, filters)
    if some is None and (filters.actor or filters.voice or filters.outlet):
        some = _by_publication(connection, filters)
    if some is not None:
        return _through(connection, some, filters, after, limit)
    waiting = [row[0] for row in connection.execute(f"SELECT event_id FROM unsummarised LIMIT {MOST_WAITING + 1}")]
    if len(waiting) > MOST_WAITING:
        return _among(connection, None, filters, after, limit)
    found = _by_marks(connection, filters, after, limit)
    if waiting:
        found += _among(connection, waiting, filters, after, limit)
    return sorted(found, key=_order)[:limit]


def _order(one: Listed) -> tuple[int, str]:
    day = one.row.day
    return (0 if day is None else -date.fromisoformat(day).toordinal(), one.row.id)


def of_events(connection: sqlite3.Connection, event_ids: Sequence[str]) -> list[Listed]:
    """The events that have these ids, in the order of the ids."""
    marks = ", ".join("?" * len(event_ids))
    rows = connection.execute(f"{_LISTED} WHERE e.id IN ({marks})", tuple(event_ids))
    found = {row[0]: Listed(event_row(row[:-1]), row[-1]) for row in rows}
    return [found[one] for one in event_ids if one in found]


def missing(connection: sqlite3.Connection, after: str, limit: int) -> list[EventRow]:
    """At most ``limit`` events without a summary, by id, those after the id ``after``."""
    sql = (
        f"SELECT {EVENT_COLUMNS} FROM unsummarised u JOIN events e ON e.id = u.event_id "
        "WHERE u.event_id > ? ORDER BY u.event_id LIMIT ?"
    )
    return [event_row(row) for row in connection.execute(sql, (after, limit))]


def waiting(connection: sqlite3.Connection, filters: ReportFilter) -> list[EventRow]:
    """The events without a summary that have a report that fits, latest first."""
    ids = [row[0] for row in connection.execute("SELECT event_id FROM unsummarised")]
    return [one.row for one in _among(connection, ids, filters, None, -1)] if ids else []


def put(connection: sqlite3.Connection, summaries: Iterable[Summary]) -> None:
    """Keep the summaries of events, and what they can be asked for by."""
    for one in summaries:
        day, event = one.row.day or "", one.row.id
        connection.execute(
            "INSERT OR REPLACE INTO summaries (event_id, digest, summary) VALUES (?, ?, ?)",
            (event, one.row.digest, one.text),
        )
        connection.executemany(
            "INSERT OR REPLACE INTO event_marks (mark, day, event_id, first, last) VALUES (?, ?, ?, ?, ?)",
            ((mark, day, event, one.first, one.last) for mark in one.marks),
        )
        facts_of.put(connection, one.facts)
        connection.execute("DELETE FROM unsummarised WHERE event_id = ?", (event,))


# --- which events fit -------------------------------------------------------------------------------


def _by_marks(
    connection: sqlite3.Connection, filters: ReportFilter, after: Spot | None, limit: int
) -> list[Listed]:
    """Of the events that have their marks: the list of the rarest mark, gone through until the page is full."""
    marks, alone = _marks(connection, filters)
    where = Where(("k.mark = ?",), marks[:1]).joined(_after("k.day", "k.event_id", after))
    for mark in marks[1:]:
        has = "EXISTS (SELECT 1 FROM event_marks o WHERE o.mark = ? AND o.day = k.day AND o.event_id = k.event_id)"
        where = where.and_(has, mark)
    where = where.and_("k.last >= ?", _iso(filters.since)).and_("k.first <= ?", _iso(filters.until))
    where = where.joined(_published(filters))
    if not alone:
        where = where.joined(one_report(filters))
    sql = (
        f"SELECT {EVENT_COLUMNS}, s.summary FROM event_marks k CROSS JOIN events e ON e.id = k.event_id "
        "LEFT JOIN summaries s ON s.event_id = e.id AND s.digest = e.digest "
        f"WHERE {where.sql} ORDER BY k.day DESC, k.event_id LIMIT ?"
    )
    return [Listed(event_row(row[:-1]), row[-1]) for row in connection.execute(sql, (*where.values, limit))]


def _marks(connection: sqlite3.Connection, filters: ReportFilter) -> tuple[tuple[str, ...], bool]:
    """The marks that are asked for, the rarest first, and whether nothing else is asked."""
    country, other = (one and one.upper() for one in (filters.country, filters.other_country))
    asked = {"c": country, "t": filters.type, "s": filters.status, "w": filters.salience}
    marks = [f"{letter}:{value}" for letter, value in asked.items() if value is not None]
    plain = ReportFilter(
        country=filters.country, type=filters.type, status=filters.status, salience=filters.salience
    )
    alone = len(marks) <= 1 and replace(filters, limit=None) == plain
    if other is not None and other != country:
        marks.append(f"c:{other}")
    if len(marks) > 1:
        marks.sort(key=lambda mark: (_count(connection, mark), mark))
    return tuple(marks) or (EVERY,), alone


def _count(connection: sqlite3.Connection, mark: str) -> int:
    sql = f"SELECT count(*) FROM (SELECT 1 FROM event_marks WHERE mark = ? LIMIT {FEW})"
    return int(connection.execute(sql, (mark,)).fetchone()[0])


def _by_names(connection: sqlite3.Connection, filters: ReportFilter) -> list[str] | None:
    """The events told with a name, a voice or an outlet that is asked for, where they are few; else None."""
    told = "SELECT r.id FROM reports r JOIN articles a ON a.id = r.article_id WHERE {}"
    outlet = article_where(ReportFilter(outlet=filters.outlet))
    asked = Where()
    for table, part in (("report_actors", filters.actor), ("report_voices", filters.voice)):
        if part is not None:
            if _are_many(connection, part):
                return None
            borne = names_with(part)
            sql = f"report_id IN (SELECT report_id FROM {table} WHERE {borne.sql})"
            asked = asked.joined(Where((sql,), borne.values))
    if outlet.conditions:
        asked = asked.joined(Where((f"report_id IN ({told.format(outlet.sql)})",), outlet.values))
    if not asked.conditions:
        return None
    sql = f"SELECT DISTINCT event_id FROM event_reports WHERE {asked.sql} LIMIT {FEW + 1}"
    ids = [row[0] for row in connection.execute(sql, asked.values)]
    return ids if len(ids) <= FEW else None


def _by_publication(connection: sqlite3.Connection, filters: ReportFilter) -> list[str] | None:
    """The events told on the days asked for, where only the last of them are, and these are few; else None."""
    where = _published(replace(filters, published_until=None))
    if not where.conditions:
        return None
    sql = f"SELECT e.id FROM events e WHERE {where.sql} LIMIT {FEW + 1}"
    ids = [row[0] for row in connection.execute(sql, where.values)]
    return ids if len(ids) <= FEW else None


def _are_many(connection: sqlite3.Connection, part: str) -> bool:
    """Whether so many names have the part that most events do."""
    sql, value = names_found(part)
    return len(connection.execute(f"{sql} LIMIT {FEW + 1}", (value,)).fetchall()) > FEW


def _through(
    connection: sqlite3.Connection, ids: Sequence[str], filters: ReportFilter, after: Spot | None, limit: int
) -> list[Listed]:
    """What `_among` gives; events are looked into some at a time, in their order, until the page is full."""
    day = "coalesce(e.day, '')"
    where = _after(day, "e.id", after).joined(_published(filters)).and_(_MEMBERS, dump(list(ids)))
    for mark in _marks(connection, filters)[0]:
        where = where.and_(_MARKED, mark)
    sql = f"SELECT e.id FROM events e WHERE {where.sql} ORDER BY {day} DESC, e.id"
    order = [row[0] for row in connection.execute(sql, where.values)]
    found: list[Listed] = []
    for start in range(0, len(order), AT_ONCE):
        found += _among(connection, order[start : start + AT_ONCE], filters, None, limit - len(found))
        if len(found) == limit:
            break
    return found


def _among(
    connection: sqlite3.Connection, ids: Sequence[str] | None, filters: ReportFilter, after: Spot | None, limit: int
) -> list[Listed]:
    """Of the events that have these ids (None: of all) those that fit, as `page` has them."""
    where = _after("coalesce(e.day, '')", "e.id", after).joined(_published(filters)).joined(one_report(filters))
    if ids is not None:
        where = where.and_(_MEMBERS, dump(list(ids)))
    sql = f"{_LISTED} WHERE {where.sql} ORDER BY coalesce(e.day, '') DESC, e.id LIMIT ?"
    return [Listed(event_row(row[:-1]), row[-1]) for row in connection.execute(sql, (*where.values, limit))]


def _published(filters: ReportFilter) -> Where:
    """That the event was told on the days asked for, so that few are looked into."""
    return (
        Where()
        .and_("e.last_published >= ?", _iso(filters.published_since))
        .and_("e.first_published <= ?", _iso(filters.published_until))
    )


def _after(day: str, event: str, spot: Spot | None) -> Where:
    if spot is None:
        return Where()
    return Where((f"{day} <= ? AND ({day} < ? OR {event} > ?)",), (spot.day, spot.day, spot.id))


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
