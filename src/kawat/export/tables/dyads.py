"""The table `dyads`: events as ordered pairs, flat, for pandas and R."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kawat.export.tables.columns import Column, Kind, Source, Table
from kawat.export.tables.events import COLUMNS as OF_EVENTS
from kawat.export.tables.parts import ACTOR, within
from kawat.export.tables.seen import Dyad, Seen
from kawat.views.pairs import pairs_of
from kawat.views.voices import count_independent

_BEFORE = "type mode quad score status salience day last_day precision".split()
_AFTER = (
    "place_name place_country place_latitude place_longitude place_precision killed_low killed_high injured_low "
    "injured_high first_published last_published"
).split()


def _of_event(names: Iterable[str]) -> tuple[Column, ...]:
    """Columns of the table events, of the event of a pair."""
    own = {column.name: column for column in OF_EVENTS}
    moved = {column.name: column for column in within(OF_EVENTS, lambda d: d.seen)}
    return tuple(replace(moved[name], always=own[name].always) for name in names)


COLUMNS = (
    Column("event_id", Kind.ID, "the event", lambda d: d.seen.event.id, True),
    Column("pair", Kind.COUNT, "which pair of the event, from 1", lambda d: d.number, True),
    *_of_event(_BEFORE),
    *within(ACTOR, lambda d: d.pair.actor, "actor_"),
    *within(ACTOR, lambda d: d.pair.recipient, "recipient_"),
    Column(
        "symmetric",
        Kind.FLAG,
        "true where both act alike and no report tells one direction alone: the pair stands both ways round",
        lambda d: d.pair.symmetric,
        True,
    ),
    Column(
        "reversed",
        Kind.FLAG,
        "true in the second of two rows that tell of one pair; leave it out to count a pair once",
        lambda d: d.pair.reversed,
        True,
    ),
    Column(
        "sources",
        Kind.COUNT,
        "how many independent sources tell just this pair",
        lambda d: count_independent(d.pair.tellings),
        True,
    ),
    Column(
        "event_sources",
        Kind.COUNT,
        "how many independent sources tell the event",
        lambda d: d.seen.versions.corroboration.independent,
        True,
    ),
    *_of_event(_AFTER),
)


def _pairs(seen: Seen) -> Iterable[Dyad]:
    return (Dyad(seen, pair, number) for number, pair in enumerate(pairs_of(seen.event), 1))


DYADS = Table(
    "dyads",
    "one row for each event and ordered pair of actor and recipient",
    Source.EVENTS,
    _pairs,
    COLUMNS,
    ("event_id", "pair"),
    (("event_id", "events", "id"),),
)
