"""What an agreement is about takes no part in it, nor who backs those who act; a partner in it does."""

from __future__ import annotations

import pytest
from helper_resolve import marked, named, resolved, spans


@pytest.mark.parametrize(
    ("language", "text", "words", "expected"),
    [
        ("en", "[state Ghana] reached an {AGREE agreement} on [role migrants].", "migrants", []),
        ("en", "[state Ghana] held {CONSULT talks} about [role the hostages].", "the hostages", []),
        ("id", "[state Ghana] mencapai {AGREE kesepakatan} soal [role migran].", "migran", []),
        ("en", "[state Ghana] reached an {AGREE agreement} with [role the rebels].", "the rebels", ["the rebels"]),
        ("en", "[state Ghana] put {SANCTION sanctions} on [role the traders].", "the traders", ["the traders"]),
    ],
)
def test_a_topic_is_no_side(language: str, text: str, words: str, expected: list[str]) -> None:
    found = marked(text, language=language)
    assert named(resolved(found, spans(found, 0, ["Ghana"], [words])))[1] == expected


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("[state Ghana]-backed [role rebels] {ASSAULT shot} a man.", ["rebels"]),
        ("The [state Ghana]-occupied town was {ASSAULT shelled}.", []),
        ("The [state Ghana]-led [role force] {ASSAULT shot} a man.", ["GHA"]),
    ],
)
def test_who_backs_others_does_not_act(text: str, actors: list[str]) -> None:
    found = marked(text)
    read = [one.span.of(found.article.text) for one in found.mentions]
    assert [one for one in named(resolved(found, spans(found, 0, read)))[0] if one != "force"] == actors
