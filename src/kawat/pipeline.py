"""One article, from bytes to its record. Pure: the same page gives the same record, byte for byte."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from kawat.language import READ_LANGUAGES
from kawat.pages import article_from_page
from kawat.reading import read, reader_named
from kawat.reading.info import DEFAULT_READER
from kawat.records import Article, Claim, Page, Record, Report, content_id
from kawat.resolve import resolve

Named = TypeVar("Named", Report, Claim)


def read_page(
    page: Page, reader: str = DEFAULT_READER, check: Callable[[Article], Article] | None = None
) -> Record:
    """The record of one page. ``check`` gets the article before it is read: it may add to it, or refuse it.

    Raises:
        InputError: the page holds no article: not text, empty, too large; or ``check`` refuses it.
        UsageError: there is no such reader.
    """
    article = article_from_page(page)
    return read_article(article if check is None else check(article), reader)


def read_article(article: Article, reader: str = DEFAULT_READER) -> Record:
    """The record of an article; in another language it is kept with nothing read from it.

    Raises:
        UsageError: there is no such reader.
    """
    if article.language not in READ_LANGUAGES:
        unread = Record(reader_named(reader).info, article, (), ())
        return unread.without_reports(f"not read: language {article.language}")
    record = resolve(article, read(article, reader))
    own = _with_own_ids((*record.reports, *record.candidates))
    published = len(record.reports)
    return replace(record, reports=own[:published], candidates=own[published:], claims=_with_own_ids(record.claims))


def _with_own_ids(things: Sequence[Named]) -> tuple[Named, ...]:
    """The same things, a later one that shares the id of an earlier one under an id of its own.

    A reader may tell two things of the very same words; a store has room for each only under its own id.
    """
    taken: set[str] = set()
    out: list[Named] = []
    for thing in things:
        own, turn = thing.id, 1
        while own in taken:
            turn += 1
            own = content_id(thing.id.partition("-")[0], thing.id, str(turn))
        taken.add(own)
        out.append(thing if own == thing.id else replace(thing, id=own))
    return tuple(out)
