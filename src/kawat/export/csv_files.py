"""Tables as a folder of CSV files, with a dictionary of their columns. See docs/tables.md."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from kawat.export.material import Material
from kawat.export.tables import TABLES, each_row
from kawat.export.tables.as_csv import cells, flat
from kawat.export.tables.describe import DICTIONARY, DICTIONARY_HEAD, PACKAGE, dictionary, package

WriteRow = Callable[[Iterable[Any]], Any]


def write(material: Material, out: Path) -> None:
    """Write a file for each table into the folder ``out``, with the dictionary and a data package."""
    columns = {table.name: flat(table) for table in TABLES}
    with ExitStack() as held:
        writers: dict[str, WriteRow] = {}
        for name, own in columns.items():
            writers[name] = _writer(held, out / f"{name}.csv")
            writers[name]([one.name for one in own])
        for table, row in each_row(material):
            writers[table.name](cells(columns[table.name], row))
    write_about(out, "csv")


def write_about(out: Path, suffix: str) -> None:
    """Write what the columns of the files with ``suffix`` mean: `dictionary.csv` and `datapackage.json`."""
    with ExitStack() as held:
        writer = _writer(held, out / DICTIONARY)
        writer(DICTIONARY_HEAD)
        for row in dictionary(TABLES, as_csv=suffix == "csv"):
            writer(row)
    (out / PACKAGE).write_text(package(TABLES, suffix), encoding="utf-8", newline="\n")


def _writer(held: ExitStack, path: Path) -> WriteRow:
    file = held.enter_context(path.open("w", encoding="utf-8", newline=""))
    return csv.writer(file, lineterminator="\n").writerow
