"""A ready text to an article: paragraphs at its line breaks, language detected, nothing taken out of markup."""

from __future__ import annotations

from urllib.parse import urlsplit

from kawat.errors import EmptyError, TooLargeError
from kawat.intake.sources.feed import text_of_html
from kawat.intake.sources.item import Ready
from kawat.language import detect_language
from kawat.pages.article import MAX_PARAGRAPHS, MAX_TEXT
from kawat.pages.assemble import assemble
from kawat.pages.blocks import Block
from kawat.pages.characters import clean_characters, fold
from kawat.pages.metadata import best_moment
from kawat.pages.shape import shape
from kawat.records import Article

UNSURE = "und"
_MARKUP = ("<p>", "<p ", "<br", "<div", "</p>")


def article_of(ready: Ready, source_file: str | None = None) -> Article:
    """The article; lines that are debris are left out and noted, as in pages. Pure.

    Raises `EmptyError` (no letters in it), `TooLargeError`.
    """
    text = clean_characters(ready.text)
    if any(mark in text.lower() for mark in _MARKUP):
        text = text_of_html(text)
    blocks = [Block(line) for part in text.split("\n") if (line := fold(part))]
    if len(blocks) > MAX_PARAGRAPHS or sum(len(block.text) for block in blocks) > MAX_TEXT:
        raise TooLargeError(f"it has over {MAX_PARAGRAPHS} paragraphs or {MAX_TEXT} characters: that is no article")
    title = fold(clean_characters(ready.title)) or None if ready.title else None
    shaped = shape(blocks, title=title, take_title=title is None)
    header = shaped.header
    whole, paragraphs = assemble(header.title, shaped.blocks)
    if not any(char.isalpha() for block in shaped.blocks for char in block.text):
        raise EmptyError("there is no article text in it: name the field that has it with --map text=NAME")
    told = [ready.published] if ready.published is not None else []
    found = detect_language(whole)
    return Article(
        text=whole,
        paragraphs=paragraphs,
        language=(ready.language or UNSURE)[:2].lower() if found == UNSURE else found,
        title=header.title,
        outlet=ready.outlet or header.outlet or shaped.wire_outlet or _host(ready.url),
        byline=ready.byline or header.byline,
        published=best_moment((*told, *header.moments)),
        url=ready.url,
        source_file=source_file,
        dropped=shaped.dropped,
    )


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None
