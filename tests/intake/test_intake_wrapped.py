"""Lists of articles inside of an object, as services on the web answer."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from source_maker import json_lines, row, story

from kawat.intake import InputOptions
from kawat.intake.sources.collect import items_of, items_of_page
from kawat.intake.sources.item import Broken, Item, Ready, Whole
from kawat.intake.sources.mapping import parse_mapping
from kawat.records import Page

OPTIONS = InputOptions()
ROWS = [row(1), row(2)]
NEWSAPI = {
    "status": "ok", "totalResults": 2,
    "articles": [
        {
            "source": {"id": None, "name": "Kabar Selat"}, "author": "Sari", "title": f"Day {number}",
            "description": "Short.", "url": f"https://kabar.example/{number}", "urlToImage": None,
            "publishedAt": "2025-08-13T02:00:00Z", "content": story(number),
        }
        for number in (1, 2)
    ],
}  # fmt: skip


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def items(thing: Any, options: InputOptions = OPTIONS, indent: int | None = None) -> list[Item]:
    Path("a").write_text(json.dumps(thing, indent=indent))
    return [item for item in items_of("a", options) if not isinstance(item.content, Whole)]


def texts(found: list[Item]) -> dict[str, str]:
    return {item.name: item.content.text for item in found if isinstance(item.content, Ready)}


def reasons(found: list[Item]) -> dict[str, str]:
    return {item.name: str(item.content.error) for item in found if isinstance(item.content, Broken)}


BOTH = {"a:1": story(1), "a:2": story(2)}


@pytest.mark.parametrize("indent", [None, 1])
@pytest.mark.parametrize(
    "thing",
    [
        NEWSAPI,
        {"articles": ROWS},
        {"response": {"status": "OK", "docs": ROWS, "meta": {"hits": 2}}, "copyright": "K"},
        {"content": ROWS, "pageable": {"sort": [{"by": "date"}]}},
        {"title": "Kabar", "link": "https://kabar.example/", "tags": ["a"], "errors": [], "items": ROWS},
    ],
)
def test_the_list_of_articles_in_an_object_is_found(thing: dict[str, Any], indent: int | None) -> None:
    found = items(thing, indent=indent)
    assert (texts(found), reasons(found)) == (BOTH, {})


def test_an_answer_longer_than_what_is_looked_at_first_is_one_too() -> None:
    found = items({"articles": [row(number) for number in range(300)]})
    assert len(texts(found)) == 300 and reasons(found) == {}


def test_the_usual_names_are_known() -> None:
    ready = items(NEWSAPI)[0].content
    assert isinstance(ready, Ready)
    assert (ready.title, ready.url, ready.byline) == ("Day 1", "https://kabar.example/1", "Sari")
    assert ready.published == datetime(2025, 8, 13, 2, tzinfo=UTC)


def test_names_of_ones_own_are_those_of_the_articles() -> None:
    rows = [{"kop": "Satu", "isi_berita": story(number)} for number in (1, 2)]
    assert "--map text=NAME" in reasons(items({"data": rows}))["a"]
    options = InputOptions(mapping=parse_mapping("text=isi_berita,title=kop"))
    assert texts(items({"data": rows}, options)) == BOTH
    assert texts(items({"data": rows, "meta": {}}, options, indent=1)) == BOTH


def test_what_is_no_article_in_the_list_costs_itself() -> None:
    found = items({"articles": [{"title": "empty", "content": None}, *ROWS, 7]})
    assert texts(found) == {"a:2": story(1), "a:3": story(2)}
    assert list(reasons(found)) == ["a:1", "a:4"]


def test_lists_inside_of_an_article_are_none() -> None:
    comment = {"author": "Budi", "body": story(3), "date": "2025-08-14"}
    for indent, own in ((None, "a:1"), (1, "a")):
        assert texts(items({**row(1), "related": ROWS}, indent=indent)) == {own: story(1)}
        assert list(reasons(items({**row(1), "maintext": None, "related": ROWS}, indent=indent))) == ["a"]
        assert list(reasons(items({"title": "Day 1", "comments": [comment]}, indent=indent))) == ["a"]


def test_of_several_lists_none_is_guessed() -> None:
    found = items({"data": {"news": ROWS, "blogs": [row(3)]}})
    assert texts(found) == {}
    assert "data.news, data.blogs" in reasons(found)["a"] and "its own file" in reasons(found)["a"]


def test_among_lines_an_object_with_a_list_says_what_to_do() -> None:
    Path("a").write_bytes(json_lines([row(1), {"articles": ROWS}, row(2)]))
    found = [item for item in items_of("a", OPTIONS) if not isinstance(item.content, Whole)]
    assert texts(found) == {"a:1": story(1), "a:3": story(2)}
    assert "one article a line" in reasons(found)["a:2"]


def test_what_is_piped_in_is_named_by_its_place() -> None:
    found = list(items_of_page("-", Page(json.dumps(NEWSAPI).encode()), OPTIONS))
    assert [item.name for item in found] == ["-:1", "-:2", "-"]
