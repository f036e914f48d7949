"""The measure itself on small texts, and our figure on the pages set where it is at hand."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from kawat.bench.pages import bench_pages, means, overlap
from kawat.errors import NotFoundError

PAGES = Path(__file__).resolve().parents[3] / "shared" / "data" / "pages"


def test_equal_words_score_one_whatever_their_punctuation() -> None:
    same = overlap("a b c d e", "a, b; c d e!")
    assert (same.precision, same.recall) == (1.0, 1.0)


def test_shingles_of_four_by_hand() -> None:
    # gold: abcd bcde cdef; ours: bcde cdef defg -> 2 hit, 1 wrong, 1 missed
    one = overlap("a b c d e f", "b c d e f g")
    assert (one.hit, one.wrong, one.missed) == (0.5, 0.25, 0.25)
    assert (one.precision, one.recall) == (pytest.approx(2 / 3), pytest.approx(2 / 3))


def test_repeated_shingles_count_as_often_as_they_stand() -> None:
    one = overlap("a a a a", "a a a a a")
    assert (one.hit, one.wrong, one.missed) == (0.5, 0.5, 0.0)


def test_texts_shorter_than_a_shingle_are_one_shingle() -> None:
    assert overlap("a b", "a b").precision == 1.0
    assert overlap("a b", "a c").precision == 0.0


def test_empty_sides_count_only_where_they_say_something() -> None:
    # nothing found: no precision, recall 0; nothing to find: no recall, precision 0
    assert means([overlap("a b c d", "")])[:2] == (0.0, 0.0)
    precision, recall, _ = means([overlap("a b c d", "a b c d"), overlap("a b c d", ""), overlap("", "x y z w")])
    assert (precision, recall) == (0.5, 0.5)


def test_a_folder_is_scored(tmp_path: Path) -> None:
    words = "The two ministers met in the capital on Monday and agreed to speak again about the border next week."
    html = f"<!DOCTYPE html><html><body><article><p>{words}</p><p>{words} Again.</p></article></body>"
    (tmp_path / "html").mkdir()
    (tmp_path / "html" / "one.html.gz").write_bytes(gzip.compress(html.encode()))
    (tmp_path / "html" / "two.html.gz").write_bytes(gzip.compress(b"<html><body></body></html>"))
    truth = {"one": {"articleBody": f"{words}\n{words} Again."}, "two": {"articleBody": "some words are here"}}
    (tmp_path / "ground-truth.json").write_text(json.dumps(truth))
    ticks = iter([10.0, 14.0])
    score = bench_pages(tmp_path, clock=lambda: next(ticks))
    assert (score.pages, score.empty, score.pages_per_second) == (2, 1, 0.5)
    assert (score.precision, score.recall) == (1.0, 0.5)


def test_a_missing_set_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match="ground-truth"):
        bench_pages(tmp_path)


@pytest.mark.shared
@pytest.mark.skipif(not PAGES.is_dir(), reason="the pages set is not at hand")
def test_our_figure_on_the_pages_set() -> None:
    score = bench_pages(PAGES)
    assert score.pages == 181
    assert score.f1 >= 0.96
    assert score.precision >= 0.96
