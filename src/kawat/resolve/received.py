"""Who is praised or blamed by whom where a noun tells it: "drew criticism from X", "menuai kecaman dari X".

The subject of such a verb undergoes what the noun tells, and those after "from" do it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from kawat.records import Article, Mention, Reading, ReportSpans, Span
from kawat.resolve.parsed import Parsed, in_order, joined_to, listed, with_rules

_WORDS = (
    r"(?:criticisms?|praise|condemnations?|rebukes?|reprimands?|support|backing|endorsements?|objections?|opposition"
    r"|protests?|refusals?|rejections?|threats?|warnings?|accusations?|allegations?|pressure|outrage|scorn"
    r"|congratulations|scrutiny|inquir(?:y|ies)|complaints?|backlash|ridicule|sanctions|lawsuits?"
    r"|aid|assistance|help|weapons|arms|funding|loans?|fire"
    r"|kecaman|kritik(?:an)?|kutukan|cercaan|pujian|dukungan|protes|penolakan|penentangan|ancaman|peringatan|tuduhan"
    r"|tudingan|tekanan|teguran|ucapan selamat|gugatan|keluhan|sorotan|sanksi|hujatan"
    r"|bantuan|senjata|pinjaman|hibah)"
)
"""What one says, does or gives to another, and the other receives."""
_RECEIVES = (
    r"(?:dr[ae]ws?|drawing|drawn|receiv(?:es?|ed|ing)|attract(?:s|ed|ing)?|fac(?:es?|ed|ing)|w[io]ns?|winning"
    r"|earn(?:s|ed|ing)?|met with|garner(?:s|ed|ing)?|encounter(?:s|ed|ing)?|(?:comes?|came|coming) under"
    r"|mendapat(?:kan)?|dapat|menuai|menerima|memperoleh|beroleh|menghadapi|(?:mem)?panen|mengundang)"
)
_SAID = frozenset(
    {"ACCUSE", "REJECT", "SUPPORT", "REQUEST", "THREATEN", "PROTEST", "AGREE", "COERCE", "SANCTION", "AID"}
)
_FEW = r"(?:(?!(?:from|dari|and|dan)\b)[\w-]+ ){0,3}?"
_RECEIVED = re.compile(
    rf"\b{_RECEIVES} (?:[^.;:,]{{0,60}} (?:and|dan) )?{_FEW}((?:(?!and|dan)[\w-]+ )?({_WORDS}))\b"
    r"(?: (?:keras|tajam|luas|pedas|penuh)\b)?",
    re.IGNORECASE,
)
_SOURCE = re.compile(
    r"(?: (?!who|which|that|yang|for|untuk|over|after|when)[\w-]+){0,3}? (?:from|by|dari|oleh) "
    r"(?:[\w-]+ ranging from )?|(?: [\w-]+)?,? (?:ranging from|mulai dari) ",
    re.IGNORECASE,
)
_NEAR = re.compile(r"(?:[\w-]+ ){0,3}")
_LEAD = 32  # characters before a noun in which its article stands
_OWNED = re.compile(r" of (?:the )?")
_THE = re.compile(r"\bthe (?:\w+ )?$", re.IGNORECASE)
"""Before a noun: "won the support of Ghana" is Ghana's, "faced criticism of its plan" is about the plan."""
_GIVEN_BY = re.compile(
    rf"(?:[\w-]+ ){{0,5}}?{_WORDS}(?: [\w$€£.-]+){{0,4}}? (?:from|dari)(?: the)? "
    r"|(?:receiv(?:e[sd]?|ing)|g[eo]ts?|getting|obtain(?:s|ed|ing)?|acquir(?:e[sd]?|ing)|menerima|mendapat(?:kan)?"
    r"|memperoleh|beroleh)(?: (?!(?:who|which|that|yang|after|when|setelah|ketika)\b)[\w$€£.-]+){1,8}?"
    r" (?:from|dari)(?: the)? ",
    re.IGNORECASE,
)


def with_received(article: Article, reading: Reading) -> Reading:
    """The reading where the subject of "received praise" is praised, by those that the words name."""
    return with_rules(article, reading, (_turned,))


def is_giver(trigger: Span, mention: Mention, article: Article) -> bool:
    """Whether "from" names who says what a word tells: "criticism from Ghana", and not "fled from Ghana"."""
    return _GIVEN_BY.fullmatch(article.text, trigger.start, mention.span.start) is not None


def _turned(report: ReportSpans, text: Parsed) -> ReportSpans:
    found = _received(report, text) if report.type in _SAID else None
    if found is None:
        return report
    phrase = Span(*found.span())
    givers = _givers(Span(found.start(2), found.end()), report, text)
    before = (one for one in report.sides if one.span.end <= phrase.start and one not in givers)
    subject = joined_to(in_order(before), text.text)
    if not givers and (not subject or report.type == "AID"):
        return report  # what one gets without anybody's help
    after = tuple(one for one in report.actors if one.span.start >= phrase.end)
    left = tuple(one for one in report.recipients if one not in givers)
    return replace(report, actors=givers or after, recipients=subject or left, symmetric=False)


def _received(report: ReportSpans, text: Parsed) -> re.Match[str] | None:
    """The words that tell what is received, where the report's trigger is among them and its noun is the last."""
    every = _RECEIVED.finditer(text.text, report.sentence.start, report.sentence.end)
    noun_or_verb = (
        one for one in every if Span(*one.span(1)).overlaps(report.trigger) or report.trigger.start == one.start()
    )
    return next(noun_or_verb, None)


def _givers(noun: Span, report: ReportSpans, text: Parsed) -> tuple[Mention, ...]:
    """Those whom the words after a noun name as the ones from whom it comes."""
    begin = _begin(noun, text)
    after = text.within(begin, report.sentence.end) if begin is not None else []
    if not after or not _NEAR.fullmatch(text.text, begin or 0, after[0].span.start):
        return ()
    return tuple(listed(after, text.text))


def _begin(noun: Span, text: Parsed) -> int | None:
    """Where the words begin that name from whom a noun comes."""
    source = _SOURCE.match(text.text, noun.end)
    if source is not None:
        return source.end()
    before = text.text[max(0, noun.start - _LEAD) : noun.start]
    owned = _OWNED.match(text.text, noun.end) if _THE.search(before) else None
    if owned is not None:
        return owned.end()
    right_after = any(one.span.start == noun.end + 1 for one in text.mentions)
    return noun.end + 1 if text.language == "id" and right_after else None
