"""A change that a feed tells of is never lost: it is fetched when the hour is over, whatever is said later."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from site_maker import CHANGED, MEETING, STRIKE, FakeClock, Site, rss, send, watch_once, whats

from kawat.intake.watching.config import Source
from kawat.intake.watching.health import health
from kawat.intake.watching.listings import listing_from_bytes
from kawat.store import Store
from kawat.store.watching import FeedRow, Named, RetryRow

FIRST, SECOND, THIRD = (f"Tue, 12 Aug 2025 {hour}:00:00 GMT" for hour in (10, 11, 12))


class Feed:
    """Answers with what it says now, and 304 to whom it said that before."""

    def __init__(self, site: Site, said: str) -> None:
        self.said = said
        site.pages["/feed"] = self

    def __call__(self, handler: Any) -> None:
        tag = f'"{abs(hash(self.said))}"'
        known = handler.headers.get("If-None-Match") == tag
        send(handler, 304 if known else 200, "" if known else self.said, {"ETag": tag})


def told(title: str, text: str) -> str:
    inner = f"<title>{title}</title><description>{text}</description>"
    return rss(("/a", FIRST)).replace("<title>t</title>", inner)


def test_a_change_within_the_hour_is_fetched_when_the_hour_is_over(
    site: Site, store: Store, clock: FakeClock
) -> None:
    source, feed = Source(site.url("/feed")), Feed(site, rss(("/a", FIRST)))
    site.pages["/a"] = MEETING
    watch_once(store, site, source)
    clock.sleep(20 * 60)
    feed.said, site.pages["/a"] = rss(("/a", SECOND)), CHANGED
    assert whats(watch_once(store, site, source)) == ["polled"]
    assert health(store, clock.now()).queue == 1
    clock.sleep(39 * 60)
    assert whats(watch_once(store, site, source)) == ["polled"], "not before the hour is over"
    clock.sleep(60)
    told = watch_once(store, site, source)
    assert whats(told) == ["polled", "replaced"] and told[1].status == 304
    assert "Malaysia condemned" in next(iter(store.articles())).article.text
    clock.sleep(7200)
    assert whats(watch_once(store, site, source)) == ["polled"]
    assert site.paths().count("/a") == 2


def test_a_watch_that_runs_on_fetches_it_by_itself(site: Site, store: Store, clock: FakeClock) -> None:
    source, feed = Source(site.url("/feed"), interval=600), Feed(site, rss(("/a", FIRST)))
    site.pages["/a"] = MEETING

    def change(one: Any) -> bool:
        if one.what == "kept":
            feed.said, site.pages["/a"] = rss(("/a", SECOND)), CHANGED
        return one.what == "replaced"

    watch_once(store, site, source, once=False, stop_at=change)
    first, second = (one.at for one in site.asked if one.path == "/a")
    assert timedelta(hours=1) <= second - first <= timedelta(hours=1, minutes=1)


def test_the_hour_counts_from_when_the_page_was_fetched(site: Site, store: Store, clock: FakeClock) -> None:
    source, feed = Source(site.url("/feed")), Feed(site, rss(("/a", FIRST)))
    site.pages["/a"] = (503, {"Retry-After": "6000"}, "")
    watch_once(store, site, source)
    clock.sleep(6001)
    site.pages["/a"] = MEETING
    assert "kept" in whats(watch_once(store, site, source))
    feed.said, site.pages["/a"] = rss(("/a", SECOND)), CHANGED
    clock.sleep(60)
    assert whats(watch_once(store, site, source)) == ["polled"]
    clock.sleep(3600)
    assert whats(watch_once(store, site, source)) == ["polled", "replaced"]


def test_what_waits_is_fetched_once_however_often_it_changes(site: Site, store: Store, clock: FakeClock) -> None:
    source, feed = Source(site.url("/feed")), Feed(site, rss(("/a", FIRST)))
    site.pages["/a"] = MEETING
    watch_once(store, site, source)
    for day in (SECOND, THIRD):
        feed.said = rss(("/a", day))
        clock.sleep(600)
        watch_once(store, site, source)
    clock.sleep(3600)
    watch_once(store, site, source)
    clock.sleep(7200)
    assert whats(watch_once(store, site, source)) == ["polled"]
    assert site.paths().count("/a") == 2


def test_a_change_of_what_is_tried_again_keeps_its_turn(store: Store) -> None:
    tables = store.watching()
    first, later = "2025-08-20T09:00:00Z", "2025-08-20T12:00:00Z"
    with store.transaction():
        tables.put_feed(FeedRow("feed", "auto"))
        tables.name([Named("https://x.example/a", "feed", "1")], first, 9, 3600)
        tables.put_retry(RetryRow("https://x.example/a", 3, first, "2025-08-20T15:00:00Z", "it answered 503"))
        assert tables.name([Named("https://x.example/a", "feed", "2")], later, 9, 3600) == (0, 0)
    row = tables.retry("https://x.example/a")
    assert row is not None and row.attempts == 3
    assert list(tables.due(later)) == []
    assert [one.mark for one in tables.due("2025-08-20T15:00:00Z")] == ["2"]


def test_a_clock_that_is_set_back_makes_no_change_wait_for_days(site: Site, store: Store, clock: FakeClock) -> None:
    source, feed = Source(site.url("/feed")), Feed(site, rss(("/a", FIRST)))
    site.pages["/a"] = MEETING
    watch_once(store, site, source)
    clock.sleep(-3 * 86_400)
    feed.said, site.pages["/a"] = rss(("/a", SECOND)), CHANGED
    watch_once(store, site, source)
    clock.sleep(3601)
    watch_once(store, site, source)
    assert site.paths().count("/a") == 2


@pytest.mark.parametrize(
    ("title", "text"),
    [("Talks end in Manila", "Ministers met."), ("Talks go on", "Ministers met, and nine people died.")],
)
def test_another_title_or_text_with_the_same_date_is_a_change(
    site: Site, store: Store, clock: FakeClock, title: str, text: str
) -> None:
    source, feed = Source(site.url("/feed")), Feed(site, told("Talks go on", "Ministers met."))
    site.pages["/a"] = MEETING
    watch_once(store, site, source)
    clock.sleep(7200)
    feed.said, site.pages["/a"] = told(title, text), CHANGED
    assert whats(watch_once(store, site, source)) == ["polled", "replaced"]


def test_the_same_words_in_another_dress_are_no_change() -> None:
    def mark(said: str) -> str | None:
        (entry,) = listing_from_bytes(said.encode(), "https://x.example/feed", 100_000).entries
        return entry.mark

    plain = mark(told("Talks go on", "Ministers met."))
    assert mark(told("Talks go on", "<![CDATA[<img src='/n.gif?7'><p>Ministers  met.</p>]]>")) == plain
    assert mark(told("Talks go on", "Ministers meet.")) != plain
    assert mark(told("Talks go on", "")) not in (None, plain)


def test_a_title_that_changed_in_a_news_site_map_is_a_change() -> None:
    def mark(title: str) -> str | None:
        news = f"<news:news><news:title>{title}</news:title></news:news>"
        body = (
            '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
            'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">'
            f"<url><loc>https://x.example/a</loc>{news}</url></urlset>"
        )
        (entry,) = listing_from_bytes(body.encode(), "https://x.example/map", 100_000).entries
        return entry.mark

    assert mark("Three died") == mark("Three died") != mark("Nine died")


def test_entries_with_and_without_a_text_keep_their_own_marks() -> None:
    with_text = "<item><link>/a</link><description>Ministers met in Manila.</description></item>"
    without = "<item><link>/b</link></item>"
    nowhere = "<item><title>Nothing to fetch</title></item>"

    def marks(*items: str) -> dict[str, str | None]:
        body = f'<rss version="2.0"><channel><title>T</title>{"".join(items)}</channel></rss>'
        found = listing_from_bytes(body.encode(), "https://x.example/feed", 100_000)
        return {entry.url: entry.mark for entry in found.entries}

    both = marks(with_text, without)
    assert set(both) == {"https://x.example/a", "https://x.example/b"}
    assert marks(nowhere, without, nowhere, with_text) == both


def test_a_page_over_the_most_comes_when_it_changes(site: Site, store: Store, clock: FakeClock) -> None:
    source, feed = Source(site.url("/feed"), max_new=1), Feed(site, rss(("/a", SECOND), ("/b", FIRST)))
    site.pages |= {"/a": MEETING, "/b": STRIKE}
    watch_once(store, site, source)
    assert site.paths() == ["/feed", "/a"]
    clock.sleep(600)
    feed.said = rss(("/a", SECOND), ("/b", THIRD))
    watch_once(store, site, source)
    clock.sleep(3600)
    assert "kept" in whats(watch_once(store, site, source))
    assert site.paths().count("/b") == 1
