"""Reading the case tables beside this file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Case:
    language: str
    sentence: str
    expression: str
    published: date | None
    direction: str
    start: str
    end: str
    granularity: str


def _lines(name: str) -> list[str]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def cases(language: str) -> list[Case]:
    rows = [line.split("\t") for line in _lines(f"cases_{language}.tsv")[1:]]
    return [
        Case(
            language,
            sentence,
            said,
            date.fromisoformat(published) if published else None,
            direction,
            start,
            end,
            kind,
        )
        for sentence, said, published, direction, start, end, kind in rows
    ]


def traps(language: str) -> list[str]:
    return _lines(f"traps_{language}.txt")


ALL = [*cases("en"), *cases("id")]
