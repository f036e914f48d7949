"""Events over a store: always merged over all of its reports, so that an event is the same in every view."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from kawat.merge import merge
from kawat.records import Event
from kawat.store import ReportFilter, Store

ALL = ReportFilter()


def events(store: Store, filters: ReportFilter = ALL) -> tuple[Event, ...]:
    """The events with a report that fits, by day, latest first, those without a day at the end.

    Every event has all its reports, also those that do not fit. ``limit`` counts events.
    """
    merged = merge(tuple(store.tellings()))
    asked = replace(filters, limit=None)
    if asked != ALL:
        fitting = {telling.report.id for telling in store.tellings(asked)}
        merged = tuple(e for e in merged if any(telling.report.id in fitting for telling in e.tellings))
    ordered = sorted(merged, key=lambda event: event.id)
    ordered.sort(key=lambda event: event_day(event) or date.min, reverse=True)
    return tuple(ordered[: filters.limit])


def event_with(store: Store, id_prefix: str) -> tuple[Event, ...]:
    """The events whose id starts so."""
    return tuple(event for event in events(store) if event.id.startswith(id_prefix))


def event_day(event: Event) -> date | None:
    """The first day that any of the reports gives; None when none does."""
    starts = [t.report.time.start or t.report.time.end for t in event.tellings if t.report.time is not None]
    days = [start.date() if isinstance(start, datetime) else start for start in starts if start is not None]
    return min(days, default=None)
