"""The tables of quantities: each sentence's expressions, numbers, units and kinds, and no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from kawat.language import QuantityExpression, find_quantities

HERE = Path(__file__).parent
LANGUAGES = ("en", "id")


def rows(language: str) -> list[tuple[str, str]]:
    lines = (HERE / f"quantities_{language}.tsv").read_text(encoding="utf-8").splitlines()
    kept = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return [(text, expected) for text, expected in kept]


def plain(number: float | None) -> str:
    return "" if number is None else f"{number:.10g}" if number % 1 else f"{number:.0f}"


def told(quantity: QuantityExpression) -> str:
    sign = "~" if quantity.approximate else ""
    if quantity.value is not None:
        return sign + plain(quantity.value) + ("^" if quantity.max == quantity.value else "")
    return f"{sign}{plain(quantity.min)}..{plain(quantity.max)}"


def found(text: str, language: str) -> list[str]:
    return [" = ".join((q.span.of(text), told(q), q.unit, q.what.value)) for q in find_quantities(text, language)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_is_large_and_has_no_sentence_twice(language: str) -> None:
    texts = [text for text, _ in rows(language)]
    assert len(texts) >= 160
    assert len(set(texts)) == len(texts)
    assert sum(not expected for _, expected in rows(language)) >= 40


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [(language, *row) for language in LANGUAGES for row in rows(language)],
)
def test_gold(language: str, text: str, expected: str) -> None:
    assert found(text, language) == ([part.strip(" ") for part in expected.split(" ; ")] if expected else [])
