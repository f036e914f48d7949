"""Whom an act is towards where its own words do not say it, over readings written by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kawat.knowledge import load_knowledge
from kawat.records import (
    Actor,
    ActorKind,
    Article,
    Mention,
    MentionKind,
    Paragraph,
    ParagraphKind,
    Report,
    Salience,
    Span,
    Status,
)
from kawat.resolve.actors import Resolved
from kawat.resolve.implied import with_implied


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def state(text: str, words: str, code: str) -> Actor:
    return Actor(load_knowledge().country(code).name_en, ActorKind.STATE, span(text, words), code, country=code)


def envoy(text: str, words: str, country: str | None = None) -> Actor:
    return Actor(words, ActorKind.PERSON, span(text, words), country=country)


def report(
    text: str, type: str, trigger: str, actors: list[Actor], recipients: list[Actor], mode: str | None = None
) -> Report:
    at = span(text, trigger)
    begins = text.rfind(". ", 0, at.start)
    sentence = Span(0 if begins < 0 else begins + 2, text.find(".", at.end) + 1)
    return Report(
        "rep-1", type, mode, (), Status.OCCURRED, Salience.MAIN, at, sentence, tuple(actors), tuple(recipients),
        False, None, None, (), (), 0.9,
    )  # fmt: skip


def whom(text: str, made: Report, others: list[Actor], home: str | None = None) -> list[tuple[str, str]]:
    article = Article(text, (Paragraph(Span(0, len(text)), ParagraphKind.BODY),), "en")
    every = {one.mention: one for one in (*others, *made.actors, *made.recipients)}
    actors: Resolved = {Mention(at, MentionKind.STATE): (one,) for at, one in every.items()}
    found = with_implied(made, article, actors, home, load_knowledge())
    assert found == replace(made, recipients=found.recipients)
    return [(one.name, one.mention.of(text)) for one in found.recipients]


@pytest.mark.parametrize(
    ("type", "act", "found"),
    [
        ("AID", "sent medicine", True),
        ("AID", "repatriated its people", False),
        ("SANCTION", "cut aid", True),
        ("AGREE", "offered medicine", True),
        ("AGREE", "approved a budget", False),
        ("REJECT", "refused to comment", False),
        ("REJECT", "put off a visit", True),
    ],
)
def test_what_is_given_or_offered_abroad_is_for_the_country_of_the_article(
    type: str, act: str, found: bool
) -> None:
    text = f"Mozambique has fought them since 2017. Rwanda {act}. Portugal asked for patience."
    made = report(text, type, act.split(maxsplit=1)[0], [state(text, "Rwanda", "RWA")], [])
    expected = [("Mozambique", "Mozambique")] if found else []
    assert whom(text, made, [state(text, "Mozambique", "MOZ")], "MOZ") == expected


AID = "Mozambique has fought them since 2017. Rwanda sent medicine. Portugal asked for patience."


def test_aid_in_an_article_about_a_country_is_for_that_country() -> None:
    made = report(AID, "AID", "sent", [state(AID, "Rwanda", "RWA")], [])
    home = state(AID, "Mozambique", "MOZ")
    assert whom(AID, made, [home], "MOZ") == [("Mozambique", "Mozambique")]
    assert whom(AID, made, [home], None) == []
    assert whom(AID, made, [], "MOZ") == [], "no word of the article stands for it"


@pytest.mark.parametrize("type", ["SUPPORT", "CONSULT", "MOBILIZE"])
def test_other_acts_are_left_as_they_are(type: str) -> None:
    made = report(AID, type, "sent", [state(AID, "Rwanda", "RWA")], [])
    assert whom(AID, made, [state(AID, "Mozambique", "MOZ")], "MOZ") == []


def test_nobody_is_implied_where_somebody_is_told_or_the_doer_is_at_home_or_unknown() -> None:
    told = report(AID, "AID", "sent", [state(AID, "Rwanda", "RWA")], [state(AID, "Portugal", "PRT")])
    home = state(AID, "Mozambique", "MOZ")
    assert whom(AID, told, [home], "MOZ") == [("Portugal", "Portugal")]
    assert whom(AID, report(AID, "AID", "sent", [home], []), [], "MOZ") == []
    assert whom(AID, report(AID, "AID", "sent", [], []), [home], "MOZ") == []
    nobody = replace(state(AID, "Rwanda", "RWA"), country=None)
    assert whom(AID, report(AID, "AID", "sent", [nobody], []), [home], "MOZ") == []


RECALLED = "Honduras turned to Beijing. Taiwan recalled its ambassador from Tegucigalpa. China was glad."


def test_an_own_envoy_is_no_side_but_the_state_that_he_leaves() -> None:
    taiwan, honduras = state(RECALLED, "Taiwan", "TWN"), state(RECALLED, "Tegucigalpa", "HND")
    others = [state(RECALLED, "Honduras", "HND"), state(RECALLED, "Beijing", "CHN"), honduras]
    for country in (None, "TWN"):
        made = report(RECALLED, "SANCTION", "recalled", [taiwan], [envoy(RECALLED, "its ambassador", country)])
        assert whom(RECALLED, made, others) == [("Honduras", "Tegucigalpa")]


def test_without_a_post_it_is_the_other_state_spoken_of_last() -> None:
    text = "India accused Canada of lies. It recalled its ambassador."
    made = report(text, "SANCTION", "recalled", [state(text, "India", "IND")], [envoy(text, "its ambassador")])
    assert whom(text, made, [state(text, "Canada", "CAN")]) == [("Canada", "Canada")]
    assert whom(text, made, []) == [("its ambassador", "its ambassador")]


def test_the_envoy_of_another_state_is_a_side() -> None:
    text = "Canada expelled the Indian ambassador."
    made = report(text, "COERCE", "expelled", [state(text, "Canada", "CAN")], [envoy(text, "ambassador", "IND")])
    assert whom(text, made, [state(text, "Indian", "IND")]) == [("ambassador", "ambassador")]


def test_an_own_envoy_beside_the_state_that_he_leaves_is_no_second_side() -> None:
    text = "Canada broke with India and recalled its diplomats."
    sides = [state(text, "India", "IND"), envoy(text, "its diplomats", "CAN")]
    made = report(text, "SANCTION", "recalled", [state(text, "Canada", "CAN")], sides)
    assert whom(text, made, []) == [("India", "India")]


def test_a_closed_embassy_is_the_state_that_it_is_in() -> None:
    text = "Canada closed its embassy in Caracas."
    made = report(text, "SANCTION", "closed", [state(text, "Canada", "CAN")], [envoy(text, "its embassy", "CAN")])
    assert whom(text, made, [state(text, "Caracas", "VEN")]) == [("Venezuela", "Caracas")]


@pytest.mark.parametrize(
    ("text", "trigger", "where", "code"),
    [
        ("Canada's minister, on a visit to Lima, spoke of rain.", "visit", "Lima", "PER"),
        ("Canada's minister will fly via Paris.", "fly", "Paris", "FRA"),
        ("Menteri Canada singgah di Lima kemarin.", "singgah", "Lima", "PER"),
    ],
)
def test_a_visit_is_to_the_state_that_the_words_lead_to(text: str, trigger: str, where: str, code: str) -> None:
    made = report(text, "CONSULT", trigger, [state(text, "Canada", "CAN")], [], "visit")
    assert whom(text, made, [state(text, where, code)]) == [(load_knowledge().country(code).name_en, where)]


@pytest.mark.parametrize(
    ("text", "trigger", "where", "code"),
    [
        ("Canada's minister will fly to Lima for the Apec summit.", "fly", "Lima", "PER"),  # to a gathering
        ("Canada's minister terbang ke Lima untuk menghadiri KTT.", "terbang", "Lima", "PER"),
        ("Canada's minister will visit, Lima papers said.", "visit", "Lima", "PER"),  # no word leads there
        ("From Lima Canada's minister will visit.", "visit", "Lima", "PER"),  # before it
        ("Canada's visit came after it sent rice to Lima.", "visit", "Lima", "PER"),  # another clause
        ("Canada's minister will fly to Ottawa.", "fly", "Ottawa", "CAN"),  # home
        ("Canada's minister will visit. They went to Lima.", "visit", "Lima", "PER"),  # another sentence
    ],
)
def test_a_visit_is_to_no_other_place(text: str, trigger: str, where: str, code: str) -> None:
    made = report(text, "CONSULT", trigger, [state(text, "Canada", "CAN")], [], "visit")
    assert whom(text, made, [state(text, where, code)]) == []


def test_other_meetings_and_many_visitors_name_no_host() -> None:
    text = "Canada and Ghana will fly to Lima."
    canada, ghana, lima = state(text, "Canada", "CAN"), state(text, "Ghana", "GHA"), state(text, "Lima", "PER")
    assert whom(text, report(text, "CONSULT", "fly", [canada, ghana], [], "visit"), [lima]) == []
    assert whom(text, report(text, "CONSULT", "fly", [canada], []), [lima]) == []


def test_what_names_a_third_state_is_not_for_the_country_of_the_article() -> None:
    text = "Mozambique has fought them since 2017. Rwanda trained 300 soldiers beside Niger. Portugal waits."
    made = report(text, "AID", "trained", [state(text, "Rwanda", "RWA")], [])
    others = [state(text, "Mozambique", "MOZ"), state(text, "Niger", "NER")]
    assert whom(text, made, others, "MOZ") == []
