"""What a time that counts from another is counted from: the time told last, or that of an event named behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kawat.records import Mention, ReportSpans, Span

FARTHEST = 400  # characters: further back the text has gone on to something else
_FROM_NEXT = re.compile(r"(?:after|before|since|following|setelah|sesudah|sebelum|sejak|usai|dari)", re.IGNORECASE)
_VAGUE = re.compile(r"\b(?:kala|saat|waktu|masa|time|moment)\b", re.IGNORECASE)
_WHICH = re.compile(r"\b(?:who|which|yang)\b", re.IGNORECASE)
_PARTICIPLE = re.compile(r"(?:ed|wn)\Z")
_LAST_WORD = re.compile(r"\w+\Z")
_NEXT_WORD = re.compile(r"\s*(\w+)")


def anchors(
    text: str, told: ReportSpans, time: Mention, events: Sequence[ReportSpans], times: Sequence[Mention]
) -> Iterator[tuple[ReportSpans, Mention]]:
    """The times that ``time`` may be counted from, nearest first, each with an event of its sentence.

    "A day after the talks" counts from the talks, and from nothing else; "a day later" from what was told before.
    It is the time of the act next to it: "they left the pact signed two years earlier" dates the signing.
    """
    beside = [one for one in events if one.sentence == told.sentence]
    sharing = [
        one for one in beside if one.time == time and told.trigger.end <= one.trigger.start < time.span.start
    ]
    nearer = [one for one in sharing if _is_embedded(text, told, one)]
    if nearer or _VAGUE.search(time.span.of(text)) is not None:
        return
    if counts_from_next(text, time.span, told.sentence):
        behind = [one for one in beside if one.trigger.start >= time.span.end]
        yield from ((one, one.time) for one in behind if one.time is not None and one.time != time)
        return
    before = [one for one in times if 0 <= time.span.start - one.span.end <= FARTHEST]
    for mention in sorted(before, key=lambda one: one.span, reverse=True):
        home = next((one for one in events if one.time == mention), None)
        home = home or next((one for one in events if one.sentence.contains(mention.span)), None)
        if home is None:
            return  # a time nobody knows the sense of stands between
        yield home, mention


def _is_embedded(text: str, told: ReportSpans, other: ReportSpans) -> bool:
    """Whether ``other`` says more of something that ``told`` names: "the pact signed", "pakta yang diteken"."""
    between = text[told.trigger.end : other.trigger.start]
    return _WHICH.search(between) is not None or _PARTICIPLE.search(other.trigger.of(text)) is not None


def counts_from_next(text: str, time: Span, sentence: Span) -> bool:
    """Whether what follows says from when: "two days after the vote", "sehari sebelum pertemuan"."""
    last = _LAST_WORD.search(time.of(text))
    if last is not None and _FROM_NEXT.fullmatch(last.group()):
        rest = text[time.end : sentence.end].strip(" \n.,;")
        return bool(rest) and text[time.end : time.end + 1] not in ",.;"
    following = _NEXT_WORD.match(text, time.end, sentence.end)
    return following is not None and _FROM_NEXT.fullmatch(following[1]) is not None
