"""The two that an article is about, states or a state and its rebels: sides of talks and fighting without any."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from kawat.knowledge import Knowledge
from kawat.knowledge.entries import is_state
from kawat.records import Actor, ActorKind, Article, Mention, ParagraphKind, Report, Span
from kawat.resolve.actors import Resolved
from kawat.resolve.discourse import BESIDE, LEAST, foremost, named_together

DYAD = "the two states that the article is about"
WITHIN = "the state that the article is about and its rebels"
_ARMED = frozenset({"REB", "UAF"})
MUTUAL = frozenset({"CONSULT", "ASSAULT", "AGREE", "RETREAT", "SUPPORT"})
AGAINST_OTHER = frozenset({"SANCTION"})
"""What one of the two does without saying to whom, it does to the other."""
_BETWEEN_TWO = re.compile(
    r"\b(?:fighting|clash(?:es)?|battles?|war|talks|negotiations?|ceasefires?|truce|agreement|accord|deal|pact|treaty"
    r"|bentrok(?:an)?|pertempuran|perang|baku tembak|kontak senjata|perundingan|pembicaraan|negosiasi|dialog"
    r"|gencatan senjata|kesepakatan|perjanjian|traktat)\b",
    re.IGNORECASE,
)


def with_dyad(
    reports: Sequence[Report], article: Article, actors: Resolved, home: str | None, knowledge: Knowledge
) -> list[Report]:
    """The reports; those that name nobody and take two ("the talks", "bentrokan") get the two of the article.

    These are two states, or the state that it is about and the rebels whom it names most.
    """
    two = dyad(actors, article, knowledge) or within(actors, home, knowledge)
    foes = _foes(reports, actors, knowledge) or two
    return [_with(one, foes if one.type == "ASSAULT" else two, article) for one in reports]


def _foes(reports: Sequence[Report], actors: Resolved, knowledge: Knowledge) -> tuple[Actor, ...]:
    """The two states of which one strikes the other, or on its ground, in most attacks told; () where none are."""
    fought: Counter[tuple[str, str]] = Counter()
    for one in reports:
        ground = one.place.country if one.place is not None else None
        struck = {side.country for side in one.recipients} or {ground}
        if one.type == "ASSAULT" and one.actors:
            fought.update(
                (min(by, on), max(by, on))
                for by in {side.country for side in one.actors}
                for on in struck
                if by is not None and on is not None and by != on and is_state(by) and is_state(on)
            )
    (pair, most), (_, next_most) = [*fought.most_common(2), (("", ""), 0), (("", ""), 0)][:2]
    if most <= next_most:
        return ()
    named = [(mention, one.country) for mention, told in actors.items() for one in told if one.country in pair]
    first = {country: mention for mention, country in sorted(named, key=lambda one: one[0].span, reverse=True)}
    if len(first) < len(pair):
        return ()
    return tuple(_state(one, first[one], knowledge) for one in sorted(pair, key=lambda one: first[one].span))


def _with(report: Report, two: tuple[Actor, ...], article: Article) -> Report:
    if not two:
        return report
    own = {one.country for one in report.actors}
    others = tuple(one for one in two if one.country not in own)
    if report.type in AGAINST_OTHER and not report.recipients and len(own) == len(others) == 1:
        return replace(report, recipients=others)
    if _is_mediation(report) and not own & {one.country for one in two}:
        return replace(report, recipients=two)
    nobody = not report.actors and not report.recipients
    mutual = report.type in MUTUAL and _BETWEEN_TWO.search(report.trigger.of(article.text))
    return replace(report, actors=two, symmetric=True) if nobody and mutual else report


def _is_mediation(report: Report) -> bool:
    """Whether somebody brings two together whom the words do not name: "Oman hosted the talks"."""
    told = report.recipients or len(report.actors) != 1
    return report.type == "CONSULT" and report.mode == "third-party" and not told


def dyad(actors: Resolved, article: Article, knowledge: Knowledge) -> tuple[Actor, ...]:
    """The two states named most, each at its first mention, in order of the text; () where no two stand out.

    To be named with one another, most of all in the title, counts as more mentions: a mediator is named often, too.
    """
    named: Counter[str] = Counter()
    first: dict[str, Mention] = {}
    places: list[tuple[str | None, Span, bool]] = []
    title = next((one.span.end for one in article.paragraphs if one.kind is ParagraphKind.TITLE), 0)
    for mention in sorted(actors, key=lambda one: (one.span, one.kind)):
        for country in dict.fromkeys(one.country for one in actors[mention] if one.resolved_by != BESIDE):
            if country is not None and is_state(country):
                named[country] += 1
                first.setdefault(country, mention)
                places.append((country, mention.span, mention.span.end <= title))
    for pair, times in named_together(places, article.text).items():
        named.update({one: times for one in pair if one is not None})
    two = sorted((first[country].span, country) for country in foremost(named))
    return tuple(_state(country, first[country], knowledge) for _, country in two)


def within(actors: Resolved, home: str | None, knowledge: Knowledge) -> tuple[Actor, ...]:
    """The state that an article is about and the armed group of it that is named most; () where none stands out."""
    if home is None:
        return ()
    every = [actors[mention][0] for mention in sorted(actors, key=lambda one: one.span) if actors[mention]]
    armed = [one for one in every if one.id and one.sector in _ARMED and one.country == home]
    (most, times), (_, next_times) = [*Counter(one.id for one in armed).most_common(2), ("", 0), ("", 0)][:2]
    own = next((one for one in every if one.country == home and one.sector not in _ARMED), None)
    if times < max(LEAST, next_times + 1) or own is None:
        return ()
    group = next(one for one in armed if one.id == most)
    state = knowledge.country(home)
    side = Actor(state.name_en, ActorKind.STATE, own.mention, state.id, state.name_id, home, "GOV", WITHIN)
    return tuple(sorted((side, replace(group, resolved_by=WITHIN)), key=lambda one: one.mention))


def _state(country: str, mention: Mention, knowledge: Knowledge) -> Actor:
    entry = knowledge.country(country)
    return Actor(entry.name_en, ActorKind.STATE, mention.span, entry.id, entry.name_id, country, "GOV", DYAD)
