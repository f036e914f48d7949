"""Sides that another report of the same sentence tells."""

from __future__ import annotations

import pytest
from helper_resolve import marked, named, resolved, spans

from kawat.records import MentionKind


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "[state Ghana] {CONSULT telephoned} [state Togo] and {THREATEN threatened} to close the road."),
        ("en", "[state Ghana] {CONSULT telephoned} [state Togo] to {REQUEST ask} for rice."),
        ("id", "[state Ghana] {CONSULT menelepon} [state Togo] lalu {THREATEN mengancam} menutup jalan."),
        ("id", "[state Ghana] {CONSULT menelepon} [state Togo] untuk {REQUEST memohon} beras."),
    ],
)
def test_whom_one_calls_one_speaks_to(language: str, text: str) -> None:
    found = marked(text, language=language)
    call = spans(found, 0, ["Ghana", "Togo"], symmetric=True)
    assert named(resolved(found, call, spans(found, 1, ["Ghana"])), 1) == (["GHA"], ["TGO"])
    call = spans(found, 0, ["Ghana"], ["Togo"])
    assert named(resolved(found, call, spans(found, 1, ["Ghana"])), 1) == (["GHA"], ["TGO"])


@pytest.mark.parametrize(
    "text",
    [
        "[state Ghana] {CONSULT telephoned} [state Togo] and {AGREE offered} to mediate.",  # between two others
        "[state Ghana], which had {CONSULT telephoned} [state Togo], {THREATEN threatened} all.",  # no second verb
        "[state Ghana] {CONSULT telephoned} [state Togo] and {COERCE closed} the road.",  # no word to anybody
        "[state Ghana] {CONSULT telephoned} [state Togo]. It rained, and {THREATEN threatened} to.",
        "[state Ghana] {SUPPORT praised} [state Togo] and {THREATEN threatened} the others.",  # no call
    ],
)
def test_what_is_no_word_to_whom_one_calls_is_left(text: str) -> None:
    found = marked(text)
    record = resolved(found, spans(found, 0, ["Ghana"], ["Togo"]), spans(found, 1, ["Ghana"]))
    assert named(record, 1) == (["GHA"], [])


def test_another_than_the_one_who_called_speaks_to_nobody() -> None:
    text = marked(
        "[state Ghana] {CONSULT called} [state Togo], [state Kenya] rose and {THREATEN threatened} to leave."
    )
    record = resolved(text, spans(text, 0, ["Ghana"], ["Togo"]), spans(text, 1, ["Kenya"]))
    assert named(record, 1) == (["KEN"], [])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "[role Jaksa] {COERCE menahan} [person Ana Lopes] dengan {ACCUSE tuduhan} makar."),
        ("en", "[role Prosecutors] {COERCE held} [person Ana Lopes] on {ACCUSE charges} of treason."),
    ],
)
def test_who_is_held_on_a_charge_is_accused(language: str, text: str) -> None:
    found = marked(text, language=language)
    who = found.mentions[0].span.of(found.article.text)
    record = resolved(found, spans(found, 0, [who], ["Ana Lopes"]), spans(found, 1, [who]))
    assert named(record, 1)[1] == ["Ana Lopes"]


def test_a_charge_that_does_not_lead_to_the_arrest_is_left() -> None:
    text = marked("[role Prosecutors] {COERCE held} [person Ana Lopes] and read the {ACCUSE charges}.")
    record = resolved(text, spans(text, 0, ["Prosecutors"], ["Ana Lopes"]), spans(text, 1, ["Prosecutors"]))
    assert named(record, 1)[1] == []


@pytest.mark.parametrize(
    ("language", "text", "whom"),
    [
        ("en", "[role Guards] {ASSAULT shot} [role raiders] and {COERCE held} four others.", ["raiders"]),
        ("id", "[role Polisi] {ASSAULT menembak} [role para penyerang] dan {COERCE menahan} empat lainnya.",
         ["para penyerang"]),
        ("en", "[role Guards] {ASSAULT shot} [role raiders] and {COERCE held} the bridge.", []),
    ],
)  # fmt: skip
def test_others_are_more_of_those_before(language: str, text: str, whom: list[str]) -> None:
    found = marked(text, language=language)
    first, second = (one.span.of(found.article.text) for one in found.mentions)
    record = resolved(found, spans(found, 0, [first], [second]), spans(found, 1, [first]))
    assert named(record, 1)[1] == whom


@pytest.mark.parametrize(
    ("language", "text", "actors"),
    [
        ("en", "[state Ghana] {ACCUSE accused} [state Togo] of the missile {ASSAULT attack} of May.", ["TGO"]),
        ("id", "[state Ghana] {ACCUSE menuduh} [state Togo] melakukan {ASSAULT serangan} itu.", ["TGO"]),
        ("en", "[state Ghana] {ACCUSE accused} [state Togo] of silence over the {ASSAULT attack}.", []),
        ("en", "[state Ghana] {SUPPORT told} [state Togo] of the {ASSAULT attack}.", []),
    ],
)
def test_who_is_accused_of_an_act_did_it(language: str, text: str, actors: list[str]) -> None:
    found = marked(text, language=language)
    record = resolved(found, spans(found, 0, ["Ghana"], ["Togo"]), spans(found, 1))
    assert named(record, 1) == (actors, [])


@pytest.mark.parametrize(
    ("language", "text", "actors"),
    [
        ("id", "[state Ghana] {COERCE menahan} [person Ana Lopes] karena {REJECT menolak} pajak.", ["Ana Lopes"]),
        ("en", "[state Ghana] {COERCE held} [person Ana Lopes] for {REJECT refusing} the tax.", ["Ana Lopes"]),
        ("en", "[state Ghana] {COERCE held} [person Ana Lopes], for {REJECT refusing} is a crime.", []),
        ("en", "[state Ghana] {COERCE held} [person Ana Lopes] for the {REJECT refusal} of others.", []),
        ("id", "[state Ghana] {SUPPORT memuji} [person Ana Lopes] karena {REJECT menolak} pajak.", ["Ana Lopes"]),
        ("en", "[state Ghana] {SUPPORT praised} [person Ana Lopes] and {REJECT refused} the tax.", ["GHA"]),
    ],
)
def test_who_is_held_for_doing_something_did_it(language: str, text: str, actors: list[str]) -> None:
    found = marked(text, language=language)
    record = resolved(found, spans(found, 0, ["Ghana"], ["Ana Lopes"]), spans(found, 1))
    assert named(record, 1) == (actors, [])


def test_a_reason_with_a_doer_of_its_own_is_left() -> None:
    text = marked("[state Ghana] {COERCE held} [person Ana Lopes] for {ACCUSE suing} [state Togo].")
    record = resolved(text, spans(text, 0, ["Ghana"], ["Ana Lopes"]), spans(text, 1, ["Togo"]))
    assert named(record, 1) == (["TGO"], [])


def test_who_is_held_for_questioning_does_not_ask() -> None:
    text = marked("[role Police] {COERCE held} [person Ana Lopes] for {ACCUSE questioning} on Monday.")
    assert named(resolved(text, spans(text, 0, ["Police"], ["Ana Lopes"]), spans(text, 1)), 1) == ([], [])


def test_who_is_accused_of_a_deed_did_it_and_not_who_accuses() -> None:
    found = marked("[state Togo] {ACCUSE accused} [state Chad] of {ASSAULT shelling} it.")
    blame = spans(found, 0, ["Togo"], ["Chad"])
    record = resolved(found, blame, spans(found, 1, ["Togo", "Chad"]))
    assert [one.name for one in record.reports[1].actors] == ["Chad"]
    found = marked("[state Togo] {ACCUSE accused} [state Chad] and {ASSAULT shelled} a third.")
    blame = spans(found, 0, ["Togo"], ["Chad"])
    record = resolved(found, blame, spans(found, 1, ["Togo", "Chad"]))
    assert [one.name for one in record.reports[1].actors] == ["Togo", "Chad"]


def test_who_thanks_for_an_act_did_not_do_it() -> None:
    found = marked(
        "[state Togo] {SUPPORT berterima kasih} kepada [state Chad] karena {AID melatih} tentara.", language="id"
    )
    record = resolved(found, spans(found, 0, ["Togo"], ["Chad"]), spans(found, 1, ["Togo"], ["Chad"]))
    assert named(record, 1) == (["TCD"], [])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("id", "[state Ghana] {ACCUSE menyebut} {MOBILIZE pengiriman} [role tentara Togo] sebagai ancaman."),
        (
            "en",
            "[state Ghana] {ACCUSE condemned} the brutal {ASSAULT killing} of a farmer by [role Togolese troops].",
        ),
    ],
)
def test_who_did_the_deed_that_is_blamed_is_blamed(language: str, text: str) -> None:
    found = marked(text, language=language)
    doer = next(one.span.of(found.article.text) for one in found.mentions if one.kind is MentionKind.ROLE)
    record = resolved(found, spans(found, 0, ["Ghana"]), spans(found, 1, [doer]))
    assert named(record, 0) == (["GHA"], ["TGO"])


def test_a_deed_of_another_clause_blames_nobody() -> None:
    text = marked(
        "[state Ghana] {ACCUSE complained} after the {ASSAULT killing} of a farmer by [role Togolese troops]."
    )
    record = resolved(text, spans(text, 0, ["Ghana"]), spans(text, 1, ["Togolese troops"]))
    assert named(record, 0)[1] == []


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "[state Ghana] {ACCUSE summoned} [role the Togolese envoy] to {ACCUSE complain}.", "GHA"),
        (
            "en",
            "[state Ghana] {ACCUSE summoned} [role the Togolese envoy] to voice its {REJECT refusal}.",
            "GHA",
        ),
        ("id", "[state Ghana] {ACCUSE memanggil} [role duta besar Togo] untuk {ACCUSE memprotes}.", "GHA"),
        ("id", "[state Ghana] {ACCUSE memanggil} [role duta besar Togo] untuk {COERCE menahannya}.", "TGO"),
        ("en", "[state Ghana] {ACCUSE blamed} [role the Togolese envoy] to {ACCUSE complain}.", "TGO"),
        ("en", "[state Ghana] {ACCUSE summoned} [role the Togolese envoy], who came to {ACCUSE complain}.", "TGO"),
    ],
)
def test_who_summons_somebody_to_complain_complains(language: str, text: str, who: str) -> None:
    found = marked(text, language=language)
    envoy = found.mentions[1].span.of(found.article.text)
    called = spans(found, 0, ["Ghana"], [envoy])
    actors, recipients = named(resolved(found, called, spans(found, 1, [envoy])), 1)
    assert actors == [who]
    assert recipients == (["TGO"] if who == "GHA" else ["GHA"])
