"""CSV with named columns, one article a row."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from kawat.errors import EmptyError, InputError, TooLargeError
from kawat.intake.sources.item import Item, broken_item, ready_item
from kawat.intake.sources.lines import text_lines
from kawat.intake.sources.mapping import Mapping, has_text, ready_from
from kawat.intake.sources.opening import Opened
from kawat.intake.sources.table_head import delimiter_of, named, separator_in
from kawat.pages.decode import decode

LONGEST_FIELD = 2_000_000  # characters
LONGEST_LINE = 20_000_000  # bytes
MOST_ERRORS = 100  # broken rows in a row: the rest is no CSV
NO_COLUMN = (
    "no column of this table is a text: name the one that is with --map text=NAME, "
    "or give its addresses, one a line, with --urls FILE"
)


def csv_items(name: str, source: Opened, mapping: Mapping) -> Iterator[Item]:
    """Each row as an item, named by the line that it begins in.

    Raises `InputError` where no column is a text, and where the file breaks off.
    """
    text = decode(source.head).lstrip("\ufeff")
    delimiter = delimiter_of(text, mapping) or ","
    names: list[str] | None = None
    before = failed = 0
    rows = csv.reader(_texts(source), delimiter=delimiter)
    while failed < MOST_ERRORS:
        own, done = f"{name}:{before + 1}", source.done()
        try:
            row = _next(rows)
            if names is None:
                names = _names(row, mapping) if "".join(row).strip() else None
            elif any(row):
                yield ready_item(own, ready_from(_fields(names, row), mapping), done)
            failed = 0
        except StopIteration:
            return
        except csv.Error as error:
            failed += 1
            yield broken_item(own, InputError(f"this is no row of CSV ({error}): check its quotation marks"), done)
        except InputError as error:
            if names is None:
                raise
            yield broken_item(own, error, done)
        before = rows.line_num
    raise InputError(f"{MOST_ERRORS} rows one after another are broken: check how the file is quoted and parted")


def _names(head: list[str], mapping: Mapping) -> list[str]:
    """The names of the columns. Raises `EmptyError` where none of them is a text."""
    names = [column.strip() for column in head]
    if not has_text(named(names), mapping):
        raise EmptyError(NO_COLUMN)
    return names


def _fields(names: list[str], row: list[str]) -> dict[str, str]:
    """What stands under each name; of columns of the same name the first that holds something."""
    fields: dict[str, str] = {}
    for name, told in zip(names, row, strict=False):
        if name and not fields.get(name):
            fields[name] = told
    return fields


def _next(rows: Iterator[list[str]]) -> list[str]:
    """The next row; the limit, which holds for the whole process, is as before afterwards."""
    before = csv.field_size_limit(LONGEST_FIELD)
    try:
        return next(rows)
    finally:
        csv.field_size_limit(before)


def _texts(source: Opened) -> Iterator[str]:
    """Lines as text. Raises `TooLargeError`: what follows a line that was cut can not be told apart."""
    begun = False
    for number, line in text_lines(source, LONGEST_LINE):
        if line is None:
            raise TooLargeError(f"line {number} is over {LONGEST_LINE} bytes: it is no table of articles")
        yield "\n" if not begun and separator_in(line) else line
        begun = begun or bool(line.strip())
