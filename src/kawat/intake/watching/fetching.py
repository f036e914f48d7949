"""Polite requests: one at a time and not too often to a host, as its robots.txt allows; every hop is vetted."""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from kawat.errors import FetchError, KawatError, NotTextError, RefusedAddressError, TooLargeError
from kawat.intake.watching.clock import Clock, retry_after
from kawat.intake.watching.robots import MAX_BYTES, Rules, host_of, rules_from, site_of
from kawat.pages import Answer, FetchLimits, visit
from kawat.pages.addresses import Resolve, system_resolve
from kawat.store.watching import RobotsRow
from kawat.store.write import moment_text

MAX_HOPS = 5
MOST_RULES = 1_000  # sites whose robots.txt is held in memory
SET_BACK = 2.0  # seconds: a clock that moved back by more was set, and what was put off counts from its new time
LONGEST_WAIT = 60.0  # seconds that a thread waits for a host; what has to wait longer comes again later
TEXT_TYPES = (
    "text/",
    "application/xhtml",
    "application/xml",
    "application/rss",
    "application/atom",
    "application/rdf",
)
LISTING_TYPES = (*TEXT_TYPES, "application/gzip", "application/x-gzip", "application/octet-stream")
TEMPORARY = frozenset({408, 425, 429, 500, 502, 503, 504, 507, 509, *range(520, 531)})
LASTING = (RefusedAddressError, TooLargeError, NotTextError)


class DisallowedError(FetchError):
    """The site's robots.txt does not allow it."""


class HeldError(FetchError):
    """Not now: the host asked to wait, or its robots.txt can not be had. ``seconds``: how long to wait."""

    def __init__(self, message: str, seconds: float) -> None:
        super().__init__(message)
        self.seconds = seconds


def is_temporary(error: BaseException) -> bool:
    """Whether what failed so may work later."""
    return isinstance(error, FetchError) and not isinstance(error, (*LASTING, DisallowedError))


class Hosts:
    """Whose turn it is at each host. Safe to use from several threads."""

    def __init__(self, clock: Clock, delay: float) -> None:
        self._clock = clock
        self._delay = delay
        self._ready: dict[str, tuple[float, float]] = {}  # when, and how long that was ahead when it was set
        self._locks: dict[str, threading.Lock] = defaultdict(threading.Lock)
        self._own = threading.Lock()

    def ready_at(self, host: str) -> float:
        """When the host may be asked next, in seconds since 1970."""
        with self._own:
            return self._ready_at(host)

    def _ready_at(self, host: str) -> float:
        until, ahead = self._ready.get(host, (0.0, 0.0))
        now = self._clock.seconds()
        if until - now > ahead + SET_BACK:
            until = now + ahead
            self._ready[host] = until, ahead
        return until

    def hold(self, host: str, seconds: float) -> None:
        """Ask the host nothing for so long."""
        with self._own:
            now = self._clock.seconds()
            until = max(self._ready_at(host), now + seconds)
            self._ready[host] = until, until - now

    @contextmanager
    def turn(self, host: str, least: float) -> Iterator[None]:
        """Alone at the host, ``least`` seconds or the usual delay before the next. Raises HeldError."""
        with self._own:
            lock = self._locks[host]
        with lock:
            wait = self.ready_at(host) - self._clock.seconds()
            if wait > LONGEST_WAIT:
                raise HeldError(f"{host} asked to wait {wait:.0f} more seconds", wait)
            if wait > 0:
                self._clock.sleep(wait)
            try:
                yield
            finally:
                self.hold(host, max(self._delay, least))


@dataclass(slots=True)
class Trail:
    """What was asked on the way to one answer: every answer, and every robots.txt that was fetched."""

    answers: list[Answer] = field(default_factory=list)
    robots: list[RobotsRow] = field(default_factory=list)


class Fetcher:
    """Fetches politely; what it knows of robots.txt is shared by its threads."""

    def __init__(
        self,
        clock: Clock,
        hosts: Hosts,
        limits: FetchLimits,
        resolve: Resolve = system_resolve,
        stopped: Callable[[], bool] = lambda: False,
    ) -> None:
        self._clock = clock
        self._hosts = hosts
        self._limits = limits
        self._resolve = resolve
        self._stopped = stopped
        self._rules: dict[str, Rules] = {}
        self._agent = limits.user_agent.split("/", 1)[0].split(" ", 1)[0]

    def know(self, site: str, rules: Rules) -> None:
        """What a site's robots.txt said before."""
        while len(self._rules) >= MOST_RULES:
            self._rules.pop(next(iter(self._rules)), None)
        self._rules[site] = rules

    def get(
        self, url: str, trail: Trail, max_bytes: int, headers: Mapping[str, str], media_types: tuple[str, ...]
    ) -> Answer:
        """What stands at ``url``, redirects followed; ``headers`` go to its own site only.

        Raises FetchError and its kin; an answer of any status but a redirect is given back.
        """
        limits = replace(self._limits, max_bytes=max_bytes)
        first = site_of(url)
        for _ in range(MAX_HOPS + 1):
            rules = self._rules_of(site_of(url), trail)
            if not rules.allows(url, self._agent):
                raise DisallowedError(f"robots.txt of {host_of(url)} does not allow {url}: leave it out")
            sent = headers if site_of(url) == first else {}
            answer = self._ask(url, limits, sent, media_types, rules.delay(self._agent), trail)
            if answer.redirect is None:
                return answer
            url = answer.redirect
        raise FetchError(f"more than {MAX_HOPS} redirects, last to {url}: give the final address")

    def _ask(
        self,
        url: str,
        limits: FetchLimits,
        headers: Mapping[str, str],
        media_types: tuple[str, ...] | None,
        delay: float,
        trail: Trail,
    ) -> Answer:
        host = host_of(url)
        with self._hosts.turn(host, delay):
            if self._stopped():
                raise HeldError("the watch was asked to stop", 0.0)
            answer = visit(url, limits, headers, self._resolve, media_types)
        trail.answers.append(answer)
        asked = retry_after(answer.header("retry-after"), self._clock.now(), answer.header("date"))
        if asked is not None and answer.status in TEMPORARY:
            self._hosts.hold(host, asked)
        return answer

    def _rules_of(self, site: str, trail: Trail) -> Rules:
        known = self._rules.get(site)
        if known is None or known.until <= self._clock.seconds():
            known = self._fetch_rules(site, trail)
            self.know(site, known)
        if known.held:
            wait = max(known.until - self._clock.seconds(), 60.0)
            raise HeldError(f"robots.txt of {host_of(site)} can not be had: nothing is fetched there for now", wait)
        return known

    def _fetch_rules(self, site: str, trail: Trail) -> Rules:
        status, body = self._robots(f"{site}/robots.txt", trail)
        row = RobotsRow(site, moment_text(self._clock.now()), status, body)
        trail.robots.append(row)
        return rules_from(status, body, self._clock.seconds())

    def _robots(self, url: str, trail: Trail) -> tuple[int | None, bytes]:
        limits = replace(self._limits, max_bytes=MAX_BYTES)
        for hop in range(MAX_HOPS + 1):
            try:
                answer = self._ask(url, limits, {}, None, 0.0, trail)
            except HeldError:
                raise
            except RefusedAddressError:
                if hop == 0:
                    raise
                return None, b""
            except KawatError:
                return None, b""
            if answer.redirect is None:
                return answer.status, answer.body
            url = answer.redirect
        return None, b""
