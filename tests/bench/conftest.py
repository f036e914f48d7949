"""Gives the tests of benchmarks a reader whose figures can be worked out by hand."""

from __future__ import annotations

import pytest
from helper_bench import TOY, toy_article

from kawat.reading import READERS, Reader
from kawat.records import ReaderInfo


@pytest.fixture
def toy(monkeypatch: pytest.MonkeyPatch) -> str:
    """The name of the toy reader, which is known during the test."""
    monkeypatch.setitem(READERS, TOY, Reader(lambda: ReaderInfo(TOY, "1"), lambda: toy_article))
    return TOY
