"""The shared arithmetic, each by hand; bare texts as articles; files that can not be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from kawat.bench.figures import Scores, kappa, mean, scores, share
from kawat.bench.texts import article_of, lines_of, text_in
from kawat.errors import InputError, NotFoundError
from kawat.records import ParagraphKind


def test_precision_recall_f1() -> None:
    assert scores(3, 4, 6) == Scores(6, 4, 0.75, 0.5, pytest.approx(0.6))


def test_nothing_read_and_nothing_to_read() -> None:
    assert scores(0, 0, 5) == Scores(5, 0, 0.0, 0.0, 0.0)
    assert scores(0, 0, 0).f1 == share(1, 0) == mean([]) == 0.0


def test_kappa_of_a_textbook_table() -> None:
    # observed (20 + 15) / 50 = 0.7; expected 0.5 * 0.6 + 0.5 * 0.4 = 0.5
    assert kappa(20, 5, 10, 15) == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("table", "value"),
    [((5, 0, 0, 5), 1.0), ((0, 5, 5, 0), -1.0), ((25, 25, 25, 25), 0.0), ((0, 0, 0, 9), 0.0), ((0, 0, 0, 0), 0.0)],
)
def test_kappa_at_its_ends(table: tuple[int, int, int, int], value: float) -> None:
    assert kappa(*table) == pytest.approx(value)


def test_a_bare_text_keeps_its_offsets() -> None:
    text = "\n  One two.\nThree.\n\n\n Four. \n"
    article = article_of(text, "en")
    assert article.text == text
    assert [(p.span.of(text), p.kind) for p in article.paragraphs] == [
        ("One two.\nThree.", ParagraphKind.LEAD),
        ("Four.", ParagraphKind.BODY),
    ]
    assert article_of("Norway hits Chile", "en", ParagraphKind.TITLE).paragraphs[0].kind is ParagraphKind.TITLE
    assert article_of(" \n ", "en").paragraphs == ()


def test_lines_part_at_line_feeds_only() -> None:
    assert lines_of("a\x85b\u2028c\r\n\r\nd\n") == ["a\x85b\u2028c", "", "d"]
    assert lines_of("a\nb") == ["a", "b"]


def test_files_that_can_not_be_read_are_named(tmp_path: Path) -> None:
    with pytest.raises(NotFoundError, match=r"away\.txt does not exist: give a cake"):
        text_in(tmp_path / "away.txt", "a cake")
    with pytest.raises(InputError, match="can not be read"):
        text_in(tmp_path, "a cake")
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\xff")
    with pytest.raises(InputError, match="not UTF-8"):
        text_in(tmp_path / "bytes", "a cake")
