"""Sides that are a number, two of two states, or what somebody is said to be."""

from __future__ import annotations

import pytest
from helper_resolve import marked, resolved, spans


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("[person Ana] pergi. [role Jaksa] {ACCUSE mendakwanya} menjadi [role mata-mata].", "Ana"),
        ("[person Ana] pergi. [role Jaksa] {ACCUSE menuduhnya} sebagai [role mata-mata].", "Ana"),
        ("[person Ana] pergi. [role Jaksa] {ACCUSE menuduhnya} [role mata-mata].", "mata-mata"),
    ],
)
def test_what_one_is_said_to_be_undergoes_nothing(text: str, whom: str) -> None:
    found = marked(text, language="id")
    told = resolved(found, spans(found, 0, ["Jaksa"], ["mata-mata"]))
    assert [one.name for one in told.reports[0].recipients] == [whom]


@pytest.mark.parametrize(
    ("words", "actors"),
    [("Twenty countries", ["Twenty countries"]), ("Twenty tanks", []), ("Twenty people", ["Twenty people"])],
)
def test_a_number_of_states_or_people_acts(words: str, actors: list[str]) -> None:
    found = marked(f"[role {words}] {{SUPPORT signed}} it.")
    assert [one.name for one in resolved(found, spans(found, 0, [words])).reports[0].actors] == actors


def test_the_two_governments_that_one_of_them_asks_are_the_other_one() -> None:
    found = marked(
        "[state Chad] met [state Peru]. [role Chadian envoys] {REQUEST urged} [role the two governments]."
    )
    told = resolved(found, spans(found, 0, ["Chadian envoys"], ["the two governments"]))
    assert [one.country for one in told.reports[0].recipients] == ["PER"]


def test_the_two_armies_are_of_both_states() -> None:
    found = marked("[state Chad] fought [state Peru]. [role The two armies] {AGREE agreed} on it.")
    (told,) = resolved(found, spans(found, 0, ["The two armies"], symmetric=True)).reports
    assert [(one.name, one.country) for one in told.actors] == [
        ("The two armies", "TCD"),
        ("The two armies", "PER"),
    ]
