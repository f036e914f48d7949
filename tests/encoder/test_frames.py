"""Plain sentences with the verbs that news lives by, read from end to end: the type, its status and both sides.

Where a sentence is read wrong, it stays in the list: the share that is right may only rise.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from kawat.bench.texts import article_of
from kawat.ontology import load_ontology
from kawat.pipeline import read_article
from kawat.records import Report, Status

FOLDER = Path(__file__).parent
LEAST = {"en": 0.92, "id": 0.92}
Row = tuple[str, str, frozenset[str], frozenset[str], str]


def codes(cell: str) -> frozenset[str]:
    return frozenset(cell.strip().split("+")) if cell.strip() else frozenset()


def rows(language: str) -> list[Row]:
    lines = (FOLDER / f"frames_{language}.tsv").read_text(encoding="utf-8").splitlines()
    body = [line.split("\t") for line in lines if not line.startswith("#")]
    assert body[0] == ["type", "status", "sides", "sentence"]
    return [(type_, status, *map(codes, sides.split(">")), sentence) for type_, status, sides, sentence in body[1:]]


def holds(report: Report, row: Row) -> bool:
    type_, status, doing, undergoing, _ = row
    told = [{one.country for one in side} for side in (report.actors, report.recipients)]
    apart = (not doing or told[0] == doing) and (not undergoing or told[1] == undergoing)
    joint = report.symmetric or type_ == "CONSULT" or not report.recipients
    together = joint and told[0] | told[1] == doing | undergoing
    return report.type == type_ and status in {"*", report.status} and (apart or together)


@cache
def wrong(language: str) -> list[str]:
    return [
        row[-1]
        for row in rows(language)
        if not any(holds(report, row) for report in read_article(article_of(row[-1], language)).reports)
    ]


@pytest.mark.parametrize("language", sorted(LEAST))
def test_plain_sentences_are_read_right(language: str) -> None:
    every, missed = rows(language), wrong(language)
    assert 1 - len(missed) / len(every) >= LEAST[language], missed


@pytest.mark.parametrize("language", sorted(LEAST))
def test_the_sentences_tell_of_every_type_and_of_no_unknown_status(language: str) -> None:
    every = rows(language)
    assert {row[0] for row in every} == {one.name for one in load_ontology().types}
    assert {row[1] for row in every} <= {"*", *map(str, Status)}
    assert len({row[-1] for row in every}) == len(every) >= 170
