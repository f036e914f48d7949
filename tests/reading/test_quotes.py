"""Quotation marks: what is a quotation and what is an apostrophe or a stray mark."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.reading.lexicon.claims.quotes import find_quotations
from kawat.records import Span


def _inner(text: str) -> list[str]:
    spans = []
    start = 0
    for line in text.split("\n"):
        if line:
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return [one.inner.of(text) for one in find_quotations(text, spans)]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('He said "we go" and left.', ["we go"]),
        ("He said “we go” and left.", ["we go"]),
        ("He said «we go» and left.", ["we go"]),
        ("He said „we go“ and left.", ["we go"]),
        ("He said 'we go,' and left.", ["we go,"]),
        ("He said ‘we go,’ and left.", ["we go,"]),
        ("He said ''we go'' and left.", ["we go"]),
        ('"One," he said. "Two."', ["One,", "Two."]),
        ("“They call it ‘the wall’ here,” he said.", ["They call it ‘the wall’ here,"]),
        ("\"They call it 'the wall' here,\" he said.", ["They call it 'the wall' here,"]),
        ("'We don't know the soldiers' names,' he said.", ["We don't know the soldiers' names,"]),
        ("Salat Jum'at dipimpin KH Ma'ruf, bukan Mu'min.", []),
        ("We don't know what the soldiers' families didn't say.", []),
        ("Ma‘ruf dan Ka‘bah", []),
        ('The 6" gun and the 8" gun', []),
        ('He said "we go and left.', []),
        ("He said “we go and “then we stay” and left.", ["then we stay"]),
        ('Stray" mark and "then we stay" here', ["then we stay"]),
        ('He said "" and left', []),
        ("It was the '90s and '80s", []),
        ('("we go")', ["we go"]),
    ],
)
def test_marks(text: str, inner: list[str]) -> None:
    assert _inner(text) == inner


def test_a_speech_over_paragraphs_runs_to_the_end_of_each() -> None:
    assert _inner("He said: “One.\n“Two.\n“Three.” He left.") == ["One.", "Two.", "Three."]


def test_an_open_mark_without_a_new_one_below_opens_nothing() -> None:
    assert _inner("He said: “One.\nTwo.\nThree.") == []


@given(st.text(alphabet="ab ,.'\"“”‘’«»„\n", max_size=60))
def test_quotations_are_ordered_and_inside_their_paragraph(text: str) -> None:
    paragraphs = []
    start = 0
    for line in text.split("\n"):
        if line:
            paragraphs.append(Span(start, start + len(line)))
        start += len(line) + 1
    found = find_quotations(text, paragraphs)
    assert all(one.outer.end <= other.outer.start for one, other in pairwise(found))
    for one in found:
        assert one.outer.contains(one.inner)
        assert any(paragraph.contains(one.outer) for paragraph in paragraphs)
        assert one.inner.of(text) == one.inner.of(text).strip()
