"""Whom an act is towards where its own words leave that to what was said before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kawat.records import Actor, ActorKind, Article, Mention, Report
from kawat.resolve.actors import Resolved
from kawat.resolve.roles import HOME

TOWARDS_HOME = frozenset({"AID", "SANCTION"})
"""Given or withheld abroad, in an article about one other country, they are for it (gold/dev: 9 of 11)."""
_WITHDRAWING = frozenset({"SANCTION", "COERCE", "RETREAT"})
_ENVOY = re.compile(r"\b(?:ambassadors?|envoys?|chargé d'affaires|duta besar|dubes|kuasa usaha)", re.IGNORECASE)
_POSTED = re.compile(r"\b(?:from|to|in|for|dari|di|untuk|ke)(?: the)? $", re.IGNORECASE)


def with_implied(report: Report, article: Article, actors: Resolved, home: str | None) -> Report:
    """The report with its recipient: the state that an own envoy leaves, the country that the article is about."""
    posted = _withdrawn(report, article, actors)
    if posted is not None:
        return posted
    if report.type not in TOWARDS_HOME or report.recipients or home is None:
        return report
    countries = {one.country for one in report.actors}
    if not countries or countries & {home, None}:
        return report
    found = _nearest(_states(actors, {home}), report)
    return report if found is None else replace(report, recipients=(replace(found, resolved_by=HOME),))


def _withdrawn(report: Report, article: Article, actors: Resolved) -> Report | None:
    """Of "recalled its ambassador from Canberra" the side is Australia, not the ambassador."""
    if report.type not in _WITHDRAWING or not report.actors:
        return None
    own = {one.country for one in report.actors}
    envoys = [one for one in report.recipients if _is_own_envoy(one, article, own)]
    if not envoys or len(envoys) < len(report.recipients):
        return None
    others = [one for one in _states(actors, None) if one.country not in own]
    here = [
        one
        for one in others
        if report.sentence.contains(one.mention)
        and one.mention.start > envoys[0].mention.end
        and _POSTED.search(article.text[report.sentence.start : one.mention.start])
    ]
    found = here[0] if here else _nearest([one for one in others if one.mention < report.trigger], report)
    return None if found is None else replace(report, recipients=(found,))


def _is_own_envoy(actor: Actor, article: Article, own: set[str | None]) -> bool:
    return actor.country in {None, *own} and _ENVOY.search(actor.mention.of(article.text)) is not None


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
