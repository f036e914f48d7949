"""A store's file brought into the memory of the system, so that those who ask first need not wait for the disk.

By a process of its own: where one that has the store open closes the file once more, the system drops the locks
that SQLite holds on it (https://sqlite.org/howtocorrupt.html, 2.2).
"""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

CHUNK = 1 << 20
LEAST = 1 << 24
MOST = 1 << 32
"""Bytes; the rest of a larger store comes when it is asked for."""


@contextmanager
def warming(path: str) -> Iterator[None]:
    """Inside the block, a process reads the file once from its beginning. Where it can not, nothing is lost.

    A file of less than `LEAST` bytes is read as quickly when it is asked for.
    """
    if not Path(path).exists() or Path(path).stat().st_size < LEAST:
        yield
        return
    reading = multiprocessing.get_context("spawn").Process(target=read_through, args=(path,), daemon=True)
    reading.start()
    try:
        yield
    finally:
        reading.kill()
        reading.join()


def read_through(path: str) -> int:
    """Read the file; gives how many bytes were read."""
    count, room = 0, bytearray(CHUNK)
    with suppress(OSError, KeyboardInterrupt), Path(path).open("rb", buffering=0) as file:
        while count < _most() and (read := file.readinto(room)):
            count += read
    return count  # whoever asks the store is told what is wrong with it


def _most() -> int:
    """No more than half of the memory there is."""
    try:
        return min(MOST, os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2)
    except (AttributeError, OSError, ValueError):
        return MOST
