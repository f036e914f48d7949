"""Tables as Arrow: the schema of each, and rows as batches. Needs pyarrow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any

from kawat.errors import UsageError
from kawat.export.tables.columns import Column, Kind, Row, Table

if TYPE_CHECKING:
    import pyarrow

AT_ONCE = 5_000
"""So many rows are held at a time."""


def arrow() -> Any:
    """The library. Raises `UsageError` where it is not installed."""
    try:
        import pyarrow
    except ImportError:
        raise UsageError("this needs pyarrow; install it with: pip install 'kawat[parquet]'") from None
    return pyarrow


def schema_of(table: Table) -> pyarrow.Schema:
    """Codes as dictionaries, days as date32, parts as lists of structs; with what each column says."""
    pa = arrow()
    return pa.schema(
        [_field(column) for column in table.columns], metadata={"title": table.name, "description": table.says}
    )


def batches(table: Table, rows: Iterable[Row], size: int = AT_ONCE) -> Iterator[pyarrow.Table]:
    """The rows as Arrow tables of at most ``size`` rows, in order."""
    pa, schema = arrow(), schema_of(table)
    left = iter(rows)
    while some := list(islice(left, size)):
        yield pa.Table.from_pylist(some, schema=schema)


def whole(table: Table, rows: Iterable[Row]) -> pyarrow.Table:
    """All rows as one Arrow table; without rows an empty one with the same schema."""
    pa = arrow()
    made = list(batches(table, rows))
    return pa.concat_tables(made).unify_dictionaries() if made else schema_of(table).empty_table()


def _field(column: Column) -> Any:
    pa = arrow()
    return pa.field(column.name, _type(column), nullable=not column.always, metadata={"description": column.says})


def _type(column: Column) -> Any:
    pa = arrow()
    match column.kind:
        case Kind.ID | Kind.TEXT:
            return pa.string()
        case Kind.CODE:
            return pa.dictionary(pa.int32(), pa.string())
        case Kind.DAY:
            return pa.date32()
        case Kind.MOMENT:
            return pa.timestamp("ms", tz="UTC")
        case Kind.NUMBER:
            return pa.float64()
        case Kind.COUNT:
            return pa.int32()
        case Kind.FLAG:
            return pa.bool_()
        case Kind.CODES | Kind.TEXTS:
            return pa.list_(pa.string())
        case Kind.PARTS:
            return pa.list_(pa.struct([_field(field) for field in column.fields]))
