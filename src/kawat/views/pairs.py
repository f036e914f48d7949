"""Who acts on whom in an event, pair by pair, as its reports tell it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import NamedTuple, cast

from kawat.records import Actor, ActorKind, Event, Telling
from kawat.views.actors import actor_key, folded, governs, is_named, is_state, same_actor, same_name, vaguer_actor
from kawat.views.event import is_mutual, publication_order
from kawat.views.values import best_of
from kawat.views.versions import joined
from kawat.views.voices import count_independent

Ends = tuple[Actor | None, Actor | None]


@dataclass(frozen=True, slots=True)
class Pair:
    """``actor`` acts on ``recipient``; None where nobody names one. ``tellings``: those that tell just that.

    ``symmetric``: both act alike, and no report tells one direction alone; the same pair stands the other way round
    too. ``reversed``: that second one; also of a pair of which some reports tell one direction and others both.
    """

    actor: Actor | None
    recipient: Actor | None
    symmetric: bool
    reversed: bool
    tellings: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """A pair as one report tells it, ``number`` of it. ``alike``: both act, so that the order says nothing."""

    actor: Actor | None
    recipient: Actor | None
    alike: bool
    telling: Telling
    number: int

    @property
    def ends(self) -> Ends:
        return self.actor, self.recipient


class _Group(NamedTuple):
    """What tells of one pair, under the names that say most."""

    ends: Ends
    told: tuple[_Told, ...]


def pairs_of(event: Event) -> tuple[Pair, ...]:
    """The pairs of an event, those that most sources tell first, a reversed one after its other; never none.

    Only what one report tells makes a pair. Those of several reports are one where both ends are: one name, forces
    of one kind of one country that are only described, a state and somebody known by name who acts for it. Who is
    told on a side and never with a counterpart stands with None. Two of one country that meet others are one side.
    """
    mutual = is_mutual(event)
    told = sorted((one for telling in event.tellings for one in _told(telling, mutual)), key=_place)
    whole = [one for one in told if None not in one.ends]
    directed = _grouped([one for one in whole if not one.alike])
    alike = _grouped([one for one in whole if one.alike])
    alone = _grouped([one for one in told if None in one.ends and not _covered(one, whole)])
    rows = sorted((*_rows(directed, alike), *(_row(group, ()) for group in alone)), key=_weight)
    found = tuple(pair for _, pairs in rows for pair in pairs)
    return found or (Pair(None, None, False, False, tuple(sorted(event.tellings, key=publication_order))),)


# --- what one report tells --------------------------------------------------------------------------


def _told(telling: Telling, mutual: bool) -> Iterator[_Told]:
    """The pairs of a report, each of those who act alike once, then those that it sets against nobody."""
    report = telling.report
    alike = mutual or report.symmetric
    acting, receiving = _each_once(report.actors), _each_once(report.recipients)
    pairs = [(a, b) for a in acting for b in receiving if not same_name(a, b)]
    if alike and not receiving:
        pairs = _met(acting)
    paired = {id(one) for pair in pairs for one in pair}
    lone = [one for one in acting if id(one) not in paired]
    left = [one for one in receiving if id(one) not in paired and not any(same_name(one, a) for a in acting)]
    found: list[Ends] = [*pairs, *((one, None) for one in lone)]
    found += [(one, None) if alike else (None, one) for one in left]
    yield from (_Told(*ends, alike, telling, number) for number, ends in enumerate(found))


def _each_once(side: Sequence[Actor]) -> list[Actor]:
    """Those of a side that have a name."""
    named: dict[str, Actor] = {}
    for one in side:
        if folded(one.name):
            named.setdefault(actor_key(one), one)
    return list(named.values())


def _met(together: Sequence[Actor]) -> list[tuple[Actor, Actor]]:
    """The pairs among those who do something together: across countries where they are of several."""
    countries = {one.country for one in together if is_state(one.country)}
    return [
        (a, b)
        for a, b in combinations(together, 2)
        if (len(countries) < 2 or a.country is None or a.country != b.country) and not same_name(a, b)
    ]


# --- what several tell ------------------------------------------------------------------------------


def _grouped(told: Sequence[_Told]) -> list[_Group]:
    """The different pairs: same ones as one, and a vague one with the only exact one that it can mean."""
    groups = joined(told, _best, _one, _vaguer)
    return [_Group(best.ends, tuple(sorted(some, key=_place))) for best, some in groups]


def _one(one: _Told, other: _Told) -> bool:
    return _either(one, other, _same_ends)


def _vaguer(one: _Told, other: _Told) -> bool:
    return _either(one, other, _within) and not _one(one, other)


def _either(one: _Told, other: _Told, holds: Callable[[Ends, Ends], bool]) -> bool:
    """Whether it holds of both as they stand; of those who act alike also with one of them turned round."""
    return holds(one.ends, other.ends) or (one.alike and other.alike and holds(one.ends, other.ends[::-1]))


def _same_ends(one: Ends, other: Ends) -> bool:
    return all(map(_same, one, other))


def _same(one: Actor | None, other: Actor | None) -> bool:
    return one is other if one is None or other is None else same_actor(one, other)


def _within(one: Ends, other: Ends) -> bool:
    """Whether the first is the second, or says less of it."""
    return all(map(may_mean, one, other))


def may_mean(one: Actor | None, other: Actor | None) -> bool:
    """Whether the first is the second or says less of it; nobody is nobody."""
    if one is None or other is None:
        return one is other
    return same_actor(one, other) or _says_less(one, other)


def _says_less(one: Actor, other: Actor) -> bool:
    """Whether ``one`` is a vaguer name of ``other``: a state only of who acts for it and is known by name.

    Its soldiers, its planes and its dead stand for themselves, beside the state.
    """
    stands_for_it = one.kind is not ActorKind.STATE or (governs(other) and is_named(other))
    return stands_for_it and vaguer_actor(one, other)


def _best(told: Sequence[_Told]) -> _Told:
    """The pair under the names that say most, the way round in which it is told first."""
    first = told[0]
    ends = [one.ends if _same_ends(first.ends, one.ends) or not one.alike else one.ends[::-1] for one in told]
    actor, recipient = (_fullest(side) for side in zip(*ends, strict=True))
    if actor is not None and recipient is not None and same_name(actor, recipient):
        return first  # troops of two names on both sides
    return replace(first, actor=actor, recipient=recipient)


def _fullest(names: Sequence[Actor | None]) -> Actor | None:
    known = [one for one in names if one is not None]
    return cast(Actor, best_of(known)) if known else None


def _covered(alone: _Told, whole: Sequence[_Told]) -> bool:
    """Whether a report tells more: the same on the same side, with somebody on the other."""
    sides = (0, 1) if alone.alike else (0,) if alone.recipient is None else (1,)
    one = alone.actor or alone.recipient
    return any(may_mean(one, pair.ends[side]) for pair in whole for side in ((0, 1) if pair.alike else sides))


# --- the rows ---------------------------------------------------------------------------------------

Row = tuple[_Group, tuple[Pair, ...]]


def _rows(directed: Sequence[_Group], alike: Sequence[_Group]) -> Iterator[Row]:
    """What is told in a direction, with those that tell it of both; then what is only told of both."""
    left = list(alike)
    for group in directed:
        back = any(_same_ends(group.ends, other.ends[::-1]) for other in directed)
        both = [one for one in alike if _same_ends(group.ends, one.ends) or _same_ends(group.ends, one.ends[::-1])]
        left = [one for one in left if one not in both]
        told = tuple(one for some in both for one in some.told)
        yield _row(_Group(group.ends, tuple(sorted((*group.told, *told), key=_place))), () if back else told)
    for group in left:
        (a, b), tellings = group.ends, _tellings(group.told)
        yield group, (Pair(a, b, True, False, tellings), Pair(b, a, True, True, tellings))


def _row(group: _Group, back: Sequence[_Told]) -> Row:
    """A pair, and the other way round where ``back`` tells of both."""
    (a, b), tellings = group.ends, _tellings(group.told)
    turned = (Pair(b, a, False, True, _tellings(back)),) if back else ()
    return group, (Pair(a, b, False, False, tellings), *turned)


def _tellings(told: Sequence[_Told]) -> tuple[Telling, ...]:
    return tuple({one.telling.report.id: one.telling for one in told}.values())


def _weight(row: Row) -> tuple[object, ...]:
    """Most sources first; both sides before one, who acts before who is acted upon; names before descriptions."""
    (actor, recipient), told = row[0]
    described = sum(one is not None and not is_named(one) for one in (actor, recipient))
    sources = count_independent([one.telling for one in told])
    return (-sources, None in (actor, recipient), actor is None, described, _place(told[0]))


def _place(one: _Told) -> tuple[object, ...]:
    """By publication, then as the report has it."""
    return (*publication_order(one.telling), one.number)
