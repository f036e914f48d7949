"""A limit of time on reading in this very process, which nobody else would end."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from kawat.errors import WorkerError


@contextmanager
def within(seconds: float, name: str) -> Iterator[None]:
    """Raise `WorkerError` inside the block once it took so long.

    It takes the main thread of a POSIX system; elsewhere nothing is limited. What a library does in C is ended when
    it comes back from there; regular expressions are ended at once.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def ring(_: int, __: FrameType | None) -> None:
        raise WorkerError(f"reading {name} took over {seconds:g} seconds: look at the page, it may be a trap")

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
