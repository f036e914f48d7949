"""The gazetteer: the world's cities over 15,000 people, US states, Indonesia's regencies.

`data/gazetteer.tsv.gz` is made by `tools/gazetteer.py` from GeoNames (CC BY 4.0). Its lines are sorted by the key
of a name, so that looking up is a bisection and nothing is parsed beforehand.
"""

from __future__ import annotations

import gzip
import math
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from kawat.errors import KnowledgeError
from kawat.knowledge.words import key_of

_CELLS = 8
EARTH = 6371.0  # kilometres


@dataclass(frozen=True, slots=True)
class City:
    """A place of the gazetteer. ``admin``: the US state or Indonesian province, else empty."""

    name: str
    country: str
    admin: str
    latitude: float
    longitude: float
    population: int
    precision: str


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The distance of two points (latitude, longitude) along a great circle."""
    (a, b), (c, d) = ((math.radians(value) for value in point) for point in (one, other))
    half = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * EARTH * math.asin(min(1.0, math.sqrt(half)))


def find_cities(name: str) -> tuple[City, ...]:
    """Every place of a name, whatever its case and diacritics, the largest first; () when there is none.

    Raises:
        KnowledgeError: the data file is missing or broken.
    """
    key = key_of(name).encode()
    if not key:
        return ()
    lines, found = _lines(), []
    at = bisect_left(lines, key + b"\t")
    while at < len(lines) and lines[at].startswith(key + b"\t"):
        found.append(_city(lines[at]))
        at += 1
    return tuple(sorted(found, key=lambda one: (-one.population, one.country, one.name)))


def nearest_city(latitude: float, longitude: float) -> City:
    """The place of the gazetteer nearest to a point."""
    cities, points = _globe()
    return cities[int((points @ _on_globe(latitude, longitude)).argmax())]


@cache
def _globe() -> tuple[tuple[City, ...], NDArray[np.float64]]:
    """Every place, and where it stands on a globe of radius 1: (places, 3)."""
    cities = tuple(
        sorted({_city(line) for line in _lines()}, key=lambda one: (one.name, one.country, one.latitude))
    )
    return cities, np.array([_on_globe(one.latitude, one.longitude) for one in cities])


def _on_globe(latitude: float, longitude: float) -> NDArray[np.float64]:
    north, east = math.radians(latitude), math.radians(longitude)
    return np.array([math.cos(north) * math.cos(east), math.cos(north) * math.sin(east), math.sin(north)])


@cache
def _lines() -> list[bytes]:
    try:
        packed = (resources.files("kawat.knowledge") / "data" / "gazetteer.tsv.gz").read_bytes()
        return gzip.decompress(packed).rstrip(b"\n").split(b"\n")
    except (OSError, EOFError) as error:
        raise KnowledgeError(f"gazetteer.tsv.gz can not be read ({error}). Install kawat again.") from error


def _city(line: bytes) -> City:
    cells = line.decode().split("\t")
    if len(cells) != _CELLS:
        raise KnowledgeError(f"gazetteer.tsv.gz has a line of {len(cells)} cells. Install kawat again.")
    _, name, country, admin, latitude, longitude, population, precision = cells
    return City(name, country, admin, float(latitude), float(longitude), int(population), precision)
