"""The focus is never lost: whatever opens, closes, goes or grows, it goes on from a place that makes sense."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from helper_browser import Visitor, visitor
from playwright.sync_api import Browser, expect


def at(one: Visitor, selector: str) -> None:
    """The focus is, or soon will be, on what the selector names."""
    expect(one.page.locator(f"{selector}:focus")).to_have_count(1)


def test_a_search_leads_to_its_results(window: Browser, demo: str) -> None:
    with visitor(window, demo) as one:
        page, press = one.page, one.page.keyboard.press
        one.go("/")
        for _ in range(2):  # the same words twice
            press("/")
            page.keyboard.type("menelepon")
            press("Enter")
            page.wait_for_url("**/search?q=menelepon")
            at(one, "main h1")
            one.settle()
        press("j")
        at(one, "a.hit-title")
        assert page.locator("#find").input_value() == "menelepon"
        assert page.evaluate("history.length") == 3  # about:blank, the briefing, one search


def test_a_view_begins_at_its_heading_and_back_at_the_link(window: Browser, demo: str) -> None:
    with visitor(window, demo) as one:
        page, press = one.page, one.page.keyboard.press
        one.go("/events")
        assert page.evaluate("document.activeElement === document.body")
        entry = page.locator("a[data-entry]").nth(12)
        entry.focus()
        href = entry.get_attribute("href")
        press("Enter")
        page.wait_for_url(f"**{href}")
        at(one, ".event-head h1")
        page.get_by_role("link", name="Open the article").first.focus()
        press("Enter")
        page.wait_for_url("**/article/*")
        at(one, ".article h1")
        page.go_back()
        at(one, "main a[href^='/article/']")
        page.go_back()
        at(one, f"a[data-entry][href='{href}']")
        press("g")
        press("m")
        page.wait_for_url("**/map")
        at(one, "main h1")


def test_a_removed_filter_leaves_the_focus_among_the_others(window: Browser, demo: str) -> None:
    with visitor(window, demo) as one:
        one.go("/events?country=KHM&with=THA&status=occurred")
        for left in (2, 1, 0):
            chip = one.page.locator(".chip").last
            chip.focus()
            one.page.keyboard.press("Enter")
            expect(one.page.locator(".chip")).to_have_count(left)
            at(one, ".filter-line button")
        one.page.get_by_role("button", name="Filters").click()
        one.page.get_by_label("Actor", exact=True).fill("Trump")
        one.page.keyboard.press("Enter")
        one.page.wait_for_url("**actor=Trump*")
        one.settle()
        at(one, "input[name=actor]")


def test_closed_words_give_the_focus_back_to_their_value(
    window: Browser, demo: str, ask: Callable[[str], Any]
) -> None:
    event = ask("/events?limit=1")["items"][0]["id"]
    with visitor(window, demo) as one:
        one.go(f"/event/{event}")
        for close in ("button", "Escape"):
            value = one.page.locator("button[data-value]").nth(2)
            value.focus()
            one.page.keyboard.press("Enter")
            one.page.wait_for_url("**lit=*")
            button = one.page.get_by_role("button", name="Close")
            button.focus()
            one.page.keyboard.press("Enter" if close == "button" else "Escape")
            expect(button).to_have_count(0)
            expect(value).to_be_focused()


def test_a_longer_list_goes_on_at_its_first_new_entry(window: Browser, demo: str) -> None:
    with visitor(window, demo) as one:
        for path, selector, button in (
            ("/events", "main a[data-entry]", "Show more"),
            ("/timeline?a=THA&b=KHM&by=day", "main a[data-entry]", "Show more"),
            ("/map", ".place-list li button", "Show more"),
            ("/day/2025-07-27?days=7", ".column-main a[data-entry]", "smaller event"),
        ):
            one.go(path)
            more = one.page.get_by_role("button", name=button).first
            if more.count() == 0:
                assert path.startswith("/timeline")
                continue
            before = one.page.locator(selector).evaluate_all("all => all.map(one => one.textContent)")
            more.focus()
            one.page.keyboard.press("Enter")
            at(one, selector)
            assert one.page.locator(selector).count() > len(before), path
            first = one.page.locator(f"{selector}:focus").inner_text()
            assert first not in before, path


def test_what_takes_a_choice_back_passes_the_focus_on(window: Browser, demo: str) -> None:
    with visitor(window, demo) as one:
        page, press = one.page, one.page.keyboard.press
        one.go("/timeline?a=THA&b=KHM&by=day")
        page.locator(".bars [role=button]").first.focus()
        press("Enter")
        page.wait_for_url("**period=*")
        page.locator(".told").get_by_role("button", name="Show all").focus()
        press("Enter")
        at(one, ".told h2")
        page.get_by_label("Beginning of what is shown").focus()
        press("ArrowRight")
        page.locator(".brush").get_by_role("button", name="Show all").focus()
        press("Enter")
        at(one, ".brush input")
        one.go("/map")
        page.locator(".place-list button").first.focus()
        press("Enter")
        at(one, ".place-chosen h2")
        page.get_by_role("button", name="Close").focus()
        press("Enter")
        at(one, ".place-list h2")
        one.go("/actors?focus=THA")
        page.locator(".pairs").get_by_role("button", name="Show all").focus()
        press("Enter")
        at(one, ".pairs h2")


def test_the_day_before_can_be_pressed_again(window: Browser, demo: str) -> None:
    with visitor(window, demo) as one:
        one.go("/day/2025-07-27")
        before = one.page.get_by_role("link", name=re.compile("Day before"))
        before.focus()
        for day in ("26", "25"):
            one.page.keyboard.press("Enter")
            one.page.wait_for_url(f"**/day/2025-07-{day}")
            one.settle()
            expect(before).to_be_focused()


def test_on_a_phone_the_words_do_not_hide_their_value(
    window: Browser, demo: str, ask: Callable[[str], Any]
) -> None:
    event = max(ask("/events?limit=200")["items"], key=lambda one: (one["reports"], one["id"]))["id"]
    with visitor(window, demo, width=390) as one:
        one.go(f"/event/{event}")
        for _ in range(one.page.locator("button[data-value]").count()):
            one.page.keyboard.press("n")
            one.settle()
            focused = one.page.locator("button[data-value]:focus")
            expect(focused).to_have_attribute("aria-pressed", "true")
            _seen(one)
        one.page.reload()
        one.settle()
        _seen(one)
        one.page.keyboard.press("Escape")
        one.page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
        one.page.get_by_role("button", name="Show the words").last.click()
        one.settle()
        _seen(one)


def _seen(one: Visitor) -> None:
    """The chosen value stands whole above the sheet with the words."""
    one.page.wait_for_function(
        """() => {
            const values = [...document.querySelectorAll("button[data-value][aria-pressed=true]")]
            const value = values.find(one => one === document.activeElement) ?? values[0]
            const [box, sheet] = [value, document.querySelector(".words")].map(one => one.getBoundingClientRect())
            return box.height > 0 && box.top >= 0 && box.bottom <= sheet.top
        }"""
    )
