"""The graph of actors as GraphML, for networkx, igraph, yEd and R."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kawat.export.graph import EDGE_FIELDS, NODE_FIELDS, edge_values, graph_of, node_values, xml_text
from kawat.export.material import Material

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_TYPES = {"string": "string", "integer": "int", "boolean": "boolean", "double": "double"}
_NODE = (("label", "string"), *NODE_FIELDS)
_EDGE = (("weight", "integer"), *EDGE_FIELDS)


def write(material: Material, out: Path) -> None:
    """Write the graph to the file ``out``."""
    from lxml import etree

    graph = graph_of(material.events())
    with out.open("wb") as file, etree.xmlfile(file, encoding="utf-8") as xml:
        xml.write_declaration()
        with xml.element("graphml", nsmap={None: NAMESPACE}):
            for kind, fields in (("node", _NODE), ("edge", _EDGE)):
                for name, of in fields:
                    key = {"id": f"{kind}_{name}", "for": kind, "attr.name": name, "attr.type": _TYPES[of]}
                    with xml.element("key", key):
                        pass
            with xml.element("graph", {"id": "kawat", "edgedefault": "directed"}):
                for node in graph.nodes:
                    with xml.element("node", {"id": xml_text(node.key)}):
                        _data(xml, "node", {"label": xml_text(node.actor.name), **node_values(node)})
                for edge in graph.edges:
                    ends = {"source": xml_text(edge.source), "target": xml_text(edge.target)}
                    with xml.element("edge", {"id": edge.id, **ends}):
                        _data(xml, "edge", {"weight": str(len(edge.events)), **edge_values(edge)})


def _data(xml: Any, kind: str, values: Mapping[str, str]) -> None:
    for name, value in values.items():
        with xml.element("data", {"key": f"{kind}_{name}"}):
            xml.write(value)
