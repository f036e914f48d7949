"""Two stories in one text: what the first is about is no home of the second."""

from __future__ import annotations

import pytest
from helper_resolve import marked, named, resolved, spans

from kawat.knowledge import load_knowledge
from kawat.resolve.stories import stories

FIRST = "[state France] raised taxes, the [role French government] said. [person Emmanuel Macron] was pleased."


def acting(*paragraphs: str, language: str = "en") -> list[str | None]:
    found = marked(*paragraphs, language=language)
    who = found.mentions[-1].span.of(found.article.text)
    return named(resolved(found, spans(found, 0, [who])))[0]


@pytest.mark.parametrize(
    ("language", "opening", "role", "country"),
    [
        (
            "en",
            "LIMA (Reuters) - Rain fell in [state Peru]; [place Lima] was dry.",
            "[role The police] {COERCE held} him.",
            "PER",
        ),
        (
            "en",
            "LIMA, Peru (AP) -- Rain fell in [state Peru]; [place Lima] was dry.",
            "[role Police] {COERCE held} him.",
            "PER",
        ),
        (
            "id",
            "DILI, KOMPAS.com - Hujan di [state Timor Leste], dan di [place Dili].",
            "[role Polisi] {COERCE menahan} dia.",
            "TLS",
        ),
    ],
)
def test_a_second_story_has_its_own_home(language: str, opening: str, role: str, country: str) -> None:
    assert acting(FIRST, opening, role, language=language) == [country]


def test_a_pronoun_takes_up_nobody_of_the_story_before() -> None:
    assert acting(FIRST, "LIMA (AP) - Rain fell in [state Peru].", "[pronoun He] {COERCE held} on.") == ["He"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "In [place Lima] it rained, far from [state Peru].",
        "Lima - the capital of [state Peru] - was dry.",
        "WHO - the health body - sent a team to [state Peru].",
    ],
)
def test_a_paragraph_about_elsewhere_is_no_second_story(paragraph: str) -> None:
    found = marked(FIRST, paragraph)
    assert stories(found.article, load_knowledge()) == [0]


def test_the_first_paragraph_s_dateline_begins_no_second_story() -> None:
    found = marked("A title|", "LIMA (AP) - Rain fell.", "It stopped.")
    assert stories(found.article, load_knowledge()) == [0]


def test_the_headline_above_a_dateline_belongs_to_its_story() -> None:
    found = marked(FIRST, "Rain in Peru", "LIMA (AP) - Rain fell.")
    assert stories(found.article, load_knowledge()) == [0, found.article.text.index("Rain in")]
