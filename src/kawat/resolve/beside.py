"""Sides that another report of the same sentence tells: whom one called and then asked, whom the others are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kawat.records import Actor, Article, Report
from kawat.resolve.abroad import mediates

SAID = frozenset({"THREATEN", "REQUEST", "AGREE", "SUPPORT"})
"""What one tells whom one calls or meets."""
_TOLD = frozenset({"ACCUSE", "REQUEST", "REJECT"})
"""What one tells whom one summons."""
_THEN = re.compile(r"\b(?:and|to|dan|untuk|lalu|kemudian|serta) $")
_CHARGED = re.compile(r"\b(?:dengan|atas|on)(?: suspicion of| charges of)? $")
_OTHERS = re.compile(r" (?:\w+ )?(?:others?|more|lainnya)\b")
_OF = re.compile(
    r" (?:of|behind|atas|melakukan)(?: (?:the|an?|that))?"
    r"(?: (?!(?:over|about|on|against|in|for|during|after|tentang|soal|dalam|pada)\b)\w+){0,3} "
)
_QUESTIONED = re.compile(r"question|interrogat|pemeriksaan|interogasi", re.IGNORECASE)
"""What one is held for is done to one, too."""
_BLAMES = frozenset({"ACCUSE", "COERCE", "SANCTION", "SUPPORT"})
_REASON = re.compile(r"[^,;.]{0,40} ?\b(?:karena|for) ")


def with_beside(reports: Sequence[Report], article: Article) -> list[Report]:
    """The reports, in their order, with the sides that others of their sentence tell.

    ``reports``: in order of the text.
    """
    out = list(reports)
    for at, report in enumerate(reports):
        before = [one for one in out[:at] if one.sentence == report.sentence]
        out[at] = _accused(_undergoing(_telling(report, before, article), before, article), before, article)
    return [_blaming(one, out[at + 1 :], article) for at, one in enumerate(out)]


_DEED = re.compile(
    r"(?: (?:the|an?|this|that|these|aksi|tindakan|adanya|rencana|upaya))?(?: (?!(?:after|when|for|as|that|setelah"
    r"|bahwa|karena)\b)[\w'’-]+){0,2} "
)
""" "condemned the brutal [killing]", "menyebut rencana [pengiriman]"."""


def _blaming(report: Report, after: Sequence[Report], article: Article) -> Report:
    """ "condemned the killing of two men by X", "menyebut pengiriman tentara X": who did it is blamed."""
    if report.type not in {"ACCUSE", "SUPPORT"} or report.recipients or report.symmetric or not report.actors:
        return report
    deed = next((one for one in after if one.sentence == report.sentence), None)
    if deed is None or not _DEED.fullmatch(article.text, report.trigger.end, deed.trigger.start):
        return report
    own = {_key(one) for one in report.actors}
    behind = [one for one in deed.actors if one.mention.start > report.trigger.end and _key(one) not in own]
    return replace(report, recipients=tuple(behind)) if behind else report


_SUMMONS = re.compile(r"summon|call\w* in\b|memanggil|dipanggil|panggil", re.IGNORECASE)
_TO_TELL = re.compile(r"[^,;.]{0,24}? (?:to|untuk|guna)(?: \w+){0,2} ")


def _telling(report: Report, before: Sequence[Report], article: Article) -> Report:
    """ "summoned the envoy to complain": who summons complains, to the one who comes."""
    if report.type not in _TOLD or not before or before[-1].symmetric or not before[-1].recipients:
        return report
    summons = before[-1]
    theirs = summons.actors if summons.actors else report.actors
    comes = max(one.mention.end for one in summons.recipients)
    called = summons.type == "ACCUSE" and _SUMMONS.match(summons.trigger.of(article.text)) is not None
    if not called or not _TO_TELL.fullmatch(article.text, comes, report.trigger.start):
        return report
    return replace(report, actors=theirs, recipients=summons.recipients)


def _undergoing(report: Report, before: Sequence[Report], article: Article) -> Report:
    if report.recipients or report.symmetric or not report.actors or not before:
        return report
    leads = article.text[report.sentence.start : report.trigger.start]
    found: tuple[Actor, ...] = ()
    if report.type in SAID and _THEN.search(leads) and not mediates(report, article):
        found = _called(report, before)
    elif report.type == "ACCUSE" and _CHARGED.search(leads):
        found = before[-1].recipients if before[-1].type == "COERCE" else ()
    elif _OTHERS.match(article.text, report.trigger.end):
        found = before[-1].recipients if _shares(report, before[-1]) else ()
    return replace(report, recipients=found) if found else report


def _called(report: Report, before: Sequence[Report]) -> tuple[Actor, ...]:
    """Whom the same one called, met or wrote to just before: "telephoned both leaders and threatened"."""
    meeting = next((one for one in reversed(before) if one.type == "CONSULT" and _shares(report, one)), None)
    if meeting is None:
        return ()
    own = {_key(one) for one in report.actors}
    return tuple(one for one in meeting.sides if _key(one) not in own)


def _accused(report: Report, before: Sequence[Report], article: Article) -> Report:
    """ "accused Iran of the attack", "thanked him for helping": who is blamed or praised for an act did it.

    Not where somebody else is said to have done it, other than who blames or praises.
    """
    if report.symmetric or not before or before[-1].type not in _BLAMES:
        return report
    judging = {_key(one) for one in report.actors} <= {_key(one) for one in before[-1].actors}
    if not judging and not _are_both(report.actors, before[-1]):
        return report
    if report.mode == "investigate" or _QUESTIONED.match(report.trigger.of(article.text)):
        return report
    blamed = before[-1].recipients
    if not blamed or blamed[-1].mention.end > report.trigger.start:
        return report
    between = article.text[blamed[-1].mention.end : report.trigger.start]
    named = before[-1].type == "ACCUSE" and _OF.fullmatch(between)
    if report.actors and not judging:
        return replace(report, actors=blamed) if named else report
    reason = _REASON.fullmatch(between) and (
        article.language == "id" or report.trigger.of(article.text).split()[0].endswith("ing")
    )
    if not (named or reason):
        return report
    left = tuple(one for one in report.recipients if _key(one) not in {_key(each) for each in blamed})
    return replace(report, actors=blamed, recipients=left)


def _are_both(actors: Sequence[Actor], blame: Report) -> bool:
    """Whether who accuses and who is accused are said to have done it."""
    keys = {_key(one) for one in actors}
    return all(keys & {_key(one) for one in side} for side in (blame.actors, blame.recipients))


def _shares(one: Report, other: Report) -> bool:
    return bool({_key(each) for each in one.actors} & {_key(each) for each in other.actors})


def _key(actor: Actor) -> str:
    return actor.id or f"{actor.name.lower()}, {actor.country}"
