"""Who did what to whom as a graph: actors as nodes, the events of one type between two of them as one edge.

Only what happened (occurred, ongoing) is in it. A graph is put together in memory; its files are then written by
`kawat.export.gexf` and `kawat.export.graphml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from kawat.export.facts import Facts, actor_id, facts_of, parties_of
from kawat.export.safe import clean
from kawat.ontology import quad, score
from kawat.records import Actor, Event, content_id
from kawat.views.event import REAL
from kawat.views.pairs import Pair
from kawat.views.summary import day_text
from kawat.views.voices import count_marked, marks_of

Ends = tuple[str, str, str, bool]
"""Source, target, type, whether both act alike."""

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(slots=True)
class Node:
    """An actor. ``events``: how many events its edges stand for, each once."""

    key: str
    actor: Actor
    events: int = 0


@dataclass(slots=True)
class Edge:
    """The events of one type from ``source`` to ``target`` (keys of nodes); ``scores``: of each event.

    ``symmetric``: both act alike, the lesser key is the source. ``marks``: of each report that tells of these two.
    """

    source: str
    target: str
    type: str
    symmetric: bool
    scores: list[float] = field(default_factory=list)
    marks: set[frozenset[str]] = field(default_factory=set)
    events: list[str] = field(default_factory=list)
    first: date | None = None
    last: date | None = None

    @property
    def id(self) -> str:
        """Made of its ends, type and kind: the same over all exports."""
        return content_id("edge", self.source, self.target, self.type, str(self.symmetric))

    @property
    def mean_score(self) -> float:
        return round(sum(self.scores) / len(self.scores), 4)

    @property
    def quad(self) -> int:
        return quad(self.type)

    @property
    def sources(self) -> int:
        """How many sources tell it independently."""
        return count_marked(self.marks)

    def add(self, facts: Facts, pairs: Iterable[Pair]) -> None:
        """Count the event, told of the two by these of its pairs."""
        self.events.append(facts.event.id)
        self.scores.append(score(facts.event.type, facts.mode))
        self.marks.update(marks_of(telling) for pair in pairs for telling in pair.tellings)
        days = facts.exact_days
        if days is not None:
            self.first = min(days[0], self.first or days[0])
            self.last = max(days[1], self.last or days[1])


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes by key, edges by source, target and type: the same for the same events."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def graph_of(events: Iterable[Event]) -> Graph:
    """The graph of what happened between two named sides; who only acted alone is not in it."""
    nodes: dict[str, Node] = {}
    edges: dict[Ends, Edge] = {}
    for event in events:
        facts = facts_of(event)
        if facts.status not in REAL:
            continue
        actors = parties_of(facts)
        found = _ends(facts)
        for ends, pairs in found.items():
            edges.setdefault(ends, Edge(*ends)).add(facts, pairs)
        for key in dict.fromkeys(key for ends in found for key in ends[:2]):
            nodes.setdefault(key, Node(key, actors[key])).events += 1
    return Graph(
        tuple(nodes[key] for key in sorted(nodes)),
        tuple(edges[ends] for ends in sorted(edges)),
    )


def _ends(facts: Facts) -> dict[Ends, list[Pair]]:
    """The edges that the event is counted in, with the pairs that tell so."""
    found: dict[Ends, list[Pair]] = {}
    for pair in facts.pairs:
        if pair.actor is not None and pair.recipient is not None:
            ends = (actor_id(pair.actor, facts.event), actor_id(pair.recipient, facts.event))
            if ends[0] != ends[1]:
                source, target = sorted(ends) if pair.symmetric else ends
                found.setdefault((source, target, facts.event.type, pair.symmetric), []).append(pair)
    return found


def xml_text(value: str) -> str:
    """Text of others for XML: what XML can not hold, and what steers a terminal, is shown instead."""
    return _NOT_XML.sub("�", clean(value))


# --- attributes that both formats have -------------------------------------------------------------------

NODE_FIELDS = (
    ("name_id", "string"), ("country", "string"), ("kind", "string"), ("sector", "string"), ("events", "integer"),
)  # fmt: skip
EDGE_FIELDS = (
    ("type", "string"), ("quad", "integer"), ("symmetric", "boolean"), ("n_events", "integer"),
    ("n_sources", "integer"), ("mean_score", "double"), ("first", "string"), ("last", "string"),
    ("events", "string"),
)  # fmt: skip


def node_values(node: Node) -> dict[str, str]:
    """The attributes that are known, as text for XML."""
    actor = node.actor
    told = {
        "name_id": actor.name_id,
        "country": actor.country,
        "kind": actor.kind.value,
        "sector": actor.sector,
        "events": str(node.events),
    }
    return {name: xml_text(value) for name, value in told.items() if value is not None}


def edge_values(edge: Edge) -> dict[str, str]:
    """Likewise. ``first`` and ``last``: days of the earliest and the latest event that has an exact day."""
    told: dict[str, str | None] = {
        "type": edge.type,
        "quad": str(edge.quad),
        "symmetric": str(edge.symmetric).lower(),
        "n_events": str(len(edge.events)),
        "n_sources": str(edge.sources),
        "mean_score": f"{edge.mean_score:g}",
        "first": day_text(edge.first),
        "last": day_text(edge.last),
        "events": " ".join(edge.events),
    }
    return {name: value for name, value in told.items() if value is not None}
