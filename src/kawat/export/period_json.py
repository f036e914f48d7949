"""A period of a timeline as JSON, with its events where they are asked for. See docs/howto-timeline.md."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from kawat.ontology import quad
from kawat.records import Status
from kawat.views.shown import shown_json
from kawat.views.timeline import Entry, Period

Json = dict[str, Any]


def period_json(period: Period, entry_as: Callable[[Entry], Json | None] | None = None) -> Json:
    """The sums of a period; ``period`` and its days are null where the events have no day.

    ``entry_as``: how each of its events is told, None of one that is left out; without it all are.
    """
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
    if entry_as is None:
        return told
    return {**told, "events": [event for entry in period.entries if (event := entry_as(entry)) is not None]}


def entry_json(entry: Entry) -> Json:
    """An event that was read whole, as it stands in a timeline."""
    assert entry.event is not None
    return entry_shown(entry, shown_json(entry.event))


def entry_shown(entry: Entry, shown: Json) -> Json:
    """An event as it stands in a timeline; ``shown``: its `shown_json`."""
    return {
        "id": entry.id,
        "day": entry.days and entry.days[0].isoformat(),
        "last_day": entry.days and entry.days[1].isoformat(),
        "precision": entry.precision.value,
        "type": entry.type,
        "mode": entry.mode,
        "quad": quad(entry.type),
        "score": entry.score,
        "status": entry.status.value,
        "part": entry.part.value,
        "background": entry.background,
        "counted": entry.counts and not entry.background,
        **shown,
    }
