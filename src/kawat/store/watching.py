"""The tables of watching: feeds, what they named, what is tried again, robots.txt, and the sign of life of a watch.

Rows in, rows out; when what is done is decided in `kawat.intake.watching`. Moments are UTC, ISO 8601, to the
second, so that they compare as text.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from datetime import datetime, timedelta

from kawat.store.write import moment_text


@dataclass(frozen=True, slots=True)
class FeedRow:
    """A feed or site map as last polled. ``state``: new, ok, failing, dead, off; ``failures`` in a row, 0 when ok.

    ``parent``: the index of site maps that named it.
    """

    url: str
    kind: str
    parent: str | None = None
    etag: str | None = None
    modified: str | None = None
    last_at: str | None = None
    success_at: str | None = None
    next_at: str | None = None
    failures: int = 0
    state: str = "new"
    last_error: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """An address that a feed named. ``mark`` is another when the feed says that it changed.

    ``published``: when it was published, as the feed says; ``content``: the page, where the feed has it.
    """

    url: str
    feed: str
    mark: str | None = None
    published: str | None = None
    content: str | None = None


@dataclass(frozen=True, slots=True)
class RetryRow:
    url: str
    attempts: int
    first_at: str
    next_at: str
    last_error: str


@dataclass(frozen=True, slots=True)
class RobotsRow:
    """What a site answered for its robots.txt; ``status`` None: nothing that could be read."""

    site: str
    at: str
    status: int | None
    body: bytes


@dataclass(frozen=True, slots=True)
class WatchRow:
    """The watch that runs, or ran last. ``round_at``: the end of its last round."""

    host: str
    pid: int
    started_at: str
    beat_at: str
    round_at: str | None
    stopped_at: str | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many addresses of feeds that are watched wait to be fetched, how many of these were tried before."""

    queue: int
    retries: int


@dataclass(frozen=True, slots=True)
class _Seen:
    """``at``: from when on it waits, or when it was dealt with."""

    feed: str
    mark: str | None
    at: str
    state: str


class WatchTables:
    """The tables over an open connection; writes belong inside a transaction of the store."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    # --- feeds --------------------------------------------------------------------------------------

    def feeds(self) -> list[FeedRow]:
        """All feeds that were ever watched, by address."""
        return [FeedRow(*row) for row in self._connection.execute(f"SELECT {_FEED} FROM feeds ORDER BY url")]

    def feed(self, url: str) -> FeedRow | None:
        row = self._connection.execute(f"SELECT {_FEED} FROM feeds WHERE url = ?", (url,)).fetchone()
        return None if row is None else FeedRow(*row)

    def put_feed(self, row: FeedRow) -> None:
        self._connection.execute(
            f"INSERT OR REPLACE INTO feeds ({_FEED}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", astuple(row)
        )

    def drop_feeds(self, urls: Iterable[str]) -> None:
        """Forget these feeds and the site maps that they named."""
        for url in urls:
            self._connection.execute("DELETE FROM feeds WHERE url = ?1 OR parent = ?1", (url,))

    def hand_over(self, urls: Iterable[str], to: str) -> None:
        """What these feeds named and still waits counts as named by the feed ``to``."""
        for url in urls:
            self._connection.execute("UPDATE seen SET feed = ? WHERE feed = ? AND state = 'waiting'", (to, url))

    # --- what feeds named ---------------------------------------------------------------------------

    def name(
        self, entries: Iterable[Named], at: str, most: int, again: float, remembered: int = 100_000
    ) -> tuple[int, int]:
        """Note what a feed named: what is new, or marked otherwise than before, waits; over ``most`` it is skipped.

        What was dealt with before waits until ``again`` seconds after that. What was named first by another feed
        that is watched is left as it is; of what waits already the latest mark counts. Of each feed the last
        ``remembered`` are kept in mind. Gives how many were put to wait now, and how many were skipped.
        """
        waiting = skipped = 0
        feeds: set[str] = set()
        for entry in entries:
            feeds.add(entry.feed)
            seen = self._seen(entry.url)
            if seen is not None and seen.feed != entry.feed:
                self._take_over(entry, seen.feed)
                continue
            if seen is not None and entry.mark in (None, seen.mark):
                continue
            if seen is not None and seen.state == "waiting":
                self._put_seen(entry, seen.at, "waiting")
                continue
            state = "waiting" if waiting < most else "skipped"
            waiting, skipped = waiting + (state == "waiting"), skipped + (state == "skipped")
            self._put_seen(entry, at if seen is None else max(at, _later(min(seen.at, at), again)), state)
        for feed in feeds:
            sql = (
                "DELETE FROM seen WHERE url IN (SELECT url FROM seen WHERE feed = ? AND state <> 'waiting' "
                "ORDER BY at DESC, url LIMIT -1 OFFSET ?)"
            )
            self._connection.execute(sql, (feed, remembered))
        return waiting, skipped

    def is_named(self, url: str) -> bool:
        """Whether a feed named it, watched or not."""
        return self._seen(url) is not None

    def _seen(self, url: str) -> _Seen | None:
        sql = "SELECT feed, mark, at, state FROM seen WHERE url = ?"
        row = self._connection.execute(sql, (url,)).fetchone()
        return None if row is None else _Seen(*row)

    def _take_over(self, entry: Named, owner: str) -> None:
        """From now on ``entry`` belongs to its feed, where its owner is watched no more."""
        if self._connection.execute(f"{_WATCHED} AND f.url = ?", (owner,)).fetchone() is None:
            sql = "UPDATE seen SET feed = ?, mark = ? WHERE url = ?"
            self._connection.execute(sql, (entry.feed, entry.mark, entry.url))

    def _put_seen(self, entry: Named, at: str, state: str) -> None:
        content = entry.content if state == "waiting" else None
        self._connection.execute(
            "INSERT INTO seen (url, feed, at, mark, published, state, content) VALUES (?, ?, ?, ?, ?, ?, ?) "
            "ON CONFLICT (url) DO UPDATE SET feed = excluded.feed, at = excluded.at, mark = excluded.mark, "
            "published = excluded.published, state = excluded.state, content = excluded.content",
            (entry.url, entry.feed, at, entry.mark, entry.published, state, content),
        )

    def due(self, at: str, soon: str = "9999", farthest: str = "9999") -> Iterator[Named]:
        """What feeds that are watched named, waits, and may be fetched at ``at``: the longest waiting first, what
        failed before last, and only when its time came.

        A time beyond ``soon`` (of what waits to be fetched again) or ``farthest`` (of what failed) was set by a
        wrong clock, and holds nothing back.
        """
        sql = (
            "SELECT s.url, s.feed, s.mark, s.published, s.content FROM seen s LEFT JOIN retries r ON r.url = s.url "
            f"WHERE s.state = 'waiting' AND s.feed IN ({_WATCHED}) AND s.at NOT BETWEEN ?1 AND ?2 "
            "AND (r.next_at IS NULL OR r.next_at NOT BETWEEN ?1 AND ?3) "
            "ORDER BY r.url IS NOT NULL, s.at, s.url"
        )
        return (Named(*row) for row in self._connection.execute(sql, (f"{at}~", soon, farthest)))

    def done(self, url: str, at: str) -> None:
        """What was named is dealt with: kept, or put into quarantine."""
        self._connection.execute("UPDATE seen SET state = 'done', at = ?, content = NULL WHERE url = ?", (at, url))
        self._connection.execute("DELETE FROM retries WHERE url = ?", (url,))

    # --- what is tried again ------------------------------------------------------------------------

    def retry(self, url: str) -> RetryRow | None:
        sql = "SELECT url, attempts, first_at, next_at, last_error FROM retries WHERE url = ?"
        row = self._connection.execute(sql, (url,)).fetchone()
        return None if row is None else RetryRow(*row)

    def put_retry(self, row: RetryRow) -> None:
        self._connection.execute("INSERT OR REPLACE INTO retries VALUES (?, ?, ?, ?, ?)", astuple(row))

    def next_retry(self) -> str | None:
        """When the next of what failed may be tried again."""
        sql = f"SELECT min(r.next_at) FROM retries r JOIN seen s ON s.url = r.url WHERE s.feed IN ({_WATCHED})"
        row = self._connection.execute(sql).fetchone()
        return None if row[0] is None else str(row[0])

    def waiting(self) -> Waiting:
        sql = (
            "SELECT count(*), count(r.url) FROM seen s LEFT JOIN retries r ON r.url = s.url "
            f"WHERE s.state = 'waiting' AND s.feed IN ({_WATCHED})"
        )
        return Waiting(*self._connection.execute(sql).fetchone())

    # --- robots.txt ---------------------------------------------------------------------------------

    def robots(self, since: str) -> list[RobotsRow]:
        """What sites answered from ``since`` on."""
        sql = "SELECT site, at, status, body FROM robots WHERE at >= ? ORDER BY site"
        return [RobotsRow(*row) for row in self._connection.execute(sql, (since,))]

    def put_robots(self, row: RobotsRow, since: str) -> None:
        """Keep an answer, and forget those from before ``since``."""
        self._connection.execute("DELETE FROM robots WHERE at < ?", (since,))
        self._connection.execute("INSERT OR REPLACE INTO robots VALUES (?, ?, ?, ?)", astuple(row))

    # --- the watch ----------------------------------------------------------------------------------

    def watch(self) -> WatchRow | None:
        sql = "SELECT host, pid, started_at, beat_at, round_at, stopped_at FROM watches"
        row = self._connection.execute(sql).fetchone()
        return None if row is None else WatchRow(*row)

    def put_watch(self, row: WatchRow) -> None:
        self._connection.execute("INSERT OR REPLACE INTO watches VALUES (1, ?, ?, ?, ?, ?, ?)", astuple(row))

    # --- health -------------------------------------------------------------------------------------

    def added_by_hour(self, since: str) -> dict[str, int]:
        """How many articles were added in each hour (``2025-08-14T09``) from ``since`` on."""
        sql = "SELECT substr(added_at, 1, 13), count(*) FROM articles WHERE added_at >= ? GROUP BY 1 ORDER BY 1"
        return dict(self._connection.execute(sql, (since,)))

    def size(self) -> int:
        """The size of the store in bytes."""
        pages = self._connection.execute("PRAGMA page_count").fetchone()[0]
        return int(pages) * int(self._connection.execute("PRAGMA page_size").fetchone()[0])

    # --- reading again ------------------------------------------------------------------------------

    def read_by_others(self, name: str, version: str, model: str | None) -> list[tuple[str, str, str, str | None]]:
        """The articles that another reader signed than this one: id, name, version and model of it, by id."""
        sql = (
            "SELECT id, reader_name, reader_version, reader_model_sha256 FROM articles "
            "WHERE (reader_name, reader_version, coalesce(reader_model_sha256, '')) <> (?, ?, ?) ORDER BY id"
        )
        return [tuple(row) for row in self._connection.execute(sql, (name, version, model or ""))]


_WATCHED = (
    "SELECT f.url FROM feeds f LEFT JOIN feeds p ON p.url = f.parent "
    "WHERE f.state <> 'off' AND coalesce(p.state, '') <> 'off'"
)
"""The feeds that are watched now: those that the file of sources names no more are forgotten, see `drop_feeds`."""
_FEED = "url, kind, parent, etag, modified, last_at, success_at, next_at, failures, state, last_error"


def _later(moment: str, seconds: float) -> str:
    return moment_text(datetime.fromisoformat(moment) + timedelta(seconds=seconds))
