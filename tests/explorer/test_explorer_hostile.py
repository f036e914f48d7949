"""What articles say is only ever text: no markup of theirs is drawn, no script of theirs runs."""

from __future__ import annotations

from urllib.parse import quote

from helper_browser import Visitor, visitor
from helper_server import asking
from helper_stores import payloads
from playwright.sync_api import Browser

FOREIGN = (
    "main :is(script, img, image, iframe, object, embed, form:not([class]), style, link, meta, base, video, audio, "
    "marquee, math, template, keygen, frameset, foreignObject, animate, set), "
    "a[href^='javascript:' i], a[href^='data:' i], a[href^='vbscript:' i]"
)


def _clean(one: Visitor, where: str) -> None:
    assert one.page.evaluate("window.hit") is None, where
    assert one.page.locator(FOREIGN).count() == 0, where
    assert one.page.locator("main").is_visible(), where


def test_there_are_enough_payloads() -> None:
    assert len(set(payloads())) >= 100


def test_every_payload_is_shown_as_text(window: Browser, hostile: str) -> None:
    ask = asking(hostile)
    articles = {one["id"]: one for one in ask("/articles?limit=200")["items"]}
    shown = set()
    with visitor(window, hostile) as one:
        for identifier in articles:
            told = ask(f"/articles/{identifier}")
            text = told["article"]["text"]
            one.go(f"/article/{identifier}?report={told['reports'][0]['id']}")
            _clean(one, text)
            drawn = one.page.locator(".article-text").evaluate("one => one.textContent")
            assert _plain(text.split("\n\n")[1]) in _plain(drawn)
            assert _plain(one.page.locator("h1").evaluate("one => one.textContent")) == _plain(
                told["article"]["title"]
            )
            shown.add(told["article"]["title"].split(": ", 1)[1])
        assert one.complaints == []
    assert shown == set(payloads())


def test_lists_and_events_show_payloads_as_text(window: Browser, hostile: str) -> None:
    ask = asking(hostile)
    events = ask("/events?limit=200")["items"]
    with visitor(window, hostile) as one:
        for path in ("/", "/events", "/day/2025-08-14", "/calendar?all=true", "/actors?by=actor&limit=80", "/map"):
            one.go(path)
            _clean(one, path)
        for path in ("/search?q=window", "/search?q=%3Cscript%3E", "/timeline?a=IDN&b=SWE"):
            one.go(path)
            _clean(one, path)
        for actor in ask("/actors?limit=100")["items"][::25]:
            one.go(f"/actor/{quote(actor['key'], safe='')}")
            _clean(one, actor["key"])
        for event in events[::20]:
            one.go(f"/event/{event['id']}")
            one.page.locator("button[data-value]").first.click()
            one.settle()
            _clean(one, event["id"])
        assert one.complaints == []


def test_addresses_are_text_too(window: Browser, hostile: str) -> None:
    with visitor(window, hostile) as one:
        for payload in payloads()[::6]:
            one.page.goto(hostile)
            one.page.evaluate(
                "words => history.replaceState({}, '', '/search?q=' + encodeURIComponent(words))", payload
            )
            one.page.reload()
            one.settle()
            _clean(one, payload)
            assert _plain(payload) in _plain(one.page.locator("h1").evaluate("one => one.textContent"))


def _plain(text: str) -> str:
    return " ".join(text.split())
