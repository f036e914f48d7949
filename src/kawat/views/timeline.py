"""A timeline: what one party did, or two did with one another, period by period: cooperation and conflict."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import NamedTuple, Protocol

from kawat.ontology import event_type, quad, score
from kawat.records import Event, Granularity, Salience, Status
from kawat.views.event import REAL, Days, event_days, salience_of, status_of
from kawat.views.exactness import exactness, is_vague, overlap


class By(StrEnum):
    """How long a period is. A week begins on Monday (ISO 8601)."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


class Part(StrEnum):
    """How an event concerns those asked for.

    ALONE: one was asked for, and takes part. BETWEEN: two, on different sides or meeting one another.
    JOINT: two, on one side, towards a third.
    """

    ALONE = "alone"
    BETWEEN = "between"
    JOINT = "joint"


class Named(Protocol):
    """Whom a party can be: what an actor is known by."""

    @property
    def id(self) -> str | None: ...
    @property
    def name(self) -> str: ...
    @property
    def name_id(self) -> str | None: ...
    @property
    def country(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Party:
    """Whom a timeline is about: everybody of a ``country``; else the actor with ``id``; else who bears ``name``.

    An actor without an id is the one with ``id`` where it has just that name. Without any id, part of a name will
    do, in whole words.
    """

    name: str
    country: str | None = None
    id: str | None = None

    def is_one(self, actor: Named) -> bool:
        """Whether ``actor`` is of this party. Names are compared word by word, without case and accents."""
        if self.country is not None:
            return actor.country == self.country
        if self.id is not None and actor.id is not None:
            return actor.id == self.id
        wanted = _words(self.name)
        borne = [_words(name) for name in (actor.name, actor.name_id) if name is not None]
        if self.id is not None:
            return wanted in borne
        return bool(wanted) and any(_stand_in(wanted, words) for words in borne)


@dataclass(frozen=True, slots=True)
class Side:
    """Who acts, or is acted upon, in a report. ``meeting``: the report tells that those who act act alike."""

    acting: bool
    meeting: bool
    who: tuple[Named, ...]


class How(NamedTuple):
    """As what an event counts."""

    type: str
    mode: str | None
    status: Status
    background: bool
    part: Part = Part.ALONE

    @property
    def score(self) -> float:
        """PLOVER's, -10 to 10, by type and mode."""
        return _score(self.type, self.mode)

    @property
    def happened(self) -> bool:
        return self.status in REAL

    @property
    def counts(self) -> bool:
        """Whether it is in the sums: it happened, between those asked for."""
        return self.happened and self.part is not Part.JOINT

    @property
    def cooperative(self) -> bool:
        return _cooperative(self.type)


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in a timeline: ``days`` None without a day; ``event`` None where it was not read whole."""

    id: str
    type: str
    mode: str | None
    days: Days | None
    precision: Granularity
    status: Status
    background: bool
    part: Part = Part.ALONE
    event: Event | None = None

    @property
    def how(self) -> How:
        return How(self.type, self.mode, self.status, self.background, self.part)

    @property
    def score(self) -> float:
        """PLOVER's, -10 to 10, by type and mode."""
        return self.how.score

    @property
    def counts(self) -> bool:
        """Whether it is in the sums: it happened, between those asked for."""
        return self.how.counts


@dataclass(frozen=True, slots=True)
class Tally:
    """How many events, and the sum of their scores."""

    events: int
    score: float


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time with what is told of it. Without ``days``: the events that no period can be given.

    ``counted``: how many events there are of each kind; ``entries``: these events, none where only that was asked.
    """

    label: str
    days: Days | None
    counted: Mapping[How, int]
    entries: tuple[Entry, ...] = ()

    def cooperation(self, background: bool = False) -> Tally:
        """Of what happened as news; with ``background`` of what is told only as history."""
        return self._tally(True, background)

    def conflict(self, background: bool = False) -> Tally:
        """As `cooperation`, of acts against another. The sum is negative."""
        return self._tally(False, background)

    def told(self, status: Status) -> int:
        """How many events stand so that are not counted as happened: planned, possible, denied."""
        return sum(n for how, n in self.counted.items() if how.status is status and not how.background)

    @property
    def joint(self) -> int:
        """How many things both did, or both suffered, side by side."""
        kinds = self.counted.items()
        return sum(n for how, n in kinds if how.happened and how.part is Part.JOINT and not how.background)

    @property
    def background(self) -> int:
        """How many events are told only as history."""
        return sum(n for how, n in self.counted.items() if how.background)

    @property
    def weight(self) -> float:
        """How much happened, as news: cooperation and conflict added up, whichever prevails."""
        return self.cooperation().score - self.conflict().score

    def _tally(self, cooperative: bool, background: bool) -> Tally:
        kinds = [
            (how.score, n)
            for how, n in self.counted.items()
            if how.background is background and how.counts and how.cooperative is cooperative
        ]
        return Tally(sum(n for _, n in kinds), round(sum((score * n for score, n in kinds), 0.0), 3))


@dataclass(frozen=True, slots=True)
class Timeline:
    """``periods``: by time, those of which something is told; ``undated``: what has no day, or a vague one."""

    periods: tuple[Period, ...]
    undated: Period


def timeline(
    events: Iterable[Event],
    party: Party,
    other: Party | None = None,
    by: By = By.MONTH,
    since: date | None = None,
    until: date | None = None,
) -> Timeline:
    """The events in which ``party`` takes part (with ``other``: both), by period.

    An event stands in the period in which it began, by its own days, never by those of publication; one whose time
    is told too vaguely for a period (a year, in a timeline by month) is undated. ``since`` and ``until``,
    inclusive: only events whose days touch these; then nothing is undated but what is vague.
    """
    entries = (entry for event in events if (entry := entry_of(event, party, other)) is not None)
    return by_period(entries, by, since, until)


def by_period(entries: Iterable[Entry], by: By, since: date | None = None, until: date | None = None) -> Timeline:
    """The entries as `timeline` has them."""
    window = (since or date.min, until or date.max)
    narrowed = since is not None or until is not None
    chosen = [e for e in entries if (overlap(e.days, window) if e.days else not narrowed)]
    chosen.sort(key=lambda entry: (entry.days is None, entry.days or (), entry.id))
    grouped: dict[Days | None, list[Entry]] = {}
    for entry in chosen:
        grouped.setdefault(_period(entry.days, entry.precision, by), []).append(entry)
    counted = {days: Counter(entry.how for entry in some) for days, some in grouped.items()}
    return _timeline(by, counted, grouped)


def sums_by_period(told: Iterable[tuple[Days | None, Granularity, How, int]], by: By) -> Timeline:
    """The timeline of events told by no more than days, how exactly, of what kind, and how many they are."""
    grouped: defaultdict[Days | None, Counter[How]] = defaultdict(Counter)
    for days, precision, how, count in told:
        grouped[_period(days, precision, by)][how] += count
    return _timeline(by, grouped, {})


def has_period(entry: Entry, by: By) -> bool:
    """Whether the days of the event are told exactly enough for a period."""
    return _period(entry.days, entry.precision, by) is not None


def with_entries(sums: Timeline, entries: Iterable[Entry], by: By) -> Timeline:
    """The timeline with these of its events, all of which have a period."""
    some = {period.days: period.entries for period in by_period(entries, by).periods}
    return replace(sums, periods=tuple(replace(one, entries=some.get(one.days, ())) for one in sums.periods))


def _timeline(
    by: By, counted: Mapping[Days | None, Mapping[How, int]], entries: Mapping[Days | None, Sequence[Entry]]
) -> Timeline:
    def period(days: Days | None) -> Period:
        name = "" if days is None else label(days[0], by)
        return Period(name, days, counted.get(days, {}), tuple(entries.get(days, ())))

    return Timeline(tuple(period(days) for days in sorted(filter(None, counted))), period(None))


def entry_of(event: Event, party: Party, other: Party | None = None) -> Entry | None:
    """The event as it concerns the parties; None where they do not take part."""
    part = part_of(sides_told(event), party, other)
    if part is None:
        return None
    days = event_days(event)
    return Entry(
        id=event.id,
        type=event.type,
        mode=mode_of(event),
        days=days,
        precision=exactness(event.tellings, days),
        status=status_of(event),
        background=salience_of(event) is Salience.BACKGROUND,
        part=part,
        event=event,
    )


def sides_told(event: Event) -> tuple[Side, ...]:
    """Who acts and who is acted upon, as each report tells it."""
    reports = [telling.report for telling in event.tellings]
    acting = [Side(True, one.symmetric, one.actors) for one in reports]
    return tuple(side for side in (*acting, *(Side(False, False, one.recipients) for one in reports)) if side.who)


def part_of(sides: Sequence[Side], party: Party, other: Party | None = None) -> Part | None:
    """How the parties take part in an event of these sides; None where they do not, or not both."""
    left = [actor for side in sides if side.acting for actor in side.who]
    right = [actor for side in sides if not side.acting for actor in side.who]
    if other is None:
        return Part.ALONE if any(map(party.is_one, (*left, *right))) else None
    if _across(party, other, left, right) or _across(other, party, left, right):
        return Part.BETWEEN
    if any(side.meeting and _beside(party, other, side.who) for side in sides):
        return Part.BETWEEN
    return Part.JOINT if any(_beside(party, other, side.who) for side in sides) else None


def mode_of(event: Event) -> str | None:
    """The mode that most independent sources tell in reports of the event's type; the first among equals."""
    known = {mode.name for mode in event_type(event.type).modes}
    told: dict[str, list[str]] = {}
    for telling in event.tellings:
        mode = telling.report.mode
        if telling.report.type == event.type and mode in known:
            told.setdefault(str(mode), []).append(telling.source)
    return max(told, key=lambda mode: len(set(told[mode])), default=None)


@cache
def period_of(day: date, by: By) -> Days:
    """First and last day of the period in which ``day`` lies."""
    if by is By.DAY:
        return day, day
    if by is By.WEEK:
        first = date.fromordinal(max(day.toordinal() - day.weekday(), 1))
        return first, date.fromordinal(min(first.toordinal() + 6, date.max.toordinal()))
    if by is By.YEAR:
        return date(day.year, 1, 1), date(day.year, 12, 31)
    last = date(day.year, 12, 31) if day.month == 12 else date(day.year, day.month + 1, 1) - timedelta(days=1)
    return day.replace(day=1), last


def label(day: date, by: By) -> str:
    """The period of ``day`` as ISO 8601 writes it: 2025-08-14, 2025-W33, 2025-08, 2025."""
    if by is By.WEEK:
        year, week, _ = day.isocalendar()
        return f"{year:04}-W{week:02}"
    return day.isoformat()[: {By.DAY: 10, By.MONTH: 7, By.YEAR: 4}[by]]


@cache
def _period(days: Days | None, precision: Granularity, by: By) -> Days | None:
    """The period in which an event of these days began; None where they are too vague to tell."""
    if days is None:
        return None
    period = period_of(days[0], by)
    vague = is_vague(days, precision) and days[1] > period[1]
    return None if vague else period


@cache
def _score(type_name: str, mode: str | None) -> float:
    return score(type_name, mode)


@cache
def _cooperative(type_name: str) -> bool:
    return quad(type_name) in (1, 2)


def _across(one: Party, other: Party, left: Sequence[Named], right: Sequence[Named]) -> bool:
    return any(map(one.is_one, left)) and any(map(other.is_one, right))


def _beside(one: Party, other: Party, side: Sequence[Named]) -> bool:
    """Whether two of one side are of the two parties: never the same one of both."""
    ones = [index for index, actor in enumerate(side) if one.is_one(actor)]
    others = [index for index, actor in enumerate(side) if other.is_one(actor)]
    return any(a != b for a in ones for b in others)


def _stand_in(wanted: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether the words stand in the others together, in order."""
    return any(words[at : at + len(wanted)] == wanted for at in range(len(words) - len(wanted) + 1))


def _words(name: str) -> tuple[str, ...]:
    parted = unicodedata.normalize("NFKD", name)
    bare = "".join(letter for letter in parted if not unicodedata.combining(letter))
    return tuple("".join(letter if letter.isalnum() else " " for letter in bare.casefold()).split())
