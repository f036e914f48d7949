"""`/network`: who dealt with whom in a period, by country or by actor."""

from __future__ import annotations

from collections.abc import Iterable

from kawat.serve.answers import Answer, Json, json_answer
from kawat.serve.gathering import days, happened, key_of, pairs, scores, summaries
from kawat.serve.operations import Asked, Operation
from kawat.serve.parameters import SINCE, UNTIL, Kind, Parameter
from kawat.serve.routes.meta import country_json
from kawat.store import ReportFilter, Store

BY = Parameter("by", "What a node is.", default="country", among=("country", "actor"))
NODES = Parameter("limit", "At most so many nodes, those of most events.", Kind.WHOLE, default=60, most=300)


def network(store: Store, asked: Asked) -> Answer:
    filters = ReportFilter(since=asked.day("since"), until=asked.day("until"))
    events = summaries(store, asked, filters)
    return json_answer(network_of(events, asked.text("by") == "country", asked.whole("limit")))


def network_of(events: Iterable[Json], by_country: bool, limit: int) -> Json:
    """Nodes and the edges between them, of what happened; an edge has no direction."""
    nodes: dict[str, Json] = {}
    edges: dict[tuple[str, str], Json] = {}
    for event in events:
        if not happened(event):
            continue
        met = _ends(event, by_country)
        for key in dict.fromkeys(key for ends in met for key in ends):
            node = nodes.setdefault(key, {**(_country(key) if by_country else _actor(key, event)), "events": 0})
            node["events"] += 1
        for ends in met:
            _add(edges.setdefault(ends, _edge(ends)), event)
    shown = sorted(nodes.values(), key=lambda node: (-node["events"], node["key"]))[:limit]
    kept = {node["key"] for node in shown}
    between = [edge for ends, edge in sorted(edges.items()) if set(ends) <= kept]
    return {"nodes": shown, "edges": between}


def _ends(event: Json, by_country: bool) -> list[tuple[str, str]]:
    """The two ends of every edge that the event adds to, each edge once."""
    found: dict[tuple[str, str], None] = {}
    for one, other in pairs(event):
        ends = (one["country"], other["country"]) if by_country else (key_of(one), key_of(other))
        if None not in ends and ends[0] != ends[1]:
            found[min(ends), max(ends)] = None
    return list(found)


def _edge(ends: tuple[str, str]) -> Json:
    told: Json = {"source": ends[0], "target": ends[1], "events": 0, "cooperation": 0.0, "conflict": 0.0}
    return {**told, "first": None, "last": None}


def _add(edge: Json, event: Json) -> None:
    cooperation, conflict = scores(event)
    edge["events"] += 1
    edge["cooperation"] = round(edge["cooperation"] + cooperation, 3)
    edge["conflict"] = round(edge["conflict"] + conflict, 3)
    told = days(event)
    if told is not None:
        edge["first"] = min(edge["first"] or told[0], told[0])
        edge["last"] = max(edge["last"] or told[1], told[1])


def _country(code: str) -> Json:
    names = country_json(code)
    told = {"key": code, "id": f"country:{code}", "name": names["name"], "name_id": names["name_id"]}
    return {**told, "country": code, "kind": "state", "sector": None}


def _actor(key: str, event: Json) -> Json:
    actor = next(one for one in (*event["who"], *event["whom"]) if key_of(one) == key)
    return {"key": key, **actor}


OPERATIONS = (
    Operation(
        "/network",
        "Who dealt with whom in what happened, by country or by actor.",
        network,
        "network",
        (SINCE, UNTIL, BY, NODES),
    ),
)
