"""What actors, the network and the map are counted from: invented events in short, counted by hand."""

from __future__ import annotations

from typing import Any

from kawat.ontology import score
from kawat.serve.gathering import pairs, sides
from kawat.serve.routes.actors import Card, count_actors
from kawat.serve.routes.map import IDS, map_of
from kawat.serve.routes.network import network_of


def who(name: str, country: str | None = None, id: str | None = None) -> dict[str, Any]:
    return {"id": id, "name": name, "name_id": None, "country": country, "kind": "state", "sector": None}


IDN, SWE, NOR = (who(code, code, f"country:{code}") for code in ("IDN", "SWE", "NOR"))
SARI = who("Sari", "IDN")


def event(number: int, kind: str, acting: list[Any], receiving: list[Any], **more: Any) -> dict[str, Any]:
    day = f"2025-08-{number:02}"
    told = {
        "id": f"evt-{number}",
        "type": kind,
        "mode": None,
        "status": "occurred",
        "day": day,
        "last_day": day,
        "symmetric": False,
        "who": acting,
        "whom": receiving,
        "place": None,
        "corroboration": {"outlets": ["A"]},
    }
    return {**told, **more}


def names(found: Any) -> list[tuple[str, str]]:
    return [(one["name"], other["name"]) for one, other in found]


def test_those_who_act_deal_with_those_acted_upon() -> None:
    assert names(pairs(event(1, "ACCUSE", [IDN, SARI], [SWE]))) == [("IDN", "SWE"), ("Sari", "SWE")]
    assert names(pairs(event(1, "ACCUSE", [IDN], []))) == []
    assert names(pairs(event(1, "ACCUSE", [IDN], [IDN]))) == []


def test_where_all_act_alike_countries_deal_with_one_another() -> None:
    meeting = event(1, "CONSULT", [IDN, SARI, SWE, NOR], [], symmetric=True)
    assert sorted(map(sorted, names(pairs(meeting)))) == [
        ["IDN", "NOR"], ["IDN", "SWE"], ["NOR", "SWE"], ["NOR", "Sari"], ["SWE", "Sari"],
    ]  # fmt: skip
    assert names(pairs(event(1, "CONSULT", [IDN], [SWE], symmetric=True))) == [("IDN", "SWE")]
    assert {one["name"] for one in sides(meeting)} == {"IDN", "Sari", "SWE", "NOR"}


EVENTS = [
    event(3, "CONSULT", [IDN], [SWE], symmetric=True),
    event(5, "ASSAULT", [IDN], [SWE]),
    event(7, "CONSULT", [SARI], [NOR], status="planned"),
    event(9, "ACCUSE", [NOR], []),
]


def test_an_edge_has_the_scores_of_what_happened() -> None:
    told = network_of(EVENTS, by_country=True, limit=10)
    (edge,) = told["edges"]
    assert (edge["source"], edge["target"], edge["events"]) == ("IDN", "SWE", 2)
    assert edge["cooperation"] == score("CONSULT")
    assert edge["conflict"] == score("ASSAULT") < 0
    assert (edge["first"], edge["last"]) == ("2025-08-03", "2025-08-05")
    assert [(node["key"], node["name_id"], node["events"]) for node in told["nodes"]] == [
        ("IDN", "Indonesia", 2),
        ("SWE", "Swedia", 2),
    ]


def test_edges_end_at_nodes_that_are_shown() -> None:
    many = [event(n, "ACCUSE", [IDN], [who(f"n{n}")]) for n in range(1, 20)]
    told = network_of(many, by_country=False, limit=5)
    assert len(told["nodes"]) == 5
    keys = {node["key"] for node in told["nodes"]}
    assert told["nodes"][0]["key"] == "country:IDN"
    assert len(told["edges"]) == 4
    assert all({edge["source"], edge["target"]} <= keys for edge in told["edges"])


def test_actors_are_counted_once_an_event() -> None:
    rows = count_actors([*EVENTS, event(11, "AID", [IDN], [IDN])])
    assert [(row["key"], row["events"]) for row in rows] == [
        ("country:IDN", 3),
        ("country:NOR", 2),
        ("country:SWE", 2),
        ("Sari", 1),
    ]


def test_a_card_adds_up_what_is_told_of_one() -> None:
    card = Card("country:IDN")
    for one in EVENTS:
        card.add(one)
    told = card.told(4, None)
    assert (told["events"], told["voices"], told["known"]) == (2, 4, None)
    assert told["by_type"] == {"CONSULT": 1, "ASSAULT": 1}
    (partner,) = told["partners"]
    assert (partner["key"], partner["events"]) == ("country:SWE", 2)
    assert (partner["cooperation"], partner["conflict"]) == (score("CONSULT"), score("ASSAULT"))
    assert (told["first_day"], told["last_day"]) == ("2025-08-03", "2025-08-05")
    assert told["outlets"] == [{"outlet": "A", "events": 2}]


def place(name: str, precision: str | None, latitude: float | None = 1.0, country: str | None = "IDN") -> Any:
    spot = {"latitude": latitude, "longitude": latitude, "precision": precision}
    return {"place": {"name": name, "country": country, **spot}}


def test_only_what_is_exactly_placed_is_a_point() -> None:
    told = map_of(
        [
            event(1, "AID", [], [], **place("Bandung", "point")),
            event(2, "AID", [], [], **place("Bandung", "point")),
            event(3, "AID", [], [], **place("Jawa Barat", "admin", 2.0)),
            event(4, "AID", [], [], **place("Indonesia", "country", 3.0)),
            event(5, "AID", [], [], **place("Somewhere", "point", None)),
            event(6, "AID", [], [], **place("Black Sea", "region", 4.0, None)),
            event(7, "AID", [], []),
        ]
    )
    assert [(one["name"], one["events"], one["ids"]) for one in told["points"]] == [
        ("Bandung", 2, ["evt-1", "evt-2"]),
        ("Jawa Barat", 1, ["evt-3"]),
    ]
    assert told["countries"] == [{"country": "IDN", "events": 2, "ids": ["evt-4", "evt-5"]}]


def test_a_point_lists_its_latest_events_only() -> None:
    told = map_of(event(n, "AID", [], [], **place("Bandung", "point")) for n in range(1, 31))
    assert told["points"][0]["events"] == 30
    assert told["points"][0]["ids"] == [f"evt-{n}" for n in range(1, IDS + 1)]
