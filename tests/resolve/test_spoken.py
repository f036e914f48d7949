"""Whom a word of praise, blame, refusal or promise is about."""

from __future__ import annotations

import pytest
from helper_resolve import marked, named, resolved, spans


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "[state Ghana] {REJECT rejected} the old [state Togo] claim to the river."),
        ("en", '[state Ghana] {REJECT rejected} [state Togo]\'s "blackmail".'),
        ("id", "[state Ghana] {REJECT menolak} klaim sungai [state Togo]."),
        ("id", "[state Ghana] {ACCUSE mengecam} tindakan [role polisi Togo]."),
    ],
)
def test_a_word_is_about_the_first_of_another_state_after_it(language: str, text: str) -> None:
    found = marked(text, language=language)
    assert named(resolved(found, spans(found, 0, ["Ghana"]))) == (["GHA"], ["TGO"])


@pytest.mark.parametrize(
    "text",
    [
        "[state Ghana] {ACCUSE condemned} the vote, and [state Togo] was silent.",  # another clause
        "[state Ghana] {SUPPORT hailed} the harvest after [state Togo] had hailed it.",
        "[state Ghana] {ACCUSE condemned} the crash of a bus that had come down from [state Togo].",  # far
        "[state Ghana] {ACCUSE condemned} [role Ghanaian judges] and [state Togo].",  # first an own side
        "[state Ghana] {AID sent} the old [state Togo] rice.",  # no word of speech
        "[state Ghana] {ACCUSE condemned} the vote. [state Togo] was silent.",
    ],
)
def test_others_are_not_what_it_is_about(text: str) -> None:
    found = marked(text)
    assert named(resolved(found, spans(found, 0, ["Ghana"])))[1] == []


def test_a_word_with_an_act_as_object_is_about_who_did_it() -> None:
    text = marked("[state Ghana] {ACCUSE condemned} the {ASSAULT shelling} by [role Togolese troops].")
    record = resolved(text, spans(text, 0, ["Ghana"]), spans(text, 1, ["Togolese troops"]))
    assert named(record, 0) == (["GHA"], ["TGO"])


@pytest.mark.parametrize(
    "text",
    [
        "[state Ghana] {ACCUSE complained} and {ASSAULT shelled} [role Togolese troops].",  # its own next act
        "[state Ghana] {ACCUSE complained}: {ASSAULT shelling} by [role Togolese troops].",
    ],
)
def test_an_act_that_is_not_the_object_tells_nobody(text: str) -> None:
    found = marked(text)
    record = resolved(found, spans(found, 0, ["Ghana"]), spans(found, 1, ["Togolese troops"]))
    assert named(record, 0)[1] == []
