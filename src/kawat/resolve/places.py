"""Places: what a place mention means."""

from __future__ import annotations

from collections.abc import Mapping

from kawat.knowledge import Knowledge
from kawat.knowledge.entries import EntryKind
from kawat.records import Article, Mention, MentionKind, Place, ReportSpans


def place_mention(article: Article, spans: ReportSpans) -> Mention | None:
    """The mention that says where: the place marked, else the place struck or visited; None without a name.

    "The building" and "karang itu" lean on words before and place nothing by themselves.
    """
    undergone = spans.recipients[0] if len(spans.recipients) == 1 else None
    if undergone is not None and undergone.kind in _AT.get(spans.type, ()) and _is_open(spans):
        return undergone
    named = spans.place is not None and not spans.place.name_span.of(article.text).islower()
    return spans.place if named else None


def _is_open(spans: ReportSpans) -> bool:
    """Whether no place is marked, or but one of a sentence before, where somebody visits another."""
    before = spans.place is not None and spans.place.span < spans.sentence
    return spans.place is None or (before and spans.mode == "visit")


_AT = {
    "ASSAULT": frozenset({MentionKind.PLACE}),
    "COERCE": frozenset({MentionKind.PLACE}),
    "CONSULT": frozenset({MentionKind.PLACE, MentionKind.STATE}),
}


def resolve_where(
    article: Article, mention: Mention | None, knowledge: Knowledge, places: Mapping[Mention, Place]
) -> Place | None:
    """The place of a report, with how precise it is; coordinates only for what is smaller than a country.

    ``places``: where the mentions are that the dictionaries do not know.
    """
    if mention is None:
        return None
    if mention in places:
        return places[mention]
    if mention.entity is None:
        return Place(mention.name_span.of(article.text), mention.country_hint, mention.span)
    entry = knowledge.entry(mention.entity)
    if entry.kind is EntryKind.COUNTRY:
        return Place(entry.name_en, entry.country, mention.span, precision="country")
    precision = knowledge.precision(entry)
    return Place(entry.name_en, entry.country, mention.span, entry.latitude, entry.longitude, precision)
