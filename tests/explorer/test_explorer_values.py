"""Each value of an event lights its own words, whatever else its report tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from helper_browser import Visitor, visitor
from playwright.sync_api import Browser, expect

Told = tuple[dict[str, Any], dict[str, Any], str, list[dict[str, Any]]]


def told_twice(ask: Callable[[str], Any]) -> Iterator[Told]:
    """Fields of actors or recipients of which one report tells two values by names of their own."""
    for one in ask("/events?limit=200")["items"]:
        event = ask(f"/events/{one['id']}")
        for field in event["views"]:
            for report in event["reports"]:
                values = [value for value in field["values"] if report["id"] == value["reports"][0]]
                if field["field"] == "whom" and len(values) > 1 and all(one["value"]["id"] for one in values):
                    yield event, field, report["id"], values


def pressed(one: Visitor) -> list[str]:
    return one.page.locator("button[data-value][aria-pressed=true]").all_inner_texts()


def words_of(report: dict[str, Any], value: dict[str, Any]) -> list[str]:
    return [actor["mention"]["text"] for actor in report["recipients"] if actor["id"] == value["value"]["id"]]


def test_each_of_two_values_of_one_report_lights_its_own_words(
    window: Browser, demo: str, ask: Callable[[str], Any]
) -> None:
    event, field, told, values = next(one for one in told_twice(ask) if len(one[0]["accounts"]) == 1)
    report = next(one for one in event["reports"] if one["id"] == told)
    with visitor(window, demo) as one:
        one.go(f"/event/{event['id']}")
        for value in values:
            name = value["value"]["name"]
            button = one.page.locator(".versions button[data-value]", has_text=name).last
            button.focus()
            one.page.keyboard.press("Enter")
            expect(button).to_have_attribute("aria-pressed", "true")
            _lit(one, name, words_of(report, value))
            one.page.reload()  # the address tells which
            one.settle()
            _lit(one, name, words_of(report, value))
        one.go(f"/event/{event['id']}?lit={field['field']}&report={told}")
        _lit(one, values[0]["value"]["name"], words_of(report, values[0]))
        assert one.complaints == []


def _lit(one: Visitor, name: str, words: list[str]) -> None:
    assert len(pressed(one)) == 1 and name in pressed(one)[0]
    expect(one.page.locator(".words-value")).to_contain_text(name)
    expect(one.page.locator(".words .lit")).to_have_text(words)


def test_the_keys_walk_over_every_value(window: Browser, demo: str, ask: Callable[[str], Any]) -> None:
    event = next(one for one in told_twice(ask) if len(one[0]["accounts"]) == 1)[0]
    with visitor(window, demo) as one:
        one.go(f"/event/{event['id']}")
        seen = []
        for _ in range(one.page.locator("button[data-value]").count()):
            one.page.keyboard.press("n")
            expect(one.page.locator("button[data-value]:focus")).to_have_attribute("aria-pressed", "true")
            seen.append(one.page.url)
        assert len(set(seen)) == sum(len(field["values"]) for field in event["views"])
