"""What the dictionaries know of a text, as hints that the encoder may use or overrule.

A hint row has a channel for each event type that a word may tell, one for words that the lexicon reader would
take, one for each kind of mention, for where a mention begins, for titles, and for the language. Small training
sets leave most verbs and names unseen; the dictionaries have seen them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from kawat.knowledge import load_knowledge
from kawat.language import find_quantities
from kawat.language.times import find_times
from kawat.reading.encoder.labels import MENTION_KINDS, TYPES
from kawat.reading.lexicon.analysis import analyse
from kawat.reading.lexicon.choose import chosen
from kawat.reading.lexicon.mentions import mentions_of
from kawat.reading.lexicon.pieces import Names, names_of, pieces_of
from kawat.reading.lexicon.tokens import tokens_of
from kawat.reading.lexicon.triggers import find_triggers
from kawat.reading.lexicon.words import WORDS
from kawat.records import Mention, MentionKind, ParagraphKind, Sentence, Span

CHOSEN = len(TYPES)
KINDS = CHOSEN + 1
BEGINS = KINDS + len(MENTION_KINDS)
TITLE = BEGINS + 1
INDONESIAN = TITLE + 1
CHANNELS = INDONESIAN + 1

Hints = NDArray[np.float32]


def hint_rows(
    text: str, sentences: Sequence[Sentence], language: str, spans: Sequence[Span | None]
) -> tuple[Hints, tuple[Mention, ...]]:
    """Hints of the tokens at ``spans`` (None: special tokens), and the mentions that the dictionaries know.

    The rows have the shape (tokens, CHANNELS).
    """
    by_character = np.zeros((len(text) + 1, CHANNELS), np.float32)
    names = names_of(text, sentences)
    mentions: list[Mention] = []
    for sentence in sentences:
        found = list(_mentions(text, sentence, language, names))
        mentions += found
        for mention in found:
            kind = KINDS + MENTION_KINDS.index(mention.kind.value)
            by_character[mention.span.start : mention.span.end, kind] = 1
            by_character[mention.span.start, BEGINS] = 1
        _mark_triggers(by_character, text, sentence, language, found)
        if sentence.kind is ParagraphKind.TITLE:
            by_character[sentence.span.start : sentence.span.end, TITLE] = 1
    if language == "id":
        by_character[:, INDONESIAN] = 1
    rows = [np.zeros(CHANNELS, np.float32) if s is None else by_character[s.start : s.end].max(0) for s in spans]
    return np.array(rows, np.float32).reshape(-1, CHANNELS), tuple(mentions)


def _mentions(text: str, sentence: Sentence, language: str, names: Names) -> Iterator[Mention]:
    """Names, times and quantities as the grammars and dictionaries see them; times win over the others."""
    wording, by = sentence.span.of(text), sentence.span.start
    times = [Mention(t.span.shifted(by), MentionKind.TIME) for t in find_times(wording, language)]
    tokens = tokens_of(text, sentence.span)
    pieces = pieces_of(text, sentence, tokens, language, load_knowledge(), names)
    free = [p for p in pieces if not any(p.span.overlaps(t.span) for t in times)]
    yield from times
    yield from mentions_of(text, free, language)
    for quantity in find_quantities(wording, language):
        span = quantity.span.shifted(by)
        if not any(span.overlaps(t.span) for t in times):
            yield Mention(span, MentionKind.QUANTITY)


def _mark_triggers(rows: Hints, text: str, sentence: Sentence, language: str, mentions: Sequence[Mention]) -> None:
    tokens = tokens_of(text, sentence.span)
    hits = find_triggers(tokens, language)
    for hit in hits:
        rows[hit.span.start : hit.span.end, TYPES.index(hit.trigger.type)] = 1
    analysis = analyse(sentence, tokens, sorted(mentions, key=lambda m: m.span), WORDS[language], language)
    for hit in chosen(analysis, hits):
        rows[hit.span.start : hit.span.end, CHOSEN] = 1
