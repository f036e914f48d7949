"""What is counted over many events, kept for each: who takes part, who deals with whom, where, what is planned.

What an event has is worked out in `kawat.intake.facts`, the sums over them are in `kawat.store.counting`.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from kawat.store.fold import fold
from kawat.store.rows import dump


@dataclass(frozen=True, slots=True)
class Party:
    """One who takes part: ``key`` by ``scope`` (actor or country). ``names``: what it is found by."""

    scope: str
    key: str
    dealt: bool
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Pair:
    """Two that dealt with one another; scores in thousandths."""

    scope: str
    one: str
    other: str
    cooperation: int
    conflict: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan as the table ``event_plans`` has it. ``spans``: pairs of ISO dates."""

    first: str
    last: str
    spans: tuple[tuple[str, str], ...]
    due: str | None
    plan: str
    late: str | None


@dataclass(frozen=True, slots=True)
class Facts:
    """What is kept of one event, as the tables have it."""

    event_id: str
    day: str
    last_day: str
    exactness: str
    type: str
    mode: str | None
    status: str
    background: bool
    sides: str
    shown: str
    outlets: str
    place: str | None
    parties: tuple[Party, ...]
    pairs: tuple[Pair, ...]
    plan: Plan | None


def put(connection: sqlite3.Connection, one: Facts) -> None:
    """Keep the facts of an event; those of how it stood before went when it was written."""
    event, days = one.event_id, (one.day, one.last_day)
    row = (event, *days, one.exactness, one.type, one.mode, one.status, one.background)
    connection.execute("INSERT OR REPLACE INTO event_facts VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
    connection.execute(
        "INSERT OR REPLACE INTO event_told VALUES (?, ?, ?, ?)", (event, one.sides, one.shown, one.outlets)
    )
    connection.executemany(
        "INSERT OR REPLACE INTO event_parties VALUES (?, ?, ?, ?, ?, ?, ?)",
        ((p.scope, p.key, one.day, event, one.last_day, one.type, p.dealt) for p in one.parties),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO party_names VALUES (?, ?)",
        ((party.key, fold(name)) for party in one.parties for name in party.names),
    )
    connection.executemany(
        "INSERT OR REPLACE INTO event_pairs VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (p.scope, *ends, one.day, event, one.last_day, p.cooperation, p.conflict)
            for p in one.pairs
            for ends in ((p.one, p.other), (p.other, p.one))
        ),
    )
    if one.place is not None:
        connection.execute("INSERT OR REPLACE INTO event_places VALUES (?, ?, ?)", (one.place, one.day, event))
    if one.plan is not None:
        _put_plan(connection, event, one.plan)


def _put_plan(connection: sqlite3.Connection, event: str, plan: Plan) -> None:
    earliest = min((first for first, _ in plan.spans), default="")
    latest = max((last for _, last in plan.spans), default="")
    connection.execute(
        "INSERT OR REPLACE INTO event_plans VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (event, plan.first, plan.last, earliest, latest, dump(list(plan.spans)), plan.due, plan.plan, plan.late),
    )
