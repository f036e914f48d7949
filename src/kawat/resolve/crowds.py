"""Whose people crowds are: those of the land where they act or are struck, else of the one the article is about.

Officials without a country are `resolve/homes.py`'s.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from kawat.knowledge.entries import is_state
from kawat.records import Actor, ActorKind, Article, Mention, Report
from kawat.resolve.homes import HOME, PLAYS, POSTED, WITH_NAME

_CIVIL = frozenset("CVL EDU AGR LAB MED SOC OPP".split())
_CROWDS = frozenset({ActorKind.GROUP, ActorKind.UNKNOWN})
_THINGS = frozenset({ActorKind.ORGANISATION, ActorKind.UNKNOWN})
_KEEPS_ORDER = frozenset("COP JUD".split())
_STRUCK = frozenset({"ASSAULT", "COERCE", "PROTEST"})
_ELSEWHERE = re.compile(
    r"\b(?:foreign\w*|asing|international\w*|internasional|refugees?|pengungsi|migra\w+|tourists?|turis|wisatawan"
    r"|travell?ers?|passengers?|penumpang|crew|sailors?|awak|pelaut|hostages?|sandera|captives?|tawanan|pilgrims?"
    r"|jemaah|expat\w*|ekspatriat|journalists?|reporters?|wartawan|jurnalis|diplomats?|from|asal|dari|abroad|exiles?"
    r"|scientists?|ilmuwan|activists?|aktivis|experts?|pakar|ethnic|etnis|investors?|both|kedua"
    r"|suspects?|tersangka|pelaku|perpetrators?|attackers?|penyerang|victims?|korban|inmates|prisoners|tahanan"
    r"|narapidana|countries|nations|states|negara|rights|hak asasi|HAM|third|gerakan)\b",
    re.IGNORECASE,
)
"""People who may be of any land, wherever they are met."""
_ANYBODY = re.compile(r"\b(?:people|persons?|m[ae]n|wom[ae]n|others|orang|pria|wanita|lelaki)\b", re.IGNORECASE)
_SUSPECTED = frozenset({"COERCE", "ACCUSE", "SANCTION"})
"""Of acts upon suspects, who may be of any land."""
_MOVES = re.compile(
    r"\b(?:ships?|boats?|vessels?|tankers?|freighters?|cargo|convoys?|trucks?|cars?|vehicles?|planes?|airliners?"
    r"|aircraft|jets?|helicopters?|drones?|embass\w+|consulates?|bases?|garrison"
    r"|kapal|perahu|konvoi|truk|mobil|kendaraan|pesawat|helikopter|kedutaan|konsulat|pangkalan)\b",
    re.IGNORECASE,
)
"""What may be another's, wherever it stands."""


def with_lands(report: Report, article: Article, home: str | None, lands: Mapping[Mention, str | None]) -> Report:
    """The report, those of its sides of no country who are of some land by where they are.

    ``home``: the country that the article is about; ``lands``: the countries of the article's states and places.
    """
    if all(one.country for one in (*report.actors, *report.recipients)):
        return report
    there = _scene(report) or _policed(report)
    around = _around(report, home, lands)
    return replace(
        report,
        actors=tuple(_of_land(one, report, article, there, around) for one in report.actors),
        recipients=tuple(
            _thing(_of_land(one, report, article, there, around), report, there) for one in report.recipients
        ),
    )


def _scene(report: Report) -> str | None:
    """The country of the report's place, where its own sentence names it."""
    place = report.place
    if place is None or place.mention is None or not report.sentence.contains(place.mention):
        return None
    foreign = POSTED.search(place.name) is not None  # it stands in another land than its own
    return place.country if is_state(place.country) and not foreign else None


def _policed(report: Report) -> str | None:
    """The country whose police use force: the crowds before them are its own."""
    police = {one.country for one in report.actors}
    of_police = report.actors and all(one.sector == "COP" for one in report.actors) and len(police) == 1
    return next(iter(police)) if of_police and report.type == "ASSAULT" else None


def _around(report: Report, home: str | None, lands: Mapping[Mention, str | None]) -> str | None:
    """The country that the article is about, where the sentence names no other, and it does not strike its own."""
    here = {country for mention, country in lands.items() if report.sentence.contains(mention.span)}
    strikes = any(one.kind is ActorKind.STATE and one.country == home for one in report.actors)
    return None if strikes or here - {home, None} else home


def _of_land(actor: Actor, report: Report, article: Article, there: str | None, around: str | None) -> Actor:
    if actor.country or actor.id or actor.kind not in _CROWDS or _is_from_elsewhere(actor, article):
        return actor
    if actor in report.recipients and report.type in _SUSPECTED and _ANYBODY.search(actor.name):
        return actor
    crowd = actor.sector in _CIVIL or (actor.sector is None and report.type == "PROTEST")
    if there is not None and (crowd or actor.sector in _KEEPS_ORDER):
        return replace(actor, country=there, resolved_by=PLAYS)
    if around is not None and crowd and actor.sector != "OPP":
        return replace(actor, country=around, resolved_by=HOME)
    return actor


def _is_from_elsewhere(actor: Actor, article: Article) -> bool:
    """Whether its wording leaves open that it is of elsewhere; the staff of a named body is that body's."""
    wording = actor.mention.of(article.text)
    return _ELSEWHERE.search(wording) is not None or WITH_NAME.search(wording) is not None


def _thing(actor: Actor, report: Report, there: str | None) -> Actor:
    """A building that is struck belongs to the land where it stands."""
    named = actor.name[:1].isupper() or actor.kind not in _THINGS
    if actor.country or there is None or named or report.type not in _STRUCK or _MOVES.search(actor.name):
        return actor
    return replace(actor, country=there, resolved_by=PLAYS)
