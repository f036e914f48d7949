"""Plans as a news agenda: news objects of type "event" in IPTC ninjs 3.1, one a line. See docs/formats.md."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kawat.export.facts import Facts, facts_of, point_of, web_address
from kawat.export.ical import description, plans_of, summary
from kawat.export.lines import write_lines
from kawat.export.material import Material
from kawat.export.words import Tongue
from kawat.records import ActorKind, Article, Granularity
from kawat.views.calendar import Outcome, Plan

Json = dict[str, Any]

STANDARD = {
    "name": "ninjs",
    "version": "3.1",
    "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
}
_URN = "urn:x-kawat:"
_LENGTHS = {Granularity.MONTH: 7, Granularity.YEAR: 4}


def write(material: Material, out: Path) -> None:
    """Write the plans to the file ``out``, those without a day too; events that nobody planned are left out."""
    write_lines(out, (news_of(plan, material.lang) for plan in plans_of(material)))


def news_of(plan: Plan, lang: str = "en") -> Json:
    """The plan as a news object."""
    facts, face = facts_of(plan.event), Tongue(lang)
    told: Json = {
        "uri": f"{_URN}{plan.event.id}",
        "type": "event",
        "pubStatus": "canceled" if plan.outcome is Outcome.CANCELLED else "usable",
        "version": str(len(plan.moves) + 1),
        "language": lang,
        "title": summary(face, plan),
        "descriptions": [{"contentType": "text/plain", "value": description(face, plan)}],
        "people": _named(facts, {ActorKind.PERSON}),
        "organisations": _named(facts, set(ActorKind) - {ActorKind.PERSON}),
        "places": _places(facts),
        "subjects": [{"name": name, "creator": "Kawat"} for name in (plan.event.type, *facts.contexts)],
        "events": [{"id": plan.event.id, "name": facts.sentence(lang)}],
        "eventDetails": _details(plan),
        "infoSources": [_source(one) for one in facts.articles],
        "standard": STANDARD,
    }
    moments = [
        one.published for one in facts.articles if isinstance(one.published, datetime) and one.published.tzinfo
    ]
    if moments:
        told["firstCreated"] = _utc(min(moments))
        told["versionCreated"] = _utc(max(moments))
    return told


def _source(article: Article) -> Json:
    """The article that tells it: at which address where it has one; ``literal`` is Kawat's id."""
    uri = web_address(article.url) or f"{_URN}{article.id}"
    return {"name": article.outlet or article.id, "uri": uri, "literal": article.id}


def _named(facts: Facts, kinds: set[ActorKind]) -> list[Json]:
    """The sides of these kinds; ``literal`` is Kawat's id."""
    sides = [one for one in (*facts.who, *facts.whom) if one.kind in kinds]
    return [{"name": one.name, **({"literal": one.id} if one.id else {})} for one in sides]


def _places(facts: Facts) -> list[Json]:
    if facts.place is None:
        return []
    point = point_of(facts.place)
    told: Json = {"name": facts.place.name}
    if facts.place.country:
        told["literal"] = facts.place.country
    if point is not None:
        told["geoJSON"] = {"type": "Point", "coordinates": [point[1], point[0]]}
    return [told]


def _details(plan: Plan) -> Json:
    """The days as expected ones, a month or a year as such; nothing where no day is told."""
    if plan.days is None:
        return {}
    length = _LENGTHS.get(plan.precision, 10)
    first, last = (day.isoformat()[:length] for day in plan.days)
    return {"dates": {"expectedStartDate": first, "expectedEndDate": last}}


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds")
