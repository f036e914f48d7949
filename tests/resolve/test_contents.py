"""Who acts in a clause of content: the noun that it begins with, not who tells of it."""

from __future__ import annotations

import pytest
from helper_resolve import marked, reading, spans

from kawat.resolve.contents import with_contents


def sides(language: str, text: str, actors: list[str], recipients: list[str]) -> tuple[list[str], list[str]]:
    found = marked(text, language=language)
    (report,) = with_contents(found.article, reading(found, spans(found, 0, actors, recipients))).reports
    words = found.article.text
    return [one.span.of(words) for one in report.actors], [one.span.of(words) for one in report.recipients]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "[state Chad] said [state Togo] had told [pronoun it] that [role Malian agents] {ASSAULT shot} a man.",
        ),
        ("en", "[state Chad] complained to [pronoun it] that the [role Malian agents] had {COERCE seized} trucks."),
        (
            "id",
            "[state Chad] memberi tahu [pronoun dia] bahwa [role Malian agents] {ASSAULT menculik} orang.",
        ),
    ],
)
def test_who_begins_a_clause_of_content_acts_in_it(language: str, text: str) -> None:
    told = "dia" if language == "id" else "it"
    assert sides(language, text, ["Chad"], [told, "Malian agents"]) == (["Malian agents"], [])


def test_others_of_the_clause_keep_their_part() -> None:
    text = "[state Chad] said that [role the army] and [role the police] {ASSAULT shot} [role a man]."
    assert sides("en", text, ["the army", "the police"], ["a man"]) == (["the army", "the police"], ["a man"])
    text = "[role The town] that [role rebels] {COERCE took} was quiet."
    assert sides("en", text, ["rebels"], ["The town"]) == (["rebels"], ["The town"])


@pytest.mark.parametrize(
    "text",
    [
        "[state Chad] said that [role two men] were {COERCE held}.",
        "[state Chad] said that [role the plan] of [state Togo] {REJECT failed}.",
        "[state Chad] and [role two men] {COERCE held} a guard.",
    ],
)
def test_who_undergoes_it_or_stands_elsewhere_does_not_act(text: str) -> None:
    other = "the plan" if "plan" in text else "two men"
    assert sides("en", text, ["Chad"], [other]) == (["Chad"], [other])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "[state Chad], yang bertemu [state Togo] di Accra, batal {CONSULT bertemu} [state Peru]."),
        ("en", "[state Chad], which had accused [state Togo] of theft, {SANCTION expelled} [state Peru]."),
    ],
)
def test_who_is_named_in_an_aside_takes_no_part(language: str, text: str) -> None:
    assert sides(language, text, ["Chad", "Togo"], ["Peru"]) == (["Chad"], ["Peru"])


def test_of_an_aside_itself_all_take_part() -> None:
    text = "[state Chad], which had {CONSULT met} [state Togo] in Accra, left."
    assert sides("en", text, ["Chad", "Togo"], []) == (["Chad", "Togo"], [])
    text = "[state Chad], [state Togo] and others, {CONSULT met} in Accra."
    assert sides("en", text, ["Chad", "Togo"], []) == (["Chad", "Togo"], [])


@pytest.mark.parametrize(
    ("language", "text", "actors"),
    [
        ("en", "[state Chad], which took in 200 families, {REQUEST called for} calm.", ["Chad"]),
        ("id", "[state Chad], yang menampung 200 keluarga, {REQUEST menyerukan} ketenangan.", ["Chad"]),
        ("en", "For [state Chad], which took in 200 families, {REQUEST called for} calm.", []),
        ("en", "[state Chad] took in 200 families, who {REQUEST called for} calm.", []),
        ("en", "[role Two men], who fled in May, were {COERCE held}.", []),
    ],
)
def test_who_begins_the_sentence_acts_over_an_aside(language: str, text: str, actors: list[str]) -> None:
    assert sides(language, text, [], [])[0] == actors
