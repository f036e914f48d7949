"""What became of events, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from kawat.cli import cells
from kawat.cli.face import SHORT, Column, Face, short
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


BECAME = (
    Column("event", width=SHORT),
    Column("change", width=SHORT),
    Column("other_event", width=SHORT, under=True),
    Column("reports", right=True),
    Column("what", 4),
    Column("when", width=10, under=True),
    Column("who", 5),
    Column("whom", 5),
)
FEED = (Column("seq", right=True), Column("at", width=20), *BECAME)


def happened(store: Store, changes: Sequence[ChangeRow]) -> list[Happened]:
    """The changes with what their events are now."""
    ids = sorted({one.event_id for one in changes})
    rows = list(store.merging().event_rows(ids).values())
    living = {event.id: event for event in each_event(store, rows)}
    return [Happened(one, living.get(one.event_id)) for one in changes]


def feed_cells(face: Face, one: Happened) -> tuple[str, ...]:
    """The cells of `FEED`."""
    return str(one.change.seq), one.change.at, *became_cells(face, one)


def became_cells(face: Face, one: Happened) -> tuple[str, ...]:
    """The cells of `BECAME`; kinds stay English in CSV, like its head."""
    change, event = one.change, one.event
    kind = change.kind if face.csv else face.say(f"change_{change.kind}")
    first = (short(face, change.event_id), kind, short(face, change.other_id or ""), str(len(change.reports)))
    if event is None:
        return (*first, "", "", "", "")
    days, best = event_days(event), best_report(event).report
    kind_of = event.type if face.csv else cells.type_label(face, event.type)
    who, whom = cells.actors(face, best.actors), cells.actors(face, best.recipients)
    return (*first, kind_of, days[0].isoformat() if days else "", who, whom)


def feed_json(one: Happened) -> dict[str, Any]:
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
