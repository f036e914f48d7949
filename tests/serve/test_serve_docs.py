"""docs/api.md keeps up with the server: every route, parameter, error and key, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kawat.serve.answers import ERRORS
from kawat.serve.openapi import schemas
from kawat.serve.routes.table import OPERATIONS

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")
ANSWERS = PAGE.partition("## What answers consist of")[2]
HEAD = re.compile(r"^### (\w+) (/\S*)$", re.MULTILINE)
ROW = re.compile(r"^\| `([^`]+)` \|", re.MULTILINE)


def part_of(head: str) -> str:
    """What stands under a head, up to the next one."""
    return re.split(r"^#", PAGE.partition(f"### {head}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]


def test_the_routes_are_those_of_the_server() -> None:
    assert HEAD.findall(PAGE) == [(one.method, one.path) for one in OPERATIONS]


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: f"{one.method} {one.path}")
def test_the_parameters_of_a_route_are_its_own(operation: Any) -> None:
    part = part_of(f"{operation.method} {operation.path}")
    assert ROW.findall(part) == [one.name for one in operation.parameters]
    assert operation.says in part
    for one in operation.parameters:
        assert one.says in part
        assert all(f"`{value}`" in part for value in one.among)
    assert not operation.schema or f"`{operation.schema}`" in part


def test_every_error_is_documented() -> None:
    told = re.findall(r"^\| (\d{3}) \| `(\w+)` \|", PAGE, re.MULTILINE)
    assert {int(status): code for status, code in told} == {int(status): code for status, code in ERRORS.items()}
    assert schemas()["error"]["properties"]["error"]["properties"]["code"]["enum"] == sorted(
        ERRORS.values(), key=schemas()["error"]["properties"]["error"]["properties"]["code"]["enum"].index
    )


def keys(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        for key, part in schema.get("properties", {}).items():
            yield key
            yield from keys(part)
        for word in ("items", "anyOf", "allOf"):
            yield from keys(schema.get(word))
    elif isinstance(schema, list):
        for part in schema:
            yield from keys(part)


@pytest.mark.parametrize("name", sorted(name for name in schemas() if not name.startswith("record")))
def test_every_key_of_an_answer_is_documented(name: str) -> None:
    row = next(line for line in ANSWERS.splitlines() if line.startswith(f"| `{name}` |"))
    told = set(re.findall(r"`([^`]+)`", row.rpartition("|")[0].rpartition("|")[2]))
    assert told == set(keys(schemas()[name]))
