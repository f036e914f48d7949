"""What the dictionaries know of a text, as hints that the encoder may use or overrule.

A hint row has a channel for each event type that a word may tell, one for words that the lexicon reader would
take, one for each kind of mention, for where a mention begins, for titles, and for the language. Small training
sets leave most verbs and names unseen; the dictionaries have seen them.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from kawat.reading.encoder.labels import MENTION_KINDS, TYPES
from kawat.reading.lexicon.scan import Scanned
from kawat.records import ParagraphKind, Span

CHOSEN = len(TYPES)
KINDS = CHOSEN + 1
BEGINS = KINDS + len(MENTION_KINDS)
TITLE = BEGINS + 1
INDONESIAN = TITLE + 1
CHANNELS = INDONESIAN + 1

Hints = NDArray[np.float32]


def hint_rows(text: str, parts: Sequence[Scanned], language: str, spans: Sequence[Span | None]) -> Hints:
    """Hints of the tokens at ``spans`` (None: special tokens), shape (tokens, CHANNELS).

    ``parts``: the sentences of the text as the dictionaries see them.
    """
    by_character = np.zeros((len(text) + 1, CHANNELS), np.float32)
    for part in parts:
        for mention in part.mentions:
            kind = KINDS + MENTION_KINDS.index(mention.kind.value)
            by_character[mention.span.start : mention.span.end, kind] = 1
            by_character[mention.span.start, BEGINS] = 1
        for hit in part.hits:
            by_character[hit.span.start : hit.span.end, TYPES.index(hit.trigger.type)] = 1
        for hit in part.chosen:
            by_character[hit.span.start : hit.span.end, CHOSEN] = 1
        if part.sentence.kind is ParagraphKind.TITLE:
            by_character[part.sentence.span.start : part.sentence.span.end, TITLE] = 1
    if language == "id":
        by_character[:, INDONESIAN] = 1
    rows = [np.zeros(CHANNELS, np.float32) if s is None else by_character[s.start : s.end].max(0) for s in spans]
    return np.array(rows, np.float32).reshape(-1, CHANNELS)
