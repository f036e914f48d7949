"""One poll of one feed: what to ask, and what its row becomes. Pure but for the tables that it writes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from kawat.errors import FetchError, InputError
from kawat.intake.watching.clock import backoff, retry_after
from kawat.intake.watching.config import Source
from kawat.intake.watching.fetching import HeldError
from kawat.intake.watching.listings import Listing, ListingKind, listing_from_bytes
from kawat.pages import Answer, advice_on
from kawat.store.watching import FeedRow
from kawat.store.write import moment_text

DAY = 86_400.0
MOST_FAILURES = 8  # in a row: then the feed counts as dead and is tried once a day
MAX_CHILDREN = 50  # site maps of one index
MAX_VALIDATOR = 500
FOR_GOOD = (301, 308)


@dataclass(frozen=True, slots=True)
class Polled:
    """The row of the feed as it is now and, where it sent something new, what it lists."""

    row: FeedRow
    listing: Listing | None = None


def conditions(row: FeedRow) -> dict[str, str]:
    """The headers that ask only for what is new."""
    asked = {"If-None-Match": row.etag, "If-Modified-Since": row.modified}
    return {"Accept": _ACCEPT, **{key: value for key, value in asked.items() if value is not None}}


_ACCEPT = "application/rss+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1"


def answered(row: FeedRow, source: Source, answer: Answer, now: datetime, chance: float) -> Polled:
    """What became of a feed that answered."""
    if answer.status == 304:
        return Polled(_fine(row, source, now))
    if answer.status != 200:
        asked = retry_after(answer.header("retry-after"), now, answer.header("date"))
        error = FetchError(f"it answered {answer.status}: {advice_on(answer.status)}")
        return Polled(failed(row, source, error, now, chance, asked or 0.0, gone=answer.status == 410))
    try:
        listing = listing_from_bytes(answer.body, answer.url, source.max_bytes, source.full_text)
        _expected(row, listing)
    except InputError as error:
        return Polled(failed(row, source, error, now, chance))
    if listing.torn is not None:
        return Polled(_torn(row, source, listing.torn, now), listing)
    fine = _fine(row, source, now)
    etag, modified = _validator(answer.header("etag")), _validator(answer.header("last-modified"))
    return Polled(replace(fine, etag=etag, modified=modified), listing)


def failed(
    row: FeedRow,
    source: Source,
    error: Exception,
    now: datetime,
    chance: float,
    asked: float = 0.0,
    gone: bool = False,
) -> FeedRow:
    """The row after a failure: tried again later each time, once a day when dead; ``asked``: not before so long."""
    if isinstance(error, HeldError):
        asked = max(asked, error.seconds)
    failures = row.failures + 1
    dead = gone or failures >= MOST_FAILURES
    wait = DAY if dead else backoff(source.interval, failures, DAY, chance)
    return replace(
        row,
        last_at=moment_text(now),
        next_at=moment_text(now + timedelta(seconds=max(wait, asked))),
        failures=failures,
        state="dead" if dead else "failing",
        last_error=str(error)[:1000],
    )


def moved_to(url: str, answers: Iterable[Answer]) -> str | None:
    """Where a feed is by now, if its server says that it moved for good; ``answers``: all on the way there."""
    by_url = {answer.url: answer for answer in answers}
    at, answer = url, by_url.pop(url, None)
    while answer is not None and answer.redirect is not None:
        if answer.status not in FOR_GOOD:
            return None
        at, answer = answer.redirect, by_url.pop(answer.redirect, None)
    return at if answer is not None and answer.status in (200, 304) and at != url else None


def _fine(row: FeedRow, source: Source, now: datetime) -> FeedRow:
    at = moment_text(now)
    following = moment_text(now + timedelta(seconds=source.interval))
    return replace(row, last_at=at, success_at=at, next_at=following, failures=0, state="ok", last_error=None)


def _torn(row: FeedRow, source: Source, reason: str, now: datetime) -> FeedRow:
    """The row after an answer of which a part could be read: it is asked for again as ever, and for all of it."""
    failures = min(row.failures + 1, MOST_FAILURES - 1)
    fine = _fine(row, source, now)
    return replace(fine, success_at=row.success_at, failures=failures, state="failing", last_error=reason[:1000])


def _expected(row: FeedRow, listing: Listing) -> None:
    is_map = listing.kind is not ListingKind.FEED
    if (row.kind == "feed" and is_map) or (row.kind == "sitemap" and not is_map):
        raise InputError(f"{row.url} is a {listing.kind}, not a {row.kind}: mend its kind in the file of sources")
    if listing.kind is ListingKind.INDEX and row.parent is not None:
        raise InputError(f"{row.url} is an index of site maps inside another: give it a source of its own")


def _validator(value: str | None) -> str | None:
    """An ETag or a date as it may be sent back; nothing else of a server's goes into our requests."""
    if value is None or len(value) > MAX_VALIDATOR or not value.isascii() or not value.isprintable():
        return None
    return value
