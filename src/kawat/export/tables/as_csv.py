"""Rows of a table as cells of a CSV file, safe to open in a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kawat.export.safe import csv_cell
from kawat.export.tables.columns import Column, Kind, Row, Table

BETWEEN = "; "
"""What stands between the values of a list in one cell; a semicolon inside a value becomes a comma."""


@dataclass(frozen=True, slots=True)
class Flat:
    """A column of a CSV file: a column of the table, or one ``field`` of its parts, in the order of the parts."""

    name: str
    column: Column
    field: Column | None = None

    @property
    def says(self) -> str:
        return f"{self.column.says}: {self.field.says}" if self.field else self.column.says

    @property
    def kind(self) -> Kind:
        return Kind.TEXTS if self.field else self.column.kind

    @property
    def values(self) -> tuple[str, ...]:
        return (self.field or self.column).values

    @property
    def always(self) -> bool:
        """Whether every cell has something in it; the cell of a list without values is empty."""
        return self.column.always and self.kind not in (Kind.CODES, Kind.TEXTS)

    def cell(self, row: Row) -> str | int | float:
        """Text that no spreadsheet takes for a formula, or a number."""
        value = row[self.column.name]
        if self.field is not None:
            value = [part[self.field.name] for part in value]
        return _cell(value)


def flat(table: Table) -> tuple[Flat, ...]:
    """The columns of the table as a CSV file has them: of a list of parts one for each field."""
    return tuple(one for column in table.columns for one in _flat(column))


def _flat(column: Column) -> Iterator[Flat]:
    if column.kind is not Kind.PARTS:
        yield Flat(column.name, column)
    for field in column.fields:
        yield Flat(f"{column.name}_{field.name}", column, field)


def cells(columns: Sequence[Flat], row: Row) -> list[str | int | float]:
    return [column.cell(row) for column in columns]


def _cell(value: Any) -> str | int | float:
    if isinstance(value, list):
        return csv_cell(BETWEEN.join(str(_plain(one)).replace(";", ",") for one in value)) if _any(value) else ""
    plain = _plain(value)
    return csv_cell(plain) if isinstance(plain, str) else plain


def _any(values: Sequence[Any]) -> bool:
    """Whether any of the values is told."""
    return any(one is not None for one in values)


def _plain(value: Any) -> str | int | float:
    """Nothing for null, true and false, a moment in UTC with Z; numbers as they are."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%SZ")
    return value if isinstance(value, int | float) else str(value)
