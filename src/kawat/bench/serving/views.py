"""How long the views of the explorer take on a large store, and the calls that they make.

    python -m kawat.bench.serving.views large.db

A call is asked once for each thing that there is to ask, so that no answer that is kept is timed. A view is timed
in Chromium, from the start of the navigation until the first of its content is there.
"""

from __future__ import annotations

import argparse
import http.client
import json
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from kawat.bench.serving.asking import BASE, SECONDS
from kawat.bench.serving.making import make_store
from kawat.bench.serving.running import HOST, served
from kawat.errors import InputError, KawatError

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

EVENTS = 100_000
TIMES = 3
"""So often a view is opened."""
LATER = 60_000
"""Milliseconds after which a view counts as not there."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")
CONTENT = (
    "main :is(.rows li, .bars rect, .bars path, .graph circle, .world circle, .event-head, .article-text, p.text)"
)
WATCH = f"""
new MutationObserver((_, one) => {{
  if (document.querySelector({json.dumps(CONTENT)})) {{ window.shownAfter = performance.now(); one.disconnect(); }}
}}).observe(document, {{childList: true, subtree: true}});
"""
Ask = Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class Timed:
    """``what`` was asked for or opened, how often, and the median and the longest time in milliseconds."""

    what: str
    count: int
    median_ms: float
    most_ms: float


@dataclass(frozen=True, slots=True)
class Known:
    """What the views are opened for. ``countries`` and ``persons``: those of most events first."""

    countries: tuple[str, ...]
    persons: tuple[str, ...]
    event: str
    article: str
    word: str
    last_day: str


def known(ask: Ask) -> Known:
    """Look round in a store that is served. Raises `InputError` where it has no events."""
    countries = [one["key"] for one in ask("/network?limit=60")["nodes"]]
    persons = [one["key"] for one in ask("/actors?limit=200")["items"] if one["kind"] == "person"]
    events = ask("/events?limit=200")["items"]
    if len(countries) < 2 or not persons or not events:
        raise InputError("the store has too little in it to be measured; make one with `kawat bench serve --keep`")
    most = max(events, key=lambda one: (one["reports"], one["id"]))
    report = ask(f"/events/{most['id']}")["reports"][0]
    word = max(report["sentence"]["text"].rstrip(".").split(), key=len)
    return Known(
        tuple(countries), tuple(persons), most["id"], report["article"]["id"], word, ask("/meta")["last_day"]
    )


def views(told: Known) -> dict[str, str]:
    """The path of each view, with as much in it as there is."""
    first, second = told.countries[:2]
    narrowed = urlencode({"q": told.word, "language": "en", "published_since": "2024-06-01"})
    return {
        "briefing": "/",
        "briefing-week": "/?days=7",
        "events": "/events",
        "events-filtered": f"/events?country={first}&with={second}",
        "event": f"/event/{told.event}",
        "timeline": f"/timeline?a={first}",
        "timeline-pair": f"/timeline?a={first}&b={second}&by=day",
        "actors": "/actors",
        "actors-persons": "/actors?by=actor&limit=80",
        "actor": f"/actor/{quote(told.persons[0], safe='')}",
        "country": f"/actor/{first}",
        "map": "/map",
        "map-place": f"/map?place={first}",
        "search": f"/search?{urlencode({'q': told.word})}",
        "search-filtered": f"/search?{narrowed}",
        "article": f"/article/{told.article}",
        "calendar": f"/calendar?today={told.last_day}",
        "calendar-all": f"/calendar?today={told.last_day}&all=true",
    }


def calls(told: Known) -> dict[str, list[str]]:
    """The calls that views make, each for several things."""
    days = [f"2024-{month:02}-15" for month in range(1, 11)]
    some = [*told.countries[:5], *told.countries[-3:]]
    keys = [
        quote(key, safe="") for key in (*told.persons[:4], *(f"country:{code}" for code in some[:4]), *some[:4])
    ]
    return {
        "briefing": [f"/briefing?day={day}" for day in days],
        "briefing of 7 days": [f"/briefing?day={day}&days=7" for day in days],
        "calendar": [f"/calendar?today={day}&from={day}" for day in days] + ["/calendar"],
        "timeline of one": [f"/timeline?a={code}" for code in some],
        "timeline of two": [f"/timeline?a={some[0]}&b={code}&by=day" for code in some[1:]],
        "timeline with events": [f"/timeline?a={code}&events=true&limit=60" for code in some],
        "actors": [f"/actors?limit={n}" for n in (20, 50)] + [f"/actors?q={word}" for word in ("an", "pra", "xu")],
        "actor": [f"/actors/{key}" for key in keys],
        "network of countries": [f"/network?limit={n}" for n in (20, 40, 80)]
        + [f"/network?since={d}" for d in days],
        "network of actors": [f"/network?by=actor&limit={n}" for n in (20, 40, 80)],
        "calendar as a file": [f"/calendar.ics?country={code}" for code in some],
        "map": ["/map", *(f"/map?since={day}&until={day}" for day in days), *(f"/map?country={c}" for c in some)],
        "map filtered by report": [
            *(f"/map?language={one}" for one in ("en", "id")),
            *(f"/map?status={one}&since={days[2]}&until={days[8]}" for one in ("occurred", "planned")),
            *(f"/map?status=occurred&country={code}" for code in some[:2]),
        ],
        "events": [f"/events?country={code}&limit=50" for code in some],
    }


def time_calls(ask: Ask, told: Known) -> list[Timed]:
    """How long the answer to each call takes, as the one who asks sees it."""
    return [_timed(call, [_taken(ask, path) for path in paths]) for call, paths in calls(told).items()]


def _taken(ask: Ask, path: str) -> float:
    began = time.perf_counter()
    ask(path)
    return (time.perf_counter() - began) * 1000


def _timed(what: str, times: list[float]) -> Timed:
    ranked = sorted(times)
    return Timed(what, len(ranked), round(ranked[len(ranked) // 2], 1), round(ranked[-1], 1))


def shown_after(page: Page, address: str) -> float:
    """Open the address; milliseconds from the start of the navigation until the first of its content is there."""
    page.goto(address, wait_until="commit")
    page.wait_for_selector(CONTENT, timeout=LATER)
    return float(page.evaluate("window.shownAfter"))


def watch(page: Page) -> None:
    """Let the page note when its content is there; before the first `shown_after`."""
    page.add_init_script(WATCH)


def time_views(made: Browser, site: str, told: Known, times: int = TIMES) -> list[Timed]:
    """How long each view takes until it is there, opened anew each time."""
    page = made.new_page(viewport={"width": 1280, "height": 900})
    watch(page)
    try:
        opened = {
            name: [shown_after(page, site + path) for _ in range(times)] for name, path in views(told).items()
        }
    finally:
        page.close()
    return [_timed(name, taken) for name, taken in opened.items()]


@contextmanager
def asking(port: int) -> Iterator[Ask]:
    """What the API of a server on this machine answers. An answer that is none raises `KawatError`."""
    connection = http.client.HTTPConnection(HOST, port, timeout=SECONDS)

    def ask(path: str) -> Any:
        connection.request("GET", f"{BASE}{path}")
        response = connection.getresponse()
        body = response.read()
        if response.status != 200:
            raise KawatError(f"{path} was answered with {response.status}: {body[:200].decode(errors='replace')}")
        kind = response.getheader("content-type") or ""
        return json.loads(body) if kind.startswith("application/json") else body

    try:
        yield ask
    finally:
        connection.close()


@contextmanager
def _browser() -> Iterator[Browser | None]:
    """Chromium, or None where it, or playwright, is missing: then standard error tells what to do."""
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        path = None
    if path is None:
        print("views are not timed: install chromium, and `pip install playwright`", file=sys.stderr)  # noqa: T201
        yield None
        return
    with sync_playwright() as started:
        made = started.chromium.launch(executable_path=path, args=list(ARGUMENTS))
        try:
            yield made
        finally:
            made.close()


def main(given: list[str] | None = None) -> int:
    """Time calls and views on a store; it is made where it is not there."""
    parser = argparse.ArgumentParser(prog="python -m kawat.bench.serving.views", description=__doc__)
    parser.add_argument("store", type=Path, help="a file of `kawat bench serve --keep`; made where it is missing")
    parser.add_argument("--events", type=int, default=EVENTS, help="about so many events, where it is made")
    asked = parser.parse_args(given)
    if not asked.store.exists():
        make_store(asked.store, asked.events)
    with served(asked.store) as port, asking(port) as ask, _browser() as made:
        told = known(ask)
        found = time_calls(ask, told)
        found += time_views(made, f"http://{HOST}:{port}", told) if made is not None else []
    for one in found:
        print(f"{one.what:24} {one.count:4} {one.median_ms:8.1f} {one.most_ms:8.1f}")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
