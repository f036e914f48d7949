"""The encoder reader: one pass over each window of an article, and what its heads tell put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kawat.language import sentences_of
from kawat.ontology import ABOUT_AN_ACT
from kawat.reading.encoder.claims import claims_in
from kawat.reading.encoder.denials import is_denial
from kawat.reading.encoder.events import Scene, Told, told_in, with_whole_words
from kawat.reading.encoder.grammar import Around, around, may_be_denied, status_by_grammar
from kawat.reading.encoder.memory import is_memory
from kawat.reading.encoder.mentions import names_in, placed_mentions
from kawat.reading.encoder.opening import least_to_publish
from kawat.reading.encoder.passes import passes_over
from kawat.reading.encoder.senses import sense_of
from kawat.reading.encoder.signature import signature
from kawat.reading.encoder.voicing import all_claims
from kawat.reading.lexicon.claims import voices_at
from kawat.reading.lexicon.contexts import contexts_of
from kawat.reading.lexicon.reader import read_scanned
from kawat.reading.lexicon.salience import salience_of
from kawat.reading.lexicon.scan import scan
from kawat.records import (
    Article,
    ClaimSpans,
    Dropped,
    Mention,
    ParagraphKind,
    Reading,
    ReportSpans,
    Sentence,
    Span,
    Status,
)

OTHER_SENSE = "the word in another sense"


@dataclass(frozen=True, slots=True)
class Found:
    """Mentions, events and claims of an article, as the encoder has them, and what it left out."""

    mentions: tuple[Mention, ...]
    names: tuple[Mention, ...]
    told: tuple[Told, ...]
    claims: tuple[ClaimSpans, ...]
    dropped: tuple[Dropped, ...] = ()


def read_article(article: Article) -> Reading:
    """Read an Indonesian or English article. Pure: the same article gives the same reading."""
    sentences = sentences_of(article)
    read = spans_in(article, sentences)
    claims = all_claims(article, sentences, read.mentions, read.claims)
    told = [sentence for sentence in sentences if sentence.kind is not ParagraphKind.CAPTION]
    least = least_to_publish(read.told)
    reports: list[ReportSpans] = []
    candidates: list[ReportSpans] = []
    for one in read.told:
        position = next((i for i, s in enumerate(told) if s.span.overlaps(one.trigger)), None)
        if position is None:
            continue
        report = _report(article, one, told[position], position, claims)
        (reports if one.confidence >= least else candidates).append(report)
    return Reading(
        signature(),
        read.mentions,
        tuple(reports),
        claims,
        read.dropped,
        candidates=tuple(candidates),
        weighed=True,
        names=read.names,
    )


def spans_in(article: Article, sentences: Sequence[Sentence]) -> Found:
    """Everything that the encoder finds in an article, published or not."""
    text = article.text
    parts = scan(text, sentences, article.language)
    known = [mention for part in parts for mention in part.mentions]
    ruled = read_scanned(article, sentences, parts).reports
    mentions: list[Mention] = []
    names: list[Mention] = []
    told: list[Told] = []
    claims: list[ClaimSpans] = []
    dropped: list[Dropped] = []
    idle: list[Span] = []  # sentences whose "wants" or "asked" says nothing of the possible acts beside it
    whole_sentences = [one.span for one in sentences]
    for spans, logits in passes_over(article, sentences, parts):
        there = [one for one in known if one.span.start >= spans[0].start and one.span.end <= spans[-1].end]
        proper = names_in(text, logits, spans)
        placed = placed_mentions(text, logits, spans, there, proper)
        mentions += [one.mention for one in placed]
        names += proper
        scene = Scene(logits, spans, placed, whole_sentences, text, ruled, article.language)
        found = with_whole_words(told_in(scene), text)
        for one in found:
            part = next(part for part in parts if part.sentence.span.overlaps(one.trigger))
            judged = _judged(one, around(part.tokens, one.trigger), text, article.language)
            if isinstance(judged, Told):
                told.append(judged)
            else:
                dropped.append(Dropped(judged, one.trigger))
                idle += [part.sentence.span] * (judged == OTHER_SENSE and one.type in ABOUT_AN_ACT)
        claims += claims_in(text, logits, spans, placed)
    dropped += [Dropped(OTHER_SENSE, one.trigger) for one in told if _is_beside(one, idle)]
    told = [one for one in told if not _is_beside(one, idle)]
    sides = {side for one in told for side in (*one.actors, *one.recipients)}
    whole = sorted({*mentions, *sides}, key=lambda one: (one.span, one.kind))
    return Found(tuple(whole), tuple(names), tuple(told), tuple(claims), tuple(dropped))


def _judged(told: Told, where: Around, text: str, language: str) -> Told | str:
    """The event with the type, mode and status that the words around it settle, or why they tell no event."""
    if is_memory(where, language):
        return "only called to mind"
    if is_denial(told.type, told.trigger.of(text).lower(), where, language):
        return "a denial, no act"
    sense = sense_of(told.type, where, language)
    type_name, _, mode = sense.becomes.partition("/") if sense else (told.type, "", told.mode)
    if not type_name:
        return OTHER_SENSE
    groundless = told.status is Status.DENIED and not may_be_denied(type_name, where, language)
    status = status_by_grammar(told.undenied if groundless else told.status, type_name, where, language)
    return replace(told, type=type_name, mode=mode or None, status=status)


def _is_beside(told: Told, idle: Sequence[Span]) -> bool:
    return told.status is Status.POSSIBLE and any(sentence.overlaps(told.trigger) for sentence in idle)


def _report(
    article: Article, told: Told, sentence: Sentence, position: int, claims: Sequence[ClaimSpans]
) -> ReportSpans:
    return ReportSpans(
        type=told.type,
        mode=told.mode,
        status=told.status,
        salience=salience_of(article, sentence, position, told.time, told.status),
        trigger=told.trigger,
        sentence=sentence.span,
        actors=told.actors,
        recipients=told.recipients,
        symmetric=told.symmetric,
        time=told.time,
        place=told.place,
        quantities=told.quantities,
        voices=voices_at(told.trigger, claims),
        confidence=told.confidence,
        contexts=contexts_of(sentence.span.of(article.text), article.language),
        why=(told.trigger.of(article.text).lower(),),
        vector=told.vector,
    )
