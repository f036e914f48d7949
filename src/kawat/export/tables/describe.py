"""What the columns of exported tables mean: a dictionary, a data package, and the tables of docs/tables.md."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from kawat.export.tables.as_csv import BETWEEN, Flat, flat
from kawat.export.tables.columns import Column, Kind, Table

DICTIONARY_HEAD = ("table", "column", "type", "always", "values", "description")
PACKAGE = "datapackage.json"
DICTIONARY = "dictionary.csv"

_TYPES = {
    Kind.ID: "string",
    Kind.TEXT: "string",
    Kind.CODE: "string",
    Kind.DAY: "date",
    Kind.MOMENT: "datetime",
    Kind.NUMBER: "number",
    Kind.COUNT: "integer",
    Kind.FLAG: "boolean",
}


def dictionary(tables: Sequence[Table], *, as_csv: bool) -> Iterator[tuple[str, str, str, str, str, str]]:
    """A row for each column, under `DICTIONARY_HEAD`; ``as_csv``: as CSV files have them."""
    for table in tables:
        for name, kind, always, values, says in _told(table, as_csv):
            yield table.name, name, kind, "true" if always else "false", BETWEEN.join(values), says


def package(tables: Sequence[Table], suffix: str) -> str:
    """A data package (Frictionless, version 1) of the tables in files with ``suffix``, as JSON text."""
    told = {
        "profile": "tabular-data-package" if suffix == "csv" else "data-package",
        "name": "kawat",
        "title": "Events, reports, claims and articles exported from a Kawat store",
        "resources": [_resource(table, suffix) for table in tables],
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def markdown(table: Table) -> str:
    """The columns of a table as a table of a documents page."""
    lines = ["| column | type | what |", "|---|---|---|"]
    for column in table.columns:
        lines.append(f"| `{column.name}` | {_type_words(column)} | {_says(column)} |")
        lines += [
            f"| `{column.name}[].{field.name}` | {_type_words(field)} | {_says(field)} |" for field in column.fields
        ]
    return "\n".join(lines) + "\n"


def _says(column: Column) -> str:
    closed = f": {', '.join(f'`{value}`' for value in column.values)}" if column.values else ""
    return f"{column.says}{closed}"


def _type_words(column: Column) -> str:
    """The kind; in brackets that it may be null."""
    kind = {Kind.PARTS: "list of parts", Kind.CODES: "list of codes", Kind.TEXTS: "list of texts"}.get(column.kind)
    return (kind or column.kind.value) + ("" if column.always else ", or null")


def _told(table: Table, as_csv: bool) -> Iterator[tuple[str, str, bool, tuple[str, ...], str]]:
    if as_csv:
        for one in flat(table):
            yield one.name, _csv_type(one), one.always, one.values, one.says
        return
    for column in table.columns:
        yield column.name, _type_of(column), column.always, column.values, column.says
        for field in column.fields:
            yield f"{column.name}[].{field.name}", _type_of(field), field.always, field.values, field.says


def _csv_type(one: Flat) -> str:
    """Lists are texts, with a semicolon between their values."""
    return _TYPES.get(one.kind, "string")


def _type_of(column: Column) -> str:
    lists = {Kind.CODES: "list of string", Kind.TEXTS: "list of string", Kind.PARTS: "list of struct"}
    return lists.get(column.kind) or _TYPES[column.kind]


def _resource(table: Table, suffix: str) -> dict[str, Any]:
    csv = suffix == "csv"
    fields = [_csv_field(one) for one in flat(table)] if csv else [_field(column) for column in table.columns]
    points = [
        {"fields": column, "reference": {"resource": there, "fields": named}}
        for column, there, named in table.points
    ]
    about = {"profile": "tabular-data-resource", "mediatype": "text/csv", "encoding": "utf-8"}
    return {
        "name": table.name,
        "title": table.says,
        "path": f"{table.name}.{suffix}",
        "format": suffix,
        **(about if csv else {"mediatype": "application/vnd.apache.parquet"}),
        "schema": {
            "fields": fields,
            "primaryKey": list(table.key),
            **({"foreignKeys": points} if points else {}),
            "missingValues": [""],
        },
    }


def _csv_field(one: Flat) -> dict[str, Any]:
    closed = one.values if one.kind is Kind.CODE else ()
    return _described(one.name, _csv_type(one), one.says, one.always, closed)


def _field(column: Column) -> dict[str, Any]:
    kind = "array" if column.kind in (Kind.CODES, Kind.TEXTS, Kind.PARTS) else _TYPES[column.kind]
    told = _described(column.name, kind, column.says, column.always, column.values if kind != "array" else ())
    return {**told, "items": [_field(field) for field in column.fields]} if column.fields else told


def _described(name: str, kind: str, says: str, always: bool, values: Sequence[str]) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": True} if always else {}
    if values:
        constraints["enum"] = list(values)
    told: dict[str, Any] = {"name": name, "type": kind, "description": says}
    return {**told, "constraints": constraints} if constraints else told
