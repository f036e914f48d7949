"""JSON as others write it: which of it is lines, and what becomes of objects without a text."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from source_maker import json_lines, row, story

from kawat.intake import InputOptions
from kawat.intake.sources.collect import items_of
from kawat.intake.sources.item import Broken, Item, Ready, Whole
from kawat.intake.sources.kinds import Kind, kind_of
from kawat.intake.sources.mapping import KNOWN_NAMES

OPTIONS = InputOptions()
EMPTY = {"title": "t", "text": None}


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def items(body: bytes) -> list[Item]:
    Path("a.json").write_bytes(body)
    return [item for item in items_of("a.json", OPTIONS) if not isinstance(item.content, Whole)]


def texts(found: list[Item]) -> list[str]:
    return [item.content.text for item in found if isinstance(item.content, Ready)]


def reasons(found: list[Item]) -> dict[str, str]:
    return {item.name: str(item.content.error) for item in found if isinstance(item.content, Broken)}


@pytest.mark.parametrize("without", [19, 20, 21, 300])
def test_objects_without_a_text_cost_themselves_however_many_come_first(without: int) -> None:
    rows = [*[EMPTY] * without, *[row(number) for number in range(5)], EMPTY]
    for body in (json_lines(rows), json.dumps(rows).encode(), gzip.compress(json_lines(rows))):
        found = items(body)
        assert texts(found) == [story(number) for number in range(5)]
        assert list(reasons(found)) == [f"a.json:{number}" for number in (*range(1, without + 1), without + 6)]
        assert set(reasons(found).values()) == {"it has no text: name the field that has it with --map text=NAME"}
        assert [item.done for item in found] == sorted(item.done for item in found)


def test_a_file_without_a_text_is_one_reason_also_where_lines_of_it_are_broken() -> None:
    found = items(json_lines([EMPTY] * 30) + b'{"title": \n' + json_lines([EMPTY] * 30))
    assert list(reasons(found)) == ["a.json:31", "a.json"]
    assert "nothing in this JSON has a text" in reasons(found)["a.json"]


def test_a_torn_file_tells_what_it_has_one_by_one() -> None:
    noise = [EMPTY | {"noise": f"{number:x}" * 999} for number in range(900)]
    found = items(gzip.compress(json_lines(noise))[:-40])
    assert "a.json:1" in reasons(found) and "packed with gzip and broken" in reasons(found)["a.json"]


ARTICLE = row(1, text="text")
PRETTY = json.dumps(ARTICLE, indent=1)


@pytest.mark.parametrize(
    "text",
    [
        PRETTY.replace("{\n", '{\n "tags": [\n  {"name": "asean"}\n ],\n', 1),
        PRETTY.replace("{\n", '{\n"tags": [\n{"name": "asean"},\n{"name": "eu"}\n],\n', 1),
        PRETTY.replace("{\n", '{ "a": 1,\n"b":\n{"name": "asean"},\n', 1),
        PRETTY.replace("\n}", ',\n "tags": [\n  {"name": "asean"}\n ]\n}'),
        "\n\n" + PRETTY.replace("\n}", ',\n "related": [\n  {"title": "x", "text": "y"}\n ]\n}'),
        PRETTY.replace("\n", "\r\n").replace("{\r\n", '{\r\n "tags": [\r\n  {"name": "asean"}\r\n ],\r\n', 1),
    ],
)
def test_an_article_that_holds_objects_in_one_line_is_one_article(text: str) -> None:
    (item,) = items(text.encode())
    assert (item.name, texts([item])) == ("a.json", [story(1)])


def test_a_long_article_that_holds_objects_in_one_line_is_one_article() -> None:
    tags = ",\n".join(f'  {{"name": "tag {number}"}}' for number in range(9_000))
    (item,) = items(PRETTY.replace("{\n", f'{{\n "tags": [\n{tags}\n ],\n', 1).encode())
    assert texts([item]) == [story(1)]


@pytest.mark.parametrize(
    "first", ['{"title": bad', '{"title": "cut o', '{"title": "a", ', '{"title": "a", "n": [1, ', "", '{"text":']
)
def test_lines_are_lines_also_where_the_first_is_broken(first: str) -> None:
    body = first.encode() + b"\n" + json_lines([row(1), row(2)])
    assert kind_of(body, KNOWN_NAMES, whole=True) is Kind.LINES
    assert texts(items(body)) == [story(1), story(2)]


@pytest.mark.parametrize("text", ['{"a":\n' + "[" * 60_000, '{"a":' + "[" * 60_000 + "\n{}", '{\n"', '{"'])
def test_what_can_not_be_told_is_of_some_kind(text: str) -> None:
    for whole in (True, False):
        assert kind_of(text.encode(), KNOWN_NAMES, whole=whole) in Kind
