"""A long list taken some at a time, so that what is held meanwhile does not grow with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
REPORTS_AT_ONCE = 1_000
"""Events of so many reports together are held at once, or one that has more."""


def portions(things: Iterable[T], size: Callable[[T], int], most: int) -> Iterator[list[T]]:
    """The things in order, together as long as their sizes add up to at most ``most``; a larger one goes alone."""
    some: list[T] = []
    held = 0
    for one in things:
        if some and held + size(one) > most:
            yield some
            some, held = [], 0
        some.append(one)
        held += size(one)
    if some:
        yield some
