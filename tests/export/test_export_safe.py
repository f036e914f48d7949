"""Nothing in a text steers what shows it."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.cli.messages import _MESSAGES
from kawat.export.safe import clean, csv_cell, json_line

anything = st.text(st.characters()) | st.text("\x1b\x9b\u202e\ud800\n\r\t=+-@' a", max_size=8)


@given(anything)
def test_clean_text_has_no_control_and_as_many_characters(text: str) -> None:
    shown = clean(text)
    assert len(shown) == len(text)
    assert not [one for one in shown if unicodedata.category(one) in {"Cc", "Cs", "Zl", "Zp"}]
    assert not set(shown) & set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068")
    assert clean(text, keep_lines=True).count("\n") == text.count("\n")


@given(anything)
def test_a_line_of_json_is_one_line_and_the_same_value(text: str) -> None:
    line = json_line({"text": text})
    assert json.loads(line) == {"text": text}
    assert line.splitlines() == [line]
    line.encode("utf-8")


@given(anything)
def test_a_cell_is_no_formula(text: str) -> None:
    assert not csv_cell(text).lstrip().startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize("text", ["=1+1", "+62 21", "-5", "@SUM(1)", "\t=1", "\tplain", "\r=1", "  =1"])
def test_a_cell_that_looks_like_a_formula_gets_an_apostrophe(text: str) -> None:
    assert csv_cell(text).startswith("'")


def test_a_harmless_cell_stays() -> None:
    assert csv_cell("Rusia – Ukraina, 3 km") == "Rusia – Ukraina, 3 km"


def test_every_message_has_both_languages_with_the_same_gaps() -> None:
    for key, (english, indonesian) in _MESSAGES.items():
        assert english.strip() and indonesian.strip(), key
        assert sorted(_gaps(english)) == sorted(_gaps(indonesian)), key


def _gaps(message: str) -> list[str]:
    return [piece.partition("}")[0] for piece in message.split("{")[1:]]
