"""One page, fetched only where the robots.txt of its site allows it, on every step of the way."""

from __future__ import annotations

import threading
from functools import cache

from kawat.errors import FetchError
from kawat.intake.watching.clock import real_clock
from kawat.intake.watching.fetching import TEXT_TYPES, Fetcher, Hosts, Trail
from kawat.pages import FetchLimits, advice_on
from kawat.records import Page

DELAY = 1.0  # seconds between two requests to one host, where its robots.txt asks for no more


def fetch_allowed(url: str, limits: FetchLimits) -> Page:
    """The page at ``url``. Raises `FetchError`, of the kind `DisallowedError` where it is not allowed."""
    answer = _fetcher(limits).get(url, Trail(), limits.max_bytes, {}, TEXT_TYPES)
    if answer.status != 200:
        raise FetchError(f"{url} answered {answer.status}: {advice_on(answer.status)}")
    return answer.page


@cache
def _fetcher(limits: FetchLimits) -> Fetcher:
    """One for a process: what it knows of robots.txt, and when it asked whom, holds for all pages."""
    clock = real_clock(threading.Event())
    return Fetcher(clock, Hosts(clock, DELAY), limits)
