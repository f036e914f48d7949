"""What a store holds as a whole, and where in it to look: figures and ids, nothing of what articles say."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from kawat.store.filters import CURRENT
from kawat.store.many import chunks, holes

_TRIGGER = re.compile(r'"trigger":\{"start":(\d+),"end":(\d+)')


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
    first_day, last_day = connection.execute(
        f"SELECT min(a.published_day), max(a.published_day) FROM articles a WHERE {CURRENT}"
    ).fetchone()
    change = connection.execute("SELECT at FROM changes ORDER BY seq DESC LIMIT 1").fetchone()
    languages = connection.execute("SELECT DISTINCT language FROM articles ORDER BY 1")
    countries = connection.execute(
        "SELECT DISTINCT country FROM report_actors WHERE country IS NOT NULL ORDER BY 1"
    )
    return Overview(
        articles=articles,
        events=events,
        reports=reports,
        claims=claims,
        first_day=first_day,
        last_day=last_day,
        last_change=change and change[0],
        languages=tuple(row[0] for row in languages),
        countries=tuple(row[0] for row in countries),
    )


def published_events(connection: sqlite3.Connection, first: str, last: str) -> list[str]:
    """Ids of the events that were told first on or before the day ``last``, and last on ``first`` or later."""
    sql = "SELECT id FROM events WHERE last_published >= ? AND first_published <= ? ORDER BY id"
    return [row[0] for row in connection.execute(sql, (first, last))]


def last_published(connection: sqlite3.Connection) -> str | None:
    """The last day on which an event was told."""
    day: str | None = connection.execute("SELECT max(last_published) FROM events").fetchone()[0]
    return day


def events_in(connection: sqlite3.Connection, article_ids: Sequence[str]) -> dict[str, list[tuple[int, int, str]]]:
    """For each of the articles where the words of its events stand: start and end of a trigger, event."""
    found: dict[str, list[tuple[int, int, str]]] = {}
    for some in chunks(article_ids):
        sql = (  # the trigger stands near the beginning: cut out, it need not be looked for in the whole report
            "SELECT r.article_id, substr(r.report, instr(r.report, '\"trigger\":'), 60), m.event_id "
            "FROM reports r JOIN event_reports m ON m.report_id = r.id "
            f"WHERE r.article_id IN ({holes(some)}) ORDER BY r.article_id, r.position"
        )
        for article, told, event in connection.execute(sql, some):
            trigger = _TRIGGER.match(told)
            assert trigger is not None
            found.setdefault(article, []).append((int(trigger[1]), int(trigger[2]), event))
    return found


def count_voice(connection: sqlite3.Connection, actor_id: str | None, name: str) -> int:
    """How many reports have the actor, by id or, without one, by the very name, among their voices."""
    asked, value = ("actor_id = ?", actor_id) if actor_id is not None else ("actor_id IS NULL AND name = ?", name)
    sql = f"SELECT count(DISTINCT report_id) FROM report_voices WHERE {asked}"
    return int(connection.execute(sql, (value,)).fetchone()[0])
