"""Parquet with named columns, one article a row. Needs pyarrow: the extra ``parquet``."""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import Any, BinaryIO

from kawat.errors import EmptyError, InputError, TooLargeError
from kawat.intake.sources.item import Item, broken_item, ready_item
from kawat.intake.sources.mapping import FIELDS, Mapping, has_text, ready_from
from kawat.intake.sources.opening import Opened
from kawat.intake.sources.parquet_values import rows_of
from kawat.intake.sources.table_head import named

INSTALL = "pip install 'kawat[parquet]'"
PIECE = 1_000_000
MAX_UNPACKED = 2_000_000_000  # bytes of a file that is itself packed with gzip
ROWS_AT_ONCE = 64
MAX_GROUP = 2_000_000_000  # bytes of a row group, unpacked
MAX_RATIO = 1_000  # unpacked bytes for each byte of the file
FREE_BYTES = 64_000_000  # unpacked before the ratio counts
NO_UTF8 = "its column {!r} holds bytes that are no text in UTF-8: write it as a column of texts"


def parquet_items(name: str, source: Opened, mapping: Mapping) -> Iterator[Item]:
    """Each row as an item. Raises `InputError` without pyarrow and for a broken file, `TooLargeError`."""
    if not source.packed:
        yield from _items(name, source.raw, source.size, mapping)
        return
    with TemporaryFile() as unpacked:  # it is read from its end
        size = _unpack(source, unpacked)
        yield from _items(name, unpacked, size, mapping)


def _unpack(source: Opened, into: BinaryIO) -> int:
    """Write the source, which is packed, into a file; gives its bytes."""
    size = 0
    while piece := source.stream.read(PIECE):
        size += len(piece)
        if size > MAX_UNPACKED:
            raise TooLargeError(f"this Parquet unpacks to over {MAX_UNPACKED} bytes: give it without gzip")
        into.write(piece)
    return size


def _items(name: str, stream: BinaryIO, size: int, mapping: Mapping) -> Iterator[Item]:
    try:
        from pyarrow import ArrowException
        from pyarrow.parquet import ParquetFile
    except ImportError as error:
        raise InputError(f"this is Parquet, which needs pyarrow: {INSTALL}") from error
    number = 0
    try:
        file = ParquetFile(stream)
        _check(file, size)
        total = max(1, file.metadata.num_rows)
        wanted = {column.lower() for field in FIELDS for column in mapping.names(field)}
        wanted |= {column.partition(".")[0] for column in wanted}
        there = {column.lower() for column in file.schema_arrow.names}
        if not any(there & {name.lower(), name.lower().partition(".")[0]} for name in mapping.names("text")):
            raise EmptyError("no column of this Parquet is a text: name the one that is with --map text=NAME")
        columns = [column for column in file.schema_arrow.names if column.lower() in wanted]
        for batch in file.iter_batches(batch_size=ROWS_AT_ONCE, columns=columns):
            for row in rows_of(batch):
                number += 1
                yield _item(f"{name}:{number}", row, mapping, number / total)
    except (ArrowException, OSError, ValueError) as error:
        said = str(error).splitlines()[0][:120] if str(error) else type(error).__name__
        raise InputError(f"this Parquet breaks off after {number} rows ({said}): fetch it again") from error


def _item(own: str, row: dict[str, Any], mapping: Mapping, done: float) -> Item:
    try:
        return ready_item(own, ready_from(row, mapping), done)
    except EmptyError as error:
        raw = next((key for key in row if isinstance(row[key], bytes) and has_text(named([key]), mapping)), None)
        return broken_item(own, error if raw is None else InputError(NO_UTF8.format(raw)), done)
    except InputError as error:
        return broken_item(own, error, done)


def _check(file: Any, size: int) -> None:
    groups = [file.metadata.row_group(index).total_byte_size for index in range(file.metadata.num_row_groups)]
    if max(groups, default=0) > MAX_GROUP:
        raise TooLargeError(f"a row group of this Parquet unpacks to over {MAX_GROUP} bytes: write smaller groups")
    if sum(groups) > max(FREE_BYTES, size * MAX_RATIO):
        raise TooLargeError(f"this Parquet unpacks to over {MAX_RATIO} times its size: such a file is a trap")
