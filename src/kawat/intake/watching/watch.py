"""The watch: what is due is fetched by threads, a host at a time; one thread reads, writes and decides."""

from __future__ import annotations

import os
import queue
import random as chances
import socket
import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from kawat.errors import KawatError, StoreError, UsageError
from kawat.intake.summaries import summarise
from kawat.intake.watching.archive import Archive
from kawat.intake.watching.articles import Keeper
from kawat.intake.watching.clock import Clock
from kawat.intake.watching.config import Source, Sources
from kawat.intake.watching.feeds import MAX_CHILDREN, Polled, answered, conditions, failed, moved_to
from kawat.intake.watching.fetching import LISTING_TYPES, TEXT_TYPES, Fetcher, Hosts, Trail
from kawat.intake.watching.guard import within
from kawat.intake.watching.happening import Happening, Tell, What
from kawat.intake.watching.health import is_running
from kawat.intake.watching.listings import ListingKind, giver_of
from kawat.intake.watching.robots import FRESH, MAX_KEPT, host_of, rules_from
from kawat.intake.watching.turns import turns
from kawat.pages import Answer, FetchLimits
from kawat.reading.info import DEFAULT_READER
from kawat.records import Page
from kawat.store import Store
from kawat.store.failing import as_store_error
from kawat.store.watching import FeedRow, Named, WatchRow
from kawat.store.write import moment_text

AT_ONCE = 8  # hosts asked at the same time
BEAT = 30.0  # seconds between two signs of life
LONGEST_LISTING = 30.0  # seconds that a feed may take to be read
PATIENCE = 600.0  # seconds that a single round waits for a host
AGAIN = 3_600.0  # seconds before a page that changed is fetched again
LONGEST_REST = timedelta(days=40)  # over the longest interval, with a quarter, and the longest Retry-After


@dataclass(frozen=True, slots=True)
class Job:
    """A feed to poll (``named`` None) or a page to fetch."""

    source: Source
    row: FeedRow | None = None
    named: Named | None = None

    @property
    def url(self) -> str:
        return self.named.url if self.named else self.row.url if self.row else self.source.url


@dataclass(frozen=True, slots=True)
class Result:
    job: Job
    got: Answer | Exception
    trail: Trail


@dataclass(slots=True)
class Options:
    """``seconds``: the longest that one answer may take; ``random`` spreads what is tried again."""

    once: bool = False
    seconds: float = 30.0
    allow_private: bool = False
    reader: str = DEFAULT_READER
    archive: Archive | None = None
    random: Callable[[], float] = chances.random
    stop: threading.Event = field(default_factory=threading.Event)


class Watch:
    """Watches ``sources`` into ``store``, from the thread that opened the store."""

    def __init__(self, store: Store, sources: Sources, clock: Clock, tell: Tell, options: Options) -> None:
        self._store = store
        self._tables = store.watching()
        self._clock = clock
        self._tell = tell
        self._options = options
        self._sources = {source.url: source for source in sources.sources}
        self._hosts = Hosts(clock, sources.delay)
        limits = FetchLimits(
            total_seconds=options.seconds, allow_private=options.allow_private, user_agent=sources.user_agent
        )
        self._fetcher = Fetcher(clock, self._hosts, limits, stopped=options.stop.is_set)
        self._keeper = Keeper(store, clock.now, options.random, options.reader)
        self._waiting: dict[str, deque[Job]] = {}
        self._active: set[str] = set()
        self._busy: set[str] = set()
        self._results: queue.SimpleQueue[Result] = queue.SimpleQueue()
        self._polled: set[str] = set()
        self._impatient: set[str] = set()  # hosts that a single round does not wait for
        self._looked: float | None = None  # when it was last looked which pages are due; None: to be done
        self._left: frozenset[str] = frozenset()  # hosts of which more pages are due than were taken
        self._worked = False
        self._life: WatchRow | None = None

    def run(self) -> int:
        """Watch until asked to stop, or once; gives how many feeds could not be had when they were asked last.

        Raises `UsageError` where another watch runs, `StoreError`.
        """
        with as_store_error(self._store.path):
            self._begin()
            try:
                self._rounds()
            except BaseException:
                with suppress(StoreError):  # what ended the watch is what is told
                    self._end()
                raise
            self._end()
            return self._not_had()

    def _rounds(self) -> None:
        while not self._options.stop.is_set():
            self._beat()
            self._collect()
            self._start()
            if self._busy:
                self._handle_some()
            elif not self._waiting and self._looked is None:
                continue
            elif not self._waiting:
                self._round_over()
                if self._options.once:
                    break
                self._rest(BEAT)
            else:
                self._rest(min(self._hosts.ready_at(host) for host in self._waiting) - self._clock.seconds())

    def _not_had(self) -> int:
        return sum(row.state not in ("ok", "off") for row in self._tables.feeds())

    # --- the sign of life ---------------------------------------------------------------------------

    def _begin(self) -> None:
        now = self._clock.now()
        with self._store.transaction():
            other = self._tables.watch()
            if other is not None and is_running(other, now):
                raise UsageError(
                    f"a watch of this store runs already (process {other.pid} on {other.host}, since "
                    f"{other.started_at}); stop that one first"
                )
            stamp = moment_text(now)
            round_at = other.round_at if other else None
            self._life = WatchRow(socket.gethostname(), os.getpid(), stamp, stamp, round_at, None)
            self._tables.put_watch(self._life)
            self._set_up_feeds()
        since = moment_text(now - timedelta(seconds=FRESH))
        for row in self._tables.robots(since):
            at = datetime.fromisoformat(row.at).timestamp()
            if at <= now.timestamp():
                self._fetcher.know(row.site, rules_from(row.status, row.body, at))
        self._tell(Happening(What.STARTED, now, named=sum(one.enabled for one in self._sources.values())))

    def _set_up_feeds(self) -> None:
        known = {row.url: row for row in self._tables.feeds()}
        self._tables.drop_feeds(
            url for url, row in known.items() if url not in self._sources and row.parent not in self._sources
        )
        for source in self._sources.values():
            row = replace(known.get(source.url, FeedRow(source.url, source.kind)), kind=source.kind)
            if not source.enabled:
                row = replace(row, state="off", next_at=None)
            elif row.state == "off":
                row = replace(row, state="new", failures=0)
            self._tables.put_feed(row)

    def _beat(self, *, over: bool = False) -> None:
        life, now = self._life, self._clock.now()
        if life is None:
            return
        silent = (now - datetime.fromisoformat(life.beat_at)).total_seconds()
        if not over and 0 <= silent < BEAT:  # below 0 the clock was set back
            return
        self._life = replace(life, beat_at=moment_text(now), round_at=moment_text(now) if over else life.round_at)
        with self._store.transaction():
            self._tables.put_watch(self._life)

    def _round_over(self) -> None:
        if self._worked:
            self._worked = False
            self._store.quarantine_forget_oldest()
            summarise(self._store)
            self._beat(over=True)

    def _end(self) -> None:
        if self._life is not None:
            now = self._clock.now()
            with self._store.transaction():
                self._tables.put_watch(replace(self._life, beat_at=moment_text(now), stopped_at=moment_text(now)))
            self._tell(Happening(What.STOPPED, now))

    # --- what is due --------------------------------------------------------------------------------

    def _collect(self) -> None:
        for job in [*self._due_feeds(), *self._due_pages()]:
            self._active.add(job.url)
            self._waiting.setdefault(host_of(job.url), deque()).append(job)

    def _due_feeds(self) -> Iterator[Job]:
        now, farthest = self._from_to()
        for row in self._tables.feeds():
            source = self._sources.get(row.parent or row.url)
            if source is None or not source.enabled or row.url in self._active:
                continue
            due = row.next_at is None or not now < row.next_at <= farthest
            if self._options.once:
                due = row.url not in self._polled and (due or row.state == "ok")
            if due:
                self._polled.add(row.url)
                yield Job(source, row)

    def _from_to(self) -> tuple[str, str]:
        """Now, and the latest moment that something can have been put off to; beyond, the clock was wrong then."""
        now = self._clock.now()
        return moment_text(now), moment_text(now + LONGEST_REST)

    def _due_pages(self) -> Iterator[Job]:
        if not self._is_time_to_look():
            return
        now, farthest = self._from_to()
        soon = moment_text(self._clock.now() + timedelta(seconds=AGAIN))
        due = (one for one in self._tables.due(now, soon, farthest) if one.url not in self._active)
        full = {host for host, jobs in self._waiting.items() if any(job.named for job in jobs)}
        found = turns(due, full | self._impatient)
        self._looked, self._left = self._clock.seconds(), found.left
        sources = {row.url: self._sources.get(row.parent or row.url) for row in self._tables.feeds()}
        for named in found.pages:
            source = sources.get(named.feed)
            if source is None:
                continue
            if named.content is None:
                yield Job(source, named=named)
            elif not self._options.stop.is_set():
                self._keep_given(named, source, named.content)
                if host_of(named.url) in found.left:
                    self._looked = None

    def _is_time_to_look(self) -> bool:
        """Whether pages may be due that nobody took yet. Looking goes through all that wait: it is done seldom."""
        if self._looked is None or not (self._busy or self._waiting):
            return True
        return abs(self._clock.seconds() - self._looked) >= BEAT

    def _keep_given(self, named: Named, source: Source, content: str) -> None:
        """Keep what the feed itself has the whole text of."""
        self._worked = True
        body = content.encode("utf-8", "replace")
        page = Page(body, "text/html", "utf-8", named.url, self._clock.now())
        self._tell(self._keeper.take(named, source, page, giver_of(content) or named.feed))
        self._beat()

    # --- fetching -----------------------------------------------------------------------------------

    def _start(self) -> None:
        now = self._clock.seconds()
        for host in list(self._waiting):
            ready = self._hosts.ready_at(host)
            if self._options.once and ready - now > PATIENCE:
                self._active.difference_update(job.url for job in self._waiting[host] if job.row is None)
                del self._waiting[host]
                self._impatient.add(host)
            elif host not in self._busy and ready <= now and len(self._busy) < AT_ONCE:
                self._launch(host)

    def _launch(self, host: str) -> None:
        job = self._waiting[host].popleft()
        if not self._waiting[host]:
            del self._waiting[host]
            if host in self._left:
                self._looked = None
        self._busy.add(host)
        threading.Thread(target=self._work, args=(job,), daemon=True, name=f"kawat-watch-{host}").start()

    def _work(self, job: Job) -> None:
        trail = Trail()
        got: Answer | Exception
        try:
            headers, types = (conditions(job.row), LISTING_TYPES) if job.row else ({}, TEXT_TYPES)
            got = self._fetcher.get(job.url, trail, job.source.max_bytes, headers, types)
        except Exception as error:
            got = error
        self._results.put(Result(job, got, trail))

    def _rest(self, seconds: float) -> None:
        self._clock.sleep(min(max(seconds, 0.01), BEAT))

    # --- what came of it ----------------------------------------------------------------------------

    def _handle_some(self) -> None:
        try:
            result = self._results.get(timeout=0.2)
        except queue.Empty:
            return
        self._handle(result)

    def _handle(self, result: Result) -> None:
        job = result.job
        self._worked = True
        self._busy.discard(host_of(job.url))
        self._active.discard(job.url)
        if self._options.stop.is_set() and isinstance(result.got, Exception):
            return
        self._note(result.trail)
        if job.row is not None:
            self._feed_answered(job.source, job.row, result.got)
            moved = moved_to(job.row.url, result.trail.answers)
            if moved is not None:
                self._tell(Happening(What.MOVED, self._clock.now(), job.row.url, moved=moved))
        elif job.named is not None:
            self._tell(self._keeper.take(job.named, job.source, result.got))

    def _note(self, trail: Trail) -> None:
        if self._options.archive is not None:
            for answer in trail.answers:
                self._options.archive.add(answer)
        kept = [row for row in trail.robots if len(row.body) <= MAX_KEPT]
        if kept:
            since = moment_text(self._clock.now() - timedelta(seconds=FRESH))
            with self._store.transaction():
                for row in kept:
                    self._tables.put_robots(row, since)

    def _feed_answered(self, source: Source, row: FeedRow, got: Answer | Exception) -> None:
        now, chance = self._clock.now(), self._options.random()
        try:
            if isinstance(got, Exception):
                raise got
            with within(LONGEST_LISTING, row.url):
                polled = answered(row, source, got, now, chance)
        except Exception as error:
            if not isinstance(error, KawatError):
                error = KawatError(f"unexpected {type(error).__name__}: {error}")
            polled = Polled(failed(row, source, error, now, chance))
        status = got.status if isinstance(got, Answer) else None
        with self._store.transaction():
            waiting, skipped = self._name(source, polled, now)
            self._tables.put_feed(polled.row)
        self._looked = None if waiting else self._looked
        self._tell(_poll_told(polled, status, now, waiting, skipped))

    def _name(self, source: Source, polled: Polled, now: datetime) -> tuple[int, int]:
        listing = polled.listing
        if listing is None:
            return 0, 0
        if listing.kind is ListingKind.INDEX:
            return self._adopt(polled.row, [entry.url for entry in listing.entries], listing.torn is None)
        entries = [
            Named(
                one.url, polled.row.url, one.mark, one.published.isoformat() if one.published else None, one.content
            )
            for one in listing.entries
        ]
        return self._tables.name(entries, moment_text(now), source.max_new, AGAIN)

    def _adopt(self, index: FeedRow, maps: list[str], whole: bool) -> tuple[int, int]:
        """Watch the site maps that an index names and, where it is whole, no longer those that it names no more."""
        known = {row.url: row for row in self._tables.feeds() if row.parent == index.url}
        chosen = [url for url in maps[:MAX_CHILDREN] if url not in self._sources]
        gone = [url for url in known if whole and url not in chosen]
        self._tables.hand_over(gone, index.url)
        self._tables.drop_feeds(gone)
        fresh = [url for url in chosen if url not in known]
        for url in fresh:
            self._tables.put_feed(FeedRow(url, "sitemap", parent=index.url))
        return len(fresh), max(0, len(maps) - MAX_CHILDREN)


def _poll_told(polled: Polled, status: int | None, now: datetime, waiting: int, skipped: int) -> Happening:
    row = polled.row
    following = datetime.fromisoformat(row.next_at) if row.next_at else None
    named = len(polled.listing.entries) if polled.listing else None
    if row.state != "ok":
        what = What.DEAD if row.state == "dead" else What.FAILED
        happened = Happening(what, now, row.url, status, reason=row.last_error, next_at=following)
        return replace(happened, named=named, waiting=waiting, skipped=skipped) if named else happened
    return Happening(What.POLLED, now, row.url, status, named, waiting, skipped, next_at=following)
