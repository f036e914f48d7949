"""Who "the president" or "the attorney general" is, where nobody is named beside it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from test_actors import last, resolved

from kawat.knowledge import load_knowledge
from kawat.records import Mention, MentionKind, Span
from kawat.resolve.people import people_of
from kawat.resolve.wording import Wording

TWO = "[person Donald Trump] met [person Xi Jinping]. [person Trump] spoke."


def test_of_two_presidents_it_is_the_one_named_most() -> None:
    assert (
        last(f"{TWO} [person Xi] left. [person Xi] slept. [role The president] was pleased.")[0][0] == "Xi Jinping"
    )
    assert last(f"{TWO} [person Trump] left. [person Xi] stayed. [role The president] was pleased.")[0][0] == (
        "Donald Trump"
    )


def test_of_two_presidents_that_of_home_goes_before() -> None:
    home = "[state China] waited. [role Chinese officials] came. [role Chinese troops] left. [state China] slept. "
    assert last(f"{home} {TWO} [role The president] was pleased.")[0][0] == "Xi Jinping"


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("en", "[role The U.S. state of Texas's attorney general] sued.", "USA"),
        ("en", "[role The American governor] sued.", "USA"),
        ("en", "[role The Russian energy minister] spoke.", "RUS"),
        ("id", "[role Presiden Chechnya Rusia] hadir.", "RUS"),
    ],
)
def test_an_office_of_a_part_or_of_nobody_known_stays_a_wording(language: str, text: str, country: str) -> None:
    ((name, found),) = last(text, language=language)
    assert (name, found) == (text[text.index(" ") + 1 : text.index("]")], country)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "[role The US attorney general] sued.", "Pam Bondi"),
        ("id", "[role Panglima TNI] hadir.", "Agus Subiyanto"),
    ],
)
def test_an_office_with_its_title_is_held_by_its_holder(language: str, text: str, name: str) -> None:
    assert last(text, language=language)[0][0] == name


@pytest.mark.parametrize(
    ("wording", "country"),
    [
        ("Derek Scissors, a China scholar", None),
        ("Russia expert Ann Lee", None),
        ("Chinese scholar Ann Lee", "CHN"),
        ("US expert Ann Lee", "USA"),
    ],
)
def test_who_studies_a_country_is_not_of_it(wording: str, country: str | None) -> None:
    assert last(f"[person {wording}] spoke.")[0][1] == country


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("en", "[role The Trump administration] left.", "USA"),
        ("en", "[role the Starmer government] left.", "GBR"),
        ("id", "[role Pemerintahan Prabowo] pergi.", "IDN"),
        ("en", "[role The Zork administration] left.", None),
        ("en", "[role The Nobel committee] left.", None),
    ],
)
def test_a_government_is_of_the_country_of_who_heads_it(language: str, text: str, country: str | None) -> None:
    assert last(text, language=language)[0][1] == country


def test_a_surname_beside_a_country_is_its_head_of_that_day() -> None:
    mention = Mention(Span(0, 17), MentionKind.PERSON)
    bush = Wording("US President Bush", "Bush", ("USA",), None, None)
    found = people_of({mention: bush}, load_knowledge(), date(2007, 2, 1))[mention]
    assert (found.name, found.country) == ("George W. Bush", "USA")
    assert people_of({mention: bush}, load_knowledge(), date(2020, 2, 1))[mention].id is None
    assert people_of({mention: replace(bush, countries=())}, load_knowledge(), date(2007, 2, 1))[mention].id is None


def test_a_congress_is_of_the_country_that_the_sentence_tells_of() -> None:
    there = "[group Ecuadorean lawmakers] and [organisation Congress] fell out."
    assert last(there)[0][1] == "ECU"
    assert last("[organisation Congress] fell out.")[0][1] == "USA"


def test_a_role_is_of_the_country_of_the_person_it_serves() -> None:
    home = "[state Iraq] voted. [state Iraq] waited. [state Iraq] slept."
    assert last(f"{home} [role The chief of staff of Vice President Dick Cheney] came.")[0][1] == "USA"
    assert last(f"{home} [role The chief of staff] came.")[0][1] == "IRQ"


def test_on_the_day_of_a_hand_over_the_president_is_the_one_named_last() -> None:
    day = (
        "[person Joe Biden] waved. [person Joe Biden] left. [person Donald Trump] came. [role The president] spoke."
    )
    found = resolved(day, published=datetime(2025, 1, 20, 18, tzinfo=UTC))[-1][1]
    assert [one.name for one in found] == ["Donald Trump"]


def test_an_administration_is_of_the_person_named_before_whom_the_article_names_it_by() -> None:
    home = "[state Iraq] waits. [state Iraq] votes. [state Iraq] counts. "
    text = "[person American president Rui Zork] left. [role The Zork administration] stayed."
    assert last(home + text)[0][1] == "USA"
