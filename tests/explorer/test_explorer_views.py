"""Every view, on screens of three widths, in light and dark: drawn, quiet, accessible, no wider than the screen."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from helper_browser import AXE, Visitor, visitor
from playwright.sync_api import Browser, expect

CHECKED = {(1280, "light"), (1280, "dark"), (360, "light")}  # with axe; the others have the same colours and frame
SHOTS = Path(__file__).parents[2] / "out/screenshots"


def views(ask: Callable[[str], Any]) -> dict[str, str]:
    """The paths of all views, with what there is to see in the demo."""
    call = max(
        ask("/events?type=CONSULT&limit=200")["items"],
        key=lambda one: (one["mode"] == "phone", one["corroboration"]["independent"], one["id"]),
    )
    told = ask(f"/events/{call['id']}")
    report = told["reports"][0]
    disputed = next(one for one in ask("/events?limit=200")["items"] if one["contradictions"])
    return {
        "briefing": "/day/2025-07-27?days=3",
        "briefing-quiet": "/day/2001-01-01",
        "events": "/events",
        "events-filtered": "/events?country=KHM&with=THA&status=occurred",
        "events-none": "/events?actor=nobody+at+all",
        "event": f"/event/{call['id']}",
        "event-lit": f"/event/{call['id']}?lit=who&report={report['id']}",
        "event-disputed": f"/event/{disputed['id']}",
        "calendar": "/calendar?today=2025-07-27",
        "timeline": "/timeline?a=THA&b=KHM&by=day",
        "timeline-start": "/timeline",
        "actors": "/actors",
        "actors-focus": "/actors?by=actor&focus=person%3Adonald-trump",
        "actor": "/actor/person%3Adonald-trump",
        "map": "/map",
        "map-country": "/map?place=KHM",
        "search": "/search?q=gencatan+senjata",
        "search-articles": "/search?q=ceasefire&in=articles",
        "search-none": "/search?q=zzzz",
        "article": f"/article/{report['article']['id']}?report={report['id']}",
        "nowhere": "/nothing/here",
    }


@pytest.mark.parametrize(
    ("width", "theme"), [(1280, "light"), (1280, "dark"), (768, "light"), (360, "light"), (360, "dark")]
)
def test_every_view_is_drawn_without_a_fault(
    window: Browser, demo: str, ask: Callable[[str], Any], width: int, theme: str
) -> None:
    SHOTS.mkdir(parents=True, exist_ok=True)
    faults: dict[str, list[str]] = {}
    with visitor(window, demo, width=width, theme=theme) as one:
        for name, path in views(ask).items():
            one.go(path)
            one.page.screenshot(path=SHOTS / f"{name}-{width}-{theme}.png")
            found = _faults(one, axe=(width, theme) in CHECKED)
            if found:
                faults[name] = found
    assert faults == {}


def _faults(one: Visitor, axe: bool) -> list[str]:
    found, one.complaints = one.complaints, []
    if one.overflow() > 0:
        found.append(f"wider than the screen by {one.overflow()}")
    return found + (one.axe() if axe and AXE.exists() else [])


def test_what_is_not_there_is_told(window: Browser, demo: str) -> None:
    with visitor(window, demo) as one:
        one.go("/event/evt-0000000000000000")
        assert one.page.get_by_role("alert").is_visible()
        assert one.page.locator("h1").count() == 1
        assert one.axe() == [] if AXE.exists() else True


def test_indonesian_and_english(window: Browser, demo: str, ask: Callable[[str], Any]) -> None:
    with visitor(window, demo) as one:
        for name, path in views(ask).items():
            one.go(f"{path}{'&' if '?' in path else '?'}lang=id")
            assert one.page.locator("html").get_attribute("lang") == "id", name
            assert one.overflow() <= 0, name
        one.page.get_by_role("button", name="English").click()
        expect(one.page.locator("html")).to_have_attribute("lang", "en")
        one.go("/events")
        assert one.page.locator("h1").inner_text() == "Events"
        assert one.complaints == []


def test_names_and_files_are_in_the_language_of_the_page(window: Browser, demo: str) -> None:
    with visitor(window, demo) as one:
        one.go("/timeline?a=THA&b=KHM&by=day&lang=id")
        expect(one.page.locator(".parties-title")).to_have_text("Thailand – Kamboja")
        one.page.get_by_role("button", name="English").click()
        expect(one.page.locator(".parties-title")).to_have_text("Thailand – Cambodia")
        one.go("/calendar?today=2025-07-27&lang=id")
        assert "lang=id" in str(one.page.locator("a[download]").get_attribute("href"))
        one.go("/events?country=KHM&lang=id")
        assert one.page.locator(".where", has_text="Kamboja").count() > 0
        assert (
            one.page.locator(".where", has_text=re.compile(r"\bCambodia\b")).count() == 0
        )  # a wording may say "Cambodian"


def test_no_country_is_told_as_a_code(window: Browser, demo: str, ask: Callable[[str], Any]) -> None:
    meta = ask("/meta")
    with visitor(window, demo) as one:
        one.page.route("**/api/v1/meta", lambda route: route.fulfill(json=meta | {"countries": []}))
        one.go("/map")
        for more in one.page.locator(".place-list").get_by_role("button", name="Show more").all():
            more.click()
        places = one.page.locator(".place-list li button").all_inner_texts()
        assert len(places) > 15
        assert [one for one in places if re.search(r"(^|, )[A-Z]{3}$", one)] == []
        one.go("/actor/person%3Aprabowo-subianto")
        one.page.locator(".row").first.wait_for()
        where = one.page.locator(".where").all_inner_texts()
        assert where and [one for one in where if re.search(r"(^|, )[A-Z]{3}$", one)] == []
        assert one.complaints == []


def test_an_office_is_told_once(window: Browser, demo: str) -> None:
    with visitor(window, demo) as one:
        one.go("/actor/person%3Aprabowo-subianto")
        offices = one.page.locator(".column-side .plain-list li").all_inner_texts()
        assert offices and len(offices) == len(set(offices))


def test_an_id_of_many_things_is_told_as_such(window: Browser, demo: str) -> None:
    with visitor(window, demo) as one:
        for path in ("/event/evt-", "/article/art-"):
            one.go(path)
            expect(one.page.get_by_role("alert")).to_contain_text("it is too short")
            expect(one.page.get_by_role("alert")).not_to_contain_text("filter")
            one.go(f"{path}?lang=id")
            expect(one.page.get_by_role("alert")).to_contain_text("terlalu pendek")
            one.go(f"{path}?lang=en")


def test_the_colours_are_kept(window: Browser, demo: str) -> None:
    def paper(one: Visitor) -> str:
        return str(one.page.evaluate("getComputedStyle(document.body).backgroundColor"))

    with visitor(window, demo) as one:
        one.go("/")
        light = paper(one)
        for _ in range(2):
            one.page.locator("button.theme").click()
        assert paper(one) != light
        dark = paper(one)
        one.page.reload()
        one.settle()
        assert paper(one) == dark
