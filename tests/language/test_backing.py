"""Names that only say whose side somebody is on, and what they do to a country."""

from __future__ import annotations

import pytest

from kawat.bench.texts import article_of
from kawat.language.backing import is_backing
from kawat.pipeline import read_article


@pytest.mark.parametrize(
    ("text", "name", "backs"),
    [
        ("Chad-backed rebels", "Chad", True),
        ("Iranian-made drones", "Iranian", True),
        ("the Chad‑trained brigade", "Chad", True),
        ("drone buatan Iran", "Iran", True),
        ("milisi pro-Iran", "Iran", True),
        ("Pro-Russian crowds", "Russian", True),
        ("the Saudi-led coalition", "Saudi", False),
        ("a Chinese-flagged ship", "Chinese", False),
        ("Chad backed the rebels", "Chad", False),
        ("di provinsi Iran", "Iran", False),
    ],
)
def test_a_backer_is_told_by_the_words_joined_to_it(text: str, name: str, backs: bool) -> None:
    start = text.index(name)
    assert is_backing(text, start, start + len(name)) is backs


@pytest.mark.parametrize("reader", ["lexicon", "encoder"])
@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "Russian-backed separatists shelled Ukrainian positions."),
        ("en", "Iran-aligned militias attacked a Ukrainian base."),
        ("id", "Milisi pro-Rusia menyerang pangkalan Ukraina."),
    ],
)
def test_who_is_backed_is_not_of_the_country_that_backs(reader: str, language: str, sentence: str) -> None:
    (report,) = read_article(article_of(sentence, language), reader).reports
    assert "UKR" in {one.country for one in report.recipients}
    assert not {"RUS", "IRN"} & {one.country for one in (*report.actors, *report.recipients)}
