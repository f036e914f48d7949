"""Times: the day that a time mention means, against the publication, in the direction of the verb."""

from __future__ import annotations

from kawat.language.times import Direction, find_times, resolve_time
from kawat.records import Article, Granularity, Mention, Span, Status, Time

_DIRECTIONS = {Status.PLANNED: Direction.FUTURE, Status.POSSIBLE: Direction.UNKNOWN}


def resolve_when(article: Article, sentence: Span, mention: Mention | None, status: Status) -> Time | None:
    """The time of a report; None when nothing was said, unknown with what was said when it can not be told."""
    if mention is None:
        return None
    for expression in find_times(sentence.of(article.text), article.language):
        said = expression.span.shifted(sentence.start)
        if said == mention.span:
            direction = _DIRECTIONS.get(status, Direction.PAST)
            found = resolve_time(expression, article.published, direction)
            return Time(found.start, found.end, found.granularity, said, found.resolved_by)
    return Time(None, None, Granularity.UNKNOWN, mention.span, "not understood")
