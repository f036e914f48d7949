"""`/calendar`: what is announced and what became of it, as JSON and as iCalendar."""

from __future__ import annotations

from datetime import date
from http import HTTPStatus

from kawat.errors import UsageError
from kawat.export.words import Tongue
from kawat.intake.counting import Spot, counts_of
from kawat.intake.events import each_event
from kawat.intake.facts import NO_DAY
from kawat.serve.answers import Answer, RefusedError, text_list_answer
from kawat.serve.operations import Asked, Operation, cursor_of, parts_of
from kawat.serve.parameters import ACTOR, COUNTRY, CURSOR, LIMIT, TYPE, WITH, Kind, Parameter
from kawat.store import ReportFilter, Store
from kawat.store.counting import Window
from kawat.views.calendar import plan_of

MOST = 20_000
"""So many plans at most are in one iCalendar file."""

FROM = Parameter("from", "Planned for this day or a later one.", Kind.DAY)
TO = Parameter("to", "Planned for this day or an earlier one.", Kind.DAY)
OVERDUE = Parameter("overdue", "Only what has passed without a word on what became of it.", Kind.TRUTH)
TODAY = Parameter("today", "Which days have passed; the day of the server else.", Kind.DAY)
LANG = Parameter("lang", "The language of the words.", default="en", among=("en", "id"))
ASKED = (FROM, TO, ACTOR, COUNTRY, WITH, TYPE, OVERDUE, TODAY)


def calendar(store: Store, asked: Asked) -> Answer:
    cursor = asked.text("cursor")
    limit = asked.whole("limit")
    found = _plans(store, asked, None if cursor is None else _spot(cursor), limit + 1)
    shown = found[:limit]
    following = cursor_of(*shown[-1][0]) if len(found) > limit else None
    return text_list_answer([plan for _, plan in shown], following)


def calendar_ics(store: Store, asked: Asked) -> Answer:
    from kawat.export.ical import to_ical

    spots = [spot for spot, _ in _plans(store, asked, None, MOST + 1) if spot[0] != NO_DAY]
    if len(spots) > MOST:
        raise RefusedError(
            HTTPStatus.BAD_REQUEST, f"more than {MOST} plans; ask for fewer days, or one more filter"
        )
    rows = store.merging().event_rows([event for _, _, event in spots])
    events = asked.deadline.each(each_event(store, [rows[event] for _, _, event in spots if event in rows]))
    plans = [plan_of(event, _today(asked)) for event in events]
    told = asked.deadline.each([plan for plan in plans if plan is not None])
    text = to_ical(told, Tongue(asked.text("lang") or "en"))
    name = (("content-disposition", 'attachment; filename="kawat.ics"'),)
    return Answer(text.encode(), HTTPStatus.OK, "text/calendar; charset=utf-8", name)


def coming(store: Store, today: date, last: date, limit: int) -> list[str]:
    """At most ``limit`` plans from ``today`` to ``last`` as they stand today, as JSON."""
    counts, window = counts_of(store), Window(today, last)
    found: list[str] = []
    after: Spot | None = None
    while len(found) < limit:
        page = counts.plans(ReportFilter(), window, today, False, after, limit)
        # those that were moved out of these days are among them
        found += [plan for (begins, ends, _), plan in page if begins != NO_DAY and window.fits(begins, ends)]
        if len(page) < limit:
            break
        after = page[-1][0]
    return found[:limit]


def _plans(store: Store, asked: Asked, after: Spot | None, limit: int) -> list[tuple[Spot, str]]:
    first, last = asked.day("from"), asked.day("to")
    if first is not None and last is not None and first > last:
        raise UsageError(f"from {first} is after to {last}; exchange the two")
    window, overdue = Window(first, last), asked.truth("overdue")
    return counts_of(store).plans(asked.filters(), window, _today(asked), overdue, after, limit)


def _today(asked: Asked) -> date:
    return asked.day("today") or asked.today


def _spot(cursor: str) -> Spot:
    first, last, event = parts_of(cursor, str, str, str)
    return first, last, event


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
