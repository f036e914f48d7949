"""Quantities: the numbers of quantity mentions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kawat.language import find_quantities
from kawat.records import Article, Counted, Mention, Quantity, Report, Span, Status


def resolve_many(article: Article, sentence: Span, mentions: Sequence[Mention]) -> tuple[Quantity, ...]:
    """Values and bounds of the quantity mentions of one sentence."""
    wanted = {mention.span for mention in mentions}
    return tuple(one for one in _quantities(article, sentence) if one.mention in wanted)


def with_tolls(article: Article, reports: Sequence[Report]) -> list[Report]:
    """The reports, each attack with the dead and wounded of its sentence where these are nobody else's.

    "A rocket struck a station, killing six": the figure counts harm, and the sentence tells of one attack only.
    """
    told: dict[Span, list[Report]] = {}
    for report in reports:
        told.setdefault(report.sentence, []).append(report)
    return [_with_toll(article, one, told[one.sentence]) for one in reports]


def _with_toll(article: Article, report: Report, beside: Sequence[Report]) -> Report:
    others = [one for one in beside if one is not report]
    attack = report.type == "ASSAULT" and report.status in _REAL and not report.quantities
    if not attack or any(one.type == "ASSAULT" for one in others):
        return report
    taken = {quantity.mention for one in others for quantity in one.quantities}
    found = _quantities(article, report.sentence)
    return replace(report, quantities=tuple(q for q in found if q.what in _HARM and q.mention not in taken))


_HARM = frozenset({Counted.KILLED, Counted.INJURED})
_REAL = frozenset({Status.OCCURRED, Status.ONGOING})


def _quantities(article: Article, sentence: Span) -> Iterator[Quantity]:
    for found in find_quantities(sentence.of(article.text), article.language):
        value, low, high = (_number(n) for n in (found.value, found.min, found.max))
        span = found.span.shifted(sentence.start)
        yield Quantity(found.unit, found.what, span, value, low, high, found.approximate)


def _number(value: float | None) -> float | None:
    return None if value is None else float(value)
