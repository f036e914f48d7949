"""Sides that another report of the article tells: requests that are granted, answers to who acted first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helper_resolve import marked, named, resolved, spans

from kawat.records import Status
from kawat.resolve.answers import ANSWERED, REQUESTED


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "[state Ghana] {AID sent} nurses at the {REQUEST request} of [state Togo]."),
        ("id", "[state Ghana] {MOBILIZE mengirim} pasukan atas {REQUEST permintaan} [state Togo]."),
    ],
)
def test_who_acts_at_a_request_was_asked_and_acts_for_who_asked(language: str, text: str) -> None:
    found = marked(text, language=language)
    record = resolved(found, spans(found, 0, ["Ghana"]), spans(found, 1, ["Togo"]))
    assert named(record, 0) == (["GHA"], ["TGO"])
    assert named(record, 1) == (["TGO"], ["GHA"])
    assert {one.resolved_by for report in record.reports for one in report.recipients} == {REQUESTED}


def test_a_possessor_asks_for_a_meeting() -> None:
    text = marked("The [organisation UN Security Council] {CONSULT met} at [state Togo]'s {REQUEST request}.")
    record = resolved(text, spans(text, 0, ["UN Security Council"]), spans(text, 1, ["Togo"]))
    assert named(record, 1) == (["TGO"], ["UNO"])
    assert named(record, 0)[1] == [], "a meeting is no favour"


@pytest.mark.parametrize(
    "text",
    [
        "[state Ghana] {AID sent} nurses and repeated its {REQUEST request}, [state Togo] said.",
        "[state Ghana] {AID sent} nurses. That was at the {REQUEST request} of [state Togo].",
    ],
)
def test_a_request_that_nobody_grants_is_left(text: str) -> None:
    found = marked(text)
    record = resolved(found, spans(found, 0, ["Ghana"]), spans(found, 1, ["Togo"]))
    assert named(record, 0)[1] == [] == named(record, 1)[1]


FIRST = "[state Ghana] {COERCE closed} its border to [state Togo]. "


def test_an_answer_is_to_who_acted_against_the_one_who_answers() -> None:
    answer = marked(FIRST + "[role Togolese officials] {ACCUSE called} the border unjust.")
    record = resolved(answer, spans(answer, 0, ["Ghana"], ["Togo"]), spans(answer, 1, ["Togolese officials"]))
    assert named(record, 1) == (["TGO"], ["GHA"])
    (first,) = record.reports[1].recipients
    assert (first.mention.of(answer.article.text), first.resolved_by) == ("Ghana", ANSWERED)


@pytest.mark.parametrize(
    "second",
    [
        "[role Kenyan officials] {ACCUSE called} the border unjust.",  # nobody acted against Kenya
        "It rained. [role Togolese officials] {ACCUSE called} the weather unjust.",  # too far away
        "[role Togolese officials] {SUPPORT hailed} the harvest.",  # no answer
        "[role Togolese officials] {COERCE/arrest arrested} [role two smugglers].",  # at home
        "[role Togolese officials] {COERCE/curfew imposed} a curfew.",  # at home
    ],
)
def test_what_is_no_answer_is_left(second: str) -> None:
    text = marked(FIRST + second)
    actor = text.mentions[2].span.of(text.article.text)
    record = resolved(text, spans(text, 0, ["Ghana"], ["Togo"]), spans(text, 1, [actor]))
    assert named(record, 1)[1] == []


def test_one_does_not_answer_oneself() -> None:
    text = marked(
        "[role Ghanaian police] {COERCE searched} [role Ghanaian courts]. "
        "[role The Ghanaian courts] {ACCUSE protested}."
    )
    record = resolved(
        text,
        spans(text, 0, ["Ghanaian police"], ["Ghanaian courts"]),
        spans(text, 1, ["The Ghanaian courts"]),
    )
    assert named(record, 1)[1] == []


SAID = "[state Ghana] {ACCUSE called} the law unjust. [state Kenya] {REQUEST asked} for a delay.\n\n"


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("[state Togo] {REJECT rejected} the criticism.", ["GHA"]),
        ("[state Togo] {REJECT rejected} this harsh remark.", ["GHA"]),
        ("[state Togo] {REJECT rejected} the request.", ["KEN"]),
        ("[state Togo] {REJECT rejected} the law.", []),  # nobody said it
        ("[state Togo] {REJECT rejected} the threat.", []),  # nobody threatened
        ("It rained.\n\n[state Togo] {REJECT rejected} the criticism.", []),  # too far away
        ("[role Ghanaian envoys] {REJECT rejected} the criticism.", []),  # one's own
    ],
)
def test_what_is_refused_by_its_name_is_refused_to_who_said_it(text: str, whom: list[str]) -> None:
    first, second = SAID.strip().split(". ")
    found = marked(f"{first}. {second}", *text.split("\n\n"))
    who = found.mentions[2].span.of(found.article.text)
    record = resolved(found, spans(found, 0, ["Ghana"]), spans(found, 1, ["Kenya"]), spans(found, 2, [who]))
    assert named(record, 2)[1] == whom


@pytest.mark.parametrize(("word", "whom"), [("tudingan itu", ["GHA"]), ("permintaan itu", ["KEN"]), ("beras", [])])
def test_in_indonesian_as_well(word: str, whom: list[str]) -> None:
    found = marked(
        "[state Ghana] {ACCUSE menuding} banyak orang. [state Kenya] {REQUEST meminta} beras. "
        f"[state Togo] {{REJECT menolak}} {word}.",
        language="id",
    )
    record = resolved(found, spans(found, 0, ["Ghana"]), spans(found, 1, ["Kenya"]), spans(found, 2, ["Togo"]))
    assert named(record, 2)[1] == whom


ARREST = "[role Police in Togo] {COERCE arrested} [role a singer] in Lome. "


@pytest.mark.parametrize(
    ("deed", "blame", "blamed"),
    [
        (ARREST, "[state Ghana] {ACCUSE condemned} the arrest.", ["TGO"]),
        (ARREST, "[state Ghana] {ACCUSE criticised} the move and called for calm.", ["TGO"]),
        (ARREST, "[state Ghana] {ACCUSE condemned} the attack.", []),
        (ARREST, "[state Ghana] {ACCUSE condemned} the arrest of [role a nurse].", []),
        (ARREST, "It rained. It stopped. It rained. It stopped. [state Ghana] {ACCUSE condemned} the arrest.", []),
        ("[role Two men] {COERCE seized} a bus. ", "[state Ghana] {ACCUSE condemned} the seizure.", []),
    ],
)
def test_who_did_a_deed_is_blamed_where_it_is_blamed_by_its_name(deed: str, blame: str, blamed: list[str]) -> None:
    text = marked(deed + blame)
    doer = text.mentions[0].span.of(text.article.text)
    record = resolved(text, spans(text, 0, [doer]), spans(text, 1, ["Ghana"]))
    assert named(record, 1) == (["GHA"], blamed)


def test_who_is_accused_does_not_answer_by_blaming_another_deed() -> None:
    text = marked(
        "[role Ghana's army] {ASSAULT shelled} [role a farm] in Togo. [state Togo] {ACCUSE accused} [state Mali] "
        "of lying. [role Mali's government] {ACCUSE condemned} the shelling."
    )
    record = resolved(
        text,
        spans(text, 0, ["Ghana's army"]),
        spans(text, 1, ["Togo"], ["Mali"]),
        spans(text, 2, ["Mali's government"]),
    )
    assert named(record, 2) == (["MLI"], ["GHA"])


def test_what_is_refused_was_said_and_not_only_planned() -> None:
    text = marked(
        "[state Ghana] {ACCUSE accused} [state Togo]. [state Mali] will {ACCUSE try} [role a banker]. "
        "[state Togo] {REJECT rejected} the allegations."
    )
    plan = replace(spans(text, 1, ["Mali"]), status=Status.PLANNED)
    record = resolved(text, spans(text, 0, ["Ghana"], ["Togo"]), plan, spans(text, 2, ["Togo"]))
    assert named(record, 2) == (["TGO"], ["GHA"])
