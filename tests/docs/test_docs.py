"""The documents keep up with the program: every key, command, option and link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import typer
from record_maker import sample

from kawat.cli.main import app
from kawat.contract import record_schema, record_to_dict
from kawat.records import Place, Span

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
LINK = re.compile(r"(?<!!)\[[^\]]+\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")
CODE = re.compile(r"`([^`\n]+)`")
FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def words_in_code(page: str) -> set[str]:
    """Everything that stands in code marks, word by word."""
    return {word for piece in CODE.findall(text_of(page)) for word in re.findall(r"[\w-]+", piece)}


def schema_keys(schema: Any) -> Iterator[str]:
    """Every key that the schema names, also in its definitions and in lists of required keys."""
    if isinstance(schema, dict):
        properties = schema.get("properties", {})
        yield from properties
        yield from schema.get("required", ())
        for part in (*properties.values(), *schema.get("$defs", {}).values()):
            yield from schema_keys(part)
        for word in ("items", "oneOf", "anyOf", "allOf"):
            yield from schema_keys(schema.get(word))
    elif isinstance(schema, list):
        for part in schema:
            yield from schema_keys(part)


def schema_values(schema: Any) -> Iterator[str]:
    """Every value of every enumeration."""
    if isinstance(schema, dict):
        yield from schema.get("enum", ())
        for part in schema.values():
            yield from schema_values(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from schema_values(part)


def printed_keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        for part in value.values():
            yield from printed_keys(part)
    elif isinstance(value, list):
        for part in value:
            yield from printed_keys(part)


def full_record() -> dict[str, Any]:
    """A record in which every optional part is filled."""
    record = sample()
    place = Place("Bandung", "IDN", Span(0, 4), -6.9, 107.6, "point")
    reports = tuple(replace(report, place=place) for report in record.reports)
    article = replace(record.article, source_file="a.txt", dropped=("menu: Home",))
    whole = replace(record, reports=reports, article=article, candidates=reports[:1])
    return record_to_dict(whole, candidates=True)


KEYS = sorted({*schema_keys(record_schema()), *printed_keys(full_record())})


def test_the_walk_finds_keys_at_every_depth() -> None:
    assert {
        "record_version",
        "text_sha256",
        "trigger",
        "granularity",
        "latitude",
        "speakers",
        "cue",
        "said",
    } <= set(KEYS)
    assert {"source_file", "dropped", "resolved_by"} <= set(printed_keys(full_record()))


@pytest.mark.parametrize("key", KEYS)
def test_every_key_of_a_record_is_documented(key: str) -> None:
    assert key in words_in_code("docs/record-format.md")


def test_every_key_that_is_printed_is_in_the_schema() -> None:
    assert set(printed_keys(full_record())) <= set(schema_keys(record_schema()))


@pytest.mark.parametrize("value", sorted({v for v in schema_values(record_schema()) if v.islower()}))
def test_every_value_of_a_closed_list_is_documented(value: str) -> None:
    assert re.search(rf"\b{value}\b", text_of("docs/record-format.md"))


@cache
def commands() -> dict[str, Any]:
    """Every command by its whole name."""

    def walk(group: Any, path: tuple[str, ...]) -> Iterator[tuple[str, Any]]:
        for name, command in group.commands.items():
            if hasattr(command, "commands"):
                yield from walk(command, (*path, name))
            else:
                yield " ".join((*path, name)), command

    return dict(walk(typer.main.get_command(app), ()))


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_and_option_is_documented(name: str) -> None:
    assert f"## kawat {name}\n" in text_of("docs/commands.md")
    known = words_in_code("docs/commands.md")
    flags = {flag for parameter in commands()[name].params for flag in parameter.opts if flag.startswith("--")}
    assert {flag for flag in flags if flag not in known} <= {"--help"}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_commands_and_options_in_the_documents_exist(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    lines = [line.split("#")[0] for line in text.splitlines() if line.startswith("    ")]
    fenced = [line for block in FENCE.findall(text) for line in block.splitlines()]
    said = [*CODE.findall(text), *lines, *fenced]
    for call in (
        found for piece in said for found in re.findall(r"(?:^|[\s;|&])kawat ((?:[a-z]+)[^|;&>]*)", piece)
    ):
        name = next((one for one in commands() if f"{call} ".startswith(f"{one} ")), None)
        assert name is not None, f"kawat {call}"
        known = {flag for parameter in commands()[name].params for flag in parameter.opts}
        assert set(re.findall(r"(?<!\S)--[a-z-]+", call)) <= known, f"kawat {call}"


def anchors(page: Path) -> set[str]:
    """The names that headings get as places to link to."""
    heads = re.findall(r"^#+ +(.+)$", FENCE.sub("", page.read_text(encoding="utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def links() -> list[tuple[str, str]]:
    """Page and target of every link to something in the repository."""
    found = []
    for page in PAGES:
        for pair in LINK.findall(FENCE.sub("", page.read_text(encoding="utf-8"))):
            target = pair[0] or pair[1]
            if not re.match(r"[a-z]+:", target):
                found.append((str(page.relative_to(ROOT)), target))
    return found


@pytest.mark.parametrize(("page", "target"), links())
def test_every_link_leads_somewhere(page: str, target: str) -> None:
    name, _, anchor = target.partition("#")
    file = (ROOT / page).parent / name if name else ROOT / page
    assert file.exists(), f"{page} links to {target}"
    assert not anchor or anchor in anchors(file), f"{page} links to {target}"


def test_there_are_links_to_check() -> None:
    assert len(links()) > 5


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_named_in_the_documents_exist(page: Path) -> None:
    said = CODE.findall(page.read_text(encoding="utf-8"))
    named = {
        piece
        for piece in said
        if re.fullmatch(r"(?:src|docs|tests|examples|training|requirements)/[\w./-]+", piece)
    }
    assert sorted(name for name in named if not (ROOT / name).exists()) == []
