"""The gold of whole reports: well formed, its parts fixed by the ids, large enough, and read as published."""

from __future__ import annotations

import hashlib
import importlib.util
import json
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kawat.pages import article_from_page, read_path

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "gold"
PARTS = ("dev", "test")


@cache
def rows(part: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((GOLD / part / "gold.json").read_text(encoding="utf-8"))
    return found


def script(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("part", PARTS)
def test_the_gold_is_well_formed(part: str) -> None:
    assert script(ROOT / "examples" / "check_gold.py").faults(GOLD / part) == []


@pytest.mark.parametrize("part", PARTS)
def test_a_report_is_in_the_part_that_its_id_says(part: str) -> None:
    for row in rows(part):
        odd = int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % 2
        assert part == ("dev" if odd else "test"), row["id"]


def test_there_are_as_many_as_promised() -> None:
    every = [row for part in PARTS for row in rows(part)]
    assert len({row["id"] for row in every}) == len(every) >= 120
    for language in ("en", "id"):
        assert sum(row["lang"] == language for row in every) >= 60
    for part in PARTS:
        for path in (GOLD / part / "reports").iterdir():
            assert 150 <= len(path.read_text(encoding="utf-8").split()) <= 600, path.name


@pytest.mark.parametrize("part", PARTS)
def test_the_language_is_the_one_that_is_read(part: str) -> None:
    for row in rows(part):
        (path,) = (GOLD / part / "reports").glob(f"{row['id']}.*")
        article = article_from_page(read_path(str(path)))
        assert article.language == row["lang"]
        day = article.published_day
        assert day is None or day.isoformat() == row["published"][:10]


def test_the_second_coding_is_of_reports_that_are_there_and_agrees_well() -> None:
    module = script(GOLD / "agreement.py")
    golds = [one for part in PARTS for one in module.load_gold(GOLD / part / "gold.json")]
    second = module.load_gold(GOLD / "second.json")
    assert len(second) >= 12
    figures = module.agreement(golds, second, GOLD)
    assert figures["events_f1"] > 0.8
    assert figures["sides_f1"] > 0.8
