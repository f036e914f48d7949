"""What rows are made of: an event with what is read off it once, a report or a pair of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kawat.records import Actor, Event, Granularity, Place, Report, Telling
from kawat.views.event import Days, event_days
from kawat.views.exactness import exactness
from kawat.views.pairs import Pair
from kawat.views.sentence import best_what, named_actors, sentence_of
from kawat.views.values import FieldName, What
from kawat.views.versions import Field, Versions, versions_of


@dataclass(frozen=True)
class Seen:
    """An event, and its views, each made once."""

    event: Event

    @cached_property
    def versions(self) -> Versions:
        return versions_of(self.event)

    @cached_property
    def days(self) -> Days | None:
        return event_days(self.event)

    @cached_property
    def what(self) -> What:
        return best_what(self.versions)

    @cached_property
    def sentence(self) -> dict[str, str]:
        return sentence_of(self.event, self.versions)

    @cached_property
    def place(self) -> Place | None:
        """The place that most sources tell."""
        field = self.versions.field(FieldName.WHERE)
        told = field.values[0].told if field is not None else None
        return told if isinstance(told, Place) else None

    @cached_property
    def published(self) -> tuple[date, ...]:
        return tuple(sorted(day for t in self.event.tellings if (day := t.article.published_day) is not None))

    @property
    def precision(self) -> Granularity:
        return exactness(self.event.tellings, self.days)

    @property
    def who(self) -> tuple[Actor, ...]:
        return named_actors(self.versions, FieldName.WHO)

    @property
    def whom(self) -> tuple[Actor, ...]:
        return named_actors(self.versions, FieldName.WHOM)

    @property
    def figures(self) -> tuple[Field, ...]:
        return tuple(field for field in self.versions.fields if field.name is FieldName.FIGURES)


@dataclass(frozen=True, slots=True)
class Told:
    """A report of an event."""

    event_id: str
    telling: Telling

    @property
    def report(self) -> Report:
        return self.telling.report

    @property
    def text(self) -> str:
        return self.telling.article.text


@dataclass(frozen=True, slots=True)
class Dyad:
    """A pair of an event; ``number``: which one, from 1."""

    seen: Seen
    pair: Pair
    number: int
