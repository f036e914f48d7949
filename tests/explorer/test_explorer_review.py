"""An editor's word: only where the server lets editors judge, signed, and taken back at will."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from helper_browser import AXE, Visitor, visitor
from helper_server import served
from playwright.sync_api import Browser, expect

TOKEN = "a-token-for-this-test-only"


def _most_told(ask: Callable[[str], Any]) -> str:
    events = ask("/events?status=occurred&limit=200")["items"]
    return str(max(events, key=lambda one: (one["reports"], one["id"]))["id"])


def _told_once(ask: Callable[[str], Any]) -> str:
    """An event that no judgement takes apart."""
    events = ask("/events?status=occurred&limit=200")["items"]
    return str(min(one["id"] for one in events if one["reports"] == 1))


def test_there_is_no_review_where_nobody_may_judge(window: Browser, demo: str, ask: Callable[[str], Any]) -> None:
    with visitor(window, demo) as one:
        one.go(f"/event/{_most_told(ask)}")
        assert one.page.locator(".review").count() == 0


def test_an_event_is_accepted_corrected_and_set_free_again(
    window: Browser, demo_store: Path, ask: Callable[[str], Any], tmp_path: Path
) -> None:
    copy = tmp_path / "edited.db"
    shutil.copy(demo_store, copy)
    event = _told_once(ask)
    with (
        served(copy, "--edit", "--token", TOKEN) as site,
        visitor(window, site) as one,
    ):
        one.go(f"/event/{event}")
        assert one.page.get_by_role("alert").is_visible()  # without the token
        one.complaints.clear()
        one.go(f"/?token={TOKEN}")
        one.go(f"/event/{event}")
        if AXE.exists():
            assert one.axe() == []
        _judge(one, event)
        assert one.complaints == []


def _judge(one: Visitor, event: str) -> None:
    review = one.page.locator(".review")
    review.get_by_role("button", name="Accept").click()
    expect(review).to_contain_text("write your name first")
    review.get_by_label("Your name").fill("Siti <b>")
    review.get_by_role("button", name="Accept").click()
    expect(review.locator(".judgements li", has_text="accepted")).not_to_have_count(0)
    expect(review.locator(".judgements li").first).to_contain_text("Siti <b>")
    expect(review).to_contain_text("Kept.")
    review.get_by_label("Field").select_option("status")
    review.get_by_label("New value").select_option("denied")
    review.get_by_role("button", name="Correct").click()
    expect(one.page.locator(".event-head .status-denied")).to_be_visible()
    for _ in range(review.locator(".judgements li").count()):
        before = review.locator(".judgements li").count()
        review.get_by_role("button", name="Take back").last.click()
        expect(review.locator(".judgements li")).to_have_count(before - 1)
    one.go(f"/event/{event}")
    expect(one.page.locator(".event-head .status-occurred")).to_be_visible()
