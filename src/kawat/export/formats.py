"""The formats that a store can be exported to, by name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from kawat.errors import UsageError
from kawat.export.material import Material

Write = Callable[[Material, Path], None]


@dataclass(frozen=True, slots=True)
class Format:
    """A way out. ``says``: what it is for, in a line; ``suffix``: what its file ends with, of one file.

    ``several``: it writes a folder of files, named ``files``. ``write`` writes to the path given: a file that is
    not there yet, or a folder that is there and empty.
    """

    name: str
    says: str
    suffix: str
    several: bool
    write: Write
    files: tuple[str, ...] = ()


def _of(module: str) -> Write:
    """The function `write` of a module of this package, imported when it is called: formats need libraries."""

    def write(material: Material, out: Path) -> None:
        made: Write = import_module(f"kawat.export.{module}").write
        made(material, out)

    return write


_TABLES = ("events", "reports", "claims", "articles", "dyads")


def _tables(suffix: str) -> tuple[str, ...]:
    return (*(f"{name}.{suffix}" for name in _TABLES), "dictionary.csv", "datapackage.json")


FORMATS = (
    Format("csv", "tables for spreadsheets and R, with a dictionary", "", True, _of("csv_files"), _tables("csv")),
    Format("parquet", "tables for pandas, DuckDB and R", "", True, _of("parquet_files"), _tables("parquet")),
    Format(
        "jsonl",
        "everything as JSON lines, as the commands print it",
        "",
        True,
        _of("jsonl"),
        tuple(f"{name}.jsonl" for name in _TABLES[:4]),
    ),
    Format("plover", "events as PLOVER's JSON records", ".jsonl", False, _of("plover")),
    Format("polecat", "events in the columns of POLECAT", ".tsv", False, _of("polecat")),
    Format(
        "gdelt",
        "events and mentions in the columns of GDELT 2.0",
        "",
        True,
        _of("gdelt"),
        ("events.export.CSV", "events.mentions.CSV"),
    ),
    Format("geojson", "events on a map: QGIS, Leaflet, geojson.io", ".geojson", False, _of("geojson")),
    Format("gexf", "who did what to whom as a graph, for Gephi", ".gexf", False, _of("gexf")),
    Format("graphml", "the same graph for networkx, igraph, yEd", ".graphml", False, _of("graphml")),
    Format("ics", "what is planned, for a calendar program", ".ics", False, _of("ical")),
    Format("ninjs", "what is planned, as a news agenda (IPTC ninjs)", ".jsonl", False, _of("ninjs")),
    Format("ftm", "FollowTheMoney entities, for Aleph", ".ftm.json", False, _of("ftm")),
    Format("webanno", "each value on its words, as Web Annotations", ".jsonld", False, _of("webanno")),
)


def format_called(name: str) -> Format:
    """The format of this name, in any case. Raises `UsageError`."""
    for one in FORMATS:
        if one.name == name.lower():
            return one
    known = ", ".join(one.name for one in FORMATS)
    raise UsageError(f"there is no format {name!r}; it is one of: {known}")
