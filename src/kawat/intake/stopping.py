"""Ctrl-C while articles are taken in: heard at once where nothing is lost by it, else when that place is left."""

from __future__ import annotations

import signal
import threading
from collections.abc import Generator
from contextlib import contextmanager
from types import FrameType


class Stopping:
    """Whether somebody pressed Ctrl-C. The second time it is heard wherever it comes."""

    def __init__(self) -> None:
        self._asked = False
        self._open = False

    @contextmanager
    def heard(self) -> Generator[None]:
        """Inside the block, outside `anywhere`, one Ctrl-C is kept for later. Only what Python itself does with
        it is changed: whoever has a way of their own keeps it, and so do threads, which are never sent it."""
        main = threading.current_thread() is threading.main_thread()
        if not main or signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
            yield
            return
        signal.signal(signal.SIGINT, self._pressed)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, signal.default_int_handler)

    @contextmanager
    def anywhere(self) -> Generator[None]:
        """Inside the block Ctrl-C may come at any moment. Raises `KeyboardInterrupt`, also for an earlier one."""
        self._open = True
        try:
            if self._asked:
                raise KeyboardInterrupt
            yield
        finally:
            self._open = False

    def _pressed(self, number: int, frame: FrameType | None) -> None:
        again, self._asked = self._asked, True
        if again or self._open:
            raise KeyboardInterrupt
