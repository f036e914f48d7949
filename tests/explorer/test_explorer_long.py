"""A word that is longer than a line is broken: nothing makes a page wider than the screen."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from helper_browser import visitor
from helper_server import asking, served
from helper_stores import LONG, make_long
from playwright.sync_api import Browser

TOKEN = "a-token-for-this-test-only"


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_no_word_makes_a_page_wider_than_the_screen(window: Browser, tmp_path: Path, width: int) -> None:
    make_long(tmp_path / "long.db")
    with served(tmp_path / "long.db") as site:
        ask = asking(site)
        event = ask("/events")["items"][0]["id"]
        report = ask(f"/events/{event}")["reports"][0]
        actor = quote(ask("/actors")["items"][0]["key"], safe="")
    place = quote(f"{LONG}0,IDN", safe="")
    word = LONG[:190]
    wide = {}
    with (
        served(tmp_path / "long.db", "--edit", "--token", TOKEN) as site,
        visitor(window, site, width=width) as one,
    ):
        one.go(f"/?token={TOKEN}")
        for path in (
            "/day/2025-08-14",
            f"/events?actor={word}&voice={word}&country={word}",
            "/events",
            f"/event/{event}",
            f"/event/{event}?by=value",
            f"/event/{event}?lit=whom&report={report['id']}",
            "/calendar?all=true",
            f"/timeline?a=IDN&b={word}",
            "/timeline?a=IDN&b=SWE",
            "/actors?by=actor",
            f"/actor/{actor}",
            "/map",
            f"/map?place={place}",
            f"/search?q={LONG}0",
            f"/search?q={LONG}",
            f"/article/{report['article']['id']}?report={report['id']}",
            f"/event/{word}",
        ):
            one.go(path)
            if one.overflow() > 0:
                wide[path[:40]] = one.page.evaluate(
                    """() => [...document.querySelectorAll("main *")]
                        .filter(one => one.getBoundingClientRect().right > window.innerWidth + 1)
                        .map(one => `${one.tagName}.${one.getAttribute("class")}`).slice(0, 6)"""
                )
    assert wide == {}
