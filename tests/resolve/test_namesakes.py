"""Persons named like places, or by their seat: the words are the person, unless the article tells of the place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helper_resolve import marked, named, reading, resolved, spans

from kawat.knowledge import load_knowledge
from kawat.records import ClaimSpans, Mention, Span, VoiceSpans
from kawat.resolve import resolve
from kawat.resolve.namesakes import with_namesakes

FIRST = "[person Michael Jordan] {ACCUSE criticised} [state Poland] on Tuesday."
AGAIN = "[state Jordan] {REQUEST urged} [role farmers] to wait."


def told(*rest: str) -> list[str | None]:
    """Who acts in the last report."""
    text = marked(FIRST, *rest)
    return named(resolved(text, spans(text, actors=["Michael Jordan"]), spans(text, 1, actors=["Jordan"])))[0]


def test_a_bare_surname_is_the_person_named_before() -> None:
    assert told(AGAIN) == ["Michael Jordan"]


@pytest.mark.parametrize(
    "other",
    [
        "He had been in [place Jordan] in May.",
        "The [group Jordanian] army kept quiet.",
        "He flew to [place Jordan] later.",
    ],
)
def test_an_article_about_the_place_keeps_it(other: str) -> None:
    assert told(AGAIN, other) == ["JOR"]


def test_a_name_that_comes_before_the_person_is_the_place() -> None:
    text = marked(AGAIN, FIRST)
    record = resolved(text, spans(text, 0, actors=["Jordan"]), spans(text, 1, actors=["Michael Jordan"]))
    assert named(record, 0)[0] == ["JOR"]


def test_where_something_happened_is_the_place() -> None:
    text = marked(FIRST, "[state Jordan] {CONSULT hosted} [person Emmanuel Macron].")
    hosted = replace(spans(text, 1, actors=["Jordan"]), place=text.mention("Jordan"))
    assert named(resolved(text, spans(text, actors=["Michael Jordan"]), hosted))[0] == ["JOR"]


def test_a_claim_is_the_person_s_too() -> None:
    text = marked(FIRST, "[state Jordan] said the plan was wrong.")
    start = text.article.text.index("the plan")
    claim = ClaimSpans((VoiceSpans(text.mention("Jordan"), None),), Span(start, start + 18), False)
    record = resolve(text.article, replace(reading(text, spans(text, actors=["Michael Jordan"])), claims=(claim,)))
    assert [one.name for one in record.claims[0].speakers] == ["Michael Jordan"]


def test_a_name_of_one_word_makes_no_namesake() -> None:
    text = marked("[person Jordan] {ACCUSE criticised} [state Poland].", AGAIN)
    second = text.mentions[2]
    record = resolved(text, replace(spans(text, 1), actors=(second,)))
    assert named(record)[0] == ["JOR"]


@pytest.mark.parametrize("seat", ["([person R-OK])", "([person R]-[place Ohio])"])
def test_a_member_s_party_and_state_are_the_member(seat: str) -> None:
    text = marked(f"Rep. [person Frank Lucas] {seat} {{REQUEST asked}} [state Poland] to wait.")
    (report,) = resolved(text, replace(spans(text), actors=text.mentions[1:-1])).reports
    assert [(one.name, one.country) for one in report.actors] == [("Frank Lucas", "USA")]


def test_a_state_in_brackets_stays_one() -> None:
    text = marked("[person Frank Lucas] ([state Poland]) {REQUEST asked} them to wait.")
    assert named(resolved(text, spans(text, actors=["Poland"])))[0] == ["POL"]


def test_a_title_of_a_country_gives_it_no_namesake() -> None:
    text = marked(
        "[person Ratu Inggris] {ACCUSE mengecam} [state Prancis].", "[state Inggris] {REQUEST mendesak} mereka."
    )
    queen, _, england = text.mentions
    known = replace(queen, country_hint="GBR"), text.mentions[1], replace(england, country_hint="GBR")
    urged = replace(spans(text, 1), actors=(known[2],))
    record = resolve(text.article, replace(reading(text, urged), mentions=known))
    assert named(record)[0] == ["GBR"]


def kinds(*paragraphs: str) -> list[str]:
    """The kind of every mention, once names are told apart."""
    text = marked(*paragraphs)
    return [one.kind.value for one in with_namesakes(text.article, reading(text)).mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[group Sahel Herders Union] (SHU) left. [person SHU] denied it.", ["group", "group"]),
        ("[organisation Kobo] left. [person Kobo] came. [organisation Kobo] stayed.", ["organisation"] * 3),
        ("[organisation Kobo] left. [person Kobo] came.", ["organisation", "person"]),
        ("[person Marla Quint] spoke. [organisation Quint] left.", ["person", "person"]),
        ("[person Ali al-Kobo] spoke. [group Al-Kobo] left.", ["person", "person"]),
        ("[organisation Quint] spoke. [person Marla Quint] left.", ["organisation", "person"]),
    ],
)
def test_a_name_is_of_one_kind_throughout(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


def test_a_noun_before_a_name_makes_no_surname() -> None:
    assert kinds("[person pemimpin Muslim] bertemu [group Muslim].")[1] == "group"


@pytest.mark.parametrize(
    ("full", "again", "who"),
    [
        ("[person Lea London] {ACCUSE blamed} a bank.", "[state London] {REQUEST urged} it.", "Lea London"),
        ("[person Georgia Kral] {ACCUSE blamed} a bank.", "[state Georgia] {REQUEST urged} it.", "Georgia Kral"),
        ("[person Shim Yoo-jin] {ACCUSE accused} a bank.", "[state Shim] {REQUEST urged} it.", "Shim Yoo-jin"),
        ("[person Ismet Halim] {ACCUSE menuduh} bank.", "[role Halim] {REQUEST mendesak} bank.", "Ismet Halim"),
        # the people of a country tell of the country, not of its capital
        ("[person Lea London] {ACCUSE blamed} [group Britons]", "[state London] {REQUEST begged}.", "Lea London"),
        ("[person Lea London] {ACCUSE blamed} her in [place London].", "[state London] {REQUEST urged} it.", "GBR"),
        ("[person Georgia Kral] {ACCUSE blamed} [group Georgians].", "[state Georgia] {REQUEST begged}.", "GEO"),
    ],
)  # fmt: skip
def test_first_and_last_names_are_the_person_s(full: str, again: str, who: str) -> None:
    text = marked(full, again)
    acted = [text.mentions[0].span.of(text.article.text)], [text.mentions[-1].span.of(text.article.text)]
    hinted = tuple(_with_country(one) for one in text.mentions)
    reports = replace(spans(text, 0, acted[0]), actors=hinted[:1]), replace(spans(text, 1), actors=hinted[-1:])
    record = resolve(text.article, replace(reading(text, *reports), mentions=hinted))
    assert named(record)[0] == [who]


def _with_country(mention: Mention) -> Mention:
    """As a reader has it, with the country of the entity that it saw."""
    entry = load_knowledge().entry(mention.entity) if mention.entity else None
    return replace(mention, country_hint=entry.country if entry else None)
