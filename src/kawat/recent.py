"""What was met lately, up to a bound, so that a process that runs for days does not grow."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

T = TypeVar("T")


def _one(_: object) -> int:
    return 1


class Recent(Mapping[str, T]):
    """What was put here lately: the last things of size ``most`` in all for sure, and at most of twice that.

    It has two halves, and when the newer is full the older is forgotten whole: forgotten one by one, what stays
    would lie scattered over memory that Python could then not hand back. ``size`` of a thing: 1 unless told; one
    that is larger than all that may be held is held alone.
    """

    def __init__(self, most: int, size: Callable[[T], int] = _one) -> None:
        self._most = most
        self._size = size
        self._new: dict[str, T] = {}
        self._old: dict[str, T] = {}
        self._held = 0  # the size of the newer half

    def __getitem__(self, name: str) -> T:
        return self._new[name] if name in self._new else self._old[name]

    def __contains__(self, name: object) -> bool:
        return name in self._new or name in self._old

    def __iter__(self) -> Iterator[str]:
        yield from self._new
        yield from (name for name in self._old if name not in self._new)

    def __len__(self) -> int:
        return len(self._new.keys() | self._old.keys())

    def put(self, name: str, thing: T) -> None:
        size = self._size(thing)
        if name in self._new:
            self._held -= self._size(self._new.pop(name))
        if self._new and self._held + size > self._most:
            self._turn()
        self._new[name] = thing
        self._held += size

    def grew(self, name: str, by: int = 1) -> None:
        """Take note that what is held under ``name`` has become larger: it counts as put now."""
        if name in self._new:
            self._held += by
            if self._held > self._most:
                self._turn()
        elif name in self._old:
            self.put(name, self._old.pop(name))

    def _turn(self) -> None:
        self._new, self._old, self._held = {}, self._new, 0

    def forget(self, name: str) -> None:
        if name in self._new:
            self._held -= self._size(self._new.pop(name))
        self._old.pop(name, None)

    def clear(self) -> None:
        self._turn()
        self._old = {}
