"""Sides that another report of the article tells: who grants a request, whom an answer is to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kawat.records import Actor, Article, Report, Status

ANSWERS = frozenset({"ACCUSE", "COERCE", "REQUEST"})
"""Acts that, of one just acted against, and towards nobody named, are towards who acted."""
DOMESTIC = frozenset({"martial-law", "curfew", "censor", "arrest"})
"""Modes of what a state does at home, whoever acted against it."""
AGAINST = frozenset({"ACCUSE", "REQUEST", "THREATEN", "SANCTION", "COERCE", "ASSAULT", "REJECT"})
JUDGES = frozenset({"ACCUSE", "REJECT", "SUPPORT", "PROTEST"})
"""Acts towards who did what they are about."""
GRANTED = frozenset({"AID", "MOBILIZE"})
REQUESTED = "the other side of a request"
ANSWERED = "who acted first"
_AT = re.compile(r"(?:\batas|\bmemenuhi|\bat (?:the|\S+['’]s)|\bat the urgent) $", re.IGNORECASE)
_LONGEST = 24  # characters before a request in which "at Mexico's" stands


def with_answers(reports: Sequence[Report], article: Article) -> list[Report]:
    """The reports, in their order, with the recipients that the others tell. ``reports``: in order of the text."""
    out = list(reports)
    for at, report in enumerate(reports):
        if not report.recipients and report.actors and not report.symmetric:
            found = _recipients(report, out[:at], reports, article)
            out[at] = replace(report, recipients=found) if found else report
    return out


def _recipients(
    report: Report, before: Sequence[Report], every: Sequence[Report], article: Article
) -> tuple[Actor, ...]:
    beside = [one for one in every if one is not report and one.sentence == report.sentence and one.actors]
    if _is_granted(report, article):
        acts = [one for one in beside if one.trigger < report.trigger][-1:] or beside[:1]
        return _others(acts, report, REQUESTED)
    if report.type in GRANTED:
        asked = [one for one in beside if one.trigger > report.trigger and _is_granted(one, article)]
        return _others(asked[:1], report, REQUESTED)
    if report.type == "REJECT" and (refused := _refused(report, before, article)):
        return refused
    if report.type in JUDGES and (deed := _deed(report, article)) is not None:
        return _blamed(report, deed, before, article)
    answers = report.type in ANSWERS and report.mode not in DOMESTIC
    return _answered(report, before, article) if answers else ()


def _is_granted(request: Report, article: Article) -> bool:
    """Whether a request is one that the sentence says is granted: "at the request of", "atas permintaan"."""
    begin = max(request.sentence.start, request.trigger.start - _LONGEST)
    return request.type == "REQUEST" and _AT.search(article.text[begin : request.trigger.start]) is not None


def _others(acts: Sequence[Report], report: Report, by: str) -> tuple[Actor, ...]:
    """Who acts in the first of ``acts``, where these are none of the report's own side."""
    if not acts or _countries(acts[0].actors) & _countries(report.actors):
        return ()
    return tuple(replace(one, resolved_by=by) for one in acts[0].actors)


def _answered(report: Report, before: Sequence[Report], article: Article) -> tuple[Actor, ...]:
    """Who acted last against those who act now, in this sentence or the one before."""
    for one in reversed(before):
        if one.symmetric or one.type not in AGAINST or not _is_near(one, report, article):
            continue
        if _countries(one.recipients) & _countries(report.actors) and _countries(one.actors):
            found = _others([one], report, ANSWERED)
            if found:
                return found
    return ()


_VERDICT = "verdict"
_DEEDS = {
    "attack": frozenset({"ASSAULT"}),
    "arrest": frozenset({"COERCE"}),
    _VERDICT: frozenset({"SANCTION", "COERCE", "CONCEDE"}),
    "sanctions": frozenset({"SANCTION"}),
    "decision": frozenset({"SANCTION", "COERCE", "RETREAT"}),
}
_NOUN = re.compile(
    r" (?:(?:against|over|at|terhadap|atas|menentang|dengan) )?"
    r"(?:(?:the|this|that|these|those|his|her|their|its|aksi|tindakan|peristiwa|hasil) )?(?:(?!meng?)\w+ )?(?:"
    r"(?P<attack>attacks?|assaults?|bombings?|shellings?|killings?|strikes?|air ?strikes?|raids?|shootings?"
    r"|abductions?|serangan|pengeboman|pemboman|pembunuhan|penembakan|penculikan|penggerebekan)"
    r"|(?P<arrest>arrests?|detentions?|bans?|blockades?|seizures?|crackdown|penangkapan|penahanan|larangan|pemblokiran"
    r"|blokade|penyitaan|pengusiran|pemulangan|expulsions?|deportations?|deportasi)"
    r"|(?P<verdict>verdicts?|sentences?|convictions?|rulings?|vonis|putusan|hukuman)"
    r"|(?P<sanctions>sanctions|tariffs?|suspension|sanksi|tarif|pemutusan|pemecatan|dismissals?)"
    r"|(?P<decision>decisions?|moves?|measures?|steps?|keputusan|langkah|kebijakan)"
    r")\b(?: (?:itu|tersebut|ini|sepihak itu))?",
    re.IGNORECASE,
)
""" "condemned the arrest": a deed by name, and nobody's by these words."""
_ENDS = re.compile(r" (?:and|as|but|on|in a|dan|serta|sebagai|tetapi|karena)\b|[.,;]", re.IGNORECASE)
_OF_SOMEBODY = re.compile(
    r"(?: (?:of|by|to|for|against|between|from|with|oleh|terhadap|untuk|atas|antara|dengan|dari|[A-Z])|['’]s)"
)
_CALLS = re.compile(r"call|brand|label|describ|dub|menyebut|menilai|menganggap|menyatakan", re.IGNORECASE)
""" "called the decision reckless": what follows the noun judges it."""
_APPEALS = re.compile(r"(?:mengajukan |ajukan |akan |naik )?banding|appeal", re.IGNORECASE)
_DONE = frozenset({Status.OCCURRED, Status.ONGOING, Status.PLANNED})
_EARLIER = 4
"""Sentences back to which a deed may be told that is blamed by its name; a verdict may be told anywhere before."""
_COURTS = "JUD"
_REFUSABLE = frozenset({_VERDICT, "decision", "sanctions"})
BLAMED = "who did what is blamed"


def _deed(report: Report, article: Article) -> str | None:
    """Which kind of deed a word is about, told by its noun and as nobody's: "rejected the verdict"."""
    trigger = report.trigger.of(article.text)
    named = _NOUN.match(article.text, report.trigger.end)
    if named is not None and (report.type != "REJECT" or named.lastgroup in _REFUSABLE):
        ends = _ENDS.match(article.text, named.end()) is not None
        judged = _CALLS.match(trigger) and not _OF_SOMEBODY.match(article.text, named.end())
        return named.lastgroup if ends or judged else None
    return _VERDICT if report.type == "REJECT" and _APPEALS.match(trigger) else None


def _blamed(report: Report, deed: str, before: Sequence[Report], article: Article) -> tuple[Actor, ...]:
    """Who did, as told before, the deed that is judged by its name; () for several, or nobody of a country."""
    told = [
        one
        for one in before
        if one.type in _DEEDS[deed] and one.status in _DONE and one.actors and one.sentence < report.sentence
        if _may_be(one, deed, report, article)
    ]
    doers = [{one.id or one.name for one in deed.actors} for deed in told]
    if not told or any(one != doers[-1] for one in doers) or not (deed == _VERDICT or _countries(told[-1].actors)):
        return ()
    if doers[-1] & {one.id or one.name for one in report.actors}:
        return ()
    return tuple(replace(one, resolved_by=BLAMED) for one in told[-1].actors)


def _may_be(act: Report, deed: str, report: Report, article: Article) -> bool:
    """Whether an act told before may be the deed: of a court, or just told and not of one's own government."""
    if deed == _VERDICT:
        return any(one.sector == _COURTS for one in act.actors)
    own = any(one.sector == "GOV" for one in report.actors) and _countries(act.actors) & _countries(report.actors)
    return not own and article.text[act.sentence.end : report.sentence.start].count(". ") < _EARLIER


def _refused(report: Report, before: Sequence[Report], article: Article) -> tuple[Actor, ...]:
    """Who last said, here or in the paragraph before, what is refused by its name: "rejected the criticism"."""
    named = _REFUSED.match(article.text, report.trigger.end)
    word = named[1].lower() if named else ""
    types = {type for type, words in _SAID.items() if word.startswith(words)}
    real = (one for one in reversed(before) if one.status in {Status.OCCURRED, Status.ONGOING})
    said = (one for one in real if one.type in types and _countries(one.actors) and not one.symmetric)
    last = next((one for one in said if one.trigger < report.trigger), None)
    if last is None or article.text[last.sentence.end : report.sentence.start].count(_PARAGRAPH) > 1:
        return ()
    return _others([last], report, ANSWERED)


_PARAGRAPH = "\n\n"
_SAID = {
    "ACCUSE": ("critic", "remark", "accusation", "allegation", "charge", "claim", "tud", "kritik", "klaim"),
    "REQUEST": ("demand", "request", "appeal", "call", "permintaan", "tuntutan", "desakan", "seruan"),
    "AGREE": ("offer", "proposal", "tawaran", "usul"),
    "THREATEN": ("threat", "ancaman"),
}
_REFUSED = re.compile(
    r" (?:(?:the|this|that|these|those|such|any) )?(?:\w+ )?("
    + "|".join(word for words in _SAID.values() for word in words)
    + r")\w*",
    re.IGNORECASE,
)


def _is_near(one: Report, report: Report, article: Article) -> bool:
    between = article.text[one.sentence.end : report.sentence.start]
    return one.sentence == report.sentence or (one.sentence < report.sentence and not between.strip())


def _countries(actors: Sequence[Actor]) -> set[str]:
    return {one.country for one in actors if one.country is not None}
