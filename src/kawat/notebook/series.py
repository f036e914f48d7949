"""Timelines and calendars as tables."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from kawat.export.tables import Column, Kind, Source, Table
from kawat.export.tables.parts import PRECISIONS, TYPES
from kawat.records import Status
from kawat.views.calendar import Outcome, Plan
from kawat.views.planned import announcement
from kawat.views.timeline import Period


def _names(plan: Plan, side: str) -> list[str]:
    return [actor.name for actor in getattr(announcement(plan).report, side)]


def _place(plan: Plan) -> str | None:
    return next((t.report.place.name for t in plan.announced if t.report.place), None)


def _announced(plan: Plan) -> date | None:
    return min((day for t in plan.announced if (day := t.article.published_day) is not None), default=None)


def _outlets(plan: Plan) -> list[str]:
    return list(dict.fromkeys(t.article.outlet or t.article.id for t in plan.announced))


def _sentence(plan: Plan) -> str:
    telling = announcement(plan)
    return telling.report.sentence.of(telling.article.text)


def _itself(one: Any) -> tuple[Any]:
    return (one,)


TIMELINE = Table(
    "timeline",
    "one row for each period of which something is told",
    Source.EVENTS,
    _itself,
    (
        Column("period", Kind.TEXT, "2025-08-14, 2025-W33, 2025-08 or 2025", lambda p: p.label, True),
        Column("first_day", Kind.DAY, "first day of the period", lambda p: p.days[0], True),
        Column("last_day", Kind.DAY, "last day of the period", lambda p: p.days[1], True),
        Column("cooperation_events", Kind.COUNT, "how many events", lambda p: p.cooperation().events, True),
        Column("cooperation_score", Kind.NUMBER, "the sum of their scores", lambda p: p.cooperation().score, True),
        Column("conflict_events", Kind.COUNT, "how many events", lambda p: p.conflict().events, True),
        Column(
            "conflict_score", Kind.NUMBER, "the sum of their scores, below zero", lambda p: p.conflict().score, True
        ),
        Column("planned", Kind.COUNT, "events planned, in no sum", lambda p: p.told(Status.PLANNED), True),
        Column("possible", Kind.COUNT, "events possible, in no sum", lambda p: p.told(Status.POSSIBLE), True),
        Column("denied", Kind.COUNT, "events denied, in no sum", lambda p: p.told(Status.DENIED), True),
        Column("joint", Kind.COUNT, "what both did side by side, in no sum", lambda p: p.joint, True),
        Column("background", Kind.COUNT, "events told only as history, in no sum", lambda p: p.background, True),
    ),
    ("period",),
)
"""Made of `Period`s that have days."""

CALENDAR = Table(
    "calendar",
    "one row for each announced event",
    Source.EVENTS,
    _itself,
    (
        Column("id", Kind.ID, "the event", lambda p: p.event.id, True),
        Column("day", Kind.DAY, "first day; null of a plan without a day", lambda p: p.days and p.days[0]),
        Column("last_day", Kind.DAY, "last day", lambda p: p.days and p.days[1]),
        Column(
            "precision", Kind.CODE, "how exactly the days are told", lambda p: p.precision.value, True, PRECISIONS
        ),
        Column("outcome", Kind.CODE, "what became of it", lambda p: p.outcome.value, True, tuple(Outcome)),
        Column("planned_day", Kind.DAY, "the day it was last planned for", lambda p: p.planned and p.planned[0]),
        Column("moved", Kind.COUNT, "how often it was moved to another day", lambda p: len(p.moves), True),
        Column("type", Kind.CODE, "PLOVER type", lambda p: p.event.type, True, TYPES),
        Column("who", Kind.TEXTS, "who, in the report that shows it best", lambda p: _names(p, "actors"), True),
        Column("whom", Kind.TEXTS, "to whom", lambda p: _names(p, "recipients"), True),
        Column("place", Kind.TEXT, "where", _place),
        Column("announced_on", Kind.DAY, "when it was published first", _announced),
        Column("outlets", Kind.TEXTS, "who announced it", _outlets, True),
        Column("words", Kind.TEXT, "the sentence that says so", _sentence, True),
    ),
    ("id",),
)
"""Made of `Plan`s."""


def dated(periods: Iterable[Period], background: bool) -> list[Period]:
    """Those in which something is told that is not only history; with ``background`` all."""
    return [one for one in periods if one.days and (background or len(one.entries) > one.background)]
