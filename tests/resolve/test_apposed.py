"""Who somebody is by what is set beside a name: what they are called, and whose they are."""

from __future__ import annotations

import pytest
from helper_resolve import marked, named, resolved, spans


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "[role Police] {COERCE held} [role a man] identified as [person Rui Lima].", "Rui Lima"),
        ("en", "[role Police] {COERCE held} [role a user] known only as “[person Kestrel]”.", "Kestrel"),
        ("en", "[role Police] {COERCE held} [role a man] named [person Rui Lima] and left.", "Rui Lima"),
        ("id", "[role Polisi] {COERCE menahan} [role seorang pria] berinisial [person AB].", "AB"),
        ("id", "[role Polisi] {COERCE menahan} [role seorang pria bernama Joko Sul].", "Joko Sul"),
        ("id", "[role Polisi] {COERCE menahan} [role Pria berinisial AB].", "AB"),
        ("en", "[role Police] {COERCE held} [role a man] who named [person Rui Lima].", "a man"),
        ("en", "[role Police] {COERCE held} [role two nurses] named [person Rui Lima].", "two nurses"),
        ("id", "[role Polisi] {COERCE menahan} [role seorang pria bernama besar].", "seorang pria bernama besar"),
    ],
)
def test_who_is_called_so_is_known_by_name(language: str, text: str, who: str) -> None:
    found = marked(text, language=language)
    held = found.mentions[1].span.of(found.article.text)
    assert named(resolved(found, spans(found, 0, ["Police" if language == "en" else "Polisi"], [held])))[1] == [who]


@pytest.mark.parametrize(
    ("language", "text", "country"),
    [
        ("en", "[person Ana Ruiz], [role a Peruvian nurse], {ACCUSE sued} [role the firm].", "PER"),
        (
            "en",
            "[person Ana Ruiz], [role a Peruvian nurse] and former envoy, {ACCUSE sued} [role the firm].",
            "PER",
        ),
        ("id", "[person Ana Ruiz], [role warga negara Peru], {ACCUSE menggugat} [role perusahaan].", "PER"),
        # others, or of no one country
        ("en", "[person Ana Ruiz], [role a Peruvian nurse] and [role a cook] {ACCUSE sued} [role it].", "Ana Ruiz"),
        ("en", "[person Ana Ruiz], [role a US ally], {ACCUSE sued} [role the firm].", "Ana Ruiz"),
        ("en", "[person Ana Ruiz], [role two Peruvian nurses], {ACCUSE sued} [role the firm].", "Ana Ruiz"),
        ("en", "[person Ana Ruiz] and [role a Peruvian nurse] {ACCUSE sued} [role the firm].", "Ana Ruiz"),
        ("en", "[person Chilean nurse Ana Ruiz], [role a Peruvian ally], {ACCUSE sued} [role it].", "CHL"),
    ],
)
def test_what_is_set_after_a_name_tells_the_country(language: str, text: str, country: str) -> None:
    found = marked(text, language=language)
    first = found.mentions[0].span.of(found.article.text)
    assert named(resolved(found, spans(found, 0, [first])))[0] == [country]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("en", "[person Ana Dias], [role a nurse] who {ACCUSE sued} [role the firm], left.", "Ana Dias"),
        ("id", "[group Jaish al-Adl], [group kelompok Sunni] yang {ASSAULT menyerbu} [role pos].", "Jaish al-Adl"),
        ("en", "[person Ana Dias], [role a nurse], {ACCUSE sued} [role the firm].", "a nurse"),
        ("en", "[person Ana Dias] and [role a nurse] who {ACCUSE sued} [role the firm] left.", "a nurse"),
        ("en", "[person Ana Dias], [role two nurses] who {ACCUSE sued} [role the firm], left.", "two nurses"),
        ("en", "[role Farmers], [role a nurse] who {ACCUSE sued} [role the firm], left.", "a nurse"),
    ],
)
def test_what_is_set_after_a_name_and_has_a_clause_is_who_is_named(language: str, text: str, who: str) -> None:
    found = marked(text, language=language)
    noun = found.mentions[1].span.of(found.article.text)
    assert [one.name for one in resolved(found, spans(found, 0, [noun])).reports[0].actors] == [who]
