"""Who "we" and "you" are inside a quotation: who says it, and whom it is said to."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from kawat.records import Actor, Article, Mention, MentionKind, Reading, Span
from kawat.resolve.leaning import ADDRESSED, OWN_SIDE, SAYER, SPEAKER

TOLD_TO = re.compile(r"\b(?:told|tells|telling|to|kepada)(?: the)? $")
_WITHIN = 80  # characters behind a quotation in which it stands to whom it was said

Resolved = Mapping[Mention, tuple[Actor, ...]]


def with_quoted(article: Article, reading: Reading, actors: Resolved) -> dict[Mention, tuple[Actor, ...]]:
    """The actors of mentions, with those of pronouns of the first and second person inside quotations."""
    out = dict(actors)
    _speakers(article, reading, out)
    _addressed(article, reading, out)
    return out


def _speakers(article: Article, reading: Reading, out: dict[Mention, tuple[Actor, ...]]) -> None:
    """ "We", "kami" inside a quotation stand for who is quoted; "pihaknya" for who speaks, quoted or not."""
    for mention in reading.mentions:
        if mention.kind is not MentionKind.PRONOUN or mention.span.of(article.text).lower() not in SPEAKER:
            continue
        if any(one.resolved_by == SAYER for one in out.get(mention, ())):
            continue
        own_words = mention.span.of(article.text).lower() != OWN_SIDE
        speaker = _speaker_of(mention.span, reading, quoted=own_words)
        actors = out.get(speaker) if speaker else None
        if actors:
            out[mention] = (replace(actors[0], mention=mention.span, resolved_by="speaker of the quotation"),)


def _addressed(article: Article, reading: Reading, out: dict[Mention, tuple[Actor, ...]]) -> None:
    """ "You", "kalian" inside a quotation stand for who is told it: "..., X told [the soldiers]"."""
    for mention in reading.mentions:
        if mention.kind is not MentionKind.PRONOUN or mention.span.of(article.text).lower() not in ADDRESSED:
            continue
        quote = next(
            (one.content for one in reading.claims if one.quoted and one.content.contains(mention.span)), None
        )
        behind = [one for one in reading.mentions if quote and quote.end <= one.span.start <= quote.end + _WITHIN]
        told = (one for one in behind if TOLD_TO.search(article.text, max(0, one.span.start - 12), one.span.start))
        actors = out.get(next(told, mention), ())
        if actors and actors[0].mention != mention.span:
            out[mention] = tuple(replace(one, mention=mention.span, resolved_by="who is told it") for one in actors)


def _speaker_of(span: Span, reading: Reading, *, quoted: bool) -> Mention | None:
    told = [c for c in reading.claims if c.content.contains(span) and c.voices]
    inside = [c for c in told if c.quoted or not quoted]
    return inside[-1].voices[-1].speaker if inside else None
