"""Tab-separated files that every reader takes apart alike: no cell has a tab or a line break, none is a formula.

A cell with a quotation mark is quoted as CSV has it, so that readers that obey quotation marks see the text and
those that do not still find every column in its place.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from kawat.export.safe import csv_cell

Cell = str | int | float | None
_BREAKS = re.compile(r"[\n\r\t\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


def text(value: str | None) -> str:
    """Text of others for a cell: on one line, without anything that steers a terminal or a spreadsheet."""
    return "" if value is None else csv_cell(_BREAKS.sub(" ", value)).replace("\n", " ")


def listed(values: Iterable[str | None], separator: str = "; ") -> str:
    """Several values in one cell, each once; a separator inside a value becomes a comma."""
    mark = separator.strip()
    kept = dict.fromkeys(value.replace(mark, ",") for value in values if value)
    return text(separator.join(kept))


def number(value: float | None) -> str:
    """A number without needless digits: "2.5", "-6", "10"; empty for None."""
    return "" if value is None else f"{value:.10g}"


class Writer(Protocol):
    """What writes rows; cells that are text of others have been through `text`."""

    def writerow(self, row: Iterable[Cell], /) -> object: ...
    def writerows(self, rows: Iterable[Iterable[Cell]], /) -> object: ...


@contextmanager
def tsv_file(out: Path) -> Iterator[Writer]:
    """A file in UTF-8 to write rows to, lines ending in LF."""
    with out.open("w", encoding="utf-8", newline="") as file:
        yield csv.writer(file, dialect="excel-tab", lineterminator="\n")
