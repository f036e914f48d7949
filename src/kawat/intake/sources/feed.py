"""RSS and Atom: each entry as a page to fetch, or as a ready article where the feed has its whole text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from lxml import html

from kawat.errors import EmptyError, InputError, TooLargeError
from kawat.intake.sources.feed_tree import Told, feed_tree, told
from kawat.intake.sources.item import Hints, Item, Ready, broken_item, is_address, listed_item, ready_item
from kawat.intake.sources.mapping import moment_in
from kawat.intake.sources.xml_guard import guarded
from kawat.intake.sources.xml_text import CUT_OFF, tags_in, whole_part
from kawat.pages.markup import bare

MAX_ENTRIES = 5_000
MAX_FEED = 20_000_000  # bytes
MAX_TAGS = 500_000  # those in the texts of the entries included: about a second of work
MAX_TEXTS = 50_000  # an entry may have several
MAX_BODY = 2_000_000  # characters of the text of one entry
FULL_WORDS = 200  # a body of so many words is the article, not its beginning
LONGEST = 500  # characters of a title or a name

_BLOCKS = frozenset(
    "p div br li h1 h2 h3 h4 h5 h6 blockquote tr table ul ol section article header footer pre figure".split()
)
_SILENT = frozenset("script style noscript iframe object embed form button svg".split())


def feed_items(name: str, body: bytes, fetch_entries: bool, address: str | None = None) -> Iterator[Item]:
    """The entries of a feed; without ``fetch_entries`` what the feed says of each is all that is read.

    Links that are no whole addresses go on from ``address``, where redirects ended, or else from ``name``.

    Raises `InputError` for what is no feed and, after its entries, where it is cut off; `TooLargeError`.
    """
    text, whole = whole_part(guarded(body, MAX_FEED))
    left = _Left(MAX_TAGS, MAX_TEXTS)
    left.take(tags_in(text, MAX_TAGS))
    feed = feed_tree(text)
    outlet = _line(feed.title)
    base = address or (name if is_address(name) else feed.link)
    entries = feed.entries[:MAX_ENTRIES]
    for number, (element, own_base) in enumerate(entries, 1):
        own, done = f"{name}:{number}", number / len(entries)
        entry = told(element, own_base)
        left.take(sum(text.count("<") for text in (*entry.texts, entry.title, entry.author)), len(entry.texts))
        try:
            yield _item(own, entry, outlet, base, fetch_entries, done)
        except InputError as error:
            yield broken_item(own, error, done)
    if len(feed.entries) > MAX_ENTRIES:
        raise TooLargeError(f"this feed has over {MAX_ENTRIES} entries: the rest is not read")
    if not whole:
        raise InputError(CUT_OFF)


@dataclass(slots=True)
class _Left:
    """How much more of a feed is read."""

    tags: int
    texts: int

    def take(self, tags: int, texts: int = 0) -> None:
        """Raises `TooLargeError` where that is too much."""
        self.tags, self.texts = self.tags - tags, self.texts - texts
        if self.tags < 0:
            raise TooLargeError(f"this feed has over {MAX_TAGS} tags, with those in its texts: give a part of it")
        if self.texts < 0:
            raise TooLargeError(f"the entries of this feed have over {MAX_TEXTS} texts: give a part of it")


def _item(own: str, entry: Told, outlet: str | None, base: str, fetch_entries: bool, done: float) -> Item:
    address = _address(base, entry.link)
    published = moment_in(entry.published or entry.updated)
    hints = Hints(_line(entry.title), outlet, published)
    text = _body(entry)
    if len(text.split()) >= FULL_WORDS or not fetch_entries or address is None:
        if not text:
            raise EmptyError("the entry has neither a text nor an address that can be fetched")
        ready = Ready(text, hints.title, published, address, outlet, _line(entry.author))
        return replace(ready_item(address or own, ready, done), hints=hints)
    changed = entry.updated or entry.published
    return listed_item(address, hints, (changed, hints.title or "", text), done)


def _address(base: str, link: str) -> str | None:
    try:
        whole = urljoin(base, link) if link else ""
    except ValueError:  # brackets that hold no address
        return None
    return whole if is_address(whole) else None


def _body(entry: Told) -> str:
    """The longest of what the feed gives as the text of an entry, a paragraph a line."""
    if any(len(text) > MAX_BODY for text in entry.texts):
        raise TooLargeError(f"its text has over {MAX_BODY} characters: that is no article")
    return max((text_of_html(text) for text in entry.texts), key=len, default="")


def text_of_html(markup: str) -> str:
    """The text of a piece of HTML, each block on its own line; nothing in it is obeyed or fetched."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    try:
        tree = html.fragment_fromstring(bare(markup), create_parent="div")
    except (ValueError, html.etree.ParserError, html.etree.XMLSyntaxError):
        return ""
    pieces: list[str] = []
    hidden = 0
    for event, element in html.etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else "script"
        if event == "start":
            hidden += tag in _SILENT
            pieces.append("\n" if tag in _BLOCKS else "")
            pieces.append("" if hidden else element.text or "")
        else:
            hidden -= tag in _SILENT
            pieces.append("\n" if tag in _BLOCKS else "")
            pieces.append("" if hidden else element.tail or "")
    lines = (" ".join(line.split()) for line in "".join(_within(pieces)).split("\n"))
    return "\n".join(line for line in lines if line)


def _within(pieces: list[str]) -> Iterator[str]:
    """The pieces with the line breaks of the markup, which say nothing, as spaces."""
    return (piece if piece == "\n" else piece.replace("\n", " ") for piece in pieces)


def _line(value: str) -> str | None:
    return " ".join(text_of_html(value[: LONGEST * 4]).split())[:LONGEST] or None
