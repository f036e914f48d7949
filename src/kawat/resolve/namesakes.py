"""Persons named like places: after "Michael Jordan", "Jordan said" is the man again and no kingdom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kawat.records import Article, ClaimSpans, Mention, MentionKind, Reading, ReportSpans, VoiceSpans

_PLACES = frozenset({MentionKind.STATE, MentionKind.PLACE})
_FULL = re.compile(r"(?:[^\W\d_][\w'’.-]*\s+)+([^\W\d_][\w'’-]*)")  # two words or more, of which the last is asked
_THERE = (
    r"\b(?:in|at|from|to|of|near|across|into|di|ke|dari|kota|negara|provinsi|city|state|town)\s+(?:the\s+)?{name}\b"
)


def with_namesakes(article: Article, reading: Reading) -> Reading:
    """The reading with the bare names of its persons as persons, where the words alone are a place's name.

    An article that tells of the place too, by a preposition or by its people, is kept as it is.
    """
    text = article.text
    surnames: dict[str, Mention] = {}
    for one in sorted(reading.mentions, key=lambda one: one.span):
        full = _FULL.fullmatch(one.span.of(text)) if one.kind is MentionKind.PERSON else None
        if full:
            surnames.setdefault(full.group(1), one)
    bare = {one for one in reading.mentions if _is_bare(one, surnames, text)}
    told = {one for one in bare if not _is_told_of(one, bare, reading, text)}
    if not told:
        return reading
    return _exchanged(reading, {one: Mention(one.span, MentionKind.PERSON) for one in told})


def _is_bare(one: Mention, surnames: Mapping[str, Mention], text: str) -> bool:
    """Whether a place's name is no more than the last word of a person named before."""
    person = surnames.get(one.span.of(text)) if one.kind in _PLACES else None
    return person is not None and person.span.end <= one.span.start


def _is_told_of(one: Mention, bare: Iterable[Mention], reading: Reading, text: str) -> bool:
    """Whether the article tells of the place that a bare name may be, in other words than the bare name."""
    name = one.span.of(text)
    if re.search(_THERE.format(name=re.escape(name)), text):
        return True
    if any(one == report.place for report in (*reading.reports, *reading.candidates)):
        return True
    others = [other for other in reading.mentions if other not in bare and other.kind is not MentionKind.PERSON]
    country = one.country_hint if one.kind is MentionKind.STATE else None
    return any((country and country == other.country_hint) or _is_same(one, other) for other in others)


def _is_same(one: Mention, other: Mention) -> bool:
    return one.entity is not None and one.entity == other.entity


def _exchanged(reading: Reading, by: Mapping[Mention, Mention]) -> Reading:
    """The reading with mentions in the place of others, wherever they stand."""

    def told(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
        return tuple(by.get(one, one) for one in mentions)

    def voices(chain: Iterable[VoiceSpans]) -> tuple[VoiceSpans, ...]:
        return tuple(replace(one, speaker=by.get(one.speaker, one.speaker)) for one in chain)

    def report(one: ReportSpans) -> ReportSpans:
        return replace(one, actors=told(one.actors), recipients=told(one.recipients), voices=voices(one.voices))

    def claim(one: ClaimSpans) -> ClaimSpans:
        return replace(one, voices=voices(one.voices))

    return replace(
        reading,
        mentions=told(reading.mentions),
        reports=tuple(report(one) for one in reading.reports),
        candidates=tuple(report(one) for one in reading.candidates),
        claims=tuple(claim(one) for one in reading.claims),
    )
