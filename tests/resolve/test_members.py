"""Who belongs to a group that takes part stands on its side."""

from __future__ import annotations

import pytest
from helper_resolve import marked, reading, spans

from kawat.resolve.members import with_members


def sides(language: str, text: str, actors: list[str], recipients: list[str]) -> tuple[list[str], list[str]]:
    found = marked(text, language=language)
    (report,) = with_members(found.article, reading(found, spans(found, 0, actors, recipients))).reports
    words = found.article.text
    return [one.span.of(words) for one in report.actors], [one.span.of(words) for one in report.recipients]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He was {AID helped} by [role friends], including nurse [person Ana] and actor [person Ali]."),
        ("en", "He was {AID helped} by [role friends] in Lome, such as [person Ana] and [person Ali]."),
        ("id", "Ia {AID dibantu} [role teman], termasuk penyanyi [person Ana] dan aktor [person Ali]."),
    ],
)
def test_those_whom_including_names_act_with_their_group(language: str, text: str) -> None:
    assert sides(language, text, ["friends"] if language == "en" else ["teman"], ["Ana"])[0][1:] == [
        "Ana",
        "Ali",
    ]


def test_what_follows_their_list_is_no_member() -> None:
    text = "[role Some states], including [state Togo] and [state Benin], {ACCUSE condemned} [state Chad]."
    assert sides("en", text, ["Some states"], ["Chad"]) == (["Some states", "Togo", "Benin"], ["Chad"])
    alone = "[role Some states], including [state Togo], {ACCUSE condemned} [state Chad]."
    assert sides("en", alone, ["Some states"], ["Chad"]) == (["Some states", "Togo"], ["Chad"])


def test_seperti_before_a_verb_names_no_member() -> None:
    text = "[state Chad] tidak {ASSAULT menyerang} [role kapal] seperti dituduhkan [state Togo]."
    assert sides("id", text, ["Chad"], ["kapal"]) == (["Chad"], ["kapal"])
