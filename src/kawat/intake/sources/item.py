"""An item: one thing out of a source that may become an article, under a name that stays the same over re-runs."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kawat.records import Page

LONGEST_ADDRESS = 2_048


@dataclass(frozen=True, slots=True)
class Hints:
    """What a feed or a site map says of a page: it counts where the page itself does not say."""

    title: str | None = None
    outlet: str | None = None
    published: datetime | date | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """A page yet to be fetched. ``listed``: it stands in a list, and need not be fetched twice."""

    url: str
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Ready:
    """An article whose text is clean already, a paragraph a line."""

    text: str
    title: str | None = None
    published: datetime | date | None = None
    url: str | None = None
    outlet: str | None = None
    byline: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Broken:
    """Why what stands where an item should be can not be read; ``lasting``: the same bytes will fail again."""

    error: Exception
    lasting: bool = True


@dataclass(frozen=True, slots=True)
class Whole:
    """The source was read to its end: whatever kept it from that before is mended."""


Content = Page | Address | Ready | Broken | Whole


@dataclass(frozen=True, slots=True)
class Origin:
    """The address that a text comes from; ``now``: it was fetched there just now, and is what stands there."""

    address: str
    now: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """``digest``: SHA-256 of what it is made of, where that is known before it is read; ``done``: how much of its
    source is behind it, 0 to 1; ``within``: the address that the collection it stands in was fetched from;
    ``listing``: the feed or site map that names it, by what that is called.

    Of an address in a list the digest is of what that says of it: another once the page changed.
    """

    name: str
    content: Content
    hints: Hints = Hints()
    digest: str | None = None
    done: float = 1.0
    within: str | None = None
    listing: str | None = None


def page_item(name: str, page: Page, done: float = 1.0) -> Item:
    return Item(name, page, digest=sha256(page.body), done=done)


def ready_item(name: str, ready: Ready, done: float = 1.0) -> Item:
    fields = (ready.title, ready.text, str(ready.published), ready.url, ready.outlet, ready.byline, ready.language)
    made = "\x1f".join(field or "" for field in fields)
    return Item(name, ready, digest=sha256(made.encode("utf-8", "surrogatepass")), done=done)


def listed_item(url: str, hints: Hints = Hints(), told: Sequence[str] = (), done: float = 1.0) -> Item:
    """A page out of a list; ``told``: what the list says of it that is another once the page changed."""
    mark = "\x1f".join((url, *told)).encode("utf-8", "surrogatepass")
    return Item(url, Address(url, listed=True), hints, sha256(mark), done)


def broken_item(name: str, error: Exception, done: float = 1.0, *, lasting: bool = True) -> Item:
    return Item(name, Broken(error, lasting), digest=sha256(str(error).encode("utf-8", "replace")), done=done)


def sha256(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def is_url(text: str) -> bool:
    return text.lower().startswith(("http://", "https://"))


def is_address(line: str) -> bool:
    """Whether it is an address and nothing else."""
    return is_url(line) and len(line) <= LONGEST_ADDRESS and not any(char.isspace() for char in line)
