"""Judging over HTTP: the same judgements as the commands make, from this server's own pages alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from serve_maker import BEARER, HOME, TOKEN, client, get, problems
from starlette.testclient import TestClient

from kawat.serve.app import MOST_BODY
from kawat.serve.openapi import BASE
from kawat.serve.security import Door
from kawat.store import open_store

PAGE = {**BEARER, "Origin": HOME}


@pytest.fixture
def editing(own: Path) -> Iterator[TestClient]:
    with client(own, edit=True, token=TOKEN) as asking:
        asking.headers.update(BEARER)
        yield asking


def judge(asking: TestClient, **body: Any) -> Any:
    response = asking.post(f"{BASE}/judgements", json=body, headers=PAGE)
    assert response.status_code == 200, response.text
    assert problems("judged", response.json()) == []
    return response.json()


def two_events(asking: TestClient) -> tuple[str, str]:
    items = get(asking, "/events", country="SWE", limit=10)["items"]
    first = items[0]
    return first["id"], next(one["id"] for one in items[1:] if one["type"] == first["type"])


def test_a_rejected_event_is_gone_and_comes_back(editing: TestClient) -> None:
    one = get(editing, "/events")["items"][0]["id"]
    assert get(editing, "/meta")["editable"] is True
    told = judge(editing, kind="reject", event=one, note="no event")
    assert [row["kind"] for row in told["changes"]] == ["removed"]
    assert (told["judgements"][0]["editor"], told["judgements"][0]["note"]) == ("desk", "no event")
    assert editing.get(f"{BASE}/events/{one}").status_code == 404
    for kept in told["judgements"]:
        response = editing.delete(f"{BASE}/judgements/{kept['id']}", headers=PAGE)
        assert response.status_code == 200
        assert problems("judged", response.json()) == []
    assert get(editing, f"/events/{one}", "event")["judgements"] == []


def test_a_corrected_value_is_told_everywhere(editing: TestClient) -> None:
    one = get(editing, "/events", type="CONSULT", country="IDN")["items"][0]
    told = judge(editing, kind="set", event=one["id"], field="when", value="2025-07-01", editor="siti")
    whole = get(editing, f"/events/{told['event']}", "event")
    assert whole["day"] == "2025-07-01"
    assert {kept["editor"] for kept in whole["judgements"]} == {"siti"}
    assert told["event"] in [row["id"] for row in get(editing, "/events", "events", until="2025-07-02")["items"]]


def test_linked_events_are_one_and_the_old_id_leads_there(editing: TestClient) -> None:
    first, second = two_events(editing)
    told = judge(editing, kind="link", event=first, other=second)
    now = told["event"]
    assert now in (first, second)
    gone = second if now == first else first
    response = editing.get(f"{BASE}/events/{gone}")
    assert (response.status_code, response.headers["location"]) == (301, f"{BASE}/events/{now}")
    assert problems("moved", response.json()) == []
    assert editing.get(f"{BASE}/events/{gone}/why").headers["location"] == f"{BASE}/events/{now}/why"
    assert {one["kind"] for one in get(editing, f"/events/{now}", "event")["judgements"]} == {"link"}
    get(editing, f"/events/{now}/why", "why")
    report = get(editing, f"/events/{now}")["reports"][0]["id"]
    judge(editing, kind="unlink", report=report)
    judge(editing, kind="accept", report=report)


def test_the_judgement_of_a_rejected_report_stays_with_its_event(editing: TestClient) -> None:
    first, second = two_events(editing)
    now = judge(editing, kind="link", event=first, other=second)["event"]
    report = get(editing, f"/events/{now}")["reports"][-1]["id"]
    judge(editing, kind="reject", report=report)
    left = get(editing, f"/events/{now}")
    assert report not in {one["id"] for one in left["reports"]}
    assert "reject" in {one["kind"] for one in left["judgements"]}, "so that it can be taken back"


@pytest.mark.parametrize(
    "body",
    [
        {},
        [],
        None,
        "reject",
        {"kind": "burn", "event": "evt-1"},
        {"kind": "reject"},
        {"kind": "reject", "event": "evt-1", "report": "rep-1"},
        {"kind": "reject", "event": 5},
        {"kind": "reject", "event": "evt-1", "more": 1},
        {"kind": "link", "event": "evt-"},
        {"kind": "set", "event": "evt-", "field": "when"},
        {"kind": "reject", "event": "evt-1", "note": "x" * 1001},
        {"kind": "reject", "event": "\ud800"},
    ],
)
def test_a_body_that_does_not_fit_is_refused(editing: TestClient, body: Any) -> None:
    head = {**PAGE, "Content-Type": "application/json"}
    response = editing.post(f"{BASE}/judgements", content=json.dumps(body), headers=head)
    assert response.status_code == 400, response.text
    assert response.json()["error"]["code"] == "bad_request"


def test_values_that_can_not_be_are_refused_and_nothing_is_kept(editing: TestClient, own: Path) -> None:
    one = get(editing, "/events")["items"][0]["id"]
    for field, value in (("when", "yesterday"), ("type", "PARTY"), ("colour", "red"), ("status", "sure")):
        body = {"kind": "set", "event": one, "field": field, "value": value}
        assert editing.post(f"{BASE}/judgements", json=body, headers=PAGE).status_code == 400
    missing = editing.post(f"{BASE}/judgements", json={"kind": "reject", "event": "evt-none"}, headers=PAGE)
    assert missing.status_code == 404
    assert editing.delete(f"{BASE}/judgements/jdg-none", headers=PAGE).status_code == 404
    with open_store(own, read_only=True) as store:
        assert store.judgements() == []


def test_bodies_of_other_kinds_and_sizes_are_refused(editing: TestClient) -> None:
    where = f"{BASE}/judgements"
    form = editing.post(where, data={"kind": "reject"}, headers=PAGE)
    assert (form.status_code, form.json()["error"]["code"]) == (415, "bad_media_type")
    head = {**PAGE, "Content-Type": "application/json"}
    large = editing.post(where, content=b" " * (MOST_BODY + 1), headers=head)
    assert (large.status_code, large.json()["error"]["code"]) == (413, "too_large")
    for body in (b"\xff\xfe", b"{", b"[" * 10_000, b""):
        assert editing.post(where, content=body, headers=head).status_code == 400


def test_pages_of_others_can_not_judge(editing: TestClient, own: Path) -> None:
    one = get(editing, "/events")["items"][0]["id"]
    body = {"kind": "reject", "event": one}
    foreign = (
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": HOME},
    )
    for headers in foreign:
        assert editing.post(f"{BASE}/judgements", json=body, headers=headers).status_code == 403
        assert editing.delete(f"{BASE}/judgements/jdg-1", headers=headers).status_code == 403
    with client(own, edit=True, token=TOKEN) as asking:
        asking.cookies.set(Door(TOKEN).cookie, TOKEN)
        response = asking.post(f"{BASE}/judgements", json=body)
        assert (response.status_code, response.json()["error"]["code"]) == (403, "forbidden")
        assert asking.post(f"{BASE}/judgements", json=body, headers={"Origin": HOME}).status_code == 200
        asking.cookies.clear()
        assert asking.post(f"{BASE}/judgements", json=body, headers={"Origin": HOME}).status_code == 401


def test_without_edit_nobody_judges(stored: Path) -> None:
    with client(stored, token=TOKEN) as asking:
        response = asking.post(f"{BASE}/judgements", json={"kind": "reject", "event": "evt-1"}, headers=PAGE)
        assert response.status_code == 403
        assert "--edit" in response.json()["error"]["message"]
        assert get_editable(asking) is False


def get_editable(asking: TestClient) -> bool:
    return bool(asking.get(f"{BASE}/meta", headers=BEARER).json()["editable"])
