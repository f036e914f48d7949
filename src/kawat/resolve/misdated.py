"""Whether grammar gives a time to another act than the one that a reader gave it to, or to none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kawat.records import Mention, ReportSpans, Span, Status

_ASIDE = re.compile(r", (?:which|who|yang) [^,;:]*(?:,|[.!?][\"”’']*\s*\Z|\Z)")
_HAPPENED = re.compile(
    r", (?:which|yang) (?:(?:was|were|is|are|had|has|been|will|be|to|also|semula|juga|akan|baru) )*"
    r"(?:took place|take place|happened|occurred|began|started|opened|broke out|held|signed|scheduled|terjadi|pecah"
    r"|berlangsung|di\w+)\b"
)
_SINCE = re.compile(r"\b(?:since|sejak|semenjak)\b[^,;]*\Z")
_SINCE_WHAT = re.compile(r"\b(?:since|sejak|semenjak) (?!(?:about|around|sekitar|hari|pukul)\b)[^,;]*\w{3}[^,;]*\Z")
_YEAR = re.compile(r"\d{4}")
_OPENING = re.compile(
    r"(?:before|after|following|since|sebelum|setelah|sesudah|usai|seusai|menyusul|sejak)\b[^,;]*,", re.IGNORECASE
)
_WHO = re.compile(r"\w\W+\w.*(?<!, )\b(?:who|which|that|yang)\b[^,;]*\Z", re.DOTALL)
_WHERE = re.compile(r", (?:where|tempat|di mana) [^,;]*\Z")
_PAPERS = re.compile(
    r"\b(?:dokumen|perjanjian|konvensi|undang-undang|resolusi|putusan|laporan|kesepakatan|traktat|pakta|deklarasi"
    r"|konstitusi|protokol|film|buku|perang)(?: (?!pada)\w+)? tahun \Z",
    re.IGNORECASE,
)
""" "menolak dokumen tahun [1974]": how old it is."""
_BEYOND = re.compile(
    r"\b(?:first|last|only|worst|biggest|largest|highest|lowest|deadliest|longest|most serious|pertama|terakhir"
    r"|terbesar|terburuk|terparah|tertinggi|terendah|terpanjang)\b[^,;]*\Z",
    re.IGNORECASE,
)
_OPEN = re.compile(r"(?:since|sejak|semenjak)\b", re.IGNORECASE)
_AFTER_YEAR = re.compile(r"\b(?:after|setelah|sesudah) (?:tahun )?\Z", re.IGNORECASE)
_A_YEAR = re.compile(r"(?:[A-Z][a-z]+ )?\d{4}")
_PAST = re.compile(r"\d{4}|\b(?:last|ago|lalu|silam)\b", re.IGNORECASE)
_VERB = {"en": re.compile(r"\w+(?:ed|ing)\b"), "id": re.compile(r"(?:me|ber|di|ter)[a-z]{3}")}
_NEAR = re.compile(r"[^,;:]{0,100}")
_CLAIMED = re.compile(
    r",[\"”’']? (?:(?:kata|ujar|tutur|ucap|demikian|lapor|menurut|according to)\b[^;]*"
    r"|[^,;]*\b(?:said|says|reported|revealed|announced)\b(?: \w+){0,3},? )\Z"
)
_TO_COME = re.compile(r"\b(?:to (?!the\b)[a-z]+|that|would|will|untuk|agar|supaya|akan|bahwa)\b[^,;]*\Z")
_OVER = re.compile(
    r"\b(?:over|about|for|after|following|with|atas|terhadap|tentang|mengenai|soal|akibat|karena|menyusul|setelah)\b"
    r"(?:(?!\b(?:and|dan)\b)[^,;])*\Z"
)
_AFTER = re.compile(
    r"(?: (?:dan|and) \w+)?[^,;.:]{0,3}\s*(?:after|following|setelah|usai|sesudah|karena|because)\b"
)
_NEXT_CLAUSE = re.compile(r"[,;] (?:and|but|dan|tetapi|lalu) (?:in|on|pada|since|sejak)\s+\Z")
_ABOUT = re.compile(r"\b(?:of|about|after|following|since|over|from|under) (?P<the>the )?\Z", re.IGNORECASE)
_NOUN = re.compile(r" (?!(?:of|in|on|at|to|by|with|and|when|that|which|who|was|were|is)\b)[a-z]{3,}")
_OWNED = re.compile(r"['’]s? [a-z]")
_NOUN_WITHIN = 40  # characters after a time in which the noun that it belongs to ends
_PROMISED = frozenset({"AGREE", "REQUEST", "THREATEN"})
_SIGNED = frozenset({"SUPPORT", "AGREE"})
_ANSWERS = _PROMISED | {"ACCUSE", "SUPPORT", "REJECT", "CONCEDE", "PROTEST", "CONSULT"}
ANSWERED = frozenset({"ASSAULT", "COERCE", "PROTEST", "SANCTION", "MOBILIZE"})


def is_of_another(
    text: str, language: str, told: ReportSpans, time: Mention, events: Sequence[ReportSpans]
) -> bool:
    """Whether grammar gives a time to another act of the sentence, and none to this one.

    "The court removed her in March after months of protests": the removal was in March. "China, which has trained
    police, urged it last month": last month was the urging. "They seized a ship, and in 2013 the EU banned fish".
    """
    if any(one.contains(told.trigger) != one.contains(time.span) for one in asides(text, language, told, time)):
        return True
    if _opening(text, told, time):
        return True
    if _is_of_a_noun(text, told, time) or _only_bounds(text, told, time):
        return True
    beside = [one for one in events if one.sentence == told.sentence and one is not told]
    rivals = [one for one in beside if one.time == time]
    if time.span.end <= told.trigger.start:
        return _is_before(text, told, time, rivals)
    return _is_behind(text, language, told, time, rivals)


def _is_before(text: str, told: ReportSpans, time: Mention, rivals: Sequence[ReportSpans]) -> bool:
    """Whether what stands between a time and an act behind it keeps the time from the act."""
    if _SINCE.search(text, time.span.end, told.trigger.start) is not None or _is_answered(text, told, rivals):
        return True
    dated = any(one.trigger < time.span for one in rivals)
    return dated and _AFTER.match(text, time.span.end, told.trigger.start) is not None


def _is_behind(text: str, language: str, told: ReportSpans, time: Mention, rivals: Sequence[ReportSpans]) -> bool:
    """Whether what stands between an act and a time behind it takes the time for itself."""
    between = text[told.trigger.end : time.span.start]
    if _WHERE.search(between) is not None:
        return True
    if _CLAIMED.search(between) is not None or _is_in_clause(language, time.span.of(text), between):
        return True
    if told.type in _PROMISED and told.status is Status.OCCURRED and _TO_COME.search(between) is not None:
        return any(told.trigger < one.trigger for one in rivals)
    if _is_answered(text, told, rivals):
        return True
    return bool(rivals) and _NEXT_CLAUSE.search(between) is not None


def _is_in_clause(language: str, time: str, between: str) -> bool:
    """Whether a time stands in a clause of its own: "a deal that they signed in 2016", "since they met in 2016".

    An Indonesian clause may end unmarked before the day of the act, which is hardly ever told with its year.
    """
    if _SINCE_WHAT.search(between) is not None:
        return language == "en" or _YEAR.search(time) is not None
    return _WHO.search(between) is not None and (language == "en" or _PAST.search(time) is not None)


def _is_answered(text: str, told: ReportSpans, rivals: Sequence[ReportSpans]) -> bool:
    """Whether the time is when somebody spoke of the act: "on Monday condemned Chad over the death of a judge"."""
    spoken = [one for one in rivals if one.type in _ANSWERS and one.trigger.end <= told.trigger.start]
    if told.type not in ANSWERED or told.status is not Status.OCCURRED:
        return False
    return any(_OVER.search(text, one.trigger.end, told.trigger.start) is not None for one in spoken)


def _is_of_a_noun(text: str, told: ReportSpans, time: Mention) -> bool:
    """Whether a time only says which thing is meant: "after the September 11 attacks", "over Monday's raid"."""
    gap = text[time.span.end : told.trigger.start]
    lead = text[told.trigger.end : time.span.end]
    if _A_YEAR.search(lead) and told.type not in _SIGNED and _PAPERS.search(_YEAR.sub("", lead)):
        return True
    if time.span.end <= told.trigger.start < time.span.end + _NOUN_WITHIN and not re.search(r"[,;:]", gap):
        return False
    before = _ABOUT.search(text[max(0, time.span.start - 24) : time.span.start])
    if before is None:
        return False
    owned = _OWNED.match(text, time.span.end) is not None
    return owned or (before["the"] is not None and _NOUN.match(text, time.span.end) is not None)


def _only_bounds(text: str, told: ReportSpans, time: Mention) -> bool:
    """Whether a time only says since when nothing of the kind was: "the first visit since 2000", "after 2015"."""
    said, before = time.span.of(text), text[told.sentence.start : time.span.start]
    if _OPEN.match(said) is not None:
        return _BEYOND.search(before) is not None
    return _A_YEAR.fullmatch(said) is not None and _AFTER_YEAR.search(before) is not None


def asides(text: str, language: str, told: ReportSpans, beside: Mention) -> Iterator[Span]:
    """The relative clauses between commas, whose acts have the times and places in them, and no others.

    Not those that say when or where the act before them happened, nor what ends right before one.
    """
    for found in _ASIDE.finditer(text, told.sentence.start, told.sentence.end):
        aside = Span(found.start(), found.end())
        if beside.span.end != aside.start and not _is_named_by(text, language, told, aside):
            yield aside


def _opening(text: str, told: ReportSpans, time: Mention) -> bool:
    """Whether an act stands in a clause that opens the sentence, and the time after it: "Before the raid, ..."."""
    opening = _OPENING.match(text, told.sentence.start, told.sentence.end)
    return opening is not None and told.trigger.end <= opening.end() <= time.span.start


def _is_named_by(text: str, language: str, told: ReportSpans, aside: Span) -> bool:
    """Whether a relative clause says when the act before it happened: "the raid, which took place on Monday,"."""
    if told.trigger.end > aside.start or _VERB[language].match(told.trigger.of(text)):
        return False
    near = _NEAR.fullmatch(text, told.trigger.end, aside.start) is not None
    return near and _HAPPENED.match(text, aside.start, aside.end) is not None
