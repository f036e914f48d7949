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


def retry_after(value: str | None, now: datetime, date: str | None = None) -> float | None:
    """The seconds that a Retry-After header asks for, at most a week; None where it asks for nothing.

    ``date``: the Date header of the same answer; a moment is counted from it, since a server's clock may be wrong.
    """
    if value is None:
        return None
    said = value.strip()[:100]
    if said.isascii() and said.isdigit():
        return min(float(said), LONGEST_HOLD)
    until = _moment(said)
    if until is None:
        return None
    wait = (until - (_moment((date or "").strip()[:100]) or now)).total_seconds()
    return min(max(wait, 0.0), LONGEST_HOLD)


def _moment(said: str) -> datetime | None:
    """A moment of a header; GMT where it names no zone."""
    try:
        moment = parsedate_to_datetime(said)
        moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        return moment.astimezone(UTC)
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
