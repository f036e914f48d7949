"""A browser on the explorer: what a page says to its console, and what axe finds in it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).parents[2]
AXE = ROOT / "explorer/node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ARGUMENTS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
PATIENCE = 30_000  # milliseconds
expect.set_options(timeout=PATIENCE)


def chromium() -> str | None:
    """The path of a browser of this system, or None."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@contextmanager
def browser() -> Iterator[Browser]:
    with sync_playwright() as started:
        made = started.chromium.launch(executable_path=chromium(), args=ARGUMENTS)
        yield made
        made.close()


@dataclass
class Visitor:
    """A page that remembers what it complained of."""

    page: Page
    site: str
    complaints: list[str] = field(default_factory=list)

    def go(self, path: str) -> None:
        """Opens a path and waits until it is drawn."""
        self.page.goto(self.site + path)
        self.settle()

    def settle(self) -> None:
        """Waits until nothing is being loaded any more."""
        self.page.wait_for_selector("main :is(h1, .notice)", timeout=PATIENCE)
        expect(self.page.locator(".waiting, [aria-busy=true]")).to_have_count(0, timeout=PATIENCE)

    def overflow(self) -> int:
        """How many pixels the page is wider than the screen."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))

    def axe(self) -> list[str]:
        """Every violation that axe finds, with where."""
        self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found: dict[str, Any] = self.page.evaluate(
            "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}})", RULES
        )
        return [
            f"{one['id']}: {node['target']} {node['html'][:160]} {node.get('failureSummary', '')[:200]}"
            for one in found["violations"]
            for node in one["nodes"]
        ]


@contextmanager
def visitor(made: Browser, site: str, *, width: int = 1280, theme: str = "light") -> Iterator[Visitor]:
    """A new window of a width in pixels; errors and warnings of the page are kept in `complaints`."""
    height = 740 if width < 500 else 900
    context = made.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if theme == "dark" else "light",
        locale="en-GB",
        reduced_motion="reduce",
    )
    page = context.new_page()
    made_one = Visitor(page, site)
    page.on("console", lambda said: _keep(made_one, said.type, said.text))
    page.on("pageerror", lambda error: made_one.complaints.append(f"error: {error}"))
    yield made_one
    context.close()


def _keep(one: Visitor, kind: str, text: str) -> None:
    if kind in {"error", "warning"}:
        one.complaints.append(f"{kind}: {text}")
