"""Days that the sentence counts from: "on Tuesday, a day after a court [sentenced] them" was on Monday.

So does "[has boycotted] it since the vote of October 9".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from kawat.language.times import Direction, find_times, resolve_time
from kawat.records import Article, Granularity, Report, Span, Status, Time

_EN = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen".split()
_ID = ("satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas duabelas tigabelas empatbelas").split()
_NUMBERS = {word: at for words in (_EN, _ID) for at, word in enumerate(words, 1)} | {"a": 1, "the": 1}
_EN_OFFSET = rf"(?P<en>a|the|{'|'.join(_EN)}|\d{{1,2}}) days? (?P<en_way>after|before) "
_ID_OFFSET = rf"(?:sehari|(?P<id>{'|'.join(_ID)}|\d{{1,2}}) hari) (?P<id_way>setelah|sesudah|usai|sebelum) "
_OFFSET = re.compile(rf"\b(?:{_EN_OFFSET}|{_ID_OFFSET})", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|sejak)(?: [\w'’-]+){1,8}? (?:on|of|in|pada|tanggal) ", re.IGNORECASE)
_CLAUSE = re.compile(r"[,;:“”\"]|\b(?:but|while|tetapi|sedangkan|sementara)\b")
_REAL = frozenset({Status.OCCURRED, Status.ONGOING})


def with_offsets(reports: Sequence[Report], article: Article) -> list[Report]:
    """The reports, those told in a clause of "N days after" or "N days before" with the day counted from the other.

    ``reports``: in order of the text. Only whole days count: "two weeks after" is as wide as a week, and tells no
    day.
    """
    out = list(reports)
    for found in _OFFSET.finditer(article.text):
        within = [at for at, one in enumerate(out) if one.sentence.contains(Span(*found.span()))]
        told = _clause(found, [out[at] for at in within], article)
        other = _day_of_other([out[at] for at in within], told, found)
        if other is None:
            continue
        day, published = _counted(found, other), article.published_day
        if published is not None and day > published:
            continue  # nobody has told yet what then happened
        time = Time(day, day, Granularity.DAY, Span(found.start(), found.end() - 1), f"counted from {other}")
        for at in within:
            if out[at] in told and not _dated_behind(out[at], found):
                out[at] = replace(out[at], time=time)
    return out


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


def _clause(found: re.Match[str], here: Sequence[Report], article: Article) -> list[Report]:
    """The reports of the clause that an offset opens, up to the next comma."""
    ends = _CLAUSE.search(article.text, found.end())
    end = ends.start() if ends else len(article.text)
    return [one for one in here if found.end() <= one.trigger.start < end and one.status in _REAL]


def _day_of_other(here: Sequence[Report], told: Sequence[Report], found: re.Match[str]) -> date | None:
    """The one day of what the sentence tells outside the clause; None for several, or a longer stretch."""
    others = [one for one in here if one not in told]
    days = {one.time.days for one in others if one.time is not None and one.time.days is not None}
    (only,) = days if len(days) == 1 else ((None),)
    return only[0] if told and only is not None and only[0] == only[1] else None


def _dated_behind(report: Report, found: re.Match[str]) -> bool:
    """Whether a report has a day that is not only shared with what stands before the offset."""
    said = report.time.said if report.time is not None else None
    return _dated(report) and not (said is not None and said.end <= found.start())


def _dated(report: Report) -> bool:
    return report.time is not None and report.time.start is not None


def _counted(found: re.Match[str], other: date) -> date:
    word = (found["en"] or found["id"] or "satu").lower()
    number = _NUMBERS.get(word) or int(word)
    back = (found["en_way"] or found["id_way"]).lower() not in {"before", "sebelum"}
    return other - timedelta(number) if back else other + timedelta(number)
