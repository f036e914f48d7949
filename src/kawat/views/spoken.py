"""Who does it to whom, as one sentence may say it: only sides that a report tells together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kawat.records import Actor, Telling
from kawat.views.actors import folded
from kawat.views.event import best_report, is_mutual
from kawat.views.pairs import Pair, may_mean, pairs_of
from kawat.views.values import FieldName
from kawat.views.versions import Field, Standing, Versions
from kawat.views.voices import count_independent

MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class Spoken:
    """Sides for a sentence. ``differ``: of which side one or another is meant, not all that stand there.

    ``alone``: only one source tells them, and others tell of somebody who is left out here.
    """

    who: tuple[Actor, ...]
    whom: tuple[Actor, ...]
    differ: frozenset[FieldName] = frozenset()
    alone: bool = False


def spoken_of(versions: Versions, who: Sequence[Actor], whom: Sequence[Actor]) -> Spoken:
    """The sides of an event; ``who`` and ``whom``: those that most sources name, each field by itself.

    Where no report sets these against one another, or more tell of others, the pair that most sources tell.
    """
    either = frozenset(name for name in (FieldName.WHO, FieldName.WHOM) if _differs(versions, name))
    if not who or not whom:
        return Spoken(_beside(versions, FieldName.WHO, who), _beside(versions, FieldName.WHOM, whom), either)
    if len(versions.event.tellings) == 1:
        return Spoken(tuple(who), tuple(whom))
    return _facing(versions, tuple(who[:MOST_NAMES]), tuple(whom[:MOST_NAMES]), either)


def _differs(versions: Versions, name: FieldName) -> bool:
    """Whether one or another of a side is meant; of those who act alike all are."""
    field = versions.field(name)
    return field is not None and field.standing is Standing.DIFFERS and not is_mutual(versions.event)


# --- one side ---------------------------------------------------------------------------------------


def _beside(versions: Versions, name: FieldName, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Those of one side. Where all are meant and no report has them all: those of the report that shows it best."""
    event, field = versions.event, versions.field(name)
    if field is None or len(event.tellings) == 1 or _differs(versions, name):
        return tuple(actors)
    agreed = field.standing is not Standing.DIFFERS
    if agreed and any(_names_all(telling, name, versions, actors) for telling in event.tellings):
        return tuple(actors)
    return tuple(_as_told(field, best_report(event).report.id)) or tuple(actors[:1])


def _names_all(telling: Telling, name: FieldName, versions: Versions, actors: Sequence[Actor]) -> bool:
    report = telling.report
    side = report.actors if name is FieldName.WHO else report.recipients
    told = report.sides if is_mutual(versions.event) else side
    return all(any(may_mean(one, actor) for one in told) for actor in actors)


def _as_told(field: Field, report: str) -> Iterator[Actor]:
    """Those whom the report names, those that most sources name first; no better known than the report has them."""
    for value in field.values:
        own = next((told for telling, told in value.pairs if telling.report.id == report), None)
        if isinstance(own, Actor) and isinstance(value.told, Actor) and folded(own.name):
            yield value.told if may_mean(own, value.told) else own


# --- both sides -------------------------------------------------------------------------------------


def _facing(
    versions: Versions, who: tuple[Actor, ...], whom: tuple[Actor, ...], either: frozenset[FieldName]
) -> Spoken:
    """Those of both sides that a report sets against one of the other side."""
    pairs = pairs_of(versions.event)
    found = [(a, b, pair) for a in who for b in whom for pair in pairs if _sets(pair, a, b)]
    first = pairs[0]
    if max((_sources([pair]) for *_, pair in found), default=0) < _sources([first]):
        return _first(first, pairs)
    shown = (
        tuple(one for one in who if any(one is a for a, _, _ in found)),
        tuple(one for one in whom if any(one is b for _, b, _ in found)),
    )
    return Spoken(*shown, either, shown != (who, whom) and _sources([pair for *_, pair in found]) == 1)


def _first(first: Pair, pairs: Sequence[Pair]) -> Spoken:
    """The pair that most sources tell; of those who act alike all that one report has together."""
    alone = _sources([first]) == 1
    if not first.symmetric:
        return Spoken(_known(first.actor), _known(first.recipient), alone=alone)
    same = [pair for pair in pairs if pair.symmetric and first.tellings[0] in pair.tellings]
    together = (one for pair in same for one in (pair.actor, pair.recipient) if one is not None)
    return Spoken(tuple(dict.fromkeys(together)), (), alone=alone)


def _sets(pair: Pair, who: Actor, whom: Actor) -> bool:
    """Whether the pair is of these two."""
    return may_mean(pair.actor, who) and may_mean(pair.recipient, whom)


def _sources(pairs: Sequence[Pair]) -> int:
    return count_independent([telling for pair in pairs for telling in pair.tellings])


def _known(actor: Actor | None) -> tuple[Actor, ...]:
    return () if actor is None else (actor,)
