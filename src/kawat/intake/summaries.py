"""Events in short: made of what merging left, kept, and read by the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kawat.errors import UsageError
from kawat.intake.events import NOTHING, Known, each_event
from kawat.intake.facts import facts_of
from kawat.intake.memory import Memory
from kawat.records import Event, day_of
from kawat.store import ReportFilter, Store
from kawat.store.merged import EventRow
from kawat.store.rows import dump
from kawat.store.summaries import Listed, Spot, Summary, marks_of
from kawat.views.summary import summary_of

AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a list of events: each as JSON text, and where the list goes on, None where it ends."""

    items: tuple[str, ...]
    next: str | None


def event_page(store: Store, filters: ReportFilter, after: str | None, limit: int) -> Page:
    """At most ``limit`` events in short, by day, latest first, those without a day at the end.

    ``after``: the `Page.next` of the page before. A list that is read while others write meets every event that
    stays as it is exactly once. What waits to be merged is not in it. Raises `UsageError`.
    """
    if limit < 1:
        raise UsageError(f"the limit is {limit}; give 1 or more")
    found = store.event_page(filters, None if after is None else _spot(after), limit + 1)
    shown = found[:limit]
    last = shown[-1].row if len(found) > limit else None
    return Page(_texts(store, shown), None if last is None else f"{last.day or ''}~{last.id}")


def event_summaries(store: Store, event_ids: Sequence[str]) -> tuple[str, ...]:
    """The events that have these ids, in short, as JSON texts, in this order."""
    return _texts(store, store.event_summaries(event_ids))


def summarise(store: Store, done: Callable[[int], None] | None = None, memory: Memory | None = None) -> int:
    """Make the summaries that are missing; gives how many there were. ``done`` is told how many are made.

    ``memory``: of who merged last, so that what it knows need not be read.
    """
    made = 0
    last = ""
    while True:
        with store.transaction():  # so that no event changes before its summary is kept
            rows = store.without_summary(last, AT_ONCE)
            if not rows:
                return made
            known = memory.told if memory is not None and memory.knows(store) else NOTHING
            store.put_summaries(_made(store, rows, known).values())
        last = rows[-1].id
        made += len(rows)
        if done is not None:
            done(made)


def _texts(store: Store, listed: Sequence[Listed]) -> tuple[str, ...]:
    missing = [one.row for one in listed if one.summary is None]
    made = _made(store, missing) if missing else {}
    return tuple(made[one.row.id].text if one.summary is None else one.summary for one in listed)


def summary_for(row: EventRow, event: Event) -> Summary:
    """What is kept of an event as it stands in ``row``."""
    reports = [telling.report for telling in event.tellings]
    times = [one.time for one in reports if one.time is not None]
    days = [day for time in times for day in (day_of(time.start), day_of(time.end)) if day is not None]
    summary = summary_of(event)
    return Summary(
        row,
        dump(summary),
        marks_of(reports),
        min(days).isoformat() if days else None,
        max(days).isoformat() if days else None,
        facts_of(event, summary),
    )


def _made(store: Store, rows: Sequence[EventRow], known: Known = NOTHING) -> dict[str, Summary]:
    by_id = {row.id: row for row in rows}
    events = (event for event in each_event(store, rows, known) if event.id in by_id)
    return {event.id: summary_for(by_id[event.id], event) for event in events}


def _spot(after: str) -> Spot:
    day, sign, event = after.partition("~")
    if not sign or not event:
        raise UsageError(f"{after!r} is no place in a list; give the one that the page before named")
    return Spot(day, event)
