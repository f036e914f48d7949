"""Persons: full names, short forms, dated offices, and names that only this article knows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kawat.knowledge import Knowledge
from kawat.knowledge.entries import Entry, EntryKind
from kawat.records import Actor, ActorKind, Mention


def person(mention: Mention, name: str, knowledge: Knowledge, on: date | None, earlier: Sequence[Actor]) -> Actor:
    """The person a name stands for: one that the article named in full before, or one that Kawat knows."""
    fuller = _named_before(name, earlier)
    if fuller is not None and (fuller.id is None or len(name.split()) == 1):
        return _again(fuller, mention)
    entry = _known(name, mention.country_hint, knowledge, on)
    if entry is None:
        country, sector = mention.country_hint, mention.sector_hint
        by = "words beside the name" if country or sector else None
        return Actor(name, ActorKind.PERSON, mention.span, None, name, country, sector, by)
    country = _country(entry, mention.country_hint, on)
    sector = entry.sector or mention.sector_hint
    by, kind = "knowledge", ActorKind.PERSON
    return Actor(entry.name_en, kind, mention.span, entry.id, entry.name_id, country, sector, by)


def _country(entry: Entry, beside: str | None, on: date | None) -> str | None:
    """Whose office a person holds: by the words beside the name, else by the day, else the last one."""
    served = {term.country for term in entry.terms}
    if beside in served:
        return beside
    held = [term for term in entry.terms if on is not None and term.covers(on)]
    return max(held, key=lambda term: term.start).country if held else entry.country


def _named_before(name: str, earlier: Sequence[Actor]) -> Actor | None:
    """The latest earlier person whose name ends (or begins) with these words."""
    words = name.lower().split()
    for actor in reversed(earlier):
        theirs = actor.name.lower().split()
        if len(theirs) >= len(words) and (theirs[-len(words) :] == words or theirs[: len(words)] == words):
            return actor
    return None


def _again(actor: Actor, mention: Mention) -> Actor:
    return replace(
        actor,
        mention=mention.span,
        country=actor.country or mention.country_hint,
        sector=actor.sector or mention.sector_hint,
        resolved_by="named before in the article",
    )


def _known(name: str, country: str | None, knowledge: Knowledge, on: date | None) -> Entry | None:
    """The one known person of that name who fits; None when nobody or several fit."""
    found = [entry for entry in knowledge.look_up(name) if entry.kind is EntryKind.PERSON]
    if country is not None:
        own = [e for e in found if e.country == country or any(term.country == country for term in e.terms)]
        found = own or (found if len(name.split()) > 1 else [])
    if len(found) > 1 and on is not None:
        found = [e for e in found if any(term.covers(on) for term in e.terms)] or found
    return found[0] if len(found) == 1 else None
