"""`/briefing`: what is new on a day, what is coming, where sides differ."""

from __future__ import annotations

import json
from datetime import date

from kawat.intake.summaries import event_summaries
from kawat.ontology import score
from kawat.records import Salience
from kawat.serve.answers import Answer, Json, json_answer
from kawat.serve.operations import Asked, Operation
from kawat.serve.parameters import LIMIT, Kind, Parameter
from kawat.serve.routes.calendar import coming
from kawat.store import Store

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
    return json_answer(
        {
            "day": last,
            "new": sorted(new, key=_weight)[:limit],
            "coming": [json.loads(plan) for plan in coming(store, day, until, limit)],
            "differ": sorted(differ, key=_weight)[:limit],
        }
    )


def _last_day(store: Store) -> date | None:
    last = store.last_published()
    return None if last is None else date.fromisoformat(last)


def _summaries(store: Store, asked: Asked, first: str, last: str) -> list[Json]:
    """The events that were told first, or last, in these days."""
    ids = store.published_events(first, last)
    told: list[Json] = []
    for start in range(0, len(ids), AT_ONCE):
        asked.deadline.check()
        told += [json.loads(text) for text in event_summaries(store, ids[start : start + AT_ONCE])]
    return told


def _weight(one: Json) -> tuple[int, int, int, bool, bool, float, str]:
    """Main news first, then what most sources tell; of equals what known actors did, on a known day, and much."""
    known = [sum(actor["id"] is not None for actor in one[side]) for side in ("who", "whom")]
    sides = min(2, known[0]) if one["symmetric"] else sum(map(bool, known))
    intensity = abs(score(one["type"], one["mode"]))
    told = (_ORDER.index(one["salience"]), -one["corroboration"]["independent"], -sides)
    return (*told, not one["who"], one["day"] is None, -intensity, one["id"])


OPERATIONS = (
    Operation(
        "/briefing",
        "What is new on a day of publication, what is coming, where sides differ.",
        briefing,
        "briefing",
        (DAY, DAYS, LIMIT),
    ),
)
