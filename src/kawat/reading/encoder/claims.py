"""The claims of a window: contents, the cue that each hangs on, and who speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from kawat.reading.encoder.decode import Found, decode_long
from kawat.reading.encoder.labels import CLAIM_PARTS, RELATIONS
from kawat.reading.encoder.mentions import Placed
from kawat.reading.encoder.network import Logits, pair_scores, settings
from kawat.reading.lexicon.claims.items import NOT_SPEAKERS
from kawat.reading.lexicon.claims.refusals import is_no_statement
from kawat.records import ClaimSpans, Mention, MentionKind, Span, VoiceSpans

CUE, QUOTED = CLAIM_PARTS.index("cue"), CLAIM_PARTS.index("quoted")
SPEAKER, CONTENT = RELATIONS.index("speaker"), RELATIONS.index("content")
SILENT = frozenset({MentionKind.TIME, MentionKind.QUANTITY})
CLAUSE = 5
"""The least words of a clause that stands as a statement without a cue."""

_LEAD = 12
_THAT = re.compile(r"\b(?:that|bahwa)\s+\Z", re.IGNORECASE)
_OPENS = frozenset("\"“'‘«")
_CLOSED = re.compile(r"[.,?!…]{0,3}[\"”'’»]")
_QUOTES = re.compile(r"(?:as )?quot|(?:as )?cit[ei]|(?:me|di)(?:ngutip|kutip|lansir)", re.IGNORECASE)
_COLON = re.compile(r"\s*:\s*[\"“'‘]?")
_TOGETHER = re.compile(r"\s*,?\s*(?:(?:and|dan|serta)\s+)?(?:the\s+|a\s+)?")
_TRIM = " \n\t,.;:—–-\"“”'‘’«»"


def claims_in(text: str, logits: Logits, spans: Sequence[Span], mentions: Sequence[Placed]) -> list[ClaimSpans]:
    """Claims in order of their contents; one without a speaker is none."""
    found = decode_long(logits.claim, settings().claim)
    cues = [one for one in found if one.label == CUE]
    contents = [one for one in found if one.label != CUE]
    if not contents or not mentions:
        return []
    heads = [one.first for one in (*cues, *contents)]
    scores = pair_scores(logits.left[heads], logits.right, len(RELATIONS))
    out: list[ClaimSpans] = []
    for index, content in enumerate(contents):
        cue = _cue(scores, cues, content)
        row = scores[SPEAKER, len(cues) + index if cue is None else cue]
        voices = _voices(text, row, mentions, None if cue is None else _span(cues[cue], spans))
        span = _content(text, _span(content, spans))
        quoted = content.label == QUOTED
        if not voices or span is None or not _says(text, span, quoted):
            continue
        titled = len(voices) == 1 and _is_titled(text, voices[0].speaker.span, span)
        if cue is not None or titled or _stands_alone(text, span, quoted):
            out.append(ClaimSpans(voices, span, quoted))
    return [one for one in out if not is_no_statement(text, one)]


def _says(text: str, span: Span, quoted: bool) -> bool:
    """Whether a content is more than a word: "expressed concern" is an act, its object no statement."""
    return quoted or len(span.of(text).split()) > 1


def _is_titled(text: str, speaker: Span, content: Span) -> bool:
    """ "Dole: the port will open"."""
    return speaker.end <= content.start and _COLON.fullmatch(text, speaker.end, content.start) is not None


def _stands_alone(text: str, span: Span, quoted: bool) -> bool:
    """Whether a content without a cue is likely said at all: a whole quotation, a clause after "that"."""
    before = text[max(0, span.start - _LEAD) : span.start]
    if quoted:
        return before[-1:] in _OPENS and _CLOSED.match(text, span.end) is not None
    return _THAT.search(before) is not None and len(span.of(text).split()) >= CLAUSE


def _cue(scores: np.ndarray, cues: Sequence[Found], content: Found) -> int | None:
    """The cue that the content hangs on; None where none is likely."""
    if not cues:
        return None
    chances = [float(scores[CONTENT, index, content.first]) for index in range(len(cues))]
    best = int(np.argmax(chances))
    if chances[best] >= settings().relations["content"]:
        return best
    return None


def _voices(text: str, row: np.ndarray, mentions: Sequence[Placed], cue: Span | None) -> tuple[VoiceSpans, ...]:
    """Who speaks, outermost first: an outlet before whom it quotes, else by likelihood the best alone.

    Nobody where "I" or "you" is likeliest: whoever quotes them is told by the claim around.
    """
    least = settings().relations["speaker"]
    able = [one for one in mentions if one.mention.kind not in SILENT]
    chances = [(max(float(row[token]) for token in one.tokens), one.mention) for one in able]
    best, speaker = max(chances, key=lambda pair: pair[0], default=(0.0, None))
    if speaker is None or best < least / 2 or not _is_named(speaker, text):
        return ()
    likely = [one for chance, one in chances if chance >= least and _is_named(one, text)]
    quotes = _is_outlet(speaker) or (cue is not None and _QUOTES.match(text, cue.start) is not None)
    beside = [one for one in likely if quotes or _is_outlet(one) or _is_joined(text, one.span, speaker.span)]
    speakers = sorted({speaker, *beside}, key=lambda one: (not _is_outlet(one), one.span))
    return tuple(VoiceSpans(one, cue) for one in speakers)


def _is_joined(text: str, one: Span, other: Span) -> bool:
    """Whether two speak together: "the mayor and his deputy"."""
    left, right = sorted((one, other))
    return left.end <= right.start and _TOGETHER.fullmatch(text, left.end, right.start) is not None


def _is_named(mention: Mention, text: str) -> bool:
    return mention.kind is MentionKind.STATE or mention.span.of(text).lower() not in NOT_SPEAKERS


def _is_outlet(mention: Mention) -> bool:
    return (mention.entity or "").startswith("outlet:")


def _span(found: Found, spans: Sequence[Span]) -> Span:
    return Span(spans[found.first].start, spans[found.last].end)


def _content(text: str, span: Span) -> Span | None:
    """A content without marks and spaces at its edges."""
    start, end = span.start, span.end
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return Span(start, end) if end > start else None
