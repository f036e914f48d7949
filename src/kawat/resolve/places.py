"""Places: what a place mention means."""

from __future__ import annotations

from kawat.knowledge import Knowledge
from kawat.knowledge.entries import EntryKind
from kawat.records import Article, Mention, Place


def resolve_where(article: Article, mention: Mention | None, knowledge: Knowledge) -> Place | None:
    """The place of a report, with how precise it is; coordinates only for what is smaller than a country."""
    if mention is None:
        return None
    if mention.entity is None:
        return Place(mention.name_span.of(article.text), mention.country_hint, mention.span)
    entry = knowledge.entry(mention.entity)
    if entry.kind is EntryKind.COUNTRY:
        return Place(entry.name_en, entry.country, mention.span, precision="country")
    precision = knowledge.precision(entry)
    return Place(entry.name_en, entry.country, mention.span, entry.latitude, entry.longitude, precision)
