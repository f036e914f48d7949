"""Judging over HTTP: the same judgements as the commands make, from this server's own pages alone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from serve_maker import BEARER, HOME, TOKEN, client, every, get, problems
from starlette.testclient import TestClient

from kawat.merge.merging import event_id
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


def followed(asking: TestClient, event: str) -> Any:
    """The event whole, wherever it went."""
    response = asking.get(f"{BASE}/events/{event}", follow_redirects=True)
    assert response.status_code == 200, response.text
    assert problems("event", response.json()) == []
    return response.json()


def rejections(event: Any) -> set[str]:
    return {one["id"] for one in event["judgements"] if one["kind"] == "reject"}


def of_event(event: str, told: Any) -> str:
    """The report that the event bears its id from."""
    return next(one["id"] for one in told["reports"] if event_id(one["id"]) == event)


@pytest.mark.parametrize("first", [True, False])
def test_the_judgement_of_a_rejected_report_stays_with_its_event(editing: TestClient, first: bool) -> None:
    one, other = two_events(editing)
    now = judge(editing, kind="link", event=one, other=other)["event"]
    before = get(editing, f"/events/{now}")
    leading = of_event(now, before)
    report = next(one["id"] for one in before["reports"] if (one["id"] == leading) is first)
    kept = judge(editing, kind="reject", report=report)["judgements"][0]["id"]
    left = followed(editing, now)
    assert (left["id"] != now) is first, "an event bears the id of its first report"
    assert report not in {one["id"] for one in left["reports"]}
    assert rejections(left) == {kept}, "so that it can be taken back"
    assert editing.delete(f"{BASE}/judgements/{kept}", headers=PAGE).status_code == 200
    back = followed(editing, now)
    assert (back["id"], rejections(back)) == (now, set())
    assert {one["id"] for one in back["reports"]} == {one["id"] for one in before["reports"]}


def test_the_judgements_of_rejected_reports_go_with_the_event_into_others(editing: TestClient) -> None:
    items = get(editing, "/events", type="CONSULT", country="IDN", limit=200)["items"]
    first, *_, before, last = sorted(items, key=lambda one: (one["first_published"], one["id"]))
    assert first["first_published"] < before["first_published"]
    now = judge(editing, kind="link", event=before["id"], other=last["id"])["event"]
    leading = of_event(now, get(editing, f"/events/{now}"))
    others = [one["id"] for one in get(editing, f"/events/{now}")["reports"] if one["id"] != leading]
    kept = {judge(editing, kind="reject", report=others[0])["judgements"][0]["id"]}
    assert judge(editing, kind="link", event=now, other=first["id"])["event"] == first["id"], "told before"
    assert rejections(get(editing, f"/events/{first['id']}")) == kept
    report = of_event(first["id"], get(editing, f"/events/{first['id']}"))
    kept |= {judge(editing, kind="reject", report=report)["judgements"][0]["id"]}
    left = followed(editing, first["id"])
    assert (left["id"] == first["id"], rejections(left)) == (False, kept)
    listed = every(editing, "/events", 200)
    elsewhere = [get(editing, f"/events/{one['id']}") for one in listed if one["id"] != left["id"]]
    assert [one["id"] for one in elsewhere if rejections(one)] == [], "and to no other"


def test_who_judges_is_told_where_the_server_was_given_one(own: Path) -> None:
    for at, (editor, login, told) in enumerate((("siti", "", "siti"), ("", "root", None))):
        with client(own, edit=True, editor=editor, login=login, token=TOKEN) as asking:
            asking.headers.update(BEARER)
            assert get(asking, "/meta", "meta")["editor"] == told
            event = get(asking, "/events")["items"][at]["id"]
            kept = judge(asking, kind="accept", event=event)["judgements"]
            assert {one["editor"] for one in kept} == {editor or login}, "a program need not name anybody"
    with client(own, editor="siti") as asking:
        assert get(asking, "/meta", "meta")["editor"] is None, "nobody may judge"


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
