"""Plans as a news agenda in IPTC ninjs."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from event_maker import AUGUST, event, on, telling
from format_maker import hostile_events, material, several, tell, with_url
from hypothesis import HealthCheck, given, settings

from kawat.export import ninjs
from kawat.records import Event, Status

Json = dict[str, Any]
DAY = r"^[0-9]{4}(-(1[0-2]|0[1-9])(-(3[01]|0[1-9]|[12][0-9]))?)?$"


def one_of(**properties: Any) -> Json:
    return {"type": "object", "additionalProperties": False, "properties": properties}


def list_of(**properties: Any) -> Json:
    return {"type": "array", "items": one_of(**properties)}


TEXT: Json = {"type": "string"}
URI: Json = {"type": "string", "pattern": "^[a-z][a-z0-9+.-]*:[!-~]+$"}
NINJS = one_of(
    uri=URI,
    type={"const": "event"},
    pubStatus={"enum": ["usable", "withheld", "canceled"]},
    version=TEXT,
    firstCreated=TEXT,
    versionCreated=TEXT,
    language=TEXT,
    title=TEXT,
    descriptions=list_of(role=TEXT, contentType=TEXT, value=TEXT),
    people=list_of(name=TEXT, rel=TEXT, uri=URI, literal=TEXT),
    organisations=list_of(name=TEXT, rel=TEXT, uri=URI, literal=TEXT),
    places=list_of(name=TEXT, rel=TEXT, uri=URI, literal=TEXT, geoJSON={"type": "object"}),
    subjects=list_of(name=TEXT, rel=TEXT, uri=URI, literal=TEXT, creator=TEXT),
    events=list_of(id=TEXT, name=TEXT, rel=TEXT, uri=URI, literal=TEXT),
    eventDetails=one_of(
        dates=one_of(
            expectedStartDate={"type": "string", "pattern": DAY}, expectedEndDate={"type": "string", "pattern": DAY}
        )
    ),
    infoSources=list_of(name=TEXT, role=TEXT, uri=URI, literal=TEXT),
    standard=one_of(name=TEXT, version=TEXT, schema=URI),
) | {"required": ["uri"]}
"""What ninjs 3.1 takes of what is written here."""


def news(folder: Path, *events: Event, lang: str = "en") -> list[Json]:
    out = folder / "a.jsonl"
    ninjs.write(material(events, lang=lang), out)
    found = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    for one in found:
        jsonschema.validate(one, NINJS, jsonschema.Draft202012Validator)
    return found


def planned(n: int, **more: Any) -> Event:
    return event(tell(n, status=Status.PLANNED, **more), id=f"evt-{n}")


def test_only_plans_are_in_it_with_their_sides_place_and_sources(tmp_path: Path) -> None:
    told = news(tmp_path, *several())
    assert [one["uri"] for one in told] == [f"urn:x-kawat:{several()[n].id}" for n in (3, 4)]
    summit, threat = told
    assert summit["people"] == [
        {"name": "Donald Trump", "literal": "person:trump"}, {"name": "Vladimir Putin", "literal": "person:putin"},
    ]  # fmt: skip
    assert [one["name"] for one in threat["organisations"]] == ["Russia", "Ukraine"]
    assert summit["places"] == [{"name": "Russia", "literal": "RUS"}]
    assert summit["eventDetails"]["dates"] == {"expectedStartDate": "2025-09-01", "expectedEndDate": "2025-09-01"}
    assert [one["uri"] for one in summit["infoSources"]] == ["https://outlet-5.example/a?b=5"]
    assert (summit["title"], summit["subjects"][0]["name"]) == (
        "Consult: visit: Donald Trump (USA) → Vladimir Putin (RUS)", "CONSULT",
    )  # fmt: skip


def test_days_are_as_exact_as_they_are_told(tmp_path: Path) -> None:
    events = [
        planned(1, time=AUGUST),
        planned(2, time=None),
        planned(3, time=on(date(2025, 9, 1), date(2025, 9, 3))),
    ]
    told = {one["uri"][-1]: one["eventDetails"].get("dates") for one in news(tmp_path, *events)}
    assert told == {
        "1": {"expectedStartDate": "2025-08", "expectedEndDate": "2025-08"},
        "2": None,
        "3": {"expectedStartDate": "2025-09-01", "expectedEndDate": "2025-09-03"},
    }


def test_what_is_off_is_cancelled_and_what_moved_is_a_new_version(tmp_path: Path) -> None:
    off = event(
        telling(1, status=Status.PLANNED),
        telling(2, status=Status.DENIED, published=date(2025, 8, 14)),
        id="evt-1",
    )
    moved = event(
        telling(3, status=Status.PLANNED, time=on(date(2025, 9, 1))),
        telling(4, status=Status.PLANNED, time=on(date(2025, 9, 9)), published=date(2025, 8, 14)),
        id="evt-2",
    )
    told = [(one["uri"][-1], one["pubStatus"], one["version"]) for one in news(tmp_path, off, moved)]
    assert told == [("1", "canceled", "1"), ("2", "usable", "2")]


def test_an_address_that_is_none_is_not_given_as_one(tmp_path: Path) -> None:
    bad = with_url(tell(1, status=Status.PLANNED), "javascript:alert(1)")
    (one,) = news(tmp_path, event(bad))
    assert one["infoSources"][0]["uri"] == f"urn:x-kawat:{bad.article.id}"


@given(told=hostile_events())
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
def test_hostile_text_stays_text(tmp_path_factory: pytest.TempPathFactory, told: Event) -> None:
    plans = tuple(replace(t, report=replace(t.report, status=Status.PLANNED)) for t in told.tellings)
    (one,) = news(tmp_path_factory.mktemp("ninjs"), Event(told.id, told.type, plans))
    assert one["uri"] == f"urn:x-kawat:{told.id}"
    names = {side["name"] for side in (*one["people"], *one["organisations"])}
    assert names <= {a.name for t in told.tellings for a in (*t.report.actors, *t.report.recipients)}
