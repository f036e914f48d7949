"""The rows of a table one after another, and where the next begins after one whose quotation marks do not fit."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator, Sequence

from kawat.errors import InputError
from kawat.intake.sources.item import is_address
from kawat.intake.sources.mapping import KNOWN, Mapping, moment_in

LONGEST_ROW = 10_000_000  # characters
LONGEST_DATE = 60  # characters
MOST_TRIED = 30_000_000  # characters of a table that are read again to find where the next row begins


class Rows:
    """The rows of a table, read strictly. ``at``: how many lines are behind them; ``lines``: those of the last row;
    ``lost``: so much was read again that one can not go on so."""

    def __init__(self, lines: Iterator[str], delimiter: str, longest_field: int) -> None:
        self.at = 0
        self.lines: list[str] = []
        self._source = lines
        self._ahead: deque[str] = deque()
        self._torn: InputError | None = None
        self._longest_field = longest_field
        self._size = self._tried = 0
        self._reader = csv.reader(self, delimiter=delimiter, strict=True)

    @property
    def lost(self) -> bool:
        return self._tried > MOST_TRIED

    def __iter__(self) -> Rows:
        return self

    def __next__(self) -> str:
        """The next line, for the reader."""
        if self._size > LONGEST_ROW:
            raise csv.Error(f"a row of over {LONGEST_ROW} characters")
        line = self._ahead.popleft() if self._ahead else self._further()
        self.lines.append(line)
        self._size += len(line)
        self.at += 1
        return line

    def next_row(self) -> list[str]:
        """The next row. Raises `StopIteration`, `csv.Error` and, once no lines are left, what ends them."""
        self.lines, self._size = [], 0
        before = csv.field_size_limit(self._longest_field)
        try:
            return next(self._reader)
        finally:
            csv.field_size_limit(before)  # it holds for the whole process

    def give_back(self, kept: int) -> None:
        """Let the lines of the last row after the first ``kept`` be read anew."""
        back = self.lines[kept:]
        self._tried += sum(map(len, back))
        self._ahead.extendleft(reversed(back))
        self.at -= len(back)
        self.lines = self.lines[:kept]

    def pass_over(self, shape: Shape) -> None:
        """Pass over what is left of a row that is broken, up to where the next begins."""
        while not self.lost:
            row = None
            try:
                row = self.next_row()
            except (StopIteration, InputError):
                if not self.lines:
                    return
            except csv.Error:
                pass
            alone = row if row is not None and len(self.lines) == 1 else shape.cells(self.lines[0])
            begins = shape.begins_row(alone) or (row is not None and shape.is_row(row))
            self.give_back(0 if begins else 1)
            if begins:
                return

    def _further(self) -> str:
        if self._torn is not None:
            raise self._torn
        try:
            return next(self._source)
        except InputError as error:
            self._torn = error
            raise


class Shape:
    """What the rows of a table look like, by its head and by those that were read; ``width``: how many cells."""

    def __init__(self, head: Sequence[str], delimiter: str, mapping: Mapping) -> None:
        self._delimiter = delimiter
        self.width = len(head)
        self._usual = {self.width}
        self._spaced = any(name.startswith(" ") for name in head[1:])
        names = [name.strip() for name in head]
        self._texts = _places(names, mapping.names("text"))
        self._urls = _places(names, mapping.names("url"))
        self._only_urls = _places(names, set(mapping.names("url")) - set(KNOWN["outlet"]))
        self._dates = _places(names, mapping.names("published"))

    def add(self, row: Sequence[str]) -> None:
        """Take note of a row that could be read: some tables leave out the last columns where they hold nothing."""
        if len(row) > 1:
            self._usual.add(len(row))

    def is_row(self, row: Sequence[str]) -> bool:
        """Whether it is one, and no piece of a text with commas in it."""
        return len(row) in self._usual and not self._is_prose(row)

    def begins_row(self, cells: Sequence[str]) -> bool:
        """Whether a row, maybe a broken one, begins in a line of these cells."""
        if len(cells) in self._usual:
            return not self._is_prose(cells)
        last = max(self._texts, default=len(cells))  # what comes after may be a text that is not quoted
        return len(cells) > self.width and not self._is_prose(cells[: last + 1])

    def swallowed(self, row: Sequence[str]) -> int | None:
        """Which line of a row, counted from 0, stands inside a cell though it is plainly another row: one with an
        address or a date in its place.
        """
        number = 0
        for cell in row if self._urls or self._dates else ():
            for line in cell.split("\n")[1:]:
                number += 1
                if self._is_plainly_row(line):
                    return number
        return None

    def _is_plainly_row(self, line: str) -> bool:
        if line.count(self._delimiter) < self.width - 1:
            return False
        cells = self.cells(line)
        return len(cells) == self.width and not self._is_prose(cells) and self._has_evidence(cells)

    def _has_evidence(self, cells: Sequence[str]) -> bool:
        dates = (cells[place] for place in self._dates)
        return any(is_address(cells[place]) for place in self._urls) or any(
            any(char.isdigit() for char in cell) and moment_in(cell) is not None
            for cell in dates
            if len(cell) <= LONGEST_DATE
        )

    def _is_prose(self, cells: Sequence[str]) -> bool:
        """Whether the delimiters are those of a text: a space follows, or words stand where an address belongs."""
        inside = [place for place in self._only_urls if place < len(cells)]
        return (
            (not self._spaced and any(cell.startswith(" ") for cell in cells[1:]))
            or any(len(cells[place].split()) > 1 for place in inside)
            or any(len(cells[place]) > LONGEST_DATE for place in self._dates if place < len(cells))
        )

    def cells(self, line: str) -> list[str]:
        """The cells of a line by itself, whatever its quotation marks are like."""
        before = csv.field_size_limit(LONGEST_ROW)
        try:
            return next(csv.reader([line], delimiter=self._delimiter), [])
        except csv.Error:
            return []
        finally:
            csv.field_size_limit(before)


def _places(names: Sequence[str], wanted: Sequence[str] | set[str]) -> list[int]:
    return [place for place, name in enumerate(names) if name in wanted or name.lower() in wanted]
