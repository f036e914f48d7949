"""Languages are told apart, also the neighbours that the model confuses; nothing is loaded before it is needed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helper_time import Soon
from kawat.language import READ_LANGUAGES, detect_language
from kawat.language import detect_words as words

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared" / "data" / "parallel"


def rows() -> list[tuple[str, str]]:
    lines = (HERE / "detection.tsv").read_text(encoding="utf-8").splitlines()
    kept = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return [(language, text) for language, text in kept]


@pytest.mark.parametrize(("language", "text"), rows())
def test_two_sentences_are_enough(language: str, text: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize("text", ["", " \n", "12.500 - 3,5%", "!!! ??? 2025-08-12", "🙂🙂"])
def test_a_text_without_letters_has_no_language(text: str) -> None:
    assert detect_language(text) == "und"


def test_addresses_do_not_weigh() -> None:
    text = "https://www.example.com/the-president-and-the-war-of-the-year " * 5
    assert detect_language(text + "Presiden tiba di Jakarta pada Senin. Ia langsung rapat.") == "id"


def test_only_the_beginning_of_a_long_text_is_looked_at_and_soon_done(soon: Soon) -> None:
    detect_language("Presiden tiba. Ia rapat.")
    text = "Presiden tiba di Jakarta pada Senin. " * 30_000
    assert detect_language(text) == "id"
    soon(0.5, lambda: detect_language(text))


def test_the_read_languages() -> None:
    assert READ_LANGUAGES == ("id", "en")


def test_the_lists_of_indonesian_and_malay_share_no_word() -> None:
    assert not words.INDONESIAN_ONLY & words.MALAY_ONLY
    assert not words.MALAY_ONLY & words.FUNCTION_WORDS["malayic"]
    assert not words.INDONESIAN_ONLY & words.FUNCTION_WORDS["malayic"]


def test_importing_the_package_loads_neither_model_nor_numpy() -> None:
    code = "import sys, kawat.language; sys.exit(any(m in sys.modules for m in ('py3langid', 'numpy')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@given(st.text(max_size=200))
def test_any_text_gives_a_code(text: str) -> None:
    code = detect_language(text)
    assert code.isascii()
    assert 2 <= len(code) <= 3


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="the measuring data is not beside the checkout")
@pytest.mark.parametrize("language", READ_LANGUAGES)
def test_three_lines_of_real_news_are_always_told(language: str) -> None:
    lines = (SHARED / f"news-valid.{language}").read_text(encoding="utf-8").splitlines()
    texts = [" ".join(lines[at : at + 3]) for at in range(0, len(lines) - 2, 3)]
    right = sum(detect_language(text) == language for text in texts)
    assert right / len(texts) >= 0.995


@pytest.mark.parametrize("piece", ["s", "@", "a@", "a-", "a.", "-", "a@b.", "www", "a.com", "1-a."])
def test_a_text_without_spaces_takes_no_longer_than_others(piece: str, soon: Soon) -> None:
    detect_language("words before")
    soon(2, lambda: detect_language(piece * 100_000))
