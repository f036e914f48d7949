"""The versions of an event: for every field the values told, who tells them, and whether they can all be true."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import TypeVar

from kawat.records import Counted, Event, Quantity, Status, Telling
from kawat.views.event import REAL, is_mutual, publication_order
from kawat.views.values import (
    FieldName,
    Rules,
    Told,
    What,
    When,
    best_of,
    days_told,
    figure_key,
    figures_of,
    number,
    published_before,
    rises,
    rules_of,
)
from kawat.views.voices import (
    Chain,
    chain_of,
    count_independent,
    count_voices,
    firsts_by,
    independent,
    voice_key,
)


class Standing(StrEnum):
    """How the values of a field stand to one another.

    ``single``: one independent source tells it; ``agreed``: several, and nothing keeps them apart; ``differs``:
    they tell otherwise; ``contradicted``: independent voices tell what can not both hold; ``rising``: a toll that
    rises with later publication; ``history``: what was planned or possible and then happened, a plan that moved.
    """

    SINGLE = "single"
    AGREED = "agreed"
    DIFFERS = "differs"
    CONTRADICTED = "contradicted"
    RISING = "rising"
    HISTORY = "history"


Pair = tuple[Telling, Told]
T = TypeVar("T")


@dataclass(frozen=True)
class Value:
    """One value: ``told`` as the report that says most has it, ``pairs`` as each telling has it, by publication."""

    told: Told
    pairs: tuple[Pair, ...]

    @cached_property
    def tellings(self) -> tuple[Telling, ...]:
        return tuple({telling.report.id: telling for telling, _ in self.pairs}.values())

    @cached_property
    def firsts(self) -> tuple[Pair, ...]:
        """Without what a source repeats: of copies, and of one voice in one text, the first."""
        return firsts_by(self.pairs, lambda p: (p[0].source, voice_key(p[0]), p[0].report.status, _plain(p[1])))

    @cached_property
    def reports(self) -> tuple[str, ...]:
        return tuple(telling.report.id for telling in self.tellings)

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        return outlets_in(self.tellings)

    @cached_property
    def voices(self) -> tuple[tuple[Chain, Telling], ...]:
        """Each voice once, with a telling by it: the chain, empty where the outlet tells it itself."""
        return tuple((chain_of(telling), telling) for telling in firsts_by(self.tellings, voice_key))

    @cached_property
    def independent(self) -> int:
        """How many sources tell it independently: copies of one text, and one outlet, count once."""
        return count_independent(self.tellings)

    @property
    def first_published(self) -> date | None:
        return min(_published(self.tellings), default=None)

    @property
    def last_published(self) -> date | None:
        return max(_published(self.tellings), default=None)


@dataclass(frozen=True)
class Field:
    """The values of a field, those that most sources tell first. ``clashes``: pairs of them that can not both hold.

    ``counted`` and ``unit`` tell what figures count; ``unit`` only where nothing else does.
    """

    name: FieldName
    values: tuple[Value, ...]
    standing: Standing
    clashes: tuple[tuple[int, int], ...] = ()
    counted: Counted | None = None
    unit: str | None = None

    @property
    def contradicted(self) -> tuple[Value, ...]:
        """The values that another one contradicts."""
        return tuple(self.values[index] for index in sorted({end for pair in self.clashes for end in pair}))


@dataclass(frozen=True)
class Corroboration:
    """Who tells the event. ``copies``: articles that repeat a text which is counted already."""

    outlets: tuple[str, ...]
    independent: int
    voices: int
    copies: int


@dataclass(frozen=True)
class Versions:
    """What is told of an event."""

    event: Event
    fields: tuple[Field, ...]
    corroboration: Corroboration

    def field(self, name: FieldName) -> Field | None:
        """The field, None where nobody tells it; of figures the one that most sources tell."""
        own = [one for one in self.fields if one.name is name]
        return max(own, key=lambda one: sum(value.independent for value in one.values), default=None)

    @property
    def contradictions(self) -> tuple[Field, ...]:
        return tuple(field for field in self.fields if field.standing is Standing.CONTRADICTED)


def versions_of(event: Event) -> Versions:
    """The fields of an event with their values and standings. Pure; the same for the same event."""
    fields = fields_of(event.tellings, mutual=is_mutual(event))
    return Versions(event, fields, corroboration_of(event.tellings))


def fields_of(tellings: Sequence[Telling], *, mutual: bool) -> tuple[Field, ...]:
    """The fields that some telling tells, in the order of `FieldName`. ``mutual``: whom is told with who."""
    named = [name for name in FieldName if name is not FieldName.FIGURES]
    fields = [_field(name, [(t, one) for t in tellings for one in _told(name, t, mutual)]) for name in named]
    return (*(field for field in fields if field is not None), *_figures(tellings))


def corroboration_of(tellings: Sequence[Telling]) -> Corroboration:
    articles = {telling.article.id: telling.source for telling in tellings}
    return Corroboration(
        outlets=outlets_in(tellings),
        independent=count_independent(tellings),
        voices=count_voices(tellings),
        copies=len(articles) - len(set(articles.values())),
    )


def outlets_in(tellings: Sequence[Telling]) -> tuple[str, ...]:
    """The outlets by name, in order of publication; an article without outlet by its address, file or id."""
    return tuple(dict.fromkeys(outlet_of(telling) for telling in tellings))


def outlet_of(telling: Telling) -> str:
    """The outlet's name; where none is known, what tells the article from others."""
    article = telling.article
    file = (article.source_file or "").replace("\\", "/").rsplit("/", 1)[-1]
    return article.outlet or article.url or file or article.id


# --- from tellings to fields ------------------------------------------------------------------------


def _told(name: FieldName, telling: Telling, mutual: bool) -> Sequence[Told]:
    report = telling.report
    match name:
        case FieldName.WHAT:
            return (What(report.type, report.mode),)
        case FieldName.STATUS:
            return (report.status,)
        case FieldName.WHEN:
            days = days_told(report.time)
            return () if days is None else (days,)
        case FieldName.WHERE:
            return () if report.place is None else (report.place,)
        case FieldName.WHO:
            return report.sides if mutual else report.actors
        case FieldName.WHOM:
            return () if mutual else report.recipients
        case FieldName.FIGURES:
            return figures_of(telling)


def _figures(tellings: Sequence[Telling]) -> Iterator[Field]:
    by_key: dict[tuple[Counted, str | None], list[Pair]] = {}
    for telling in tellings:
        for one in figures_of(telling):
            by_key.setdefault(figure_key(one), []).append((telling, one))
    for counted, unit in sorted(by_key, key=lambda key: (list(Counted).index(key[0]), key[1] or "")):
        field = _field(FieldName.FIGURES, by_key[counted, unit], counted, unit)
        if field is not None:
            yield field


def _field(
    name: FieldName,
    told: Sequence[Pair],
    counted: Counted | None = None,
    unit: str | None = None,
) -> Field | None:
    if not told:
        return None
    rules = rules_of(name)
    values = gathered(told, rules)
    clashes = tuple(_clashes(values, rules))
    return Field(name, values, _standing(name, values, clashes, rules), clashes, counted, unit)


def gathered(told: Sequence[Pair], rules: Rules) -> tuple[Value, ...]:
    """The different values: same ones as one, and a vague one with the only exact one that it can mean."""
    if len(told) == 1:
        return (Value(told[0][1], tuple(told)),)
    groups = joined(told, _best_pair, lambda a, b: rules.same(a[1], b[1]), lambda a, b: rules.vaguer(a[1], b[1]))
    values = [
        Value(best, tuple(sorted(group, key=lambda pair: publication_order(pair[0]))))
        for (_, best), group in groups
    ]
    return tuple(sorted(values, key=lambda value: (-value.independent, value.first_published or date.max)))


def joined(
    things: Sequence[T],
    best: Callable[[Sequence[T]], T],
    same: Callable[[T, T], bool],
    vaguer: Callable[[T, T], bool],
) -> list[tuple[T, list[T]]]:
    """Things that are the same, in groups, each after the one that says most of it (``best``).

    A vague one is of the group of the only exact one that it can mean.
    """
    groups = _same(things, same)
    top = [best(group) for group in groups]
    finer = [[j for j, other in enumerate(top) if j != i and vaguer(one, other)] for i, one in enumerate(top)]
    whole = {i: list(group) for i, group in enumerate(groups) if not finer[i]}
    for i, group in enumerate(groups):
        if finer[i]:
            exact = [j for j in finer[i] if not finer[j]]
            whole.setdefault(exact[0] if len(exact) == 1 else i, []).extend(group)
    return [(top[i], group) for i, group in sorted(whole.items())]


def _best_pair(group: Sequence[Pair]) -> Pair:
    return group[0][0], best_of([value for _, value in group])


def _same(things: Sequence[T], same: Callable[[T, T], bool]) -> list[list[T]]:
    groups: list[list[T]] = []
    for thing in things:
        own = [group for group in groups if any(same(thing, other) for other in group)]
        if own:
            own[0].append(thing)
            for other in own[1:]:
                own[0].extend(other)
                groups.remove(other)
        else:
            groups.append([thing])
    return groups


def _plain(value: Told) -> object:
    """A value that may clash, without where it stands in the text."""
    if isinstance(value, Quantity):
        return value.value, value.min, value.max
    return value if isinstance(value, When) else None


def _published(tellings: Sequence[Telling]) -> list[date]:
    return [day for telling in tellings if (day := telling.article.published_day) is not None]


# --- how values stand to one another ----------------------------------------------------------------


def _clashes(values: Sequence[Value], rules: Rules) -> Iterator[tuple[int, int]]:
    for i, one in enumerate(values):
        for j, other in enumerate(values[i + 1 :], i + 1):
            if any(rules.clash(a, x, b, y) and independent(a, b) for a, x in one.firsts for b, y in other.firsts):
                yield i, j


def _standing(name: FieldName, values: Sequence[Value], clashes: Sequence[object], rules: Rules) -> Standing:
    if clashes:
        return Standing.CONTRADICTED
    if len(values) > 1:
        told = [pair for value in values for pair in value.firsts]
        if name is FieldName.STATUS:
            return Standing.HISTORY if _happened_later(told) else Standing.DIFFERS
        if name is FieldName.FIGURES and _rising(told):
            return Standing.RISING
        if _differ(told, rules):
            moved = name is FieldName.WHEN and _moved(told, rules)
            return Standing.HISTORY if moved else Standing.DIFFERS
    return (
        Standing.AGREED if count_independent([t for one in values for t in one.tellings]) > 1 else Standing.SINGLE
    )


def _differ(told: Sequence[Pair], rules: Rules) -> bool:
    """Whether two reports each tell something that the other tells otherwise; to tell less is no difference."""
    by_report: dict[str, list[Told]] = {}
    for telling, value in told:
        by_report.setdefault(telling.report.id, []).append(value)
    every = list(by_report.values())

    def within(some: Sequence[Told], others: Sequence[Told]) -> bool:
        return all(any(rules.same(one, other) or rules.agree(one, other) for other in others) for one in some)

    return any(not within(a, b) and not within(b, a) for i, a in enumerate(every) for b in every[i + 1 :])


_STEPS = {Status.POSSIBLE: 0, Status.PLANNED: 0, Status.ONGOING: 1, Status.OCCURRED: 2}


def _happened_later(told: Sequence[Pair]) -> bool:
    """Whether what was planned, possible or going on when first told is only later told as done."""
    if any(value is Status.DENIED for _, value in told):
        return False
    steps = [(telling, _STEPS[value]) for telling, value in told if isinstance(value, Status)]
    pairs = [(one, other) for one, a in steps for other, b in steps if a < b and one.source != other.source]
    back = any(published_before(other, one) for one, other in pairs)
    return not back and any(published_before(one, other) for one, other in pairs)


def _rising(told: Sequence[Pair]) -> bool:
    """Whether every figure that does not agree with another is a later and higher one, and at least one is."""
    figures = [(telling, value) for telling, value in told if isinstance(value, Quantity)]
    meet = rules_of(FieldName.FIGURES).agree
    rise = False
    for i, (one, a) in enumerate(figures):
        for other, b in figures[i + 1 :]:
            up = rises(one, a, other, b) or rises(other, b, one, a)
            if not up and not meet(a, b):
                return False
            rise = rise or (up and number(a) != number(b))
    return rise


def _moved(told: Sequence[Pair], rules: Rules) -> bool:
    """Whether wherever two days differ, the earlier told one was a plan."""

    def plan_first(one: Telling, other: Telling) -> bool:
        return one.report.status not in REAL | {Status.DENIED} and published_before(one, other)

    return all(
        rules.agree(a, b) or plan_first(one, other) or plan_first(other, one)
        for i, (one, a) in enumerate(told)
        for other, b in told[i + 1 :]
    )
