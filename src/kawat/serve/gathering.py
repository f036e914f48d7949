"""Events in short, one after another: what actors, the network and the map are counted from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import combinations

from kawat.intake.summaries import event_page
from kawat.knowledge.entries import is_state
from kawat.ontology import score
from kawat.records import Status
from kawat.serve.answers import Json
from kawat.serve.operations import Asked
from kawat.store import ReportFilter, Store
from kawat.views.event import REAL

AT_ONCE = 1_000
Pair = tuple[Json, Json]


def summaries(store: Store, asked: Asked, filters: ReportFilter) -> Iterator[Json]:
    """The events that fit, in short, latest first. Raises `TooSlowError` at the deadline."""
    after: str | None = None
    while True:
        asked.deadline.check()
        page = event_page(store, filters, after, AT_ONCE)
        yield from (json.loads(text) for text in page.items)
        if page.next is None:
            return
        after = page.next


def key_of(actor: Json) -> str:
    """By what an actor is known: its id, or its name where it has none."""
    return str(actor["id"] or actor["name"])


def sides(event: Json) -> list[Json]:
    """Who takes part, each once, those who act first."""
    return list({key_of(one): one for one in (*event["whom"], *event["who"])}.values())[::-1]


def pairs(event: Json) -> Iterator[Pair]:
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


def happened(event: Json) -> bool:
    return Status(event["status"]) in REAL


def scores(event: Json) -> tuple[float, float]:
    """What it adds to cooperation and to conflict: its PLOVER score, nothing where it has not happened."""
    value = score(event["type"], event["mode"]) if happened(event) else 0.0
    return max(value, 0.0), min(value, 0.0)


def days(event: Json) -> tuple[str, str] | None:
    return None if event["day"] is None else (event["day"], event["last_day"])
