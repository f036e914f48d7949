"""What servers say besides pages: slow down, moved, gone; and clocks that are wrong, theirs and ours."""

from __future__ import annotations

import gzip
import json
import re
import socket
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from site_maker import MEETING, START, STRIKE, FakeClock, Site, rss, send, watch_once, whats
from test_watch_hostile import run_watch

from kawat.errors import StoreError
from kawat.intake.watching.archive import Archive
from kawat.intake.watching.clock import retry_after
from kawat.intake.watching.config import Source
from kawat.intake.watching.fetching import Hosts
from kawat.intake.watching.health import is_running
from kawat.pages import Answer
from kawat.store import Store, open_store
from kawat.store.watching import FeedRow, RobotsRow, WatchRow
from kawat.store.write import moment_text


@pytest.mark.parametrize("status", [429, 503])
def test_a_feed_that_asks_to_slow_down_is_left_alone_so_long(site: Site, store: Store, status: int) -> None:
    site.pages |= {"/feed": (status, {"Retry-After": "7200"}, ""), "/other": rss()}
    source, other = Source(site.url("/feed"), interval=60), Source(site.url("/other"), interval=60)
    watch_once(store, site, source, other, once=False, stop_at=lambda one: one.what == "polled")
    asked = {one.path: one.at for one in site.asked}
    assert (asked["/other"] - asked["/feed"]).total_seconds() >= 7200, "the whole host waits"


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_page_that_fails_for_now_waits_by_itself(site: Site, store: Store, status: int) -> None:
    site.pages |= {"/feed": rss("/a", "/b"), "/a": (status, {}, ""), "/b": MEETING}
    assert sorted(whats(watch_once(store, site, Source(site.url("/feed"))))) == ["kept", "polled", "retry"]


@pytest.mark.parametrize("status", [401, 403, 404, 410, 451])
def test_a_page_that_will_not_come_is_not_asked_again(site: Site, store: Store, status: int) -> None:
    site.pages |= {"/feed": rss("/a"), "/a": (status, {}, "")}
    assert whats(watch_once(store, site, Source(site.url("/feed")))) == ["polled", "quarantined"]
    assert f"answered {status}" in store.quarantine_list()[0].reason


def moved(to: str, status: int) -> tuple[int, dict[str, str], str]:
    return status, {"Location": to}, ""


@pytest.mark.parametrize("status", [301, 308])
def test_a_feed_that_moved_is_followed_and_told(site: Site, store: Store, status: int) -> None:
    site.pages |= {"/feed": moved("/new", status), "/new": rss("/a"), "/a": MEETING}
    told = watch_once(store, site, Source(site.url("/feed")))
    assert whats(told) == ["polled", "moved", "kept"]
    assert [one.moved for one in told if one.what == "moved"] == [site.url("/new")]


def test_a_redirect_for_now_is_no_move(site: Site, store: Store) -> None:
    site.pages |= {"/feed": moved("/half", 301), "/half": moved("/new", 302), "/new": rss("/a"), "/a": MEETING}
    assert whats(watch_once(store, site, Source(site.url("/feed")))) == ["polled", "kept"]


def test_a_feed_that_moved_to_nothing_failed(site: Site, store: Store) -> None:
    site.pages |= {"/feed": moved("/new", 301)}
    assert whats(watch_once(store, site, Source(site.url("/feed")))) == ["failed"]


def test_redirects_between_two_hosts_without_end(site: Site, store: Store) -> None:
    there, back = site.url("/b", "localhost"), site.url("/a")
    site.pages |= {"/feed": rss("/a"), "/a": moved(there, 302), "/b": moved(back, 302)}
    assert whats(watch_once(store, site, Source(site.url("/feed")))) == ["polled", "retry"]
    assert site.paths() == ["/feed", "/a", "/b", "/a", "/b", "/a", "/b"]


# --- clocks ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("wrong", [timedelta(hours=-30), timedelta(0), timedelta(hours=30)])
def test_a_moment_counts_from_the_clock_of_the_server(site: Site, store: Store, wrong: timedelta) -> None:
    def feed(handler: Any) -> None:
        now = site.clock.now() + wrong
        handler.send_response_only(503)
        handler.send_header("Date", format_datetime(now, usegmt=True))
        handler.send_header("Retry-After", format_datetime(now + timedelta(hours=2), usegmt=True))
        handler.send_header("Content-Length", "0")
        handler.end_headers()

    site.pages |= {"/feed": feed}
    watch_once(store, site, Source(site.url("/feed"), interval=60))
    row = store.watching().feed(site.url("/feed"))
    assert row is not None
    assert row.next_at == moment_text(site.clock.now() + timedelta(hours=2))


@pytest.mark.parametrize("date", [None, "", "yesterday", "Fri, 99 Foo 2025", "\x00"])
def test_a_date_that_is_none_leaves_our_own_clock(date: str | None) -> None:
    assert retry_after(format_datetime(START + timedelta(hours=1)), START, date) == 3600


def test_what_a_wrong_clock_put_off_for_years_is_due(site: Site, store: Store) -> None:
    site.pages |= {"/feed": rss("/a"), "/a": (503, {}, "")}
    source = Source(site.url("/feed"))
    site.clock.sleep(10 * 365 * 86_400)
    watch_once(store, site, source)
    site.clock.sleep(-10 * 365 * 86_400)
    site.pages["/a"] = MEETING
    told = watch_once(store, site, source, once=False, stop_at=lambda one: one.what == "kept")
    assert sorted(whats(told)) == ["kept", "polled"]


def test_a_clock_that_is_set_back_makes_no_host_wait(clock: FakeClock) -> None:
    hosts = Hosts(clock.clock, 5)
    with hosts.turn("x", 0):
        pass
    clock.sleep(-86_400)
    assert hosts.ready_at("x") - clock.clock.seconds() == 5
    clock.sleep(5)
    assert hosts.ready_at("x") <= clock.clock.seconds()


def test_signs_of_life_and_robots_of_the_future_count_for_nothing(site: Site, store: Store) -> None:
    now = site.clock.now()
    ahead = moment_text(now + timedelta(days=30))
    assert not is_running(WatchRow("elsewhere.example", 7, ahead, ahead, None, None), now)
    with store.transaction():
        store.watching().put_watch(WatchRow("elsewhere.example", 7, ahead, ahead, None, None))
        held = RobotsRow(f"http://127.0.0.1:{site.port}", ahead, 503, b"")
        store.watching().put_robots(held, "2025")
    site.pages |= {"/feed": rss()}
    assert whats(watch_once(store, site, Source(site.url("/feed")))) == ["polled"]


# --- the store and the archive --------------------------------------------------------------------------


def test_a_full_disk_ends_the_watch_and_loses_nothing(site: Site, tmp_path: Path) -> None:
    site.pages |= {"/feed": rss("/a", "/b"), "/a": MEETING, "/b": STRIKE}
    source = Source(site.url("/feed"))

    def fill(store: Store) -> Callable[[Any], bool]:
        def at(one: Any) -> bool:
            if one.what == "polled":
                pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
                store._connection.execute(f"PRAGMA max_page_count = {pages + 1}")
            return False

        return at

    full = pytest.raises(StoreError, match="the disk is full; free some space")
    with open_store(tmp_path / "full.db", create=True) as store, full:
        watch_once(store, site, source, stop_at=fill(store))
    with open_store(tmp_path / "full.db") as store:
        assert store.quarantine_list() == ()
        assert all(check.ok for check in store.check())
        told = watch_once(store, site, source)
        assert whats(told).count("kept") == 2


def test_once_ends_with_three_where_a_feed_could_not_be_had(site: Site, tmp_path: Path) -> None:
    site.pages |= {"/good": rss("/a"), "/a": (404, {}, ""), "/bad": (503, {}, "")}
    sources = tmp_path / "sources.toml"

    def once(*paths: str) -> tuple[int, list[str]]:
        listed = "".join(f'[[source]]\nurl = "{site.url(path)}"\n' for path in paths)
        sources.write_text(f"[defaults]\ndelay = 0\n{listed}", encoding="utf-8")
        process = run_watch(tmp_path, "--once")
        out, error = process.communicate(timeout=60)
        assert error == ""
        return process.returncode, [json.loads(line)["what"] for line in out.splitlines()]

    assert once("/good") == (0, ["started", "polled", "quarantined", "stopped"])
    assert once("/good", "/bad")[0] == 3
    code, told = once("/good", "/bad")
    assert (code, told) == (3, ["started", "polled", "stopped"]), "it waits after a failure, and is not well"
    site.pages["/bad"] = rss()
    with open_store(tmp_path / "kawat.db") as store, store.transaction():
        row = store.watching().feed(site.url("/bad"))
        assert row is not None
        store.watching().put_feed(FeedRow(row.url, row.kind, state="failing", failures=1))
    assert once("/good", "/bad")[0] == 0


def answer(number: int) -> Answer:
    body = f"<p>page {number}</p>".encode()
    return Answer(f"https://x.example/{number}", 200, "OK", (), START, body, body)


def addresses(folder: Path) -> list[list[str]]:
    warc = pytest.importorskip("fastwarc.warc")
    return [
        [str(record.headers["WARC-Target-URI"]) for record in warc.ArchiveIterator(BytesIO(path.read_bytes()))]
        for path in sorted(folder.glob("*.warc.gz"), key=lambda one: (len(one.name), one.name))
    ]


def test_after_half_a_record_an_archive_goes_on_in_another_file(tmp_path: Path) -> None:
    pytest.importorskip("fastwarc.warc")
    first = Archive(str(tmp_path))
    for number in range(3):
        first.add(answer(number))
    (file,) = tmp_path.iterdir()
    whole = file.read_bytes()
    Archive(str(tmp_path)).add(answer(3))
    assert [path.name for path in tmp_path.iterdir()] == [file.name], "a file that ends well goes on"
    file.write_bytes(whole[:-10])
    again = Archive(str(tmp_path))
    for number in (4, 5):
        again.add(answer(number))
    site = "https://x.example"
    assert addresses(tmp_path)[1] == [f"{site}/4", f"{site}/5"]
    assert (tmp_path / "kawat-20250820.warc.gz").read_bytes() == whole[:-10], "what is there stays"


def test_a_disk_that_is_full_leaves_no_half_record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("fastwarc.warc")
    from kawat.intake.watching import archive as module

    kept = Archive(str(tmp_path))
    kept.add(answer(1))

    class Small(module.FileIO):
        def write(self, data: Any) -> int:
            if len(data) > 100:
                return super().write(data[:100])
            raise OSError(28, "No space left on device")

    real = Path.open
    monkeypatch.setattr(
        Path, "open", lambda self, mode="r", *more, **named: Small(self, mode) if mode == "ab" else real(self, mode)
    )
    with pytest.raises(StoreError, match="No space left on device"):
        kept.add(answer(2))
    monkeypatch.undo()
    kept.add(answer(3))
    assert addresses(tmp_path) == [["https://x.example/1", "https://x.example/3"]]
    (file,) = tmp_path.iterdir()
    assert gzip.decompress(file.read_bytes()).count(b"WARC/1.") == 2


def test_a_server_that_never_takes_the_connection(store: Store, site: Site) -> None:
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))  # bound, and nobody listens
        told = watch_once(store, site, Source(f"http://127.0.0.1:{deaf.getsockname()[1]}/feed"), seconds=2)
    assert whats(told) == ["failed"]


def test_the_day_of_a_server_does_not_matter_for_what_is_sent_back(site: Site, store: Store) -> None:
    dates = {"Last-Modified": format_datetime(datetime(2099, 1, 1, tzinfo=UTC), usegmt=True)}

    def feed(handler: Any) -> None:
        send(handler, 304 if handler.headers.get("If-Modified-Since") else 200, rss(), dates)

    site.pages |= {"/feed": feed}
    for status in (200, 304, 304):
        told = watch_once(store, site, Source(site.url("/feed")))
        assert [one.status for one in told if one.what == "polled"] == [status]


def test_a_page_that_takes_for_ever_to_read_costs_itself(
    site: Site, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kawat.intake.watching import articles

    real = articles.article_from_page

    def slow(page: Any) -> Any:
        if page.url.endswith("/a"):
            re.match(r"(a+)+$", "a" * 60 + "b")
        return real(page)

    monkeypatch.setattr(articles, "article_from_page", slow)
    within = articles.within
    monkeypatch.setattr(articles, "within", lambda _, name: within(0.5 if name.endswith("/a") else 60, name))
    site.pages |= {"/feed": rss("/a", "/b"), "/a": MEETING, "/b": STRIKE}
    assert sorted(whats(watch_once(store, site, Source(site.url("/feed"))))) == ["kept", "polled", "quarantined"]
    (one,) = store.quarantine_list()
    assert (one.source, one.error) == (site.url("/a"), "WorkerError") and "took over 0.5 seconds" in one.reason
