"""The bundled reports, their gold, and the demo."""

from __future__ import annotations

import copy
import importlib.util
import json
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "examples"
REPORTS = sorted((FOLDER / "reports").iterdir())
OUTLETS = {
    "Harian Cakrawala",
    "Kabar Nusantara",
    "Northgate Wire",
    "Pacific Ledger",
    "Straits Courier",
    "Suara Khatulistiwa",
    "The Meridian Post",
    "Warta Selat",
}
Row = dict[str, Any]


@cache
def gold() -> dict[str, Row]:
    rows = json.loads((FOLDER / "gold.json").read_text(encoding="utf-8"))
    return {row["id"]: row for row in rows}


@cache
def stories() -> dict[str, Row]:
    rows: dict[str, Row] = json.loads((FOLDER / "stories.json").read_text(encoding="utf-8"))
    return rows


def outlet_of(path: Path) -> str:
    """The outlet whose name the file name starts with."""
    names = {name: name.lower().removeprefix("the ").replace(" ", "-") for name in OUTLETS}
    return next(name for name, slug in names.items() if path.stem.startswith(f"{slug}-"))


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"examples_{name}", FOLDER / f"{name}.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


# --- what there is ----------------------------------------------------------------------------------


def test_there_are_enough_of_both_languages_and_both_forms() -> None:
    kinds = Counter((gold()[path.stem]["lang"], path.suffix) for path in REPORTS)
    for language in ("id", "en"):
        assert kinds[language, ".html"] + kinds[language, ".txt"] >= 8
        assert min(kinds[language, ".html"], kinds[language, ".txt"]) >= 4


def test_every_report_belongs_to_one_story_and_every_story_has_several_outlets() -> None:
    listed = [name for story in stories().values() for name in story["reports"]]
    assert sorted(listed) == [path.name for path in REPORTS]
    assert len(stories()) >= 5
    for story in stories().values():
        tellers = {outlet_of(Path(name)) for name in story["reports"]}
        assert len(tellers) == len(story["reports"]) >= 2


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_the_outlet_is_one_of_ours(path: Path) -> None:
    raw = path.read_text(encoding="utf-8")
    assert outlet_of(path) in raw
    assert all(host.endswith(".example") for host in re.findall(r"https?://([\w.-]+)", raw) if host not in SCHEMAS)


SCHEMAS = {"schema.org", "ogp.me", "www.w3.org"}


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_the_length_is_that_of_a_report(path: Path) -> None:
    assert 120 <= len(extracted(path).split()) <= 450


# --- the gold ---------------------------------------------------------------------------------------


def test_the_gold_is_well_formed() -> None:
    assert script("check_gold").faults(FOLDER) == []


@pytest.mark.parametrize(
    ("breaking", "complaint"),
    [
        (lambda event: event.update(type="MEETING"), "MEETING"),
        (lambda event: event.update(mode="tickle"), "tickle"),
        (lambda event: event.update(status="rumoured"), "unknown status 'rumoured'"),
        (lambda event: event.update(trigger="words that stand nowhere"), "is not in the report"),
        (lambda event: event.update(actors=[{"name": None, "country": "XQZ"}]), "unknown country 'XQZ'"),
        (lambda event: event.update(actors=[{"name": None, "country": None}]), "needs a name or a country"),
        (
            lambda event: event.update(date={"start": "2025-02-02", "end": "2025-02-01", "inferred": False}),
            "ends before it starts",
        ),
        (
            lambda event: event.update(date={"start": "2025-02-02", "end": None, "inferred": False}),
            "null as a whole",
        ),
    ],
)
def test_the_check_finds_a_fault(tmp_path: Path, breaking: Callable[[Row], None], complaint: str) -> None:
    rows = copy.deepcopy(list(gold().values()))
    breaking(rows[0]["events"][0])
    (tmp_path / "gold.json").write_text(json.dumps(rows), encoding="utf-8")
    (tmp_path / "reports").symlink_to(FOLDER / "reports")
    found = script("check_gold").faults(tmp_path)
    assert any(complaint in fault for fault in found), found


def test_the_check_finds_a_report_without_gold(tmp_path: Path) -> None:
    rows = list(gold().values())
    (tmp_path / "gold.json").write_text(json.dumps(rows[1:]), encoding="utf-8")
    (tmp_path / "reports").symlink_to(FOLDER / "reports")
    assert script("check_gold").faults(tmp_path) == [f"{rows[0]['id']}: has no gold"]


@cache
def extracted(path: Path) -> str:
    from kawat.pages import article_from_page, read_path

    return article_from_page(read_path(str(path))).text


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_every_trigger_stands_in_the_article(path: Path) -> None:
    text = " ".join(extracted(path).split())
    missing = [event["trigger"] for event in gold()[path.stem]["events"] if event["trigger"] not in text]
    assert missing == []


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_page_and_gold_agree_on_language_and_day(path: Path) -> None:
    from kawat.pages import article_from_page, read_path

    article = article_from_page(read_path(str(path)))
    assert article.language == gold()[path.stem]["lang"]
    assert str(article.published_day) == gold()[path.stem]["published"][:10]


def test_the_gold_has_what_a_desk_meets() -> None:
    events = [event for row in gold().values() for event in row["events"]]
    statuses = Counter(event["status"] for event in events)
    saliences = Counter(event["salience"] for event in events)
    assert all(statuses[name] >= 5 for name in ("occurred", "planned", "possible", "denied"))
    assert all(saliences[name] >= 20 for name in ("main", "secondary", "background"))
    assert len({event["type"] for event in events}) >= 15
    assert all(row["not_events"] and row["claims"] and row["debris"] for row in gold().values())


# --- the demo ---------------------------------------------------------------------------------------


def test_the_demo_shows_its_parts_without_colours(tmp_path: Path) -> None:
    environment = {**os.environ, "COLUMNS": "120", "PYTHONIOENCODING": "utf-8"}
    environment.pop("FORCE_COLOR", None)
    ran = subprocess.run(
        [sys.executable, str(FOLDER / "demo.py")],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    heads = [line for line in ran.stdout.splitlines() if line.startswith("== ")]
    assert len(heads) == 9
    assert re.search(r"^read 27, ", ran.stdout, re.MULTILINE)
    assert len(re.findall(r"^\$ kawat compare evt-", ran.stdout, re.MULTILINE)) == 2
    assert "independent sources: 6" in ran.stdout
    assert "Hun Manet (KHM)" in ran.stdout.split("$ kawat claims")[1]
    assert "Thailand (THA)" in ran.stdout.split("$ kawat claims")[2]
    assert "2025-07-28" in ran.stdout.split("$ kawat calendar")[1]
    assert "\033[" not in ran.stdout
    assert list(tmp_path.iterdir()) == []
