"""Whom a promise is made to: whom the act is for that the same side promises in the same breath."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helper_resolve import marked, named, resolved, spans

from kawat.records import Status
from kawat.resolve.promises import FOR_WHOM


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "[state Ghana] {AGREE agreed} to {AID send} nurses to [state Togo]."),
        ("id", "[state Ghana] {AGREE setuju} segera {AID mengirim} perawat ke [state Togo]."),
    ],
)
def test_who_is_helped_is_promised_it(language: str, text: str) -> None:
    found = marked(text, language=language)
    act = replace(spans(found, 1, ["Ghana"], ["Togo"]), status=Status.PLANNED)
    record = resolved(found, spans(found, 0, ["Ghana"]), act)
    assert named(record, 0) == (["GHA"], ["TGO"])
    assert [one.resolved_by for one in record.reports[0].recipients] == [FOR_WHOM]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("[state Ghana] {AGREE agreed} on a budget after it {AID sent} nurses to [state Togo].", Status.PLANNED),
        ("[state Ghana] {AGREE agreed}. It will {AID send} nurses to [state Togo].", Status.PLANNED),
        ("[state Ghana] {AGREE agreed} and {AID sent} nurses to [state Togo].", Status.OCCURRED),
    ],
)
def test_another_act_promises_nothing(text: str, status: Status) -> None:
    found = marked(text)
    act = replace(spans(found, 1, ["Ghana"], ["Togo"]), status=status)
    record = resolved(found, spans(found, 0, ["Ghana"]), act)
    assert named(record, 0)[1] == []


def test_a_promise_keeps_whom_it_names() -> None:
    found = marked("[state Ghana] {AGREE promised} [state Mali] to {AID send} nurses to [state Togo].")
    act = replace(spans(found, 1, ["Ghana"], ["Togo"]), status=Status.PLANNED)
    record = resolved(found, spans(found, 0, ["Ghana"], ["Mali"]), act)
    assert named(record, 0) == (["GHA"], ["MLI"])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "[state Ghana] {THREATEN warned} that it would {COERCE seize} ships of [state Togo]."),
        ("en", "[state Ghana] {THREATEN threatened} to {COERCE seize} ships of [state Togo]."),
        ("id", "[state Ghana] {THREATEN mengancam} akan {COERCE menyita} kapal [state Togo]."),
    ],
)
def test_whom_the_threatened_act_is_upon_is_threatened(language: str, text: str) -> None:
    found = marked(text, language=language)
    act = replace(spans(found, 1, ["Ghana"], ["Togo"]), status=Status.POSSIBLE)
    record = resolved(found, spans(found, 0, ["Ghana"]), act)
    assert named(record, 0) == (["GHA"], ["TGO"])


def test_a_threat_is_not_upon_whom_another_act_is_upon() -> None:
    found = marked("[state Ghana] {THREATEN warned} of war after it {COERCE seized} ships of [state Togo].")
    act = spans(found, 1, ["Ghana"], ["Togo"])
    assert named(resolved(found, spans(found, 0, ["Ghana"]), act), 0) == (["GHA"], [])
