"""A store's file is read through once, as long as somebody needs it, and nothing depends on it."""

from __future__ import annotations

import fcntl
import multiprocessing
import os
from pathlib import Path

import pytest

from kawat.store import warming


def _file(folder: Path, size: int) -> str:
    path = folder / "some.db"
    path.write_bytes(b"k" * size)
    return str(path)


def test_the_whole_file_is_read(tmp_path: Path) -> None:
    size = 2 * warming.CHUNK + 5
    assert warming.read_through(_file(tmp_path, size)) == size


def test_no_more_is_read_than_memory_may_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warming, "MOST", warming.CHUNK)
    assert warming.read_through(_file(tmp_path, 3 * warming.CHUNK)) == warming.CHUNK


def test_a_file_that_is_not_there_stops_nobody(tmp_path: Path) -> None:
    assert warming.read_through(str(tmp_path / "none.db")) == 0
    with warming.warming(str(tmp_path / "none.db")):
        pass


def test_it_ends_with_the_block(tmp_path: Path) -> None:
    before = set(multiprocessing.active_children())
    with warming.warming(_file(tmp_path, warming.LEAST)):
        assert set(multiprocessing.active_children()) > before
    assert set(multiprocessing.active_children()) == before


def _is_free(path: str) -> bool:
    """Whether a process of its own can lock the file."""
    child = os.fork()
    if not child:
        with Path(path).open("r+b") as file:
            try:
                fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                os._exit(1)
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_locks_that_this_process_holds_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warming, "LEAST", 0)
    path = _file(tmp_path, warming.CHUNK)
    with Path(path).open("r+b") as held:
        fcntl.lockf(held, fcntl.LOCK_EX)
        with warming.warming(path):
            for one in multiprocessing.active_children():
                one.join(10)
        assert not _is_free(path)
