"""Whose people crowds are: of the land where they act or are struck, else of the one the article is about."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helper_resolve import Marked, marked, named, resolved, spans

from kawat.records import Record
from kawat.resolve.homes import HOME, PLAYS

ABOUT_TOGO = "[state Togo] voted. [state Togo] waited. [state Togo] slept. [state Togo] spoke."


def placed(found: Marked, actors: list[str], recipients: list[str], place: str | None) -> Record:
    at = found.mention(place) if place else None
    return resolved(found, replace(spans(found, 0, actors, recipients), place=at))


@pytest.mark.parametrize(
    ("language", "text", "crowd"),
    [
        ("en", "[role Nurses] {PROTEST walked out} in [place Lome].", "Nurses"),
        ("en", "[role Shipyard workers] {PROTEST struck} in [place Lome].", "Shipyard workers"),
        ("id", "[role Ribuan orang] {PROTEST turun ke jalan} di [place Lome].", "Ribuan orang"),
    ],
)
def test_who_protests_in_a_place_is_of_its_land(language: str, text: str, crowd: str) -> None:
    record = placed(marked(text, language=language), [crowd], [], "Lome")
    assert named(record)[0] == ["TGO"]
    assert record.reports[0].actors[0].resolved_by == PLAYS


@pytest.mark.parametrize(
    ("text", "crowd"),
    [
        ("[role Foreign students] {PROTEST marched} in [place Lome].", "Foreign students"),
        ("[role Students from Mars] {PROTEST marched} in [place Lome].", "Students from Mars"),
        ("[role Refugees] {PROTEST marched} in [place Lome].", "Refugees"),
        ("[role Staff of the Blue Fund] {PROTEST marched} in [place Lome].", "Staff of the Blue Fund"),
    ],
)
def test_who_may_be_of_any_land_stays_of_none(text: str, crowd: str) -> None:
    assert placed(marked(text), [crowd], [], "Lome").reports[0].actors[0].country is None


@pytest.mark.parametrize(
    ("text", "struck", "country"),
    [
        ("[state Ghana] {ASSAULT bombed} [role a wedding hall] in [place Lome].", "a wedding hall", "TGO"),
        ("[state Ghana] {ASSAULT bombed} [role a hospital] in [place Lome].", "a hospital", "TGO"),
        ("[state Ghana] {ASSAULT bombed} [role a convoy] in [place Lome].", "a convoy", None),
        ("[state Ghana] {ASSAULT bombed} [role a ship] in [place Lome].", "a ship", None),
        ("[state Ghana] {ASSAULT bombed} [role gunmen] in [place Lome].", "gunmen", None),
        ("[state Ghana] {ASSAULT shot} [role demonstrators] in [place Lome].", "demonstrators", "TGO"),
    ],
)
def test_a_building_is_of_the_land_where_it_stands_and_a_ship_is_not(
    text: str, struck: str, country: str | None
) -> None:
    (side,) = placed(marked(text), ["Ghana"], [struck], "Lome").reports[0].recipients
    assert side.country == country


def test_an_embassy_stands_in_another_land_than_its_own() -> None:
    found = marked("[role Hundreds of workers] {PROTEST rallied} outside the [place Togolese Embassy].")
    side = placed(found, ["Hundreds of workers"], [], "Togolese Embassy").reports[0].actors[0]
    assert side.country is None


def test_people_of_an_article_about_one_land_are_of_it() -> None:
    found = marked(ABOUT_TOGO, "[role About 200 people] {PROTEST gathered} at the hall.")
    record = placed(found, ["About 200 people"], [], None)
    assert [(one.country, one.resolved_by) for one in record.reports[0].actors] == [("TGO", HOME)]


@pytest.mark.parametrize(
    "text",
    [
        "[role About 200 people] {PROTEST gathered}, like those in [state Ghana].",
        "[role About 200 prisoners] {PROTEST gathered} at the hall.",
    ],
)
def test_people_beside_another_land_may_be_of_that(text: str) -> None:
    found = marked(ABOUT_TOGO, text)
    crowd = text[len("[role ") : text.index("]")]
    assert placed(found, [crowd], [], None).reports[0].actors[0].country != "TGO"


def test_a_state_does_not_strike_its_own_by_default() -> None:
    found = marked(ABOUT_TOGO, "[state Togo] {ASSAULT shelled} [role civilians], it was said.")
    assert named(placed(found, ["Togo"], ["civilians"], None))[1] == ["civilians"]


def test_police_use_force_on_crowds_of_their_own_land() -> None:
    found = marked("[role Kenyan police] {ASSAULT fired} at [role protesters].")
    assert named(placed(found, ["Kenyan police"], ["protesters"], None)) == (["KEN"], ["KEN"])
    found = marked("[role Kenyan soldiers] {ASSAULT fired} at [role protesters].")
    assert named(placed(found, ["Kenyan soldiers"], ["protesters"], None))[1] == ["protesters"]
