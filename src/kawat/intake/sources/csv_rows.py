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
from kawat.intake.sources.table_rows import Rows, Shape
from kawat.pages.decode import decode

LONGEST_FIELD = 2_000_000  # characters
LONGEST_LINE = 20_000_000  # bytes
MOST_ERRORS = 100  # broken rows in a row: the rest is no CSV
NO_COLUMN = (
    "no column of this table is a text: name the one that is with --map text=NAME, "
    "or give its addresses, one a line, with --urls FILE"
)
QUOTING = (
    "check its quotation marks: one that opens a cell has to close it, and those inside are doubled, not marked by "
    "a backslash"
)
UNTOLD = "where the rows of this table begin can not be told: check how the file is quoted and parted"


def csv_items(name: str, source: Opened, mapping: Mapping) -> Iterator[Item]:
    """Each row as an item, named by the line that it begins in.

    Raises `InputError` where no column is a text, where the file breaks off, and where hardly a row can be read.
    """
    text = decode(source.head).lstrip("\ufeff")
    delimiter = delimiter_of(text, mapping) or ","
    rows = Rows(_texts(source), delimiter, LONGEST_FIELD)
    head = _head(rows)
    if head is None:
        return
    names, shape = _names(head, mapping), Shape(head, delimiter, mapping)
    failed = 0
    while failed < MOST_ERRORS:
        own, done = f"{name}:{rows.at + 1}", source.done()
        try:
            row = _checked(rows, shape, delimiter)
        except StopIteration:
            return
        except csv.Error as error:
            failed += 1
            yield broken_item(own, InputError(str(error)), done)
            if rows.lost:
                raise InputError(UNTOLD) from error
            continue
        except InputError as error:  # what comes after it can not be told apart, or does not come at all
            yield broken_item(own, error, done)
            return
        failed = 0
        if any(row):
            yield _item(own, row, names, mapping, done)
            shape.add(row)
    raise InputError(f"{MOST_ERRORS} rows one after another are broken: check how the file is quoted and parted")


def _item(own: str, row: list[str], names: list[str], mapping: Mapping, done: float) -> Item:
    try:
        return ready_item(own, ready_from(_fields(names, row), mapping), done)
    except InputError as error:
        return broken_item(own, error, done)


def _head(rows: Rows) -> list[str] | None:
    """The first row that says something; None where there is none."""
    try:
        while not "".join(head := rows.next_row()).strip():
            pass
    except StopIteration:
        return None
    except csv.Error as error:
        raise InputError(f"the head of this table can not be read ({error}): check its quotation marks") from error
    return head


def _checked(rows: Rows, shape: Shape, delimiter: str) -> list[str]:
    """The next row. Raises `StopIteration`, what ends the lines, and `csv.Error` with the reason and what to do."""
    start = rows.at + 1
    try:
        row = rows.next_row()
    except csv.Error as error:
        rows.give_back(1)
        rows.pass_over(shape)
        over = f"; lines {start + 1} to {rows.at} are passed over with it" if rows.at > start else ""
        raise csv.Error(f"this is no row of CSV ({error}): {QUOTING}{over}") from error
    inner = shape.swallowed(row)
    if inner is not None:
        rows.give_back(inner)
        raise csv.Error(f"a cell of it goes on into line {start + inner}, which is a row of its own: {QUOTING}")
    if _closes_only(row, rows.lines):
        raise csv.Error(f"a quotation mark ends a cell of it that begins with none: {QUOTING}")
    if any(cell.strip() for cell in row[shape.width :]):
        raise csv.Error(
            f"it has {len(row)} cells under {shape.width} names: put a text that holds {delimiter!r} in quotation "
            "marks, and double those that are inside it"
        )
    return row


def _closes_only(row: list[str], lines: list[str]) -> bool:
    """Whether a cell is closed that was not opened: it is what is left of one, or its beginning is left out."""
    odd = sum(line.count('"') for line in lines) % 2 == 1
    return odd and any(cell.rstrip().endswith('"') and cell.count('"') % 2 for cell in row)


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


def _texts(source: Opened) -> Iterator[str]:
    """Lines as text. Raises `TooLargeError`: what follows a line that was cut can not be told apart."""
    begun = False
    for number, line in text_lines(source, LONGEST_LINE):
        if line is None:
            raise TooLargeError(f"line {number} is over {LONGEST_LINE} bytes: it is no table of articles")
        yield "\n" if not begun and separator_in(line) else line
        begun = begun or bool(line.strip())
