"""Who acts on whom in an event, pair by pair, as its reports tell it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from kawat.records import Actor, Event, Report, Telling
from kawat.views.actors import folded, is_state
from kawat.views.event import is_mutual
from kawat.views.values import FieldName, rules_of
from kawat.views.versions import gathered

Sides = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Pair:
    """``actor`` acts on ``recipient``; None where nobody names one. ``tellings``: those that tell just that.

    ``symmetric``: both act alike, and the same pair stands the other way round too, ``reversed`` there.
    """

    actor: Actor | None
    recipient: Actor | None
    symmetric: bool
    reversed: bool
    tellings: tuple[Telling, ...]


def pairs_of(event: Event) -> tuple[Pair, ...]:
    """The pairs of an event, those that most sources name first; never none.

    Who is named in several reports is one, as in `views.versions`. Only what one report tells makes a pair: whom no
    report sets against anybody stands with None. Two of one country that meet others are one side, no pair.
    """
    actors, place = _participants(event)
    mutual = is_mutual(event)
    told: dict[Sides, list[Telling]] = {}
    alike: dict[Sides, list[Telling]] = {}
    for telling in event.tellings:
        report = telling.report
        sides = [[_known(place, report, one) for one in side] for side in (report.actors, report.recipients)]
        into = alike if mutual or report.symmetric else told
        for pair in dict.fromkeys(_facing(*sides, actors=actors, alike=into is alike)):
            into.setdefault(pair, []).append(telling)
    paired = {one for pair in (*told, *alike) for one in pair}
    for alone, tellings in _unpaired(event, place, paired, mutual):
        told.setdefault(alone, []).extend(tellings)
    found = tuple(_found(told, alike, actors))
    return found or (Pair(None, None, False, False, event.tellings),)


def _participants(event: Event) -> tuple[list[Actor], dict[tuple[str, Actor], int]]:
    """Who takes part, each once, and which of them an actor of a report is; without those that have no name."""
    told = [
        (t, one) for t in event.tellings for one in (*t.report.actors, *t.report.recipients) if folded(one.name)
    ]
    actors: list[Actor] = []
    place: dict[tuple[str, Actor], int] = {}
    for value in gathered(told, rules_of(FieldName.WHO)):
        if isinstance(value.told, Actor):
            for telling, one in value.pairs:
                if isinstance(one, Actor):
                    place[telling.report.id, one] = len(actors)
            actors.append(value.told)
    return actors, place


def _known(place: dict[tuple[str, Actor], int], report: Report, one: Actor) -> int | None:
    return place.get((report.id, one))


def _facing(
    acting: Sequence[int | None], receiving: Sequence[int | None], *, actors: Sequence[Actor], alike: bool
) -> Iterator[Sides]:
    """The pairs of one report; of those who act alike each pair once, in the order of participants."""
    left = list(dict.fromkeys(one for one in acting if one is not None))
    right = list(dict.fromkeys(one for one in receiving if one is not None))
    pairs = [(a, b) for a in left for b in right if a != b]
    if alike and not right:
        pairs = _met(left, actors)
    for a, b in pairs:
        yield (min(a, b), max(a, b)) if alike else (a, b)


def _met(together: Sequence[int], actors: Sequence[Actor]) -> list[tuple[int, int]]:
    """The pairs among those who do something together: across countries where they are of several."""
    countries = {code for one in together if is_state(code := actors[one].country)}
    return [
        (a, b)
        for a, b in combinations(together, 2)
        if len(countries) < 2 or actors[a].country is None or actors[a].country != actors[b].country
    ]


def _unpaired(
    event: Event, place: dict[tuple[str, Actor], int], paired: set[int | None], mutual: bool
) -> Iterator[tuple[Sides, list[Telling]]]:
    """Those whom no report sets against anybody: as who acts, or as whom alone is acted upon."""
    acting: dict[int, list[Telling]] = {}
    receiving: dict[int, list[Telling]] = {}
    for telling in event.tellings:
        for side, into in ((telling.report.actors, acting), (telling.report.recipients, receiving)):
            for one in dict.fromkeys(_known(place, telling.report, actor) for actor in side):
                if one is not None and one not in paired:
                    (acting if mutual else into).setdefault(one, []).append(telling)
    yield from (((one, None), acting[one]) for one in sorted(acting))
    yield from (((None, one), receiving[one]) for one in sorted(receiving) if one not in acting)


def _found(
    told: dict[Sides, list[Telling]], alike: dict[Sides, list[Telling]], actors: Sequence[Actor]
) -> Iterator[Pair]:
    """The pairs in order; one that acts alike in both directions, symmetric unless a report tells one direction."""
    for a, b in sorted({*told, *alike, *((b, a) for a, b in alike)}, key=_order):
        both = (a, b) if (a, b) in alike else (b, a)
        symmetric = both in alike and (a, b) not in told and (b, a) not in told
        tellings = {t.report.id: t for t in (*told.get((a, b), ()), *alike.get(both, ()))}
        yield Pair(
            _at(actors, a), _at(actors, b), symmetric, symmetric and both != (a, b), tuple(tellings.values())
        )


def _at(actors: Sequence[Actor], index: int | None) -> Actor | None:
    return None if index is None else actors[index]


def _order(sides: Sides) -> tuple[int, int]:
    """By participant, those without a counterpart at the end."""
    return tuple(10**6 if one is None else one for one in sides)  # type: ignore[return-value]
