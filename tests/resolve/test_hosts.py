"""Who visits and who is visited where one is said to receive the other."""

from __future__ import annotations

import pytest
from helper_resolve import marked, named, resolved, spans


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "[state Peru] was {CONSULT received} by [state Chad] in Lima."),
        ("en", "[state Chad] {CONSULT received} [state Peru] on Monday."),
        ("id", "[state Peru] {CONSULT diterima} [state Chad] pada Senin."),
        ("id", "[state Chad] {CONSULT menjamu} [state Peru] pada Senin."),
    ],
)
@pytest.mark.parametrize("host_acts", [True, False])
def test_the_visitor_acts_whichever_the_reader_says(language: str, text: str, host_acts: bool) -> None:
    found = marked(text, language=language)
    sides = (["Chad"], ["Peru"]) if host_acts else (["Peru"], ["Chad"])
    assert named(resolved(found, spans(found, 0, *sides))) == (["PER"], ["TCD"])


@pytest.mark.parametrize(
    "text",
    [
        "[state Chad] {CONSULT visited} [state Peru] on Monday.",
        "[state Chad] was {CONSULT invited} by [state Peru] on Monday.",
        "[state Chad] {AID received} grain, and [state Peru] rejoiced.",
    ],
)
def test_other_words_are_left(text: str) -> None:
    found = marked(text)
    assert named(resolved(found, spans(found, 0, ["Chad"], ["Peru"]))) == (["TCD"], ["PER"])


def test_where_the_order_tells_nothing_the_reader_is_believed() -> None:
    found = marked("[state Chad] and [state Peru]: who {CONSULT received} whom?")
    assert named(resolved(found, spans(found, 0, ["Chad"], ["Peru"]))) == (["TCD"], ["PER"])
