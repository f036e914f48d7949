"""Times: the day that a time mention means, against the publication, in the direction of the verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kawat.language.times import Direction, find_times, resolve_time
from kawat.records import Article, Granularity, Mention, MentionKind, ReportSpans, Status, Time, day_of

_DIRECTIONS = {Status.PLANNED: Direction.FUTURE, Status.POSSIBLE: Direction.UNKNOWN}
_DONE = frozenset({Status.OCCURRED, Status.ONGOING})
_AHEAD = frozenset({Status.PLANNED, Status.POSSIBLE})
_PERIODS = frozenset({Granularity.WEEK, Granularity.MONTH, Granularity.SEASON, Granularity.YEAR})
_WHEN = re.compile(r"\)?,? (?:when|after which|ketika|saat|tatkala|sewaktu)\b")


@dataclass(frozen=True, slots=True)
class Surrounding:
    """All that an article tells: its events and its mentions of times."""

    events: Sequence[ReportSpans]
    times: Sequence[Mention]


def surrounding(events: Sequence[ReportSpans], mentions: Sequence[Mention]) -> Surrounding:
    return Surrounding(events, [one for one in mentions if one.kind is MentionKind.TIME])


def resolve_when(article: Article, told: ReportSpans, around: Surrounding) -> Time | None:
    """The time of an event; None when nothing was said, unknown with what was said when it can not be told."""
    own = _resolved(article, told, told.time) if told.time else None
    if own is not None and (own.start or own.end):
        return own
    shared = _shared(article, told, around)
    found = _resolved(article, told, shared) if shared else None
    return found if found is not None and found.start else own


def _resolved(article: Article, told: ReportSpans, mention: Mention) -> Time:
    for expression in find_times(told.sentence.of(article.text), article.language):
        said = expression.span.shifted(told.sentence.start)
        if said == mention.span:
            direction = _DIRECTIONS.get(told.status, Direction.PAST)
            found = resolve_time(expression, article.published, direction)
            time = Time(found.start, found.end, found.granularity, said, found.resolved_by)
            return _within(time, article.published_day, told.status)
    return Time(None, None, Granularity.UNKNOWN, mention.span, "not understood")


def _within(time: Time, published: date | None, status: Status) -> Time:
    """A period that is not over yet: what happened in it did so by the publication, what is planned comes after."""
    start, end = day_of(time.start), day_of(time.end)
    if published is None or start is None or end is None or not start <= published <= end:
        return time
    if time.granularity not in _PERIODS:
        return time
    if status in _DONE:
        return Time(time.start, published, time.granularity, time.said, time.resolved_by)
    return Time(published, time.end, time.granularity, time.said, time.resolved_by) if status in _AHEAD else time


def _shared(article: Article, told: ReportSpans, around: Surrounding) -> Mention | None:
    """The time that an event without one of its own has from its sentence.

    Of a clause that hangs on a time ("in 2018, when the court struck it down"); or of the event told before it:
    "accused them on Tuesday of breaking the truce and told them to stop" is one subject and one day, where the
    status is the same and the other event is the only one of the sentence with a time.
    """
    here = [one for one in around.times if told.sentence.contains(one.span) and one.span.end <= told.trigger.start]
    hung = [one for one in here if _WHEN.match(article.text[one.span.end : one.span.end + 14])]
    if hung and not any(_between(hung[-1], other, told) for other in here):
        return hung[-1]
    others = [one for one in around.events if one.sentence == told.sentence and one.time is not None]
    others = [one for one in others if one is not told]
    times = {one.time for one in others}
    if len(times) != 1 or any(one.status is not told.status for one in others):
        return None
    joined = any(one.trigger < told.trigger and _meet(one, told) for one in others)
    return others[0].time if joined else None


def _between(hung: Mention, other: Mention, told: ReportSpans) -> bool:
    return hung.span.end < other.span.start < told.trigger.start


def _meet(one: ReportSpans, other: ReportSpans) -> bool:
    """Whether somebody acts in both, or the other has nobody who acts."""
    return not other.actors or bool(set(one.actors) & set(other.actors))
