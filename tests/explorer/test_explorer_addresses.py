"""What is seen is in the address: it comes back when the page is loaded anew, and on going back."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from helper_browser import Visitor, visitor
from playwright.sync_api import Browser, expect


def again(one: Visitor) -> None:
    one.page.reload()
    one.settle()


def scale_in(url: str) -> float:
    """How far a map is zoomed in by its address: the last part of "0.79,0.53,4"."""
    zoom = parse_qs(urlsplit(url).query).get("zoom", ["1"])[0]
    return float(zoom.split(",")[-1])


def test_the_zoom_of_the_timeline(window: Browser, demo: str) -> None:
    with visitor(window, demo) as one:
        one.go("/timeline?a=THA&b=KHM&by=day")
        bars, every = one.page.locator(".bars [role=button]").count(), one.page.locator(".told .row").count()
        start = one.page.get_by_label("Beginning of what is shown")
        start.focus()
        for _ in range(40):
            one.page.keyboard.press("ArrowRight")
        told = one.page.locator(".brush-note").inner_text()
        day = int(told.split()[0])
        one.page.wait_for_url(f"**from=2025-07-{day:02}*")
        expect(one.page.locator(".told .row")).not_to_have_count(every)
        one.settle()
        rows = one.page.locator(".told .row").all_inner_texts()
        assert 0 < one.page.locator(".bars [role=button]").count() < bars
        again(one)
        assert one.page.locator(".brush-note").inner_text() == told
        expect(one.page.locator(".told .row")).to_have_text(rows, use_inner_text=True)
        one.page.get_by_role("button", name="week").click()
        one.page.wait_for_url("**by=week*")
        one.settle()
        assert "from=2025-07-" in one.page.url
        one.page.locator(".brush").get_by_role("button", name="Show all").click()
        one.page.wait_for_url(lambda url: "from=" not in url)


def test_how_versions_stand(window: Browser, demo: str, ask: Callable[[str], Any]) -> None:
    event = max(ask("/events?limit=200")["items"], key=lambda one: (one["reports"], one["id"]))["id"]
    with visitor(window, demo) as one:
        one.go(f"/event/{event}")
        assert one.page.locator(".voices").count() == 1
        one.page.get_by_role("button", name="by value").click()
        one.page.wait_for_url("**by=value*")
        again(one)
        assert (one.page.locator(".voices").count(), one.page.locator(".by-value").count()) == (0, 1)


def test_the_zoom_of_the_map(window: Browser, demo: str) -> None:
    def shown() -> list[float]:
        box = one.page.locator(".world svg").get_attribute("viewBox") or ""
        return [round(float(part)) for part in box.split()]

    with visitor(window, demo) as one:
        one.go("/map")
        whole = shown()
        for _ in range(3):
            one.page.get_by_role("button", name="Zoom in").click()
        one.page.wait_for_url(
            lambda url: scale_in(url) == round(1.7**3, 2)
        )  # a slow browser writes each click by itself
        near = shown()
        again(one)
        assert shown() == near != whole
        one.page.get_by_role("button", name="Whole world").click()
        one.page.wait_for_url(lambda url: "zoom=" not in url)
        assert shown() == whole


def test_a_list_comes_back_as_long_and_as_far_down_as_it_was(window: Browser, demo: str) -> None:
    with visitor(window, demo) as one:
        page = one.page
        one.go("/events")
        entries = page.locator("a[data-entry]")
        first = entries.count()
        page.get_by_role("button", name="Show more").click()
        expect(entries).not_to_have_count(first)
        page.get_by_role("button", name=re.compile("Loading")).wait_for(state="detached")
        texts = entries.all_inner_texts()
        entry = entries.nth(first + 8)
        entry.scroll_into_view_if_needed()
        page.wait_for_timeout(50)
        down = page.evaluate("window.scrollY")
        assert down > 1000
        entry.click()
        page.wait_for_url("**/event/*")
        one.settle()
        page.go_back()
        expect(entries).to_have_text(texts, use_inner_text=True)
        page.wait_for_function("down => Math.abs(window.scrollY - down) < 3", arg=down)
        expect(entry).to_be_focused()
        page.locator(".nav a", has_text="Events").click()  # a new visit begins at the top
        expect(entries).to_have_count(first)
        assert page.evaluate("window.scrollY") == 0


def test_the_language_chosen_last_stays(window: Browser, demo: str) -> None:
    def language() -> str | None:
        return one.page.locator("html").get_attribute("lang")

    with visitor(window, demo) as one:
        one.go("/events?lang=id&country=THA")
        assert language() == "id"
        one.page.locator("a[data-entry]").first.click()
        one.page.wait_for_url("**/event/*")
        one.settle()
        one.page.get_by_role("button", name="English").click()
        one.page.go_back()
        one.page.wait_for_url("**lang=en*")
        again(one)
        assert language() == "en" and "country=THA" in one.page.url
        one.page.get_by_role("button", name="Bahasa Indonesia").click()
        one.page.wait_for_url("**lang=id*")
        again(one)
        assert language() == "id"


def test_a_page_that_does_not_come_is_told_and_can_be_asked_again(window: Browser, demo: str) -> None:
    with visitor(window, demo) as one:
        page = one.page
        one.go("/events")
        first = page.locator("a[data-entry]").count()
        page.route("**/api/v1/events?*cursor=*", lambda route: route.abort())
        page.get_by_role("button", name="Show more").click()
        expect(page.get_by_role("alert")).to_contain_text("does not answer")
        assert page.locator("a[data-entry]").count() == first
        page.unroute_all()
        page.get_by_role("button", name="Try again").click()
        expect(page.locator("a[data-entry]")).not_to_have_count(first)
        expect(page.get_by_role("alert")).to_have_count(0)


def test_what_the_store_holds_is_asked_again(window: Browser, demo: str, ask: Callable[[str], Any]) -> None:
    meta = ask("/meta")
    with visitor(window, demo) as one:
        page = one.page
        page.clock.install()
        page.route("**/api/v1/meta", lambda route: route.fulfill(json=meta | {"settling": True, "events": 1}))
        one.go("/events")
        expect(page.locator(".banner")).to_contain_text("Merging is under way")
        page.unroute_all()
        page.locator(".nav a", has_text="Calendar").click()
        page.clock.run_for(500)
        expect(page.locator("h1")).to_have_text("Calendar")
        expect(page.locator(".banner")).to_have_count(1)  # asked a moment ago
        page.clock.run_for(11_000)
        page.locator(".nav a", has_text="Map").click()
        page.clock.run_for(500)
        expect(page.locator(".banner")).to_have_count(0)
        expect(page.locator(".foot")).to_contain_text(f"{meta['events']} events")
