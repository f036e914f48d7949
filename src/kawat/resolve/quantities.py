"""Quantities: the numbers of quantity mentions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kawat.language import find_quantities
from kawat.records import Article, Mention, Quantity, Span


def resolve_many(article: Article, sentence: Span, mentions: Sequence[Mention]) -> tuple[Quantity, ...]:
    """Values and bounds of the quantity mentions of one sentence."""
    wanted = {mention.span for mention in mentions}
    return tuple(one for one in quantities_in(article, sentence) if one.mention in wanted)


def quantities_in(article: Article, sentence: Span) -> Iterator[Quantity]:
    """The quantities of a sentence, in order."""
    for found in find_quantities(sentence.of(article.text), article.language):
        value, low, high = (_number(n) for n in (found.value, found.min, found.max))
        span = found.span.shifted(sentence.start)
        yield Quantity(found.unit, found.what, span, value, low, high, found.approximate)


def _number(value: float | None) -> float | None:
    return None if value is None else float(value)
