"""Days that the sentence counts from: "on Tuesday, a day after a court [sentenced] them" was on Monday.

So does "[has boycotted] it since the vote of October 9".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kawat.language.times import Anaphoric, Direction, find_times, resolve_time
from kawat.language.times.anchored import counted_from
from kawat.language.times.model import Unit
from kawat.records import Article, Report, Span, Status, Time
from kawat.resolve.anchored import counts_from_next

_SINCE = re.compile(r"\b(?:since|sejak)(?: [\w'’-]+){1,8}? (?:on|of|in|pada|tanggal) ", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:“”\"]|\b(?:but|while|tetapi|sedangkan|sementara)\b")
_REAL = frozenset({Status.OCCURRED, Status.ONGOING})


def with_offsets(reports: Sequence[Report], article: Article) -> list[Report]:
    """The reports, those told in a clause of "N days after" or "N days before" with the day counted from the other.

    ``reports``: in order of the text. Only whole days count: "two weeks after" is as wide as a week, and tells no
    day.
    """
    out = list(reports)
    for sentence in sorted({one.sentence for one in reports if _dated(one)}):
        within = [at for at, one in enumerate(out) if one.sentence == sentence]
        for said, node in _offsets(article, sentence) if len(within) > 1 else ():
            told = _clause(said, [out[at] for at in within], article)
            time = _counted(said, node, _day_of_other([out[at] for at in within], told), article)
            for at in within:
                if time is not None and out[at] in told and not _dated_itself(out[at], said):
                    out[at] = replace(out[at], time=time)
    return out


def _offsets(article: Article, sentence: Span) -> list[tuple[Span, Anaphoric]]:
    """The words of a sentence that count days from what follows them: "a day after", "dua hari sebelum"."""
    found = [
        (one.span.shifted(sentence.start), one.node)
        for one in find_times(sentence.of(article.text), article.language)
    ]
    return [
        (said, node)
        for said, node in found
        if isinstance(node, Anaphoric) and node.unit is Unit.DAY and node.weekday is None and node.offset
        if counts_from_next(article.text, said, sentence)
    ]


def since(report: Report, article: Article) -> Report:
    """The report, one without a day as going on since that of what its clause names: "since its first sitting on".

    Up to the publication, as with "since October".
    """
    published = article.published_day
    if report.status not in _REAL or _dated(report) or published is None:
        return report
    ends = _CLAUSE.search(article.text, report.trigger.end, report.sentence.end)
    end = ends.start() if ends else report.sentence.end
    found = _SINCE.search(article.text, report.trigger.end, end)
    if found is None:
        return report
    here = find_times(report.sentence.of(article.text), article.language)
    said = next((one for one in here if one.span.start + report.sentence.start == found.end()), None)
    began = resolve_time(said, article.published, Direction.PAST) if said is not None else None
    if said is None or began is None or began.start is None:
        return report
    span = Span(found.start(), said.span.end + report.sentence.start)
    return replace(report, time=Time(began.start, published, began.granularity, span, f"since {began.resolved_by}"))


def _clause(said: Span, here: Sequence[Report], article: Article) -> list[Report]:
    """The reports of the clause that an offset opens, up to the next comma."""
    ends = _CLAUSE.search(article.text, said.end)
    end = ends.start() if ends else len(article.text)
    return [one for one in here if said.end <= one.trigger.start < end and one.status in _REAL]


def _day_of_other(here: Sequence[Report], told: Sequence[Report]) -> date | None:
    """The one day of what the sentence tells outside the clause; None for several, or a longer stretch."""
    times = [one.time for one in here if one not in told and one.time is not None]
    days = {one.days for one in times if one.days is not None}
    (only,) = days if len(days) == 1 else ((None),)
    return only[0] if told and only is not None and only[0] == only[1] else None


def _counted(said: Span, node: Anaphoric, other: date | None, article: Article) -> Time | None:
    """The day of a clause so many days before or after ``other``; None where it is not over yet."""
    if other is None:
        return None
    days = counted_from(replace(node, offset=-node.offset), other, other, f"counted from {other}")
    published = article.published_day
    if days is None or (published is not None and days.start > published):
        return None
    return Time(days.start, days.end, days.granularity, said, days.by)


def _dated_itself(report: Report, said: Span) -> bool:
    """Whether a report has a day of its own: not shared with what stands before the offset, nor counted by it."""
    own = report.time.said if report.time is not None else None
    return _dated(report) and (own is None or own.start >= said.end)


def _dated(report: Report) -> bool:
    return report.time is not None and report.time.start is not None
