"""Who counts as a second side: not what one moves as one's own, not the ground on which something happens."""

from __future__ import annotations

import pytest
from helper_resolve import marked, named, resolved, spans


@pytest.mark.parametrize(
    ("language", "text", "side", "kept"),
    [
        ("en", "[state Chad] {RETREAT pulled back} [role Chadian soldiers].", "Chadian soldiers", False),
        ("id", "[state Chad] {RETREAT menarik} [role pegawainya].", "pegawainya", False),
        ("en", "[state Chad] {RETREAT freed} [role Chadian miners].", "Chadian miners", True),
        ("en", "[state Chad] {RETREAT freed} [role Nigerien soldiers].", "Nigerien soldiers", True),
    ],
)
def test_own_soldiers_and_staff_that_are_withdrawn_are_no_second_side(
    language: str, text: str, side: str, kept: bool
) -> None:
    found = marked(text, language=language)
    (report,) = resolved(found, spans(found, 0, ["Chad"], [side])).reports
    assert [one.name for one in report.recipients] == ([side] if kept else [])


@pytest.mark.parametrize(
    ("act", "country"),
    [
        ("{ASSAULT shelled}", []),
        ("{PROTEST/obstruct besieged}", []),
        ("{COERCE/seize took}", []),
        ("{COERCE/restrict isolated}", ["KOR"]),
        ("{ACCUSE accused}", ["KOR"]),
        ("{REQUEST asked}", ["KOR"]),
    ],
)
def test_a_place_is_ground_where_it_is_struck_and_a_state_where_it_is_spoken_to(
    act: str, country: list[str]
) -> None:
    text = marked(f"[group Rebels] {act} [place Seoul].")
    assert named(resolved(text, spans(text, 0, ["Rebels"], ["Seoul"])))[1] == country


def test_a_state_that_is_struck_is_a_side() -> None:
    text = marked("[group Rebels] {ASSAULT shelled} [state South Korea].")
    assert named(resolved(text, spans(text, 0, ["Rebels"], ["South Korea"])))[1] == ["KOR"]


def test_struck_ground_is_still_the_place() -> None:
    text = marked("[group Rebels] {ASSAULT shelled} [place Seoul].")
    (report,) = resolved(text, spans(text, 0, ["Rebels"], ["Seoul"])).reports
    assert report.place is not None
    assert (report.place.name, report.place.country) == ("Seoul", "KOR")
