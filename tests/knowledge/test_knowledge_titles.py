"""Which holder of an office without a name of its own here a role word means, and that it means no other."""

from __future__ import annotations

from datetime import date

import pytest

from kawat.knowledge import load_knowledge

KNOWN = load_knowledge()


def held(language: str, wording: str, country: str, day: date, part: str = "") -> str | None:
    ((_, role),) = KNOWN.find_roles(wording, language)
    found = KNOWN.titled(country, role, wording, part, day)
    return found.name_en if found else None


@pytest.mark.parametrize(
    ("language", "wording", "country", "name"),
    [
        ("en", "the U.S. attorney general", "USA", "William Barr"),
        ("en", "the treasury secretary", "USA", "Steven Mnuchin"),
        ("en", "the national security advisor", "USA", "John Bolton"),
        ("en", "the UN secretary-general", "UNO", "António Guterres"),
        ("en", "NATO's secretary general", "IGO", "Jens Stoltenberg"),
        ("en", "the EU high representative", "EUR", "Federica Mogherini"),
        ("en", "the Saudi crown prince", "SAU", "Mohammed bin Salman"),
        ("id", "menkeu", "IDN", "Sri Mulyani Indrawati"),
        ("id", "Panglima TNI", "IDN", "Hadi Tjahjanto"),
        ("id", "Kapolri", "IDN", "Tito Karnavian"),
    ],
)
def test_a_title_is_held_by_who_has_it(language: str, wording: str, country: str, name: str) -> None:
    assert held(language, wording, country, date(2019, 6, 1)) == name


@pytest.mark.parametrize(
    ("language", "wording", "country"),
    [
        ("en", "the governor", "USA"),
        ("en", "the governor", "IDN"),
        ("en", "the secretary general", "IGO"),
        ("en", "the energy minister", "USA"),
        ("en", "the spy chief", "GBR"),
        ("id", "gubernur", "IDN"),
        ("id", "menteri energi", "USA"),
        ("id", "kapolda", "IDN"),
    ],
)
def test_a_title_that_nobody_known_has_is_nobody_s(language: str, wording: str, country: str) -> None:
    assert held(language, wording, country, date(2019, 6, 1)) is None


def test_the_office_of_a_part_is_held_by_who_has_that_part() -> None:
    day = date(2019, 6, 1)
    assert held("id", "Gubernur Jakarta", "IDN", day, "Jakarta") == "Anies Baswedan"
    assert held("id", "Gubernur Bali", "IDN", day, "Bali") is None
    assert held("en", "the Texas attorney general", "USA", day, "Texas") is None


def test_a_surname_is_that_of_the_one_head_of_the_day() -> None:
    bush = KNOWN.head_named("Bush", date(2007, 2, 1))
    assert bush is not None
    assert bush.name_en == "George W. Bush"
    assert KNOWN.head_named("bush", date(2007, 2, 1), "USA") == bush
    assert KNOWN.head_named("Bush", date(2007, 2, 1), "GBR") is None
    assert KNOWN.head_named("Bush", date(2020, 2, 1)) is None
    assert KNOWN.head_named("Clinton", date(2010, 1, 1)) is None
