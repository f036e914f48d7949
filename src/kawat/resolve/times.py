"""Times: the day that a time mention means, against the publication, in the direction of the verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kawat.language.times import Anaphoric, Direction, Range, TimeExpression, find_times, resolve_time
from kawat.language.times.anchored import counted_from
from kawat.records import Article, Granularity, Mention, MentionKind, ReportSpans, Status, Time, day_of
from kawat.resolve.anchored import anchors
from kawat.resolve.misdated import is_of_another

_DIRECTIONS = {Status.PLANNED: Direction.FUTURE, Status.POSSIBLE: Direction.UNKNOWN}
_DONE = frozenset({Status.OCCURRED, Status.ONGOING})
_AHEAD = frozenset({Status.PLANNED, Status.POSSIBLE})
_PERIODS = frozenset({Granularity.WEEK, Granularity.MONTH, Granularity.SEASON, Granularity.YEAR})
_APART = re.compile(
    r"[;:“”\"()]|\b(?:said|says|told|kata|ujar|menurut|after|before|since|when|who|which|that|because|setelah|sebelum|sejak|"
    r"ketika|saat|yang|bahwa|karena|usai|first|pertama)\b",
    re.IGNORECASE,
)
_SAID = frozenset({"THREATEN", "AGREE", "REQUEST", "ACCUSE", "REJECT"})
_BESIDE = re.compile(r" (?:pada|in|on|of|dari)? ?")
_DURATION, _AGE = "refused: duration", "refused: age"
_NO_DAYS = frozenset({_DURATION, _AGE, "refused: anniversary", "refused: recurring"})
_ON = re.compile(r"\w (?:(?:on|pada|hari) )?\Z")
_VERB_NEXT = re.compile(r"\)? (?:(?:telah|sudah|akan|kembali|juga|also|again|had|has|have|will) )?")
_RELATIVE = re.compile(
    r"\b(?:who|which|that|yang|for|from|since|until|by|untuk|dari|sejak|hingga|sampai)\b", re.IGNORECASE
)
_ONCE = re.compile(
    r"\b(?:had been|was|were) (?:\w+ )?(?:slated|scheduled|due|set|expected|planned) to (?:\w+ ){0,3}\Z"
)
_JOINED = re.compile(
    r"\b(?:(?:and|dan|lalu|then)"
    r"(?: (?:\w+ly|also|then|juga|kemudian|akhirnya|was|were|at least|another|sedikitnya|[\d.,]+|more|others"
    r"|lainnya|orang|people)){0,5}|in|during|dalam|selama) \Z"
)
_WHEN = re.compile(r"\)?,? (?:when|after which|ketika|saat|tatkala|sewaktu)\b")

ONE_DAY = timedelta(days=1)
"""What was done a day after the publication was done elsewhere on the globe."""


@dataclass(frozen=True, slots=True)
class Surrounding:
    """All that an article tells: its events and its mentions of times."""

    events: Sequence[ReportSpans]
    times: Sequence[Mention]


def surrounding(events: Sequence[ReportSpans], mentions: Sequence[Mention]) -> Surrounding:
    return Surrounding(events, [one for one in mentions if one.kind is MentionKind.TIME])


def resolve_when(article: Article, told: ReportSpans, around: Surrounding) -> Time | None:
    """The time of an event; None when nothing was said, unknown with what was said when it can not be told."""
    time = told.time if told.time and not _is_of_another(article, told, told.time, around) else None
    own = _resolved(article, told, time, around) if time else None
    own = None if own is not None and own.resolved_by == _AGE else own
    if own is None or own.start is None:
        free = _free(article, told, around)
        own = _resolved(article, told, free, around) if free else own
    if own is not None and (own.start or own.end):
        return own
    hung = _hung(article.text, told, around)
    shared = hung or _shared(article.text, told, around)
    if shared is not None and _is_of_another(article, told, shared, around):
        shared = None
    found = _resolved(article, told, shared, around, begun=hung is not None) if shared else None
    return found if found is not None and found.start else own


def _free(article: Article, told: ReportSpans, around: Surrounding) -> Mention | None:
    """The one day of a sentence that no event has: before the verb, beside a stretch, or behind the only act.

    "He held it for ten days in November 2012", "In 2012 he was held for ten days after a fight", "They ratified a
    treaty on the church's standing in 2016". What is said, demanded or promised has days of its own: "she promised
    a bill next month".
    """
    beside = [one for one in around.events if one.sentence == told.sentence]
    taken = {one.time for one in beside}
    here = [one for one in around.times if told.sentence.contains(one.span) and one not in taken]
    found = {one: _resolved(article, told, one, around) for one in here}
    days = [one for one in here if found[one].start is not None]
    single = [one for one in days if found[one].granularity is Granularity.DAY]
    right_before = next((one for one in single if _is_right_before(article.text, told, one)), None)
    if told.time is None and right_before is not None:
        return right_before
    if len(days) != 1 or told not in beside:
        return None
    day = days[0]
    if told.time is not None:
        if day.span.end <= told.trigger.start and not _APART.search(article.text, day.span.end, told.trigger.start):
            return day
        lasts = _resolved(article, told, told.time, around).resolved_by == _DURATION
        return day if lasts and _BESIDE.fullmatch(article.text, told.time.span.end, day.span.start) else None
    only = len(beside) == 1 and told.type not in _SAID and told.trigger.end <= day.span.start
    return day if only and _APART.search(article.text, told.trigger.end, day.span.start) is None else None


def _is_right_before(text: str, told: ReportSpans, time: Mention) -> bool:
    """Whether a time stands between who acts and the verb: "the president on Saturday called them"."""
    if _VERB_NEXT.fullmatch(text, time.span.end, told.trigger.start) is None:
        return False
    clause = text[told.sentence.start : time.span.start]
    return _ON.search(clause) is not None and _RELATIVE.search(clause.rpartition(",")[2]) is None


def _is_of_another(article: Article, told: ReportSpans, time: Mention, around: Surrounding) -> bool:
    return is_of_another(article.text, article.language, told, time, around.events)


def _resolved(
    article: Article, told: ReportSpans, mention: Mention, around: Surrounding, *, begun: bool = False
) -> Time:
    """The value of a mention; ``begun``: only when it began, of what goes on since then."""
    expression = _expression(article, told, mention)
    if expression is None:
        return Time(None, None, Granularity.UNKNOWN, mention.span, "not understood")
    if begun and isinstance(expression.node, Range) and expression.node.end is None and expression.node.start:
        expression = replace(expression, node=expression.node.start)
    if isinstance(expression.node, Anaphoric):
        counted = _counted(article, told, mention, expression.node, around)
        if counted is not None:
            return counted
    once = _ONCE.search(article.text, told.sentence.start, told.trigger.start) is not None
    direction = Direction.PAST if once else _DIRECTIONS.get(told.status, Direction.PAST)
    found = resolve_time(expression, article.published, direction)
    time = Time(found.start, found.end, found.granularity, mention.span, found.resolved_by)
    if told.type in _SAID and told.status is Status.OCCURRED and is_ahead(time, article.published_day):
        return Time(None, None, Granularity.UNKNOWN, mention.span, "refused: said, but after the publication")
    return _within(time, article.published_day, told.status)


def is_ahead(time: Time, published: date | None) -> bool:
    """Whether a time lies after the publication: an act of then is still to come, and nobody has said it yet."""
    start = day_of(time.start)
    return start is not None and published is not None and start - published > ONE_DAY


def _expression(article: Article, told: ReportSpans, mention: Mention) -> TimeExpression | None:
    """What the words of a mention say, read in the sentence of the event."""
    here = find_times(told.sentence.of(article.text), article.language)
    return next((one for one in here if one.span.shifted(told.sentence.start) == mention.span), None)


def _counted(
    article: Article, told: ReportSpans, mention: Mention, node: Anaphoric, around: Surrounding
) -> Time | None:
    """A time that counts from another one of the text; None where that is not known."""
    for home, anchor in anchors(article.text, told, mention, around.events, around.times):
        said = _expression(article, home, anchor)
        if anchor.span > mention.span and said is not None and isinstance(said.node, Anaphoric):
            return None  # each would count from the other
        found = _resolved(article, home, anchor, around)
        first, last = day_of(found.start), day_of(found.end)
        if first is None or last is None:
            if found.resolved_by in _NO_DAYS:
                continue
            return None
        days = counted_from(node, first, last, f"counted from “{anchor.span.of(article.text)}”")
        ahead = days is not None and article.published_day is not None and days.start > article.published_day
        if days is None or (ahead and told.status in _DONE):
            return None
        return Time(days.start, days.end, days.granularity, mention.span, days.by)
    return None


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


def _hung(text: str, told: ReportSpans, around: Surrounding) -> Mention | None:
    """The time that an event's clause hangs on: "in 2018, when the court struck it down"."""
    here = [one for one in around.times if told.sentence.contains(one.span) and one.span.end <= told.trigger.start]
    hung = [one for one in here if _WHEN.match(text[one.span.end : one.span.end + 14])]
    return hung[-1] if hung and not any(_between(hung[-1], other, told) for other in here) else None


def _shared(text: str, told: ReportSpans, around: Surrounding) -> Mention | None:
    """The time of the event told before, that an event without one of its own shares.

    "Accused them on Tuesday of breaking the truce and told them to stop" is one subject and one day, where the
    status is the same and the other event is the only one of the sentence with a time.
    """
    others = [one for one in around.events if one.sentence == told.sentence and one.time is not None]
    others = [one for one in others if one is not told]
    times = {one.time for one in others}
    if len(times) != 1 or any(one.status is not told.status for one in others):
        return None
    joined = any(one.trigger < told.trigger and _meet(text, one, told) for one in others)
    return others[0].time if joined else None


def _between(hung: Mention, other: Mention, told: ReportSpans) -> bool:
    return hung.span.end < other.span.start < told.trigger.start


def _meet(text: str, one: ReportSpans, other: ReportSpans) -> bool:
    """Whether somebody acts in both, or the other has nobody who acts and is joined by "and"."""
    if other.actors:
        return bool(set(one.actors) & set(other.actors))
    return _JOINED.search(text, other.sentence.start, other.trigger.start) is not None
