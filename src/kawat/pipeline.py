"""One article, from bytes to its record. Pure: the same page gives the same record, byte for byte."""

from __future__ import annotations

from kawat.language import READ_LANGUAGES
from kawat.pages import article_from_page
from kawat.reading import read
from kawat.records import Article, Page, ReaderInfo, Record
from kawat.resolve import resolve


def read_page(page: Page, reader: str = "lexicon") -> Record:
    """The record of one page.

    Raises:
        InputError: the page holds no article: not text, empty, too large.
        UsageError: there is no such reader.
    """
    return read_article(article_from_page(page), reader)


def read_article(article: Article, reader: str = "lexicon") -> Record:
    """The record of an article; in another language it is kept with nothing read from it."""
    if article.language not in READ_LANGUAGES:
        unread = Record(ReaderInfo(reader, "1"), article, (), ())
        return unread.without_reports(f"not read: language {article.language}")
    return resolve(article, read(article, reader))
