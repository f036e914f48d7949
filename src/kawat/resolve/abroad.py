"""Which state an act abroad is for or against, by what an article is about: aid, condolences, a closed border."""

from __future__ import annotations

import re
from collections import Counter

from kawat.knowledge.entries import is_state
from kawat.records import Article, Report
from kawat.resolve.actors import Resolved

TOWARDS_HOME = frozenset({"AID", "SANCTION", "AGREE"})
"""Given, withheld or offered abroad, in an article about one other country, they are for it."""
_OFFERS = re.compile(
    r"\b(?:offer|promis|pledg|volunteer|menawar|tawar|(?:men)?janji|berjanji|bersedia)", re.IGNORECASE
)
"""What is agreed to, approved or made ready abroad is not thereby for the state that an article is about."""
LEAST = 4  # mentions of the state that an article names most,
LEAD = 1.5  # and that is so many times those of the next
_NEAR = 30  # characters after a trigger in which its object stands
_ANY = re.compile("")
_TOWARDS_IT = {
    "AID": _ANY,
    "SANCTION": _ANY,
    "COERCE": re.compile(r"\b(?:borders?|frontiers?|perbatasan\w*)\b", re.IGNORECASE),
    "REJECT": re.compile(r"\b(?:visit|trip\b|kunjungan|lawatan)", re.IGNORECASE),
    "SUPPORT": re.compile(r"\b(?:condolences|congratulat|belasungkawa|dukacita|ucapan selamat)", re.IGNORECASE),
}
"""What is towards the state that an article names most, though it may be about several: where words say so."""
_EVACUATES = re.compile(r"\b(?:evacuat|repatriat|mengevakuasi|dievakuasi|memulangkan|menjemput)", re.IGNORECASE)
"""Who is evacuated is no state."""
_MEDIATES = re.compile(r"\b(?:mediat|menengahi|penengah)", re.IGNORECASE)


def about_whom(report: Report, article: Article, actors: Resolved, home: str | None) -> str | None:
    """The country that an act with no recipient of its own is towards; None where the article does not tell."""
    if evacuates(report, article) or mediates(report, article):
        return None
    offered = report.type != "AGREE" or _says(_OFFERS, report, article)
    about = home if report.type in TOWARDS_HOME and offered else None
    return about or ((home or most_named(actors)) if is_clearly_abroad(report, article) else None)


def evacuates(report: Report, article: Article) -> bool:
    """Whether people are brought away, by its words: that is for them, and for no state."""
    return _says(_EVACUATES, report, article)


def is_clearly_abroad(report: Report, article: Article) -> bool:
    """Whether an act is, by its words, towards another state: aid, a closed border, condolences."""
    pattern = _TOWARDS_IT.get(report.type)
    return pattern is not None and _says(pattern, report, article)


def mediates(report: Report, article: Article) -> bool:
    """Whether somebody is to mediate: that is offered to two, and to neither alone."""
    return _says(_MEDIATES, report, article)


def most_named(actors: Resolved) -> str | None:
    """The state that an article names clearly more often than any other country, or None."""
    named = (acted[0].country for acted in actors.values() if acted and acted[0].country)
    (first, most), (_, second) = [*Counter(named).most_common(2), (None, 0), (None, 0)][:2]
    return first if is_state(first) and most >= max(LEAST, LEAD * second) else None


def _says(pattern: re.Pattern[str], report: Report, article: Article) -> bool:
    """Whether the trigger, or what stands right after it, says so."""
    end = min(report.sentence.end, report.trigger.end + _NEAR)
    return pattern.search(article.text, report.trigger.start, end) is not None
