"""An event as each side, each other voice and each outlet tells it; which sides are silent, and on what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from kawat.records import Actor, Event, Telling
from kawat.views.actors import is_state
from kawat.views.event import is_mutual, publication_order
from kawat.views.values import FieldName
from kawat.views.versions import Field, fields_of, outlets_in
from kawat.views.voices import by_source, chain_of, count_independent, firsts_by, side_of, voice_key

AGREEMENT = "AGREE"
OMITTED = (FieldName.WHERE, FieldName.FIGURES)


class AccountKind(StrEnum):
    """``side``: voices of a country that takes part; ``voice``: another voice; ``outlet``: in its own voice."""

    SIDE = "side"
    VOICE = "voice"
    OUTLET = "outlet"


@dataclass(frozen=True)
class Account:
    """What one side, voice or outlet tells. ``country`` only of a side; ``mutual``: as the event is."""

    kind: AccountKind
    country: str | None
    tellings: tuple[Telling, ...]
    mutual: bool

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        return fields_of(self.tellings, mutual=self.mutual)

    @cached_property
    def voices(self) -> tuple[tuple[Actor, ...], ...]:
        """The voices that tell it, each once; of an outlet's own account none."""
        spoken = [telling for telling in self.tellings if telling.report.attribution]
        return tuple(chain_of(telling) for telling in firsts_by(spoken, voice_key))

    @cached_property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that it stands in, of copies the one that printed it first."""
        return outlets_in(_firsts(self.tellings))

    @cached_property
    def also_at(self) -> tuple[str, ...]:
        """The outlets that have it only as a copy."""
        return tuple(one for one in outlets_in(self.tellings) if one not in self.outlets)


@dataclass(frozen=True)
class Untold:
    """Another event of the same articles: the voices of ``told_by`` tell it, those of the side do not."""

    event: Event
    told_by: str


@dataclass(frozen=True)
class Side:
    """A country that takes part. ``account`` None: silent, no voice of it tells the event in the store.

    ``sources``: how many independent sources say that it takes part. ``left_out``: what its account leaves out and
    another side's has: where, figures, agreement. ``untold``: see `Untold`; of a silent side nothing is listed.
    """

    country: str
    sources: int
    account: Account | None
    left_out: tuple[str, ...] = ()
    untold: tuple[Untold, ...] = ()

    @property
    def silent(self) -> bool:
        return self.account is None


@dataclass(frozen=True)
class Accounts:
    """``sides``: those that take part, silent ones too; ``accounts``: of sides, then other voices, then outlets."""

    sides: tuple[Side, ...]
    accounts: tuple[Account, ...]

    @property
    def silent(self) -> tuple[str, ...]:
        return tuple(side.country for side in self.sides if side.silent)


def accounts_of(event: Event, others: Sequence[Event] = ()) -> Accounts:
    """The accounts of an event. ``others``: the other events that its articles tell, whole, for what sides omit."""
    countries = parties(event)
    by_side: dict[str, list[Telling]] = {}
    by_voice: dict[tuple[str, ...], list[Telling]] = {}
    own: list[Telling] = []
    for telling in event.tellings:
        side = side_of(telling, countries)
        if side is not None:
            by_side.setdefault(side, []).append(telling)
        elif telling.report.attribution:
            by_voice.setdefault(voice_key(telling), []).append(telling)
        else:
            own.append(telling)
    mutual = is_mutual(event)
    spoken = {
        one: Account(AccountKind.SIDE, one, tuple(by_side[one]), mutual) for one in countries if one in by_side
    }
    voices = [Account(AccountKind.VOICE, None, tuple(told), mutual) for told in by_voice.values()]
    outlets = [Account(AccountKind.OUTLET, None, tuple(told), mutual) for told in by_source(own)]
    sides = tuple(_side(one, event, spoken, others) for one in countries)
    return Accounts(sides, (*spoken.values(), *voices, *outlets))


def is_two_sided(event: Event) -> bool:
    """Whether voices of two sides tell the event: only then can one leave out what the other tells."""
    countries = parties(event)
    return len({side for telling in event.tellings if (side := side_of(telling, countries)) is not None}) > 1


def parties(event: Event) -> tuple[str, ...]:
    """The countries that take part in the event, those that most sources name first."""
    told = _parties(event)
    return tuple(sorted(told, key=lambda country: (-count_independent(told[country]), country)))


def _parties(event: Event) -> dict[str, list[Telling]]:
    told: dict[str, list[Telling]] = {}
    for telling in event.tellings:
        actors = telling.report.sides
        for country in {actor.country for actor in actors if actor.country and is_state(actor.country)}:
            told.setdefault(country, []).append(telling)
    return told


def _side(country: str, event: Event, spoken: dict[str, Account], others: Sequence[Event]) -> Side:
    sources = count_independent(_parties(event)[country])
    mine = spoken.get(country)
    if mine is None:
        return Side(country, sources, None)
    rivals = [account for other, account in spoken.items() if other != country]
    told = {field.name for field in mine.fields}
    omitted = [
        name.value
        for name in OMITTED
        if name not in told and any(name in {f.name for f in rival.fields} for rival in rivals)
    ]
    untold = tuple(_untold(country, event, list(spoken), others))
    agreed = any(one.event.type == AGREEMENT for one in untold) and not _tells_type(country, event, others)
    return Side(country, sources, mine, (*omitted, "agreement") if agreed else tuple(omitted), untold)


def _untold(country: str, event: Event, sides: Iterable[str], others: Sequence[Event]) -> Iterable[Untold]:
    articles = {telling.article.id for telling in event.tellings}
    for other in others:
        if other.id == event.id or _tells(country, other.tellings):
            continue
        here = [telling for telling in other.tellings if telling.article.id in articles]
        by = next((side for side in sides if side != country and _tells(side, here)), None)
        if by is not None:
            yield Untold(other, by)


def _tells(country: str, tellings: Iterable[Telling]) -> bool:
    return any(side_of(telling, (country,)) for telling in tellings)


def _tells_type(country: str, event: Event, others: Iterable[Event]) -> bool:
    return any(one.type == AGREEMENT and _tells(country, one.tellings) for one in (event, *others))


def _firsts(tellings: Sequence[Telling]) -> tuple[Telling, ...]:
    """Of each source the telling that was published first."""
    return firsts_by(sorted(tellings, key=publication_order), lambda telling: telling.source)
