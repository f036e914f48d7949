"""The two states that an article is about, as sides of what takes two."""

from __future__ import annotations

import pytest
from helper_resolve import Marked, marked, named, resolved, spans

from kawat.resolve.dyads import WITHIN

TALK = "[state Ghana] met [state Togo]. [state Togo] heard [state Ghana]. [state Ghana] told [state Togo] so. "


def last(text: Marked) -> tuple[list[str | None], list[str | None]]:
    return named(resolved(text, spans(text)))


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "{CONSULT talks}"), ("en", "{ASSAULT fighting}"), ("id", "{RETREAT gencatan senjata}")],
)
def test_what_takes_two_is_between_the_two_that_the_article_is_about(language: str, words: str) -> None:
    text = marked(TALK + f"The {words} lasted. [state Kenya] was glad.", language=language)
    record = resolved(text, spans(text))
    assert named(record) == (["GHA", "TGO"], [])
    assert record.reports[0].symmetric
    assert {one.mention for one in record.reports[0].actors} == {one.span for one in text.mentions[:2]}


@pytest.mark.parametrize(
    "words", ["{ASSAULT attack}", "{PROTEST clashes}", "{CONSULT visit}"]
)  # one side may do it; it may be at home
def test_what_one_alone_can_do_is_left(words: str) -> None:
    assert last(marked(TALK + f"The {words} lasted.")) == ([], [])


def test_three_states_or_one_are_no_two() -> None:
    talks = "The {CONSULT talks} lasted."
    third = "[state Kenya] saw it. [state Kenya] wrote. [state Kenya] slept. "
    assert last(marked(TALK + third + talks)) == ([], [])
    assert last(marked("[state Ghana] slept. [state Ghana] woke. [state Togo] too. " + talks)) == ([], [])


def test_with_somebody_told_nobody_is_added() -> None:
    text = marked(TALK + "The {CONSULT talks} with [state Kenya] lasted.")
    assert named(resolved(text, spans(text, 0, ["Kenya"]))) == (["KEN"], [])


def test_a_sanction_of_one_of_two_is_against_the_other() -> None:
    more = "[state Ghana] slept. [state Kenya] {SANCTION paid} less."
    text = marked(TALK + "[role Togolese officials] {SANCTION stopped} the trade. " + more)
    record = resolved(text, spans(text, 0, ["Togolese officials"]), spans(text, 1, ["Kenya"]))
    assert named(record, 0) == (["TGO"], ["GHA"])
    assert named(record, 1) == (["KEN"], []), "a third state is not one of the two"


@pytest.mark.parametrize("words", ["{CONSULT/third-party hosted}", "{CONSULT/third-party mediated}"])
def test_a_mediator_brings_the_two_together(words: str) -> None:
    text = marked(TALK + f"[state Kenya] {words} for years.")
    assert named(resolved(text, spans(text, 0, ["Kenya"]))) == (["KEN"], ["GHA", "TGO"])


def test_no_two_are_brought_together_by_one_of_them_by_a_plain_meeting_or_where_others_are_named() -> None:
    own = marked(TALK + "[state Ghana] {CONSULT/third-party hosted} it.")
    assert named(resolved(own, spans(own, 0, ["Ghana"])))[1] == []
    plain = marked(TALK + "[state Kenya] {CONSULT hosted} it.")
    assert named(resolved(plain, spans(plain, 0, ["Kenya"])))[1] == []
    other = marked(TALK + "[state Kenya] {CONSULT/third-party hosted} [state Mali].")
    assert named(resolved(other, spans(other, 0, ["Kenya"], ["Mali"])))[1] == ["MLI"]
    one = marked("[state Ghana] slept. [state Kenya] {CONSULT/third-party hosted} it.")
    assert named(resolved(one, spans(one, 0, ["Kenya"])))[1] == []


def test_a_mediator_named_often_is_not_one_of_two_that_are_named_together() -> None:
    together = "[state Ghana] and [state Togo] met. [state Ghana] and [state Togo] rested. "
    together += "[state Ghana] and [state Togo] ate. "
    host = "[state Kenya] cooked. [state Kenya] washed. [state Kenya] slept. "
    assert last(marked(together + host + "The {CONSULT talks} lasted.")) == (["GHA", "TGO"], [])
    assert last(marked(together.replace(" and ", " left ") + host + "The {CONSULT talks} lasted.")) == ([], [])


SHELLS = "[role Kenyan gunners] {ASSAULT shelled} [state Mali]. "


def test_fighting_is_between_those_of_whom_one_strikes_the_other() -> None:
    text = marked(TALK + SHELLS + "The {ASSAULT fighting} lasted. The {CONSULT talks} lasted.")
    record = resolved(text, spans(text, 0, ["Kenyan gunners"], ["Mali"]), spans(text, 1), spans(text, 2))
    assert named(record, 1) == (["KEN", "MLI"], []), "whatever else the article is about"
    assert named(record, 2) == (["GHA", "TGO"], [])


def test_where_two_pairs_strike_one_another_as_often_the_article_tells_who_fights() -> None:
    text = marked(TALK + SHELLS + "[state Ghana] {ASSAULT shelled} [state Chad]. The {ASSAULT fighting} lasted.")
    attacks = [spans(text, 0, ["Kenyan gunners"], ["Mali"]), spans(text, 1, ["Ghana"], ["Chad"])]
    assert named(resolved(text, *attacks, spans(text, 2)), 2) == (["GHA", "TGO"], [])


REBELS = (
    "[state Colombia] waited. [state Colombia] slept. [group FARC] waited. [group FARC] slept. [group FARC] woke. "
    "[state Colombia] woke. [state Colombia] spoke. "
)


@pytest.mark.parametrize(("language", "words"), [("en", "{CONSULT talks}"), ("id", "{RETREAT gencatan senjata}")])
def test_in_an_article_about_one_state_and_its_rebels_it_is_between_them(language: str, words: str) -> None:
    text = marked(REBELS + f"The {words} lasted.", language=language)
    (report,) = resolved(text, spans(text)).reports
    assert [one.mention.of(text.article.text) for one in report.actors] == ["Colombia", "FARC"]
    assert {one.resolved_by for one in report.actors} == {WITHIN}
    assert report.symmetric


def test_others_may_mediate_between_a_state_and_its_rebels() -> None:
    text = marked(REBELS + "[state Norway] {CONSULT/third-party mediated} for years.")
    assert named(resolved(text, spans(text, 0, ["Norway"]))) == (["NOR"], ["COL", "COL"])


@pytest.mark.parametrize(
    "text",
    [
        "[state Colombia] waited. [state Colombia] slept. [state Colombia] woke. [group FARC] fled. ",  # once
        REBELS + "[group ELN] slept. [group ELN] woke. [group ELN] spoke. ",  # two groups alike
        REBELS.replace("FARC", "Liberal Party"),  # no rebels
        REBELS.replace("Colombia", "Norway").replace("FARC", "MILF") + "[state Norway] slept. " * 9,  # not its own
    ],
)
def test_without_one_armed_group_of_that_state_nobody_is_added(text: str) -> None:
    assert last(marked(text + "The {CONSULT talks} lasted.")) == ([], [])
