"""Lists of articles, reports and claims by the page: latest first, each going on after a given spot.

A page that starts after a spot meets nothing twice and leaves out nothing that stays, whatever is written.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from kawat.store.filters import CURRENT, ReportFilter, Where, article_where, report_where, voice_where
from kawat.store.rows import dump

FEW = 500
"""So many reports that fit are looked up first; of more, the articles are gone through until a page is full."""

_LATEST = "coalesce(a.published_day, '')"
_BEFORE = f"({_LATEST} <= ? AND ({_LATEST} < ? OR a.id > ? OR (a.id = ? AND {{position}} > CAST(? AS INTEGER))))"


@dataclass(frozen=True, slots=True)
class Listing:
    """Where something stands in a list: day of its article (empty without one), that article, place there."""

    day: str
    article_id: str
    position: int
    id: str


def articles(
    connection: sqlite3.Connection, filters: ReportFilter, after: Listing | None, limit: int
) -> list[Listing]:
    """At most ``limit`` articles that fit; a filter on reports asks for one report that fits."""
    where = article_where(filters)
    if filters.asks_of_reports() or filters.voice is not None:
        where = where.joined(_telling(connection, filters))
    return _page(connection, "articles a", ("a.id", "0"), where, after, limit)


def reports(
    connection: sqlite3.Connection, filters: ReportFilter, after: Listing | None, limit: int
) -> list[Listing]:
    """At most ``limit`` reports that fit, in the order of their articles."""
    table = "articles a CROSS JOIN reports r ON r.article_id = a.id"
    return _page(connection, table, ("r.id", "r.position"), _fits(connection, filters), after, limit)


def claims(
    connection: sqlite3.Connection, filters: ReportFilter, after: Listing | None, limit: int
) -> list[Listing]:
    """At most ``limit`` claims that fit; ``voice`` is a speaker, a filter on reports asks for one inside."""
    spoken = "EXISTS (SELECT 1 FROM claim_speakers s WHERE s.claim_id = c.id AND instr(s.folded, fold(?)))"
    where = article_where(filters).and_(spoken, filters.voice)
    if filters.asks_of_reports():
        inner = report_where(filters, True)
        inside = (
            "EXISTS (SELECT 1 FROM claim_reports k JOIN reports r ON r.id = k.report_id "
            f"WHERE k.claim_id = c.id AND {inner.sql})"
        )
        where = where.joined(Where((inside,), inner.values))
    table = "articles a CROSS JOIN claims c ON c.article_id = a.id"
    return _page(connection, table, ("c.id", "c.position"), where, after, limit)


def _telling(connection: sqlite3.Connection, filters: ReportFilter) -> Where:
    """That a report of the article, table ``a``, fits; in the form that is quick for as many as fit."""
    found = report_where(filters).joined(voice_where(filters))
    sql = f"SELECT r.article_id FROM reports r WHERE {found.sql} LIMIT {FEW + 1}"
    homes = [row[0] for row in connection.execute(sql, found.values)]
    if len(homes) <= FEW:
        return Where(("a.id IN (SELECT value FROM json_each(?))",), (dump(sorted(set(homes))),))
    each = report_where(filters, True).joined(voice_where(filters, True))
    return Where((f"EXISTS (SELECT 1 FROM reports r WHERE r.article_id = a.id AND {each.sql})",), each.values)


def _fits(connection: sqlite3.Connection, filters: ReportFilter) -> Where:
    """What a report, table ``r``, has to be; in the form that is quick for as many as fit."""
    found = article_where(filters).joined(report_where(filters)).joined(voice_where(filters))
    if not found.conditions:
        return found
    sql = f"SELECT r.id FROM reports r JOIN articles a ON a.id = r.article_id WHERE {found.sql} LIMIT {FEW + 1}"
    rows = [row[0] for row in connection.execute(sql, found.values)]
    if len(rows) > FEW:
        return article_where(filters).joined(report_where(filters, True)).joined(voice_where(filters, True))
    homes = "a.id IN (SELECT article_id FROM reports WHERE id IN (SELECT value FROM json_each(?)))"
    few = dump(rows)
    return Where((homes, "r.id IN (SELECT value FROM json_each(?))"), (few, few))


def _page(
    connection: sqlite3.Connection,
    table: str,
    columns: tuple[str, str],
    where: Where,
    after: Listing | None,
    limit: int,
) -> list[Listing]:
    identifier, position = columns
    order = f"{_LATEST} DESC, a.id" if position == "0" else f"{_LATEST} DESC, a.id, {position}"
    if after is not None:
        values = (after.day, after.day, after.article_id, after.article_id, str(after.position))
        where = where.joined(Where((_BEFORE.format(position=position),), values))
    sql = (
        f"SELECT {_LATEST}, a.id, {position}, {identifier} FROM {table} WHERE {CURRENT} AND {where.sql} "
        f"ORDER BY {order} LIMIT ?"
    )
    return [Listing(*row) for row in connection.execute(sql, (*where.values, limit))]
