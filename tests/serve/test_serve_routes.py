"""Every route answers as its schema says, and tells what the commands tell."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import icalendar
import pytest
from record_maker import NOW, sample
from serve_maker import BEARER, TOKEN, client, every, get, meeting, problems, refused
from starlette.testclient import TestClient

from kawat.export.event_json import event_json
from kawat.export.plain import stored_article_json, stored_claim_json, telling_json
from kawat.intake import events, events_beside, keep
from kawat.intake.summaries import summarise
from kawat.records import Place, Status
from kawat.serve.openapi import BASE, openapi
from kawat.serve.routes.briefing import _weight
from kawat.serve.routes.table import OPERATIONS
from kawat.store import ReportFilter, open_store
from kawat.views.accounts import accounts_of
from kawat.views.calendar import calendar
from kawat.views.planned import plan_json
from kawat.views.summary import summary_of

ASKED: dict[str, list[dict[str, Any]]] = {
    "/events": [{}, {"country": "IDN"}, {"status": "planned"}, {"limit": 1}],
    "/reports": [{}, {"voice": "ministry"}, {"since": "2025-08-01"}],
    "/claims": [{}, {"voice": "ministry"}, {"country": "Indonesia"}],
    "/articles": [{}, {"language": "id"}, {"type": "accuse"}],
    "/changes": [{}, {"after": 5}],
    "/search": [{"q": "Sweden"}, {"q": "met Lindgren", "in": "articles"}, {"q": "nowhere"}],
    "/calendar": [{}, {"from": "2025-08-01", "to": "2025-08-31"}, {"overdue": "true"}, {"today": "2025-08-01"}],
    "/calendar.ics": [{}, {"lang": "id"}],
    "/timeline": [
        {"a": "IDN"},
        {"a": "IDN", "events": "true", "limit": 1},
        {"a": "IDN", "b": "SWE", "by": "week", "events": "true"},
        {"a": "Nobody"},
    ],
    "/actors": [{}, {"q": "sari"}, {"since": "2025-01-01"}],
    "/network": [{}, {"by": "actor", "limit": 3}],
    "/map": [{}, {"country": "IDN"}],
    "/briefing": [{}, {"day": "2025-08-14", "days": 3}, {"day": "1999-01-01"}],
    "/meta": [{}],
}
READING = [one for one in OPERATIONS if not one.writes and "{" not in one.path]


def test_every_route_is_asked_here() -> None:
    assert {one.path for one in READING} == set(ASKED)


@pytest.mark.parametrize("operation", READING, ids=lambda one: one.path)
def test_answers_are_as_their_schema_says(reading: TestClient, operation: Any) -> None:
    for query in ASKED[operation.path]:
        response = reading.get(f"{BASE}{operation.path}", params=query)
        assert response.status_code == 200, response.text
        assert response.headers["content-type"].startswith(operation.media_type)
        if operation.schema:
            assert problems(operation.schema, response.json()) == []


def test_of_news_told_alike_what_known_actors_did_stands_first() -> None:
    def news(name: str, who: list[str | None], whom: list[str | None], **more: Any) -> dict[str, Any]:
        sides = {"who": [{"id": one} for one in who], "whom": [{"id": one} for one in whom]}
        told = {"type": "CONSULT", "mode": None, "symmetric": False, "day": "2025-08-14", "salience": "main"}
        return {"id": name, **told, "corroboration": {"independent": 1}, **sides, **more}

    ranked = [
        news("several", [], [], corroboration={"independent": 2}),
        news("both", ["a"], ["b"]),
        news("met", ["a", "b"], [], symmetric=True, day=None),
        news("fought", ["a"], [None], type="ASSAULT"),
        news("one", ["a"], []),
        news("undated", ["a"], [None], day=None),
        news("unknown", [None], []),
        news("nobody", [], []),
        news("lesser", ["a"], ["b"], salience="secondary"),
    ]
    assert [one["id"] for one in sorted(ranked[::-1], key=_weight)] == [one["id"] for one in ranked]


def test_a_country_of_the_network_has_a_card_of_everybody_of_it(reading: TestClient) -> None:
    told = get(reading, "/network", "network")
    assert len(told["nodes"]) > 1
    for node in told["nodes"]:
        card = get(reading, f"/actors/{node['key']}", "actor_card")
        assert (card["key"], card["id"], card["everybody"]) == (node["key"], f"country:{node['key']}", True)
        assert card["name"] == node["name"] and card["events"] >= node["events"]
        ties = {one["key"]: one["events"] for one in card["partners"]}
        edges = [one for one in told["edges"] if node["key"] in (one["source"], one["target"])]
        others = {next(end for end in (one["source"], one["target"]) if end != node["key"]): one for one in edges}
        assert {key: one["events"] for key, one in others.items()} == ties
    own = [one for one in every(reading, "/actors", 200) if one["country"] == "IDN"]
    assert get(reading, "/actors/IDN")["events"] >= max(one["events"] for one in own)
    assert not any(get(reading, f"/actors/{one['key']}")["everybody"] for one in own)


def test_a_timeline_tells_sums_of_all_and_the_latest_events(reading: TestClient) -> None:
    whole = get(reading, "/timeline", a="IDN", events="true")["periods"]
    some = get(reading, "/timeline", a="IDN", events="true", limit=2)["periods"]
    sums = get(reading, "/timeline", a="IDN")["periods"]
    bare = [{key: value for key, value in one.items() if key != "events"} for one in whole]
    assert bare == sums == [{key: value for key, value in one.items() if key != "events"} for one in some]
    dated = [event for one in whole if one["period"] for event in one["events"]]
    assert [event for one in some for event in one["events"]] == dated[-2:]
    for event in dated:
        assert event["sentence"] == get(reading, f"/events/{event['id']}")["sentence"]


def test_a_plan_has_the_sentence_of_its_event(reading: TestClient) -> None:
    plans = every(reading, "/calendar", 50)
    assert plans
    for plan in plans:
        assert plan["sentence"] == get(reading, f"/events/{plan['id']}")["sentence"]


def test_every_event_article_and_actor_is_as_its_schema_says(reading: TestClient) -> None:
    for one in every(reading, "/events", 200):
        get(reading, f"/events/{one['id']}", "event")
        get(reading, f"/events/{one['id']}/why", "why")
    for one in every(reading, "/articles", 200):
        get(reading, f"/articles/{one['id']}", "article")
    for one in every(reading, "/actors", 200):
        get(reading, f"/actors/{one['key']}", "actor_card")


def test_events_are_those_of_the_commands(reading: TestClient, stored: Path) -> None:
    with open_store(stored, read_only=True) as store:
        for query in ({}, {"country": "IDN", "other_country": "SWE"}, {"status": "planned"}):
            told = [summary_of(one) for one in events(store, ReportFilter(**query))]
            asked = {"with" if name == "other_country" else name: value for name, value in query.items()}
            assert every(reading, "/events", 7, **asked) == told
            assert told


def test_an_event_is_that_of_the_command_with_plan_and_changes(reading: TestClient, stored: Path) -> None:
    with open_store(stored, read_only=True) as store:
        for one in events(store):
            told = get(reading, f"/events/{one.id}")
            extra = {name: told.pop(name) for name in ("plan", "changes", "judgements")}
            whole = event_json(one, accounts_of(one, events_beside(store, one)))
            assert told == json.loads(json.dumps(whole))
            assert [row["event_id"] for row in extra["changes"]] == [one.id] * len(extra["changes"])
            assert extra["changes"], "each was made at least"
            assert (extra["plan"] is not None) is any(t.report.status.value == "planned" for t in one.tellings)


def test_reports_claims_and_articles_are_those_of_the_commands(reading: TestClient, stored: Path) -> None:
    def plain(items: Any) -> Any:
        return json.loads(json.dumps(list(items)))

    with open_store(stored, read_only=True) as store:
        for query in ({}, {"country": "IDN"}, {"voice": "ministry"}, {"outlet": "outlet 1"}):
            filters = ReportFilter(**query)
            assert every(reading, "/reports", 9, **query) == plain(map(telling_json, store.tellings(filters)))
            assert every(reading, "/claims", 2, **query) == plain(map(stored_claim_json, store.claims(filters)))
            assert every(reading, "/articles", 9, **query) == plain(
                map(stored_article_json, store.articles(filters))
            )


def test_an_article_tells_of_which_events_its_reports_are_part(reading: TestClient) -> None:
    for one in every(reading, "/articles", 50)[:20]:
        told = get(reading, f"/articles/{one['id']}")
        for report, event in told["events"].items():
            assert report in {row["id"] for row in get(reading, f"/events/{event}")["reports"]}
        assert set(told["events"]) == {report["id"] for report in told["reports"]}
        assert [row["current"] for row in told["versions"]] == [True]


def test_the_beginning_of_an_id_is_enough_while_only_one_has_it(reading: TestClient) -> None:
    one = get(reading, "/events")["items"][0]["id"]
    assert get(reading, f"/events/{one[:-1]}")["id"] == one
    status, code, message = refused(reading, "/events/evt-")
    assert (status, code) == (400, "bad_request")
    assert "give more of it" in message
    assert refused(reading, "/events/evt-nothing")[:2] == (404, "not_found")
    assert refused(reading, "/articles/nothing")[:2] == (404, "not_found")
    assert refused(reading, "/actors/Nobody At All")[:2] == (404, "not_found")


def test_a_hit_tells_the_events_of_its_sentence(reading: TestClient) -> None:
    hits = get(reading, "/search", q='"condemned the strike"')["items"]
    assert hits
    for hit in hits:
        text = get(reading, f"/articles/{hit['article']['id']}")["article"]["text"]
        span = hit["sentence"]
        assert text[span["start"] : span["end"]] == span["text"]
        assert "condemned" in span["text"]
        kinds = [get(reading, f"/events/{event}")["type"] for event in hit["events"]]
        assert "ACCUSE" in kinds


def test_hits_are_paged_and_filtered(reading: TestClient) -> None:
    whole = get(reading, "/search", q="Sweden", limit=200)["items"]
    assert every(reading, "/search", 2, q="Sweden") == whole
    late = get(reading, "/search", q="Sweden", published_since="2025-08-20")["items"]
    assert {hit["article"]["published"][:10] for hit in late} == {"2025-08-20"}
    assert get(reading, "/search", q="Sweden", language="id")["items"] == []


def test_the_calendar_is_that_of_the_command(reading: TestClient, stored: Path) -> None:
    with open_store(stored, read_only=True) as store:
        planned = events(store, ReportFilter(status="planned"))
    windows = [
        (None, None),
        (date(2025, 8, 1), date(2025, 8, 12)),
        (date(2025, 8, 14), None),
        (None, date(2025, 8, 1)),
    ]
    today = date(2025, 8, 21)
    for first, last in windows:
        told = [json.loads(json.dumps(plan_json(plan))) for plan in calendar(planned, today, first, last)]
        query = {name: str(day) for name, day in (("from", first), ("to", last)) if day}
        found = every(reading, "/calendar", 1, **query)
        assert sorted(found, key=lambda one: one["id"]) == sorted(told, key=lambda one: one["id"])
        assert [one["day"] for one in found if one["day"]] == sorted(one["day"] for one in told if one["day"])


def test_the_calendar_as_icalendar(reading: TestClient) -> None:
    response = reading.get(f"{BASE}/calendar.ics")
    made = icalendar.Calendar.from_ical(response.content)
    dated = [one for one in every(reading, "/calendar", 50) if one["day"]]
    assert {str(one["uid"]) for one in made.walk("VEVENT")} == {f"{one['id']}@kawat" for one in dated}
    assert dated
    assert "attachment" in response.headers["content-disposition"]


def test_the_briefing_tells_what_is_new_what_comes_and_where_sides_differ(reading: TestClient) -> None:
    told = get(reading, "/briefing", "briefing", day="2025-08-14")
    assert {one["first_published"] for one in told["new"]} == {"2025-08-14"}
    order = ["main", "secondary", "background"]
    weights = [(order.index(one["salience"]), -one["corroboration"]["independent"]) for one in told["new"]]
    assert weights == sorted(weights)
    assert all(one["contradictions"] for one in told["differ"])
    assert get(reading, "/briefing")["day"] == "2025-08-20", "else the last day of publication"
    assert [one["day"] for one in told["coming"]] == ["2025-08-25"], "what is planned for the two weeks after"
    assert get(reading, "/briefing", day="2025-09-10")["coming"][0]["day"] == "2025-09-15"


def test_every_country_that_is_told_has_its_name(own: Path) -> None:
    record = meeting(90, Status.OCCURRED, date(2024, 1, 1), date(2024, 1, 2), "SWE")
    first, *others = record.reports
    place = Place("Rio de Janeiro", "BRA", first.trigger, -22.9, -43.2, "point")
    with open_store(own) as store:
        keep(store, replace(record, reports=(replace(first, place=place), *others)), NOW)
        summarise(store)
    with client(own) as asking:
        told = get(asking, "/meta", "meta")
        names = {one["code"]: (one["name"], one["name_id"]) for one in told["country_names"]}
        assert "BRA" not in {one["code"] for one in told["countries"]}, "nobody of it takes part"
        assert names["BRA"] == ("Brazil", "Brasil")
        assert all(names[one["code"]] == (one["name"], one["name_id"]) for one in told["countries"])
        places = get(asking, "/map", "map")
        codes = {one["country"] for one in (*places["points"], *places["countries"])}
        codes |= {one["country"] for one in every(asking, "/actors", 200)}
        assert "BRA" in codes and codes - {None} <= set(names)


def test_an_empty_store_answers_everything(tmp_path: Path) -> None:
    open_store(tmp_path / "e.db", create=True).close()
    with client(tmp_path / "e.db") as asking:
        for one in READING:
            for query in ASKED[one.path]:
                response = asking.get(f"{BASE}{one.path}", params=query)
                assert response.status_code == 200, response.text
                if one.schema:
                    assert problems(one.schema, response.json()) == []


def test_what_waits_to_be_merged_stops_nobody(own: Path) -> None:
    with client(own) as asking:
        before = get(asking, "/events")
        assert get(asking, "/meta")["settling"] is False
        with open_store(own) as store:
            store.add_record(sample(77), NOW)
        meta = get(asking, "/meta", "meta")
        assert meta["settling"] is True
        assert get(asking, "/events") == before, "as merging left it last"
        get(asking, f"/events/{before['items'][0]['id']}", "event")
        get(asking, "/network", "network")
        assert get(asking, "/timeline", "timeline", a="IDN")["periods"]
        assert get(asking, "/calendar", "plans")["items"]


def test_the_description_has_every_route_and_no_other(reading: TestClient) -> None:
    told = get(reading, "/openapi.json")
    assert told["openapi"] == "3.1.0"
    assert set(told["paths"]) == {f"{BASE}{one.path}" for one in OPERATIONS if not one.writes}
    editing = openapi(OPERATIONS, "0", editable=True)
    assert set(editing["paths"]) == {f"{BASE}{one.path}" for one in OPERATIONS}
    names = set(told["components"]["schemas"])
    refs = {part.rpartition("/")[2] for part in _refs(editing)}
    assert refs <= names
    assert {one.schema for one in OPERATIONS if one.schema} <= names


def _refs(value: Any) -> list[str]:
    if isinstance(value, dict):
        own = [value["$ref"]] if "$ref" in value else []
        return own + [ref for part in value.values() for ref in _refs(part)]
    return [ref for part in value for ref in _refs(part)] if isinstance(value, list) else []


def test_other_methods_and_paths_are_refused_as_json(reading: TestClient) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        response = reading.request(method, f"{BASE}/events")
        assert response.status_code == 405
        assert response.json()["error"]["code"] == "bad_method"
    for path in (f"{BASE}/nothing", f"{BASE}/", "/api", "/api/v2/events", f"{BASE}/events/a/b/c"):
        response = reading.get(path)
        assert response.status_code == 404
        assert response.json()["error"]["code"] == "not_found"
    head = reading.head(f"{BASE}/events")
    assert head.status_code == 200


def test_an_event_that_is_no_more_leads_to_where_it_went(own: Path) -> None:
    at = "2025-08-20T09:30:00Z"
    with client(own) as asking:
        living = get(asking, "/events")["items"][0]["id"]
        went = [("replaced", "evt-gone0", living), ("merged", "evt-gone1", "evt-gone0")]
        went += [("merged", "evt-round0", "evt-round1"), ("merged", "evt-round1", "evt-round0")]
        with open_store(own) as store, store.transaction():
            store.merging().add_changes((at, kind, one, other, "[]") for kind, one, other in went)
            store.merging().add_changes([(at, "removed", "evt-out0", None, "[]")])
        for one in ("evt-gone0", "evt-gone1"):
            response = asking.get(f"{BASE}/events/{one}")
            assert (response.status_code, response.headers["location"]) == (301, f"{BASE}/events/{living}")
        for one in ("evt-round0", "evt-out0"):
            assert refused(asking, f"/events/{one}")[:2] == (404, "not_found")


def test_a_fault_is_told_as_one_and_only_the_log_says_more(stored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kawat.store import Store

    def broken(store: Store) -> None:
        raise RuntimeError("a secret of the inside")

    notes: list[str] = []
    monkeypatch.setattr(Store, "overview", broken)
    with client(stored, note=notes.append) as asking:
        response = asking.get(f"{BASE}/meta")
        assert (response.status_code, response.json()["error"]["code"]) == (500, "fault")
        assert "secret" not in response.text
        assert asking.get(f"{BASE}/events").status_code == 200, "it goes on"
    assert notes == [f"GET {BASE}/meta: RuntimeError: a secret of the inside"]


def test_a_question_that_takes_too_long_is_told_so(stored: Path) -> None:
    notes: list[str] = []
    with client(stored, seconds=-1.0, note=notes.append, token=TOKEN) as asking:
        response = asking.get(f"{BASE}/network", headers=BEARER)
        assert response.status_code == 503
        assert response.json()["error"]["code"] == "busy"
        assert "ask for less" in response.json()["error"]["message"]
    assert notes == [f"GET {BASE}/network: too slow"]
