"""`/network`: who dealt with whom in a period, by country or by actor."""

from __future__ import annotations

from kawat.intake.counting import counts_of
from kawat.serve.answers import Answer, Json, json_answer
from kawat.serve.operations import Asked, Operation
from kawat.serve.parameters import SINCE, UNTIL, Kind, Parameter
from kawat.serve.routes.actors import country_of, sums, who_are
from kawat.store import Store
from kawat.store.counting import Tie, Window

BY = Parameter("by", "What a node is.", default="country", among=("country", "actor"))
NODES = Parameter("limit", "At most so many nodes, those of most events.", Kind.WHOLE, default=60, most=300)


def network(store: Store, asked: Asked) -> Answer:
    """Nodes and the edges between them, of what happened; an edge has no direction."""
    scope, window = asked.text("by") or "country", Window(asked.day("since"), asked.day("until"))
    counts = counts_of(store)
    found = counts.parties(scope, window, dealt=True)
    shown = sorted(found, key=lambda key: (-found[key], key))[: asked.whole("limit")]
    who = who_are(store, counts, shown) if scope == "actor" else {code: country_of(code) for code in shown}
    nodes = [{**who[key], "events": found[key]} for key in shown]
    return json_answer({"nodes": nodes, "edges": [_edge(one) for one in counts.ties(scope, shown, window)]})


def _edge(tie: Tie) -> Json:
    return {"source": tie.one, "target": tie.other, **sums(tie), "first": tie.first, "last": tie.last}


OPERATIONS = (
    Operation(
        "/network",
        "Who dealt with whom in what happened, by country or by actor.",
        network,
        "network",
        (SINCE, UNTIL, BY, NODES),
    ),
)
