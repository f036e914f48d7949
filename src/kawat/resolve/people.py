"""Persons: full names, short forms, dated offices, and names that only this article knows."""

from __future__ import annotations

from collections.abc import Sequence
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
    sector = entry.sector or mention.sector_hint
    return Actor(
        entry.name_en,
        ActorKind.PERSON,
        mention.span,
        entry.id,
        entry.name_id,
        entry.country,
        sector,
        "knowledge",
    )


def _named_before(name: str, earlier: Sequence[Actor]) -> Actor | None:
    """The latest earlier person whose name ends (or begins) with these words."""
    words = name.lower().split()
    for actor in reversed(earlier):
        theirs = actor.name.lower().split()
        if len(theirs) >= len(words) and (theirs[-len(words) :] == words or theirs[: len(words)] == words):
            return actor
    return None


def _again(actor: Actor, mention: Mention) -> Actor:
    same = actor.name.lower() == actor.name.lower()
    by = actor.resolved_by if same and actor.resolved_by else "named before in the article"
    return Actor(
        actor.name,
        actor.kind,
        mention.span,
        actor.id,
        actor.name_id,
        actor.country or mention.country_hint,
        actor.sector or mention.sector_hint,
        by,
    )


def _known(name: str, country: str | None, knowledge: Knowledge, on: date | None) -> Entry | None:
    """The one known person of that name who fits; None when nobody or several fit."""
    found = [entry for entry in knowledge.look_up(name) if entry.kind is EntryKind.PERSON]
    if country is not None:
        found = [entry for entry in found if entry.country == country] or (found if len(name.split()) > 1 else [])
    if len(found) > 1 and on is not None:
        found = [e for e in found if any(term.covers(on) for term in e.terms)] or found
    return found[0] if len(found) == 1 else None
