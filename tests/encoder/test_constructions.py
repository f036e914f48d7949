"""Constructions that turn an event into something else, read from end to end: made-up sentences in both languages.

The sentences were written before the rules that they test. A few stay wrong; shares went down once, by a sentence
each, when thresholds were fitted so that fewer texts without event tell one.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from kawat.bench.probing import Row, expected_of, row_holds
from kawat.bench.texts import article_of
from kawat.pipeline import read_article
from kawat.records import ParagraphKind

FOLDER = Path(__file__).parent
ALL = {"en": 0.92, "id": 0.93}
WHOLE = ("condition", "demand", "denial", "names", "figurative", "quotation", "past")


KNOWN_GAPS = frozenset(
    {
        "Rwanda denied that it had sent troops to Goma.",  # it tells of one state only
        "Taiwan would impose sanctions on China if its ships were seized.",
        "Had Britain sent the troops, Argentina would have withdrawn.",
        "Seandainya Inggris mengirim pasukan, Argentina tentu mundur.",
    }
)
"""Told with the right types and statuses, but only as a candidate; troops that are sent told as aid."""


def rows(language: str) -> list[Row]:
    lines = (FOLDER / f"constructions_{language}.tsv").read_text(encoding="utf-8").splitlines()
    body = [line.split("\t") for line in lines if not line.startswith("#")]
    assert body[0] == ["construction", "sentence", "expected"]
    return [Row("", group, language, sentence, expected_of(_cell(wanted))) for group, sentence, wanted in body[1:]]


def _cell(wanted: str) -> str:
    return wanted if wanted == "nothing" else " | ".join(f"{one} * > *" for one in wanted.split(" | "))


@cache
def verdicts(language: str) -> dict[str, list[bool]]:
    out: dict[str, list[bool]] = defaultdict(list)
    for row in rows(language):
        record = read_article(article_of(row.sentence, language, ParagraphKind.LEAD))
        out[row.group].append(row_holds(row, {one.type for one in row.expected}, record))
    return out


def of_group(language: str, group: str) -> list[Row]:
    return [row for row in rows(language) if row.group == group]


@pytest.mark.parametrize("language", ["en", "id"])
def test_enough_sentences_and_no_two_alike(language: str) -> None:
    sentences = [row.sentence for row in rows(language)]
    assert len(sentences) >= 60
    assert len(set(sentences)) == len(sentences)


@pytest.mark.parametrize("language", ["en", "id"])
def test_most_are_read_right(language: str) -> None:
    right = [one for group in verdicts(language).values() for one in group]
    assert sum(right) / len(right) >= ALL[language]


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize("group", WHOLE)
def test_these_are_all_read_right(language: str, group: str) -> None:
    gaps = [number for number, row in enumerate(of_group(language, group)) if row.sentence in KNOWN_GAPS]
    wrong = [number for number, right in enumerate(verdicts(language)[group]) if not right]
    assert verdicts(language)[group]
    assert wrong == gaps, "all others are read right; a gap that has closed is no longer listed"
