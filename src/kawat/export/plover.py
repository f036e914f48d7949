"""Events as PLOVER's JSON records, one a line, with what PLOVER has no place for under the key `kawat`.

See docs/formats.md for every key.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kawat import __version__
from kawat.contract.as_json import moment
from kawat.export.codes import codes_of
from kawat.export.facts import Facts, addresses_in, facts_of, figure_of, point_of, web_address
from kawat.export.folding import Coded, coded
from kawat.export.lines import write_lines
from kawat.export.material import Material
from kawat.knowledge import load_knowledge
from kawat.knowledge.entries import is_state
from kawat.ontology import quad, score
from kawat.records import Actor, Article, Counted, Event, Place, Salience, Status
from kawat.views.summary import corroboration_json

Json = dict[str, Any]

RESOLUTIONS = {"country": 1, "admin": 2, "point": 4}
"""How exact a place is as PLOVER counts it, from 1 (country) to 5 (within a city)."""

AUXILIARY = {Status.PLANNED: "future", Status.POSSIBLE: "hypothetical", Status.DENIED: "negation"}
"""PLOVER's auxiliary modes, which its manual defines and says nobody implements yet."""

_SIZES = {"dead": Counted.KILLED, "injured": Counted.INJURED, "arrested": Counted.ARRESTED}


def write(material: Material, out: Path) -> None:
    """Write the events to the file ``out``, line by line."""
    write_lines(out, (record_of(event) for event in material.events()))


def record_of(event: Event) -> Json:
    """The event as a PLOVER record. ``has_event`` is false where PLOVER has no code for what is told (`coded`)."""
    facts = facts_of(event)
    act = coded(facts)
    days = None if act is None or act.to_come else facts.exact_days
    best = facts.best
    text = best.article.text
    told: Json = {
        "id": event.id,
        "has_event": act is not None,
        "date": days and days[0].isoformat(),
        "enddate": days[1].isoformat() if days and days[1] != days[0] else None,
        "actor": [entity(facts, one) for one in facts.who],
        "recipient": [entity(facts, one) for one in facts.whom],
        "event": [act.type] if act else [],
        "mode": _modes(facts, act),
        "context": list(facts.contexts),
        "quad_code": act.quad if act else None,
        "event_scale": act.score if act else None,
        "event_text": best.report.trigger.of(text),
        "event_loc": [location(facts, facts.place)] if facts.place else [],
        "size": _size(facts),
        "text": best.report.sentence.of(text),
        "text_info": {"start": best.report.sentence.start, "end": best.report.sentence.end},
        "cite_info": citation(best.article),
        "link": addresses_in(facts.articles),
        "coder": f"kawat {__version__}",
    }
    return {**told, "kawat": _own(facts)}


def entity(facts: Facts, actor: Actor) -> Json:
    """Who it is. Kawat knows no Wikidata numbers, so there is no ``identifier_id``."""
    return {
        "code": codes_of(actor.country).plover,
        "sector": actor.sector,
        "entity_text": _wording(facts, actor),
        "identifier_text": actor.name,
        "kawat_id": actor.id,
    }


def location(facts: Facts, place: Place) -> Json:
    point = point_of(place)
    said = [
        t.report.place.mention.of(t.article.text)
        for t in facts.event.tellings
        if t.report.place is not None and t.report.place.name == place.name
    ]
    return {
        "extracted_place": next(iter(said), None),
        "resolved_place": place.name,
        "lat": point[0] if point else None,
        "lon": point[1] if point else None,
        "province": place.name if place.precision == "admin" else None,
        "country": _country_name(place.country),
        "country_code": codes_of(place.country).plover,
        "resolution": RESOLUTIONS.get(place.precision or ""),
    }


def citation(article: Article) -> Json:
    return {
        "citation": article.id,
        "url": web_address(article.url),
        "title": article.title,
        "publication": article.outlet,
        "language": article.language,
        "date": moment(article.published),
    }


def _country_name(country: str | None) -> str | None:
    known = country is not None and is_state(country) and codes_of(country).code
    return load_knowledge().country(known).name_en if known else None


def _modes(facts: Facts, act: Coded | None) -> list[str]:
    """The mode, and the auxiliary modes for what has not happened and for what is told as history."""
    own = act.mode if act is not None else None
    historical = "historical" if facts.salience is Salience.BACKGROUND else None
    return [one for one in (own, AUXILIARY.get(facts.status), historical) if one]


def _size(facts: Facts) -> Json:
    figures = {key: figure_of(facts, counted) for key, counted in _SIZES.items()}
    return {key: one.value for key, one in figures.items() if one is not None}


def _wording(facts: Facts, actor: Actor) -> str | None:
    """The words that stand for the actor, those of the best report before others."""
    for telling in (facts.best, *facts.event.tellings):
        for told in telling.report.sides:
            if (told.id, told.name, told.kind) == (actor.id, actor.name, actor.kind):
                return told.mention.of(telling.article.text)
    return None


def _own(facts: Facts) -> Json:
    """The act itself with its status and days, how sure it is, and every report."""
    days = facts.days
    return {
        "type": facts.event.type,
        "mode": facts.mode,
        "quad": quad(facts.event.type),
        "score": score(facts.event.type, facts.mode),
        "status": facts.status.value,
        "salience": facts.salience.value,
        "day": days and days[0].isoformat(),
        "last_day": days and days[1].isoformat(),
        "precision": facts.precision.value,
        "symmetric": facts.mutual,
        "corroboration": corroboration_json(facts.versions.corroboration),
        "contradictions": list(dict.fromkeys(field.name.value for field in facts.versions.contradictions)),
        "reports": [{"id": t.report.id, **citation(t.article)} for t in facts.event.tellings],
    }
