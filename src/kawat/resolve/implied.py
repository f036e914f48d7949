"""Whom an act is towards where its own words leave that to what was said before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kawat.knowledge import Knowledge
from kawat.knowledge.entries import is_state
from kawat.records import Actor, ActorKind, Article, Mention, MentionKind, Report, Span
from kawat.resolve.abroad import about_whom, evacuates, is_clearly_abroad
from kawat.resolve.actors import Resolved
from kawat.resolve.bystanders import helps_fight
from kawat.resolve.homes import HOME, LANDS

VISITED = "the state that is visited"
SENT_TO = "the state that help is sent to"
POSTED_IN = "the state that an envoy leaves"
_NAMES = frozenset({MentionKind.STATE, MentionKind.PLACE, MentionKind.ORGANISATION, MentionKind.GROUP})
_WITHDRAWING = frozenset({"SANCTION", "COERCE", "RETREAT", "THREATEN"})
_ENVOY = re.compile(
    r"\b(?:ambassadors?|high commissioners?|envoys?|chargé d'affaires|diplomats?|embass(?:y|ies)|consulates?"
    r"|duta besar|komisaris tinggi|dubes|kuasa usaha|kedutaan|konsulat)",
    re.IGNORECASE,
)
_POSTED = re.compile(r"\b(?:from|to|in|for|dari|di|untuk|ke)(?: the)? $", re.IGNORECASE)
_THERE = re.compile(r"\b(?:to|in|at|for|via|ke|di|lewat|untuk)(?: the)? $", re.IGNORECASE)
_THITHER = re.compile(r"\b(?:to|into|for|ke|untuk|bagi)(?: the)? $", re.IGNORECASE)
_GATHERING = re.compile(
    r"[^.;]{0,30}\b(?:summits?|conference|forum|congress|games|funeral|sessions?"
    r"|KTT|konferensi|sidang|kongres|pemakaman)\b",
    re.IGNORECASE,
)


def with_implied(
    report: Report, article: Article, actors: Resolved, home: str | None, knowledge: Knowledge
) -> Report:
    """The report with its recipient: the state that an envoy leaves, that is visited, that the article is about."""
    posted = _withdrawn(report, article, actors, knowledge)
    if posted is not None:
        return posted
    if report.recipients or (report.type == "AID" and helps_fight(report.trigger, article)):
        return report
    if report.type == "CONSULT" and report.mode == "visit":
        return _towards_there(report, article, actors, knowledge, _THERE, VISITED)
    if report.type == "AID" and not evacuates(report, article):
        sent = _towards_there(report, article, actors, knowledge, _THITHER, SENT_TO)
        if sent.recipients:
            return sent
    about = about_whom(report, article, actors, home)
    countries = {one.country for one in report.actors}
    if about is None or not countries or countries & {about, None} or _names_another(report, actors, about):
        return report
    found = _nearest(_states(actors, {about}), report)
    if found is None and is_clearly_abroad(report, article):
        found = _standing(actors, about, report, knowledge)
    return report if found is None else replace(report, recipients=(replace(found, resolved_by=HOME),))


def _names_another(report: Report, actors: Resolved, about: str) -> bool:
    """Whether the sentence names a third state, not the one that the article is about: it may be towards that."""
    here = {one.country for mention in actors if report.sentence.contains(mention.span) for one in actors[mention]}
    return about not in here and any(is_state(one) for one in here - {side.country for side in report.actors})


def _standing(actors: Resolved, country: str, report: Report, knowledge: Knowledge) -> Actor | None:
    """A state that is named only by its places, bodies and people, at the nearest of them."""
    named = [one for one in sorted(actors, key=_place) if one.kind in _NAMES]
    near = _nearest([one for mention in named for one in actors[mention] if one.country == country], report)
    if near is None:
        return None
    return _state(country, near.mention, knowledge, HOME)


def _withdrawn(report: Report, article: Article, actors: Resolved, knowledge: Knowledge) -> Report | None:
    """Of "recalled its ambassador from Canberra" the side is Australia, not the ambassador."""
    if report.type not in _WITHDRAWING or not report.actors:
        return None
    own = {one.country for one in report.actors}
    envoys = [one for one in report.recipients if _is_own_envoy(one, article, own)]
    if not envoys:
        return None
    if len(envoys) < len(report.recipients):
        return replace(report, recipients=tuple(one for one in report.recipients if one not in envoys))
    others = [one for one in _states(actors, None) if one.country not in own]
    here = [
        one
        for one in others
        if report.sentence.contains(one.mention)
        and one.mention.start > envoys[0].mention.end
        and _POSTED.search(article.text[report.sentence.start : one.mention.start])
    ]
    found = here[0] if here else _posted_in(report, envoys[0], article, actors, own, knowledge)
    found = found or _nearest([one for one in others if one.mention < report.trigger], report)
    return None if found is None else replace(report, recipients=(found,))


def _posted_in(
    report: Report, envoy: Actor, article: Article, actors: Resolved, own: set[str | None], knowledge: Knowledge
) -> Actor | None:
    """The state of the place that an envoy or embassy is in: "close its embassy in Damascus"."""
    for mention in sorted(actors, key=_place):
        after = mention.kind is MentionKind.PLACE and mention.span.start > envoy.mention.end
        if not after or not report.sentence.contains(mention.span):
            continue
        if not _POSTED.search(article.text[report.sentence.start : mention.span.start]):
            continue
        for one in actors[mention]:
            if one.country and is_state(one.country) and one.country not in own:
                return _state(one.country, mention.span, knowledge, POSTED_IN)
    return None


def _state(country: str, at: Span, knowledge: Knowledge, why: str) -> Actor:
    state = knowledge.country(country)
    return Actor(state.name_en, ActorKind.STATE, at, state.id, state.name_id, country, "GOV", why)


def _is_own_envoy(actor: Actor, article: Article, own: set[str | None]) -> bool:
    return actor.country in {None, *own} and _ENVOY.search(actor.mention.of(article.text)) is not None


def _towards_there(
    report: Report, article: Article, actors: Resolved, knowledge: Knowledge, leads: re.Pattern[str], why: str
) -> Report:
    """ "on a visit to Sydney", "sent nurses to Dili": it is towards that state, but for a summit held there."""
    if len(report.actors) != 1:
        return report
    own = report.actors[0].country
    lands = (one for one in sorted(actors, key=_place) if one.kind in LANDS)
    led = (one for one in lands if _leads_to(report, one, article, leads))
    abroad = (one for mention in led for one in actors[mention][:1] if one.country != own)
    there = next((one for one in abroad if is_state(one.country)), None)
    if there is None or _GATHERING.match(article.text, there.mention.end, report.sentence.end):
        return report
    assert there.country is not None
    return replace(report, recipients=(_state(there.country, there.mention, knowledge, why),))


_CLAUSE = re.compile(
    r"[.;:]|\b(?:after|before|when|while|who|which|that|setelah|sebelum|ketika|saat|yang|bahwa)\b", re.IGNORECASE
)
""" "the visit came after he sent troops to Chad": another clause leads there."""


def _leads_to(report: Report, place: Mention, article: Article, leads: re.Pattern[str]) -> bool:
    """Whether a preposition (``leads``) leads from the trigger to a place, in one sentence."""
    if not report.trigger.end <= place.span.start < report.sentence.end:
        return False
    between = article.text[report.trigger.end - 1 : place.span.start]
    return leads.search(between) is not None and _CLAUSE.search(between) is None


def _states(actors: Resolved, countries: set[str] | None) -> Sequence[Actor]:
    """The states that mentions stand for, in order: of these ``countries``, else all."""
    found = [
        one for mention in sorted(actors, key=_place) for one in actors[mention] if one.kind is ActorKind.STATE
    ]
    return [one for one in found if one.country and (countries is None or one.country in countries)]


def _place(mention: Mention) -> tuple[int, int]:
    return mention.span.start, mention.span.end


def _nearest(states: Iterable[Actor], report: Report) -> Actor | None:
    """The latest before the trigger, else the first after it."""
    every = list(states)
    before = [one for one in every if one.mention < report.trigger]
    return before[-1] if before else next(iter(every), None)
