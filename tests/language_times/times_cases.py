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


def cases(language: str, table: str = "cases") -> list[Case]:
    """The rows of a table: `cases`, or `more`, which other people wrote without seeing what the grammar finds."""
    rows = [line.split("\t") for line in _lines(f"{table}_{language}.tsv")[1:]]
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


def gaps() -> frozenset[str]:
    """Sentences of the table `more` that the grammar does not read as expected yet."""
    return frozenset(_lines("gaps.txt"))


def traps(language: str) -> list[str]:
    return _lines(f"traps_{language}.txt")


ALL = [*cases("en"), *cases("id")]
MORE = [*cases("en", "more"), *cases("id", "more")]
