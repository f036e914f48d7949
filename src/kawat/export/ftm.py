"""Events, articles and actors as entities of FollowTheMoney, one JSON object a line, each entity once.

For Aleph, OpenAleph and other tools that speak that model. See docs/formats.md for every property.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from kawat.export.codes import codes_of
from kawat.export.facts import Facts, actor_id, facts_of, parties_of, sources_in, web_address
from kawat.export.lines import write_lines
from kawat.export.material import Material
from kawat.records import Actor, ActorKind, Article, Event, content_id
from kawat.views.event import REAL

Json = dict[str, Any]
Properties = dict[str, list[str]]

DATASET = "kawat"
PUBLIC = frozenset({"GOV", "MIL", "COP", "JUD", "LEG", "SPY"})
"""The sectors whose bodies are a state's."""

_LANGUAGES = {"en": "eng", "id": "ind", "ms": "msa"}


def write(material: Material, out: Path) -> None:
    """Write the entities to the file ``out``, line by line: who and where first, then the event."""
    write_lines(
        out, _each_once(entity for event in material.events() for entity in entities_of(event, material.lang))
    )


def _each_once(entities: Iterator[Json]) -> Iterator[Json]:
    """Without entities that stand there already: only their ids are remembered."""
    seen: set[str] = set()
    for one in entities:
        if one["id"] not in seen:
            seen.add(one["id"])
            yield one


def entities_of(event: Event, lang: str = "en") -> Iterator[Json]:
    """The articles and actors of the event, the event itself, and a link for each pair between whom it happened."""
    facts = facts_of(event)
    for article in facts.articles:
        yield _article(article)
    for actor in parties_of(facts).values():
        yield _actor(facts, actor)
    yield _event(facts, lang)
    if facts.status in REAL:
        yield from _links(facts)


def _entity(schema: str, identifier: str, properties: dict[str, list[str | None]]) -> Json:
    told: Properties = {}
    for name, values in properties.items():
        kept = list(dict.fromkeys(value for value in values if value and not value.isspace()))
        if kept:
            told[name] = kept
    return {"id": identifier, "schema": schema, "properties": told, "datasets": [DATASET]}


def _article(article: Article) -> Json:
    return _entity(
        "Article",
        article.id,
        {
            "title": [article.title],
            "author": [article.byline],
            "publisher": [article.outlet],
            "publishedAt": [_moment(article.published)],
            "language": [_LANGUAGES.get(article.language)],
            "sourceUrl": [web_address(article.url)],
            "bodyText": [article.text],
        },
    )


def entity_id(actor: Actor, event: Event) -> str:
    """The id of an actor's entity: the same in all events for who is known by id, or by name and country."""
    return content_id("act", actor_id(actor, event))


def schema_of(actor: Actor) -> str:
    """Person, PublicBody, Organization; LegalEntity where it is not known which."""
    if actor.kind is ActorKind.PERSON:
        return "Person"
    if actor.kind is ActorKind.STATE or (actor.kind is ActorKind.ORGANISATION and actor.sector in PUBLIC):
        return "PublicBody"
    return "LegalEntity" if actor.kind is ActorKind.UNKNOWN else "Organization"


def _actor(facts: Facts, actor: Actor) -> Json:
    return _entity(
        schema_of(actor),
        entity_id(actor, facts.event),
        {
            "name": [actor.name],
            "alias": [actor.name_id if actor.name_id != actor.name else None],
            "country": [_country(actor.country)],
            "sector": [actor.sector],
        },
    )


def _event(facts: Facts, lang: str) -> Json:
    place = facts.place
    return _entity(
        "Event",
        facts.event.id,
        {
            "name": [facts.sentence(lang)],
            **_dates(facts),
            "location": [place.name if place else None],
            "country": [_country(place.country if place else None)],
            "involved": [entity_id(one, facts.event) for one in parties_of(facts).values()],
            "keywords": [facts.event.type, facts.mode, facts.status.value, *facts.contexts],
            **_proof(facts, facts.articles),
        },
    )


def _links(facts: Facts) -> Iterator[Json]:
    for pair in facts.pairs:
        if pair.actor is None or pair.recipient is None:
            continue
        told = {telling.article.id for telling in pair.tellings}
        ends = (entity_id(pair.actor, facts.event), entity_id(pair.recipient, facts.event))
        yield _entity(
            "UnknownLink",
            content_id("lnk", facts.event.id, *ends),
            {
                "subject": [ends[0]],
                "object": [ends[1]],
                "role": [facts.event.type],
                "status": [facts.status.value],
                **_dates(facts),
                **_proof(facts, tuple(one for one in facts.articles if one.id in told)),
            },
        )


def _proof(facts: Facts, articles: tuple[Article, ...]) -> dict[str, list[str | None]]:
    return {
        "recordId": [facts.event.id],
        "publisher": list(sources_in(articles)),
        "sourceUrl": [web_address(one.url) for one in articles],
        "proof": [one.id for one in articles],
    }


def _dates(facts: Facts) -> dict[str, list[str | None]]:
    """A day, or first and last day; a month or year where only that is told, nothing for anything vaguer."""
    days, exact = facts.days, facts.exact_days
    if exact is not None and exact[0] != exact[1]:
        return {"startDate": [exact[0].isoformat()], "endDate": [exact[1].isoformat()]}
    if exact is not None:
        return {"date": [exact[0].isoformat()]}
    if days is None or days[0].year != days[1].year:
        return {}
    same_month = days[0].month == days[1].month
    return {"date": [days[0].isoformat()[: 7 if same_month else 4]]}


def _country(code: str | None) -> str | None:
    two = codes_of(code).iso2
    return two.lower() if two else None


def _moment(value: date | datetime | None) -> str | None:
    """A day, or a moment in UTC; one without an offset as it stands."""
    if value is None:
        return None
    if not isinstance(value, datetime):
        return value.isoformat()
    plain = value.astimezone(UTC).replace(tzinfo=None) if value.tzinfo else value
    return plain.isoformat(timespec="seconds")
