"""`/calendar`: what is announced and what became of it, as JSON and as iCalendar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from http import HTTPStatus
from typing import Any

from kawat.errors import UsageError
from kawat.export.plan_json import plan_json
from kawat.export.words import Tongue
from kawat.intake.events import each_event
from kawat.records import Status
from kawat.serve.answers import Answer, RefusedError, list_answer
from kawat.serve.operations import Asked, Operation, cursor_of, parts_of
from kawat.serve.parameters import ACTOR, COUNTRY, CURSOR, LIMIT, TYPE, WITH, Kind, Parameter
from kawat.store import ReportFilter, Store
from kawat.store.merged import EventRow
from kawat.views import calendar as view
from kawat.views.calendar import Plan

MOST = 20_000
"""So many events are looked at for one answer."""
NO_DAY = "~"

FROM = Parameter("from", "Planned for this day or a later one.", Kind.DAY)
TO = Parameter("to", "Planned for this day or an earlier one.", Kind.DAY)
OVERDUE = Parameter("overdue", "Only what has passed without a word on what became of it.", Kind.TRUTH)
TODAY = Parameter("today", "Which days have passed; the day of the server else.", Kind.DAY)
LANG = Parameter("lang", "The language of the words.", default="en", among=("en", "id"))
ASKED = (FROM, TO, ACTOR, COUNTRY, WITH, TYPE, OVERDUE, TODAY)


def calendar(store: Store, asked: Asked) -> Answer:
    plans = [(_spot(plan), plan) for plan in _plans(store, asked)]
    cursor = asked.text("cursor")
    if cursor is not None:
        after = parts_of(cursor, str, str, str)
        plans = [one for one in plans if one[0] > after]
    limit = asked.whole("limit")
    shown = plans[:limit]
    following = cursor_of(*shown[-1][0]) if len(plans) > limit else None
    return list_answer([plan_json(plan) for _, plan in shown], following)


def calendar_ics(store: Store, asked: Asked) -> Answer:
    from kawat.export.ical import to_ical

    dated = [plan for plan in _plans(store, asked) if plan.days is not None]
    text = to_ical(dated, Tongue(asked.text("lang") or "en"))
    name = (("content-disposition", 'attachment; filename="kawat.ics"'),)
    return Answer(text.encode(), HTTPStatus.OK, "text/calendar; charset=utf-8", name)


def coming(store: Store, asked: Asked, today: date, last: date) -> tuple[Plan, ...]:
    """The plans from ``today`` to ``last`` as they stand today."""
    return _found(store, asked, ReportFilter(), today, last, today)


def _plans(store: Store, asked: Asked) -> list[Plan]:
    first, last = asked.day("from"), asked.day("to")
    if first is not None and last is not None and first > last:
        raise UsageError(f"from {first} is after to {last}; exchange the two")
    filters = asked.filters()
    found = _found(store, asked, filters, first, last, asked.day("today") or asked.today, asked.truth("overdue"))
    dated = [plan for plan in found if plan.days is not None]
    undated = [plan for plan in found if plan.days is None]
    return sorted(dated, key=_spot) + sorted(undated, key=_spot)


def _found(
    store: Store,
    asked: Asked,
    filters: ReportFilter,
    first: date | None,
    last: date | None,
    today: date,
    overdue: bool = False,
) -> tuple[Plan, ...]:
    rows = _rows(store, filters, first, last)
    if len(rows) > MOST:
        raise RefusedError(
            HTTPStatus.BAD_REQUEST, f"more than {MOST} plans; ask for fewer days, or one more filter"
        )
    events = asked.deadline.each(each_event(store, rows))
    return view.calendar(events, today, first, last, overdue)


def _rows(store: Store, filters: ReportFilter, first: date | None, last: date | None) -> Sequence[EventRow]:
    """The events that may be plans of these days: those with a day there, or announced then."""

    def planned(**more: Any) -> ReportFilter:
        return replace(filters, status=Status.PLANNED.value, limit=MOST + 1, **more)

    if first is None and last is None:
        return store.events(planned())
    rows = {row.id: row for row in store.events(planned(since=first, until=last))}
    rows |= {row.id: row for row in store.events(planned(published_since=first, published_until=last))}
    happened = store.events(ReportFilter(since=first, until=last, limit=MOST + 1))
    others = [row for row in happened if row.id not in rows]
    if others:
        every = {row.id for row in store.events(planned())}
        rows |= {row.id: row for row in others if row.id in every}
    return sorted(rows.values(), key=lambda row: row.id)


def _spot(plan: Plan) -> tuple[str, str, str]:
    """Where a plan stands in the list: by its days, those without a day at the end."""
    if plan.days is None:
        return NO_DAY, NO_DAY, plan.event.id
    return plan.days[0].isoformat(), plan.days[1].isoformat(), plan.event.id


OPERATIONS = (
    Operation(
        "/calendar",
        "Plans by day, those without a day at the end, each with its whole history; as `kawat calendar --json`.",
        calendar,
        "plans",
        (*ASKED, LIMIT, CURSOR),
    ),
    Operation(
        "/calendar.ics",
        "The plans that have a day, as iCalendar.",
        calendar_ics,
        parameters=(*ASKED, LANG),
        media_type="text/calendar",
    ),
)
