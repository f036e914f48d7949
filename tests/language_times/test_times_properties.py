"""What holds for any text: valid spans, no exception, time that grows with the length only."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from times_cases import ALL, traps

from helper_time import Soon
from kawat.language.times import Direction, find_times, resolve_time, rules_en, rules_id
from kawat.language.times.tags import CODES, NAMES, compile_pattern, first_codes
from kawat.language.times.tokens import lexicon, tokenise
from kawat.records import Granularity

PIECES = st.sampled_from(
    (
        "12 31 2025 1990 1990s 1990-an 12/8/2025 (12/8) 2025-08-12 May Mei Senin Friday last next this lalu depan "
        "ini week pekan two dua days hari since sejak until hingga between antara and dan the of in pada ago later "
        "early awal end-of abad ke-19 century , . ( ) - / ' \n Day Hari Victory Kemerdekaan every setiap mid- 3.5 "
        "15.000"
    ).split(" ")
)
LANGUAGES = st.sampled_from(["en", "id"])


def check(text: str, language: str) -> None:
    end = 0
    for item in find_times(text, language):
        assert end <= item.span.start < item.span.end <= len(text)
        assert not item.span.of(text)[0].isspace() and not item.span.of(text)[-1].isspace()
        end = item.span.end
        for direction in Direction:
            result = resolve_time(item, date(2025, 8, 14), direction)
            assert result.said == item.span and result.resolved_by
            unknown = result.start is None and result.end is None
            assert unknown == (result.granularity is Granularity.UNKNOWN)
            if result.start is not None and result.end is not None:
                assert result.start <= result.end
            if item.refusal:
                assert unknown


@given(st.text(max_size=200), LANGUAGES)
def test_any_text(text: str, language: str) -> None:
    check(text, language)


@settings(max_examples=400)
@given(st.lists(PIECES, max_size=25), LANGUAGES)
def test_any_heap_of_time_words(pieces: list[str], language: str) -> None:
    check(" ".join(pieces), language)


@given(st.lists(PIECES, max_size=12), LANGUAGES)
def test_a_paragraph_before_changes_nothing(pieces: list[str], language: str) -> None:
    text = " ".join(pieces)
    before = "Kapal itu tenggelam.\n"
    alone = [item.span.shifted(len(before)) for item in find_times(text, language)]
    assert [item.span for item in find_times(before + text, language)] == alone


@pytest.mark.parametrize("language", ["en", "id"])
@pytest.mark.parametrize(
    "piece", ["12 ", "2014-", "sejak ", "((((", "May ", "the last ", "Senin hingga ", "Day ", "1.1", "a",
              "2025-08-12T", "from Monday to ", "Victory ", "every ", "12/8/"],
)  # fmt: skip
def test_a_hundred_kilobytes_take_less_than_two_seconds(piece: str, language: str, soon: Soon) -> None:
    text = piece * (100_000 // len(piece))
    soon(2, lambda: find_times(text, language))


def test_two_thousand_sentences_a_second(soon: Soon) -> None:
    sentences = [(case.sentence, case.language) for case in ALL]
    sentences += [(line, language) for language in ("en", "id") for line in traps(language)]
    soon(len(sentences) / 2000, lambda: [find_times(sentence, language) for sentence, language in sentences])


@pytest.mark.parametrize("language", ["en", "id"])
def test_the_index_misses_no_rule(language: str) -> None:
    """A rule that matches at a place starts with a code that the index lists it under."""
    rules = rules_en.RULES if language == "en" else rules_id.RULES
    for case in ALL:
        if case.language != language:
            continue
        codes = tokenise(case.sentence, lexicon(language)).codes
        for at, code in enumerate(codes):
            assert all(code in rule.starts for rule in rules if rule.pattern.match(codes, at))


def test_patterns() -> None:
    day, month, year = (CODES[name] for name in ("day", "month", "year"))
    match = compile_pattern("d:day mo:month (comma? y:year)?").match(day + month + year)
    assert match is not None and (match.start("d"), match.start("mo"), match.start("y")) == (0, 1, 2)
    assert first_codes("(the|of)? (?!comma) d:day") == {CODES["the"], CODES["of"], day}
    assert first_codes("(?<=of) (day|month)* year") == {day, month, year}
    assert first_codes("(day|month)+ year") == {day, month}
    with pytest.raises(KeyError):
        compile_pattern("no_such_class")


def test_every_class_has_one_code() -> None:
    assert len(set(NAMES)) == len(NAMES) == len(set(CODES.values()))
