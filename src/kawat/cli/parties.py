"""Whom a name on the command line means: a country, somebody known, or whoever bears the name."""

from __future__ import annotations

from kawat.errors import NotFoundError, UsageError
from kawat.knowledge import EntryKind, load_knowledge
from kawat.knowledge.entries import Entry
from kawat.store import ReportFilter
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
