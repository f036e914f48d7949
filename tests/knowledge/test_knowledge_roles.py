"""Role words, office holders on a day, and who bears a name."""

from __future__ import annotations

from datetime import date

import pytest

from kawat.knowledge import EntryKind, Form, Office, load_knowledge, who

KNOWN = load_knowledge()


def roles(text: str, language: str) -> list[tuple[str, str, str]]:
    return [(span.of(text), role.kind, role.sector) for span, role in KNOWN.find_roles(text, language)]


CASES = [
    ("id", "Juru bicara itu bicara", [("Juru bicara", "person", "GOV")]),
    (
        "id",
        "kata anggota parlemen dan polisi",
        [("anggota parlemen", "person", "LEG"), ("polisi", "person", "COP")],
    ),
    ("id", "para pejabat-pejabat", [("para pejabat", "person", "GOV"), ("pejabat", "person", "GOV")]),
    ("id", "tentara-tentara itu", [("tentara-tentara", "person", "MIL")]),
    ("id", "presidennya pergi", [("presidennya", "person", "GOV")]),
    ("id", "pengunjuk rasa", [("pengunjuk rasa", "group", "OPP")]),
    ("en", "Rebels and gunmen", [("Rebels", "group", "REB"), ("gunmen", "group", "UAF")]),
    ("en", "the court's judge", [("court", "organisation", "JUD"), ("judge", "person", "JUD")]),
    ("en", "the PM, not the pm", [("PM", "person", "GOV")]),
    ("en", "generalise presidential", []),
    ("id", "wakil menteri kesehatan", [("wakil menteri kesehatan", "person", "GOV")]),
    ("fr", "le président", []),
]


@pytest.mark.parametrize(("language", "text", "wanted"), CASES)
def test_role_words_are_found(language: str, text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert roles(text, language) == wanted


@pytest.mark.parametrize(
    ("language", "word", "office"),
    [
        ("id", "presiden", Office.HEAD_OF_STATE),
        ("id", "perdana menteri", Office.HEAD_OF_GOVERNMENT),
        ("id", "menlu", Office.FOREIGN_MINISTER),
        ("id", "menhan", Office.DEFENCE_MINISTER),
        ("en", "secretary of state", Office.FOREIGN_MINISTER),
        ("en", "chancellor", Office.HEAD_OF_GOVERNMENT),
        ("en", "vice president", Office.OTHER),
        ("en", "soldier", None),
    ],
)
def test_an_office_is_told_from_its_word(language: str, word: str, office: Office | None) -> None:
    ((_, role),) = KNOWN.find_roles(word, language)
    assert role.office is office
    assert role in KNOWN.roles(language)


@pytest.mark.parametrize(
    ("country", "office", "day", "person"),
    [
        ("IDN", Office.HEAD_OF_STATE, date(2010, 5, 1), "Susilo Bambang Yudhoyono"),
        ("IDN", Office.HEAD_OF_STATE, date(2025, 8, 14), "Prabowo Subianto"),
        ("USA", Office.HEAD_OF_STATE, date(2022, 3, 1), "Joe Biden"),
        ("DEU", Office.HEAD_OF_GOVERNMENT, date(2015, 9, 1), "Angela Merkel"),
        ("RUS", Office.FOREIGN_MINISTER, date(2020, 1, 1), "Sergei Lavrov"),
    ],
)
def test_the_holder_of_an_office_on_a_day(country: str, office: Office, day: date, person: str) -> None:
    holder = KNOWN.holder(country, office, day)
    assert holder is not None
    assert holder in KNOWN.look_up(person)


def test_on_the_day_of_hand_over_it_is_the_one_who_came() -> None:
    holder = KNOWN.holder("USA", Office.HEAD_OF_STATE, date(2009, 1, 20))
    assert holder is not None
    assert holder.name_en == "Barack Obama"


def test_an_unknown_holder_is_nobody() -> None:
    assert KNOWN.holder("USA", Office.HEAD_OF_STATE, date(1800, 1, 1)) is None
    assert KNOWN.holder("QQQ", Office.HEAD_OF_STATE, date(2020, 1, 1)) is None


def test_every_holder_holds_what_he_is_said_to_hold() -> None:
    day = date(2024, 6, 1)
    for country in KNOWN.entries(EntryKind.COUNTRY):
        for office in (Office.HEAD_OF_STATE, Office.HEAD_OF_GOVERNMENT):
            holder = KNOWN.holder(country.id[-3:], office, day)
            assert holder is None or holder.holds(office, day)


def test_who_gives_the_form_and_the_offices_of_the_day() -> None:
    answer = who("PUTIN", date(2025, 8, 12))[0]
    assert answer.entry.name_en == "Vladimir Putin"
    assert answer.form is Form.ALIAS
    assert [term.office for term in answer.offices] == [Office.HEAD_OF_STATE]
    assert [term.office for term in who("Putin", date(2010, 1, 1))[0].offices] == [Office.HEAD_OF_GOVERNMENT]


def test_who_without_a_day_gives_all_offices() -> None:
    putin = who("Vladimir Putin")[0]
    assert putin.offices == putin.entry.terms
    assert len(putin.offices) >= 3


def test_who_of_an_unknown_name_is_empty() -> None:
    assert who("Nobody Atall", date(2020, 1, 1)) == ()
