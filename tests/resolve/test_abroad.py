"""Which state an act abroad is towards, by what the article is about."""

from __future__ import annotations

import pytest
from helper_resolve import marked, named, resolved, spans

ABOUT = (
    "[state Haiti] mourns. [state Haiti] waits. [state Haiti] prays. [state Haiti] votes. [state Peru] watches. "
)
OTHERS = "[state Mali] saw it. [state Peru] woke. [state Cuba] slept. "


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "[state Kenya] will {AID send} nurses."),
        ("en", "[state Kenya] {SANCTION suspended} its payments."),
        ("en", "[state Kenya] {COERCE shut} its border."),
        ("en", "[state Kenya] {COERCE closed} the only land border."),
        ("en", "[state Kenya] {SUPPORT expressed} his condolences."),
        ("id", "[state Kenya] {COERCE menutup} perbatasannya."),
        ("id", "[state Kenya] menyampaikan {SUPPORT ucapan selamat}."),
        ("id", "[state Kenya] {AID menyumbang} beras."),
    ],
)
def test_what_is_done_abroad_by_its_words_is_towards_the_state_named_most(language: str, text: str) -> None:
    found = marked(ABOUT + OTHERS + text, language=language)
    assert named(resolved(found, spans(found, 0, ["Kenya"]))) == (["KEN"], ["HTI"])


@pytest.mark.parametrize(
    "text",
    [
        "[state Kenya] {COERCE closed} its schools.",
        "[state Kenya] {SUPPORT praised} the plan.",
        "[state Kenya] {ACCUSE condemned} the attack.",
        "[state Kenya] {AID evacuated} forty nurses.",  # who is evacuated is no state
        "[state Kenya] {AGREE offered} to mediate.",
        "[state Haiti ] {AID sent} nurses.",  # its own
        "[role Nurses] {AID helped}.",  # of which country they are is not told
    ],
)
def test_other_acts_are_towards_nobody(text: str) -> None:
    found = marked(ABOUT + OTHERS + text)
    who = found.mentions[-1].span.of(found.article.text)
    assert named(resolved(found, spans(found, 0, [who])))[1] == []


def test_where_no_state_is_named_clearly_most_nobody_is_meant() -> None:
    two = "[state Haiti] slept. [state Peru] slept. " * 4
    found = marked(two + OTHERS + "[state Kenya] {AID sent} nurses.")
    assert named(resolved(found, spans(found, 0, ["Kenya"])))[1] == []
    few = marked("[state Haiti] slept. [state Haiti] woke. " + OTHERS + "[state Kenya] {AID sent} nurses.")
    assert named(resolved(few, spans(few, 0, ["Kenya"])))[1] == []


def test_a_state_may_stand_only_in_its_places_but_not_in_its_people_alone() -> None:
    places = "[place Port-au-Prince] sleeps. " * 5 + OTHERS
    found = marked(places + "[state Kenya] {SUPPORT expressed} condolences.")
    (report,) = resolved(found, spans(found, 0, ["Kenya"])).reports
    (side,) = report.recipients
    assert (side.country, side.mention.of(found.article.text)) == ("HTI", "Port-au-Prince")
    people = "[role Haitian nurses] sleep. " * 5 + OTHERS
    found = marked(people + "[state Kenya] {SUPPORT expressed} condolences.")
    assert named(resolved(found, spans(found, 0, ["Kenya"])))[1] == []


def test_an_offer_to_mediate_is_to_nobody_though_the_article_is_about_one_country() -> None:
    home = "[state Haiti] slept. " * 9
    for verb, whom in (("mediate", []), ("pay", ["HTI"])):
        found = marked(home + f"[state Kenya] {{AGREE offered}} to {verb}.")
        assert named(resolved(found, spans(found, 0, ["Kenya"])))[1] == whom
