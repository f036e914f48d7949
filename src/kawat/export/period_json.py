"""A period of a timeline as JSON, with its events where they are asked for. See docs/howto-timeline.md."""

from __future__ import annotations

from typing import Any

from kawat.ontology import quad
from kawat.records import Status
from kawat.views.event import best_report, outlets_of
from kawat.views.exactness import exactness
from kawat.views.timeline import Entry, Period


def period_json(period: Period, events: bool = False) -> dict[str, Any]:
    """The sums of a period; ``period`` and its days are null where the events have no day."""
    cooperation, conflict = period.cooperation(), period.conflict()
    old_cooperation, old_conflict = period.cooperation(background=True), period.conflict(background=True)
    told: dict[str, Any] = {
        "period": period.label or None,
        "first_day": period.days and period.days[0].isoformat(),
        "last_day": period.days and period.days[1].isoformat(),
        "cooperation_events": cooperation.events,
        "cooperation_score": cooperation.score,
        "conflict_events": conflict.events,
        "conflict_score": conflict.score,
        "planned": period.told(Status.PLANNED),
        "possible": period.told(Status.POSSIBLE),
        "denied": period.told(Status.DENIED),
        "joint": period.joint,
        "background": period.background,
        "background_cooperation_events": old_cooperation.events,
        "background_cooperation_score": old_cooperation.score,
        "background_conflict_events": old_conflict.events,
        "background_conflict_score": old_conflict.score,
    }
    return {**told, "events": [entry_json(entry) for entry in period.entries]} if events else told


def entry_json(entry: Entry) -> dict[str, Any]:
    report = best_report(entry.event).report
    return {
        "id": entry.event.id,
        "day": entry.days and entry.days[0].isoformat(),
        "last_day": entry.days and entry.days[1].isoformat(),
        "precision": exactness(entry.event.tellings, entry.days).value,
        "type": entry.event.type,
        "mode": entry.mode,
        "quad": quad(entry.event.type),
        "score": entry.score,
        "status": entry.status.value,
        "part": entry.part.value,
        "background": entry.background,
        "counted": entry.counts and not entry.background,
        "who": [actor.name for actor in report.actors],
        "whom": [actor.name for actor in report.recipients],
        "outlets": list(outlets_of(entry.event)),
    }
