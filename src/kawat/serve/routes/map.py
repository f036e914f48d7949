"""`/map`: where events were, as exactly as is told and no more."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from kawat.intake.counting import counts_of
from kawat.serve.answers import Answer, Json, json_answer
from kawat.serve.operations import Asked, Operation
from kawat.serve.parameters import FILTERS
from kawat.store import Store

IDS = 20
EXACT = frozenset({"point", "admin"})
"""How exactly a place has to be known to stand as a point: a country is an area."""


def events_map(store: Store, asked: Asked) -> Answer:
    return json_answer(map_of(asked.deadline.each(counts_of(store).places(asked.filters()))))


def map_of(places: Iterable[tuple[str, Sequence[str]]]) -> Json:
    """Points and countries, those of most events first, each with its latest events.

    ``places``: places, as JSON, each with its events, latest first.
    """
    rows: dict[str, Json | None] = {}
    points: dict[tuple[float, float, str], Json] = {}
    countries: dict[str, Json] = {}
    for text, events in places:
        if text not in rows:
            rows[text] = _row(json.loads(text), points, countries)
        row = rows[text]
        if row is not None:
            row["events"] += len(events)
            row["ids"] += events[: IDS - len(row["ids"])]
    return {"points": sorted(points.values(), key=_order), "countries": sorted(countries.values(), key=_order)}


def _row(place: Json, points: dict[tuple[float, float, str], Json], countries: dict[str, Json]) -> Json | None:
    """Where events at the place are counted; None where it is known too roughly."""
    if place["precision"] in EXACT and place["latitude"] is not None and place["longitude"] is not None:
        spot = (place["latitude"], place["longitude"], place["name"])
        return points.setdefault(spot, {**place, "events": 0, "ids": []})
    code = place["country"]
    return None if code is None else countries.setdefault(code, {"country": code, "events": 0, "ids": []})


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
