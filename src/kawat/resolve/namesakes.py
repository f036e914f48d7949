"""Whose a name is: after "Michael Jordan", "Jordan" is he; "(R-Ohio)" is who stands before.

One unknown name is of one kind throughout an article.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from kawat.records import Article, ClaimSpans, Mention, MentionKind, Reading, ReportSpans, Span, VoiceSpans
from kawat.resolve.naming import CALLED, SEAT

_PLACES = frozenset({MentionKind.STATE, MentionKind.PLACE})
_BODIES = frozenset({MentionKind.GROUP, MentionKind.ORGANISATION})
_UNKNOWN = frozenset({MentionKind.STATE, MentionKind.ROLE})
_NAMED = _BODIES | {MentionKind.PERSON}
_BRACKETS = re.compile(r" ?\(([A-Z]{2,6})\)")
_CAPITALS = re.compile(r"(?:[A-Z][\w'’.-]* )+(?:al-)?[A-Z][\w'’-]*")  # no noun before the name: "pemimpin Muslim"
_FULL = re.compile(r"(?:[^\W\d_][\w'’.-]*\s+)+([^\W\d_][\w'’-]*)")  # two words or more, of which the last is asked
_CALLED = re.compile(CALLED + r"(?P<name>[A-Z][\w'’.-]*(?: (?:al-|bin |binti |de |da |van )?[A-Z][\w'’.-]*)*)$")
""" "seorang pria bernama [Joko Susilo]", "a man known only as [Rafiq]" """
_THERE = (
    r"\b(?:in|at|from|to|of|near|across|into|di|ke|dari|kota|negara|provinsi|city|state|town)\s+(?:the\s+)?{name}\b"
)


def with_namesakes(article: Article, reading: Reading) -> Reading:
    """The reading with the bare names of its persons as persons, where the words alone are a place's name.

    An article that tells of the place too, by a preposition or by its people, is kept as it is.
    """
    text = article.text
    persons = sorted((one for one in reading.mentions if one.kind is MentionKind.PERSON), key=lambda one: one.span)
    surnames: dict[str, Mention] = {}
    given: dict[str, Mention] = {}
    for one in persons:
        full = _FULL.fullmatch(one.name_span.of(text))
        if full:
            surnames.setdefault(full.group(1), one)
        first, *more = one.name_span.of(text).split()
        if more and one.entity is None:
            given.setdefault(first, one)
    bare = {one for one in reading.mentions if _is_bare(one, given | surnames, text)}
    told = {one for one in bare if not _is_told_of(one, bare, reading, text)}
    others = _of_one_kind(reading.mentions, surnames, text)
    others |= _unknown(reading.mentions, given | surnames, text) | _called(reading.mentions, text)
    others |= _seats(persons, reading.mentions, text) | {one: Mention(one.span, MentionKind.PERSON) for one in told}
    return _exchanged(reading, others) if others else reading


def _of_one_kind(mentions: Sequence[Mention], surnames: Mapping[str, Mention], text: str) -> dict[Mention, Mention]:
    """The unknown names that are now a person's and now a body's, with the kind that most of them have.

    A body's name that is a surname of the article is the person's; capitals in brackets after a body are its own.
    """
    unknown = [one for one in mentions if one.kind in _NAMED and one.entity is None]
    alike: dict[str, list[Mention]] = defaultdict(list)
    for one in unknown:
        alike[one.span.of(text).removeprefix("the ")].append(one)
    own = {words: kind for one in unknown if one.kind in _BODIES for words, kind in _abbreviated(one, text)}
    bare = {words.lower(): one for words, one in surnames.items() if _CAPITALS.fullmatch(one.span.of(text))}
    out: dict[Mention, Mention] = {}
    for words, named in alike.items():
        kind = own.get(words) or _kind_of(words, named, bare)
        out |= {one: replace(one, kind=kind) for one in named if kind is not None and one.kind is not kind}
    return out


def _unknown(mentions: Iterable[Mention], names: Mapping[str, Mention], text: str) -> dict[Mention, Mention]:
    """The single names that a reader took for a state or a role that nobody knows, with the person of that name."""
    return {
        one: Mention(one.span, MentionKind.PERSON)
        for one in mentions
        if one.kind in _UNKNOWN and one.entity is None and _is_after(names.get(one.span.of(text)), one)
    }


def _called(mentions: Iterable[Mention], text: str) -> dict[Mention, Mention]:
    """The nouns that end with what one is called, with the person of that name."""
    nouns = [one for one in mentions if one.kind is MentionKind.ROLE and one.entity is None]
    names = {one: _CALLED.search(text, one.span.start, one.span.end) for one in nouns}
    return {
        one: Mention(one.span, MentionKind.PERSON, head=Span(*name.span("name")))
        for one, name in names.items()
        if name is not None
    }


def _is_after(person: Mention | None, one: Mention) -> bool:
    return person is not None and person.span.end <= one.span.start


def _kind_of(words: str, named: Sequence[Mention], surnames: Mapping[str, Mention]) -> MentionKind | None:
    person = surnames.get(words.lower())
    if person is not None and person.span < min(one.span for one in named):
        return MentionKind.PERSON
    (kind, count), *others = Counter(one.kind for one in named).most_common(2)
    return kind if others and count > others[0][1] else None


def _abbreviated(body: Mention, text: str) -> Iterator[tuple[str, MentionKind]]:
    """The capitals that a body is called by: "(SHU)" after its name or at the end of it."""
    short = _BRACKETS.search(text, body.span.start, body.span.end) or _BRACKETS.match(text, body.span.end)
    if short is not None:
        yield short[1], body.kind


def _seats(persons: Iterable[Mention], mentions: Iterable[Mention], text: str) -> dict[Mention, Mention]:
    """The mentions within a member's party and state, "(R-Ohio)" or ", D-N.Y.,", with who stands before."""
    ends = {one.span.end: one for one in persons}
    out: dict[Mention, Mention] = {}
    for found in SEAT.finditer(text):
        member, seat = ends.get(found.start()), Span(found.start(), found.end())
        if member is not None:
            out |= {one: member for one in mentions if seat.contains(one.span)}
    return out


def _is_bare(one: Mention, surnames: Mapping[str, Mention], text: str) -> bool:
    """Whether a place's name is no more than the first or last word of a person named before."""
    person = surnames.get(one.span.of(text)) if one.kind in _PLACES else None
    if person is None or person.span.end > one.span.start:
        return False
    return (
        person.country_hint is None or person.country_hint != one.country_hint
    )  # "the Queen of England" is a title


def _is_told_of(one: Mention, bare: Iterable[Mention], reading: Reading, text: str) -> bool:
    """Whether the article tells of the place that a bare name may be, in other words than the bare name."""
    name = one.span.of(text)
    if re.search(_THERE.format(name=re.escape(name)), text):
        return True
    if any(one == report.place for report in (*reading.reports, *reading.candidates)):
        return True
    others = [
        other
        for other in reading.mentions
        if other not in bare and other.kind is not MentionKind.PERSON and not _ends(other, name, text)
    ]
    country = one.country_hint if one.kind is MentionKind.STATE and not _is_city(one) else None
    return any((country and country == other.country_hint) or _is_same(one, other) for other in others)


def _is_city(one: Mention) -> bool:
    """Whether it is a capital's name, of which "French" does not tell as it tells of France."""
    return one.entity is not None and one.entity.startswith("place:")


def _ends(other: Mention, name: str, text: str) -> bool:
    """Whether a mention is the full name, though its reader saw a place: "Valeska Paris"."""
    words = other.span.of(text)
    return words.endswith(f" {name}") and _CAPITALS.fullmatch(words) is not None


def _is_same(one: Mention, other: Mention) -> bool:
    return one.entity is not None and one.entity == other.entity


def _exchanged(reading: Reading, by: Mapping[Mention, Mention]) -> Reading:
    """The reading with mentions in the place of others, wherever they stand."""

    def told(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
        return tuple(dict.fromkeys(by.get(one, one) for one in mentions))

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
