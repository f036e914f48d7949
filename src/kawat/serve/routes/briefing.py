"""`/briefing`: what is new on a day, what is coming, where sides differ."""

from __future__ import annotations

import json
from datetime import date

from kawat.export.plan_json import plan_json
from kawat.intake.summaries import event_summaries
from kawat.records import Salience
from kawat.serve.answers import Answer, Json, json_answer
from kawat.serve.operations import Asked, Operation
from kawat.serve.parameters import LIMIT, Kind, Parameter
from kawat.serve.routes.calendar import coming
from kawat.store import Store
from kawat.views.exactness import overlap

AHEAD = 14
"""Days of which the plans are shown."""
AT_ONCE = 500
_ORDER = list(Salience)

DAY = Parameter("day", "The day of publication; the last one in the store else.", Kind.DAY)
DAYS = Parameter("days", "So many days, of which `day` is the last.", Kind.WHOLE, default=1, most=31)


def briefing(store: Store, asked: Asked) -> Answer:
    day = asked.day("day") or _last_day(store)
    if day is None:
        return json_answer({"day": None, "new": [], "coming": [], "differ": []})
    first = date.fromordinal(max(1, day.toordinal() - asked.whole("days") + 1)).isoformat()
    last, limit = day.isoformat(), asked.whole("limit")
    told = _summaries(store, asked, first, last)
    new = [one for one in told if one["first_published"] is not None and first <= one["first_published"] <= last]
    differ = [one for one in told if one["contradictions"] and first <= one["last_published"] <= last]
    until = date.fromordinal(min(day.toordinal() + AHEAD, date.max.toordinal()))
    plans = coming(store, asked, day, until)  # those that were moved out of these days too
    ahead = [plan for plan in plans if plan.days is not None and overlap(plan.days, (day, until))]
    return json_answer(
        {
            "day": last,
            "new": sorted(new, key=_weight)[:limit],
            "coming": [plan_json(plan) for plan in ahead[:limit]],
            "differ": sorted(differ, key=_weight)[:limit],
        }
    )


def _last_day(store: Store) -> date | None:
    last = store.last_published()
    return None if last is None else date.fromisoformat(last)


def _summaries(store: Store, asked: Asked, first: str, last: str) -> list[Json]:
    """The events that articles of these days may tell."""
    ids = store.published_events(first, last)
    told: list[Json] = []
    for start in range(0, len(ids), AT_ONCE):
        asked.deadline.check()
        told += [json.loads(text) for text in event_summaries(store, ids[start : start + AT_ONCE])]
    return told


def _weight(one: Json) -> tuple[int, int, str]:
    """Main news first, then what most independent sources tell."""
    return _ORDER.index(one["salience"]), -one["corroboration"]["independent"], one["id"]


OPERATIONS = (
    Operation(
        "/briefing",
        "What is new on a day of publication, what is coming, where sides differ.",
        briefing,
        "briefing",
        (DAY, DAYS, LIMIT),
    ),
)
