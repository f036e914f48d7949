"""Tables out of a store: events, reports, claims, articles, dyads. See docs/tables.md."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from kawat.export.material import Material
from kawat.export.tables.articles import ARTICLES
from kawat.export.tables.claims import CLAIMS
from kawat.export.tables.columns import Column, Kind, Row, Source, Table
from kawat.export.tables.dyads import DYADS
from kawat.export.tables.events import EVENTS
from kawat.export.tables.reports import REPORTS
from kawat.export.tables.seen import Seen

__all__ = ["TABLES", "Column", "Kind", "Row", "Source", "Table", "each_row", "rows_of"]

TABLES = (EVENTS, REPORTS, CLAIMS, ARTICLES, DYADS)


def each_row(material: Material, tables: Sequence[Table] = TABLES) -> Iterator[tuple[Table, Row]]:
    """The rows of the tables, those made of one event, claim or article together: one pass over each of these."""
    for source in Source:
        own = [table for table in tables if table.source is source]
        if own:
            for one in _stream(material, source):
                for table in own:
                    for row in table.rows(one):
                        yield table, row


def rows_of(material: Material, table: Table) -> Iterator[Row]:
    """The rows of one table."""
    return (row for _, row in each_row(material, (table,)))


def _stream(material: Material, source: Source) -> Iterator[Any]:
    match source:
        case Source.EVENTS:
            return (Seen(event) for event in material.events())
        case Source.CLAIMS:
            return iter(material.claims())
        case Source.ARTICLES:
            return iter(material.articles())
