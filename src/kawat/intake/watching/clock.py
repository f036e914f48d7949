"""Time as watching sees it: passed in, so that a test needs none of it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST_HOLD = 7 * 86_400.0  # a server that asks for more is asked again all the same


@dataclass(frozen=True, slots=True)
class Clock:
    """``now`` gives aware moments; ``sleep`` may return early when the watch is asked to stop."""

    now: Callable[[], datetime]
    sleep: Callable[[float], object]

    def seconds(self) -> float:
        return self.now().timestamp()


def real_clock(stop: threading.Event) -> Clock:
    """The clock of this machine; setting ``stop`` ends every sleep."""
    return Clock(lambda: datetime.now(UTC), stop.wait)


def backoff(base: float, failures: int, most: float, chance: float) -> float:
    """How many seconds to wait after so many failures in a row: twice as long each time, at most ``most``.

    ``chance``, 0 to 1, spreads it from three quarters to five quarters, so that many do not come at once.
    """
    doubled = base * 2.0 ** min(max(failures - 1, 0), 30)
    return min(most, doubled) * (0.75 + 0.5 * chance)


def retry_after(value: str | None, now: datetime) -> float | None:
    """The seconds that a Retry-After header asks for, at most a week; None where it asks for nothing."""
    if value is None:
        return None
    said = value.strip()[:100]
    if said.isascii() and said.isdigit():
        return min(float(said), LONGEST_HOLD)
    try:
        until = parsedate_to_datetime(said)
        wait = ((until if until.tzinfo else until.replace(tzinfo=UTC)) - now).total_seconds()
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return min(max(wait, 0.0), LONGEST_HOLD)
