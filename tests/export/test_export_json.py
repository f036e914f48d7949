"""PLOVER records, GeoJSON and Web Annotations: what they say, and that nothing in a text changes it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from event_maker import PUTIN, RUSSIA, UKRAINE, dead, event, on, place, state, telling
from format_maker import claim_in, claims_of, hostile_events, material, several, tell, with_url
from hypothesis import HealthCheck, given, settings
from record_maker import records, sample

from kawat.export import geojson, plover, webanno
from kawat.export.facts import facts_of
from kawat.export.folding import coded
from kawat.export.material import Material
from kawat.ontology import load_ontology
from kawat.records import Event, Record, Telling

Json = dict[str, Any]
SLOW = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


def lines(folder: Path, *events: Event) -> list[Json]:
    out = folder / "plover.jsonl"
    plover.write(material(events), out)
    text = out.read_text(encoding="utf-8")
    assert text.splitlines() == text.split("\n")[:-1]  # nothing in it breaks a line
    return [json.loads(line) for line in text.splitlines()]


# --- PLOVER ---------------------------------------------------------------------------------------------

FIELDS = {
    "id", "has_event", "date", "time", "enddate", "endtime", "actor", "recipient", "event", "event_loc",
    "event_text", "quad_code", "event_scale", "mode", "context", "link", "text", "text_info", "cite_info", "coder",
    "coded_date", "coded_time", "comment", "size",
}  # fmt: skip


def test_a_record_has_the_fields_of_the_manual_and_ours_apart(tmp_path: Path) -> None:
    told = lines(tmp_path, *several())
    assert [one["id"] for one in told] == [one.id for one in several()]
    for one in told:
        assert set(one) - {"kawat"} <= FIELDS
        assert {"id", "date", "actor", "event"} <= set(one)
    first = told[0]
    assert (first["date"], first["enddate"], first["event"], first["mode"]) == (
        "2025-08-11",
        None,
        ["ASSAULT"],
        ["aerial"],
    )
    assert (first["quad_code"], first["event_scale"], first["context"]) == (4, -9.5, ["military"])
    assert first["actor"][0] == {
        "code": "RUS", "sector": "GOV", "entity_text": "Text", "identifier_text": "Vladimir Putin",
        "kawat_id": "person:putin",
    }  # fmt: skip
    assert first["event_loc"] == [
        {
            "extracted_place": "Text", "resolved_place": "Kyiv", "lat": 50.45, "lon": 30.52, "province": None,
            "country": "Ukraine", "country_code": "UKR", "resolution": 4,
        }
    ]  # fmt: skip
    assert (first["size"], first["link"]) == ({"dead": 12}, ["https://outlet-1.example/a?b=1"])
    assert [one["citation"] for one in first["kawat"]["reports"]] == [t.article.id for t in several()[0].tellings]


def test_what_has_not_happened_says_so(tmp_path: Path) -> None:
    _, _, _, summit, threat, feared, denied, march, _ = lines(tmp_path, *several())
    assert (summit["event"], summit["mode"], summit["date"]) == (["AGREE"], ["future"], None)
    assert (summit["kawat"]["type"], summit["kawat"]["mode"], summit["kawat"]["day"]) == (
        "CONSULT",
        "visit",
        "2025-09-01",
    )
    assert (threat["event"], threat["event_scale"]) == (["THREATEN"], -3.5)
    for one, mode in ((feared, "hypothetical"), (denied, "negation")):
        assert (one["has_event"], one["event"], one["quad_code"], one["event_scale"]) == (False, [], None, None)
        assert one["mode"] == [mode]
    assert (march["mode"], march["has_event"], march["date"]) == (["historical"], True, None)


def test_types_and_modes_are_those_of_the_ontology(tmp_path: Path) -> None:
    known = {kind.name: {mode.name for mode in kind.modes} for kind in load_ontology().types}
    for one in lines(tmp_path, *several()):
        for kind in one["event"]:
            assert set(one["mode"]) <= known[kind] | {"future", "hypothetical", "negation", "historical"}


def test_kosovo_is_written_as_plover_writes_it(tmp_path: Path) -> None:
    told = tell(
        1,
        actors=(state("XKX", "Kosovo"),),
        recipients=(UKRAINE,),
        place=place("Kosovo", "XKX", precision="country"),
    )
    (one,) = lines(tmp_path, event(told))
    assert (one["actor"][0]["code"], one["event_loc"][0]["country_code"]) == ("KOS", "KOS")
    assert (one["event_loc"][0]["country"], one["event_loc"][0]["lat"]) == ("Kosovo", None)


def test_figures_on_which_sources_differ_are_not_given(tmp_path: Path) -> None:
    contested = event(telling(1, quantities=(dead(12),)), telling(2, quantities=(dead(40),)))
    bound = event(telling(3, quantities=(dead(min=12.0),)))
    assert [one["size"] for one in lines(tmp_path, contested, bound)] == [{}, {}]


@given(told=hostile_events())
@SLOW
def test_plover_keeps_every_text_as_it_is(tmp_path_factory: pytest.TempPathFactory, told: Event) -> None:
    (one,) = lines(tmp_path_factory.mktemp("plover"), told)
    facts = facts_of(told)
    assert [actor["identifier_text"] for actor in one["actor"]] == [actor.name for actor in facts.who]
    assert one["text"] == facts.best.report.sentence.of(facts.best.article.text)
    start, end = one["text_info"]["start"], one["text_info"]["end"]
    assert facts.best.article.text[start:end] == one["text"]
    assert one["cite_info"]["publication"] == facts.best.article.outlet
    assert one["has_event"] is (coded(facts) is not None)


# --- GeoJSON --------------------------------------------------------------------------------------------

GEOJSON = {
    "type": "object",
    "required": ["type", "features"],
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "geometry", "properties"],
                "not": {"anyOf": [{"required": ["coordinates"]}, {"required": ["features"]}]},
                "properties": {
                    "type": {"const": "Feature"},
                    "id": {"type": ["string", "number"]},
                    "properties": {"type": ["object", "null"]},
                    "geometry": {
                        "oneOf": [
                            {"type": "null"},
                            {
                                "type": "object",
                                "required": ["type", "coordinates"],
                                "additionalProperties": False,
                                "properties": {
                                    "type": {"const": "Point"},
                                    "coordinates": {
                                        "type": "array",
                                        "prefixItems": [
                                            {"type": "number", "minimum": -180, "maximum": 180},
                                            {"type": "number", "minimum": -90, "maximum": 90},
                                        ],
                                        "items": False,
                                        "minItems": 2,
                                    },
                                },
                            },
                        ]
                    },
                },
            },
        },
    },
}
"""What RFC 7946 asks of a collection of points."""


def features(folder: Path, *events: Event, lang: str = "en") -> list[Json]:
    out = folder / "a.geojson"
    geojson.write(material(events, lang=lang), out)
    whole = json.loads(out.read_text(encoding="utf-8"))
    jsonschema.validate(whole, GEOJSON, jsonschema.Draft202012Validator)
    return list(whole["features"])


def test_a_feature_for_each_event_longitude_first(tmp_path: Path) -> None:
    told = features(tmp_path, *several())
    assert [one["id"] for one in told] == [one.id for one in several()]
    assert told[0]["geometry"] == {"type": "Point", "coordinates": [30.52, 50.45]}
    values = told[0]["properties"]
    assert (values["type"], values["mode"], values["status"], values["quad"]) == (
        "ASSAULT",
        "aerial",
        "occurred",
        4,
    )
    assert (values["day"], values["day_precision"], values["place_precision"]) == ("2025-08-11", "day", "point")
    assert values["urls"] == ["https://outlet-1.example/a?b=1"]
    assert (values["outlets"], values["independent"]) == (["Outlet 1", "Outlet 2"], 2)


def test_a_country_and_a_sea_have_no_geometry_but_a_name(tmp_path: Path) -> None:
    told = features(tmp_path, *several())
    found = {one["properties"]["place"]: one["geometry"] for one in told[3:5]}
    assert found == {"Russia": None, "Black Sea": None}
    assert [one["properties"]["place_country"] for one in told[3:5]] == ["RUS", None]


def test_a_place_off_the_earth_has_none_either(tmp_path: Path) -> None:
    odd = tell(1, place=place("Nowhere", latitude=91.0, longitude=30.0, precision="point"))
    assert features(tmp_path, event(odd))[0]["geometry"] is None


def test_no_event_is_still_a_collection(tmp_path: Path) -> None:
    assert features(tmp_path) == []


def test_the_sentence_is_in_the_language_asked_for(tmp_path: Path) -> None:
    (english,) = features(tmp_path, several()[0])
    (indonesian,) = features(tmp_path, several()[0], lang="id")
    assert english["properties"]["sentence"] != indonesian["properties"]["sentence"]
    assert "menyerang" in indonesian["properties"]["sentence"]


@given(told=hostile_events())
@SLOW
def test_geojson_keeps_every_text_as_it_is(tmp_path_factory: pytest.TempPathFactory, told: Event) -> None:
    (one,) = features(tmp_path_factory.mktemp("geojson"), told)
    facts = facts_of(told)
    assert one["properties"]["who"] == [actor.name for actor in facts.who]
    assert one["properties"]["place"] == (facts.place.name if facts.place else None)


# --- Web Annotation -------------------------------------------------------------------------------------

ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "motivation", "body", "target"],
    "properties": {
        "id": {"type": "string", "pattern": "^urn:x-kawat:[^ ]+$"},
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["classifying", "identifying", "describing"]},
        "body": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "value", "format", "purpose"],
                "properties": {"type": {"const": "TextualBody"}, "value": {"type": "string"}},
            },
        },
        "target": {
            "type": "object",
            "required": ["type", "source", "selector"],
            "properties": {
                "type": {"const": "SpecificResource"},
                "source": {
                    "type": "object",
                    "required": ["id", "type", "format", "language"],
                    "properties": {"type": {"const": "Text"}, "format": {"const": "text/plain"}},
                },
                "selector": {
                    "type": "array",
                    "prefixItems": [
                        {
                            "required": ["start", "end"],
                            "properties": {
                                "type": {"const": "TextPositionSelector"},
                                "start": {"type": "integer", "minimum": 0},
                                "end": {"type": "integer", "minimum": 0},
                            },
                        },
                        {
                            "required": ["exact", "prefix", "suffix"],
                            "properties": {"type": {"const": "TextQuoteSelector"}, "exact": {"type": "string"}},
                        },
                    ],
                    "minItems": 2,
                    "items": False,
                },
            },
        },
    },
}
COLLECTION = {
    "type": "object",
    "required": ["@context", "id", "type", "first"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "type": {"const": "AnnotationCollection"},
        "first": {
            "type": "object",
            "required": ["id", "type", "items"],
            "properties": {"type": {"const": "AnnotationPage"}, "items": {"type": "array", "items": ANNOTATION}},
        },
    },
}
"""What the Web Annotation model asks of a collection of such annotations."""


def annotations(folder: Path, made_of: Material) -> list[Json]:
    out = folder / "a.jsonld"
    webanno.write(made_of, out)
    whole = json.loads(out.read_text(encoding="utf-8"))
    jsonschema.validate(whole, COLLECTION, jsonschema.Draft202012Validator)
    found = list(whole["first"]["items"])
    assert len({one["id"] for one in found}) == len(found)
    return found


def hold(found: list[Json], texts: dict[str, str]) -> None:
    """Both selectors of every annotation find the same words in the text."""
    for one in found:
        text = texts[one["target"]["source"]["id"].rpartition(":")[2]]
        position, quote = one["target"]["selector"]
        start, end = position["start"], position["end"]
        assert start < end and text[start:end] == quote["exact"]
        assert text[:start].endswith(quote["prefix"]) and text[end:].startswith(quote["suffix"])
        whole = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert whole in text


def test_an_annotation_for_each_value_of_a_report_and_a_claim(tmp_path: Path) -> None:
    record = sample()
    told = [Telling(record.article, report) for report in record.reports]
    made = material([event(*told[:1], id="evt-1"), event(*told[1:], id="evt-2")], claims_of(record))
    found = annotations(tmp_path, made)
    hold(found, {record.article.id: record.article.text})
    first, second = record.reports
    claim = record.claims[0].id
    assert [one["id"].removeprefix("urn:x-kawat:") for one in found] == [
        *(f"{first.id}:{part}" for part in ("what", "who:0", "whom:0", "when", "where", "voice:0", "cue:0")),
        *(f"{second.id}:{part}" for part in ("what", "who:0", "figures:0")),
        *(f"{claim}:{part}" for part in ("content", "speaker:0", "cue")),
    ]
    words = {one["id"].partition(first.id)[2]: one["target"]["selector"][1]["exact"] for one in found[:7]}
    assert words == {
        ":what": "met", ":who:0": "Sari", ":whom:0": "Lindgren", ":when": "Tuesday", ":where": "Bandung",
        ":voice:0": "ministry", ":cue:0": "said",
    }  # fmt: skip
    values = json.loads(found[0]["body"][1]["value"])
    assert (values["type"], values["mode"], values["event"], values["report"]) == (
        "CONSULT",
        "visit",
        "evt-1",
        first.id,
    )
    assert json.loads(found[1]["body"][1]["value"])["id"] == "sari"
    assert json.loads(found[9]["body"][1]["value"])["value"] == 12.0
    assert found[0]["target"]["source"]["via"] == "https://warta-bahari.example/1"
    assert json.loads(found[10]["body"][1]["value"])["quoted"] is False


def test_positions_are_code_points(tmp_path: Path) -> None:
    told = tell(1)
    text = "\U0001f600\U0001f600 " + told.article.text
    article = replace(told.article, text=text)
    report = replace(told.report, trigger=replace(told.report.trigger, start=3, end=7))
    claim = claim_in(replace(told, article=article), 3, 7)
    found = annotations(tmp_path, material([event(replace(told, article=article, report=report))], [claim]))
    hold(found, {article.id: text})
    assert found[0]["target"]["selector"][1]["exact"] == "Text"


def test_an_address_that_is_none_is_not_given_as_the_source(tmp_path: Path) -> None:
    found = annotations(tmp_path, material([event(with_url(tell(1), "javascript:alert(1)"))]))
    assert "via" not in found[0]["target"]["source"]


def test_a_time_without_days_says_so(tmp_path: Path) -> None:
    told = on(None) or replace(tell(1).report.time, start=None, end=None, said=RUSSIA.mention)  # type: ignore[type-var]
    found = annotations(tmp_path, material([event(tell(1, time=told, actors=(PUTIN,)))]))
    when = next(one for one in found if one["id"].endswith(":when"))
    assert when["body"][0]["value"] == "unknown"


@given(record=records())
@SLOW
def test_the_selectors_find_their_words_in_any_record(
    tmp_path_factory: pytest.TempPathFactory, record: Record
) -> None:
    told = [Event(f"evt-{n}", one.type, (Telling(record.article, one),)) for n, one in enumerate(record.reports)]
    found = annotations(tmp_path_factory.mktemp("anno"), material(told, claims_of(record)))
    hold(found, {record.article.id: record.article.text})
    assert sum(one["id"].endswith(":what") for one in found) == len(record.reports)
    assert sum(one["id"].endswith(":content") for one in found) == len(record.claims)


@given(told=hostile_events())
@SLOW
def test_annotations_keep_every_text_as_it_is(tmp_path_factory: pytest.TempPathFactory, told: Event) -> None:
    found = annotations(tmp_path_factory.mktemp("anno"), material([told]))
    hold(found, {t.article.id: t.article.text for t in told.tellings})
    names = [one["body"][0]["value"] for one in found if ":who:" in one["id"]]
    assert names == [actor.name for t in told.tellings for actor in t.report.actors]
