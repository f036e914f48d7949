"""What became of events, each with the event as it is now, and as JSON. See docs/merging.md."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from kawat.intake.events import each_event
from kawat.records import Actor, Event
from kawat.store import Store
from kawat.store.merged import ChangeRow
from kawat.views.event import best_report, event_days, status_of


@dataclass(frozen=True, slots=True)
class Happened:
    """A change with the event as it is now, None where it is no more."""

    change: ChangeRow
    event: Event | None


def happened(store: Store, changes: Sequence[ChangeRow]) -> list[Happened]:
    """The changes with what their events are now."""
    ids = sorted({one.event_id for one in changes})
    rows = list(store.merging().event_rows(ids).values())
    living = {event.id: event for event in each_event(store, rows)}
    return [Happened(one, living.get(one.event_id)) for one in changes]


def change_json(one: Happened) -> dict[str, Any]:
    """The change and, of an event that is there, its values as its best report tells them; else null."""
    change, event = one.change, one.event
    days = event_days(event) if event else None
    best = best_report(event).report if event else None
    return {
        "seq": change.seq,
        "at": change.at,
        "kind": change.kind,
        "event_id": change.event_id,
        "other_id": change.other_id,
        "reports": list(change.reports),
        "type": event.type if event else None,
        "status": status_of(event).value if event else None,
        "day": days[0].isoformat() if days else None,
        "last_day": days[1].isoformat() if days else None,
        "who": _named(best.actors) if best else None,
        "whom": _named(best.recipients) if best else None,
    }


def _named(actors: Iterable[Actor]) -> list[dict[str, Any]]:
    return [{"id": one.id, "name": one.name, "country": one.country} for one in actors]
