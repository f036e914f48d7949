"""Whose money is meant by a name that several countries share."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helper_resolve import Marked, marked, resolved, spans

from kawat.records import Mention, MentionKind, Span


def units(text: Marked, money: str) -> list[str]:
    start = text.article.text.index(money)
    figure = Mention(Span(start, start + len(money)), MentionKind.QUANTITY)
    return [one.unit for one in resolved(text, replace(spans(text, 0), quantities=(figure,))).reports[0].quantities]


def about(country: str, words: str, language: str = "en") -> Marked:
    return marked(
        f"[state {country}] waits. [state {country}] votes. Police {{COERCE seized}} {words}.", language=language
    )


@pytest.mark.parametrize(
    ("country", "money", "unit"),
    [
        ("Colombia", "400 million pesos", "COP"),
        ("Mexico", "400 million pesos", "MXN"),
        ("Philippines", "400 million pesos", "PHP"),
        ("Chad", "400 million pesos", "PHP"),
        ("Mexico", "400 million Philippine pesos", "PHP"),
        ("Egypt", "9,000 pounds", "EGP"),
        ("Egypt", "9,000 British pounds", "GBP"),
        ("Pakistan", "9,000 rupees", "PKR"),
        ("Pakistan", "9,000 euros", "EUR"),
    ],
)
def test_money_is_of_the_country_that_the_article_is_about(country: str, money: str, unit: str) -> None:
    assert units(about(country, money), money) == [unit]


def test_indonesian_names_of_money_are_shared_too() -> None:
    assert units(about("Kolombia", "400 juta peso", "id"), "400 juta peso") == ["COP"]
    assert units(about("Kolombia", "400 juta peso Filipina", "id"), "400 juta peso Filipina") == ["PHP"]
