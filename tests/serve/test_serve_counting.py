"""What the map shows of invented places, counted by hand."""

from __future__ import annotations

import json

from kawat.serve.routes.map import IDS, map_of


def place(
    event: int, name: str, precision: str | None, at: float | None = 1.0, country: str | None = "IDN"
) -> tuple[str, list[str]]:
    told = {"name": name, "country": country, "latitude": at, "longitude": at, "precision": precision}
    return json.dumps(told), [f"evt-{event}"]


def test_only_what_is_exactly_placed_is_a_point() -> None:
    told = map_of(
        [
            place(1, "Bandung", "point"),
            place(2, "Bandung", "point"),
            place(3, "Jawa Barat", "admin", 2.0),
            place(4, "Indonesia", "country", 3.0),
            place(5, "Somewhere", "point", None),
            place(6, "Black Sea", "region", 4.0, None),
        ]
    )
    assert [(one["name"], one["events"], one["ids"]) for one in told["points"]] == [
        ("Bandung", 2, ["evt-1", "evt-2"]),
        ("Jawa Barat", 1, ["evt-3"]),
    ]
    assert told["countries"] == [{"country": "IDN", "events": 2, "ids": ["evt-4", "evt-5"]}]


def test_a_point_lists_its_latest_events_only() -> None:
    told = map_of(place(n, "Bandung", "point") for n in range(1, 31))
    assert told["points"][0]["events"] == 30
    assert told["points"][0]["ids"] == [f"evt-{n}" for n in range(1, IDS + 1)]


def test_a_place_with_many_events_lists_as_many() -> None:
    text, _ = place(0, "Bandung", "point")
    many = [f"evt-{n}" for n in range(1, 31)]
    told = map_of([place(0, "Bandung", "point"), (text, many), (text, many)])
    assert told["points"][0]["events"] == 61
    assert told["points"][0]["ids"] == ["evt-0", *many[: IDS - 1]]
