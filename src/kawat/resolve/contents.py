"""Who acts in a clause of content, and who only in an aside.

Of "Mali said Chad had told it that rebels fled" the rebels fled; of "Mali, which had met Chad, left" Mali left.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kawat.records import Article, MentionKind, Reading, ReportSpans
from kawat.resolve.grammar import AUXILIARY
from kawat.resolve.parsed import Parsed, in_order, with_rules
from kawat.resolve.phrases import subject

_THAT = re.compile(r"\b(?:that|bahwa) (?:the |an? |some |its |their |his |para |sejumlah |sekelompok )?$")


def with_contents(article: Article, reading: Reading) -> Reading:
    """The reading, each act of a clause of content done by the noun that the clause begins with.

    Who is named in an aside between a subject and its verb takes no part in what the verb tells.
    """
    return with_rules(article, reading, (_of_content, _without_aside, _with_subject))


def _with_subject(report: ReportSpans, text: Parsed) -> ReportSpans:
    """ "Ghana, which took in 200 families, called for calm": over an aside, who begins the sentence acts."""
    if report.actors or report.symmetric or not text.is_active(report):
        return report
    first = next(iter(text.within(report.sentence.start, report.trigger.start)), None)
    if first is None or first.span.start != report.sentence.start or first.kind is MentionKind.PRONOUN:
        return report
    aside = _ASIDE.fullmatch(text.text, first.span.end, report.trigger.start)
    return report if aside is None or first in report.recipients else replace(report, actors=(first,))


_ASIDE = re.compile(rf", (?:yang|who|which|whose) [^;.\"“”]{{3,160}},{AUXILIARY.pattern}(?:batal |gagal |urung )?$")


def _without_aside(report: ReportSpans, text: Parsed) -> ReportSpans:
    """ "Trump, yang bertemu Xi di Busan, batal bertemu Kim": Xi is met in the aside only."""
    before = text.within(report.sentence.start, report.trigger.start)
    first = next((one for one in before if one in report.actors), None)
    if first is None or not _ASIDE.fullmatch(text.text, first.span.end, report.trigger.start):
        return report
    aside = {one for one in before if one.span.start > first.span.end}
    return replace(
        report,
        actors=tuple(one for one in report.actors if one not in aside),
        recipients=tuple(one for one in report.recipients if one not in aside),
    )


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
