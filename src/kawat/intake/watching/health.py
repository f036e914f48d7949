"""How watching goes, read from the store alone."""

from __future__ import annotations

import os
import socket
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta

from kawat.store import Store
from kawat.store.failing import as_store_error
from kawat.store.watching import FeedRow, WatchRow
from kawat.store.write import moment_text

SILENCE = 180.0  # seconds without a sign of life after which a watch counts as gone
HOURS = 24


@dataclass(frozen=True, slots=True)
class Health:
    """``states``: how many feeds are in which state; ``queue``: pages that wait; ``retries``: those that failed.

    ``by_hour``: articles added in each of the last hours, the oldest first; ``size`` in bytes.
    """

    watch: WatchRow | None
    running: bool
    feeds: tuple[FeedRow, ...]
    states: dict[str, int]
    queue: int
    retries: int
    next_retry: str | None
    quarantined: int
    articles: int
    by_hour: tuple[tuple[str, int], ...]
    size: int


def is_running(watch: WatchRow, now: datetime) -> bool:
    """Whether the watch gave a sign of life lately; on this machine also whether its process is there."""
    if watch.stopped_at is not None:
        return False
    if abs((now - datetime.fromisoformat(watch.beat_at)).total_seconds()) > SILENCE:  # a clock may be set back
        return False
    if watch.host != socket.gethostname():
        return True
    return watch.pid != os.getpid() and _is_alive(watch.pid)


def health(store: Store, now: datetime) -> Health:
    """What `kawat status` shows."""
    with as_store_error(store.path):
        return _health(store, now)


def _health(store: Store, now: datetime) -> Health:
    tables = store.watching()
    watch, feeds, waiting, counts = tables.watch(), tuple(tables.feeds()), tables.waiting(), store.counts()
    start = now - timedelta(hours=HOURS - 1)
    hours = [moment_text(start + timedelta(hours=n))[:13] for n in range(HOURS)]
    added = tables.added_by_hour(hours[0])
    return Health(
        watch=watch,
        running=watch is not None and is_running(watch, now),
        feeds=feeds,
        states=dict(sorted(Counter(row.state for row in feeds).items())),
        queue=waiting.queue,
        retries=waiting.retries,
        next_retry=tables.next_retry(),
        quarantined=counts.quarantined,
        articles=counts.articles,
        by_hour=tuple((hour, added.get(hour, 0)) for hour in hours),
        size=tables.size(),
    )


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True  # somebody else's process
    return True
