"""From logits to spans, from sentences to windows: what does not need the model."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.reading.encoder.decode import Found, decode
from kawat.reading.encoder.mentions import _span
from kawat.reading.encoder.network import pair_scores, sigmoid, softmax
from kawat.reading.encoder.windows import MOST_TOKENS, WINDOW_TOKENS, windows_of
from kawat.records import ParagraphKind, Sentence, Span

O, B0, I0, B1, I1 = range(5)  # noqa: E741 - the name that tagging gives it


def logits(*tags: int, strength: float = 6.0) -> np.ndarray:
    rows = np.zeros((len(tags), 5), np.float32)
    rows[np.arange(len(tags)), list(tags)] = strength
    return rows


def found(rows: np.ndarray, least: float = 0.5) -> list[tuple[int, int, int]]:
    return [(one.first, one.last, one.label) for one in decode(rows, least)]


def test_tags_become_spans() -> None:
    assert found(logits(O, B0, I0, O, B1, B1, I1)) == [(1, 2, 0), (4, 4, 1), (5, 6, 1)]


def test_an_inside_without_its_beginning_is_a_span() -> None:
    rows = logits(O, I1, I1, O, B0, I0)
    assert found(rows) == [(1, 2, 1), (4, 5, 0)]
    assert [(one.first, one.last) for one in decode(rows, 0.5, orphans=False)] == [(4, 5)]


def test_a_beginning_below_the_threshold_is_none() -> None:
    unsure = logits(O, B0, strength=1.0)
    assert found(unsure, 0.6) == []
    assert found(unsure, 0.3) == [(1, 1, 0)]


def test_the_label_with_the_larger_share_wins_and_the_score_is_of_both() -> None:
    rows = logits(O, strength=0.0)
    rows[0, [B0, B1]] = [5.0, 4.0]
    (one,) = decode(rows, 0.5)
    assert one.label == 0
    assert one.score > 0.98
    assert 0.6 < one.share < 0.8


@given(st.lists(st.integers(0, 4), min_size=1, max_size=30))
def test_spans_are_in_order_apart_and_inside(tags: list[int]) -> None:
    spans = decode(logits(*tags), 0.5)
    edges = [edge for one in spans for edge in (one.first, one.last + 1)]
    assert edges == sorted(edges)
    assert all(0 <= one.first <= one.last < len(tags) for one in spans)
    assert sum(one.last - one.first + 1 for one in spans) == sum(tag != O for tag in tags)


def test_probabilities() -> None:
    assert softmax(np.array([[0.0, 0.0, 1000.0]], np.float32)).tolist() == [[0.0, 0.0, 1.0]]
    assert sigmoid(np.array([-1000.0, 0.0, 1000.0], np.float32)).tolist() == [0.0, 0.5, 1.0]


def test_pair_scores_are_those_of_each_relation() -> None:
    left = np.zeros((1, 4), np.float32)
    right = np.zeros((2, 4), np.float32)
    left[0, 2:] = [2.0, 0.0]  # two relations of width two: only the second speaks
    right[0, 2:], right[1, 2:] = [5.0, 0.0], [-5.0, 0.0]
    scores = pair_scores(left, right, 2)
    assert scores.shape == (2, 1, 2)
    assert scores[0].tolist() == [[0.5, 0.5]]
    assert scores[1, 0, 0] > 0.99
    assert scores[1, 0, 1] < 0.01


def sentence(start: int, end: int, paragraph: int = 0) -> Sentence:
    return Sentence(Span(start, end), ParagraphKind.BODY, paragraph)


def tokens(*lengths: int) -> tuple[list[Span], list[Sentence]]:
    """One token a character, sentences of so many tokens."""
    spans = [Span(i, i + 1) for i in range(sum(lengths))]
    edges = [sum(lengths[:index]) for index in range(len(lengths) + 1)]
    return spans, [sentence(a, b) for a, b in pairwise(edges)]


def test_short_sentences_share_a_window_and_long_ones_do_not() -> None:
    spans, sentences = tokens(50, 60, 30, 100)
    assert [(w.first, w.last) for w in windows_of(spans, sentences)] == [(0, 110), (110, 140), (140, 240)]


def test_a_sentence_longer_than_the_model_reads_is_cut() -> None:
    spans, sentences = tokens(2 * MOST_TOKENS + 5)
    assert [w.last - w.first for w in windows_of(spans, sentences)] == [MOST_TOKENS, MOST_TOKENS, 5]


@given(st.lists(st.integers(1, 400), min_size=1, max_size=12))
def test_every_token_of_a_sentence_is_read_once(lengths: list[int]) -> None:
    spans, sentences = tokens(*lengths)
    windows = windows_of(spans, sentences)
    read = [index for one in windows for index in range(one.first, one.last)]
    assert read == list(range(len(spans)))
    assert all(one.last - one.first <= max(WINDOW_TOKENS, MOST_TOKENS) for one in windows)


@pytest.mark.parametrize("lengths", [(), (10,)])
def test_no_sentence_no_window(lengths: tuple[int, ...]) -> None:
    spans, _ = tokens(*lengths)
    assert windows_of(spans, []) == []


def test_a_title_and_its_lead_share_no_name() -> None:
    text = "Balon Penyelundup\n\nLituania menutup"
    tokens = [Span(found.start(), found.end()) for found in re.finditer(r"\w+", text)]
    span = _span(Found(1, 2, 0, 0.9, 0.9), tokens, text)
    assert span is not None
    assert span.of(text) == "Lituania"
