"""Places: what a place mention means."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kawat.knowledge import Knowledge
from kawat.knowledge.entries import PSEUDO_COUNTRIES, EntryKind
from kawat.records import Article, Mention, MentionKind, Place, ReportSpans
from kawat.resolve.misplaced import is_elsewhere


def place_mention(article: Article, spans: ReportSpans) -> Mention | None:
    """The mention that says where: the place marked, else the place struck or visited; None without a name.

    "The building" and "karang itu" lean on words before and place nothing by themselves.
    """
    undergone = spans.recipients[0] if len(spans.recipients) == 1 else None
    if undergone is not None and undergone.kind in _AT.get(spans.type, ()) and _is_open(spans):
        return undergone if _is_named(article, undergone) else None
    place = spans.place
    if place is None or not _is_named(article, place):
        return None
    return None if is_elsewhere(article.text, article.language, spans, place) else place


def _is_named(article: Article, place: Mention) -> bool:
    return not place.name_span.of(article.text).islower()


def _is_open(spans: ReportSpans) -> bool:
    """Whether no place is marked, or but one of a sentence before, where somebody visits another."""
    before = spans.place is not None and spans.place.span < spans.sentence
    return spans.place is None or (before and spans.mode == "visit")


_WATERS = re.compile(r"(?:the )?(?:gulf|bay|straits?|sea|channel) of |(?:teluk|laut|selat|kanal) ", re.IGNORECASE)
""" "the Gulf of Finland" lies in no one country."""
BODIES = PSEUDO_COUNTRIES - {"EUR"}
"""Codes of whom is in no one country."""
_AT = {
    "ASSAULT": frozenset({MentionKind.PLACE}),
    "COERCE": frozenset({MentionKind.PLACE}),
    "CONSULT": frozenset({MentionKind.PLACE, MentionKind.STATE}),
}


def resolve_where(
    article: Article,
    mention: Mention | None,
    knowledge: Knowledge,
    places: Mapping[Mention, Place],
    surnames: frozenset[str] = frozenset(),
) -> Place | None:
    """The place of a report, with how precise it is; coordinates only for what is smaller than a country.

    ``places``: where the mentions are that the dictionaries do not know; ``surnames``: of the article's persons.
    """
    if mention is None or (mention.entity is None and mention.name_span.of(article.text) in surnames):
        return None
    if mention in places:
        return places[mention]
    if mention.entity is None:
        return Place(mention.name_span.of(article.text), _land(mention.country_hint), mention.span)
    entry = knowledge.entry(mention.entity)
    if entry.kind is EntryKind.COUNTRY and _WATERS.match(mention.span.of(article.text)):
        return Place(mention.span.of(article.text), None, mention.span)
    if entry.kind is EntryKind.COUNTRY:
        return Place(entry.name_en, entry.country, mention.span, precision="country")
    precision = knowledge.precision(entry)
    return Place(entry.name_en, _land(entry.country), mention.span, entry.latitude, entry.longitude, precision)


def _land(country: str | None) -> str | None:
    """A country that a place can be in: "the UN mission" is in none of that code."""
    return None if country in BODIES else country


def surnames(article: Article, mentions: Sequence[Mention]) -> frozenset[str]:
    """The last names of the persons of an article, which are no places: "they shot at Balawneh"."""
    names = [one.name_span.of(article.text).split() for one in mentions if one.kind is MentionKind.PERSON]
    return frozenset(name[-1] for name in names if len(name) > 1)
