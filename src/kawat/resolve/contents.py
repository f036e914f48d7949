"""Who acts in a clause of content: of "Mali said Chad had told it that rebels fled" the rebels fled."""

from __future__ import annotations

import re
from dataclasses import replace

from kawat.records import Article, MentionKind, Reading, ReportSpans
from kawat.resolve.parsed import Parsed, in_order, with_rules
from kawat.resolve.phrases import subject

_THAT = re.compile(r"\b(?:that|bahwa) (?:the |an? |some |its |their |his |para |sejumlah |sekelompok )?$")


def with_contents(article: Article, reading: Reading) -> Reading:
    """The reading, each act of a clause of content done by the noun that the clause begins with."""
    return with_rules(article, reading, (_of_content,))


def _of_content(report: ReportSpans, text: Parsed) -> ReportSpans:
    """Nobody named before "that" acts in its clause, nor does a pronoun there undergo it: "told it that"."""
    found = None if report.symmetric or text.is_passive(report) else subject(report, text)
    if found is None:
        return report
    begins = _THAT.search(text.text, report.sentence.start, found.span.start)
    if begins is None:
        return report
    acting = tuple(one for one in report.actors if one.span.start > begins.start() and one != found)
    undergoing = tuple(
        one
        for one in report.recipients
        if one != found and (one.kind is not MentionKind.PRONOUN or one.span.start > begins.start())
    )
    return replace(report, actors=in_order((found, *acting)), recipients=undergoing)
