"""Times: the day that a time mention means, against the publication, in the direction of the verb."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kawat.language.times import Anaphoric, Direction, TimeExpression, find_times, resolve_time
from kawat.language.times.anchored import counted_from
from kawat.records import Article, Granularity, Mention, MentionKind, ReportSpans, Span, Status, Time, day_of
from kawat.resolve.anchored import anchors

_DIRECTIONS = {Status.PLANNED: Direction.FUTURE, Status.POSSIBLE: Direction.UNKNOWN}
_DONE = frozenset({Status.OCCURRED, Status.ONGOING})
_AHEAD = frozenset({Status.PLANNED, Status.POSSIBLE})
_PERIODS = frozenset({Granularity.WEEK, Granularity.MONTH, Granularity.SEASON, Granularity.YEAR})
_ASIDE = re.compile(r", (?:which|who|yang) [^,;:]*,")
_APART = re.compile(
    r"[;:“”\"()]|\b(?:said|says|told|kata|ujar|menurut|after|before|since|when|who|which|that|because|setelah|sebelum|sejak|"
    r"ketika|saat|yang|bahwa|karena|usai|first|pertama)\b",
    re.IGNORECASE,
)
_SAID = frozenset({"THREATEN", "AGREE", "REQUEST", "ACCUSE", "REJECT"})
_BESIDE = re.compile(r" (?:pada|in|on|of|dari)? ?")
_AFTER = re.compile(
    r"(?: (?:dan|and) \w+)?[^,;.:]{0,3}\s*(?:after|following|setelah|usai|sesudah|karena|because)\b"
)
_NO_DAYS = frozenset({"refused: duration", "refused: age", "refused: anniversary", "refused: recurring"})
_ON = re.compile(r"\w (?:(?:on|pada|hari) )?\Z")
_VERB_NEXT = re.compile(r"\)? (?:(?:telah|sudah|akan|kembali|juga|also|again|had|has|have|will) )?")
_RELATIVE = re.compile(
    r"\b(?:who|which|that|yang|for|from|since|until|by|untuk|dari|sejak|hingga|sampai)\b", re.IGNORECASE
)
_NEXT_CLAUSE = re.compile(r"[,;] (?:and|but|dan|tetapi|lalu) (?:in|on|pada|since|sejak)\s+\Z")
_ABOUT = re.compile(r"\b(?:of|about|after|following|since|over|from|under) the \Z", re.IGNORECASE)
_NOUN = re.compile(r" (?!(?:of|in|on|at|to|by|with|and|when|that|which|who|was|were|is)\b)[a-z]{3,}")
_NOUN_WITHIN = 40  # characters after a time in which the noun that it belongs to ends
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
    time = told.time if told.time and not _is_of_another(article.text, told, told.time, around) else None
    own = _resolved(article, told, time, around) if time else None
    if own is None or own.start is None:
        free = _free(article, told, around)
        own = _resolved(article, told, free, around) if free else own
    if own is not None and (own.start or own.end):
        return own
    shared = _shared(article, told, around)
    if shared is not None and _is_of_another(article.text, told, shared, around):
        shared = None
    found = _resolved(article, told, shared, around) if shared else None
    return found if found is not None and found.start else own


def _free(article: Article, told: ReportSpans, around: Surrounding) -> Mention | None:
    """The one day of a sentence that no event has: before the verb, beside a stretch, or behind the only act.

    "He held it for ten days in November 2012", "They ratified a treaty on the church's standing in 2016". What is
    said, demanded or promised has days of its own: "she promised a bill next month".
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
        if _resolved(article, told, told.time, around).resolved_by != "refused: duration":
            return None
        return day if _BESIDE.fullmatch(article.text, told.time.span.end, day.span.start) else None
    only = len(beside) == 1 and told.type not in _SAID and told.trigger.end <= day.span.start
    return day if only and _APART.search(article.text, told.trigger.end, day.span.start) is None else None


def _is_right_before(text: str, told: ReportSpans, time: Mention) -> bool:
    """Whether a time stands between who acts and the verb: "the president on Saturday called them"."""
    if _VERB_NEXT.fullmatch(text, time.span.end, told.trigger.start) is None:
        return False
    clause = text[told.sentence.start : time.span.start]
    return _ON.search(clause) is not None and _RELATIVE.search(clause.rpartition(",")[2]) is None


def _is_of_another(text: str, told: ReportSpans, time: Mention, around: Surrounding) -> bool:
    """Whether grammar gives a time to another act of the sentence, and none to this one.

    "The court removed her in March after months of protests": the removal was in March. "China, which has trained
    police, urged it last month": last month was the urging. "They seized a ship, and in 2013 the EU banned fish".
    """
    if any(aside.contains(told.trigger) != aside.contains(time.span) for aside in _asides(text, told.sentence)):
        return True
    if _is_of_a_noun(text, told, time):
        return True
    beside = [one for one in around.events if one.sentence == told.sentence and one is not told]
    rivals = [one for one in beside if one.time == time]
    if time.span.end <= told.trigger.start:
        dated = any(one.trigger < time.span for one in rivals)
        return dated and _AFTER.match(text, time.span.end, told.trigger.start) is not None
    return bool(rivals) and _NEXT_CLAUSE.search(text, told.trigger.end, time.span.start) is not None


def _is_of_a_noun(text: str, told: ReportSpans, time: Mention) -> bool:
    """Whether a time only says which thing is meant that the act is about: "after the September 11 attacks"."""
    if time.span.end <= told.trigger.start < time.span.end + _NOUN_WITHIN:
        return False
    before = text[max(0, time.span.start - 24) : time.span.start]
    return _ABOUT.search(before) is not None and _NOUN.match(text, time.span.end) is not None


def _asides(text: str, sentence: Span) -> list[Span]:
    """Relative clauses between commas: ", which has trained police,"."""
    return [Span(found.start(), found.end()) for found in _ASIDE.finditer(text, sentence.start, sentence.end)]


def _resolved(article: Article, told: ReportSpans, mention: Mention, around: Surrounding) -> Time:
    expression = _expression(article, told, mention)
    if expression is None:
        return Time(None, None, Granularity.UNKNOWN, mention.span, "not understood")
    if isinstance(expression.node, Anaphoric):
        counted = _counted(article, told, mention, expression.node, around)
        if counted is not None:
            return counted
    direction = _DIRECTIONS.get(told.status, Direction.PAST)
    found = resolve_time(expression, article.published, direction)
    time = Time(found.start, found.end, found.granularity, mention.span, found.resolved_by)
    return _within(time, article.published_day, told.status)


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
