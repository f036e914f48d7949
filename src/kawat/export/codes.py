"""The codes that other formats have for countries. See docs/formats.md for where they come from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from kawat.knowledge.tables import read_rows, unique

COLUMNS = ("code", "iso2", "fips", "cow", "cameo", "plover")
FILE = "country_codes.tsv"


@dataclass(frozen=True, slots=True)
class CountryCodes:
    """The codes for one country; None where a list has none.

    ``code``: as records have it; ``iso2``: ISO 3166-1 alpha-2; ``fips``: FIPS 10-4, of places in GDELT; ``cow``:
    the number of the Correlates of War project; ``cameo``: of actors in GDELT; ``plover``: of actors in PLOVER.
    """

    code: str
    iso2: str | None
    fips: str | None
    cow: str | None
    cameo: str | None
    plover: str | None


NONE = CountryCodes("", None, None, None, None, None)


def codes_of(country: str | None) -> CountryCodes:
    """The codes of a country as records write it; `NONE` for one that is not known."""
    return country_codes().get(country or "", NONE)


@cache
def country_codes() -> dict[str, CountryCodes]:
    """All countries of the data file. Raises `KnowledgeError` where the file is broken."""
    rows = read_rows(Path(str(files("kawat.export").joinpath("data", FILE))), COLUMNS)
    unique(rows, lambda row: row.text("code"), "the country")
    return {row.text("code"): CountryCodes(row.text("code"), *map(row.optional, COLUMNS[1:])) for row in rows}
