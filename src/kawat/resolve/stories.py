"""Stories of one text: where a later paragraph opens with a dateline, another story begins."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from kawat.knowledge import Knowledge
from kawat.knowledge.entries import is_state
from kawat.records import Article, Mention, Paragraph, ParagraphKind

_WITHIN = 30  # characters of a text in which its dateline stands
_DASH = re.compile(r"[^.\n]{0,24}\s[-–—]")
_OPENS = re.compile(
    r"(?P<place>[A-Z][A-Z .'’-]{2,24}|[A-Z][\w .'’-]{2,24}?)(?:, [A-Z][\w. ]{2,20})?"
    r"(?P<agency> ?\([\w .,/-]{2,24}\))?(?:, \w+[\w .]{0,12})?(?:\s[-–—]+\s|-{2}\s?)"
)
""" "SANAA, Yemen (AP) - ", "JAKARTA, KOMPAS.com - " """
_ENDED = re.compile(r"[.!?:;,\"”'’)]$")
_SHORT = 90  # characters of a headline


def dateline(article: Article, told: Mapping[Mention, str | None]) -> str | None:
    """The country of "SEOUL, Dec 4 -": a place in capitals or before a dash that opens the text."""
    lead = next((p.span.start for p in article.paragraphs if p.kind is not ParagraphKind.TITLE), None)
    if lead is None:
        return None
    for mention, country in told.items():
        if lead <= mention.span.start < lead + _WITHIN and country:
            after = article.text[mention.span.end : mention.span.end + _WITHIN]
            return country if mention.span.of(article.text).isupper() or _DASH.match(after) else None
    return None


def stories(article: Article, knowledge: Knowledge) -> list[int]:
    """Where the stories of a text begin, the first at its start: two copies of an agency run together are two."""
    starts = [0]
    body = [p for p in article.paragraphs if p.kind is not ParagraphKind.TITLE]
    for before, paragraph in pairwise(body):
        if _has_dateline(article, paragraph, knowledge):
            starts.append((before if _is_headline(article, before) else paragraph).span.start)
    return starts


def _has_dateline(article: Article, paragraph: Paragraph, knowledge: Knowledge) -> bool:
    """Whether it opens with a known place in capitals, or before an agency, and a dash."""
    text = paragraph.span.of(article.text)
    opened = _OPENS.match(text)
    if opened is None or not (opened["place"].isupper() or opened["agency"]):
        return False
    found = knowledge.find(opened["place"].title(), article.language)
    return any(is_state(one.entries[0].country) for one in found if one.span.start == 0)


def _is_headline(article: Article, paragraph: Paragraph) -> bool:
    text = paragraph.span.of(article.text).strip()
    return paragraph.kind is ParagraphKind.HEADING or (len(text) <= _SHORT and _ENDED.search(text) is None)
