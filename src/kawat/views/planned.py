"""A plan as JSON: its whole history, every source with the words that say so. See docs/howto-calendar.md."""

from __future__ import annotations

from collections.abc import Mapping

from kawat.records import Actor, Event, Telling
from kawat.views.calendar import Plan
from kawat.views.event import Days, best_report
from kawat.views.sentence import sentence_of


def announcement(plan: Plan) -> Telling:
    """The report that shows best what is planned."""
    return best_report(Event(plan.event.id, plan.event.type, plan.announced))


def plan_json(plan: Plan, sentence: Mapping[str, str] | None = None) -> dict[str, object]:
    """A plan with its whole history; every source with the words that say so. ``sentence``: where it is known."""
    report = announcement(plan).report
    place = next((t.report.place for t in plan.announced if t.report.place), None)
    return {
        "id": plan.event.id,
        "type": plan.event.type,
        "mode": report.mode,
        "sentence": sentence_of(plan.event) if sentence is None else dict(sentence),
        "outcome": plan.outcome.value,
        **days_json(plan.days),
        "precision": plan.precision.value,
        "planned_day": plan.planned and plan.planned[0].isoformat(),
        "planned_last_day": plan.planned and plan.planned[1].isoformat(),
        "who": [_actor_json(actor) for actor in report.actors],
        "whom": [_actor_json(actor) for actor in report.recipients],
        "place": place and {"name": place.name, "country": place.country},
        "moves": [
            {
                "from": days_json(move.before),
                "to": days_json(move.after),
                "published": move.published and move.published.isoformat(),
                "sources": [source_json(telling) for telling in move.tellings],
            }
            for move in plan.moves
        ],
        "announced": [source_json(telling) for telling in plan.announced],
        "said_by": [source_json(telling) for telling in plan.said_by],
        "steps": [
            {
                "published": step.published and step.published.isoformat(),
                "status": step.status.value,
                **days_json(step.days),
                "precision": step.precision.value,
                "sources": [source_json(telling) for telling in step.tellings],
            }
            for step in plan.steps
        ],
    }


def days_json(days: Days | None) -> dict[str, object]:
    return {"day": days and days[0].isoformat(), "last_day": days and days[1].isoformat()}


def source_json(telling: Telling) -> dict[str, object]:
    """Who says it: outlet, voices from the outermost in, the words, and where they stand."""
    report, article = telling.report, telling.article
    return {
        "outlet": article.outlet,
        "voices": [voice.actor.name for voice in report.attribution],
        "words": report.trigger.of(article.text),
        "sentence": report.sentence.of(article.text),
        "published": article.published_day and article.published_day.isoformat(),
        "url": article.url,
        "report": report.id,
        "article": article.id,
    }


def _actor_json(actor: Actor) -> dict[str, object]:
    return {"id": actor.id, "name": actor.name, "name_id": actor.name_id, "country": actor.country}
