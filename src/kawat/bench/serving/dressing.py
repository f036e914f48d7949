"""Made-up reports dressed as real ones: countries and persons by name, places, plans, voices, other figures."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache

from kawat.knowledge import EntryKind, load_knowledge
from kawat.knowledge.entries import Entry
from kawat.ontology import load_ontology
from kawat.records import Actor, ActorKind, Place, Quantity, Report, Status, Time, Voice

PERSONS_A_COUNTRY = 12
STATUSES = ((0.86, Status.OCCURRED), (0.94, Status.PLANNED), (0.97, Status.POSSIBLE), (1.0, Status.DENIED))
LONGEST_AHEAD = 80
"""So many days at most lie between a plan and its day."""


def dressed(report: Report, happening: str) -> Report:
    """The report with what real ones have. Reports of one ``happening`` get the same, but for a few figures."""
    dice, own = random.Random(happening), random.Random(report.id)
    chance = dice.random()
    status = next(one for most, one in STATUSES if chance <= most)
    ahead = timedelta(days=dice.randrange(5, LONGEST_AHEAD))
    return replace(
        report,
        mode=_mode(report.type, dice),
        status=status,
        actors=tuple(_actor(one, dice) for one in report.actors),
        recipients=tuple(_actor(one, random.Random(f"whom {happening}")) for one in report.recipients),
        place=_place(report.actors[0], random.Random(f"where {happening}")),
        time=_later(report.time, ahead) if status is Status.PLANNED else report.time,
        quantities=tuple(_figure(one, own) for one in report.quantities),
        attribution=_voices(report.actors, own),
    )


def _mode(type_name: str, dice: random.Random) -> str | None:
    modes = next(kind.modes for kind in load_ontology().types if kind.name == type_name)
    return dice.choice(modes).name if modes and dice.random() < 0.6 else None


def _later(time: Time | None, by: timedelta) -> Time | None:
    if time is None or time.days is None:
        return time
    first, last = time.days
    return replace(time, start=first + by, end=last + by)


def _actor(state: Actor, dice: random.Random) -> Actor:
    """The state by its name, or somebody of it."""
    code = state.country or ""
    persons = _persons().get(code, ())
    if persons and dice.random() < 0.4:
        one = dice.choice(persons)
        return Actor(one.name_en, ActorKind.PERSON, state.mention, one.id, one.name_id, code, one.sector)
    entry = load_knowledge().country(code)
    return Actor(entry.name_en, ActorKind.STATE, state.mention, entry.id, entry.name_id, code, "GOV")


def _place(actor: Actor, dice: random.Random) -> Place | None:
    """A town of the actor's country, the country alone, or none."""
    code, mention, chance = actor.country or "", actor.mention, dice.random()
    towns = _towns().get(code, ())
    if towns and chance < 0.5:
        one = dice.choice(towns)
        return Place(one.name_en, code, mention, one.latitude, one.longitude, "point")
    if chance > 0.8:
        return None
    entry = load_knowledge().country(code)
    return Place(entry.name_en, code, mention, entry.latitude, entry.longitude, "country")


def _figure(told: Quantity, dice: random.Random) -> Quantity:
    return replace(told, value=(told.value or 1.0) * 2) if dice.random() < 0.1 else told


def _voices(actors: Sequence[Actor], dice: random.Random) -> tuple[Voice, ...]:
    if dice.random() > 0.3:
        return ()
    return (Voice(_actor(dice.choice(actors), dice), actors[0].mention),)


@cache
def _persons() -> dict[str, list[Entry]]:
    return _by_country(EntryKind.PERSON, PERSONS_A_COUNTRY)


@cache
def _towns() -> dict[str, list[Entry]]:
    return _by_country(EntryKind.PLACE, None)


def _by_country(kind: EntryKind, most: int | None) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in sorted(load_knowledge().entries(kind), key=lambda one: one.id):
        if entry.country is not None and (kind is not EntryKind.PLACE or entry.latitude is not None):
            found.setdefault(entry.country, []).append(entry)
    return {code: some[:most] for code, some in found.items()}
