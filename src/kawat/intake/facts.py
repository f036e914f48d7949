"""What is counted over many events, worked out for each; and what is so for those that wait for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from kawat.intake.dealing import key_of, scores, sides, ties
from kawat.intake.events import each_event
from kawat.records import Event, Status
from kawat.store import ReportFilter, Store
from kawat.store.facts import Facts, Pair, Party, Plan
from kawat.store.rows import dump
from kawat.views.calendar import plan_of, told_for
from kawat.views.event import event_days
from kawat.views.exactness import exactness
from kawat.views.planned import plan_json
from kawat.views.shown import shown_json
from kawat.views.summary import summary_of
from kawat.views.timeline import mode_of, sides_told

Json = dict[str, Any]
ALL = ReportFilter()
NO_DAY = "~"
"""What stands for the days of a plan without: after every day."""


def facts_of(event: Event, summary: Json) -> Facts:
    """What is counted of the event that is ``summary`` in short."""
    shown = shown_json(event, summary["sentence"])
    outlets = shown.pop("outlets")
    return Facts(
        event_id=event.id,
        day=summary["day"] or "",
        last_day=summary["last_day"] or "",
        exactness=exactness(event.tellings, event_days(event)).value,
        type=event.type,
        mode=mode_of(event),
        status=summary["status"],
        background=summary["salience"] == "background",
        sides=_sides(event),
        shown=dump(shown),
        outlets=dump(outlets),
        place=None if summary["place"] is None else dump(summary["place"]),
        parties=_parties(summary),
        pairs=_pairs(summary),
        plan=_plan(event, summary["sentence"]),
    )


def waiting_facts(store: Store, filters: ReportFilter = ALL) -> Iterator[Facts]:
    """The same of the events with a report that fits of which nothing is kept yet, latest first."""
    rows = store.waiting_events(filters)
    for event in each_event(store, rows):
        yield facts_of(event, summary_of(event))


def _sides(event: Event) -> str:
    told = dict.fromkeys(
        (side.acting, side.meeting, tuple((one.id, one.name, one.name_id, one.country) for one in side.who))
        for side in sides_told(event)
    )
    return dump([[acting, meeting, [list(one) for one in who]] for acting, meeting, who in told])


def _parties(summary: Json) -> tuple[Party, ...]:
    actors = sides(summary)
    dealing = {key for ends in ties(summary, False) for key in ends}
    met = {code for ends in ties(summary, True) for code in ends}
    found = [
        Party(
            "actor",
            key_of(one),
            key_of(one) in dealing,
            tuple(filter(None, (one["id"], one["name"], one["name_id"]))),
        )
        for one in actors
    ]
    codes = dict.fromkeys(one["country"] for one in actors if one["country"] is not None)
    return (*found, *(Party("country", code, code in met) for code in codes))


def _pairs(summary: Json) -> tuple[Pair, ...]:
    added = scores(summary)
    return tuple(
        Pair("country" if by_country else "actor", *ends, *added)
        for by_country in (False, True)
        for ends in ties(summary, by_country)
    )


def _plan(event: Event, sentence: Mapping[str, str]) -> Plan | None:
    """The plan before its day has come, and where that changes it after."""
    if all(telling.report.status is not Status.PLANNED for telling in event.tellings):
        return None
    ahead, past = plan_of(event, date.min), plan_of(event, date.max)
    assert ahead is not None and past is not None
    first, last = ahead.days or (None, None)
    late = past.outcome is not ahead.outcome and ahead.planned is not None
    return Plan(
        first=first.isoformat() if first else NO_DAY,
        last=last.isoformat() if last else NO_DAY,
        spans=tuple((begin.isoformat(), end.isoformat()) for begin, end in told_for(ahead)),
        due=ahead.planned[1].isoformat() if late and ahead.planned else None,
        plan=dump(plan_json(ahead, sentence)),
        late=dump(plan_json(past, sentence)) if late else None,
    )
