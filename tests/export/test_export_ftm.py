"""Entities of FollowTheMoney, checked by its own model."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from event_maker import KIM, KREMLIN, OFFICIALS, PUTIN, RUSSIA, TRUMP, event, on, state, telling
from format_maker import hostile_events, material, several, tell, with_url
from hypothesis import HealthCheck, given, settings

from kawat.export import ftm
from kawat.records import Event

WHY = "followthemoney is not installed (pip install --group ftm)"
model = pytest.importorskip("followthemoney", reason=WHY).model
registry = pytest.importorskip("followthemoney.types", reason=WHY).registry

Json = dict[str, Any]


def entities(folder: Path, *events: Event, lang: str = "en") -> list[Json]:
    out = folder / "a.ftm.json"
    ftm.write(material(events, lang=lang), out)
    found = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    check(found)
    return found


def check(found: list[Json]) -> None:
    """Every entity is one of the model, with values that it takes; every reference leads to an entity here."""
    ids = [one["id"] for one in found]
    assert len(set(ids)) == len(ids)
    for one in found:
        schema = model.get(one["schema"])
        assert schema is not None and not schema.abstract
        for name in schema.required:
            assert one["properties"].get(name), (one["schema"], name)
        for name, values in one["properties"].items():
            prop = schema.get(name)
            assert prop is not None and not prop.stub, name
            for value in values:
                if prop.type is registry.entity:
                    assert value in ids
                elif prop.type not in (registry.name, registry.string, registry.text, registry.address):
                    assert prop.type.validate(value), (name, value)
        assert model.get_proxy(one).id == one["id"]


def check_cleaning(found: list[Json]) -> None:
    """FollowTheMoney's own cleaning of values leaves these as they are."""
    for one in found:
        proxy = model.make_entity(one["schema"])
        for name, values in one["properties"].items():
            proxy.add(name, values, cleaned=False)
            assert sorted(proxy.get(name)) == sorted(values), (one["schema"], name)


def of(found: list[Json], schema: str) -> list[Json]:
    return [one for one in found if one["schema"] == schema]


def test_an_event_with_its_articles_actors_and_link(tmp_path: Path) -> None:
    found = entities(tmp_path, several()[0])
    assert [one["schema"] for one in found] == [
        "Article",
        "Article",
        "Person",
        "PublicBody",
        "Event",
        "UnknownLink",
    ]
    articles, (event_,), (link,) = of(found, "Article"), of(found, "Event"), of(found, "UnknownLink")
    person, body = of(found, "Person")[0], of(found, "PublicBody")[0]
    assert person["properties"] == {"name": ["Vladimir Putin"], "country": ["ru"], "sector": ["GOV"]}
    proof = {
        "recordId": [several()[0].id],
        "publisher": ["Outlet 1", "Outlet 2"],
        "sourceUrl": ["https://outlet-1.example/a?b=1"],
        "proof": [one["id"] for one in articles],
    }
    assert event_["id"] == several()[0].id
    told = event_["properties"]
    assert told.pop("name")[0].startswith("Vladimir Putin attacked Ukraine")
    assert told == {
        "date": ["2025-08-11"], "location": ["Kyiv"], "country": ["ua"], "involved": [person["id"], body["id"]],
        "keywords": ["ASSAULT", "aerial", "occurred", "military"], **proof,
    }  # fmt: skip
    assert link["properties"] == {
        "subject": [person["id"]], "object": [body["id"]], "role": ["ASSAULT"], "status": ["occurred"],
        "date": ["2025-08-11"], **proof,
    }  # fmt: skip
    assert articles[0]["properties"] == {
        "title": ["Text number 1"], "publisher": ["Outlet 1"], "publishedAt": ["2025-08-12T01:30:00"],
        "language": ["eng"], "sourceUrl": ["https://outlet-1.example/a?b=1"],
        "bodyText": ["Text number 1 tells of it."],
    }  # fmt: skip


def test_links_only_where_something_happened_between_two(tmp_path: Path) -> None:
    found = entities(tmp_path, *several())
    check_cleaning(found)
    assert [one["id"] for one in of(found, "Event")] == [one.id for one in several()]
    linked = [one["properties"]["recordId"][0] for one in of(found, "UnknownLink")]
    assert linked == [several()[n].id for n in (0, 1, 2)]
    assert {one["properties"]["status"][0] for one in of(found, "UnknownLink")} == {"occurred"}


def test_a_link_is_of_those_whom_a_report_sets_against_one_another_and_of_its_articles(tmp_path: Path) -> None:
    told = event(tell(1), tell(2, recipients=(KIM,)), tell(3, actors=(TRUMP,), recipients=()), id="evt-b1")
    found = entities(tmp_path, told)
    named = {one["id"]: one["properties"]["name"][0] for one in found if "name" in one["properties"]}
    links = {
        (named[link["subject"][0]], named[link["object"][0]]): link["proof"]
        for link in (one["properties"] for one in of(found, "UnknownLink"))
    }
    articles = [one.article.id for one in told.tellings]
    assert links == {("Russia", "Ukraine"): articles[:1], ("Russia", "Kim Jong Un"): articles[1:2]}


def test_who_is_known_is_one_entity_and_who_is_only_described_one_for_each_event(tmp_path: Path) -> None:
    events = [
        event(tell(n, actors=(who,)), id=f"evt-{n}") for n, who in enumerate((KIM, KIM, OFFICIALS, OFFICIALS))
    ]
    found = entities(tmp_path, *events)
    assert [one["properties"]["name"] for one in of(found, "Person")] == [["Kim Jong Un"]]
    names = [one["properties"]["name"] for one in of(found, "Organization")]
    assert names == [["officials"], ["officials"]]
    assert ftm.entity_id(KIM, events[0]) == ftm.entity_id(KIM, events[1])


@pytest.mark.parametrize(
    ("actor", "schema"),
    [(PUTIN, "Person"), (RUSSIA, "PublicBody"), (KREMLIN, "PublicBody"), (OFFICIALS, "Organization"),
     (replace(KREMLIN, sector="MED"), "Organization"), (replace(OFFICIALS, kind="unknown"), "LegalEntity")],
)  # fmt: skip
def test_schemas_of_actors(actor: Any, schema: str) -> None:
    from kawat.records import ActorKind

    assert ftm.schema_of(replace(actor, kind=ActorKind(actor.kind))) == schema


def test_days_are_as_exact_as_they_are_told(tmp_path: Path) -> None:
    from datetime import date

    from event_maker import AUGUST

    times = {
        "2025-08": AUGUST,
        "2025-08-11": on(date(2025, 8, 11)),
        None: replace(AUGUST, end=date(2026, 2, 1)),
    }
    events = [event(tell(n, time=time), id=f"evt-{n}") for n, time in enumerate(times.values())]
    span = event(tell(9, time=on(date(2025, 8, 11), date(2025, 8, 13))), id="evt-9")
    told = of(entities(tmp_path, *events, span), "Event")
    assert [one["properties"].get("date", [None])[0] for one in told] == [*times, None]
    assert (told[3]["properties"]["startDate"], told[3]["properties"]["endDate"]) == (
        ["2025-08-11"],
        ["2025-08-13"],
    )


def test_places_and_countries_that_are_easily_lost(tmp_path: Path) -> None:
    sides = (state("XKX", "Kosovo"), state("PSE", "Palestine"), state("TWN", "Taiwan"), state("NAM", "Namibia"))
    found = entities(tmp_path, event(tell(1, actors=sides)))
    codes = {one["properties"]["name"][0]: one["properties"]["country"] for one in of(found, "PublicBody")}
    assert codes == {"Kosovo": ["xk"], "Palestine": ["ps"], "Taiwan": ["tw"], "Namibia": ["na"], "Ukraine": ["ua"]}


def test_an_address_that_is_none_is_not_given_as_one(tmp_path: Path) -> None:
    for url in ("javascript:alert(1)", "https://", "e.example/a", "https://e.example/a b"):
        found = entities(tmp_path, event(with_url(telling(1), url)))
        assert all("sourceUrl" not in one["properties"] for one in found)


@given(told=hostile_events())
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
def test_hostile_text_makes_no_broken_entity(tmp_path_factory: pytest.TempPathFactory, told: Event) -> None:
    found = entities(tmp_path_factory.mktemp("ftm"), told)
    bodies = [one["properties"]["bodyText"][0] for one in of(found, "Article")]
    assert set(bodies) == {t.article.text for t in told.tellings}
    names = {
        one["properties"]["name"][0] for one in found if one["schema"] not in ("Article", "Event", "UnknownLink")
    }
    assert names <= {a.name for t in told.tellings for a in (*t.report.actors, *t.report.recipients)}
