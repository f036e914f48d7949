"""What stands in the rows of a Parquet file, value by value: one that Python has no form for costs itself only."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

_UNITS = {"s": 1_000_000, "ms": 1_000, "us": 1}
"""How many microseconds each has; of nanoseconds a microsecond has a thousand."""


def rows_of(batch: Any) -> Iterator[dict[str, Any]]:
    """The rows of a record batch. Bytes that are UTF-8 are texts, as many programs write them without saying so; a
    moment outside the years that Python knows is None, one of an unknown zone is told in UTC.
    """
    columns = [_values(column) for column in batch.columns]
    for row in zip(*columns, strict=True):
        yield dict(zip(batch.schema.names, row, strict=True))


def _values(column: Any) -> list[Any]:
    import pyarrow

    # Python holds no nanoseconds, and whether pandas is there, which does, should decide nothing.
    if pyarrow.types.is_timestamp(column.type) and column.type.unit == "ns":
        column = column.cast(pyarrow.timestamp("us", column.type.tz), safe=False)
    try:
        values = column.to_pylist()
    except Exception:  # whatever a library raises for one value: then they are looked at one by one
        values = [_value(scalar) for scalar in column]
    return [_readable(value) for value in values]


def _value(scalar: Any) -> Any:
    """A value that may have no form in Python: then a moment as near as can be, the bytes of a text, or None."""
    import pyarrow

    try:
        return scalar.as_py()
    except Exception:
        kind = scalar.type
    if pyarrow.types.is_timestamp(kind):
        return _moment(scalar.value, kind)
    if pyarrow.types.is_struct(kind):
        return {field.name: _value(scalar[field.name]) for field in kind}
    if pyarrow.types.is_list(kind) or pyarrow.types.is_large_list(kind):
        return [_value(one) for one in scalar.values]
    if pyarrow.types.is_dictionary(kind):
        return _value(scalar.value)
    return scalar.as_buffer().to_pybytes() if hasattr(scalar, "as_buffer") else None


def _moment(count: int, kind: Any) -> datetime | None:
    since = count // 1_000 if kind.unit == "ns" else count * _UNITS[kind.unit]
    try:
        return datetime(1970, 1, 1, tzinfo=UTC if kind.tz else None) + timedelta(microseconds=since)
    except OverflowError:
        return None


def _readable(value: Any) -> Any:
    """``value`` with the bytes in it that are UTF-8 as text."""
    if isinstance(value, bytes):
        try:
            return value.decode("utf-8")
        except UnicodeDecodeError:
            return value
    if isinstance(value, list):
        return [_readable(one) for one in value]
    if isinstance(value, dict):
        return {key: _readable(one) for key, one in value.items()}
    return value
