"""Sides that grammar alone tells: whom "killed him" is about, who "X, yang ditahan" is, who does the second act."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kawat.records import Article, Mention, MentionKind, Reading, ReportSpans, Span
from kawat.resolve.grammar import (
    AGENT,
    ENDS_LIST,
    JOINED,
    RESULTS,
    STARTS,
    SUBJECT,
    WHICH,
    WITHOUT_OBJECT,
    ends_in_noun,
    suffers,
    takes_agent,
)
from kawat.resolve.parsed import Parsed, in_order, parsed

LONG_LIST = 3
"""Names that make a list; two states do, too: of two others the reader misses none often enough (gold/dev: more
lost than won)."""
_ONTO = re.compile(r" (?:melawan|terhadap|atas) ")


def with_clauses(article: Article, reading: Reading) -> Reading:
    """The reading with the sides that its reader left open and the grammar of the sentence tells.

    Other languages than Indonesian and English, and candidates, are kept as they are.
    """
    text = parsed(article, reading)
    if text is None:
        return reading
    reports: list[ReportSpans] = []
    for report in reading.reports:
        voiced = _with_owner(_with_agent(_with_sufferer(report, text), text), text)
        filled = _with_antecedent(_with_object(_with_pronoun(voiced, text), text), text)
        filled = _without_outer(_with_subject(filled, reports, text), text)
        reports.append(_with_lists(_without_struck(filled, reports, text), text))
    made = {side for one in reports for side in one.sides if side not in reading.mentions}
    mentions = tuple(sorted({*reading.mentions, *made}, key=lambda one: (one.span, one.kind)))
    return replace(reading, reports=tuple(reports), mentions=mentions)


def _with_sufferer(report: ReportSpans, text: Parsed) -> ReportSpans:
    """ "Seorang prajurit kehilangan kaki", "dua polisi tewas": who stands before the verb undergoes it."""
    if report.type != "ASSAULT" or not suffers(report.trigger.of(text.text)):
        return report
    before = tuple(one for one in report.actors if one.span < report.trigger)
    acting = tuple(one for one in report.actors if one not in before)
    return replace(report, actors=acting, recipients=in_order((*report.recipients, *before)))


def _with_agent(report: ReportSpans, text: Parsed) -> ReportSpans:
    """ "Presiden digulingkan pengawalnya": right after an Indonesian passive stands who does it."""
    if text.language != "id" or not takes_agent(report.trigger.of(text.text)):
        return report
    after = text.within(report.trigger.end, report.sentence.end)
    agent = next((one for one in after if AGENT.fullmatch(text.text[report.trigger.end : one.span.start])), None)
    if agent is None or agent in report.actors or STARTS.match(text.text, agent.span.end):
        return report
    subject = tuple(one for one in report.actors if one.span < report.trigger)
    others = tuple(one for one in report.recipients if one != agent)
    return replace(report, actors=(agent,), recipients=others or subject)


def _with_owner(report: ReportSpans, text: Parsed) -> ReportSpans:
    """ "Perang Chad melawan Sudan", "sanksi Chad terhadap Sudan": right after the noun stands who acts."""
    after = text.within(report.trigger.end, report.sentence.end)[:2]
    if text.language != "id" or report.symmetric or len(after) < 2:
        return report
    doing, suffering = after
    beside = text.text[report.trigger.end : doing.span.start] == " "
    if not beside or not _ONTO.fullmatch(text.text, doing.span.end, suffering.span.start):
        return report
    others = (one for one in report.recipients if one != doing)
    return replace(report, actors=in_order((*report.actors, doing)), recipients=in_order((*others, suffering)))


def _with_pronoun(report: ReportSpans, text: Parsed) -> ReportSpans:
    """ "killed him", "membebaskan mereka", "penyelidikan terhadapnya": the pronoun undergoes it."""
    if report.recipients or report.symmetric:
        return report
    verb = text.is_active(report) and not ends_in_noun(report.trigger.of(text.text), text.language)
    last = text.text.rfind(" ", report.trigger.start, report.trigger.end)  # "given us" tells of both in one
    begins = report.trigger.end if last < 0 or not text.grammar.object.match(text.text, last) else last
    found = text.grammar.object.match(text.text, begins) if verb else None
    found = found or text.grammar.towards.match(text.text, report.trigger.end)
    if found is None or found.lastindex is None:
        return report
    span = Span(*found.span(found.lastindex))
    known = next((one for one in text.mentions if one.span == span), Mention(span, MentionKind.PRONOUN))
    return replace(report, recipients=(known,))


def _with_antecedent(report: ReportSpans, text: Parsed) -> ReportSpans:
    """ "Zahid, yang sedang diadili" undergoes; of "sued at the court, which ordered" the court orders."""
    found = next(_antecedents(report, text), None)
    if found is None or found in report.actors or found in report.recipients:
        return report
    if text.is_passive(report):
        return report if report.recipients else replace(report, recipients=(found,))
    clause = text.text[found.span.end : report.trigger.start]
    acts = text.is_active(report) and not (report.actors and _THAT in clause)
    return replace(report, actors=(found,)) if acts else report


def _with_object(report: ReportSpans, text: Parsed) -> ReportSpans:
    """ "Cuba, which Washington accuses": before the pronoun stands who undergoes it."""
    before = [one for one in report.actors if one.span.end <= report.trigger.start]
    if text.language != "en" or report.recipients or report.symmetric or len(before) != 1:
        return report
    doing = before[0].span
    others = text.within(report.sentence.start, doing.start)
    if not others or not _WHOM.fullmatch(text.text, others[-1].span.end, doing.start):
        return report
    acts = _AT_ONCE.fullmatch(text.text, doing.end, report.trigger.start) and not text.is_passive(report)
    return replace(report, recipients=(others[-1],)) if acts else report


_WHOM = re.compile(r",? (?:which|whom|who) (?:the )?")
_AT_ONCE = re.compile(r"(?:['’]s \w+)? (?:(?:has|have|had|also|once|long|now|then|\w+ly) )*")
_THAT = " that "  # "the claim that Chad attacked" has its own subject


def _antecedents(report: ReportSpans, text: Parsed) -> Iterator[Mention]:
    """The mention, no pronoun, from which a relative pronoun leads to the trigger with no other mention between."""
    before = text.within(report.sentence.start, report.trigger.start)
    for one in before:
        gap = text.text[one.span.end : report.trigger.start]
        nearer = any(other.span.start >= one.span.end for other in before)
        taken = one.kind is MentionKind.PRONOUN or nearer or _says_which(one, text)
        if not taken and text.grammar.relative.fullmatch(gap):
            yield one


def _says_which(state: Mention, text: Parsed) -> bool:
    """Whether an Indonesian noun before a state is what is told of: "rencana damai Chad, yang diusulkan"."""
    noun = WHICH.search(text.text, max(0, state.span.start - 24), state.span.start)
    return text.language == "id" and state.kind is MentionKind.STATE and noun is not None


def _with_subject(report: ReportSpans, before: Sequence[ReportSpans], text: Parsed) -> ReportSpans:
    """ "Police seized banners and released two": the second act has the subject of the first."""
    if report.actors or text.is_passive(report):
        return report
    last = next(
        (one for one in reversed(before) if one.sentence == report.sentence and one.trigger < report.trigger), None
    )
    if last is None or not (last.actors or text.is_passive(last)):
        return report
    between = text.within(last.trigger.end, report.trigger.start)
    if (between and not last.actors) or any(SUBJECT.fullmatch(one.span.of(text.text)) for one in between):
        return report
    leads = text.grammar.again.search(text.text[last.trigger.end : report.trigger.start])
    if leads is None or text.within(last.trigger.end + leads.start(), report.trigger.start):
        return report
    subject = last.recipients if text.is_passive(last) else last.actors
    taken = tuple(one for one in subject if one.span < last.trigger and one not in report.recipients)
    if text.is_passive(last) and text.language == "en" and WITHOUT_OBJECT.match(text.text, report.trigger.end):
        return report if report.recipients else replace(report, recipients=taken)  # "was held and accused of it"
    return replace(report, actors=taken) if _is_alike(last, report, text) else report


_SUBORDINATES = "after|before|when|while|because|since|setelah|sebelum|ketika|saat|sementara|karena|usai|sejak"
_OPENS = re.compile(rf"\b(?:{_SUBORDINATES}) (?:the |para )?$")
_ENDS = re.compile(rf"[,;:“”\"]|\b(?:{_SUBORDINATES}|who|which|that|yang|bahwa)\b")


def _without_outer(report: ReportSpans, text: Parsed) -> ReportSpans:
    """ "Chad acted after Peru spoke and [urged] them": who begins the clause of the verb acts alone.

    Of a passive, "Chad has been split since its king was [toppled]", that one alone undergoes it.
    """
    subjects = report.recipients if text.is_passive(report) else report.actors
    before = [one for one in subjects if one.span.end <= report.trigger.start]
    inner = next((one for one in reversed(before) if _opens_clause(one, report, text)), None)
    if inner is None or report.symmetric:
        return report
    kept = tuple(one for one in subjects if one.span >= inner.span)
    return replace(report, recipients=kept) if text.is_passive(report) else replace(report, actors=kept)


def _opens_clause(one: Mention, report: ReportSpans, text: Parsed) -> bool:
    lead = text.text[report.sentence.start : one.span.start]
    ended = _ENDS.search(text.text, one.span.end, report.trigger.start) is not None
    return _OPENS.search(lead) is not None and not ended


def _without_struck(report: ReportSpans, before: Sequence[ReportSpans], text: Parsed) -> ReportSpans:
    """ "Konvoi itu diserang milisi, menewaskan dua orang": who was attacked does not kill, who attacked does."""
    if report.type != "ASSAULT" or not RESULTS.match(report.trigger.of(text.text)):
        return report
    here = (one for one in before if one.sentence == report.sentence and one.type == "ASSAULT")
    struck = next((one for one in here if text.is_passive(one) and one.trigger < report.trigger), None)
    if struck is None or not report.actors or not set(report.actors) <= set(struck.recipients):
        return report
    return replace(report, actors=struck.actors)


def _is_alike(one: ReportSpans, other: ReportSpans, text: Parsed) -> bool:
    """Whether a second English verb in "-ing" follows one, as of one subject: not "welcomed, calling"."""
    forms = [each.trigger.of(text.text).split(maxsplit=1)[0].endswith("ing") for each in (one, other)]
    return text.language != "en" or forms != [False, True]


def _with_lists(report: ReportSpans, text: Parsed) -> ReportSpans:
    """Of "Saudi Arabia, Bahrain and Egypt broke off relations" all act, where some of them were found to."""
    for names in _lists(report.sentence, text):
        acting, undergoing = (any(one in side for one in names) for side in (report.actors, report.recipients))
        if acting and not undergoing:
            report = replace(report, actors=in_order((*report.actors, *names)))
        elif undergoing and not acting:
            report = replace(report, recipients=in_order((*report.recipients, *names)))
    return report


def _lists(sentence: Span, text: Parsed) -> list[list[Mention]]:
    """The names of a sentence that stand as a list, each up to the one after its "and"; no pronouns.

    A noun belongs to a list only where a word joins it: "A, secretary of the council, and B" are two.
    """
    groups: list[list[Mention]] = []
    joiner: str | None = None
    for one in text.within(sentence.start, sentence.end):
        if one.kind is MentionKind.PRONOUN:
            continue
        gap = text.text[groups[-1][-1].span.end : one.span.start] if groups else None
        joined = JOINED.fullmatch(gap) if gap is not None and joiner not in ENDS_LIST else None
        if joined is not None and (joined[1] or one.kind is not MentionKind.ROLE):
            groups[-1].append(one)
            joiner = joined[1]
        else:
            groups.append([one])
            joiner = None
    return [group for group in groups if _is_list(group) and _is_closed(group, text)]


def _is_list(group: Sequence[Mention]) -> bool:
    states = all(one.kind is MentionKind.STATE for one in group)
    return len(group) >= (LONG_LIST - 1 if states else LONG_LIST)


def _is_closed(group: Sequence[Mention], text: Parsed) -> bool:
    joined = JOINED.fullmatch(text.text[group[-2].span.end : group[-1].span.start])
    return joined is not None and joined[1] in ENDS_LIST
