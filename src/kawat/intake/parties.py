"""Whom a name means: a country, somebody known, or whoever bears the name; and the events that concern them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from kawat.errors import NotFoundError, UsageError
from kawat.intake.events import each_event
from kawat.knowledge import EntryKind, load_knowledge
from kawat.knowledge.entries import Entry
from kawat.records import Event
from kawat.store import ReportFilter, Store
from kawat.store.merged import EventRow
from kawat.views.timeline import Party

_ACTORS = frozenset(EntryKind) - {EntryKind.PLACE}


def party_called(given: str, lang: str = "en") -> Party:
    """The party that ``given`` names: a code (RUS), an id, a country or its capital, an actor; else a mere name.

    Raises `UsageError` for an empty name.
    """
    name = " ".join(given.split())
    if not name:
        raise UsageError("an empty name names nobody; give a country, a code such as RUS, or the name of an actor")
    entry = _coded(name) if name.isupper() or ":" in name else None
    entry = entry or _known(name) or _coded(name.upper())
    if entry is None:
        return Party(name)
    told = entry.name_id if lang == "id" else entry.name_en
    if entry.kind is EntryKind.COUNTRY:
        return Party(told, country=entry.country)
    return Party(entry.name_en, id=entry.id)


def asks_for(party: Party) -> tuple[ReportFilter, ...]:
    """What to ask a store for so that no event of the party is missed; what comes back may be too much."""
    if party.country is not None:
        return (ReportFilter(country=party.country),)
    asked = (party.id, party.name) if party.id is not None else (party.name,)
    return tuple(ReportFilter(actor=one) for one in asked)


def _coded(name: str) -> Entry | None:
    """By the code of a country or by an id."""
    known = load_knowledge()
    try:
        return known.entry(name) if ":" in name else known.country(name) if len(name) == 3 else None
    except NotFoundError:
        return None


def _known(name: str) -> Entry | None:
    """The likeliest bearer that can act. A capital stands for its country."""
    return next((entry for entry in load_knowledge().look_up(name) if entry.kind in _ACTORS), None)


def events_of(
    store: Store, parties: Sequence[Party], since: date | None = None, until: date | None = None
) -> Iterator[Event]:
    """The events that may concern every one of ``parties`` in these days, as few as SQL can tell, each whole."""
    rows = _rows(store, parties[0])
    for party in parties[1:]:
        wanted = _rows(store, party)
        rows = {one: row for one, row in rows.items() if one in wanted}
    return each_event(store, [row for row in rows.values() if _touches(row, since, until)])


def _rows(store: Store, party: Party) -> dict[str, EventRow]:
    return {row.id: row for filters in asks_for(party) for row in store.events(filters)}


def _touches(row: EventRow, since: date | None, until: date | None) -> bool:
    """Whether the days of a settled event touch those asked for; all do where none are."""
    if since is None and until is None:
        return True
    if row.day is None or row.last_day is None:
        return False
    return (since is None or row.last_day >= str(since)) and (until is None or row.day <= str(until))
