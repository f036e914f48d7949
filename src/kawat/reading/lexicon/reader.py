"""The lexicon reader: dictionaries and rules. The baseline that a trained reader is measured against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kawat.language import sentences_of
from kawat.reading.info import LEXICON
from kawat.reading.lexicon.analysis import Argument
from kawat.reading.lexicon.attach import places_of, quantities_of, times_of
from kawat.reading.lexicon.claims import find_claims, voices_at
from kawat.reading.lexicon.complements import shared_roles, told_once
from kawat.reading.lexicon.contexts import contexts_of
from kawat.reading.lexicon.frames import Roles, roles_of
from kawat.reading.lexicon.gate import PageKind, is_sport, page_kind, refusal
from kawat.reading.lexicon.inflect import Voice
from kawat.reading.lexicon.salience import salience_of
from kawat.reading.lexicon.scan import Scanned, scan
from kawat.reading.lexicon.search import Scene
from kawat.reading.lexicon.speech import spoken_roles
from kawat.reading.lexicon.status import status_of
from kawat.reading.lexicon.triggers import Needs, TriggerHit
from kawat.records import (
    Article,
    ClaimSpans,
    Dropped,
    Mention,
    MentionKind,
    ParagraphKind,
    Reading,
    ReportSpans,
    Sentence,
)

STRONG_CONFIDENCE, WEAK_CONFIDENCE = 0.6, 0.4
FILLED_BONUS = 0.15
MIN_CLAIM_WORDS = 3


def read_article(article: Article) -> Reading:
    """Read an Indonesian or English article. Pure: the same article gives the same reading."""
    sentences = sentences_of(article)
    return read_scanned(article, sentences, scan(article.text, sentences, article.language))


def read_scanned(article: Article, sentences: Sequence[Sentence], parts: Sequence[Scanned]) -> Reading:
    """The reading of an article whose sentences are looked up already."""
    mentions = tuple(mention for part in parts for mention in part.mentions)
    claims = claims_of(article, sentences, mentions)
    told = [_told(part) for part in parts if part.sentence.kind is not ParagraphKind.CAPTION]
    kind = _page_kind(told, is_sport([token for part in parts for token in part.tokens]))
    reports: list[ReportSpans] = []
    dropped: list[Dropped] = []
    for position, scene in enumerate(told):
        found, refused = _reports(article, scene, position, claims, kind)
        reports += found
        dropped += refused
    return Reading(LEXICON, mentions, tuple(reports), tuple(claims), tuple(dropped))


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence with the triggers that may hold in it and their roles."""

    scene: Scene
    hits: tuple[TriggerHit, ...]
    roles: tuple[Roles, ...]


def _told(part: Scanned) -> _Told:
    analysis, hits = part.analysis, list(part.chosen)
    acts = [hit for hit in hits if hit.voice is not Voice.NOUN and hit.trigger.needs is Needs.NOTHING]
    verbs = frozenset(index for hit in acts for index in range(hit.first, hit.last + 1))
    nouns = frozenset(index for hit in hits if hit.voice is Voice.NOUN for index in range(hit.first, hit.last + 1))
    scene = Scene(analysis, verbs, nouns)
    hits, found = told_once(scene, hits, [roles_of(scene, hit) for hit in hits])
    roles = shared_roles(scene, hits, found)
    return _Told(scene, tuple(hits), tuple(roles))


def _page_kind(told: Sequence[_Told], sport: bool) -> PageKind:
    firm = leading = 0
    for one in told:
        for hit, roles in zip(one.hits, one.roles, strict=True):
            if refusal(hit, roles, PageKind.OTHER) is None:
                firm += 1
                leading += one.scene.analysis.sentence.kind in {ParagraphKind.TITLE, ParagraphKind.LEAD}
    return page_kind(sport, firm, leading > 0)


def claims_of(article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> list[ClaimSpans]:
    """The claims that the rules find, with any of ``mentions`` but a figure as speaker."""
    speakers = [one for one in mentions if one.kind is not MentionKind.QUANTITY]
    found = find_claims(article.text, sentences, speakers, article.language)
    return [one for one in found if _says(one, article.text)]


def _says(claim: ClaimSpans, text: str) -> bool:
    """Whether a claim has a content: "expressed concern" is an act, its object no statement."""
    return claim.quoted or len(claim.content.of(text).split()) >= MIN_CLAIM_WORDS


def _reports(
    article: Article, told: _Told, position: int, claims: Sequence[ClaimSpans], kind: PageKind
) -> tuple[list[ReportSpans], list[Dropped]]:
    kept: list[tuple[TriggerHit, Roles]] = []
    dropped: list[Dropped] = []
    for hit, found in zip(told.hits, told.roles, strict=True):
        roles = spoken_roles(told.scene, hit, found, voices_at(hit.span, claims))
        reason = refusal(hit, roles, kind)
        if reason is None:
            kept.append((hit, roles))
        else:
            dropped.append(Dropped(reason, hit.span))
    return _filled(article, told.scene, told.hits, kept, position, claims), dropped


def _filled(
    article: Article,
    scene: Scene,
    hits: Sequence[TriggerHit],
    kept: Sequence[tuple[TriggerHit, Roles]],
    position: int,
    claims: Sequence[ClaimSpans],
) -> list[ReportSpans]:
    analysis = scene.analysis
    acts = [hit for hit in hits if hit.trigger.needs is Needs.NOTHING or any(hit is one for one, _ in kept)]
    times = times_of(analysis, acts)
    quantities = quantities_of(analysis, acts)
    places = places_of(analysis, acts)
    contexts = contexts_of(analysis.sentence.span.of(article.text), article.language)
    out = []
    for hit, roles in kept:
        index = acts.index(hit)
        status = status_of(analysis, hit, scene.verbs)
        time = next(iter(times.get(index, ())), None)
        out.append(
            ReportSpans(
                type=hit.trigger.type,
                mode=hit.trigger.mode,
                status=status,
                salience=salience_of(article, analysis.sentence, position, time, status),
                trigger=hit.span,
                sentence=analysis.sentence.span,
                actors=_mentions(roles.actors),
                recipients=_mentions(roles.recipients),
                symmetric=roles.symmetric,
                time=time,
                place=places.get(index),
                quantities=quantities.get(index, ()),
                voices=voices_at(hit.span, claims),
                confidence=_confidence(hit, roles),
                contexts=contexts,
                why=(f"{hit.trigger.pos} {hit.trigger.lemma}",),
            )
        )
    return out


def _mentions(arguments: Sequence[Argument]) -> tuple[Mention, ...]:
    return tuple(argument.mention for argument in arguments)


def _confidence(hit: TriggerHit, roles: Roles) -> float:
    base = STRONG_CONFIDENCE if hit.trigger.strong else WEAK_CONFIDENCE
    filled = bool(roles.actors) + bool(roles.recipients or roles.symmetric)
    return round(base + FILLED_BONUS * filled, 2)
