"""Bytes to Page to Article: reading, fetching, and what a reader reads of a page."""

from __future__ import annotations

from kawat.pages.article import article_from_page
from kawat.pages.fetch import Answer, FetchLimits, advice_on, fetch, visit
from kawat.pages.source import MAX_BYTES, read_path, read_stream

__all__ = [
    "MAX_BYTES",
    "Answer",
    "FetchLimits",
    "advice_on",
    "article_from_page",
    "fetch",
    "read_path",
    "read_stream",
    "visit",
]
