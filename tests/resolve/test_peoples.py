"""Peoples abroad, and languages."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helper_resolve import marked, named, resolved, spans


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("en", "[group Serbs] in the north of [state Kosovo] {PROTEST marched}.", "XKX"),
        ("en", "[group Turks] living in [state Germany] {PROTEST marched}.", "DEU"),
        ("id", "[group Serbs] di [state Kosovo] {PROTEST berunjuk rasa}.", "XKX"),
        ("en", "[group Serbs] {PROTEST marched} in [state Kosovo].", "SRB"),  # where they marched
        ("en", "[group Serbs] and others in [state Kosovo] {PROTEST marched}.", "SRB"),
        ("en", "[group Serbs] in the north {PROTEST marched}.", "SRB"),
        ("en", "[group Serbs] in [state Serbia] {PROTEST marched}.", "SRB"),
    ],
)
def test_a_people_is_of_the_state_that_it_lives_in(language: str, text: str, country: str) -> None:
    found = marked(text, language=language)
    who = found.mentions[0].span.of(found.article.text)
    assert named(resolved(found, spans(found, 0, [who]))) == ([country], [])


def test_later_mentions_are_the_same_people_and_others_are_not() -> None:
    text = marked("[group Serbs] in [state Kosovo] left. [group Albanians] slept. [group Serbs] {PROTEST marched}.")
    found = {}
    for who in text.mentions:
        (report,) = resolved(text, replace(spans(text), actors=(who,))).reports
        found[who.span.start] = report.actors[0].country
    assert list(found.values()) == ["XKX", "XKX", "ALB", "XKX"]


@pytest.mark.parametrize(
    ("language", "text", "sides"),
    [
        ("id", "[state Ghana] {AID mengirim} guru bahasa [state Inggris].", []),
        ("en", "[state Ghana] {AID wrote} in [state English].", []),
        ("en", "[state Ghana] {AID wrote} in [state Spanish] to help.", []),
        ("en", "[state Ghana] {AID helped} [state Spanish] towns.", ["ESP"]),
        ("en", "[state Ghana] {AID helped} in [state Spanish] towns.", ["ESP"]),
        ("id", "[state Ghana] {AID membantu} [state Inggris].", ["GBR"]),
    ],
)
def test_a_language_is_nobody(language: str, text: str, sides: list[str]) -> None:
    found = marked(text, language=language)
    other = found.mentions[1].span.of(found.article.text)
    assert named(resolved(found, spans(found, 0, ["Ghana"], [other])))[1] == sides
