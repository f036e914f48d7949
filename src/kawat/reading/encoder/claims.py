"""The claims of a window: contents, the cue that each hangs on, and who speaks."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from kawat.reading.encoder.decode import Found, decode_long
from kawat.reading.encoder.labels import CLAIM_PARTS, RELATIONS
from kawat.reading.encoder.mentions import Placed
from kawat.reading.encoder.network import Logits, pair_scores, settings
from kawat.reading.lexicon.claims.refusals import is_refusal
from kawat.records import ClaimSpans, Mention, MentionKind, Span, VoiceSpans

CUE, QUOTED = CLAIM_PARTS.index("cue"), CLAIM_PARTS.index("quoted")
SPEAKER, CONTENT = RELATIONS.index("speaker"), RELATIONS.index("content")
SILENT = frozenset({MentionKind.TIME, MentionKind.QUANTITY})
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
        voices = _voices(row, mentions, None if cue is None else _span(cues[cue], spans))
        span = _content(text, _span(content, spans))
        if voices and span is not None and _says(text, span, content.label == QUOTED):
            out.append(ClaimSpans(voices, span, content.label == QUOTED))
    return [one for one in out if not is_refusal(text, one)]


def _says(text: str, span: Span, quoted: bool) -> bool:
    """Whether a content is more than a word: "expressed concern" is an act, its object no statement."""
    return quoted or len(span.of(text).split()) > 1


def _cue(scores: np.ndarray, cues: Sequence[Found], content: Found) -> int | None:
    """The cue that the content hangs on; None where none is likely."""
    if not cues:
        return None
    chances = [float(scores[CONTENT, index, content.first]) for index in range(len(cues))]
    best = int(np.argmax(chances))
    if chances[best] >= settings().relations["content"]:
        return best
    return None


def _voices(row: np.ndarray, mentions: Sequence[Placed], cue: Span | None) -> tuple[VoiceSpans, ...]:
    """Who speaks, outermost first: an outlet before whom it quotes, else by likelihood the best alone."""
    least = settings().relations["speaker"]
    able = [one for one in mentions if one.mention.kind not in SILENT]
    chances = [(max(float(row[token]) for token in one.tokens), one.mention) for one in able]
    likely = [(chance, one) for chance, one in chances if chance >= least]
    if not likely:
        chance, one = max(chances, key=lambda pair: pair[0], default=(0.0, mentions[0].mention))
        likely = [(chance, one)] if chance >= least / 2 else []
    speakers = sorted((one for _, one in likely), key=lambda one: (not _is_outlet(one), one.span))
    return tuple(VoiceSpans(one, cue) for one in speakers)


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
