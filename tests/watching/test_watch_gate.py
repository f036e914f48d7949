"""A watch sets aside what is no news, as `kawat add` does, with the same reason."""

from __future__ import annotations

from pathlib import Path

import pytest
from site_maker import MEETING, Site, article, rss, watch_once, whats

from kawat.intake import InputOptions, events, take
from kawat.intake.watching.config import Source
from kawat.store import Store, open_store

HEADLINES = "".join(
    f'<li><a href="/b/{n}">Minister says that talks number {n} went well</a></li>' for n in range(30)
)
CAPTION = "<figure><img src='p.jpg'><figcaption>People cross a flooded road in Jakarta.</figcaption></figure>"
NO_NEWS = {
    "/list": f"<h1>All about ministers</h1><ul>{HEADLINES}</ul>",
    "/gallery": f"<h1>Pictures: floods in Jakarta</h1>{CAPTION * 9}",
    "/program": "<noscript>Please enable JavaScript to view this page, and then load it once more.</noscript>",
    "/prices": "<h1>Gold</h1><table>"
    + "".join(f"<tr><td>{n} grams of gold</td><td>{n},000,000</td></tr>" for n in range(1, 60))
    + "</table>",
    "/short": "<h1>Ministers meet</h1><p>They met in Manila today.</p>",
}


def page(inner: str) -> str:
    return f'<html lang="en"><head><title>Kabar</title></head><body><main>{inner}</main></body></html>'


@pytest.fixture
def shelf(site: Site) -> Site:
    site.pages |= {path: page(inner) for path, inner in NO_NEWS.items()}
    site.pages |= {"/feed": rss(*NO_NEWS, "/news"), "/news": MEETING}
    return site


def test_what_is_no_news_is_set_aside_and_makes_no_event(shelf: Site, store: Store) -> None:
    told = watch_once(store, shelf, Source(shelf.url("/feed")))
    assert sorted(whats(told)) == ["kept", "polled", *["quarantined"] * len(NO_NEWS)]
    assert [one.article.url for one in store.articles()] == [shelf.url("/news")]
    assert {telling.article.url for event in events(store) for telling in event.tellings} == {shelf.url("/news")}


def test_a_watch_and_add_give_the_same_reasons(shelf: Site, store: Store, tmp_path: Path) -> None:
    watch_once(store, shelf, Source(shelf.url("/feed")))
    options = InputOptions("lexicon", allow_private=True)
    with open_store(tmp_path / "added.db", create=True) as other:
        list(take(other, [shelf.url(path) for path in NO_NEWS], shelf.clock.now, options))
        added = {one.source: (one.error, one.reason) for one in other.quarantine_list()}
    watched = {one.source: (one.error, one.reason) for one in store.quarantine_list()}
    assert watched == added
    assert "NoNewsError" in {error for error, _ in watched.values()}


def test_a_text_that_became_an_error_page_stays_as_it_was(site: Site, store: Store) -> None:
    site.pages |= {"/feed": rss(("/a", "Tue, 12 Aug 2025 10:00:00 GMT")), "/a": MEETING}
    watch_once(store, site, Source(site.url("/feed")))
    before = [one.article.id for one in store.articles()]
    gone = article("404 Not Found", "Sorry, there is nothing here to see; go back to the home page please.")
    site.pages |= {"/feed": rss(("/a", "Tue, 12 Aug 2025 12:00:00 GMT")), "/a": gone}
    site.clock.sleep(7200)
    assert "quarantined" in whats(watch_once(store, site, Source(site.url("/feed"))))
    assert [one.article.id for one in store.articles()] == before


def test_the_whole_texts_of_a_feed_pass_the_same_gate(site: Site, store: Store) -> None:
    told = "<title>Ministers meet in Manila</title><description>The ministers met there today.</description>"
    site.pages["/feed"] = rss("/a").replace("<title>t</title>", told)
    assert whats(watch_once(store, site, Source(site.url("/feed"), full_text=True))) == ["polled", "quarantined"]


def test_a_page_set_aside_by_a_watch_is_read_all_the_same_where_that_is_asked_for(site: Site, store: Store) -> None:
    from kawat.intake import Ways

    site.pages |= {"/feed": rss("/short"), "/short": page(NO_NEWS["/short"])}
    watch_once(store, site, Source(site.url("/feed")))
    (one,) = store.quarantine_list()
    assert "--any-page" in one.reason
    options = InputOptions("lexicon", allow_private=True, any_page=True)
    list(take(store, [one.source], site.clock.now, options, Ways(retry=True)))
    assert store.quarantine_list() == () and store.counts().articles == 1
