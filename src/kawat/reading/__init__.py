"""Article to spans: readers find mentions, reports and claims. No values here, only words."""

from __future__ import annotations

from collections.abc import Callable

from kawat.errors import UsageError
from kawat.records import Article, Reading


def _lexicon(article: Article) -> Reading:
    from kawat.reading.lexicon import read_article

    return read_article(article)


READERS: dict[str, Callable[[Article], Reading]] = {"lexicon": _lexicon}


def read(article: Article, reader: str = "lexicon") -> Reading:
    """What ``reader`` finds in an article.

    Raises:
        UsageError: there is no reader of that name.
    """
    if reader not in READERS:
        raise UsageError(f"There is no reader '{reader}'. Choose one of: {', '.join(READERS)}.")
    return READERS[reader](article)
