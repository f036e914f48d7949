"""Sides that stand beside the verb: its subject, who it is done by or with, whom a demand is to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kawat.records import Article, Mention, MentionKind, Reading, ReportSpans
from kawat.resolve.grammar import AUXILIARY, GOVERNED, STRIKES, WITHOUT_OBJECT
from kawat.resolve.parsed import Parsed, Rule, in_order, with_rules
from kawat.resolve.passives import with_hit, with_orderer, with_undergoing, with_victim

_MUTUAL = frozenset({"CONSULT", "COOPERATE", "SUPPORT"})
_REDUCED = re.compile(r" \w+(?:e[dn] (?:in|on|at|by|from|for|over|after|during|last|since)|ing)\b")
""" "two men arrested on Sunday" were arrested, and "people seeking work" are only told of."""
_BY = re.compile(r"[^,;.:]{0,24} by (?:the |an? )?")
_RIGHT_BY = re.compile(r" by (?:the |an? )?")
_STANDS = re.compile(r"st(?:and|ood)|abid|swor|swear|go|went|pass|com|stop", re.IGNORECASE)
""" "stands by Chad" is for it."""
_WITH = re.compile(r"[^,;.:]{0,30} (?:with|dengan|bersama) (?:the |an? )?")
_MEETS = re.compile(r"(?:(?:ber|di)?temu|menemui|menjumpai|jumpa|met|meets?)", re.IGNORECASE)
""" "met the envoy", "bertemu Xi": whom one meets stands right after it."""
_OBJECT = re.compile(r" (?:the |some |para |sejumlah )?")
_ANYBODY = re.compile(
    r"(?:all|both|the other|each|semua|seluruh|segala)\b|\b(?:everyone|themselves|pihak)\b", re.IGNORECASE
)
_ASKS = re.compile(
    r"(?:urg|ask|order|advis|press|want|tell|told|invit|implor|beg|mendesak|meminta|menyuruh|memerintah|mengimbau"
    r"|menyerukan|menuntut|mengajak|memohon|minta)",
    re.IGNORECASE,
)
_TO_DO = re.compile(r"(?: (?:who|not)\b[^,;.:]{0,50}?)? to (?!be\b)")
_DONE = re.compile(r"(?: \S+){0,6}? di\w{4}")
""" "mendesak pasukan dipulangkan": what is to be done with it is asked of others."""
_HAPPENS = re.compile(r"explo|went off|broke out|erupt|meledak|meletus|pecah", re.IGNORECASE)
_SIGNS = re.compile(r"sign|menandatangan|meneken|penandatangan", re.IGNORECASE)
_BEGINS = re.compile(r"(?:;|\b(?:and|but|while|dan|tetapi|sementara|sedangkan)) (?:the )?$")
_ACCEPTS = re.compile(r"\b(?:accept(?:s|ed|ing)?|menerima|menyetujui) (?:the |his |her |their )?$")
_HOSTS = re.compile(r"(?:receiv|menerima|menjamu|menyambut|host|welcom)", re.IGNORECASE)
_RANKS = re.compile(
    r" (?:the )?(?:barisan|posisi|pos|markas|konvoi|iring-iringan|pertahanan"
    r"|(?:lines|ranks|positions|convoy|headquarters) of) (?:the )?"
)
_SUMMIT = re.compile(r"summit|KTT|konferensi tingkat tinggi", re.IGNORECASE)
_MET = frozenset(MentionKind) - {MentionKind.PLACE}
_BODIES = frozenset({MentionKind.ORGANISATION, MentionKind.STATE})
_NAMES = _BODIES | {MentionKind.GROUP}
_A = re.compile(r"\ban? $")
""" "a UN approved mission": no name has an article of this kind, it says which."""
_OWNER = re.compile(r"his|her|its|their|my|our|your", re.IGNORECASE)
_HARMED = re.compile(r"killed|injured|wounded|hurt|arrested|detained|jailed|shot|abducted|kidnapped|displaced")
""" "and another man [injured]" undergoes it, where no object follows."""
_DONE_BY_NOUN = frozenset({"SANCTION", "MOBILIZE", "AID", "CONCEDE"})
_PLANS = re.compile(
    rf"{AUXILIARY.pattern}(?:is |are |was |were )?(?:mempertimbangkan|menyiapkan|mengumumkan|menjatuhkan"
    r"|memberlakukan|menerapkan|merencanakan|melakukan|menggelar|memperluas|menambah|memperberat|memperpanjang"
    r"|memperketat|menawarkan|consider(?:s|ed|ing)?|weigh(?:s|ed|ing)|announce[sd]?|announcing|impose[sd]?"
    r"|imposing|plan(?:s|ned|ning)?|prepare[sd]?|preparing|extend(?:s|ed|ing)?|tighten(?:s|ed|ing)?|widen(?:s|ed|ing)?"
    r"|unveil(?:s|ed|ing)?) (?:(?:the|its|a|new|more|further|fresh|additional|paket|serangkaian|rencana) ){0,2}"
)
""" "sanctions" are of who considers or extends them, but "condemned the sanctions" leaves open whose they are."""
_OF = re.compile(r" (?:(?:of|between|antara) (?:the )?)?")
_AND = re.compile(r"-| (?:and|dan) (?:the )?")
_FRONTED = re.compile(r", [^;:.]{3,160}, (?:(?:was|were|is|are|has been|have been|had been) (?:also )?)?")


def with_phrases(article: Article, reading: Reading) -> Reading:
    """The reading with the sides that its reader left open and that stand in a phrase at the verb."""
    reading = with_rules(article, reading, _RULES)
    reports = reading.reports

    def own_clause(report: ReportSpans, text: Parsed) -> ReportSpans:
        return _without_next(_with_own(report, reports, text), reports, text)

    return with_rules(article, reading, (own_clause,))


def _with_fronted(report: ReportSpans, text: Parsed) -> ReportSpans:
    """ "Park, the president before Moon, was impeached": not Moon, but whom the sentence begins with."""
    first = next(iter(text.within(report.sentence.start, report.trigger.start)), None)
    if first is None or first.span.start != report.sentence.start or first.kind is not MentionKind.PERSON:
        return report
    gap = text.text[first.span.end : report.trigger.start]
    if not text.is_passive(report) or not _FRONTED.fullmatch(gap):
        return report
    aside = [one for one in report.sides if one.span < report.trigger and one != first]
    if any(gap.strip(" ,") == one.span.of(text.text) for one in aside):
        return report  # "his wife, Ann, was questioned": the name is hers
    acting = tuple(one for one in report.actors if one not in aside and one != first)
    return replace(report, actors=acting, recipients=(first,))


def _with_subject(report: ReportSpans, text: Parsed) -> ReportSpans:
    """ "since a boy shot him": a noun right before an active verb acts, unless another word governs it."""
    found = subject(report, text)
    if report.actors or found is None or found in report.recipients or _HAPPENS.match(report.trigger.of(text.text)):
        return report
    if _is_harmed(report, text):
        return report if report.recipients else replace(report, recipients=(found,))
    return replace(report, actors=(found,))


def _with_governor(report: ReportSpans, text: Parsed) -> ReportSpans:
    """ "Chad mempertimbangkan sanksi", "Chad announced sanctions": who plans or does what a noun names acts."""
    if report.actors or report.symmetric or report.type not in _DONE_BY_NOUN:
        return report
    last = next(reversed(text.within(report.sentence.start, report.trigger.start)), None)
    if last is None:
        return report
    plans = _PLANS.fullmatch(text.text, last.span.end, report.trigger.start)
    governed = GOVERNED.search(text.text[report.sentence.start : last.span.start])
    return report if plans is None or governed else replace(report, actors=(last,))


def _is_harmed(report: ReportSpans, text: Parsed) -> bool:
    """Whether a participle tells what is done to the noun before it: "and another man injured, the radio said"."""
    participle = _HARMED.fullmatch(report.trigger.of(text.text)) is not None
    return participle and WITHOUT_OBJECT.match(text.text, report.trigger.end) is not None


def subject(report: ReportSpans, text: Parsed) -> Mention | None:
    """The noun right before an active verb, which no other word governs."""
    last = next(reversed(text.within(report.sentence.start, report.trigger.start)), None)
    if last is None or last.kind is MentionKind.PRONOUN or not text.is_active(report):
        return None
    beside = AUXILIARY.fullmatch(text.text[last.span.end : report.trigger.start])
    governed = GOVERNED.search(text.text[report.sentence.start : last.span.start])
    reduced = text.language == "en" and _REDUCED.match(text.text, last.span.end)
    says_which = last.kind in _NAMES and _A.search(text.text, report.sentence.start, last.span.start)
    return None if not beside or governed or reduced or says_which else last


def _with_doer(report: ReportSpans, text: Parsed) -> ReportSpans:
    """ "were taken from their homes by men in plain clothes": who an English passive is done by.

    Right after a noun or participle, "by" names the doer whoever else was read: "fell to an ambush by rebels".
    """
    right_after = _right_by(report, text)
    if right_after is not None and right_after not in report.actors:
        others = tuple(one for one in report.recipients if one != right_after)
        before = tuple(one for one in report.actors if one.span < report.trigger)
        return replace(report, actors=(right_after,), recipients=others or before)
    if report.actors or text.language != "en" or not text.is_passive(report):
        return report
    found = _next(report, text, _BY)
    return report if found is None else replace(report, actors=(found,))


def _right_by(report: ReportSpans, text: Parsed) -> Mention | None:
    """Who stands right after "by"; of what takes two, or is done in the street, that may be where."""
    apart = text.language != "en" or report.symmetric or report.type in {"CONSULT", "PROTEST"}
    return None if apart or _STANDS.match(report.trigger.of(text.text)) else _next(report, text, _RIGHT_BY)


def _with_partner(report: ReportSpans, text: Parsed) -> ReportSpans:
    """ "berunding dengan penculik", "signed a deal with Albanese": it takes two, and "with" names the second."""
    if report.type not in _MUTUAL or len(report.actors) != 1 or report.recipients:
        return report
    if text.language == "en" and text.is_passive(report):
        return report  # "was met with anger"
    if report.type == "SUPPORT" and not _SIGNS.match(report.trigger.of(text.text)):
        return report
    after = text.within(report.trigger.end, report.sentence.end)
    met = _MEETS.fullmatch(report.trigger.of(text.text)) is not None
    leads = (_WITH, _OBJECT) if met and text.is_active(report) else (_WITH,)
    found = next((one for one in after if _is_led_to(one, report, leads, text)), None)
    if found is None or found in report.actors or _OWNER.fullmatch(found.span.of(text.text)):
        return report
    if report.symmetric or report.type == "SUPPORT" or met:
        return replace(report, actors=(*report.actors, found), symmetric=True)
    return replace(report, recipients=(found,))


def _is_led_to(one: Mention, report: ReportSpans, leads: Sequence[re.Pattern[str]], text: Parsed) -> bool:
    """Whether one of some patterns is all that stands between the trigger and a mention after it."""
    gap = text.text[report.trigger.end : one.span.start]
    return one.kind in _MET and any(lead.fullmatch(gap) for lead in leads)


def _with_addressee(report: ReportSpans, text: Parsed) -> ReportSpans:
    """ "urged party members to join": whoever is named right after a verb of demand is asked."""
    if report.type != "REQUEST" or report.recipients or report.symmetric or not text.is_active(report):
        return report
    found = _next(report, text, _OBJECT) if _ASKS.match(report.trigger.of(text.text)) else None
    if found is None or _ANYBODY.search(found.span.of(text.text)):
        return report
    after = text.text[found.span.end : report.sentence.end]
    asked = _DONE.match(after) is None if text.language == "id" else _TO_DO.match(after) is not None
    acting = tuple(one for one in report.actors if one != found)
    return replace(report, actors=acting, recipients=(found,)) if asked else report


def _with_own(report: ReportSpans, others: Sequence[ReportSpans], text: Parsed) -> ReportSpans:
    """Of "rebels took the town and the king fled" the king fled: a second clause has the subject it begins with."""
    found = subject(report, text) if report.actors and not report.symmetric else None
    if found is None or found in report.sides or _is_harmed(report, text):
        return report
    begins = _BEGINS.search(text.text, report.sentence.start, found.span.start)
    first = max(one.span.end for one in report.actors)
    verbs = (one.trigger for one in others if one.sentence == report.sentence)
    if begins is None or not any(first <= verb.start and verb.end <= begins.start() for verb in verbs):
        return report
    return replace(report, actors=(found,))


def _without_next(report: ReportSpans, others: Sequence[ReportSpans], text: Parsed) -> ReportSpans:
    """Of "the generals met and the panel sat" the panel, which acts in the second clause, did not meet."""
    later = [one for one in others if one.sentence == report.sentence and report.trigger < one.trigger]
    subjects = {
        side
        for one in later
        for side in one.actors
        if side.span > report.trigger
        and not one.trigger.of(text.text).endswith("ing")
        and AUXILIARY.fullmatch(text.text[side.span.end : one.trigger.start])
        and (begins := _BEGINS.search(text.text, report.trigger.end, side.span.start))
        and not any(other.span.end == begins.start() - 1 for other in report.sides)  # "with A and B"
    }
    actors = tuple(one for one in report.actors if one not in subjects)
    undergoing = tuple(each for each in report.recipients if each not in subjects)
    return replace(report, actors=actors or report.actors, recipients=undergoing)


def _with_struck(report: ReportSpans, text: Parsed) -> ReportSpans:
    """ "menerobos barisan polisi", "shelled the positions of the rebels": whose ranks they are undergoes it."""
    if report.type not in STRIKES or report.recipients or report.symmetric:
        return report
    found = _next(report, text, _RANKS)
    return report if found is None or found in report.actors else replace(report, recipients=(found,))


def _with_gathered(report: ReportSpans, text: Parsed) -> ReportSpans:
    """ "KTT ASEAN-Australia", "the summit of Asean and Australia": the names of a summit are those who meet."""
    if report.type != "CONSULT" or not _SUMMIT.match(report.trigger.of(text.text)):
        return report
    after = [one for one in text.within(report.trigger.end, report.sentence.end) if one.kind in _BODIES]
    end, names = report.trigger.end, list[Mention]()
    for one in after:
        if not (_AND if names else _OF).fullmatch(text.text[end : one.span.start]):
            break
        names.append(one)
        end = one.span.end
    new = [one for one in names if one not in report.sides]
    if not new:
        return report
    actors = in_order((*report.actors, *new))
    return replace(report, actors=actors, symmetric=report.symmetric or len(actors) > 1)


def _next(report: ReportSpans, text: Parsed, gap: re.Pattern[str]) -> Mention | None:
    """The first mention after the trigger in its sentence, where only ``gap`` stands between."""
    after = next(iter(text.within(report.trigger.end, report.sentence.end)), None)
    if after is None or not gap.fullmatch(text.text[report.trigger.end : after.span.start]):
        return None
    return after


def _with_accepted(report: ReportSpans, text: Parsed) -> ReportSpans:
    """ "menerima pengunduran diri Kim": who accepts a resignation does not resign, it is handed to them."""
    lead = text.text[report.sentence.start : report.trigger.start]
    if report.mode != "resign" or report.recipients or not _ACCEPTS.search(lead):
        return report
    before = tuple(one for one in report.actors if one.span < report.trigger)
    after = tuple(one for one in report.actors if one.span > report.trigger)
    return replace(report, actors=after, recipients=before) if after and before else report


def _with_host(report: ReportSpans, text: Parsed) -> ReportSpans:
    """ "Biden received Prabowo": of a visit the host undergoes it, the guest acts."""
    if report.mode != "visit" or not _HOSTS.match(report.trigger.of(text.text)) or not text.is_active(report):
        return report
    every = report.sides
    guests = tuple(one for one in every if one.span > report.trigger) or _one(_next(report, text, _OBJECT))
    hosts = tuple(one for one in every if one.span < report.trigger) or _one(subject(report, text))
    if not guests or not hosts:
        return report
    return replace(report, actors=guests, recipients=hosts, symmetric=False)


def _one(mention: Mention | None) -> tuple[Mention, ...]:
    return () if mention is None else (mention,)


_RULES: tuple[Rule, ...] = (
    _with_fronted,
    _with_host,
    _with_governor,
    _with_subject,
    with_undergoing,
    with_orderer,
    with_victim,
    with_hit,
    _with_doer,
    _with_partner,
    _with_addressee,
    _with_accepted,
    _with_struck,
    _with_gathered,
)
