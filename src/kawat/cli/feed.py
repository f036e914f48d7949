"""What became of events, for people."""

from __future__ import annotations

from kawat.cli import cells
from kawat.cli.face import SHORT, Column, Face, short
from kawat.export.change_json import Happened
from kawat.views.event import best_report, event_days

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
