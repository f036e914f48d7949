"""The names of countries in both languages, for whoever needs no more of what is known of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from kawat.knowledge.build import COUNTRY_COLUMNS
from kawat.knowledge.tables import read_rows


@dataclass(frozen=True, slots=True)
class CountryName:
    en: str
    id: str


def country_name(code: str, lang: str) -> str:
    """The name of a country in ``lang`` (en, id); its code where it is unknown."""
    known = _names().get(code)
    return code if known is None else known.id if lang == "id" else known.en


def place_name(name: str, country: str | None, lang: str) -> str:
    """The name of a place; of one that is a country itself in ``lang``."""
    whole = country is not None and name == country_name(country, "en")
    return country_name(country, lang) if whole and country is not None else name


@cache
def _names() -> Mapping[str, CountryName]:
    with resources.as_file(resources.files("kawat.knowledge") / "data" / "countries.tsv") as path:
        rows = read_rows(path, COUNTRY_COLUMNS)
    return {row.text("code"): CountryName(row.text("name_en"), row.text("name_id")) for row in rows}
