"""The reader and the resolver on single sentences: who did what to whom, and nothing where nothing happened."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from kawat.pipeline import read_article
from kawat.records import Actor, Article, Paragraph, ParagraphKind, Report, Span

FLOOR = {"en": 0.85, "id": 0.85}


def cases(language: str) -> list[tuple[str, str]]:
    lines = (Path(__file__).parent / f"reader_cases_{language}.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split(" => ") for line in lines if line and not line.startswith("#")]
    return [(sentence, expected) for sentence, expected in rows]


def read(sentence: str, language: str) -> tuple[Report, ...]:
    span = Span(0, len(sentence))
    kind = ParagraphKind.BODY if sentence.endswith(".") else ParagraphKind.TITLE
    article = Article(sentence, (Paragraph(span, kind),), language, published=date(2025, 9, 10))
    return read_article(article, "lexicon").reports


def shown(report: Report) -> str:
    mark = "=" if report.symmetric else ""
    return f"{report.type} {report.status} {mark}{sides(report.actors)} > {sides(report.recipients)}".strip()


def sides(actors: tuple[Actor, ...]) -> str:
    return "+".join(sorted(actor.country or actor.name for actor in actors))


def ordered(wanted: str) -> str:
    head, _, rest = wanted.strip().partition(" ")
    status, _, who = rest.partition(" ")
    if not who:
        return wanted.strip()
    doing, _, receiving = who.partition(">")
    mark = "=" if doing.startswith("=") else ""
    left, right = (sorted(filter(None, part.strip(" =").split("+"))) for part in (doing, receiving))
    return f"{head} {status} {mark}{'+'.join(left)} > {'+'.join(right)}".strip()


def right(sentence: str, expected: str, language: str) -> bool:
    found = Counter(shown(report) for report in read(sentence, language))
    wanted = Counter(ordered(part) for part in expected.split(" | ") if part != "nothing")
    return not (wanted - found) if wanted else not found


@pytest.mark.parametrize("language", ["en", "id"])
def test_share_of_sentences_read_right(language: str) -> None:
    rows = cases(language)
    wrong = [
        f"{sentence} => {[shown(r) for r in read(sentence, language)]} instead of {expected}"
        for sentence, expected in rows
        if not right(sentence, expected, language)
    ]
    assert len(rows) >= 45
    assert 1 - len(wrong) / len(rows) >= FLOOR[language], "\n".join(wrong)
