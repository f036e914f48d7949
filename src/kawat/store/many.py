"""Questions about many rows at once, in pieces that SQLite takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
AT_ONCE = 500
"""SQLite takes 32,766 values in one statement; a question has up to four a row."""


def chunks(values: Sequence[T]) -> Iterator[list[T]]:
    """The values, so many at a time."""
    for start in range(0, len(values), AT_ONCE):
        yield list(values[start : start + AT_ONCE])


def holes(values: Sequence[object]) -> str:
    """A question mark for each value."""
    return ", ".join("?" * len(values))
