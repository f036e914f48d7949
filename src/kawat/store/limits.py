"""An end for questions that take too long."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from kawat.errors import TooSlowError
from kawat.store.failing import TOO_SLOW

T = TypeVar("T")
STEPS = 20_000
"""After so many steps of SQLite's machine (about a millisecond) the clock is looked at."""


class Deadline:
    """The moment by which an answer has to be there; ``seconds`` from now."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def passed(self) -> bool:
        return time.monotonic() > self._end

    def check(self) -> None:
        """Raise `TooSlowError` when it has passed."""
        if self.passed():
            raise TooSlowError(TOO_SLOW)

    def each(self, items: Iterable[T]) -> Iterator[T]:
        """The items, as long as there is time. Raises `TooSlowError`."""
        for item in items:
            self.check()
            yield item


@contextmanager
def ending(connection: sqlite3.Connection, deadline: Deadline) -> Iterator[None]:
    """Questions inside the block end at the deadline with `TooSlowError`."""
    connection.set_progress_handler(deadline.passed, STEPS)
    try:
        yield
    finally:
        connection.set_progress_handler(None, STEPS)
