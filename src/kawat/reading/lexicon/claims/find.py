"""Who says what: attributed statements found in the text of an article.

`find_claims` works sentence by sentence on data (``cues_*.tsv``) and closed word classes; it needs no
parser. `voices_at` tells who vouches for what stands at a place.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kawat.reading.lexicon.claims.content import Found, contents_of
from kawat.reading.lexicon.claims.cues import CueKind, CueTable, load_cues
from kawat.reading.lexicon.claims.frame import Frame, Stretch
from kawat.reading.lexicon.claims.groups import Group, find_groups
from kawat.reading.lexicon.claims.items import CLOSING_MARKS, Item, items_of
from kawat.reading.lexicon.claims.quotes import Quotation, find_quotations
from kawat.reading.lexicon.claims.refusals import is_no_statement
from kawat.reading.lexicon.claims.speakers import find_subject
from kawat.reading.lexicon.claims.words import SmallWords, small_words
from kawat.records import ClaimSpans, Mention, MentionKind, ParagraphKind, Sentence, Span, VoiceSpans

Voices = tuple[VoiceSpans, ...]
_TRIM_LEFT = " \t\n\r\u00a0,;:.–—-―…)"
_TRIM_RIGHT = " \t\n\r\u00a0,;:–—-―("
_MAX_CUES = 120  # a "sentence" with more is a list or a table, and would cost the square of its length
_MAX_BACK = 60  # sentences over which a speech without a cue is followed back
_WHO_SPEAKS_ON = (MentionKind.PERSON, MentionKind.PRONOUN)
_MAX_DEPTH = 12  # claims inside claims that are followed


@dataclass(frozen=True, slots=True)
class _Unit:
    """Sentences read as one, since a quotation runs over them."""

    span: Span
    kind: ParagraphKind
    paragraph: int
    items: tuple[Item, ...]
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class _Heard:
    """The claims of one unit before nesting; ``voices`` of its last attribution, () when it has none."""

    claims: tuple[ClaimSpans, ...]
    voices: Voices


def find_claims(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], language: str
) -> list[ClaimSpans]:
    """The attributed statements of an article, by place; an inner claim after the one around it.

    ``sentences`` and ``mentions`` are of the whole article, sorted, spans in code points of ``text``.
    A speaker is always one of ``mentions``; a cue without one makes no claim. ``language`` is "en" or
    "id"; any other gives no claims.
    """
    table, words = load_cues(language), small_words(language)
    if not table.by_words or not sentences:
        return []
    ordered = sorted(mentions, key=lambda one: (one.span.start, -one.span.end))
    units = _units(text, sentences, ordered, table, words)
    claims: list[ClaimSpans] = []
    heard: list[_Heard] = []
    for index in range(len(units)):
        heard.append(_hear(text, units, index, words, heard))
        claims += heard[-1].claims
    claims += _running(text, units, heard, words)
    return _nested(_unique([one for one in claims if not is_no_statement(text, one)]))


def voices_at(span: Span, claims: Sequence[ClaimSpans]) -> Voices:
    """The voices that vouch for what stands at ``span``, outermost first, nobody twice."""
    around = [claim for claim in claims if claim.content.contains(span)]
    around.sort(key=lambda claim: (claim.content.start - claim.content.end, claim.content.start))
    out: list[VoiceSpans] = []
    for claim in around:
        for voice in claim.voices:
            if all(voice.speaker != other.speaker for other in out):
                out.append(voice)
    return tuple(out)


# --- sentences to units -----------------------------------------------------------------------------


def _units(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], table: CueTable, words: SmallWords
) -> list[_Unit]:
    ordered = sorted(sentences, key=lambda one: one.span)
    quotations = find_quotations(text, _paragraphs(text, ordered))
    units: list[_Unit] = []
    for span, first in _joined(ordered, quotations):
        inside = Span(span.start, min(span.end, len(text))) if span.start < len(text) else None
        if inside is None:
            continue
        items = items_of(text, inside, mentions, quotations, table)
        prose = sum(bool(item.cues) for item in items) <= _MAX_CUES
        groups = tuple(find_groups(items, words, first.kind)) if prose else ()
        units.append(_Unit(inside, first.kind, first.paragraph, items, groups))
    return units


def _paragraphs(text: str, sentences: Sequence[Sentence]) -> list[Span]:
    out: list[Span] = []
    last: int | None = None
    for sentence in sentences:
        if sentence.span.start >= len(text):
            continue
        end = min(sentence.span.end, len(text))
        if out and sentence.paragraph == last:
            out[-1] = Span(out[-1].start, max(out[-1].end, end))
        else:
            out.append(Span(sentence.span.start, end))
        last = sentence.paragraph
    return out


def _joined(sentences: Sequence[Sentence], quotations: Sequence[Quotation]) -> list[tuple[Span, Sentence]]:
    """Sentences merged where a quotation crosses from one into the next."""
    out: list[tuple[Span, Sentence]] = []
    for sentence in sentences:
        if out:
            span, first = out[-1]
            edge = sentence.span.start
            crossed = _crossed(quotations, edge)
            if edge < span.end or (crossed and first.paragraph == sentence.paragraph):
                out[-1] = (Span(span.start, max(span.end, sentence.span.end)), first)
                continue
        out.append((sentence.span, sentence))
    return out


def _crossed(quotations: Sequence[Quotation], edge: int) -> bool:
    """A quotation (they are in order and apart) has ``edge`` inside."""
    before = bisect_left(quotations, edge, key=lambda one: one.outer.start) - 1
    return before >= 0 and edge < quotations[before].outer.end


# --- one unit ---------------------------------------------------------------------------------------


def _hear(text: str, units: Sequence[_Unit], index: int, words: SmallWords, heard: Sequence[_Heard]) -> _Heard:
    unit = units[index]
    frame = Frame(unit.items, unit.groups, words)
    claims: list[ClaimSpans] = []
    low, running = 0, _running_voices(units, heard, index, words)
    for at, group in enumerate(unit.groups):
        voices = group.voices or tuple(replace(one, cue=unit.items[group.cue].span) for one in running[-1:])
        if not voices:
            continue
        found = contents_of(frame, at, low)
        made = [claim for one in found.stretches if (claim := _claim(text, unit, one, voices)) is not None]
        if not made and (found.previous or _belongs_to_previous(units, index, group)):
            made = _of_previous(text, units, index, voices, heard, found)
        if not made and at == len(unit.groups) - 1:
            made = _of_next_paragraph(text, units, index, voices)
        claims += made
        if not (group.agency or (group.relative and running)):
            running = voices
        low = _next_low(unit, group, found, low)
    return _Heard(tuple(claims), running if unit.groups else ())


def _next_low(unit: _Unit, group: Group, found: Found, low: int) -> int:
    """Content before belongs to its group alone; what follows it starts afresh."""
    before = [one for one in found.stretches if one.last <= group.first]
    after = [one for one in found.stretches if one.first > group.last]
    quoted = any(unit.items[one.last - 1].quotation for one in before)
    return group.last + 1 if before and not after and quoted else low


def _claim(text: str, unit: _Unit, stretch: Stretch, voices: Voices) -> ClaimSpans | None:
    items = unit.items[stretch.first : stretch.last]
    quotes = [item.quotation for item in items if not item.is_sign]
    if len(quotes) == 1 and (quotation := quotes[0]) is not None:
        content = _trimmed(text, quotation.inner.start, quotation.inner.end)
        return None if content is None else ClaimSpans(voices, content, True)
    content = _trimmed(text, items[0].span.start, items[-1].span.end)
    return None if content is None else ClaimSpans(voices, content, False)


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Without the spaces, commas and the full stop at the edges; None when no letter is left."""
    while start < end and (text[start] in _TRIM_LEFT or _is_stray_mark(text, start, end)):
        start += 1
    while end > start and (text[end - 1] in _TRIM_RIGHT or _is_edge(text, start, end)):
        end -= 1
    if start >= end or not any(char.isalnum() for char in text[start:end]):
        return None
    return Span(start, end)


def _is_stray_mark(text: str, start: int, end: int) -> bool:
    """A quotation mark that opens and is never closed."""
    return text[start] in '"“„«‘' and not any(mark in text[start + 1 : end] for mark in '"”»’')


def _is_edge(text: str, start: int, end: int) -> bool:
    last = text[end - 1]
    return (last in CLOSING_MARKS and not any(mark in text[start : end - 1] for mark in '"“«„”')) or _is_full_stop(
        text, start, end
    )


def _is_full_stop(text: str, start: int, end: int) -> bool:
    """A stop that ends a sentence, not one of "U.S."."""
    if text[end - 1] != ".":
        return False
    return not (end - start > 3 and text[end - 2].isalpha() and text[end - 3] == ".")


def _belongs_to_previous(units: Sequence[_Unit], index: int, group: Group) -> bool:
    """ "Putin said." right after a quotation that ended with its own mark."""
    if index == 0 or group.first > 0 or units[index - 1].paragraph != units[index].paragraph:
        return False
    return _is_quotation(units[index - 1]) and group.kind in (CueKind.VERB, CueKind.ROOT)


def _of_previous(
    text: str, units: Sequence[_Unit], index: int, voices: Voices, heard: Sequence[_Heard], found: Found
) -> list[ClaimSpans]:
    """ "Hal itu disampaikan X": the sentence before, when nobody else vouches for it."""
    if index == 0 or heard[index - 1].claims or units[index - 1].kind is ParagraphKind.TITLE:
        return []
    before = units[index - 1]
    if found.previous and units[index].paragraph - before.paragraph > 1:
        return []
    claim = _claim(text, before, Stretch(0, len(before.items)), voices) if before.items else None
    return [] if claim is None else [claim]


def _of_next_paragraph(text: str, units: Sequence[_Unit], index: int, voices: Voices) -> list[ClaimSpans]:
    """ "He added:" at a paragraph's end: the paragraph below is set off as a quotation."""
    unit = units[index]
    below = [one for one in units[index + 1 : index + 40] if one.paragraph == unit.paragraph + 1]
    if not unit.items or unit.items[-1].lower != ":" or not below:
        return []
    if any(item.quotation is not None for item in below[0].items[:1]):
        claim = _claim(text, below[0], Stretch(0, 1), voices)
        return [] if claim is None else [claim]
    content = _trimmed(text, below[0].span.start, below[-1].span.end)
    return [] if content is None else [ClaimSpans(voices, content, True)]


# --- quotations that run on -------------------------------------------------------------------------


def _is_quotation(unit: _Unit) -> bool:
    """Nothing but quotations and signs, longer than a scare quote."""
    solid = [item for item in unit.items if not item.is_sign]
    return bool(solid) and all(item.quotation is not None for item in solid)


def _running_voices(units: Sequence[_Unit], heard: Sequence[_Heard], index: int, words: SmallWords) -> Voices:
    """Who was speaking last, in this paragraph or the one before; a new subject takes over, or ends the speech."""
    for earlier in range(index - 1, max(-1, index - _MAX_BACK), -1):
        if units[index].paragraph - units[earlier].paragraph > 1 and not _is_quotation(units[earlier]):
            return ()
        if heard[earlier].voices:
            return heard[earlier].voices
        subject = find_subject(units[earlier].items, words)
        if subject is not None and units[earlier].kind is not ParagraphKind.TITLE:
            return (VoiceSpans(subject, None),) if subject.kind in _WHO_SPEAKS_ON else ()
    return ()


def _running(text: str, units: Sequence[_Unit], heard: Sequence[_Heard], words: SmallWords) -> list[ClaimSpans]:
    """Sentences that are wholly a quotation, without a cue, while somebody is known to speak."""
    out: list[ClaimSpans] = []
    taken = [claim.content for one in heard for claim in one.claims]
    for index, unit in enumerate(units):
        if unit.groups or not _is_quotation(unit) or unit.kind is ParagraphKind.TITLE:
            continue
        voices = _running_voices(units, heard, index, words)
        for item in unit.items:
            quotation = item.quotation
            if quotation is None or not voices or any(span.overlaps(quotation.inner) for span in taken):
                continue
            content = _trimmed(text, quotation.inner.start, quotation.inner.end)
            if content is not None:
                out.append(ClaimSpans(voices, content, True))
    return out


# --- over all claims --------------------------------------------------------------------------------


def _unique(claims: Sequence[ClaimSpans]) -> list[ClaimSpans]:
    return list(dict.fromkeys(claims))


def _nested(claims: Sequence[ClaimSpans]) -> list[ClaimSpans]:
    """Every claim with the voices of the claims around it in front, sorted by place."""
    ordered = sorted(claims, key=lambda one: (one.content.start, -one.content.end, one.quoted))
    out: list[ClaimSpans] = []
    open_: list[ClaimSpans] = []  # those that began before and have not ended yet
    for claim in ordered:
        open_ = [one for one in open_ if one.content.end > claim.content.start][-_MAX_DEPTH:]
        around = [one for one in open_ if one.content != claim.content and one.content.contains(claim.content)]
        outer: list[VoiceSpans] = []
        for other in sorted(around, key=lambda one: one.content.start - one.content.end):
            outer += [voice for voice in other.voices if all(voice.speaker != have.speaker for have in outer)]
        inner = [voice for voice in claim.voices if all(voice.speaker != have.speaker for have in outer)]
        out.append(replace(claim, voices=(*outer, *inner) if inner else claim.voices))
        open_.append(claim)
    return _unique(out)
