"""Passages as token ids with the labels of every head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from kawat.records import Span
from training.corpus.tool import Passage
from training.encoder.labels import (
    CLAIM_TAGS,
    MENTION_TAGS,
    MODES,
    RELATIONS,
    STATUSES,
    TRIGGER_TAGS,
)

IGNORED = -100  # the label that the loss skips
MAX_TOKENS = 320

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Features:
    """One passage. Tag rows are as long as ``ids``; ``status``, ``mode``, ``symmetric`` hold at triggers only.

    ``triggers``, ``mentions``: first tokens of gold triggers (and cues) and mentions; ``pairs``: rows of
    (relation, index into triggers, index into mentions).
    """

    id: str
    ids: Ints
    mention: Ints
    trigger: Ints
    claim: Ints
    status: Ints
    mode: Ints
    symmetric: Ints
    triggers: Ints
    mentions: Ints
    pairs: tuple[tuple[int, int, int], ...]


def features_of(passage: Passage, tokenizer: Tokenizer) -> Features | None:
    """The features of a passage; None when it is longer than the model reads at once."""
    encoding = tokenizer.encode(passage.text)
    if len(encoding.ids) > MAX_TOKENS:
        return None
    spans = [_trimmed(start, end, passage.text) for start, end in encoding.offsets]
    size = len(spans)
    mention, trigger, claim = (np.zeros(size, np.int64) for _ in range(3))
    status, mode, symmetric = (np.full(size, IGNORED, np.int64) for _ in range(3))
    for row in (mention, trigger, claim):
        row[[index for index, span in enumerate(spans) if span is None]] = IGNORED
    for one in passage.mentions:
        _tag(mention, spans, one.span, MENTION_TAGS.index(f"B-{one.kind.value}"))
    for event in passage.events:
        _tag(trigger, spans, event.trigger, TRIGGER_TAGS.index(f"B-{event.type}"))
        at = _first(spans, event.trigger)
        status[at] = STATUSES.index(event.status.value)
        name = f"{event.type}/{event.mode}" if event.mode else ""
        mode[at], symmetric[at] = MODES.index(name), int(event.symmetric)
    for said in passage.claims:
        _tag(claim, spans, said.content, CLAIM_TAGS.index("B-quoted" if said.quoted else "B-content"))
    for said in passage.claims:
        if said.cue:
            _tag(claim, spans, said.cue, CLAIM_TAGS.index("B-cue"))
    triggers, mentions, pairs = _pairs(passage, spans)
    return Features(
        passage.id,
        np.array(encoding.ids),
        mention,
        trigger,
        claim,
        status,
        mode,
        symmetric,
        triggers,
        mentions,
        pairs,
    )


def _pairs(passage: Passage, spans: Sequence[Span | None]) -> tuple[Ints, Ints, tuple[tuple[int, int, int], ...]]:
    heads = [_first(spans, event.trigger) for event in passage.events]
    cues = [_first(spans, said.cue or said.content) for said in passage.claims]
    order = {one.key: index for index, one in enumerate(passage.mentions)}
    pairs = [
        (RELATIONS.index(role), index, order[key])
        for index, event in enumerate(passage.events)
        for role, key in event.roles
    ]
    pairs += [
        (RELATIONS.index("speaker"), len(heads) + index, order[key])
        for index, said in enumerate(passage.claims)
        for key in said.speakers
    ]
    mentions = [_first(spans, one.head or one.span) for one in passage.mentions]
    return np.array([*heads, *cues], np.int64), np.array(mentions, np.int64), tuple(pairs)


def _trimmed(start: int, end: int, text: str) -> Span | None:
    """A token's span without the space that some tokenizers count in; None for special tokens."""
    while start < end and text[start].isspace():
        start += 1
    return Span(start, end) if start < end else None


def _tag(row: Ints, spans: Sequence[Span | None], wanted: Span, begin: int) -> None:
    inside = [index for index, span in enumerate(spans) if span is not None and span.overlaps(wanted)]
    for place, index in enumerate(inside):
        row[index] = begin if place == 0 else begin + 1


def _first(spans: Sequence[Span | None], wanted: Span) -> int:
    return next((i for i, span in enumerate(spans) if span is not None and span.overlaps(wanted)), 0)
