"""Officials by name are of the country that the article is about, unless words tell another."""

from __future__ import annotations

import pytest
from helper_resolve import marked, named, resolved, spans

HOME = "[state Peru] and the [role Peruvian army] slept. The [role Peruvian police] slept, too."


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("en", "[person Energy Minister Ana Salas] {ACCUSE spoke}.", "PER"),
        ("en", "[person Senator Ana Salas] {ACCUSE spoke}.", "PER"),
        ("id", "[person Menteri Energi Ana Salas] {ACCUSE berbicara}.", "PER"),
        ("id", "[person Hakim Ana Salas] {ACCUSE berbicara}.", "PER"),
        ("en", "[person Chilean Energy Minister Ana Salas] {ACCUSE spoke}.", "CHL"),
        ("en", "[person Ambassador Ana Salas] {ACCUSE spoke}.", "Ana Salas"),
        ("en", "[person spokeswoman Ana Salas] {ACCUSE spoke}.", "Ana Salas"),
        ("en", "[person lawyer Ana Salas] {ACCUSE spoke}.", "Ana Salas"),
        ("en", "[person former minister Ana Salas] {ACCUSE spoke}.", "Ana Salas"),
        ("en", "[person Ana Salas] {ACCUSE spoke}.", "Ana Salas"),
        ("id", "[person Kuasa hukumnya, Ana Salas] {ACCUSE berbicara}.", "Ana Salas"),
    ],
)
def test_an_official_by_name_is_of_home(language: str, text: str, country: str) -> None:
    found = marked(HOME, text, language=language)
    who = found.mentions[-1].span.of(found.article.text)
    assert named(resolved(found, spans(found, 0, [who])))[0] == [country]


def test_a_bare_name_before_the_office_is_of_home_too() -> None:
    found = marked(HOME, "[person Salas] {ACCUSE spoke}.", "So did [person Energy Minister Ana Salas].")
    assert named(resolved(found, spans(found, 0, ["Salas"])))[0] == ["PER"]


def test_where_an_article_is_about_no_country_nothing_is_told() -> None:
    found = marked("It rained.", "[person Energy Minister Ana Salas] {ACCUSE spoke}.")
    assert named(resolved(found, spans(found, 0, ["Energy Minister Ana Salas"])))[0] == ["Ana Salas"]


@pytest.mark.parametrize(
    ("text", "towards"),
    [
        ("[person Senator Ana Salas] {ACCUSE criticised} [role the government].", ["PER"]),
        ("[person Energy Minister Ana Salas] {ACCUSE criticised} [role the government].", []),
        ("[person Senator Ana Salas] {SUPPORT praised} [role the government].", []),
    ],
)
def test_lawmakers_blame_the_government_of_their_own_country(text: str, towards: list[str]) -> None:
    found = marked(HOME, text)
    who = found.mentions[-2].span.of(found.article.text)
    assert named(resolved(found, spans(found, 0, [who])))[1] == towards


@pytest.mark.parametrize(("often", "expected"), [(1, "PER"), (6, None)])
def test_officials_are_of_nobody_where_another_state_is_named_as_often(often: int, expected: str | None) -> None:
    told = "[state Peru] waits. " * 4 + "[state Chad] [state Peru] left. " * often + "[state Peru] votes. "
    text = marked(told + "[person Energy Minister Rosa Villa] {ACCUSE spoke}.")
    record = resolved(text, spans(text, 0, ["Energy Minister Rosa Villa"]))
    assert record.reports[0].actors[0].country == expected
