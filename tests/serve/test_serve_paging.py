"""Lists read by the page, also while others write; and what is asked for again."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from record_maker import NOW, sample
from serve_maker import client, every, get, refused
from starlette.testclient import TestClient

from kawat.bench.merging.scale import made_records
from kawat.intake import keep
from kawat.serve.openapi import BASE
from kawat.serve.operations import cursor_of, parts_of
from kawat.store import open_store

LISTS = ("/events", "/reports", "/claims", "/articles", "/changes", "/calendar", "/actors")


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("size", [1, 7])
def test_pages_put_together_are_the_whole_list(reading: TestClient, path: str, size: int) -> None:
    key = {"/changes": "seq", "/actors": "key"}.get(path, "id")
    paged = [one[key] for one in every(reading, path, size)]
    assert paged == [one[key] for one in every(reading, path, 200)]
    assert len(paged) == len(set(paged))
    assert paged


def test_every_event_that_stays_is_met_once_while_a_writer_writes(own: Path) -> None:
    stop = threading.Event()
    added: list[str] = []
    failed: list[BaseException] = []

    def write() -> None:
        try:
            with open_store(own) as store:
                for record in made_records(600, seed=99, days=20, states=6):
                    if stop.is_set():
                        return
                    keep(store, record, NOW)
                    added.append(record.article.id)
        except BaseException as error:
            failed.append(error)

    with client(own) as asking:
        before = {one["id"] for one in every(asking, "/events", 200)}
        last = every(asking, "/changes", 200)[-1]["seq"]
        writer = threading.Thread(target=write)
        writer.start()
        rounds: list[list[str]] = []
        try:
            while len(rounds) < 4 or (len(added) < 10 and len(rounds) < 200 and not failed):
                rounds.append([one["id"] for one in every(asking, "/events", 5)])
        finally:
            stop.set()
            writer.join()
        after = {one["id"] for one in every(asking, "/events", 200)}
        changed = {one["event_id"] for one in every(asking, "/changes", 200, after=last)}
    assert not failed
    assert len(after) > len(before), "something was written meanwhile"
    steady = (before & after) - changed
    assert steady
    for met in rounds:
        assert sorted(one for one in met if one in steady) == sorted(steady), "nothing twice, nothing left out"


WRONG = ("x", "W10", "bnVsbA", "é", "WzFd" * 90, cursor_of("a", 1, "b"), cursor_of(2**60))


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize("cursor", WRONG)
def test_a_cursor_that_is_none_is_refused(reading: TestClient, path: str, cursor: str) -> None:
    assert refused(reading, path, cursor=cursor)[:2] == (400, "bad_request")


def test_a_cursor_gives_back_what_it_was_made_of() -> None:
    assert parts_of(cursor_of("ä~/", 3), str, int) == ("ä~/", 3)


def test_an_answer_that_a_client_has_is_not_sent_again(own: Path) -> None:
    with client(own) as asking:
        first = asking.get(f"{BASE}/events")
        tag = {"If-None-Match": first.headers["etag"]}
        again = asking.get(f"{BASE}/events", headers=tag)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == first.headers["etag"]
        other = asking.get(f"{BASE}/events?limit=1", headers=tag)
        assert other.status_code == 200, "the tag is of one question"
        with open_store(own) as store:
            keep(store, sample(50), NOW)
        changed = asking.get(f"{BASE}/events", headers=tag)
        assert changed.status_code == 200
        assert changed.headers["etag"] != first.headers["etag"]
        assert changed.json() != first.json()


def test_tags_are_compared_as_the_standard_says(own: Path) -> None:
    with client(own) as asking:
        tag = asking.get(f"{BASE}/events").headers["etag"]
        known = (tag, f"W/{tag}", f'"a", {tag}', f'"with,comma" ,,{tag}, ', f'W/"a",\t{tag}', "*", " * ")
        for header in known:
            again = asking.get(f"{BASE}/events", headers={"If-None-Match": header})
            assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag), header
        bare, longer = tag.strip('"'), f'"x{tag[1:]}'
        unknown = ("", '"a"', bare, longer, tag[:-1], f"w/{tag}", f"x{tag}", f'{tag} "a"', f"*, {tag}")
        for header in unknown:
            assert asking.get(f"{BASE}/events", headers={"If-None-Match": header}).status_code == 200, header
        lines = [("If-None-Match", '"a"'), ("If-None-Match", tag)]
        assert asking.get(f"{BASE}/events", headers=lines).status_code == 304, "in two lines"


def test_what_is_not_there_is_not_unchanged(own: Path) -> None:
    star = {"If-None-Match": "*"}
    with client(own) as asking:
        for path in ("/events/evt-nope", "/articles/art-nope", "/actors/nobody"):
            for _ in range(2):  # also where the answer might have been kept
                assert asking.get(f"{BASE}{path}", headers=star).status_code == 404
        assert asking.get(f"{BASE}/events?limit=0", headers=star).status_code == 400
        living = get(asking, "/events")["items"][0]["id"]
        with open_store(own) as store, store.transaction():
            store.merging().add_changes([("2025-08-20T09:30:00Z", "merged", "evt-gone0", living, "[]")])
        moved = asking.get(f"{BASE}/events/evt-gone0", headers=star)
        assert (moved.status_code, "etag" in moved.headers) == (301, False), "it leads on, whatever the client has"
        assert asking.get(f"{BASE}/events/{living}", headers=star).status_code == 304


def test_a_tag_holds_for_the_day(own: Path) -> None:
    now = [datetime(2025, 8, 10, 12, tzinfo=UTC)]
    with client(own, clock=lambda: now[0]) as asking:
        first = asking.get(f"{BASE}/calendar")
        now[0] = datetime(2025, 9, 10, 12, tzinfo=UTC)
        later = asking.get(f"{BASE}/calendar", headers={"If-None-Match": first.headers["etag"]})
        assert later.status_code == 200, "what was ahead is overdue by now"
        assert later.json() != first.json()


def test_what_many_ask_at_once_is_answered_the_same(reading: TestClient) -> None:
    found: list[object] = []
    threads = [threading.Thread(target=lambda: found.append(get(reading, "/network"))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [found[0]] * 8
