"""Quantities: the numbers of quantity mentions."""

from __future__ import annotations

from collections.abc import Sequence

from kawat.language import find_quantities
from kawat.records import Article, Mention, Quantity, Span


def resolve_many(article: Article, sentence: Span, mentions: Sequence[Mention]) -> tuple[Quantity, ...]:
    """Values and bounds of the quantity mentions of one sentence."""
    wanted = {mention.span for mention in mentions}
    out = []
    for found in find_quantities(sentence.of(article.text), article.language):
        span = found.span.shifted(sentence.start)
        if span in wanted:
            value, low, high = (_number(n) for n in (found.value, found.min, found.max))
            out.append(Quantity(found.unit, found.what, span, value, low, high, found.approximate))
    return tuple(out)


def _number(value: float | None) -> float | None:
    return None if value is None else float(value)
