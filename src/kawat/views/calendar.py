"""The calendar: what is announced, for which days, who announced it, and what became of it.

Planned, moved, cancelled and happened are tellings of one event, so a plan's history is a view over these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from kawat.records import Event, Granularity, Status, Telling
from kawat.views.event import REAL, Days, days_of, event_days, first_published, publication_order, sources_of
from kawat.views.exactness import exactness, overlap, width

Told = Callable[[Telling], date]
"""The day on which the source of a report told of the event first: a copy printed later says nothing new."""


class Outcome(StrEnum):
    """What became of a plan, seen from a given day.

    UNDATED: told without a day, and nobody says what became of it. OVERDUE: the day has passed, likewise.
    """

    AHEAD = "ahead"
    MOVED = "moved"
    OVERDUE = "overdue"
    OCCURRED = "occurred"
    CANCELLED = "cancelled"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Step:
    """What was said of a plan on one day of publication, with one status and one time."""

    published: date | None
    status: Status
    days: Days | None
    precision: Granularity
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """A plan told for other days than before: both, when that was published, and by which reports."""

    before: Days
    after: Days
    published: date | None
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """An announced event. ``planned`` are the days it was last planned for, ``days`` those it happened on, if told.

    ``announced``: the reports that tell it as planned, ``said_by`` those that tell what became of it (of a plan
    ahead or overdue: those that give its day; of one without a day: all that announce it).
    """

    event: Event
    outcome: Outcome
    days: Days | None
    precision: Granularity
    planned: Days | None
    moves: tuple[Move, ...]
    steps: tuple[Step, ...]
    announced: tuple[Telling, ...]
    said_by: tuple[Telling, ...]


def calendar(
    events: Iterable[Event],
    today: date,
    first: date | None = None,
    last: date | None = None,
    overdue: bool = False,
) -> tuple[Plan, ...]:
    """The plans among the events by day, those without a day at the end, last told first.

    ``first`` and ``last``: only plans that were told for, or happened on, a day from one to the other, inclusive;
    a plan without a day fits by when it was announced. ``overdue``: only plans that are.
    """
    plans = [plan for event in events if (plan := plan_of(event, today)) is not None]
    fits = [
        plan for plan in plans if _within(plan, first, last) and (plan.outcome is Outcome.OVERDUE or not overdue)
    ]
    fits.sort(key=lambda plan: plan.event.id)
    dated = sorted((plan for plan in fits if plan.days), key=lambda plan: plan.days or ())
    undated = [plan for plan in fits if not plan.days]
    undated.sort(key=lambda plan: max(map(_published, plan.announced)), reverse=True)
    return (*dated, *undated)


def plan_of(event: Event, today: date) -> Plan | None:
    """The event as a plan; None when no report tells it as planned. ``today`` decides which days have passed."""
    announced = tuple(t for t in event.tellings if t.report.status is Status.PLANNED)
    if not announced:
        return None
    first = first_published(event.tellings)

    def told(telling: Telling) -> date:
        return first[telling.source]

    planned, moves = _course(announced, told)
    happened, denials = _happened(event, announced, planned, told), _denials(event, announced, told)
    days = planned
    if happened and len(sources_of(happened)) >= len(sources_of(denials)):
        outcome, said_by = Outcome.OCCURRED, happened
        days = event_days(Event(event.id, event.type, happened)) or planned
    elif denials and _denied_last(announced, denials, told):
        outcome, said_by = Outcome.CANCELLED, denials
    else:
        outcome, said_by = _waiting(announced, planned, moves, today)
    precision = exactness(said_by if days != planned else event.tellings, days)
    return Plan(event, outcome, days, precision, planned, moves, _steps(event.tellings), announced, said_by)


def _waiting(
    announced: tuple[Telling, ...], planned: Days | None, moves: tuple[Move, ...], today: date
) -> tuple[Outcome, tuple[Telling, ...]]:
    """How a plan stands that nobody says has happened or is off, and who gives its day."""
    if planned is None:
        return Outcome.UNDATED, announced
    giving = tuple(t for t in announced if (days := days_of(t.report.time)) and overlap(days, planned))
    if planned[1] < today:
        return Outcome.OVERDUE, giving
    return (Outcome.MOVED, moves[-1].tellings) if moves else (Outcome.AHEAD, giving)


def _happened(event: Event, announced: Sequence[Telling], planned: Days | None, told: Told) -> tuple[Telling, ...]:
    """The reports that tell that the plan came about.

    What is told for other days counts only from the day planned on: what was told before the plan, or before its
    day, is of another time, and no outcome of it.
    """
    begun = min(map(told, announced))

    def about_it(telling: Telling) -> bool:
        days = days_of(telling.report.time)
        since = max(begun, planned[0]) if planned else begun
        return told(telling) >= since or bool(days and planned and overlap(days, planned))

    return tuple(t for t in event.tellings if t.report.status in REAL and about_it(t))


def _denials(event: Event, announced: Sequence[Telling], told: Told) -> tuple[Telling, ...]:
    """The reports that deny it, from the day on which it was first announced."""
    begun = min(map(told, announced))
    return tuple(t for t in event.tellings if t.report.status is Status.DENIED and told(t) >= begun)


def _denied_last(announced: Sequence[Telling], denials: Sequence[Telling], told: Told) -> bool:
    """Whether the last word is that it is off; on one day the word of more sources counts, a denial among equals.

    An article that tells the plan and denies it tells that it is off.
    """
    last = max(map(told, (*announced, *denials)))
    off = set(sources_of(t for t in denials if told(t) == last))
    on = set(sources_of(t for t in announced if told(t) == last)) - off
    return bool(off) and len(off) >= len(on)


# --- days that a plan was told for -----------------------------------------------------------------------


def _course(announced: Sequence[Telling], told: Told) -> tuple[Days | None, tuple[Move, ...]]:
    """The days that the plan was last told for, and each time it was moved.

    More exact days within those told before ("in January", then "on 12 January") are no move. On one day of
    publication the days that most independent sources give count; a new day goes before the known one among equals.
    """
    current: Days | None = None
    moves: list[Move] = []
    for published, group in groupby(sorted(announced, key=lambda t: (told(t), publication_order(t))), key=told):
        saying = tuple(group)
        votes = _votes(saying, current)
        if not votes:
            continue
        new = [days for days in votes if current is None or not overlap(days, current)]
        if current is None:
            current = _most_told(votes, votes)
        elif len(new) * 2 >= len(votes):
            after = _most_told(new, new)
            by = tuple(t for t in saying if days_of(t.report.time) == after)
            moves.append(Move(current, after, None if published == date.min else published, by))
            current = after
        else:
            closer = [days for days in votes if overlap(days, current) and width(days) <= width(current)]
            current = _most_told(closer, closer) if closer else current
    return current, tuple(moves)


def _votes(told: Sequence[Telling], current: Days | None) -> list[Days]:
    """For each independent source the days that it gives: of several those that are new, else the most exact."""
    by_source: dict[str, list[Days]] = {}
    for telling in told:
        days = days_of(telling.report.time)
        if days is not None:
            by_source.setdefault(telling.source, []).append(days)
    votes: list[Days] = []
    for given in by_source.values():
        new = [days for days in given if current is not None and not overlap(days, current)]
        votes.append(min(new or given, key=width))
    return votes


def _most_told(among: Sequence[Days], votes: Sequence[Days]) -> Days:
    return max(among, key=lambda days: (votes.count(days), -width(days)))


# --- the history and the window --------------------------------------------------------------------------


def _steps(tellings: Sequence[Telling]) -> tuple[Step, ...]:
    """What was said, by day of publication; what has no such day first."""
    grouped: dict[tuple[date, int, Days | None], list[Telling]] = {}
    order = list(Status)
    for telling in sorted(tellings, key=publication_order):
        key = (_published(telling), order.index(telling.report.status), days_of(telling.report.time))
        grouped.setdefault(key, []).append(telling)
    steps = sorted(grouped.items(), key=lambda item: (item[0][:2], item[0][2] is None, item[0][2] or ()))
    return tuple(
        Step(None if day == date.min else day, order[status], days, exactness(told, days), tuple(told))
        for (day, status, days), told in steps
    )


def told_for(plan: Plan) -> tuple[Days, ...]:
    """The days by which a plan is found: told for it, or of its happening, else those of its announcements."""
    told = [plan.days, plan.planned, *(days for move in plan.moves for days in (move.before, move.after))]
    given = dict.fromkeys(days for days in told if days is not None)
    return tuple(given or dict.fromkeys((_published(t), _published(t)) for t in plan.announced))


def _within(plan: Plan, first: date | None, last: date | None) -> bool:
    window = (first or date.min, last or date.max)
    return any(overlap(days, window) for days in told_for(plan))


def _published(telling: Telling) -> date:
    return telling.article.published_day or date.min
