"""What a feed or a site map lists, as addresses to be fetched: a pure function of its bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from html import escape, unescape
from urllib.parse import urlsplit

from kawat.errors import InputError, WorkerError
from kawat.intake.moments import instant_of
from kawat.intake.sources.feed import feed_items
from kawat.intake.sources.item import Address, Item, Ready
from kawat.intake.sources.sitemap import sitemap_items
from kawat.pages.decode import decode
from kawat.pages.inflate import inflate

MAX_URL = 2_000
_GZIP = b"\x1f\x8b"
_HEAD = 4_000  # characters in which the root of a document has to come
_HEAD_OF_PAGE = '<html><head><meta charset="utf-8">'
_VIA = re.compile(re.escape(_HEAD_OF_PAGE) + r'<link rel="via" href="([^"]*)">')


class ListingKind(StrEnum):
    FEED = "feed"
    SITEMAP = "sitemap"
    INDEX = "index"


@dataclass(frozen=True, slots=True)
class Entry:
    """One page that a listing names. ``mark`` is another when what the listing says of the page changed: its date,
    its title, its text.

    ``content``: the page as the feed itself has it, where that is to be read.
    """

    url: str
    mark: str | None = None
    published: datetime | date | None = None
    content: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """``entries`` by date, latest first, those without one at the end, each address once; ``torn``: why there are
    no more of them, where the listing goes on.
    """

    kind: ListingKind
    entries: tuple[Entry, ...]
    torn: str | None = None


def listing_from_bytes(body: bytes, url: str, max_bytes: int, full_text: bool = False) -> Listing:
    """What ``body``, fetched from ``url``, lists; with ``full_text`` also the texts that it has.

    Raises `InputError`: neither feed nor site map, entities declared, too large when unpacked.
    """
    if body.startswith(_GZIP):
        body = inflate(body, "gzip", max_bytes, url)
    kind = _kind(body, url)
    items = feed_items(url, body, not full_text) if kind is ListingKind.FEED else sitemap_items(url, body)
    found: dict[str, Entry] = {}
    torn: str | None = None
    try:
        for entry in _entries(items, url, full_text):
            if entry.url != url:  # it names itself
                found.setdefault(entry.url, entry)
    except InputError as error:
        if not found or isinstance(error, WorkerError):
            raise
        torn = str(error)
    return Listing(kind, tuple(sorted(found.values(), key=_latest_first)), torn)


def giver_of(content: str) -> str | None:
    """The address of the feed that gave an entry its ``content``; None where it was kept before that was noted."""
    found = _VIA.match(content)
    return unescape(found.group(1)) if found else None


def _kind(body: bytes, url: str) -> ListingKind:
    head = decode(body[: 4 * _HEAD])[:_HEAD]
    for sign, kind in (("<sitemapindex", ListingKind.INDEX), ("<urlset", ListingKind.SITEMAP)):
        if sign in head:
            return kind
    if any(sign in head for sign in ("<rss", "<feed", "<rdf:RDF", "<RDF")):
        return ListingKind.FEED
    raise InputError(f"{url} is neither a feed nor a site map: check the address, or look for the link to its RSS")


def _entries(items: Iterable[Item], feed: str, full_text: bool) -> Iterator[Entry]:
    for item in items:
        match item.content:
            case Address(url) if _usable(url):
                yield Entry(url, item.digest, item.hints.published)
            case Ready(url=str(url)) as ready if _usable(url):
                yield Entry(url, item.digest, ready.published, _page(ready, feed) if full_text else None)
            case _:
                continue  # nothing that can be fetched


def _usable(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return (
            parts.scheme in ("http", "https") and bool(parts.hostname) and len(url) <= MAX_URL and url.isprintable()
        )
    except ValueError:
        return False


def _page(ready: Ready, feed: str) -> str:
    """The text that ``feed`` has of an entry, as a page that names it."""
    published = ready.published.isoformat() if ready.published else ""
    lines = "".join(f"<p>{escape(line)}</p>\n" for line in ready.text.splitlines() if line.strip())
    title = escape(ready.title or "")
    return (
        f'{_HEAD_OF_PAGE}<link rel="via" href="{escape(feed)}"><title>{title}</title>'
        f'<meta property="article:published_time" content="{escape(published)}"></head>\n'
        f"<body><article><h1>{title}</h1>\n{lines}</article></body></html>\n"
    )


def _latest_first(entry: Entry) -> tuple[bool, float]:
    if entry.published is None:
        return True, 0.0
    return False, -(instant_of(entry.published) - datetime(1970, 1, 1, tzinfo=UTC)).total_seconds()
