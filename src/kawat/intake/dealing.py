"""Who deals with whom in an event in short: what actors, networks and countries are counted from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any

from kawat.knowledge.entries import is_state
from kawat.ontology import score
from kawat.records import Status
from kawat.views.event import REAL

Json = dict[str, Any]
Pair = tuple[Json, Json]


def key_of(actor: Json) -> str:
    """By what an actor is known: its id, or its name where it has none."""
    return str(actor["id"] or actor["name"])


def sides(event: Json) -> list[Json]:
    """Who takes part, each once, those who act first."""
    return list({key_of(one): one for one in (*event["whom"], *event["who"])}.values())[::-1]


def ties(event: Json, by_country: bool) -> list[tuple[str, str]]:
    """The two that deal with one another in what happened, by key or by country, each two once."""
    if Status(event["status"]) not in REAL:
        return []
    found: dict[tuple[str, str], None] = {}
    for one, other in _pairs(event):
        ends = (one["country"], other["country"]) if by_country else (key_of(one), key_of(other))
        if None not in ends and ends[0] != ends[1]:
            found[min(ends), max(ends)] = None
    return list(found)


def scores(event: Json) -> tuple[int, int]:
    """What it adds to cooperation and to conflict: its PLOVER score, in thousandths."""
    value = round(score(event["type"], event["mode"]) * 1000)
    return max(value, 0), min(value, 0)


def _pairs(event: Json) -> Iterator[Pair]:
    """Who deals with whom: those who act with those acted upon, or all with one another where all act alike."""
    acting, receiving = event["who"], event["whom"]
    if receiving and not event["symmetric"]:
        every: Iterable[Pair] = ((one, other) for one in acting for other in receiving)
    else:
        every = _met(sides(event)) if event["symmetric"] else ()
    seen: set[frozenset[str]] = set()
    for one, other in every:
        both = frozenset((key_of(one), key_of(other)))
        if len(both) > 1 and both not in seen:
            seen.add(both)
            yield one, other


def _met(together: list[Json]) -> Iterator[Pair]:
    """Those of different countries, where there are several: the delegates of one country are one side."""
    countries = {one["country"] for one in together if is_state(one["country"])}
    for one, other in combinations(together, 2):
        if len(countries) < 2 or one["country"] is None or one["country"] != other["country"]:
            yield one, other
