"""Data rows to entries and their surface forms. Every builder raises KnowledgeError for a bad row."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from kawat.knowledge.entries import PSEUDO_COUNTRIES, Entry, EntryKind, Form
from kawat.knowledge.surfaces import Rank, Surface, surfaces_of
from kawat.knowledge.tables import Row, read_rows, unique
from kawat.knowledge.words import fold

SECTORS = frozenset(
    "GOV MIL COP JUD LEG SPY OPP REB UAF PTY MED JRN BUS LAB EDU REL CVL REF CRM ELI SOC AGR PRM PRE UNK".split()
)
OWNERS = frozenset(("state", "public", "private", "party"))
PRECISIONS = frozenset(("point", "admin", "region"))

COUNTRY_COLUMNS = (
    "code country name_en name_id aliases abbreviations adjectives people "
    "capital_en capital_id latitude longitude un_member"
).split()
NAMED_COLUMNS = "id name_en name_id aliases abbreviations country sector".split()
OUTLET_COLUMNS = "id name aliases abbreviations country owner".split()
PLACE_COLUMNS = "id name_en name_id aliases country latitude longitude precision".split()


class Built(NamedTuple):
    """What a data file gives."""

    entries: list[Entry]
    surfaces: list[Surface]


def build_countries(folder: Path) -> tuple[Built, frozenset[str]]:
    """Countries with their capital cities, and the codes of the UN's members."""
    rows = read_rows(folder / "countries.tsv", COUNTRY_COLUMNS)
    unique(rows, lambda row: row.text("code"), "code")
    codes = frozenset(row.text("code") for row in rows)
    built = Built([], [])
    members = set()
    for row in rows:
        row.one_of("country", codes)
        if row.one_of("un_member", frozenset("yn")) == "y":
            members.add(row.text("code"))
        _add_country(row, built)
    return built, frozenset(members)


def _add_country(row: Row, built: Built) -> None:
    latitude, longitude = row.coordinates()
    code = row.text("code")
    if not (len(code) == 3 and code.isascii() and code.isupper()):
        row.fail("a code is three capital letters, as ISO 3166-1 alpha-3 has them")
    sector = None if code in PSEUDO_COUNTRIES else "GOV"
    entry = Entry(
        id=f"country:{code}",
        kind=EntryKind.COUNTRY,
        name_en=row.text("name_en"),
        name_id=row.text("name_id"),
        country=row.text("country"),
        sector=sector,
        latitude=latitude,
        longitude=longitude,
    )
    built.entries.append(entry)
    if code in PSEUDO_COUNTRIES and not row.optional("adjectives"):
        return  # IGO, MNC ... are codes for kinds of actors: no text names them so
    built.surfaces.extend(_country_surfaces(row, entry))
    _add_capital(row, entry, built)


def _country_surfaces(row: Row, entry: Entry) -> list[Surface]:
    forms = (
        (Form.NAME, (entry.name_en, entry.name_id)),
        (Form.ALIAS, row.many("aliases")),
        (Form.ABBREVIATION, row.many("abbreviations")),
        (Form.DEMONYM, row.many("adjectives")),
        (Form.PEOPLE, row.many("people")),
    )
    return [made for form, names in forms for made in surfaces_of(entry, names, form, Rank.COUNTRY)]


def _add_capital(row: Row, country: Entry, built: Built) -> None:
    english, indonesian = row.many("capital_en"), row.many("capital_id")
    if not english:
        return
    place = Entry(
        id=f"place:{'-'.join(fold(english[0]).replace(chr(39), '').replace('.', '').split())}",
        kind=EntryKind.PLACE,
        name_en=english[0],
        name_id=(indonesian or english)[0],
        country=country.country,
        latitude=country.latitude,
        longitude=country.longitude,
    )
    names = english + indonesian
    built.entries.append(place)
    built.surfaces.extend(surfaces_of(place, names, Form.CAPITAL, Rank.CAPITAL_CITY))
    built.surfaces.extend(surfaces_of(country, names, Form.CAPITAL, Rank.CAPITAL_STATE))


def build_named(folder: Path, file: str, kind: EntryKind, rank: Rank, codes: frozenset[str]) -> Built:
    """Bodies, groups and seats: things with a name in both languages, a country and a sector."""
    rows = _identified(folder / file, NAMED_COLUMNS, kind)
    built = Built([], [])
    for row in rows:
        entry = Entry(
            id=row.text("id"),
            kind=kind,
            name_en=row.text("name_en"),
            name_id=row.text("name_id"),
            country=_country(row, codes),
            sector=row.one_of("sector", SECTORS),
        )
        _add(built, entry, row, rank)
    return built


def build_outlets(folder: Path, codes: frozenset[str]) -> Built:
    built = Built([], [])
    for row in _identified(folder / "outlets.tsv", OUTLET_COLUMNS, EntryKind.OUTLET):
        entry = Entry(
            id=row.text("id"),
            kind=EntryKind.OUTLET,
            name_en=row.text("name"),
            name_id=row.text("name"),
            country=_country(row, codes),
            sector="JRN",
            owner=row.one_of("owner", OWNERS),
        )
        _add(built, entry, row, Rank.OUTLET)
    return built


def build_places(folder: Path, codes: frozenset[str]) -> tuple[Built, dict[str, str]]:
    """Places, and the precision of each by id: point, admin or region."""
    built = Built([], [])
    precision: dict[str, str] = {}
    for row in _identified(folder / "places.tsv", PLACE_COLUMNS, EntryKind.PLACE):
        latitude, longitude = row.coordinates()
        entry = Entry(
            id=row.text("id"),
            kind=EntryKind.PLACE,
            name_en=row.text("name_en"),
            name_id=row.text("name_id"),
            country=_country(row, codes),
            latitude=latitude,
            longitude=longitude,
        )
        precision[entry.id] = row.one_of("precision", PRECISIONS)
        _add(built, entry, row, Rank.PLACE)
    return built, precision


def _add(built: Built, entry: Entry, row: Row, rank: Rank) -> None:
    short = row.many("abbreviations") if "abbreviations" in row.columns else ()
    built.entries.append(entry)
    built.surfaces.extend(surfaces_of(entry, (entry.name_en, entry.name_id), Form.NAME, rank))
    built.surfaces.extend(surfaces_of(entry, row.many("aliases"), Form.ALIAS, rank))
    built.surfaces.extend(surfaces_of(entry, short, Form.ABBREVIATION, rank))


def _identified(path: Path, columns: Sequence[str], kind: EntryKind) -> list[Row]:
    rows = read_rows(path, columns)
    unique(rows, lambda row: row.text("id"), "id")
    for row in rows:
        if not row.text("id").startswith(f"{kind}:"):
            row.fail(f"an id in this file starts with '{kind}:'")
    return rows


def _country(row: Row, codes: frozenset[str]) -> str | None:
    code = row.optional("country")
    if code is not None and code not in codes:
        row.fail(f"country {code} does not stand in countries.tsv")
    return code
