"""The Indonesian clitic that undergoes: "mendesak[nya] mundur" has a recipient that no mention shows."""

from __future__ import annotations

import re
from dataclasses import replace

from kawat.records import Article, Mention, MentionKind, Reading, ReportSpans, Span
from kawat.resolve.leaning import CLITIC

_LEAST = 7  # letters of a verb with it: "katanya" is short, and a noun
_AS = re.compile(r" (?:telah |sudah )?(?:menjadi|sebagai|adalah) (?:seorang )?")
""" "mendakwanya menjadi [mata-mata]": what somebody is said to be undergoes nothing."""
_OF_THINGS = frozenset(
    """menandatangani meneken meratifikasi mengesahkan menyetujui mematuhi melanggar memberlakukan mencabut
    membatalkan mengajukan membahas membaca menduduki menguasai mencaplok merebut""".split()
)
"""What one does to papers, rules and land: "tidak menandatangani[nya]" takes up an accord."""


def with_clitics(article: Article, reading: Reading) -> Reading:
    """The reading with a pronoun at each clitic of an acting verb without a recipient. Other languages are kept."""
    if article.language != "id":
        return reading
    reports = tuple(_with_clitic(article, one) for one in reading.reports)
    candidates = tuple(_with_clitic(article, one) for one in reading.candidates)
    made = {one for report in (*reports, *candidates) for one in report.sides if one not in reading.mentions}
    mentions = tuple(sorted({*reading.mentions, *made}, key=lambda one: (one.span, one.kind)))
    return replace(reading, reports=reports, candidates=candidates, mentions=mentions)


def _with_clitic(article: Article, report: ReportSpans) -> ReportSpans:
    verb = report.trigger.of(article.text).lower()
    acting = verb.startswith("me") and verb.endswith(CLITIC) and len(verb) >= _LEAST and " " not in verb
    thing = verb.removesuffix(CLITIC) in _OF_THINGS
    others = [
        one for one in report.recipients if not _AS.fullmatch(article.text, report.trigger.end, one.span.start)
    ]
    if not acting or thing or others or (report.symmetric and len(report.actors) != 1):
        return report
    span = Span(report.trigger.end - len(CLITIC), report.trigger.end)
    other = Mention(span, MentionKind.PRONOUN)
    if report.symmetric:
        return replace(report, actors=tuple(sorted((*report.actors, other), key=lambda one: one.span)))
    return replace(report, recipients=(other,))
