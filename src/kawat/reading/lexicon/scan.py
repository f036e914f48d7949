"""An article looked up in the dictionaries, sentence by sentence: words, mentions, triggers that may hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kawat.knowledge import Knowledge, load_knowledge
from kawat.language import find_quantities
from kawat.language.times import find_times
from kawat.reading.lexicon.analysis import Analysis, analyse
from kawat.reading.lexicon.choose import chosen
from kawat.reading.lexicon.mentions import mentions_of
from kawat.reading.lexicon.pieces import Names, names_of, pieces_of
from kawat.reading.lexicon.tokens import Token, tokens_of
from kawat.reading.lexicon.triggers import TriggerHit, find_triggers
from kawat.reading.lexicon.words import WORDS
from kawat.records import Mention, MentionKind, Sentence


@dataclass(frozen=True, slots=True)
class Scanned:
    """A sentence with tokens and mentions, all triggers that may stand in it, and those that do by its words."""

    sentence: Sentence
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    analysis: Analysis
    hits: tuple[TriggerHit, ...]
    chosen: tuple[TriggerHit, ...]


@dataclass(frozen=True, slots=True)
class _Read:
    sentence: Sentence
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]


def scan(text: str, sentences: Sequence[Sentence], language: str) -> tuple[Scanned, ...]:
    """The sentences of a text as the dictionaries and grammars see them, in order."""
    knowledge = load_knowledge()
    names = names_of(text, sentences)
    parts = _hinted([_read(text, language, sentence, knowledge, names) for sentence in sentences])
    return tuple(_scanned(part, language) for part in parts)


def _scanned(part: _Read, language: str) -> Scanned:
    analysis = analyse(part.sentence, part.tokens, part.mentions, WORDS[language], language)
    hits = tuple(find_triggers(part.tokens, language))
    return Scanned(part.sentence, part.tokens, part.mentions, analysis, hits, tuple(chosen(analysis, hits)))


def _hinted(parts: Sequence[_Read]) -> list[_Read]:
    """Pronouns take over what the person named last does, so that rules can tell "he" the minister from others."""
    sector: str | None = None
    out = []
    for part in parts:
        mentions = []
        for mention in part.mentions:
            if mention.kind in {MentionKind.PERSON, MentionKind.ROLE}:
                sector = mention.sector_hint
            bare = mention.kind is MentionKind.PRONOUN and mention.sector_hint is None
            mentions.append(replace(mention, sector_hint=sector) if bare and sector else mention)
        out.append(_Read(part.sentence, part.tokens, tuple(mentions)))
    return out


def _read(text: str, language: str, sentence: Sentence, knowledge: Knowledge, names: Names) -> _Read:
    tokens = tokens_of(text, sentence.span)
    pieces = pieces_of(text, sentence, tokens, language, knowledge, names)
    wording, by = sentence.span.of(text), sentence.span.start
    figures = [one.span for one in find_quantities(wording, language)]
    # A term in prison is a quantity though it reads like a time: other durations are none.
    told = [one.span for one in find_times(wording, language) if not any(f.contains(one.span) for f in figures)]
    times = [Mention(span.shifted(by), MentionKind.TIME) for span in told]
    pieces = [p for p in pieces if not any(p.span.overlaps(t.span) for t in times)]
    counted = [span for span in figures if not any(span.overlaps(one) for one in told)]
    quantities = [Mention(span.shifted(by), MentionKind.QUANTITY) for span in counted]
    named = mentions_of(text, pieces, language)
    return _Read(sentence, tokens, tuple(sorted([*named, *times, *quantities], key=lambda m: m.span)))
