"""Tables and columns as data: what each is called, of what kind it is, what it says, where it comes from.

Arrow schemas, heads of CSV files, the data dictionary and docs/tables.md are all made from these definitions.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Row = dict[str, Any]


class Kind(StrEnum):
    """What the values of a column are. A value that nobody tells is null."""

    ID = "id"
    TEXT = "text"
    CODE = "code"  # text of a set that repeats, kept as a dictionary
    DAY = "day"
    MOMENT = "moment"  # in UTC, to the second
    NUMBER = "number"
    COUNT = "count"
    FLAG = "flag"
    CODES = "codes"  # a list of codes
    TEXTS = "texts"  # a list of texts
    PARTS = "parts"  # a list of structures with `fields`


@dataclass(frozen=True, slots=True)
class Column:
    """``of`` gives the value of the thing that a row is made of; of a list of parts the things that the parts are.

    ``always``: never null. ``values``: all that there can be, where that is a closed set.
    """

    name: str
    kind: Kind
    says: str
    of: Callable[[Any], Any]
    always: bool = False
    values: tuple[str, ...] = ()
    fields: tuple[Column, ...] = ()

    def value(self, thing: Any) -> Any:
        """The value as plain Python: text, number, bool, date, datetime, list, or a list of dictionaries."""
        told = self.of(thing)
        if self.kind is Kind.PARTS:
            return [{field.name: field.value(part) for field in self.fields} for part in told]
        if self.kind is Kind.NUMBER:
            return None if told is None else float(told)
        return list(told) if self.kind in (Kind.CODES, Kind.TEXTS) else told


class Source(StrEnum):
    """What a row is read from; tables of one source are made in one pass."""

    EVENTS = "events"
    CLAIMS = "claims"
    ARTICLES = "articles"


@dataclass(frozen=True, slots=True)
class Table:
    """``things``: of one event, claim or article what its rows are made of. ``key``: columns that tell rows apart.

    ``points``: columns whose values stand in another table: column, table, column there.
    """

    name: str
    says: str
    source: Source
    things: Callable[[Any], Iterable[Any]]
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    points: tuple[tuple[str, str, str], ...] = ()

    def rows(self, one: Any) -> Iterator[Row]:
        """The rows of one event (`Seen`), claim or article."""
        for thing in self.things(one):
            yield {column.name: column.value(thing) for column in self.columns}
