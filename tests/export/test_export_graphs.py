"""The graph of actors as GEXF and GraphML, read back by networkx and compared with the events."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import networkx as nx
import pytest
from event_maker import KIM, OFFICIALS, PUTIN, RUSSIA, TRUMP, UKRAINE, event, on, telling
from format_maker import hostile_events, material, several, tell
from hypothesis import HealthCheck, given, settings
from lxml import etree

from kawat.export import gexf, graphml
from kawat.export.facts import actor_id, facts_of
from kawat.export.graph import graph_of, xml_text
from kawat.records import Event, Status
from kawat.views.event import REAL

FORMATS = pytest.mark.parametrize("name", ["gexf", "graphml"])


def graph(folder: Path, name: str, *events: Event) -> nx.MultiDiGraph:
    out = folder / f"a.{name}"
    (gexf if name == "gexf" else graphml).write(material(events), out)
    etree.parse(out)
    read = nx.read_gexf(out) if name == "gexf" else nx.read_graphml(out, force_multigraph=True)
    return nx.MultiDiGraph(read)


@FORMATS
def test_counts_and_weights_are_those_of_the_events(tmp_path: Path, name: str) -> None:
    again = event(telling(11, mode="drone", actors=(PUTIN,), time=on(date(2025, 8, 20))), id="evt-again")
    events = (*several(), again)
    made = graph(tmp_path, name, *events)
    expected: Counter[tuple[str, str, str]] = Counter()
    for one in events:
        facts = facts_of(one)
        if facts.status in REAL:
            for pair in facts.pairs:
                if pair.actor and pair.recipient:
                    ends = (actor_id(pair.actor, one), actor_id(pair.recipient, one))
                    source, target = sorted(ends) if pair.symmetric else ends
                    expected[source, target, one.type] += 1
    found = {(a, b, data["type"]): data["weight"] for a, b, data in made.edges(data=True)}
    assert found == dict(expected)
    assert found == {("person:putin", "country:UKR", "ASSAULT"): 2, ("person:putin", "person:trump", "CONSULT"): 2}
    assert set(made) == {"person:putin", "country:UKR", "person:trump"}


@FORMATS
def test_nodes_and_edges_say_what_they_stand_for(tmp_path: Path, name: str) -> None:
    again = event(tell(11, mode="drone", actors=(PUTIN,), time=on(date(2025, 8, 20))), id="evt-again")
    made = graph(tmp_path, name, several()[0], again)
    node = dict(made.nodes["person:putin"])
    assert node == {"label": "Vladimir Putin", "country": "RUS", "kind": "person", "sector": "GOV", "events": 2}
    ((_, _, edge),) = made.edges(data=True)
    told = {
        key: edge[key] for key in ("type", "quad", "symmetric", "weight", "n_events", "n_sources", "mean_score")
    }
    assert told == {
        "type": "ASSAULT", "quad": 4, "symmetric": False, "weight": 2, "n_events": 2, "n_sources": 3,
        "mean_score": -9.5,
    }  # fmt: skip
    assert (edge["first"], edge["last"]) == ("2025-08-11", "2025-08-20")
    assert edge["events"] == f"{several()[0].id} evt-again"


@FORMATS
def test_nothing_is_in_it_that_has_not_happened(tmp_path: Path, name: str) -> None:
    for status in (Status.PLANNED, Status.POSSIBLE, Status.DENIED):
        assert len(graph(tmp_path, name, event(telling(1, status=status)))) == 0


@FORMATS
def test_sides_that_act_alike_are_one_edge_whoever_is_named_first(tmp_path: Path, name: str) -> None:
    made = graph(tmp_path, name, *several()[1:3])
    ((source, target, edge),) = made.edges(data=True)
    assert (source, target, edge["symmetric"], edge["weight"]) == ("person:putin", "person:trump", True, 2)


@FORMATS
def test_an_edge_counts_those_who_tell_of_its_two_and_is_symmetric_where_both_fight(
    tmp_path: Path, name: str
) -> None:
    both = {"actors": (UKRAINE, RUSSIA), "recipients": (), "symmetric": True}
    told = event(telling(1, **both), telling(2, **both), telling(3, actors=(TRUMP,), recipients=(PUTIN,)))
    later = event(telling(4, **both), telling(1, tag="b", **both), id="evt-later")
    edges = graph(tmp_path, name, told, later).edges(data=True)
    assert {(a, b, data["symmetric"], data["n_sources"], data["weight"]) for a, b, data in edges} == {
        ("country:RUS", "country:UKR", True, 3, 2),
        ("person:trump", "person:putin", False, 1, 1),
    }


@FORMATS
def test_copies_and_articles_of_one_outlet_are_one_source_of_an_edge(tmp_path: Path, name: str) -> None:
    told = event(telling(1), telling(2, copy_of="a"), telling(3, copy_of="a"), telling(4, outlet="Outlet 1"))
    ((_, _, edge),) = graph(tmp_path, name, told).edges(data=True)
    assert edge["n_sources"] == 2


@FORMATS
def test_somebody_only_described_is_another_one_in_every_event(tmp_path: Path, name: str) -> None:
    events = [event(telling(n, actors=(OFFICIALS,)), id=f"evt-{n}") for n in (1, 2)]
    made = graph(tmp_path, name, *events)
    assert sorted(made) == ["country:UKR", "evt-1:officials", "evt-2:officials"]
    assert {data["label"] for key, data in made.nodes(data=True) if key.startswith("evt")} == {"officials"}


def test_edges_are_dynamic_in_gexf(tmp_path: Path) -> None:
    gexf.write(material(several()[:1]), tmp_path / "a.gexf")
    root = etree.parse(tmp_path / "a.gexf").getroot()
    ns = {"g": "http://gexf.net/1.3"}
    assert root.get("version") == "1.3"
    assert dict(root.find("g:graph", ns).attrib) == {
        "mode": "dynamic", "defaultedgetype": "directed", "timeformat": "date",
    }  # fmt: skip
    edge = root.find(".//g:edge", ns)
    assert (edge.get("start"), edge.get("end")) == ("2025-08-11", "2025-08-11")


def test_ids_and_bytes_do_not_depend_on_the_order_of_the_events(tmp_path: Path) -> None:
    events = several()
    forth, back = graph_of(events), graph_of(reversed(events))
    assert [edge.id for edge in forth.edges] == [edge.id for edge in back.edges]
    assert [node.key for node in forth.nodes] == [node.key for node in back.nodes]
    for name, write in (("gexf", gexf.write), ("graphml", graphml.write)):
        for copy in ("a", "b"):
            write(material(events), tmp_path / f"{copy}.{name}")
        assert (tmp_path / f"a.{name}").read_bytes() == (tmp_path / f"b.{name}").read_bytes()


@FORMATS
def test_an_empty_store_gives_an_empty_graph(tmp_path: Path, name: str) -> None:
    assert len(graph(tmp_path, name)) == 0


@FORMATS
@given(told=hostile_events())
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
def test_hostile_text_stays_text(tmp_path_factory: pytest.TempPathFactory, name: str, told: Event) -> None:
    made = graph(tmp_path_factory.mktemp("graph"), name, told)
    wanted = graph_of([told])
    assert set(made) == {xml_text(node.key) for node in wanted.nodes}
    assert made.number_of_edges() == len(wanted.edges)
    for node in wanted.nodes:
        assert made.nodes[xml_text(node.key)]["label"] == xml_text(node.actor.name)


def test_markup_in_a_name_comes_back_as_it_was(tmp_path: Path) -> None:
    odd = replace(KIM, name='<b>"Kim" & sons</b> ]]>', id=None)
    made = graph(tmp_path, "graphml", event(telling(1, actors=(odd,), recipients=(RUSSIA, UKRAINE, TRUMP))))
    assert '<b>"Kim" & sons</b> ]]>' in {data["label"] for _, data in made.nodes(data=True)}
