"""Passages and tagged sentences as token ids, hints, and the labels of every head."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from kawat.bench.ner import TaggedSentence
from kawat.language import sentences_of
from kawat.reading.encoder.hints import Hints, hint_rows
from kawat.reading.encoder.labels import (
    CLAIM_TAGS,
    MENTION_TAGS,
    MODES,
    NAME_TAGS,
    RELATIONS,
    STATUSES,
    TRIGGER_TAGS,
)
from kawat.reading.encoder.mentions import ARTICLES, NAMED_KINDS
from kawat.reading.encoder.network import END, START, pieces_with
from kawat.reading.lexicon.scan import scan
from kawat.records import MentionKind, Span
from training.corpus.tool import CorpusMention, Passage
from training.encoder.texts import article_of_line, article_of_passage

IGNORED = -100  # the label that the loss skips
MAX_TOKENS = 320

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

_NAMELESS = frozenset({MentionKind.TIME, MentionKind.QUANTITY, MentionKind.PRONOUN})
_PARTICLES = frozenset("of the and for al el bin binti ibn de da do dos la le von van der den di dan du y".split())

_TAKES = {
    "time": frozenset({MentionKind.TIME}),
    "quantity": frozenset({MentionKind.QUANTITY}),
    "place": frozenset(MentionKind) - {MentionKind.TIME, MentionKind.QUANTITY, MentionKind.PRONOUN},
    "actor": frozenset(MentionKind) - {MentionKind.TIME},
    "recipient": frozenset(MentionKind) - {MentionKind.TIME},
    "speaker": frozenset(MentionKind) - {MentionKind.TIME},
}


@dataclass(frozen=True, slots=True)
class Features:
    """One text. Tag rows are as long as ``ids``; ``status``, ``mode``, ``symmetric`` hold at triggers only.

    ``heads``: first tokens of gold triggers, then of cues (or of contents without one). ``targets``: first tokens
    of mentions, then of claim contents. ``pairs`` (relations, heads, targets) is 1 where the relation holds, 0
    where it does not, IGNORED where it can not be asked. ``events``: how many heads are triggers.
    """

    id: str
    ids: Ints
    hints: Hints
    mention: Ints
    trigger: Ints
    claim: Ints
    name: Ints
    status: Ints
    mode: Ints
    symmetric: Ints
    heads: Ints
    targets: Ints
    pairs: NDArray[np.int8]
    events: int


def features_of(passage: Passage, tokenizer: Tokenizer) -> Features | None:
    """The features of a passage; None when it is longer than the model reads at once."""
    pieces = pieces_with(tokenizer, passage.text)
    if len(pieces.ids) + 2 > MAX_TOKENS:
        return None
    spans: list[Span | None] = [None, *pieces.spans, None]
    size = len(spans)
    mention, trigger, claim = (np.zeros(size, np.int64) for _ in range(3))
    status, mode, symmetric = (np.full(size, IGNORED, np.int64) for _ in range(3))
    # Indonesian names end elsewhere in the Indonesian set of names, which is large enough to learn them from alone.
    name = _names_of(passage, spans) if passage.language == "en" else np.full(size, IGNORED, np.int64)
    for row in (mention, trigger, claim):
        row[[index for index, span in enumerate(spans) if span is None]] = IGNORED
    for one in passage.mentions:
        _tag(mention, spans, one.span, MENTION_TAGS.index(f"B-{one.kind.value}"))
    for event in passage.events:
        _tag(trigger, spans, event.trigger, TRIGGER_TAGS.index(f"B-{event.type}"))
        at = _first(spans, event.trigger)
        status[at] = STATUSES.index(event.status.value)
        moded = f"{event.type}/{event.mode}" if event.mode else ""
        mode[at], symmetric[at] = MODES.index(moded), int(event.symmetric)
    for said in sorted(passage.claims, key=lambda one: one.content.start - one.content.end):
        _tag(claim, spans, said.content, CLAIM_TAGS.index("B-quoted" if said.quoted else "B-content"))
    for said in passage.claims:
        if said.cue:
            _tag(claim, spans, said.cue, CLAIM_TAGS.index("B-cue"))
    heads, targets, pairs = _pairs(passage, spans)
    sentences = sentences_of(article_of_passage(passage))
    hints = hint_rows(passage.text, scan(passage.text, sentences, passage.language), passage.language, spans)
    return Features(
        passage.id,
        np.array([START, *pieces.ids, END]),
        hints,
        mention,
        trigger,
        claim,
        name,
        status,
        mode,
        symmetric,
        heads,
        targets,
        pairs,
        len(passage.events),
    )


def _names_of(passage: Passage, spans: Sequence[Span | None]) -> Ints:
    """The proper names among the mentions; words inside other mentions may be names or not, and are not asked."""
    row = np.where([span is None for span in spans], IGNORED, 0)
    named = [(one, found) for one in passage.mentions if (found := _name_in(one, passage.text)) is not None]
    for one in passage.mentions:
        if one.kind not in _NAMELESS:
            row[[index for index, span in enumerate(spans) if span is not None and span.overlaps(one.span)]] = (
                IGNORED
            )
    for one, found in named:
        _tag(row, spans, found, NAME_TAGS.index(f"B-{NAMED_KINDS[one.kind]}"))
    return row


def _name_in(mention: CorpusMention, text: str) -> Span | None:
    """The proper name that a mention is, or has as its head: its words begin with capitals, but for particles."""
    span = mention.head or mention.span
    words = span.of(text).split()
    proper = all(word in _PARTICLES or any(part[:1].isupper() for part in word.split("-")) for word in words)
    return span if mention.kind in NAMED_KINDS and proper and words[0].lower() not in ARTICLES else None


def name_features(key: str, sentence: TaggedSentence, language: str, tokenizer: Tokenizer) -> Features | None:
    """The features of a sentence of which only the names are known."""
    pieces = pieces_with(tokenizer, sentence.text)
    if not pieces.ids or len(pieces.ids) + 2 > MAX_TOKENS:
        return None
    spans: list[Span | None] = [None, *pieces.spans, None]
    unknown = np.full(len(spans), IGNORED, np.int64)
    names = np.where([span is None for span in spans], IGNORED, 0)
    for name, span in sentence.spans:
        _tag(names, spans, span, NAME_TAGS.index(f"B-{name}"))
    sentences = sentences_of(article_of_line(sentence.text, language))
    hints = hint_rows(sentence.text, scan(sentence.text, sentences, language), language, spans)
    none = np.array([], np.int64)
    return Features(
        key,
        np.array([START, *pieces.ids, END]),
        hints,
        unknown,
        unknown,
        unknown,
        names,
        unknown,
        unknown,
        unknown,
        none,
        none,
        np.zeros((len(RELATIONS), 0, 0), np.int8),
        0,
    )


def _pairs(passage: Passage, spans: Sequence[Span | None]) -> tuple[Ints, Ints, NDArray[np.int8]]:
    triggers = [_first(spans, event.trigger) for event in passage.events]
    cues = [_first(spans, said.cue or said.content) for said in passage.claims]
    mentions = [_first(spans, one.head or one.span) for one in passage.mentions]
    contents = [_first(spans, said.content) for said in passage.claims]
    events, known = len(triggers), len(mentions)
    pairs = np.full((len(RELATIONS), events + len(cues), known + len(contents)), IGNORED, np.int8)
    for relation, name in enumerate(RELATIONS):
        rows = slice(0, events) if name not in ("speaker", "content") else slice(events, None)
        columns = (
            list(range(known, known + len(contents)))
            if name == "content"
            else [index for index, one in enumerate(passage.mentions) if one.kind in _TAKES[name]]
        )
        pairs[relation, rows, columns] = 0
    order = {one.key: index for index, one in enumerate(passage.mentions)}
    for index, event in enumerate(passage.events):
        for role, key in event.roles:
            pairs[RELATIONS.index(role), index, order[key]] = 1
    for index, said in enumerate(passage.claims):
        for key in said.speakers:
            pairs[RELATIONS.index("speaker"), events + index, order[key]] = 1
        pairs[RELATIONS.index("content"), events + index, known + index] = 1
    return np.array([*triggers, *cues], np.int64), np.array([*mentions, *contents], np.int64), pairs


def _tag(row: Ints, spans: Sequence[Span | None], wanted: Span, begin: int) -> None:
    inside = [index for index, span in enumerate(spans) if span is not None and span.overlaps(wanted)]
    for place, index in enumerate(inside):
        row[index] = begin if place == 0 else begin + 1


def _first(spans: Sequence[Span | None], wanted: Span) -> int:
    return next((i for i, span in enumerate(spans) if span is not None and span.overlaps(wanted)), 0)
