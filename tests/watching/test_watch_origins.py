"""Whose text replaces whose: what counts is where a text was fetched from, not which address it names."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from site_maker import CHANGED, MEETING, STRIKE, FakeClock, Site, rss, watch_once, whats

from kawat.intake import InputOptions, Ways, take
from kawat.intake.one import origin_of
from kawat.intake.rereading import reread
from kawat.intake.sources.item import Item, Origin, Ready, page_item
from kawat.intake.watching.config import Source
from kawat.records import Page
from kawat.store import Store, open_store

OPTIONS = InputOptions("lexicon", allow_private=True)
FIRST, LATER = (f"Tue, 12 Aug 2025 {hour}:00:00 GMT" for hour in (10, 12))


def add(store: Store, site: Site, *sources: str) -> list[str]:
    return [one.taken_as.value for one in take(store, sources, site.clock.now, OPTIONS, Ways())]


def current(store: Store) -> dict[str, str]:
    """The texts that stand in the views, by a word of each."""
    words = ("Correction", "Philippine", "Odesa", "Forged", "Renewed")
    told = [one.article for one in store.articles()]
    return {next(word for word in words if word in one.text): str(one.url) for one in told}


def whole(link: str, word: str, day: str = LATER) -> str:
    """A feed that has the whole text of an entry."""
    text = f"{word}: Russia attacked the port of Sumy in Ukraine on Monday, the governor said. " * 20
    return rss((link, day)).replace("<title>t</title>", f"<title>{word}</title><description>{text}</description>")


def test_a_feed_that_is_added_can_not_replace_the_article_of_another_host(site: Site, store: Store) -> None:
    victim = site.url("/a", "localhost")
    site.pages |= {"/a": MEETING, "/evil": whole(victim, "Forged")}
    add(store, site, victim)
    assert add(store, site, site.url("/evil")) == ["read"]
    assert current(store) == {"Philippine": victim, "Forged": victim}, "both stand"
    assert all(one.by is None for one in store.versions_at(victim))


def test_a_feed_that_is_watched_can_not_replace_the_article_of_another_host(
    site: Site, store: Store, clock: FakeClock
) -> None:
    victim = site.url("/a", "localhost")
    site.pages |= {"/a": MEETING, "/evil": whole(victim, "Forged")}
    add(store, site, victim)
    source = Source(site.url("/evil"), full_text=True)
    assert whats(watch_once(store, site, source)) == ["polled", "kept"]
    assert set(current(store)) == {"Philippine", "Forged"}
    site.pages |= {"/evil": whole(victim, "Renewed", "Tue, 12 Aug 2025 13:00:00 GMT")}
    clock.sleep(7200)
    assert whats(watch_once(store, site, source)) == ["polled", "kept"]
    assert set(current(store)) == {"Philippine", "Forged", "Renewed"}
    assert add(store, site, victim) == ["unchanged"]
    site.pages["/a"] = CHANGED
    add(store, site, victim)
    assert set(current(store)) == {"Correction"}, "what its own host says replaces them all"


def test_a_feed_whose_address_leads_to_another_host_comes_from_there(site: Site, store: Store) -> None:
    victim = site.url("/a", "localhost")
    forged = whole(victim, "Forged")
    site.pages |= {"/a": MEETING, "/go": (302, {"Location": site.url("/evil")}, ""), "/evil": forged}
    add(store, site, victim)
    open_redirect = site.url("/go", "localhost")
    assert "kept" in whats(watch_once(store, site, Source(open_redirect, full_text=True)))
    assert set(current(store)) == {"Philippine", "Forged"}
    add(store, site, open_redirect)
    assert set(current(store)) == {"Philippine", "Forged"}


def test_a_feed_replaces_texts_of_its_own_host(site: Site, store: Store, clock: FakeClock) -> None:
    site.pages |= {"/feed": whole("/a", "Forged", FIRST)}
    source = Source(site.url("/feed"), full_text=True)
    watch_once(store, site, source)
    site.pages |= {"/feed": whole("/a", "Renewed", LATER)}
    clock.sleep(7200)
    assert whats(watch_once(store, site, source)) == ["polled", "replaced"]
    assert set(current(store)) == {"Renewed"}
    site.pages |= {"/feed": whole("/a", "Odesa", "Tue, 12 Aug 2025 14:00:00 GMT")}
    add(store, site, site.url("/feed"))
    assert set(current(store)) == {"Odesa"}


def test_a_changed_page_that_a_redirect_leads_to_replaces_its_older_text(
    site: Site, store: Store, clock: FakeClock
) -> None:
    there = site.url("/var/1", "localhost")
    site.pages |= {"/short": (302, {"Location": there}, ""), "/var/1": MEETING}
    add(store, site, site.url("/short"))
    clock.sleep(3600)
    site.pages["/var/1"] = CHANGED
    assert add(store, site, site.url("/short")) == ["read"]
    assert current(store) == {"Correction": there}
    articles = sorted(one.article_id for one in store.versions_at(there))
    for order in (articles, articles[::-1]):
        list(reread(store, order, lambda: clock.now() + timedelta(hours=1), "lexicon"))
        assert current(store) == {"Correction": there}
    site.pages["/var/1"] = MEETING
    add(store, site, site.url("/short"))
    assert current(store) == {"Philippine": there}, "what stands there now"


def test_a_feed_of_short_links_renews_what_they_lead_to(site: Site, store: Store) -> None:
    there = site.url("/var/1", "localhost")
    site.pages |= {"/short": (302, {"Location": there}, ""), "/var/1": MEETING, "/feed": rss(("/short", FIRST))}
    add(store, site, site.url("/feed"))
    site.pages |= {"/var/1": CHANGED, "/feed": rss(("/short", LATER))}
    add(store, site, site.url("/feed"))
    assert current(store) == {"Correction": there}


def test_a_redirect_lends_nobody_its_host(site: Site, store: Store) -> None:
    """`/go` of the other host leads to a page that is not its own."""
    victim = site.url("/a", "localhost")
    site.pages |= {"/a": MEETING, "/evil": STRIKE, "/go": (302, {"Location": site.url("/evil")}, "")}
    add(store, site, victim, site.url("/go", "localhost"))
    assert current(store) == {"Philippine": victim, "Odesa": site.url("/evil")}


def test_where_a_run_stopped_decides_nothing(site: Site, store: Store, tmp_path: Path) -> None:
    victim = site.url("/a", "localhost")
    site.pages |= {"/a": MEETING, "/evil": whole(victim, "Forged"), "/go": (302, {"Location": victim}, "")}
    sources = [site.url("/evil"), victim, site.url("/go"), site.url("/evil")]
    add(store, site, *sources)
    assert set(current(store)) == {"Philippine"}, "its own host has spoken last"
    for stopped in range(1, len(sources)):
        with open_store(tmp_path / f"{stopped}.db", create=True) as other:
            add(other, site, *sources[:stopped])
            add(other, site, *sources)
            assert current(other) == current(store)
            assert other.versions_at(victim) == store.versions_at(victim)


def test_reading_again_decides_nothing_anew(site: Site, store: Store, clock: FakeClock) -> None:
    victim = site.url("/a", "localhost")
    site.pages |= {"/a": MEETING, "/evil": whole(victim, "Forged")}
    add(store, site, victim, site.url("/evil"))
    articles = sorted(one.article_id for one in store.versions_at(victim))
    for order in (articles, articles[::-1]):
        list(reread(store, order, clock.now, "lexicon"))
        assert set(current(store)) == {"Philippine", "Forged"}


URL = "https://news.kabar.example/1"


def page(url: str | None) -> Page:
    return Page(b"<p>", url=url)


@pytest.mark.parametrize(
    ("item", "origin"),
    [
        (page_item("a.html", page(None)), None),
        (page_item("a.warc#1", page(URL)), Origin(URL)),
        (Item("a.warc#1", page(URL), within="https://evil.example/a.warc"), Origin("https://evil.example/a.warc")),
        (Item(URL, page(URL), within=URL), Origin(URL, now=True)),
        (Item(URL, Ready("text", url=URL), within="https://evil.example/f"), Origin("https://evil.example/f")),
        (Item(URL, Ready("text", url=URL)), None),
    ],
)
def test_where_a_text_comes_from(item: Item, origin: Origin | None) -> None:
    assert origin_of(item) == origin
