"""Sums over many events: those that are kept ready, and what waits for that added."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

from kawat.intake.facts import waiting_facts
from kawat.intake.parties import asks_for
from kawat.records import Granularity, Status
from kawat.store import ReportFilter, Store
from kawat.store.counting import Dealings, Seen, Tie, Window
from kawat.store.facts import Facts
from kawat.store.fold import fold
from kawat.views import timeline as view
from kawat.views.event import Days
from kawat.views.exactness import is_vague
from kawat.views.timeline import By, Entry, How, Part, Side, Timeline, sums_by_period

Json = dict[str, Any]
Spot = tuple[str, str, str]
"""Where a plan stands in a list: first and last day, event."""


_GRANULARITIES = {one.value: one for one in Granularity}
_STATUSES = {one.value: one for one in Status}
_day = cache(date.fromisoformat)  # a store has few days and many events


class _Who(NamedTuple):
    id: str | None
    name: str
    name_id: str | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Counts:
    """What is counted in a store at one moment. Raises `StoreError`, `TooSlowError`."""

    store: Store
    waiting: tuple[Facts, ...]

    def parties(self, scope: str, window: Window, named: str | None = None, dealt: bool = False) -> dict[str, int]:
        """In how many events each takes part; see `kawat.store.counting`."""
        found = self.store.counting().party_counts(scope, window, named, dealt)
        if not self.waiting:
            return found
        counts, wanted = Counter(found), fold(named or "")
        for one in self._within(window):
            for party in one.parties:
                borne = any(wanted in fold(name) for name in party.names) or not wanted
                if party.scope == scope and borne and (party.dealt or not dealt):
                    counts[party.key] += 1
        return dict(counts)

    def latest(self, scope: str, keys: Sequence[str]) -> dict[str, str]:
        """The latest event in which each takes part."""
        found = self.store.counting().latest_events(scope, keys)
        for one in self.waiting:
            for party in one.parties:
                if party.scope == scope and party.key in keys:
                    found.setdefault(party.key, one.event_id)
        return found

    def ties(self, scope: str, keys: Sequence[str], window: Window) -> list[Tie]:
        """What each two of ``keys`` dealt with one another."""
        among = set(keys)
        found = self.store.counting().ties(scope, keys, window)
        more = [one for one in self._ties(scope, window) if {one.one, one.other} <= among]
        return _added([*found, *more]) if more else found

    def dealings(self, scope: str, key: str) -> Dealings:
        """What is told of one party; no events where nothing is."""
        told = self.store.counting().dealings(scope, key)
        own = [one for one in self.waiting if any((p.scope, p.key) == (scope, key) for p in one.parties)]
        if not own:
            return told
        ties = [one for one in self._ties(scope, Window()) if key in (one.one, one.other)]
        mine = [one if one.one == key else one._replace(one=key, other=one.one) for one in ties]
        return Dealings(
            events=told.events + len(own),
            first=min((day for day in (told.first, *(_exact(one)[0] for one in own)) if day), default=None),
            last=max((day for day in (told.last, *(_exact(one)[1] for one in own)) if day), default=None),
            types=dict(Counter(told.types) + Counter(one.type for one in own)),
            outlets=(*told.outlets, *(one.outlets for one in own)),
            ties=tuple(_added([*told.ties, *mine])),
        )

    def places(self, filters: ReportFilter) -> Iterator[tuple[str, list[str]]]:
        """Places, as JSON, each with its events that have a report that fits, latest first; one may come again."""
        late = [(one.place, one.event_id) for one in waiting_facts(self.store, filters)] if self.waiting else []
        yield from ((place, [event]) for place, event in late if place is not None)
        yield from self.store.counting().places(filters)

    def entries(self, parties: Sequence[view.Party], window: Window) -> Iterator[Entry]:
        """The events in which every one of ``parties`` takes part, for a timeline."""
        told = len(parties) > 1 or parties[0].country is None
        waiting = (_seen(one) for one in self._within(window))
        kept = self.store.counting().seen([asks_for(one) for one in parties], window, told)
        both = (parties[0], parties[1] if len(parties) > 1 else None)
        for one in kept:
            part = view.part_of(_sides(one.sides), *both) if told else Part.ALONE
            if part is not None:
                yield _entry(one, part)
        for one in waiting:
            part = view.part_of(_sides(one.sides), *both)
            if part is not None:
                yield _entry(one, part)

    def sums(self, parties: Sequence[view.Party], window: Window, by: By) -> Timeline:
        """The timeline of these entries, where only their sums are wanted."""
        if self.waiting or not _is_country(parties):
            entries = self.entries(parties, window)
            return sums_by_period(((one.days, one.precision, one.how, 1) for one in entries), by)
        found = Counter(self.store.counting().kinds(asks_for(parties[0]), window))
        return sums_by_period(((*_kind(*told), count) for told, count in found.items()), by)

    def latest_entries(self, parties: Sequence[view.Party], window: Window, by: By, count: int) -> Timeline | None:
        """The timeline with its sums, but of its events only the ``count`` of the latest days.

        None where that takes a look at all of them: of two parties, of somebody by name, of fewer with a period.
        """
        if self.waiting or not _is_country(parties):
            return None
        kept = self.store.counting().latest_seen(asks_for(parties[0])[0], window)
        entries = (_entry(one, Part.ALONE) for one in kept)
        some = list(islice((one for one in entries if view.has_period(one, by)), count))
        return view.with_entries(self.sums(parties, window, by), some, by) if len(some) == count else None

    def shown(self, event_ids: Sequence[str]) -> dict[str, Json]:
        """What a timeline shows of each of the events."""
        wanted, texts = set(event_ids), self.store.counting().shown(event_ids)
        late = {one.event_id: (one.shown, one.outlets) for one in self.waiting if one.event_id in wanted}
        return {
            event: {**json.loads(told), "outlets": json.loads(outlets)}
            for event, (told, outlets) in {**texts, **late}.items()
        }

    def plans(
        self,
        filters: ReportFilter,
        window: Window,
        today: date,
        overdue: bool,
        after: Spot | None,
        limit: int,
    ) -> list[tuple[Spot, str]]:
        """At most ``limit`` plans by day, those without a day last, after ``after``: where it stands, as JSON."""
        asked = replace(filters, status=Status.PLANNED.value)
        kept = self.store.counting().plans(asked, window, today, overdue, after, limit)
        late = waiting_facts(self.store, asked) if self.waiting else ()
        found = (_plan(one, window, today.isoformat(), overdue) for one in late)
        more = [plan for plan in found if plan is not None and (after is None or plan[0] > after)]
        return sorted([*kept, *more])[:limit]

    def _within(self, window: Window) -> Iterator[Facts]:
        return (one for one in self.waiting if window.fits(one.day, one.last_day))

    def _ties(self, scope: str, window: Window) -> Iterator[Tie]:
        for one in self._within(window):
            for pair in one.pairs:
                if pair.scope == scope:
                    yield Tie(pair.one, pair.other, 1, pair.cooperation, pair.conflict, *_exact(one))


def counts_of(store: Store) -> Counts:
    """What is counted in the store as it is now."""
    return Counts(store, tuple(waiting_facts(store)))


def _exact(one: Facts) -> tuple[str | None, str | None]:
    """The first and the last day of an event where they are told exactly."""
    days = _days(one.day, one.last_day)
    vague = days is None or is_vague(days, _GRANULARITIES[one.exactness])
    return (None, None) if vague else (one.day, one.last_day)


def _added(ties: Sequence[Tie]) -> list[Tie]:
    """Of each two one tie, by the two."""
    found: dict[tuple[str, str], Tie] = {}
    for one in ties:
        before = found.get((one.one, one.other))
        found[one.one, one.other] = one if before is None else _sum(before, one)
    return [found[ends] for ends in sorted(found)]


def _sum(one: Tie, other: Tie) -> Tie:
    return Tie(
        one.one,
        one.other,
        one.events + other.events,
        one.cooperation + other.cooperation,
        one.conflict + other.conflict,
        min((day for day in (one.first, other.first) if day), default=None),
        max((day for day in (one.last, other.last) if day), default=None),
    )


def _sides(told: str) -> list[Side]:
    return [Side(acting, meeting, tuple(_Who(*one) for one in who)) for acting, meeting, who in json.loads(told)]


def _seen(one: Facts) -> Seen:
    how = (one.exactness, one.type, one.mode, one.status, one.background)
    return Seen(one.event_id, one.day, one.last_day, *how, one.sides)


def _is_country(parties: Sequence[view.Party]) -> bool:
    """Whether one country is asked for: which events that are, their marks tell."""
    return len(parties) == 1 and parties[0].country is not None


def _kind(
    day: str, last_day: str, exactness: str, type_name: str, mode: str | None, status: str, background: int
) -> tuple[Days | None, Granularity, How]:
    how = How(type_name, mode, _STATUSES[status], bool(background), Part.ALONE)
    return _days(day, last_day), _GRANULARITIES[exactness], how


def _days(day: str, last_day: str) -> Days | None:
    return (_day(day), _day(last_day)) if day else None


def _entry(one: Seen, part: Part) -> Entry:
    days = _days(one.day, one.last_day)
    how = (_GRANULARITIES[one.exactness], _STATUSES[one.status], bool(one.background), part)
    return Entry(one.event_id, one.type, one.mode, days, *how)


def _plan(one: Facts, window: Window, today: str, overdue: bool) -> tuple[Spot, str] | None:
    plan = one.plan
    if plan is None or not any(window.fits(*span) for span in plan.spans):
        return None
    late = plan.due is not None and plan.due < today
    if overdue and not late:
        return None
    return (plan.first, plan.last, one.event_id), plan.late if late and plan.late else plan.plan
