"""Runs the command line inside the test process, with a reader that needs nothing of the real one."""

from __future__ import annotations

import json
import re
import sys
import types
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from record_maker import sample

import kawat
from kawat.cli.main import main
from kawat.errors import NotTextError
from kawat.records import Page, Record


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.out.splitlines()]


def undocumented(value: Any, page: str) -> set[str]:
    """The keys anywhere in ``value`` that the page of the documents does not name in code marks."""
    text = (Path(__file__).parents[2] / "docs" / page).read_text(encoding="utf-8")
    known = {word for piece in re.findall(r"`([^`\n]+)`", text) for word in re.findall(r"\w+", piece)}

    def keys(part: Any) -> set[str]:
        if isinstance(part, list):
            return {key for one in part for key in keys(one)}
        return set(part) | {key for one in part.values() for key in keys(one)} if isinstance(part, dict) else set()

    return keys(value) - known


class Cli:
    """``cli("read", "a.txt")`` runs ``kawat read a.txt``."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def __call__(self, *arguments: str) -> Ran:
        code: Any = 0
        try:
            main(arguments)
        except SystemExit as end:
            code = end.code
        captured = self._capsys.readouterr()
        return Ran(int(code or 0), captured.out, captured.err)


def fake_read_page(page: Page, reader: str = "encoder", check: object = None) -> Record:
    """A page "n NUMBER" is sample NUMBER; "th" is in another language; "broken" and "crash" can not be read."""
    word, _, rest = page.body.decode("utf-8", "replace").partition(" ")
    if word == "crash":
        raise ZeroDivisionError("an odd page")
    if word not in {"n", "th"}:
        raise NotTextError("this is not a text; give an article")
    record = sample(int(rest))
    article = replace(record.article, source_file=page.source_file)
    if word == "th":
        return replace(record, article=replace(article, language="th")).without_reports("not read: language th")
    return replace(record, article=article)


def fake_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    fake = types.ModuleType("kawat.pipeline")
    fake.read_page = fake_read_page  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "kawat.pipeline", fake)
    monkeypatch.setattr(kawat, "pipeline", fake, raising=False)
