"""An event in short: what a list shows of it. See docs/events.md."""

from __future__ import annotations

from datetime import date
from typing import Any

from kawat.records import Actor, Event, Place
from kawat.views.event import event_days, is_mutual, salience_of, status_of
from kawat.views.sentence import best_what, named_actors, sentence_of
from kawat.views.values import FieldName
from kawat.views.versions import Corroboration, Versions, versions_of

Json = dict[str, Any]


def summary_of(event: Event) -> Json:
    """The event's values as a list shows them, as JSON values; where reports differ, what most sources tell."""
    versions = versions_of(event)
    place = _place(versions)
    return {
        **heading_of(event, versions),
        "who": [actor_json(actor) for actor in named_actors(versions, FieldName.WHO)],
        "whom": [actor_json(actor) for actor in named_actors(versions, FieldName.WHOM)],
        "place": None if place is None else place_json(place),
        "contradictions": list(dict.fromkeys(field.name.value for field in versions.contradictions)),
        "reports": len(event.tellings),
    }


def heading_of(event: Event, versions: Versions) -> Json:
    """What every JSON of an event begins with: what it is, how it stands, its days and who tells it."""
    days = event_days(event)
    published = sorted(day for t in event.tellings if (day := t.article.published_day) is not None)
    return {
        "id": event.id,
        "type": event.type,
        "mode": best_what(versions).mode,
        "status": status_of(event).value,
        "salience": salience_of(event).value,
        "day": day_text(days[0]) if days else None,
        "last_day": day_text(days[1]) if days else None,
        "symmetric": is_mutual(event),
        "sentence": sentence_of(event, versions),
        "corroboration": corroboration_json(versions.corroboration),
        "first_published": day_text(published[0]) if published else None,
        "last_published": day_text(published[-1]) if published else None,
    }


def _place(versions: Versions) -> Place | None:
    field = versions.field(FieldName.WHERE)
    told = field.values[0].told if field is not None else None
    return told if isinstance(told, Place) else None


def actor_json(actor: Actor) -> Json:
    """Who an actor is, without the words."""
    return {
        "id": actor.id,
        "name": actor.name,
        "name_id": actor.name_id,
        "country": actor.country,
        "kind": actor.kind.value,
        "sector": actor.sector,
    }


def place_json(place: Place) -> Json:
    """Where a place is (degrees, WGS 84) and how exactly that is known, without the words."""
    where = {"latitude": place.latitude, "longitude": place.longitude, "precision": place.precision}
    return {"name": place.name, "country": place.country, **where}


def corroboration_json(known: Corroboration) -> Json:
    return {
        "outlets": list(known.outlets),
        "independent": known.independent,
        "voices": known.voices,
        "copies": known.copies,
    }


def day_text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
