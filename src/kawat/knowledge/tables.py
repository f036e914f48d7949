"""Reading the data files: tab separated, a header row, '#' lines on top that name what, source and date."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, NoReturn

from kawat.errors import KnowledgeError

_NOTES = ("source", "as of")
_LANGUAGE = re.compile(r"@(en|id)$")


class Row(NamedTuple):
    """One row of a data file, which knows where it stands."""

    file: str
    line: int
    columns: Mapping[str, int]
    cells: Sequence[str]

    def fail(self, rule: str) -> NoReturn:
        raise broken(self.file, self.line, f"{rule} (row starts {self.cells[0]!r})")

    def optional(self, column: str) -> str | None:
        return self.cells[self.columns[column]] or None

    def text(self, column: str) -> str:
        """The cell of ``column``, which must not be empty."""
        value = self.optional(column)
        if value is None:
            self.fail(f"column {column} must not be empty")
        return value

    def one_of(self, column: str, allowed: frozenset[str]) -> str:
        value = self.text(column)
        if value not in allowed:
            self.fail(f"column {column} has {value!r}, which is none of {', '.join(sorted(allowed))}")
        return value

    def many(self, column: str) -> tuple[str, ...]:
        """The '|'-separated parts of a cell; () when it is empty."""
        value = self.optional(column)
        if value is None:
            return ()
        if "|" not in value:
            return (value,)
        parts = tuple(part.strip() for part in value.split("|"))
        if "" in parts:
            self.fail(f"column {column} has an empty part between two '|'")
        return parts

    def degrees(self, column: str, most: float) -> float | None:
        """A latitude or longitude in degrees, between ``-most`` and ``most``."""
        value = self.optional(column)
        try:
            number = None if value is None else float(value)
        except ValueError:
            self.fail(f"column {column} has {value!r}, which is no number")
        if number is not None and not -most <= number <= most:
            self.fail(f"column {column} has {number}, which is not between -{most:g} and {most:g}")
        return number

    def coordinates(self) -> tuple[float | None, float | None]:
        latitude, longitude = self.degrees("latitude", 90), self.degrees("longitude", 180)
        if (latitude is None) != (longitude is None):
            self.fail("latitude and longitude must be given both or neither")
        return latitude, longitude


def broken(file: str, line: int, rule: str) -> KnowledgeError:
    return KnowledgeError(f"{file}, row {line}: {rule}. Mend the row, or install kawat again.")


def read_rows(path: Path, columns: Sequence[str]) -> list[Row]:
    """The rows of a data file with exactly these ``columns``.

    Raises KnowledgeError naming file, row and rule: file missing, not UTF-8, no source note, another header,
    another number of cells, or no row at all.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path.name} can not be read ({error}). Install kawat again.") from error
    top = next((n for n, line in enumerate(lines) if not line.startswith("#")), len(lines))
    _check_notes(path.name, lines[:top])
    if top == len(lines) or tuple(lines[top].split("\t")) != tuple(columns):
        raise broken(path.name, top + 1, f"the header must be, parted by tabs: {' '.join(columns)}")
    places = {column: place for place, column in enumerate(columns)}
    rows = [
        Row(path.name, number, places, _cells(path.name, number, line, len(columns)))
        for number, line in enumerate(lines[top + 1 :], top + 2)
        if line.strip() and not line.startswith("#")
    ]
    if not rows:
        raise broken(path.name, top + 1, "there is no row under the header")
    return rows


def _check_notes(file: str, notes: Sequence[str]) -> None:
    text = " ".join(notes).lower().replace("-", " ")
    for wanted in _NOTES:
        if wanted not in text:
            raise broken(file, 1, f"a '# {wanted}: ...' line is missing on top")


def _cells(file: str, number: int, line: str, width: int) -> list[str]:
    cells = line.split("\t")
    if len(cells) != width:
        raise broken(file, number, f"{len(cells)} cells instead of {width}")
    if "\t " in line or " \t" in line or line != line.strip(" "):
        raise broken(file, number, "a cell starts or ends with a blank")
    return cells


def split_language(form: str) -> tuple[str, str | None]:
    """ "AS@id" is "AS", read in Indonesian only; a form without a mark is read in every language."""
    found = _LANGUAGE.search(form)
    return (form[: found.start()], found.group(1)) if found else (form, None)


def unique(rows: Sequence[Row], key: Callable[[Row], str], what: str) -> None:
    """Raises KnowledgeError at the second row with the same key."""
    seen: dict[str, int] = {}
    for row in rows:
        name = key(row)
        if name in seen:
            row.fail(f"{what} {name} stands in row {seen[name]} already")
        seen[name] = row.line
