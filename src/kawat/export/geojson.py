"""Events as GeoJSON (RFC 7946): a point where the place is known as one, no geometry where it is not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kawat.export.facts import Facts, addresses_in, facts_of, first_published_of, point_of, sources_in
from kawat.export.material import Material
from kawat.export.safe import json_line
from kawat.ontology import quad, score
from kawat.records import Event

Json = dict[str, Any]


def write(material: Material, out: Path) -> None:
    """Write one collection to the file ``out``, an event a line."""
    with out.open("w", encoding="utf-8", newline="") as file:
        file.writelines(_pieces(material))


def _pieces(material: Material) -> Iterator[str]:
    yield '{"type":"FeatureCollection","features":['
    for number, event in enumerate(material.events()):
        yield ("\n" if number == 0 else ",\n") + json_line(feature_of(event, material.lang))
    yield "\n]}\n"


def feature_of(event: Event, lang: str = "en") -> Json:
    """The event as a feature. A country, a region and a place without coordinates have no geometry."""
    facts = facts_of(event)
    point = point_of(facts.place)
    geometry = None if point is None else {"type": "Point", "coordinates": [point[1], point[0]]}
    return {"type": "Feature", "id": event.id, "geometry": geometry, "properties": _properties(facts, lang)}


def _properties(facts: Facts, lang: str) -> Json:
    days, place = facts.days, facts.place
    first = first_published_of(facts)
    return {
        "type": facts.event.type,
        "mode": facts.mode,
        "quad": quad(facts.event.type),
        "score": score(facts.event.type, facts.mode),
        "status": facts.status.value,
        "salience": facts.salience.value,
        "day": days and days[0].isoformat(),
        "last_day": days and days[1].isoformat(),
        "day_precision": facts.precision.value,
        "sentence": facts.sentence(lang),
        "who": [one.name for one in facts.who],
        "whom": [one.name for one in facts.whom],
        "countries": sorted({one.country for one in (*facts.who, *facts.whom) if one.country}),
        "place": place and place.name,
        "place_country": place and place.country,
        "place_precision": place and place.precision,
        "outlets": list(sources_in(facts.articles)),
        "independent": facts.versions.corroboration.independent,
        "first_published": first and first.isoformat(),
        "articles": [one.id for one in facts.articles],
        "urls": addresses_in(facts.articles),
    }
