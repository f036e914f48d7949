"""Bars in seconds, told in those of the machine they were set on."""

from __future__ import annotations

import time
from collections.abc import Callable

YARDSTICK = 0.0024
"""Seconds that `_work` takes on the machine where the bars were set; a Xeon of 2023."""

Soon = Callable[[float, Callable[[], object]], None]


def _work() -> float:
    """Seconds of processor for a fixed piece of work: words taken apart, counted and put together."""
    start = time.process_time()
    counts: dict[str, int] = {}
    for word in ("kata juru bicara kementerian luar negeri " * 3_000).split():
        counts[word] = counts.get(word, 0) + len(word.capitalize())
    "".join(sorted(counts))
    return time.process_time() - start


def slowness() -> float:
    """How many times slower than that machine this one is now, never below 1."""
    return max(1.0, sorted(_work() for _ in range(5))[2] / YARDSTICK)


def check(seconds: float, call: Callable[[], object]) -> None:
    """The call takes no more seconds of processor than that, by the yardstick; AssertionError where it does.

    The lesser of two tries counts where the first is over, since another tenant of the machine may have slowed it.
    """
    spent = 0.0
    for _ in range(2):
        before, start = slowness(), time.process_time()
        call()
        spent = (time.process_time() - start) / max(before, slowness())
        if spent < seconds:
            return
    raise AssertionError(f"it took {spent:.2f} of {seconds:.2f} seconds")
