"""What tests of intake share; they also use the records made for the tests of the store."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kawat.store import Store, open_store

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A new store in a folder of the test's own."""
    with open_store(tmp_path / "kawat.db", create=True) as opened:
        yield opened


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test runs in its own folder, so that names of sources are short."""
    monkeypatch.chdir(tmp_path)
