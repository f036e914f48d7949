"""The one gate that every article passes before it is read, however it came: by `kawat add` or by a watch."""

from __future__ import annotations

from kawat.errors import NoNewsError
from kawat.records import Article, Page


def refuse_no_news(article: Article, page: Page | None) -> None:
    """Raise `NoNewsError`, with the reason and what to do, where ``article`` out of ``page`` is plainly no news."""
    from kawat.pages.gate import why_no_news  # here: asking a store should not wait for what only reading needs

    reason = why_no_news(article, page)
    if reason is not None:
        raise NoNewsError(f"no news text: {reason}; `kawat quarantine retry --any-page` reads it all the same")
