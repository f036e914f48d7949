"""`/map`: where events were, as exactly as is told and no more."""

from __future__ import annotations

from collections.abc import Iterable

from kawat.serve.answers import Answer, Json, json_answer
from kawat.serve.gathering import summaries
from kawat.serve.operations import Asked, Operation
from kawat.serve.parameters import FILTERS
from kawat.store import Store

IDS = 20
EXACT = frozenset({"point", "admin"})
"""How exactly a place has to be known to stand as a point: a country is an area."""


def events_map(store: Store, asked: Asked) -> Answer:
    return json_answer(map_of(summaries(store, asked, asked.filters())))


def map_of(events: Iterable[Json]) -> Json:
    """Points and countries, those of most events first, each with its latest events."""
    points: dict[tuple[float, float, str], Json] = {}
    countries: dict[str, Json] = {}
    for event in events:
        place = event["place"]
        if place is None:
            continue
        if place["precision"] in EXACT and place["latitude"] is not None and place["longitude"] is not None:
            spot = (place["latitude"], place["longitude"], place["name"])
            _add(points.setdefault(spot, {**place, "events": 0, "ids": []}), event)
        elif place["country"] is not None:
            code = place["country"]
            _add(countries.setdefault(code, {"country": code, "events": 0, "ids": []}), event)
    return {"points": sorted(points.values(), key=_order), "countries": sorted(countries.values(), key=_order)}


def _add(row: Json, event: Json) -> None:
    row["events"] += 1
    if len(row["ids"]) < IDS:
        row["ids"].append(event["id"])


def _order(row: Json) -> tuple[int, str]:
    return -row["events"], row.get("name") or row["country"]


OPERATIONS = (
    Operation(
        "/map",
        "Where events were: points where the place is exactly known, countries where only these are.",
        events_map,
        "map",
        FILTERS,
    ),
)
