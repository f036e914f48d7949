"""How a command shows what it found: a table for people, JSON lines or CSV for programs."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from kawat.cli.messages import say
from kawat.errors import UsageError
from kawat.export.safe import clean, csv_cell, json_line

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

T = TypeVar("T")
MAX_WIDTH = 160
SHORT = 12
NARROW = 110  # below this, columns stand under one another


@dataclass(frozen=True, slots=True)
class Face:
    """What the user asked to see: JSON, CSV or (neither) a table, in which language."""

    lang: str
    json: bool = False
    csv: bool = False

    def __post_init__(self) -> None:
        if self.json and self.csv:
            raise UsageError("--json and --csv exclude one another; give one of them")

    def say(self, key: str, **values: object) -> str:
        return say(self.lang, key, **values)

    def absent(self, key: str) -> str:
        """What stands for a value that there is none of: words for people, nothing in CSV."""
        return "" if self.csv else self.say(key)


@dataclass(frozen=True, slots=True)
class Column:
    """``key``: its name in CSV and in the messages; ``ratio``: its share of the screen, 0 what it needs.

    ``width``: exactly so wide; ``under``: on a narrow screen it stands below the column before it.
    """

    key: str
    ratio: int = 0
    width: int | None = None
    right: bool = False
    under: bool = False


def show(
    face: Face,
    columns: tuple[Column, ...],
    items: Iterable[T],
    cells: Callable[[T], tuple[str, ...]],
    to_json: Callable[[T], dict[str, Any]],
    nothing: str = "nothing",
) -> None:
    """Each item as a line or a row, in the order given; for people the message ``nothing`` where there is none."""
    if face.json:
        for item in items:
            out(json_line(to_json(item)))
    elif face.csv:
        _csv([column.key for column in columns])
        for item in items:
            _csv([csv_cell(cell) for cell in cells(item)])
    else:
        rows = [cells(item) for item in items]
        _table(face, columns, rows) if rows else out(face.say(nothing))


def out(line: str) -> None:
    """One line to standard output."""
    sys.stdout.write(f"{line}\n")


def err(line: str) -> None:
    """One line to standard error, whatever stands in it."""
    sys.stderr.write(f"{clean(line)}\n")


def console() -> Console:
    """A console that obeys NO_COLOR and pipes, and nothing that stands in a text."""
    from rich.console import Console

    made = Console(file=sys.stdout, highlight=False, markup=False, emoji=False, soft_wrap=False)
    made.width = min(made.width, MAX_WIDTH)
    return made


def _csv(cells: list[str]) -> None:
    held = io.StringIO()
    csv.writer(held, lineterminator="\n").writerow(cells)
    sys.stdout.write(held.getvalue())


def draw(part: RenderableType) -> None:
    """Print a rich part; to a pipe without the spaces that fill a line."""
    screen = console()
    if screen.is_terminal:
        screen.print(part)
        return
    with screen.capture() as captured:
        screen.print(part)
    for line in captured.get().splitlines():
        out(line.rstrip())


def short(face: Face, identifier: str) -> str:
    """An id as a table shows it: its beginning, which commands take too. CSV has it whole."""
    return identifier if face.csv else identifier[:SHORT]


def _table(face: Face, columns: tuple[Column, ...], rows: list[tuple[str, ...]]) -> None:
    from rich.table import Table
    from rich.text import Text

    groups = _groups(columns, console().width < NARROW)
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), expand=True)
    for group in groups:
        first = columns[group[0]]
        table.add_column(
            Text("\n".join(face.say(columns[index].key) for index in group), style="bold"),
            ratio=first.ratio or None,
            width=first.width,
            justify="right" if first.right else "left",
            overflow="fold",
        )
    for row in rows:
        told = [[clean(row[index], keep_lines=True) for index in group if row[index]] for group in groups]
        table.add_row(*(Text("\n".join(cells)) for cells in told))
    draw(table)


def _groups(columns: tuple[Column, ...], narrow: bool) -> list[list[int]]:
    """Which columns (by index) stand in one column of the screen."""
    groups: list[list[int]] = []
    for index, column in enumerate(columns):
        if column.under and narrow and groups:
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups
