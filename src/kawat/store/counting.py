"""Sums over many events, from what is kept of each beside its summary (`kawat.store.facts`)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from kawat.store.failing import as_store_error
from kawat.store.filters import (
    ReportFilter,
    Where,
    article_where,
    names_with,
    one_report,
    report_where,
    voice_where,
)
from kawat.store.fold import fold
from kawat.store.rows import dump


class Tie(NamedTuple):
    """What two dealt with one another in all. ``first`` and ``last``: days told exactly, None where none is."""

    one: str
    other: str
    events: int
    cooperation: int
    conflict: int
    first: str | None
    last: str | None


LOOKED_UP = 20_000
"""The places of so many events are looked up; of more, every place is gone through."""


@dataclass(frozen=True, slots=True)
class Dealings:
    """What is told of one party: how many events, by type; by which outlets, with whom.

    ``first`` and ``last``: the earliest and the latest day told exactly, None where none is.
    """

    events: int
    first: str | None
    last: str | None
    types: dict[str, int]
    outlets: tuple[str, ...]
    ties: tuple[Tie, ...]


Kind = tuple[str, str, str, str, str | None, str, int]
"""What a timeline counts of an event: ``day`` to ``background`` of `Seen`."""


class Seen(NamedTuple):
    """An event as a timeline counts it. ``sides``: as JSON, empty where they were not asked for."""

    event_id: str
    day: str
    last_day: str
    exactness: str
    type: str
    mode: str | None
    status: str
    background: bool
    sides: str = ""


@dataclass(frozen=True, slots=True)
class Window:
    """Days, inclusive, that the days of an event touch; with either of them an event without a day never fits."""

    since: date | None = None
    until: date | None = None

    def where(self, first: str, last: str) -> Where:
        """The condition on these columns."""
        if self.since is None and self.until is None:
            return Where()
        since = None if self.since is None else self.since.isoformat()
        until = None if self.until is None else self.until.isoformat()
        return Where((f"{first} <> ''",)).and_(f"{last} >= ?", since).and_(f"{first} <= ?", until)

    def fits(self, first: str, last: str) -> bool:
        """Whether an event with these days fits."""
        if self.since is None and self.until is None:
            return True
        after = self.since is None or last >= self.since.isoformat()
        return bool(first) and after and (self.until is None or first <= self.until.isoformat())


COARSE = ("week", "month", "season", "year")
"""How exactly days may be told that tell none."""
LONGEST_EXACT = 8
"""So many days tell one or a few; more tell none."""
_EXACT = f"f.exactness NOT IN {COARSE} AND f.last_day <= date(f.day, '+{LONGEST_EXACT - 1} days')"
"""That the days of the event in table ``f`` are told exactly: none of an event without a day."""

_KIND = "f.day, f.last_day, f.exactness, f.type, f.mode, f.status, f.background"
_SEEN = f"f.event_id, {_KIND}"


class Counting:
    """Sums over the events of an open store that have their facts; every method raises `StoreError`."""

    def __init__(self, connection: sqlite3.Connection, path: str) -> None:
        self._connection, self._path = connection, path

    # --- who takes part -------------------------------------------------------------------------------

    def party_counts(
        self, scope: str, window: Window, named: str | None = None, dealt: bool = False
    ) -> dict[str, int]:
        """In how many events each takes part. ``named``: only who ever bore a name with that part in it."""
        where = Where(("scope = ?",), (scope,)).joined(window.where("day", "last_day"))
        if named is not None:
            where = where.and_("key IN (SELECT key FROM party_names WHERE instr(folded, ?))", fold(named))
        if dealt:
            where = where.joined(Where(("dealt",)))
        sql = f"SELECT key, count(*) FROM event_parties WHERE {where.sql} GROUP BY key"
        return dict(self._ask(sql, where.values))

    def latest_events(self, scope: str, keys: Sequence[str]) -> dict[str, str]:
        """The latest event in which each takes part."""
        sql = "SELECT event_id FROM event_parties WHERE scope = ? AND key = ? ORDER BY day DESC, event_id LIMIT 1"
        return {key: row[0] for key in keys for row in self._ask(sql, (scope, key))}

    def ties(self, scope: str, keys: Sequence[str], window: Window) -> list[Tie]:
        """What each two of ``keys`` dealt with one another, each two once."""
        among = "SELECT value FROM json_each(?)"
        keyed = dump(sorted(keys))
        where = Where(
            ("p.scope = ?", f"p.one IN ({among})", f"p.other IN ({among})", "p.one < p.other"),
            (scope, keyed, keyed),
        )
        return self._ties(where, window)

    def dealings(self, scope: str, key: str) -> Dealings:
        """What is told of one party."""
        days = f"min(CASE WHEN {_EXACT} THEN f.day END), max(CASE WHEN {_EXACT} THEN f.last_day END)"
        types = self._ask(
            f"SELECT f.type, count(*), {days} FROM event_parties p CROSS JOIN event_facts f "
            "ON f.event_id = p.event_id WHERE p.scope = ? AND p.key = ? GROUP BY f.type",
            (scope, key),
        )
        outlets = self._ask(
            "SELECT t.outlets FROM event_parties p CROSS JOIN event_told t ON t.event_id = p.event_id "
            "WHERE p.scope = ? AND p.key = ?",
            (scope, key),
        )
        return Dealings(
            events=sum(row[1] for row in types),
            first=min((row[2] for row in types if row[2]), default=None),
            last=max((row[3] for row in types if row[3]), default=None),
            types={row[0]: row[1] for row in types},
            outlets=tuple(row[0] for row in outlets),
            ties=tuple(self._ties(Where(("p.scope = ?", "p.one = ?"), (scope, key)), Window())),
        )

    # --- timelines ------------------------------------------------------------------------------------

    def seen(self, parties: Sequence[Sequence[ReportFilter]], window: Window, sides: bool) -> Iterator[Seen]:
        """The events in which each of ``parties`` may take part: what fits any of its filters, country or actor."""
        where = window.where("f.day", "f.last_day")
        for asks in parties:
            where = where.joined(_any_taking_part(asks))
        more, told = ("t.sides", "JOIN event_told t ON t.event_id = f.event_id") if sides else ("''", "")
        sql = f"SELECT {_SEEN}, {more} FROM event_facts f {told} WHERE {where.sql}"
        with as_store_error(self._path):
            yield from map(Seen._make, self._connection.execute(sql, where.values))

    def latest_seen(self, asked: ReportFilter, window: Window) -> Iterator[Seen]:
        """The events with a day in which a country takes part, by their days, the latest first, then by id."""
        where = Where(("k.mark = ?", "k.day <> ''"), (f"c:{asked.country}",)).joined(
            window.where("k.day", "f.last_day")
        )
        sql = (
            f"SELECT {_SEEN}, '' FROM event_marks k CROSS JOIN event_facts f ON f.event_id = k.event_id "
            f"WHERE {where.sql} ORDER BY k.day DESC, f.last_day DESC, k.event_id DESC"
        )
        with as_store_error(self._path):
            yield from map(Seen._make, self._connection.execute(sql, where.values))

    def kinds(self, asks: Sequence[ReportFilter], window: Window) -> list[Kind]:
        """What a timeline counts of each event in which what fits any of ``asks`` takes part."""
        where = window.where("f.day", "f.last_day").joined(_any_taking_part(asks))
        return self._ask(f"SELECT {_KIND} FROM event_facts f WHERE {where.sql}", where.values)

    def shown(self, event_ids: Sequence[str]) -> dict[str, tuple[str, str]]:
        """What a timeline shows of each of the events, and the outlets that tell it, as JSON texts."""
        sql = "SELECT event_id, shown, outlets FROM event_told WHERE event_id IN (SELECT value FROM json_each(?))"
        rows = self._ask(sql, (dump(list(event_ids)),))
        return {event: (told, outlets) for event, told, outlets in rows}

    # --- places ---------------------------------------------------------------------------------------

    def places(self, filters: ReportFilter) -> Iterator[tuple[str, list[str]]]:
        """Each place, as JSON, with its events that have a report that fits, latest first."""
        asked = _fitting(filters)
        fitting = None if asked is None else {row[0] for row in self._ask(asked.sql, asked.values)}
        for place, events in self._placed(fitting):
            own = [one for one in events.split() if fitting is None or one in fitting]
            if own:
                yield place, own

    def _placed(self, events: set[str] | None) -> list[tuple[str, str]]:
        """Each place with the ids of its events, or of those of ``events`` at least, latest first."""
        where = Where()
        if events is not None and len(events) <= LOOKED_UP:
            where = Where(("event_id IN (SELECT value FROM json_each(?))",), (dump(sorted(events)),))
        # In the order of the primary key, by day: a row for each event costs four times as much.
        some = f"SELECT place, event_id FROM event_places WHERE {where.sql} ORDER BY place, day DESC, event_id"
        return self._ask(f"SELECT place, group_concat(event_id, ' ') FROM ({some}) GROUP BY place", where.values)

    # --- plans ----------------------------------------------------------------------------------------

    def plans(
        self,
        filters: ReportFilter,
        window: Window,
        today: date,
        overdue: bool,
        after: tuple[str, str, str] | None,
        limit: int,
    ) -> list[tuple[tuple[str, str, str], str]]:
        """At most ``limit`` plans by day, those without a day last, after ``after``: where it stands, as JSON.

        ``filters``: that one report that tells it as planned fits. ``window``: days that it was told for.
        """
        where = _told_for(window)
        if replace(filters, limit=None) != ReportFilter(status=filters.status):
            where = where.joined(one_report(filters))
        if overdue:
            where = where.and_("p.due < ?", today.isoformat())
        if after is not None:
            where = where.and_("(p.first, p.last, p.event_id) > (?, ?, ?)", *after)
        sql = (
            "SELECT p.first, p.last, p.event_id, CASE WHEN p.due < ? THEN p.late ELSE p.plan END "
            f"FROM event_plans p CROSS JOIN events e ON e.id = p.event_id WHERE {where.sql} "
            "ORDER BY p.first, p.last, p.event_id LIMIT ?"
        )
        rows = self._ask(sql, (today.isoformat(), *where.values, limit))
        return [((first, last, event), plan) for first, last, event, plan in rows]

    # --- asking ---------------------------------------------------------------------------------------

    def _ties(self, where: Where, window: Window) -> list[Tie]:
        days = window.where("p.day", "p.last_day")
        asked = where.joined(days)
        sums = (
            "SELECT p.scope, p.one, p.other, count(*) AS events, sum(p.cooperation) AS cooperation, "
            f"sum(p.conflict) AS conflict FROM event_pairs p WHERE {asked.sql} GROUP BY p.one, p.other"
        )
        # Events are looked up only until one has an exact day: a look at every one takes four times as long.
        exact = (
            "FROM event_pairs p CROSS JOIN event_facts f ON f.event_id = p.event_id WHERE p.scope = t.scope "
            f"AND p.one = t.one AND p.other = t.other AND {days.sql} AND {_EXACT}"
        )
        latest = f"SELECT p.day {exact} ORDER BY p.day DESC LIMIT 1"
        sql = (
            f"SELECT one, other, events, cooperation, conflict, (SELECT p.day {exact} ORDER BY p.day LIMIT 1), "
            f"(SELECT max(p.last_day) {exact} AND p.day >= date(({latest}), '-{LONGEST_EXACT - 1} days')) "
            f"FROM ({sums}) t ORDER BY one, other"
        )
        return list(map(Tie._make, self._ask(sql, (*days.values * 3, *asked.values))))

    def _ask(self, sql: str, values: Sequence[object]) -> list[Any]:
        with as_store_error(self._path):
            return self._connection.execute(sql, tuple(values)).fetchall()


def _any_taking_part(asks: Sequence[ReportFilter]) -> Where:
    """That the event in table ``f`` is one of those in which what fits any of ``asks`` takes part."""
    borne = [_taking_part(one) for one in asks]
    either = " UNION ".join(one.sql for one in borne)
    return Where((f"f.event_id IN ({either})",), tuple(value for one in borne for value in one.values))


def _taking_part(asked: ReportFilter) -> Where:
    """The events with a report in which a country, or somebody with a part of a name, takes part."""
    if asked.country is not None:
        return Where(("SELECT event_id FROM event_marks WHERE mark = ?",), (f"c:{asked.country}",))
    borne = names_with(asked.actor or "")
    reports = f"SELECT report_id FROM report_actors WHERE {borne.sql}"
    return Where((f"SELECT event_id FROM event_reports WHERE report_id IN ({reports})",), borne.values)


def _fitting(filters: ReportFilter) -> Where | None:
    """The query for the events with a report that fits, None for all.

    What is known of an event as a whole is asked of that.
    """
    asked = article_where(filters).joined(report_where(filters)).joined(voice_where(filters))
    if not asked.conditions:
        return None
    each = Where((f"SELECT m.event_id FROM {_reports(filters)} WHERE {asked.sql}",), asked.values)
    days, published = Window(filters.since, filters.until), Window(filters.published_since, filters.published_until)
    marks = {"c": filters.country, "t": filters.type, "s": filters.status, "w": filters.salience}
    given = [f"{letter}:{value.upper() if letter == 'c' else value}" for letter, value in marks.items() if value]
    match given:
        case [mark] if filters == _only(filters, "country", "type", "status", "salience"):
            return Where(("SELECT event_id FROM event_marks WHERE mark = ?",), (mark,))
        case [] if filters == _only(filters, "since", "until"):
            return _touching("SELECT event_id FROM event_marks WHERE mark = '*'", "first", "last", days, each)
        case [] if filters == _only(filters, "published_since", "published_until"):
            sql = "SELECT id AS event_id FROM events WHERE 1"
            return _touching(sql, "first_published", "last_published", published, each)
        case _:
            return each


def _reports(filters: ReportFilter) -> str:
    """Reports with their events, and with their articles where something is asked of these."""
    if not filters.asks_of_reports() and filters.voice is None:  # over indexes, without a look at the reports
        return (
            "articles a CROSS JOIN report_words r ON r.article_id = a.id "
            "CROSS JOIN event_reports m ON m.report_id = r.report_id"
        )
    told = "reports r JOIN event_reports m ON m.report_id = r.id"
    return f"{told} JOIN articles a ON a.id = r.article_id" if article_where(filters).conditions else told


def _only(filters: ReportFilter, *names: str) -> ReportFilter:
    return ReportFilter(**{name: getattr(filters, name) for name in names})


def _touching(events: str, first: str, last: str, window: Window, each: Where) -> Where:
    """That something of the event touches the days, where its reports do from ``first`` to ``last``.

    An event with reports before and after, and perhaps none within, is looked at by ``each``.
    """
    since, until = (None if day is None else day.isoformat() for day in (window.since, window.until))
    where = Where().and_(f"{last} >= ?", since).and_(f"{first} <= ?", until)
    if since is not None and until is not None:
        where = where.joined(
            Where((f"({first} >= ? OR {last} <= ? OR event_id IN ({each.sql}))",), (since, until, *each.values))
        )
    return Where((f"{events} AND {where.sql}",), where.values)


def _told_for(window: Window) -> Where:
    if window.since is None and window.until is None:
        return Where()
    first, last = (window.since or date.min).isoformat(), (window.until or date.max).isoformat()
    begun, ended = (f"json_extract(s.value, '$[{end}]')" for end in (0, 1))
    within = f"EXISTS (SELECT 1 FROM json_each(p.spans) s WHERE {begun} <= ? AND {ended} >= ?)"
    return Where().and_("p.earliest <= ?", last).and_("p.latest >= ?", first).and_(within, last, first)
