"""Cards: the pieces of a page that announce other pages, each a headline that is a link, mostly with a line or two.

A list of articles with their first sentences reads like running text; what tells it from an article is that each
piece leads to a page of its own.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from urllib.parse import urldefrag, urljoin, urlsplit

from lxml import html

from kawat.pages.characters import clean_characters
from kawat.pages.decode import decode
from kawat.pages.markup import parse
from kawat.pages.shapes import letters
from kawat.pages.sniff import Content, content_of
from kawat.records import Page

CARD_WORDS = 80  # a longer piece tells its story itself
HEADLINE_WORDS = 4  # a shorter link is a name, a label, a button
AROUND_WORDS = 6  # beside the link in its line: a label, a date; with more it stands in a sentence
PIECES = 100  # of a line with its neighbours that are looked at: in a longer one nothing stands by itself
LEVELS = 8  # of the tree, from a link up to its card

_MORE = re.compile(
    r"\W*(?:(?:baca|lihat|simak)? ?(?:selengkapnya|lebih lanjut|selanjutnya)|(?:read|see|show|view) (?:more|on)"
    r"|continue reading|keep reading|(?:read )?(?:the )?full (?:story|article|report)|details?|detail berita)\W*",
    re.IGNORECASE,
)
_FILE = re.compile(r"\.(?:jpe?g|png|gif|webp|avif|svg|pdf|mp[34])$", re.IGNORECASE)
_BREAK = "\n\n"
_WORD = re.compile(r"\w+")
_BLOCKS = frozenset(
    "address article aside blockquote body dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 "
    "h5 h6 header hr li main nav ol p pre section summary table tbody td th thead tr ul".split()
)


def cards_of(page: Page) -> tuple[str, ...]:
    """The letters of each card on ``page``, as `letters` gives them; none on a page that is no HTML. Pure."""
    text = clean_characters(decode(page.body, page.charset))
    if content_of(text, page.media_type) is not Content.HTML:
        return ()
    tree, _ = parse(text)
    return () if tree is None else tuple(_cards(tree, page.url or ""))


def _cards(tree: html.HtmlElement, base: str) -> Iterator[str]:
    first: dict[str, html.HtmlElement] = {}
    leads: defaultdict[html.HtmlElement, set[str]] = defaultdict(set)
    for link in tree.iter("a"):
        to = _target(link, base)
        if to is None or not _announces(link):
            continue
        first.setdefault(to, link)
        for holder in (link, *_above(link)):
            leads[holder].add(to)
    for link in first.values():
        card = _largest(link, leads)
        if card:
            yield card


def _largest(link: html.HtmlElement, leads: dict[html.HtmlElement, set[str]]) -> str:
    """The letters of the largest piece around ``link`` that leads nowhere else and is no longer than a card."""
    found = ""
    for holder in (link, *_above(link)):
        if len(leads[holder]) > 1:
            break
        words = " ".join(holder.itertext())
        if len(_WORD.findall(words)) > CARD_WORDS:
            break
        found = letters(words)
    return found


def _above(element: html.HtmlElement) -> Iterable[html.HtmlElement]:
    for level, holder in enumerate(element.iterancestors()):
        if level == LEVELS or holder.tag == "body":
            return
        yield holder


def _target(link: html.HtmlElement, base: str) -> str | None:
    """The other page that ``link`` leads to."""
    href = (link.get("href") or "").strip()
    if not href or href.startswith("#"):
        return None
    try:
        to: str = urldefrag(urljoin(base, href)).url
        parts = urlsplit(to)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https", "") or _FILE.search(parts.path) or to == urldefrag(base).url:
        return None
    return to


def _announces(link: html.HtmlElement) -> bool:
    """Whether ``link`` is a headline, a picture or an invitation to read on, and stands by itself."""
    words = " ".join(link.itertext())
    count = len(_WORD.findall(words))
    picture = count < HEADLINE_WORDS and next(link.iter("img", "picture"), None) is not None
    if count < HEADLINE_WORDS and not picture and not _MORE.fullmatch(" ".join(words.split())):
        return False
    holder = next((one for one in link.iterancestors() if one.tag in _BLOCKS), None)
    return holder is None or _beside(holder, link) <= AROUND_WORDS


def _beside(holder: html.HtmlElement, link: html.HtmlElement) -> int:
    """How many words stand in the line of ``link`` in ``holder`` beside it."""
    count, met = 0, False
    for piece in islice(_line_of(holder, link, LEVELS), PIECES):
        if piece == _BREAK and met:
            break
        count = 0 if piece == _BREAK else count + len(_WORD.findall(piece or ""))
        met = met or piece is None
    return count if met else AROUND_WORDS + 1


def _line_of(holder: html.HtmlElement, link: html.HtmlElement, levels: int) -> Iterator[str | None]:
    """The text that stands in ``holder`` itself, with `_BREAK` where a line or another block ends it; None for
    ``link``.
    """
    yield holder.text or ""
    for child in holder:
        if child is link:
            yield None
        elif child.tag == "br" or child.tag in _BLOCKS:
            yield _BREAK
        elif levels:
            yield from _line_of(child, link, levels - 1)
        yield child.tail or ""
