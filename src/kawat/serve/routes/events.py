"""`/events`: a list in short, one event whole, and why its reports are one event."""

from __future__ import annotations

from urllib.parse import quote

from kawat.errors import NotFoundError, UsageError
from kawat.export.change_json import Happened, change_json
from kawat.export.event_json import event_json
from kawat.export.judgement_json import judgement_json, listed_judgements
from kawat.export.why_json import whole_json
from kawat.intake.events import accounts, each_event
from kawat.intake.summaries import event_page
from kawat.intake.why import explain
from kawat.records import Event
from kawat.serve.answers import Answer, Json, json_answer, json_bytes, text_list_answer
from kawat.serve.operations import Asked, Operation, cursor_of, parts_of
from kawat.serve.parameters import CURSOR, FILTERS, LIMIT, Parameter
from kawat.serve.routes.judged import judgements_of
from kawat.store import Store
from kawat.views.calendar import plan_of
from kawat.views.planned import plan_json

BASE = "/api/v1"
EVENT = Parameter("id", "The id of an event, or the beginning of it.", most=64, in_path=True)
SHOWN = 5
FARTHEST = 10
"""So many times an event is followed from one to another."""


def events(store: Store, asked: Asked) -> Answer:
    cursor = asked.text("cursor")
    after = None if cursor is None else str(parts_of(cursor, str)[0])
    page = event_page(store, asked.filters(), after, asked.whole("limit"))
    return text_list_answer(page.items, None if page.next is None else cursor_of(page.next))


def event(store: Store, asked: Asked) -> Answer:
    given = str(asked.values["id"])
    found = _called(store, given)
    if not found.startswith(given):
        return _moved(found, "")
    rows = list(store.merging().event_rows([found]).values())
    told = next(each_event(store, rows), None)
    if told is None:
        raise NotFoundError(f"the event {found} is being merged anew; ask again in a moment")
    return json_answer(_whole(store, asked, told))


def why(store: Store, asked: Asked) -> Answer:
    given = str(asked.values["id"])
    found = _called(store, given)
    if not found.startswith(given):
        return _moved(found, "/why")
    return json_answer(whole_json(explain(store, found)))


def _called(store: Store, given: str) -> str:
    """The one event that has or had this id, or an id that begins so. Raises `NotFoundError`, `UsageError`."""
    ids = store.event_called(given) or _followed(store, given)
    if given in ids:
        return given
    if not ids:
        raise NotFoundError("there is no event with this id; /events lists them")
    if len(ids) > 1:
        shown = ", ".join(ids[:SHOWN]) + (" ..." if len(ids) > SHOWN else "")
        raise UsageError(f"{len(ids)} ids begin so ({shown}); give more of it")
    return ids[0]


def _followed(store: Store, given: str) -> list[str]:
    """Where an event went that is no more: into another one, or to the one that a newer text tells instead."""
    for _ in range(FARTHEST):
        last = next(iter(store.changes_of(given)[::-1]), None)
        if last is None or last.other_id is None or last.kind not in ("merged", "replaced"):
            return []
        given = last.other_id
        if ids := store.event_called(given):
            return ids
    return []


def _moved(event_id: str, more: str) -> Answer:
    location = f"{BASE}/events/{quote(event_id)}{more}"
    return Answer(json_bytes({"moved": event_id}), 301, headers=(("location", location),))


def _whole(store: Store, asked: Asked, told: Event) -> Json:
    changes = store.changes_of(told.id)
    said = judgements_of(store, told, changes)
    plan = plan_of(told, asked.today)
    return {
        **event_json(told, accounts(store, told)),
        "plan": None if plan is None else plan_json(plan),
        "changes": [change_json(Happened(one, told)) for one in changes],
        "judgements": [judgement_json(one) for one in listed_judgements(store, said)],
    }


OPERATIONS = (
    Operation(
        "/events",
        "Events in short, latest day first, those without a day at the end; each has a report that fits.",
        events,
        "events",
        (*FILTERS, LIMIT, CURSOR),
    ),
    Operation(
        "/events/{id}",
        "One event whole: every value with who tells it, its reports, its plan, what became of it.",
        event,
        "event",
        (EVENT,),
        redirects=True,
    ),
    Operation(
        "/events/{id}/why",
        "What binds each report of the event to it.",
        why,
        "why",
        (EVENT,),
        redirects=True,
    ),
)
