"""No backlog of one host, one feed, or a source that is gone, keeps others waiting."""

from __future__ import annotations

from collections import Counter

import pytest
from site_maker import MEETING, STRIKE, FakeClock, Site, rss, watch_once, whats

from kawat.intake.watching.config import Source
from kawat.intake.watching.health import health
from kawat.intake.watching.turns import OF_A_HOST, turns
from kawat.store import Store
from kawat.store.watching import FeedRow, Named

AT = "2025-08-20T08:00:00Z"


def backlog(store: Store, feed: str, address: str, count: int) -> None:
    """So many pages that ``feed`` named and that wait."""
    with store.transaction():
        if store.watching().feed(feed) is None:
            store.watching().put_feed(FeedRow(feed, "auto", state="ok", next_at="2025-08-20T23:00:00Z"))
        named = [Named(f"{address}/{number:04}", feed, "1") for number in range(count)]
        store.watching().name(named, AT, count, 3600)


def test_a_backlog_of_one_host_does_not_keep_another_waiting(site: Site, store: Store) -> None:
    big, small = site.url("/big"), site.url("/small", "localhost")
    backlog(store, big, site.url("/old"), 700)
    site.pages |= {"/big": rss(), "/small": rss("/a", "/b"), "/a": MEETING, "/b": STRIKE}
    kept: list[str] = []

    def both(one: object) -> bool:
        kept.extend([str(one.url)] * (one.what == "kept"))  # type: ignore[attr-defined]
        return len(kept) == 2

    watch_once(store, site, Source(big), Source(small), delay=5, once=False, stop_at=both)
    hosts = Counter(one.host for one in site.asked)
    assert len(kept) == 2 and hosts["127.0.0.1"] < 30, "the host with nothing to do was not asked at last"


def test_a_backlog_of_one_feed_does_not_keep_another_of_the_same_host_waiting(site: Site, store: Store) -> None:
    backlog(store, site.url("/big"), site.url("/old"), 300)
    site.pages |= {"/big": rss(), "/small": rss("/a"), "/a": MEETING}
    sources = [Source(site.url(path)) for path in ("/big", "/small")]
    watch_once(store, site, *sources, once=False, stop_at=lambda one: one.what == "kept")
    assert len(site.paths()) < 3 * OF_A_HOST


@pytest.mark.parametrize("gone", ["removed", "off"])
def test_pages_of_a_source_that_is_not_watched_block_nobody(site: Site, store: Store, gone: str) -> None:
    big, small = Source(site.url("/big"), enabled=False), Source(site.url("/small", "localhost"))
    backlog(store, big.url, site.url("/old"), 700)
    site.pages |= {"/small": rss("/a", "/b"), "/a": MEETING, "/b": STRIKE}
    told = watch_once(store, site, *([big] if gone == "off" else []), small)
    assert sorted(whats(told)) == ["kept", "kept", "polled"]
    assert not any(path.startswith("/old") for path in site.paths())
    found = health(store, site.clock.now())
    assert found.queue == 0, "nothing that will be fetched waits"


def test_they_go_on_when_the_source_comes_back(site: Site, store: Store) -> None:
    source = Source(site.url("/big"))
    backlog(store, source.url, site.url("/old"), 3)
    site.pages |= {"/big": rss(), "/old/0000": MEETING, "/old/0001": STRIKE}
    watch_once(store, site, Source(source.url, enabled=False))
    assert site.paths() == []
    assert whats(watch_once(store, site, source)).count("kept") == 2


def test_a_single_round_takes_all_that_waits(site: Site, store: Store) -> None:
    backlog(store, site.url("/big"), site.url("/old"), 3 * OF_A_HOST + 1)
    site.pages["/big"] = rss()
    told = watch_once(store, site, Source(site.url("/big")))
    assert whats(told).count("quarantined") == 3 * OF_A_HOST + 1
    assert Counter(site.paths()).most_common(1)[0][1] == 1, "each is fetched once"


def test_a_page_is_taken_over_from_a_feed_that_is_gone(site: Site, store: Store) -> None:
    backlog(store, "https://gone.example/feed", site.url("/old"), 1)
    site.pages |= {"/feed": rss("/old/0000"), "/old/0000": MEETING}
    assert whats(watch_once(store, site, Source(site.url("/feed")))) == ["polled", "kept"]


def test_a_page_of_a_feed_that_is_watched_stays_with_it(store: Store) -> None:
    backlog(store, "https://x.example/one", "https://x.example", 1)
    backlog(store, "https://x.example/two", "https://x.example", 1)
    (one,) = store.watching().due("2025-09")
    assert one.feed == "https://x.example/one"


def test_pages_of_a_site_map_that_an_index_names_no_more_are_still_fetched(
    site: Site, store: Store, clock: FakeClock
) -> None:
    index = f"<sitemapindex><sitemap><loc>{site.url('/map')}</loc></sitemap></sitemapindex>"
    pages = f"<urlset><url><loc>{site.url('/a')}</loc></url></urlset>"
    site.pages |= {"/index": index, "/map": pages, "/a": (503, {"Retry-After": "600"}, "")}
    watch_once(store, site, Source(site.url("/index"), kind="sitemap"))
    site.pages |= {"/index": "<sitemapindex></sitemapindex>", "/a": MEETING}
    clock.sleep(7200)
    assert "kept" in whats(watch_once(store, site, Source(site.url("/index"), kind="sitemap")))


def test_whole_texts_of_a_feed_come_all_however_many(site: Site, store: Store) -> None:
    items = "".join(
        f"<item><title>Report {number}</title><link>/{number}</link><description>Russia attacked the port of "
        f"Odesa in Ukraine on Monday for the {number}th time, the governor said there.</description></item>"
        for number in range(OF_A_HOST + 5)
    )
    site.pages["/feed"] = f"<rss version='2.0'><channel><title>T</title>{items}</channel></rss>"
    told = watch_once(store, site, Source(site.url("/feed"), full_text=True))
    assert whats(told).count("kept") == OF_A_HOST + 5


# --- the choice ------------------------------------------------------------------------------------------


def pages(host: str, feed: str, count: int) -> list[Named]:
    return [Named(f"https://{host}.example/{feed}/{number}", feed) for number in range(count)]


def test_hosts_take_turns_and_none_takes_more_than_its_share() -> None:
    found = turns([*pages("a", "x", 50), *pages("b", "y", 2), *pages("c", "z", 1)], (), of_a_host=3)
    assert [one.url.split("/", 3)[2][0] + one.url[-1] for one in found.pages] == [
        "a0",
        "b0",
        "c0",
        "a1",
        "b1",
        "a2",
    ]
    assert found.left == {"a.example"}


def test_feeds_of_one_host_take_turns() -> None:
    found = turns([*pages("a", "x", 50), *pages("a", "y", 50)], (), of_a_host=4)
    assert [one.feed for one in found.pages] == ["x", "y", "x", "y"]


def test_every_host_comes_before_any_comes_twice_when_there_are_too_many() -> None:
    waiting = [one for number in range(30) for one in pages(f"h{number}", "x", 10)]
    found = turns(waiting, (), of_a_host=5, most=30)
    assert len({one.url.split("/")[2] for one in found.pages}) == 30
    assert len(found.left) == 30


def test_a_host_that_has_enough_is_passed_over_and_remembered() -> None:
    found = turns([*pages("a", "x", 2), *pages("b", "y", 2)], {"a.example"})
    assert {one.feed for one in found.pages} == {"y"} and found.left == {"a.example"}
