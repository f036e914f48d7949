"""What a feed or a site map lists, as addresses to be fetched: a pure function of its bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from html import escape
from urllib.parse import urlsplit

from kawat.errors import InputError
from kawat.intake.sources.feed import feed_items
from kawat.intake.sources.item import Address, Item, Ready
from kawat.intake.sources.sitemap import sitemap_items
from kawat.pages.decode import decode
from kawat.pages.inflate import inflate

MAX_URL = 2_000
_GZIP = b"\x1f\x8b"
_HEAD = 4_000  # characters in which the root of a document has to come


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
    """``entries`` by date, latest first, those without one at the end, each address once."""

    kind: ListingKind
    entries: tuple[Entry, ...]


def listing_from_bytes(body: bytes, url: str, max_bytes: int, full_text: bool = False) -> Listing:
    """What ``body``, fetched from ``url``, lists; with ``full_text`` also the texts that it has.

    Raises `InputError`: neither feed nor site map, entities declared, too large when unpacked.
    """
    if body.startswith(_GZIP):
        body = inflate(body, "gzip", max_bytes, url)
    kind = _kind(body, url)
    items = feed_items(url, body, not full_text) if kind is ListingKind.FEED else sitemap_items(url, body)
    found: dict[str, Entry] = {}
    for entry in _entries(items, full_text):
        if entry.url == url:
            continue  # it names itself
        found.setdefault(entry.url, entry)
    return Listing(kind, tuple(sorted(found.values(), key=_latest_first)))


def _kind(body: bytes, url: str) -> ListingKind:
    head = decode(body[: 4 * _HEAD])[:_HEAD]
    for sign, kind in (("<sitemapindex", ListingKind.INDEX), ("<urlset", ListingKind.SITEMAP)):
        if sign in head:
            return kind
    if any(sign in head for sign in ("<rss", "<feed", "<rdf:RDF", "<RDF")):
        return ListingKind.FEED
    raise InputError(f"{url} is neither a feed nor a site map: check the address, or look for the link to its RSS")


def _entries(items: Iterable[Item], full_text: bool) -> Iterator[Entry]:
    for item in items:
        match item.content:
            case Address(url) if _usable(url):
                yield Entry(url, item.digest, item.hints.published)
            case Ready(url=str(url)) as ready if _usable(url):
                yield Entry(url, item.digest, item.hints.published, _page(ready) if full_text else None)
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


def _page(ready: Ready) -> str:
    """The text that a feed has of an entry, as a page."""
    published = ready.published.isoformat() if ready.published else ""
    lines = "".join(f"<p>{escape(line)}</p>\n" for line in ready.text.splitlines() if line.strip())
    title = escape(ready.title or "")
    return (
        f'<html><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta property="article:published_time" content="{escape(published)}"></head>\n'
        f"<body><article><h1>{title}</h1>\n{lines}</article></body></html>\n"
    )


def _latest_first(entry: Entry) -> tuple[bool, float]:
    day = entry.published
    if day is None:
        return True, 0.0
    moment = day if isinstance(day, datetime) else datetime(day.year, day.month, day.day)
    return False, -(moment.replace(tzinfo=None) - datetime(1970, 1, 1)).total_seconds()
