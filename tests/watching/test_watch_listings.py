"""What a watch makes of a listing: which pages are the latest, what is whole of it, what can not be read at all."""

from __future__ import annotations

import time
from typing import Any

import pytest
from site_maker import MEETING, STRIKE, FakeClock, Site, rss, watch_once, whats

from kawat.intake.watching import feeds, watch
from kawat.intake.watching.config import Source
from kawat.intake.watching.listings import Entry, giver_of, listing_from_bytes
from kawat.store import Store

FEED = "https://x.example/feed"
LONG = "Russia attacked the port of Odesa in Ukraine on Monday, the governor said. " * 20


def with_texts(*items: tuple[str, str]) -> str:
    return rss(*items).replace("<title>t</title>", f"<title>Odesa</title><description>{LONG}</description>")


@pytest.mark.parametrize(("make", "full_text"), [(rss, False), (with_texts, False), (with_texts, True)])
def test_the_latest_come_first_in_whatever_order_zone_and_length_they_are_told(make: Any, full_text: bool) -> None:
    told = {
        "/3": "Tue, 12 Aug 2025 10:00:00 +0700",
        "/1": "Tue, 12 Aug 2025 08:00:00 GMT",
        "/2": "Tue, 12 Aug 2025 00:30:00 -0400",
        "/4": "Mon, 11 Aug 2025 23:30:00 GMT",
        "/5": "2025-08-11",
    }
    found = listing_from_bytes(make(*told.items(), ("/6", "")).encode(), FEED, 100_000, full_text)
    assert [entry.url[-2:] for entry in found.entries] == ["/1", "/2", "/3", "/4", "/5", "/6"]


@pytest.mark.parametrize("full_text", [True, False])
def test_of_a_feed_with_whole_texts_the_latest_are_kept(site: Site, store: Store, full_text: bool) -> None:
    days = [(f"/{day}", f"{day:02} Aug 2025 10:00:00 GMT") for day in range(1, 7)]
    site.pages |= {"/feed": with_texts(*days)} | {f"/{day}": MEETING for day in range(1, 7)}
    told = watch_once(store, site, Source(site.url("/feed"), max_new=2, full_text=full_text))
    assert [(one.waiting, one.skipped) for one in told if one.what == "polled"] == [(2, 4)]
    assert {one.url for one in told if one.url and "feed" not in one.url} == {site.url("/5"), site.url("/6")}


def test_the_date_of_a_feed_with_whole_texts_counts_where_the_page_has_none(site: Site, store: Store) -> None:
    page = MEETING.replace("JAKARTA, 12 August 2025 - ", "")
    site.pages |= {"/feed": with_texts(("/a", "Tue, 12 Aug 2025 10:00:00 GMT")), "/a": page}
    watch_once(store, site, Source(site.url("/feed")))
    (one,) = store.articles()
    assert "Philippine" in one.article.text and str(one.article.published_day) == "2025-08-12"


def test_a_text_names_the_feed_that_gave_it() -> None:
    url = 'https://x.example/feed?a="b"&c=<d>'
    (entry,) = listing_from_bytes(with_texts(("/a", "")).encode(), url, 100_000, True).entries
    assert entry.content is not None and giver_of(entry.content) == url
    assert giver_of(entry.content.replace('<link rel="via"', "<link")) is None
    assert listing_from_bytes(with_texts(("/a", "")).encode(), url, 100_000).entries == (
        Entry("https://x.example/a", entry.mark),
    )


# --- cut off ----------------------------------------------------------------------------------------


def test_of_a_feed_that_is_cut_off_the_whole_entries_are_fetched_and_that_is_told(
    site: Site, store: Store, clock: FakeClock
) -> None:
    whole, tag = rss("/a", "/b"), {"ETag": '"1"'}
    site.pages |= {"/feed": (200, tag, whole[: whole.index("</channel>") - 5]), "/a": MEETING, "/b": STRIKE}
    source = Source(site.url("/feed"), interval=600)
    told = watch_once(store, site, source)
    assert whats(told) == ["failed", "kept"]
    assert (told[1].named, told[1].waiting, told[1].status) == (1, 1, 200)
    assert told[1].reason is not None and "cut off" in told[1].reason
    row = store.watching().feed(source.url)
    assert row is not None
    assert (row.state, row.failures, row.etag, row.success_at) == ("failing", 1, None, None)
    for _ in range(10):
        clock.sleep(600)
        assert whats(watch_once(store, site, source)) == ["failed"], "it is asked again as ever"
    site.pages["/feed"] = (200, tag, whole)
    clock.sleep(600)
    assert whats(watch_once(store, site, source)) == ["polled", "kept"]
    row = store.watching().feed(source.url)
    assert row is not None and (row.state, row.failures, row.etag, row.last_error) == ("ok", 0, '"1"', None)


def test_a_feed_that_is_cut_off_before_its_first_entry_ends_is_a_failure(site: Site, store: Store) -> None:
    site.pages |= {"/feed": rss("/a")[:-40]}
    told = watch_once(store, site, Source(site.url("/feed")))
    assert whats(told) == ["failed"] and told[1].named is None


def test_an_index_that_is_cut_off_takes_no_site_map_out(site: Site, store: Store, clock: FakeClock) -> None:
    maps = "".join(f"<sitemap><loc>{site.url(f'/map{number}')}</loc></sitemap>" for number in (1, 2))
    index = f"<sitemapindex>{maps}</sitemapindex>"
    site.pages |= {"/index": index, "/map1": "<urlset></urlset>", "/map2": "<urlset></urlset>"}
    source = Source(site.url("/index"), kind="sitemap", interval=600)
    watch_once(store, site, source)
    site.pages["/index"] = index[:-40]
    clock.sleep(600)
    assert "failed" in whats(watch_once(store, site, source))
    assert {row.url for row in store.watching().feeds()} == {source.url, site.url("/map1"), site.url("/map2")}


def test_of_a_feed_with_too_many_entries_the_first_are_taken(site: Site, store: Store) -> None:
    site.pages |= {"/feed": rss(*(f"/{number}" for number in range(5_001)))}
    site.pages |= {f"/{number}": MEETING for number in range(2)}
    told = watch_once(store, site, Source(site.url("/feed"), max_new=1))
    assert (told[1].what, told[1].named, told[1].waiting, told[1].skipped) == ("failed", 5_000, 1, 4_999)
    assert told[1].reason is not None and "over 5000 entries" in told[1].reason


# --- what can not be read at all --------------------------------------------------------------------


def test_a_library_that_stumbles_over_a_feed_costs_that_feed_only(
    site: Site, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = feeds.listing_from_bytes

    def stumble(body: bytes, url: str, *more: Any) -> Any:
        if "odd" in url:
            raise ZeroDivisionError("odd")
        return real(body, url, *more)

    monkeypatch.setattr(feeds, "listing_from_bytes", stumble)
    site.pages |= {"/odd": rss("/b"), "/feed": rss("/a"), "/a": MEETING}
    told = watch_once(store, site, Source(site.url("/odd")), Source(site.url("/feed")))
    assert sorted(whats(told)) == ["failed", "kept", "polled"]
    assert [one.reason for one in told if one.what == "failed"] == ["unexpected ZeroDivisionError: odd"]


def test_a_feed_that_takes_for_ever_to_read_costs_itself(
    site: Site, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slowly(*_: Any) -> Any:
        while True:
            time.sleep(0.01)

    monkeypatch.setattr(watch, "LONGEST_LISTING", 0.3)
    monkeypatch.setattr(feeds, "listing_from_bytes", slowly)
    site.pages |= {"/feed": rss("/a")}
    told = watch_once(store, site, Source(site.url("/feed")))
    assert whats(told) == ["failed"] and "took over 0.3 seconds" in str(told[1].reason)
