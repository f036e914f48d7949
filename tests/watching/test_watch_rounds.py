"""Watching a site on this machine: what is asked when, what is kept, what is tried again."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from site_maker import CHANGED, MEETING, STRIKE, FakeClock, Site, rss, send, watch_once, whats

from kawat.errors import UsageError
from kawat.intake import events
from kawat.intake.watching.config import Source
from kawat.intake.watching.health import health, is_running
from kawat.store import Store
from kawat.store.watching import WatchRow
from kawat.store.write import moment_text


def test_what_a_feed_names_is_fetched_once_and_kept(site: Site, store: Store) -> None:
    site.pages |= {"/feed": rss("/a", "/b"), "/a": MEETING, "/b": STRIKE}
    source = Source(site.url("/feed"), outlet="Warta Uji")
    assert whats(watch_once(store, site, source)) == ["polled", "kept", "kept"]
    assert site.paths() == ["/feed", "/a", "/b"]
    kept = list(store.articles())
    assert {one.article.url for one in kept} == {site.url("/a"), site.url("/b")}
    assert {one.article.outlet for one in kept} == {"Warta Uji"}
    assert len(events(store)) >= 2
    assert whats(watch_once(store, site, source)) == ["polled"]
    assert site.paths() == ["/feed", "/a", "/b", "/feed"], "a page is fetched once"


def test_a_feed_is_asked_only_for_what_is_new(site: Site, store: Store) -> None:
    def feed(handler: Any) -> None:
        fresh = handler.headers.get("If-None-Match") != '"one"'
        date = {"ETag": '"one"', "Last-Modified": "Wed, 20 Aug 2025 08:00:00 GMT"}
        send(handler, 200 if fresh else 304, rss("/a") if fresh else "", date)

    site.pages |= {"/feed": feed, "/a": MEETING}
    watch_once(store, site, Source(site.url("/feed")))
    told = watch_once(store, site, Source(site.url("/feed")))
    assert [one.status for one in told if one.what == "polled"] == [304]
    asked = [one.headers for one in site.asked if one.path == "/feed"]
    assert "if-none-match" not in asked[0]
    assert asked[1]["if-none-match"] == '"one"'
    assert asked[1]["if-modified-since"] == "Wed, 20 Aug 2025 08:00:00 GMT"
    row = store.watching().feed(site.url("/feed"))
    assert row is not None
    assert (row.state, row.failures, row.success_at) == ("ok", 0, moment_text(site.clock.now()))


def test_the_interval_is_kept_and_the_signs_of_life_are_given(site: Site, store: Store, clock: FakeClock) -> None:
    site.pages |= {"/feed": rss()}
    polls = 0

    def third(one: Any) -> bool:
        nonlocal polls
        polls += one.what == "polled"
        if polls == 2:
            row = store.watching().watch()
            assert row is not None
            assert row.beat_at >= moment_text(clock.now() - timedelta(seconds=60))
        return polls == 3

    watch_once(store, site, Source(site.url("/feed"), interval=600), once=False, stop_at=third)
    times = [one.at for one in site.asked if one.path == "/feed"]
    gaps = [(later - earlier).total_seconds() for earlier, later in pairwise(times)]
    assert len(gaps) == 2
    assert all(600 <= gap <= 660 for gap in gaps)


def test_requests_to_one_host_keep_their_distance(site: Site, store: Store) -> None:
    site.pages |= {"/feed": rss("/a", "/b", "/c"), "/a": MEETING, "/b": STRIKE, "/c": CHANGED}
    watch_once(store, site, Source(site.url("/feed")), delay=5)
    times = [one.at for one in site.asked]
    assert [one.path for one in site.asked][:2] == ["/robots.txt", "/feed"]
    assert len(times) == 5
    assert all((later - earlier).total_seconds() >= 5 for earlier, later in pairwise(times))


def test_hosts_are_asked_at_the_same_time_but_each_by_one_request(site: Site, store: Store) -> None:
    both = threading.Barrier(2, timeout=10)
    running: dict[str, int] = {}
    most: list[int] = []

    def page(handler: Any) -> None:
        host = handler.headers["Host"].split(":")[0]
        with site.lock:
            running[host] = running.get(host, 0) + 1
            most.append(running[host])
        both.wait()
        with site.lock:
            running[host] -= 1
        send(handler, 200, rss())

    site.pages |= {"/one": page, "/two": page}
    addresses = [site.url(path, host) for path in ("/one", "/two") for host in ("127.0.0.1", "localhost")]
    told = watch_once(store, site, *(Source(url) for url in addresses))
    assert whats(told) == ["polled"] * 4, "the barrier lets two pass only together"
    assert max(most) == 1


def test_robots_are_asked_first_obeyed_and_remembered(site: Site, store: Store, clock: FakeClock) -> None:
    rules = "User-agent: *\nDisallow: /private/*.html$\nCrawl-delay: 30\n"
    site.pages |= {"/robots.txt": rules, "/feed": rss("/private/a.html", "/a"), "/a": MEETING}
    told = watch_once(store, site, Source(site.url("/feed")))
    assert whats(told).count("quarantined") == 1
    assert "robots.txt" in str([one.reason for one in told])
    assert "/private/a.html" not in site.paths()
    times = [one.at for one in site.asked if one.path != "/robots.txt"]
    assert (times[1] - times[0]).total_seconds() >= 30
    clock.sleep(3600)
    watch_once(store, site, Source(site.url("/feed")))
    assert [one.path for one in site.asked].count("/robots.txt") == 1
    clock.sleep(86_400)
    watch_once(store, site, Source(site.url("/feed")))
    assert [one.path for one in site.asked].count("/robots.txt") == 2


@pytest.mark.parametrize(
    ("status", "fetched"), [(404, True), (403, True), (500, False), (503, False), (429, False)]
)
def test_robots_that_are_not_there_allow_and_robots_that_fail_hold_back(
    site: Site, store: Store, status: int, fetched: bool
) -> None:
    site.pages |= {"/robots.txt": (status, {}, "no"), "/feed": rss()}
    told = watch_once(store, site, Source(site.url("/feed")))
    assert ("/feed" in site.paths()) is fetched
    assert whats(told) == (["polled"] if fetched else ["failed"])


def test_a_failing_feed_is_asked_less_and_less_then_counts_as_dead(
    site: Site, store: Store, clock: FakeClock
) -> None:
    site.pages |= {"/feed": (500, {}, "")}
    source = Source(site.url("/feed"), interval=600)
    watch_once(store, site, source, once=False, stop_at=lambda one: one.what == "dead")
    times = [one.at for one in site.asked if one.path == "/feed"]
    gaps = [(later - earlier).total_seconds() for earlier, later in pairwise(times)]
    assert [round(gap / 600) for gap in gaps] == [1, 2, 4, 8, 16, 32, 64]
    row = store.watching().feed(source.url)
    assert row is not None
    assert (row.state, row.failures) == ("dead", 8)
    assert row.next_at == moment_text(clock.now() + timedelta(days=1))
    assert health(store, clock.now()).states == {"dead": 1}
    clock.sleep(86_500)
    site.pages |= {"/feed": rss()}
    assert whats(watch_once(store, site, source)) == ["polled"]
    assert health(store, clock.now()).states == {"ok": 1}


def test_a_feed_that_is_gone_is_dead_at_once(site: Site, store: Store) -> None:
    site.pages |= {"/feed": (410, {}, "")}
    assert whats(watch_once(store, site, Source(site.url("/feed")))) == ["dead"]


def test_retry_after_is_honoured(site: Site, store: Store, clock: FakeClock) -> None:
    site.pages |= {"/feed": (503, {"Retry-After": "7200"}, "")}
    source = Source(site.url("/feed"), interval=60)
    watch_once(store, site, source)
    row = store.watching().feed(source.url)
    assert row is not None
    assert row.next_at == moment_text(clock.now() + timedelta(seconds=7200))
    clock.sleep(7000)
    watch_once(store, site, source)
    assert site.paths().count("/feed") == 1
    clock.sleep(300)
    watch_once(store, site, source)
    assert site.paths().count("/feed") == 2


def test_a_page_that_fails_for_now_is_tried_again_then_quarantined(
    site: Site, store: Store, clock: FakeClock
) -> None:
    site.pages |= {"/feed": rss("/a"), "/a": (502, {}, "")}
    source = Source(site.url("/feed"), interval=86_400)
    told = watch_once(store, site, source, once=False, stop_at=lambda one: one.what == "quarantined")
    assert whats(told) == ["polled", *["retry"] * 5, "quarantined"]
    times = [one.at for one in site.asked if one.path == "/a"]
    gaps = [(later - earlier).total_seconds() for earlier, later in pairwise(times)]
    assert [round(gap / 300) for gap in gaps] == [1, 2, 4, 8, 16]
    assert store.watching().waiting().retries == 0
    assert [one.source for one in store.quarantine_list()] == [site.url("/a")]


def test_what_waits_for_a_retry_is_not_in_quarantine_and_is_kept_when_it_comes(
    site: Site, store: Store, clock: FakeClock
) -> None:
    site.pages |= {"/feed": rss("/a"), "/a": (503, {"Retry-After": "1000"}, "")}
    source = Source(site.url("/feed"))
    watch_once(store, site, source)
    found = health(store, clock.now())
    assert (found.queue, found.retries, found.quarantined) == (1, 1, 0)
    assert found.next_retry == moment_text(clock.now() + timedelta(seconds=1000))
    site.pages["/a"] = MEETING
    clock.sleep(1001)
    assert "kept" in whats(watch_once(store, site, source))
    assert (health(store, clock.now()).queue, health(store, clock.now()).retries) == (0, 0)


def test_a_changed_page_replaces_its_older_text(site: Site, store: Store, clock: FakeClock) -> None:
    site.pages |= {"/feed": rss(("/a", "Tue, 12 Aug 2025 10:00:00 GMT")), "/a": MEETING}
    source = Source(site.url("/feed"))
    watch_once(store, site, source)
    (first,) = [one.article.id for one in store.articles()]
    site.pages |= {"/feed": rss(("/a", "Tue, 12 Aug 2025 12:00:00 GMT")), "/a": CHANGED}
    clock.sleep(7200)
    told = watch_once(store, site, source)
    (second,) = [one.article.id for one in store.articles()]
    assert [(one.article_id, one.replaced) for one in told if one.what == "replaced"] == [(second, first)]
    assert {telling.article.id for event in events(store) for telling in event.tellings} == {second}


def test_a_page_is_not_fetched_again_and_again_for_a_feed_that_always_says_so(
    site: Site, store: Store, clock: FakeClock
) -> None:
    source = Source(site.url("/feed"))
    for minute in range(10):
        site.pages |= {"/feed": rss(("/a", f"Tue, 12 Aug 2025 10:{minute:02}:00 GMT")), "/a": MEETING}
        watch_once(store, site, source)
        clock.sleep(300)
    assert site.paths().count("/a") == 1


def test_a_feed_with_whole_texts_needs_no_pages(site: Site, store: Store) -> None:
    text = "Russia attacked the port of Odesa in Ukraine on Monday, the governor said. " * 20
    feed = rss("/a").replace("<title>t</title>", f"<title>Odesa</title><description>{text}</description>")
    site.pages |= {"/feed": feed}
    assert whats(watch_once(store, site, Source(site.url("/feed"), full_text=True))) == ["polled", "kept"]
    assert site.paths() == ["/feed"]
    (one,) = store.articles()
    assert one.article.url == site.url("/a")
    assert "port of Odesa" in one.article.text


def test_the_date_of_the_feed_counts_where_the_page_has_none(site: Site, store: Store) -> None:
    page = MEETING.replace("JAKARTA, 12 August 2025 - ", "")
    site.pages |= {"/feed": rss(("/a", "Tue, 12 Aug 2025 10:00:00 GMT")), "/a": page}
    watch_once(store, site, Source(site.url("/feed")))
    (one,) = store.articles()
    assert str(one.article.published_day) == "2025-08-12"


def test_only_the_language_that_is_asked_for_is_kept(site: Site, store: Store) -> None:
    site.pages |= {"/feed": rss("/a"), "/a": MEETING}
    told = watch_once(store, site, Source(site.url("/feed"), language="id"))
    assert whats(told) == ["polled", "other language"]
    assert store.counts().articles == 0
    assert whats(watch_once(store, site, Source(site.url("/feed"), language="id"))) == ["polled"]


def test_an_index_of_site_maps_is_followed_one_step(site: Site, store: Store) -> None:
    index = f"<sitemapindex><sitemap><loc>{site.url('/map')}</loc></sitemap></sitemapindex>"
    pages = f"<urlset><url><loc>{site.url('/a')}</loc><lastmod>2025-08-12</lastmod></url></urlset>"
    site.pages |= {"/index": index, "/map": pages, "/a": MEETING}
    watch_once(store, site, Source(site.url("/index"), kind="sitemap"))
    assert site.paths() == ["/index", "/map", "/a"]
    assert [(row.url, row.parent) for row in store.watching().feeds() if row.parent] == [
        (site.url("/map"), site.url("/index"))
    ]
    site.pages |= {"/map": index}
    told = watch_once(store, site, Source(site.url("/index"), kind="sitemap"))
    assert "failed" in whats(told), "an index inside an index is refused"
    site.pages |= {"/index": "<sitemapindex></sitemapindex>"}
    watch_once(store, site, Source(site.url("/index"), kind="sitemap"))
    assert [row.url for row in store.watching().feeds()] == [site.url("/index")]


def test_more_than_the_most_is_left_out_the_latest_first(site: Site, store: Store) -> None:
    days = [f"{day:02} Aug 2025 10:00:00 GMT" for day in range(1, 6)]
    site.pages |= {"/feed": rss(*((f"/{n}", day) for n, day in enumerate(days)))}
    site.pages |= {f"/{n}": (404, {}, "") for n in range(5)}
    told = watch_once(store, site, Source(site.url("/feed"), max_new=2))
    assert [(one.waiting, one.skipped) for one in told if one.what == "polled"] == [(2, 3)]
    assert set(site.paths()) == {"/feed", "/4", "/3"}


def test_sources_that_are_off_or_no_longer_named_are_not_asked(site: Site, store: Store) -> None:
    site.pages |= {"/feed": rss("/a"), "/other": rss()}
    watch_once(store, site, Source(site.url("/other")))
    told = watch_once(store, site, Source(site.url("/feed"), enabled=False))
    assert whats(told) == []
    assert [(row.url, row.state) for row in store.watching().feeds()] == [(site.url("/feed"), "off")]


def test_what_was_found_survives_a_stop(site: Site, store: Store) -> None:
    site.pages |= {"/feed": rss("/a"), "/a": MEETING}
    source = Source(site.url("/feed"))
    watch_once(store, site, source, stop_at=lambda one: one.what == "polled")
    assert (store.counts().articles, store.watching().waiting().queue) == (0, 1)
    site.pages["/feed"] = (304, {}, "")
    assert "kept" in whats(watch_once(store, site, source))


def test_a_second_watch_is_refused(site: Site, store: Store, clock: FakeClock) -> None:
    stamp = moment_text(clock.now())
    with store.transaction():
        store.watching().put_watch(WatchRow("elsewhere.example", 7, stamp, stamp, None, None))
    with pytest.raises(UsageError, match="runs already"):
        watch_once(store, site, Source(site.url("/feed")))
    assert health(store, clock.now()).running
    clock.sleep(600)
    assert not health(store, clock.now()).running, "no sign of life for too long"
    site.pages |= {"/feed": rss()}
    assert whats(watch_once(store, site, Source(site.url("/feed")))) == ["polled"]
    assert not health(store, clock.now()).running


def test_every_answer_is_archived(site: Site, store: Store, tmp_path: Path) -> None:
    warc = pytest.importorskip("fastwarc.warc")
    from kawat.intake.watching.archive import Archive

    site.pages |= {"/feed": rss("/a"), "/a": MEETING}
    watch_once(store, site, Source(site.url("/feed")), archive=Archive(str(tmp_path)))
    (file,) = tmp_path.glob("*.warc.gz")
    with file.open("rb") as stream:
        found = [
            (record.headers["WARC-Target-URI"], record.http_headers.status_code, record.reader.read())
            for record in warc.ArchiveIterator(stream)
        ]
    assert [one[:2] for one in found] == [
        (site.url("/robots.txt"), 404), (site.url("/feed"), 200), (site.url("/a"), 200),
    ]  # fmt: skip
    assert found[2][2] == MEETING.encode()
    with pytest.raises(UsageError, match="does not exist"):
        Archive(str(tmp_path / "none"))


def test_adding_an_address_again_replaces_its_text(site: Site, store: Store) -> None:
    from kawat.intake import InputOptions, take

    options = InputOptions("lexicon", allow_private=True)
    ids = []
    for page in (MEETING, CHANGED, MEETING):
        site.pages["/a"] = page
        (taken,) = take(store, [site.url("/a")], site.clock.now, options)
        ids.append(taken.article_id)
        assert [one.article.id for one in store.articles()] == [taken.article_id]
    assert ids[0] == ids[2] != ids[1]


def test_a_watch_that_was_killed_does_not_stand_in_the_way(site: Site, store: Store, clock: FakeClock) -> None:
    ended = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    stamp = moment_text(clock.now())
    killed = WatchRow(socket.gethostname(), int(ended.stdout), stamp, stamp, None, None)
    assert not is_running(killed, clock.now())
    assert is_running(replace(killed, host="elsewhere.example"), clock.now())
    assert is_running(replace(killed, pid=os.getppid()), clock.now())
    with store.transaction():
        store.watching().put_watch(killed)
    site.pages |= {"/feed": rss()}
    assert whats(watch_once(store, site, Source(site.url("/feed")))) == ["polled"]
