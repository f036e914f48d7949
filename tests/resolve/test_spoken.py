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
        ("en", "[state Ghana] {ACCUSE doubted} that [state Togo] would pay."),
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
        "[state Ghana] {SUPPORT gained} freedom from [state Togo].",
        "[state Ghana] {AGREE agreed} that [role Togo's courts] were slow.",
        "[state Ghana] {AGREE offered} what it said was proof against [state Togo].",
        "[state Ghana] {SUPPORT praised} the bank [state Togo] has paid.",
    ],
)
def test_others_are_not_what_it_is_about(text: str) -> None:
    found = marked(text)
    assert named(resolved(found, spans(found, 0, ["Ghana"])))[1] == []
