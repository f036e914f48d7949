"""What a reader sees where there is nothing: on an empty store, and where the server does not answer."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from helper_browser import AXE, Visitor, visitor
from helper_server import served
from playwright.sync_api import Browser, expect

from kawat.store import open_store

LISTS = ("/", "/events", "/calendar", "/calendar?today=2025-07-27", "/timeline?a=IDN", "/actors", "/map")
VIEWS = (*LISTS, "/timeline", "/search?q=jakarta", "/actor/IDN", "/event/evt-0000000000000000")


@pytest.fixture(scope="module")
def empty(window: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server on a store without an article."""
    path = tmp_path_factory.mktemp("without") / "empty.db"
    open_store(path, create=True).close()
    with served(path) as site:
        yield site


def waits_no_more(one: Visitor) -> None:
    one.settle()
    expect(one.page.locator("main")).not_to_contain_text("Loading")


@pytest.mark.parametrize("path", LISTS)
def test_an_empty_store_is_told_as_such(window: Browser, empty: str, path: str) -> None:
    with visitor(window, empty) as one:
        one.go(path)
        expect(one.page.locator("main .notice").first).to_be_visible()
        waits_no_more(one)
        assert one.page.get_by_role("alert").count() == 0
        assert one.page.locator("h1").count() == 1
        assert one.axe() == [] if AXE.exists() else True
        assert one.complaints == []


def test_a_calendar_of_nothing_says_how_to_begin(window: Browser, empty: str) -> None:
    with visitor(window, empty) as one:
        one.go("/calendar")
        expect(one.page.locator("main .notice")).to_contain_text("This store has no events yet")
        one.go("/calendar?lang=id")
        expect(one.page.locator("main .notice")).to_contain_text("belum berisi peristiwa")


def test_no_heading_stands_over_nothing(window: Browser, empty: str, demo: str) -> None:
    with visitor(window, empty) as one:
        one.go("/timeline")
        expect(one.page.locator("main .notice")).to_contain_text("Choose an actor or a country")
        assert one.page.locator("main h2").count() == 0
    with visitor(window, demo) as one:
        one.go("/timeline")
        expect(one.page.locator("main h2")).to_have_text("Pairs of which most is told")
        assert one.page.locator(".pair-list li").count() > 0


@pytest.mark.parametrize("path", VIEWS)
def test_a_server_that_does_not_answer_is_told_and_can_be_asked_again(
    window: Browser, demo: str, path: str
) -> None:
    with visitor(window, demo) as one:
        one.page.route("**/api/v1/**", lambda route: route.abort())
        one.go(path)
        expect(one.page.get_by_role("alert").first).to_contain_text("Kawat does not answer")
        waits_no_more(one)
        one.page.unroute_all()
        one.page.get_by_role("button", name="Try again").click()
        expect(one.page.locator("main")).not_to_contain_text("Kawat does not answer")
        waits_no_more(one)
        assert one.page.get_by_role("alert").count() == path.startswith("/event/"), "there is no such event"


def test_what_the_store_holds_is_asked_until_the_server_answers(window: Browser, demo: str) -> None:
    with visitor(window, demo) as one:
        one.page.clock.install()
        one.page.route("**/api/v1/meta", lambda route: route.abort())
        one.go("/events")
        expect(one.page.locator(".foot")).to_be_empty()
        one.page.unroute_all()
        one.page.clock.run_for(11_000)
        expect(one.page.locator(".foot")).to_contain_text("events from")
