"""CSV with named columns, one article a row."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from kawat.errors import InputError, TooLargeError
from kawat.intake.sources.item import Item, broken_item, ready_item
from kawat.intake.sources.kinds import delimiter_of
from kawat.intake.sources.mapping import Mapping, ready_from
from kawat.intake.sources.opening import Lines, Opened
from kawat.pages.decode import decode

LONGEST_FIELD = 2_000_000  # characters
LONGEST_LINE = 20_000_000  # bytes
MOST_ERRORS = 100  # broken rows in a row: the rest is no CSV


def csv_items(name: str, source: Opened, mapping: Mapping) -> Iterator[Item]:
    """Each row as an item, named by the line that it begins in."""
    text = decode(source.head)
    delimiter = delimiter_of(text.lstrip("\ufeff"), mapping) or ","
    names: list[str] | None = None
    before = failed = 0
    rows = csv.reader(_texts(source), delimiter=delimiter)
    while failed < MOST_ERRORS:
        own, done = f"{name}:{before + 1}", source.done()
        try:
            row = _next(rows)
            if names is None:
                names = [column.strip() for column in row]
            elif any(row):
                yield ready_item(own, ready_from(dict(zip(names, row, strict=False)), mapping), done)
            failed = 0
        except StopIteration:
            return
        except csv.Error as error:
            failed += 1
            yield broken_item(own, InputError(f"this is no row of CSV ({error}): check its quotation marks"), done)
        except InputError as error:
            yield broken_item(own, error, done)
        before = rows.line_num
    raise InputError(f"{MOST_ERRORS} rows one after another are broken: check how the file is quoted and parted")


def _next(rows: Iterator[list[str]]) -> list[str]:
    """The next row; the limit, which holds for the whole process, is as before afterwards."""
    before = csv.field_size_limit(LONGEST_FIELD)
    try:
        return next(rows)
    finally:
        csv.field_size_limit(before)


def _texts(source: Opened) -> Iterator[str]:
    """Lines as text. Raises `TooLargeError`: what follows a line that was cut can not be told apart."""
    for number, line in Lines(source.stream, LONGEST_LINE):
        if line is None:
            raise TooLargeError(f"line {number} is over {LONGEST_LINE} bytes: it is no table of articles")
        text = line.decode("utf-8", "replace")
        yield text.lstrip("\ufeff") if number == 1 else text
