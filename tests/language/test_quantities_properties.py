"""What must hold for any text, and what the tables of cases can not say."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helper_time import Soon
from kawat.language import find_quantities
from kawat.records import Counted

WORDS = st.sampled_from(
    "12 1.000 3,5 2025 dua lima puluh juta ribu ribuan orang tewas dan hingga sekitar Rp US$ % persen tahun Pasal "
    "a dozen hundreds of thousand million between and to men were killed - , . ( ) / setengah half lebih dari "
    "seribu one twenty-five Aug. 4-0 0812 F-16 ratus belas tens".split()
)
COPY = st.lists(WORDS, max_size=30).map(" ".join)


@given(st.one_of(st.text(max_size=200), COPY), st.sampled_from(["id", "en"]))
def test_spans_are_valid_sorted_and_disjoint_and_every_quantity_has_a_number(text: str, language: str) -> None:
    found = find_quantities(text, language)
    assert all(0 <= q.span.start < q.span.end <= len(text) for q in found)
    assert all(q.span.contains(q.number_span) for q in found)
    assert all(left.span.end <= right.span.start for left, right in pairwise(found))
    for quantity in found:
        assert (quantity.value, quantity.min, quantity.max) != (None, None, None)
        if quantity.min is not None and quantity.max is not None:
            assert quantity.min <= quantity.max
        if quantity.what is Counted.MONEY:
            assert len(quantity.unit) == 3
            assert quantity.unit.isupper()


@given(st.integers(2, 999_999_999))
def test_digits_are_read_back_as_each_language_groups_them(number: int) -> None:
    english, indonesian = f"{number:,}", f"{number:,}".replace(",", ".")
    assert [q.value for q in find_quantities(f"It has about {english} soldiers.", "en")] == [number]
    assert [q.value for q in find_quantities(f"Ada sekitar {indonesian} tentara.", "id")] == [number]


UNITS = "nol satu dua tiga empat lima enam tujuh delapan sembilan".split()


def in_indonesian(number: int) -> str:
    """An independent speller of 1 to 999,999, the other way round from what the reader does."""
    if number < 10:
        return UNITS[number]
    for size, name, single in ((1000, "ribu", "seribu"), (100, "ratus", "seratus")):
        if number >= size:
            head = single if number // size == 1 else f"{in_indonesian(number // size)} {name}"
            return head if number % size == 0 else f"{head} {in_indonesian(number % size)}"
    if number < 12:
        return "sepuluh" if number == 10 else "sebelas"
    if number < 20:
        return f"{UNITS[number - 10]} belas"
    tens = f"{UNITS[number // 10]} puluh"
    return tens if number % 10 == 0 else f"{tens} {UNITS[number % 10]}"


SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def in_english(number: int) -> str:
    if number < 20:
        return SMALL[number]
    if number < 100:
        tens = TENS[number // 10 - 2]
        return tens if number % 10 == 0 else f"{tens}-{SMALL[number % 10]}"
    for size, name in ((1000, "thousand"), (100, "hundred")):
        if number >= size:
            head = f"{in_english(number // size)} {name}"
            return head if number % size == 0 else f"{head} {in_english(number % size)}"
    raise AssertionError(number)


@given(st.integers(2, 999_999))
def test_number_words_are_added_up(number: int) -> None:
    assert [q.value for q in find_quantities(f"Ada {in_indonesian(number)} tentara.", "id")] == [number]
    assert [q.value for q in find_quantities(f"They sent {in_english(number)} soldiers.", "en")] == [number]


def test_a_language_that_is_not_read_gives_nothing() -> None:
    assert find_quantities("12 soldaten werden gedood", "nl") == []


def test_a_sentence_end_keeps_the_next_sentence_apart() -> None:
    found = find_quantities("Police saw 12 people. Killed was a dog.", "en")
    assert [q.what for q in found] == [Counted.PEOPLE]


@pytest.mark.parametrize(
    "text",
    [
        "12 dan " * 7_000,
        "1" * 50_000,
        "1.000." * 8_000,
        "dua puluh " * 5_000,
        "about " * 8_000,
        "x, 1, " * 8_000,
    ],
)
def test_a_long_line_takes_no_more_than_two_seconds(text: str, soon: Soon) -> None:
    soon(2, lambda: (find_quantities(text, "id"), find_quantities(text, "en")))
