"""A page to an article: one pure function."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import PurePath
from urllib.parse import urlsplit

from kawat.errors import EmptyError, TooLargeError
from kawat.language import detect_language
from kawat.pages.assemble import assemble
from kawat.pages.blocks import Block
from kawat.pages.characters import clean_characters
from kawat.pages.decode import decode
from kawat.pages.html_body import body_blocks
from kawat.pages.markup import parse
from kawat.pages.metadata import Metadata, best_moment, guessed_day, metadata_of
from kawat.pages.plain import plain_blocks
from kawat.pages.shape import Shaped, shape
from kawat.pages.shapes import letters
from kawat.pages.sniff import Content, content_of, require_text
from kawat.pages.source import MAX_BYTES
from kawat.records import Article, Page

MAX_TEXT = 500_000  # characters of text: more is a book or a log, not a report
MAX_PARAGRAPHS = 5_000
SHORTEST_NAME = 5
REPLACED = "\ufffd"  # stands where bytes make no character


@dataclass(frozen=True, slots=True)
class _Raw:
    """What the reading of one form of page comes to, before it is put together."""

    shaped: Shaped
    stated: Metadata
    notes: tuple[str, ...] = ()


def article_from_page(page: Page) -> Article:
    """The article in ``page``, debris left out and noted in ``dropped``. Pure.

    Raises EmptyError (no article text), NotTextError (PDF, image, binary, feed), TooLargeError.
    """
    name = page.source_file or page.url or "the input"
    if not page.body.strip():
        raise EmptyError(f"{name} is empty: check that the download or the file is complete")
    if len(page.body) > MAX_BYTES:
        raise TooLargeError(f"{name} is over {MAX_BYTES} bytes: give one article, not an archive")
    require_text(page.body, page.media_type)
    text = clean_characters(decode(page.body, page.charset))
    is_html = content_of(text, page.media_type) is Content.HTML
    raw = _from_html(text, page, name) if is_html else _from_plain(text, name)
    broken = sum(block.text.count(REPLACED) for block in raw.shaped.blocks)
    if broken:
        raw = replace(raw, notes=(*raw.notes, f"broken characters: {broken} that fit no character set"))
    if not any(char.isalpha() for block in raw.shaped.blocks for char in block.text):
        raise EmptyError(f"no article text in {name}: if a browser shows one, save the page from there")
    return _put_together(raw, page)


def _from_plain(text: str, name: str) -> _Raw:
    if len(text) > MAX_TEXT:
        raise TooLargeError(f"{name} has over {MAX_TEXT} characters: give one article a file")
    return _Raw(shape(_bounded(plain_blocks(text), name), take_title=True), Metadata())


def _bounded(blocks: list[Block], name: str) -> list[Block]:
    if len(blocks) > MAX_PARAGRAPHS or sum(len(block.text) for block in blocks) > MAX_TEXT:
        raise TooLargeError(
            f"{name} has over {MAX_PARAGRAPHS} paragraphs or {MAX_TEXT} characters: give one article a file"
        )
    return blocks


def _from_html(text: str, page: Page, name: str) -> _Raw:
    tree, cut = parse(text)
    if tree is None:
        return _Raw(shape([]), Metadata(url=page.url))
    stated = metadata_of(tree, page.url)
    guessed = None if stated.moments else guessed_day(tree, page.url)
    shaped = shape(_bounded(body_blocks(tree, stated.body), name), title=stated.title, titles=stated.titles)
    if guessed and not shaped.header.moments:
        stated = replace(stated, moments=(guessed,))
    return _Raw(shaped, stated, (cut,) if cut else ())


def _put_together(raw: _Raw, page: Page) -> Article:
    header, stated = raw.shaped.header, raw.stated
    text, paragraphs = assemble(header.title, raw.shaped.blocks)
    published: datetime | date | None = best_moment((*stated.moments, *header.moments))
    return Article(
        text=text,
        paragraphs=paragraphs,
        language=detect_language(text),
        title=header.title,
        outlet=stated.outlet
        or header.outlet
        or raw.shaped.wire_outlet
        or _own_name(header.named, page)
        or _host(page.url),
        byline=stated.byline or header.byline,
        published=published,
        url=stated.url or page.url,
        source_file=page.source_file,
        dropped=(*raw.notes, *raw.shaped.dropped),
    )


def _own_name(named: str | None, page: Page) -> str | None:
    """``named`` where the site or the file is called so: then it is the outlet, and no writer."""
    wanted = letters(named or "")
    places = (_host(page.url) or "", PurePath(page.source_file or "").name)
    return named if len(wanted) >= SHORTEST_NAME and any(wanted in letters(place) for place in places) else None


def _host(url: str | None) -> str | None:
    """The site a page came from: its outlet's name where nothing else says it."""
    host = urlsplit(url).hostname if url else None
    return host.removeprefix("www.") if host else None
