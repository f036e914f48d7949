"""Going on from weights trained before: files read whole, and a share of all others."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from tokenizers import Tokenizer

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from training.corpus.tool import read_passages  # noqa: E402
from training.encoder.data import ALL, PASSAGES, Replay, file_of, texts_to_train  # noqa: E402

TOKENIZER = ROOT / "src/kawat/reading/encoder/data/tokenizer.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two small files of passages for training alone."""
    for name in ("en-z100", "en-z101"):
        text = (ROOT / PASSAGES / f"{name}.txt").read_text(encoding="utf-8")
        (tmp_path / f"{name}.txt").write_text("\n---\n".join(text.split("\n---\n")[:20]) + "\n", encoding="utf-8")
    return tmp_path


def files_read(folder: Path, replay: Replay) -> list[str]:
    tokenizer = Tokenizer.from_file(str(TOKENIZER))
    alone, *_ = texts_to_train(tokenizer, folder, folder / "none", 1, replay)
    return [file_of(text.variants[0].id) for text in alone]


def test_fresh_files_are_read_whole_and_others_in_their_share(folder: Path) -> None:
    assert files_read(folder, Replay(("en-z100",), 0.0)) == ["en-z100"] * 20
    some = files_read(folder, Replay(("en-z100",), 0.5))
    assert some.count("en-z100") == 20
    assert 3 < some.count("en-z101") < 17


def test_without_fresh_files_all_is_read(folder: Path) -> None:
    assert len(files_read(folder, ALL)) == len(read_passages(folder)) == 40
