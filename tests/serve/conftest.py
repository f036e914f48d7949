"""Lets these tests use the records made for the tests of the store; a store and a client that they share."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "store"))


@pytest.fixture(scope="session")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of some events of every kind, to be read only."""
    from serve_maker import fill

    path = tmp_path_factory.mktemp("serve") / "s.db"
    fill(path)
    return path


@pytest.fixture(scope="session")
def reading(stored: Path) -> Iterator[object]:
    """A client of a server over `stored`."""
    from serve_maker import client

    with client(stored) as asking:
        yield asking


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A store of its own, to be written."""
    from serve_maker import fill

    path = tmp_path / "own.db"
    fill(path, made=60)
    return path
