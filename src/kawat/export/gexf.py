"""The graph of actors as GEXF 1.3, for Gephi: dynamic, each edge from its first day to its last."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kawat import __version__
from kawat.export.graph import (
    EDGE_FIELDS,
    NODE_FIELDS,
    Edge,
    Graph,
    Node,
    edge_values,
    graph_of,
    node_values,
    xml_text,
)
from kawat.export.material import Material

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NAMESPACE = "http://gexf.net/1.3"


def write(material: Material, out: Path) -> None:
    """Write the graph to the file ``out``."""
    from lxml import etree

    graph = graph_of(material.events())
    with out.open("wb") as file, etree.xmlfile(file, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element("gexf", {"version": "1.3"}, nsmap={None: NAMESPACE}):
            with xml.element("meta"):
                _leaf(xml, "creator", f"Kawat {__version__}")
                _leaf(xml, "description", "Who did what to whom: events that happened, by actors and type")
            with xml.element("graph", {"mode": "dynamic", "defaultedgetype": "directed", "timeformat": "date"}):
                _parts(xml, graph)


def _parts(xml: Any, graph: Graph) -> None:
    for kind, fields in (("node", NODE_FIELDS), ("edge", EDGE_FIELDS)):
        with xml.element("attributes", {"class": kind, "mode": "static"}):
            for name, of in fields:
                with xml.element("attribute", {"id": f"{kind}_{name}", "title": name, "type": of}):
                    pass
    with xml.element("nodes"):
        for node in graph.nodes:
            _node(xml, node)
    with xml.element("edges"):
        for edge in graph.edges:
            _edge(xml, edge)


def _node(xml: Any, node: Node) -> None:
    with xml.element("node", {"id": xml_text(node.key), "label": xml_text(node.actor.name)}):
        _values(xml, "node", node_values(node), [name for name, _ in NODE_FIELDS])


def _edge(xml: Any, edge: Edge) -> None:
    days = {"start": edge.first, "end": edge.last}
    told = {
        "id": edge.id,
        "source": xml_text(edge.source),
        "target": xml_text(edge.target),
        "weight": str(len(edge.events)),
        "label": edge.type,
        **{name: day.isoformat() for name, day in days.items() if day is not None},
    }
    with xml.element("edge", told):
        _values(xml, "edge", edge_values(edge), [name for name, _ in EDGE_FIELDS])


def _values(xml: Any, kind: str, values: Mapping[str, str], order: Sequence[str]) -> None:
    with xml.element("attvalues"):
        for name in order:
            if name in values:
                with xml.element("attvalue", {"for": f"{kind}_{name}", "value": values[name]}):
                    pass


def _leaf(xml: Any, name: str, text: str) -> None:
    with xml.element(name):
        xml.write(text)
