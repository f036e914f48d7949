"""Who undergoes what is told in the passive, by a noun of a deed, or beside an attack."""

from __future__ import annotations

import re
from dataclasses import replace

from kawat.records import Mention, MentionKind, ReportSpans
from kawat.resolve.grammar import AUXILIARY, GOVERNED, HELPERS, STRIKES, is_done
from kawat.resolve.parsed import Parsed, in_order, joined_to

_BEEN = re.compile(
    rf" (?:(?:{HELPERS}|not) ){{0,3}}(?:is|are|was|were|be|been|being|got|get)"
    r"(?: (?:\w+ly|also|not|being|never|later))? "
)
_SUBJECT = re.compile(r"he|she|they|ia|dia|beliau|mereka", re.IGNORECASE)
_BECOMES = re.compile(r"\b(?:becom(?:e|es|ing)|became|as|menjadi|sebagai) (?:the )?$", re.IGNORECASE)
_DEED = re.compile(
    r"(?:assassination|murder|killing|arrest|detention|imprisonment|abduction|kidnapping|ouster|removal|dismissal"
    r"|impeachment|execution|pembunuhan|penangkapan|penahanan|penculikan|pemecatan|pencopotan|penggulingan"
    r"|pemakzulan|pemenjaraan)",
    re.IGNORECASE,
)
_HAD = re.compile(r" (?:had|has|gets?|got) (?=(?:(?!(?:been|be|his|her|its|their)\b)[\w-]+ ){1,5}$)")
_COUNTED = re.compile(r"(?:him|her|them|\d+|two|three|four|five|six|dozens|hundreds|some)\b")
""" "had 23 people arrested": who is only counted is no mention."""
_HIT = re.compile(
    r"\b(?:hit|targeted|struck|shot|caught|killed|wounded|injured|hurt|died|disasar|dibunuh|ditembak|diserang|dilukai"
    r"|dihantam|tewas|terbunuh|terluka|luka-luka|cedera)"
    r" (?:dalam|in|by|during)(?: (?:an?|the|sebuah|suatu|satu))?(?: [\w-]+)?? $"
)
_GIVEN = re.compile(r"di(?:beri|kirim|serah|salur|sumbang)kan\b|sent|provided|delivered|donated", re.IGNORECASE)
""" "weapons of the army will be handed over": what is given stands before, not who gets it."""
_FREED = re.compile(
    r"releas|free|liberat|acquit|pardon|evacuat|repatriat|di(?:bebas|lepas|pulang|ampuni|evakuasi)", re.IGNORECASE
)
""" "were released" is done to somebody; "were withdrawn" is what soldiers do."""
_OWNS = re.compile(r"['’]s? (?:\w+ )?| ")
_MOVES = frozenset({"MOBILIZE", "CONSULT", "COOPERATE", "PROTEST"})
""" "troops were deployed": whoever is moved, met or made to march is no second side."""


def with_undergoing(report: ReportSpans, text: Parsed) -> ReportSpans:
    """ "Ghana was condemned", "jenderal itu dilepaskan": a noun right before a passive verb undergoes it."""
    moves = report.type in _MOVES or (report.type == "RETREAT" and not _FREED.match(report.trigger.of(text.text)))
    if moves or report.symmetric or (report.recipients and not report.actors):
        return report
    before = text.within(report.sentence.start, report.trigger.start)
    if not before or before[-1] in report.recipients or not _is_passive_of(before[-1], report, text):
        return report
    if report.recipients and before[-1] not in report.actors:
        return report
    subject = joined_to(before, text.text)
    acting = tuple(one for one in report.actors if one not in subject)
    return replace(report, actors=acting, recipients=in_order((*report.recipients, *subject)))


def with_hit(report: ReportSpans, text: Parsed) -> ReportSpans:
    """ "nomads were hit in the raid", "gembala disasar dalam serangan": whom an attack hits did not make it."""
    hit = _HIT.search(text.text, report.sentence.start, report.trigger.start) if report.type == "ASSAULT" else None
    struck = tuple(one for one in report.actors if hit is not None and one.span.end <= hit.start())
    if not struck:
        return report
    acting = tuple(one for one in report.actors if one not in struck)
    return replace(report, actors=acting, recipients=in_order((*report.recipients, *struck)))


def with_orderer(report: ReportSpans, text: Parsed) -> ReportSpans:
    """ "the premier had ten officers arrested": the subject has it done, to those between."""
    had = _HAD.search(text.text, report.sentence.start, report.trigger.start) if text.language == "en" else None
    verb = report.trigger.of(text.text)
    if had is None or report.type not in STRIKES | {"SANCTION"} or not is_done(verb, "en"):
        return report
    before = text.within(report.sentence.start, had.start())
    if not before or before[-1].span.end != had.start():
        return report
    done_to = tuple(text.within(had.end(), report.trigger.start))
    if not done_to and not _COUNTED.match(text.text, had.end()):
        return report
    return replace(report, actors=(before[-1],), recipients=done_to)


def with_victim(report: ReportSpans, text: Parsed) -> ReportSpans:
    """ "Sadat's assassination", "penangkapan Sadat": of such a noun the person named at it undergoes it."""
    noun = report.trigger.of(text.text)
    if not _DEED.fullmatch(noun) or report.recipients:
        return report
    owned = [one for one in report.actors if _is_done_to(one, report, text)]
    acting = tuple(one for one in report.actors if one not in owned)
    return replace(report, actors=acting, recipients=tuple(owned)) if owned else report


def _is_done_to(one: Mention, report: ReportSpans, text: Parsed) -> bool:
    if one.kind not in {MentionKind.PERSON, MentionKind.PRONOUN}:
        return False
    if text.language == "id":
        return text.text[report.trigger.end : one.span.start] == " "
    of_another = text.text.startswith(" of ", report.trigger.end)
    return not of_another and _OWNS.fullmatch(text.text, one.span.end, report.trigger.start) is not None


def _is_passive_of(subject: Mention, report: ReportSpans, text: Parsed) -> bool:
    gap, verb = text.text[subject.span.end : report.trigger.start], report.trigger.of(text.text)
    between = _BEEN if text.language == "en" else AUXILIARY
    owner = subject.kind is MentionKind.PRONOUN and not _SUBJECT.fullmatch(subject.span.of(text.text))
    if owner or _GIVEN.match(verb) or not is_done(verb, text.language) or not between.fullmatch(gap):
        return False
    leads = text.text[report.sentence.start : subject.span.start]
    return not (GOVERNED.search(leads) or _BECOMES.search(leads))
