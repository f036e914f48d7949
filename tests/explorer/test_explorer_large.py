"""The explorer on a store of thousands of events: every view opens, is quickly there, and is not overfull.

With `KAWAT_LARGE_STORE=large.db` on a store of `kawat bench serve --events 100000 --keep large.db` instead.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from helper_browser import Visitor, visitor
from helper_server import asking, served
from helper_stores import shared
from playwright.sync_api import Browser, expect

from kawat.bench.serving.making import make_store
from kawat.bench.serving.views import Known, calls, known, shown_after, time_calls, views, watch

SHOTS = Path(__file__).parents[2] / "out/screenshots"
EVENTS = 1_500
CALL = 300  # milliseconds of one call
FIRST = 1000  # milliseconds until the briefing is there
NODES = 6_000  # elements that a page may have
HEIGHT = 20_000  # pixels
NARROW = ["briefing-week", "event", "timeline-pair", "actors", "country", "map-place", "calendar"]


@pytest.fixture(scope="module")
def large(window: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server on a large store."""
    given = os.environ.get("KAWAT_LARGE_STORE")
    own = tmp_path_factory.getbasetemp()
    folder = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    store = Path(given) if given else shared(folder / "explorer-large.db", lambda path: make_store(path, EVENTS))
    with served(store) as site:
        asking(site)("/meta")  # what is read once for a server is not timed
        yield site


@pytest.fixture(scope="module")
def told(large: str) -> Known:
    return known(asking(large))


def test_every_view_opens(window: Browser, large: str, told: Known) -> None:
    SHOTS.mkdir(parents=True, exist_ok=True)
    faults: dict[str, Any] = {}
    every = views(told)
    for width, names in ((1280, list(every)), (360, NARROW)):
        with visitor(window, large, width=width) as one:
            for name in names:
                one.go(every[name])
                one.page.screenshot(path=SHOTS / f"large-{name}-{width}.png")
                if found := _faults(one):
                    faults[f"{name} {width}"] = found
    assert faults == {}


def _faults(one: Visitor) -> list[str]:
    found, one.complaints = one.complaints, []
    if one.page.get_by_role("alert").count():
        found.append(one.page.get_by_role("alert").first.inner_text())
    if one.overflow() > 0:
        found.append("wider than the screen")
    nodes = one.page.evaluate("document.querySelectorAll('*').length")
    height = one.page.evaluate("document.documentElement.scrollHeight")
    return found + ([f"{nodes} elements, {height} pixels"] if nodes > NODES or height > HEIGHT else [])


def test_the_briefing_is_there_within_a_second(window: Browser, large: str) -> None:
    page = window.new_page()
    watch(page)
    try:
        assert min(shown_after(page, f"{large}/") for _ in range(3)) < FIRST
    finally:
        page.close()


def test_no_call_takes_long(large: str, told: Known) -> None:
    ask = asking(large)
    assert {one.what for one in time_calls(ask, told)} == set(calls(told))
    slow = {one.what: one.median_ms for one in time_calls(ask, told) if one.median_ms > CALL}
    assert slow == {}


def test_a_country_of_the_network_opens_its_card(window: Browser, large: str, told: Known) -> None:
    code = told.countries[0]
    card = asking(large)(f"/actors/{code}")
    with visitor(window, large) as one:
        one.go(f"/actors?focus={code}")
        one.page.locator(".focus-line a").first.click()
        one.page.wait_for_url(f"**/actor/{code}")
        one.settle()
        expect(one.page.locator("h1")).to_have_text(card["name"])
        expect(one.page.locator(".kicker")).to_contain_text("everybody of the country")
        assert f"{card['events']:,} events" in one.page.locator(".lead").inner_text()
        expect(one.page.locator(".column-main .row")).to_have_count(12)
        assert one.complaints == []


def test_the_events_of_a_timeline_come_with_its_periods(window: Browser, large: str, told: Known) -> None:
    country = told.countries[0]
    every = asking(large)(f"/timeline?a={country}&events=true")["periods"]
    period = max((one for one in every if one["period"]), key=lambda one: len(one["events"]))
    with visitor(window, large) as one:
        one.go(f"/timeline?a={country}")
        rows = one.page.locator(".section .row")
        expect(rows).to_have_count(min(60, sum(len(one["events"]) for one in every)))
        one.page.get_by_role("button", name="Show more").click()
        one.settle()
        assert rows.count() > 60
        one.go(f"/timeline?a={country}&period={period['period']}")
        expect(rows.first).to_be_visible()
        links = rows.locator(".row-title").evaluate_all("all => all.map(one => one.pathname.split('/').pop())")
        assert set(links) <= {event["id"] for event in period["events"]}
        assert len(links) >= min(50, len(period["events"]))
