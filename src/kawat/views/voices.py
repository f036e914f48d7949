"""Who says it: which voices are one, which are independent of one another, which speak for a country."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from kawat.records import Actor, Telling
from kawat.views.actors import actor_key, governs

T = TypeVar("T")
Chain = tuple[Actor, ...]


def chain_of(telling: Telling) -> Chain:
    """Who is said to have said it, outermost first; empty where the outlet says it itself."""
    return tuple(voice.actor for voice in telling.report.attribution)


def voice_key(telling: Telling) -> tuple[str, ...]:
    """What tells voices apart: the chain; of an outlet's own voice the text, of which copies are one."""
    chain = chain_of(telling)
    return tuple(_key(actor, telling) for actor in chain) if chain else (f"source:{telling.source}",)


def origins(telling: Telling) -> frozenset[str]:
    """Whose word it is, all of them: two tellings that share none are independent of one another.

    All that speak for one state are one voice.
    """
    chain = chain_of(telling)
    if not chain:
        return marks_of(telling)
    return frozenset({*voice_key(telling), *(f"state:{actor.country}" for actor in chain if governs(actor))})


def independent(one: Telling, other: Telling) -> bool:
    """Whether two voices tell it that do not depend on one another."""
    return origins(one).isdisjoint(origins(other))


def count_voices(tellings: Iterable[Telling]) -> int:
    """How many voices that do not depend on one another tell it."""
    return len(grouped(list(tellings), origins))


def count_independent(tellings: Iterable[Telling]) -> int:
    """How many sources tell it independently: copies of one text count once, and so does one outlet."""
    return len(by_source(list(tellings)))


def by_source(tellings: Sequence[Telling]) -> list[list[Telling]]:
    """The tellings of each independent source, in the order given."""
    return grouped(tellings, marks_of)


def marks_of(telling: Telling) -> frozenset[str]:
    """What tells sources apart: the text and the outlet. Tellings that share either are of one."""
    outlet = telling.article.outlet
    own = f"source:{telling.source}"
    return frozenset({own, f"outlet:{outlet.casefold()}"} if outlet else {own})


def count_marked(marks: Iterable[frozenset[str]]) -> int:
    """How many independent sources tellings with these marks have; as quick for very many."""
    under: dict[str, str] = {}

    def top(mark: str) -> str:
        while (above := under.setdefault(mark, mark)) != mark:
            under[mark] = under[above]
            mark = above
        return mark

    for own in marks:
        first, *others = map(top, own)
        under.update(dict.fromkeys(others, first))
    return sum(mark == above for mark, above in under.items())


def grouped(things: Sequence[T], marks: Callable[[T], frozenset[str]]) -> list[list[T]]:
    """The things in groups, in order: those that share a mark, directly or through others, are of one."""
    if len(things) < 2:
        return [[one] for one in things]
    groups: list[tuple[set[str], list[int]]] = []
    for index, thing in enumerate(things):
        own, members = set(marks(thing)), [index]
        for group in [group for group in groups if not group[0].isdisjoint(own)]:
            own |= group[0]
            members += group[1]
            groups.remove(group)
        groups.append((own, sorted(members)))
    return [[things[index] for index in members] for _, members in sorted(groups, key=lambda group: group[1])]


def firsts_by(things: Iterable[T], key: Callable[[T], object]) -> tuple[T, ...]:
    """The first thing of each key, in order."""
    kept: dict[object, T] = {}
    for thing in things:
        kept.setdefault(key(thing), thing)
    return tuple(kept.values())


def side_of(telling: Telling, countries: Iterable[str]) -> str | None:
    """The country among ``countries`` whose voice tells it, the innermost of several; None where none does."""
    asked = set(countries)
    spoken = [actor.country for actor in reversed(chain_of(telling)) if actor.country in asked]
    return spoken[0] if spoken else None


def _key(actor: Actor, telling: Telling) -> str:
    """Somebody without id and country is told apart by the text too: "officials" of two articles may be others."""
    if actor.id is None and actor.country is None:
        return f"{telling.source}:{actor_key(actor)}"
    return actor_key(actor)
