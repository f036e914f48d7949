""" "The South" and "pihak Utara" are states where the article tells of a land of two."""

from __future__ import annotations

import pytest
from helper_resolve import marked, named, resolved, spans

ABOUT_EN = "[state North Korea] closed its border."
ABOUT_ID = "[state Korea Utara] menutup perbatasan."


@pytest.mark.parametrize(
    ("language", "about", "text", "country"),
    [
        ("en", ABOUT_EN, "[state The South] {ASSAULT fired} back.", "KOR"),
        ("en", ABOUT_EN, "Then the [state North] {ASSAULT fired} again.", "PRK"),
        ("en", ABOUT_EN, "[role The South's navy] {ASSAULT fired} back.", "KOR"),
        ("en", ABOUT_EN, "[role Officials in the South] {ACCUSE protested}.", "KOR"),
        ("en", "[state South Sudan] closed its border.", "[state The South] {ASSAULT fired} back.", "SSD"),
        ("id", ABOUT_ID, "[state Selatan] {ASSAULT menembak} lagi.", "KOR"),
        ("id", ABOUT_ID, "Lalu [role pihak Utara] {ASSAULT menembak} lagi.", "PRK"),
        ("id", ABOUT_ID, "Kemarin [role tentara Selatan] {ASSAULT menembak} lagi.", "KOR"),
        ("en", "[state Laos] closed the border.", "[state The South] {ASSAULT rose}.", "The South"),
        ("en", ABOUT_EN, "Many accused [state the North] of lies; it {ASSAULT fired}.", "PRK"),
        ("en", ABOUT_EN, "[place The South of Thailand] {ASSAULT rose}.", "THA"),
        ("en", ABOUT_EN, "[group The Global South] {ASSAULT rose}.", "The Global South"),
        ("en", ABOUT_EN, "[role Rebels in the south] {ASSAULT rose}.", "Rebels in the south"),
        ("en", ABOUT_EN, "[organisation The South Bay Union] {ASSAULT rose}.", "The South Bay Union"),
        ("id", ABOUT_ID, "[place Sumatra Utara] {ASSAULT bangkit}.", "IDN"),
        ("id", ABOUT_ID, "Kapal di [place kutub Selatan] {ASSAULT bangkit}.", "kutub Selatan"),
        ("id", "[state Thailand] menutup perbatasan.", "[role Warga Selatan] {ASSAULT bangkit}.", "Warga Selatan"),
    ],
)  # fmt: skip
def test_a_half_is_its_state_where_the_article_tells_of_the_land(
    language: str, about: str, text: str, country: str
) -> None:
    found = marked(about, text, language=language)
    who = found.mentions[-1].span.of(found.article.text)
    assert named(resolved(found, spans(found, 0, [who])))[0] == [country]


def test_an_article_mostly_about_another_state_has_no_half() -> None:
    about = "[state Thailand] asked [role Thai farmers] and [role Thai police]. [state South Korea] helped."
    found = marked(about, "[state The South] {ASSAULT rose}.")
    assert named(resolved(found, spans(found, 0, ["The South"])))[0] == ["The South"]
