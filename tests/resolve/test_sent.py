"""Whom one sends, and where: who is sent is no side, the land that help is sent to is one."""

from __future__ import annotations

import pytest
from helper_resolve import marked, named, resolved, spans

from kawat.resolve.implied import SENT_TO


@pytest.mark.parametrize(
    ("language", "text", "sent"),
    [
        ("en", "[state Ghana] {AID sent} [role 200 observers] to help.", "200 observers"),
        ("en", "[state Ghana] will {AID send} its [role nurses].", "nurses"),
        ("id", "[state Ghana] {AID mengirim} [role pengamat] bila diminta.", "pengamat"),
    ],
)
def test_who_is_sent_is_no_side(language: str, text: str, sent: str) -> None:
    found = marked(text, language=language)
    assert named(resolved(found, spans(found, 0, ["Ghana"], [sent])))[1] == []


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("[state Ghana] {AID sent} [role the rebels] weapons.", "the rebels"),
        ("[state Ghana] {AID sent} food to [role the refugees].", "the refugees"),
        ("[state Ghana] {AID sent} [state Togo] two ships.", "Togo"),
        ("[state Ghana] {AID fed} [role the refugees].", "the refugees"),
    ],
)
def test_who_gets_something_is_a_side(text: str, whom: str) -> None:
    found = marked(text)
    assert named(resolved(found, spans(found, 0, ["Ghana"], [whom])))[1] != []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "[state Ghana] {AID sent} engineers to [place Lome]."),
        ("id", "[state Ghana] {AID mengirim} insinyur ke [place Lome]."),
    ],
)
def test_help_is_for_the_land_that_it_is_sent_to(language: str, text: str) -> None:
    found = marked(text, language=language)
    record = resolved(found, spans(found, 0, ["Ghana"]))
    assert named(record)[1] == ["TGO"]
    assert [one.resolved_by for one in record.reports[0].recipients] == [SENT_TO]


@pytest.mark.parametrize(
    "text",
    [
        "[state Ghana] {AID evacuated} students to [place Lome].",
        "[state Ghana] {AID sent} engineers to help, when floods came to [place Lome].",
        "[state Ghana] {AID sent} engineers to a summit. They passed through [place Lome].",
        "[state Ghana] {AID sent} engineers to [place Accra].",
    ],
)
def test_other_places_get_no_help(text: str) -> None:
    found = marked(text)
    assert named(resolved(found, spans(found, 0, ["Ghana"])))[1] == []
