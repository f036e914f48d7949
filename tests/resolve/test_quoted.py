"""Whom "you" is inside a quotation."""

from __future__ import annotations

from dataclasses import replace

import pytest
from helper_resolve import marked, reading, spans

from kawat.records import ClaimSpans, Span, VoiceSpans
from kawat.resolve import resolve


@pytest.mark.parametrize(
    ("language", "quote", "behind", "whom"),
    [
        (
            "en",
            "I {REQUEST appeal} to [pronoun you]",
            "[person Zelaya] told [role the soldiers].",
            ["the soldiers"],
        ),
        (
            "id",
            "Saya {REQUEST meminta} [pronoun kalian]",
            "kata [person Zelaya] kepada [role prajurit].",
            ["prajurit"],
        ),
        ("en", "I {REQUEST appeal} to [pronoun you]", "[person Zelaya] said of [role the soldiers].", ["you"]),
    ],
)
def test_who_is_told_it_is_meant(language: str, quote: str, behind: str, whom: list[str]) -> None:
    text = marked(f"\u201c{quote},\u201d {behind}", language=language)
    you, speaker, _ = text.mentions
    end = text.article.text.index("\u201d")
    said = ClaimSpans((VoiceSpans(speaker, None),), Span(1, end), True)
    asked = replace(spans(text, 0), recipients=(you,))
    record = resolve(text.article, replace(reading(text, asked), claims=(said,)))
    assert [one.name for one in record.reports[0].recipients] == whom
