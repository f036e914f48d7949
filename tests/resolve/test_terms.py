"""Whose office it was when it happened, not whose it is on the publication day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kawat.bench.texts import article_of
from kawat.knowledge import load_knowledge
from kawat.records import Actor, ActorKind, Article, Granularity, Span, Time
from kawat.resolve.terms import HELD, HOLDS, as_of

DAY = date(2025, 11, 5)


def article(text: str, language: str) -> Article:
    return replace(article_of(text, language), published=DAY)


def president(text: str, words: str, id_: str = "person:donald-trump") -> Actor:
    start = text.index(words)
    person = load_knowledge().entry(id_)
    return Actor(person.name_en, ActorKind.PERSON, Span(start, start + len(words)), id_, None, "USA", "GOV", HOLDS)


def year(number: int) -> Time:
    return Time(date(number, 1, 1), date(number, 12, 31), Granularity.YEAR)


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "In 2015 the US president visited Kenya.", "the US president"),
        ("id", "Pada 2015 Presiden AS mengunjungi Kenya.", "Presiden AS"),
    ],
)
def test_an_office_is_of_who_held_it_then(language: str, text: str, words: str) -> None:
    then = as_of(president(text, words), year(2015), article(text, language), load_knowledge())
    assert (then.name, then.country, then.resolved_by) == ("Barack Obama", "USA", HELD)


@pytest.mark.parametrize("time", [None, year(2025), Time(None, None, Granularity.UNKNOWN)])
def test_without_a_day_before_it_stays(time: Time | None) -> None:
    text = "The US president visited Kenya."
    now = president(text, "The US president")
    assert as_of(now, time, article(text, "en"), load_knowledge()) == now


def test_before_all_known_terms_only_the_words_stay() -> None:
    text = "In 1801 the US president visited Kenya."
    then = as_of(president(text, "the US president"), year(1801), article(text, "en"), load_knowledge())
    assert (then.name, then.id, then.country) == ("the US president", None, "USA")


def test_in_a_year_of_two_holders_only_the_words_stay() -> None:
    text = "In 2009 the US president spoke."
    then = as_of(president(text, "the US president"), year(2009), article(text, "en"), load_knowledge())
    assert (then.name, then.id) == ("the US president", None)


def test_who_is_named_is_who_is_named() -> None:
    text = "In 2015 Donald Trump visited Kenya."
    named = replace(president(text, "Donald Trump"), resolved_by="knowledge")
    assert as_of(named, year(2015), article(text, "en"), load_knowledge()) == named
