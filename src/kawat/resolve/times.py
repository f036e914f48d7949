"""Times: the day that a time mention means, against the publication, in the direction of the verb."""

from __future__ import annotations

from collections.abc import Sequence

from kawat.language.times import Direction, find_times, resolve_time
from kawat.records import Article, Granularity, Mention, ReportSpans, Span, Status, Time

_DIRECTIONS = {Status.PLANNED: Direction.FUTURE, Status.POSSIBLE: Direction.UNKNOWN}


def shared_time(told: ReportSpans, beside: Sequence[ReportSpans]) -> Mention | None:
    """The time of an event that has none of its own, from the event told before it in the same sentence.

    "Accused them on Tuesday of breaking the truce and told them to stop": one subject, one day, where the status is
    the same, and the other event is the only one of the sentence with a time.
    """
    if told.time is not None:
        return told.time
    others = [one for one in beside if one.sentence == told.sentence and one.time is not None]
    times = {one.time for one in others}
    if len(times) != 1 or any(one.status is not told.status for one in others):
        return None
    joined = any(one.trigger < told.trigger and _meet(one, told) for one in others)
    return others[0].time if joined else None


def _meet(one: ReportSpans, other: ReportSpans) -> bool:
    """Whether somebody acts in both, or the other has nobody who acts."""
    return not other.actors or bool(set(one.actors) & set(other.actors))


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
