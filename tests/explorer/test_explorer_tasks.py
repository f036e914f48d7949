"""What a reader does: from a search to the words that prove a value, by keyboard alone; other paths."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from helper_browser import Visitor, visitor
from helper_server import asking, served
from playwright.sync_api import Browser, expect


def _focused(one: Visitor) -> str:
    return str(one.page.evaluate("document.activeElement?.textContent ?? ''"))


def test_from_a_search_to_the_words_and_back_by_keyboard(window: Browser, demo: str) -> None:
    with visitor(window, demo) as one:
        page, press = one.page, one.page.keyboard.press
        one.go("/")
        press("/")
        page.keyboard.type("mengecam")
        press("Enter")
        page.wait_for_url("**/search?q=mengecam")
        one.settle()
        expect(page.locator(".hits mark").first).to_be_visible()
        page.evaluate("document.activeElement.blur()")
        press("j")
        assert "mengecam" in _focused(one).lower()
        press("Enter")
        page.wait_for_url("**/event/evt-*")
        one.settle()
        press("n")
        expect(page.locator("button[data-value][aria-pressed=true]").first).to_be_visible()
        assert "lit=" in page.url
        assert page.locator(".words .lit").first.inner_text().strip()
        page.get_by_role("link", name="Open the article").first.focus()
        press("Enter")
        page.wait_for_url("**/article/art-*")
        one.settle()
        expect(page.locator(".mark-trigger-chosen").first).to_be_visible()
        page.go_back()
        page.wait_for_url("**/event/evt-*")
        one.settle()
        expect(page.locator(".words .lit").first).to_be_visible()
        page.go_back()
        page.wait_for_url("**/search?q=mengecam")
        assert one.complaints == []


def test_each_value_lights_words_that_stand_in_its_reports(
    window: Browser, demo: str, ask: Callable[[str], Any]
) -> None:
    """The words that are lit are those of the record, though texts hold characters of two units."""
    event = max(ask("/events?limit=200")["items"], key=lambda one: (one["reports"], one["id"]))
    told = ask(f"/events/{event['id']}")
    with visitor(window, demo) as one:
        for report in told["reports"]:
            one.go(f"/event/{event['id']}?lit=what&report={report['id']}")
            lit = "".join(one.page.locator(".words .lit").all_inner_texts())
            assert lit == report["trigger"]["text"]


def test_the_skip_link_leads_to_the_content(window: Browser, demo: str) -> None:
    with visitor(window, demo) as one:
        one.go("/events")
        one.page.keyboard.press("Tab")
        assert _focused(one) == "Skip to content"
        one.page.keyboard.press("Enter")
        one.page.keyboard.press("Tab")
        assert one.page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_help_opens_and_single_keys_can_be_turned_off(window: Browser, demo: str) -> None:
    with visitor(window, demo) as one:
        one.go("/events")
        one.page.keyboard.press("?")
        expect(one.page.get_by_role("dialog")).to_be_visible()
        one.page.get_by_role("checkbox").uncheck()
        one.page.keyboard.press("Escape")
        expect(one.page.get_by_role("dialog")).to_have_count(0)
        one.page.keyboard.press("g")
        one.page.keyboard.press("m")
        assert one.page.url.endswith("/events")


def test_filters_live_in_the_address(window: Browser, demo: str) -> None:
    with visitor(window, demo) as one:
        page = one.page
        one.go("/events")
        before = page.locator(".row").count()
        page.get_by_role("button", name="Filters").click()
        page.get_by_label("Type").select_option("CONSULT")
        page.get_by_role("button", name="Apply").click()
        page.wait_for_url("**type=CONSULT*")
        one.settle()
        assert set(page.locator(".row .type").all_inner_texts()) <= {
            text for text in page.locator(".row .type").all_inner_texts() if text.startswith("Consult")
        }
        page.get_by_role("button", name=re.compile("Remove the filter")).click()
        one.settle()
        assert page.locator(".row").count() == before


def test_a_bar_of_the_timeline_shows_its_events(window: Browser, demo: str) -> None:
    with visitor(window, demo) as one:
        page = one.page
        one.go("/timeline?a=THA&b=KHM&by=day")
        everything = page.locator(".row").count()
        bar = page.locator(".bars [role=button]").first
        bar.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**period=*")
        expect(page.get_by_role("heading", name=re.compile("Events: "))).to_be_visible()
        one.settle()
        assert 0 < page.locator(".row").count() < everything
        handle = page.get_by_label("Beginning of what is shown")
        handle.focus()
        for _ in range(3):
            page.keyboard.press("ArrowRight")
        expect(page.get_by_role("button", name="Show all").first).to_be_visible()


def test_the_days_of_the_briefing(window: Browser, demo: str) -> None:
    with visitor(window, demo) as one:
        one.go("/day/2025-07-27")
        assert one.page.locator("h1").inner_text() == "Sunday, 27 July 2025"
        one.page.get_by_role("link", name=re.compile("Day before")).click()
        one.page.wait_for_url("**/day/2025-07-26")
        expect(one.page.locator("h1")).to_contain_text("26 July")


def test_a_country_on_the_map_is_a_shade_and_never_a_pin(
    window: Browser, demo: str, ask: Callable[[str], Any]
) -> None:
    told = ask("/map")
    with visitor(window, demo) as one:
        one.go("/map")
        one.page.wait_for_selector("path.country")
        assert one.page.locator("circle.point").count() == len(told["points"])
        assert one.page.locator("path[class*='country-']").count() >= len(told["countries"]) * 0.9


def test_a_trigger_in_the_title_is_shown_in_the_heading(window: Browser, tmp_path: Path) -> None:
    lines = ("Kenya Tutup Perbatasan dengan Somalia", "Kabar Uji - 3 Maret 2025", "Pasar di kota itu sepi. " * 9)
    (tmp_path / "one.txt").write_text("\n\n".join(lines), encoding="utf-8")
    db = tmp_path / "one.db"
    command = [
        sys.executable,
        "-m",
        "kawat",
        "add",
        str(tmp_path / "one.txt"),
        "--db",
        str(db),
        "--reader",
        "lexicon",
    ]
    subprocess.run(command, check=True, capture_output=True)
    with served(db) as site:
        _shows_the_trigger_in_the_heading(window, site)


def _shows_the_trigger_in_the_heading(window: Browser, site: str) -> None:
    ask = asking(site)
    found = next(
        (article, report)
        for one in ask("/articles?limit=50")["items"]
        for article in (ask(f"/articles/{one['id']}"),)
        for title in article["article"]["paragraphs"][:1]
        for report in article["reports"]
        if title["kind"] == "title" and report["trigger"]["start"] < title["end"]
    )
    article, report = found
    with visitor(window, site) as one:
        one.go(f"/article/{article['article']['id']}?report={report['id']}")
        lit = one.page.locator("h1 .mark-trigger-chosen")
        expect(lit.first).to_be_visible()
        assert "".join(lit.all_inner_texts()) == report["trigger"]["text"]
        title = article["article"]["title"]
        assert one.page.locator("h1").inner_text() == title
        assert title not in one.page.locator(".article-text").inner_text()


def test_another_filter_keeps_what_the_address_says_in_its_own_words(window: Browser, demo: str) -> None:
    with visitor(window, demo) as one:
        page = one.page
        one.go("/events?country=Rusia&type=assault")
        chips = page.locator(".chip")
        expect(chips).to_have_text([re.compile("Country: Russia"), re.compile("Type: Assault")])
        page.get_by_role("button", name=re.compile("^Filters")).click()
        page.get_by_label("Status").select_option("occurred")
        page.get_by_role("button", name="Apply").click()
        page.wait_for_url("**status=occurred*")
        assert "country=RUS" in page.url and "type=ASSAULT" in page.url
        page.evaluate("history.replaceState({}, '', '/events?country=Kremlin')")
        page.reload()
        page.get_by_role("button", name=re.compile("^Filters")).click()
        page.get_by_label("Actor").fill("Putin")
        page.get_by_role("button", name="Apply").click()
        page.wait_for_url("**actor=Putin*")
        assert "country=Kremlin" in page.url
