"""Whose office it was when it happened: in 2015 "the US president" was not who is one on the publication day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kawat.knowledge import Knowledge
from kawat.knowledge.entries import Office
from kawat.records import Actor, Article, Time
from kawat.resolve.owners import BY_WORDS

HOLDS = "office held on the publication day"
HELD = "office held on the day of the act"


def as_of(actor: Actor, time: Time | None, article: Article, knowledge: Knowledge) -> Actor:
    """Who is known by office only, as who held it all the time of the act; by the words alone where nobody did.

    Nothing changes where the act has no day, or who holds the office now held it already.
    """
    days = time.days if time is not None else None
    today = article.published_day
    if actor.resolved_by != HOLDS or actor.id is None or actor.country is None or not days or today is None:
        return actor
    terms = [one for one in knowledge.entry(actor.id).terms if one.covers(today) and one.country == actor.country]
    if not terms or any(one.start <= days[1] for one in terms):
        return actor
    first, last = (_holder(actor, day, article, knowledge) for day in days)
    if last is not None and first == last:
        return last
    wording = actor.mention.of(article.text)
    return replace(actor, name=wording, id=None, name_id=wording, resolved_by=BY_WORDS)


def _holder(actor: Actor, day: date, article: Article, knowledge: Knowledge) -> Actor | None:
    """Who held the office that the words of ``actor`` name on a day; None for offices known by title only."""
    roles = knowledge.find_roles(actor.mention.of(article.text), article.language)
    office = next((one.office for _, one in roles if one.office is not None), None)
    if office is None or office is Office.OTHER or actor.country is None:
        return None
    found = knowledge.holder(actor.country, office, day)
    if found is None:
        return None
    return replace(actor, name=found.name_en, id=found.id, name_id=found.name_id, resolved_by=HELD)
