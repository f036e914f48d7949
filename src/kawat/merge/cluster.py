"""Exact merging: same type, same sides, same day (or an undated telling published within days of it)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from kawat.records import Event, Report, Telling, content_id

NEAR_DAYS = 3

Key = tuple[str, tuple[str, ...]]


def merge(tellings: Iterable[Telling]) -> tuple[Event, ...]:
    """Events over tellings, sorted by id of their first telling. The order of the input does not matter."""
    blocks: dict[Key, list[Telling]] = defaultdict(list)
    for telling in tellings:
        blocks[_key(telling.report)].append(telling)
    events = [event for key in sorted(blocks) for event in _events(key, blocks[key])]
    return tuple(sorted(events, key=lambda event: (_order(event.tellings[0]), event.id)))


def _key(report: Report) -> Key:
    sides = {a.country or a.id or a.name.lower() for a in (*report.actors, *report.recipients)}
    return report.type, tuple(sorted(sides))


def _events(key: Key, block: Sequence[Telling]) -> list[Event]:
    dated: dict[tuple[date, date], list[Telling]] = defaultdict(list)
    undated: list[Telling] = []
    for telling in block:
        days = event_days(telling.report)
        if days is None:
            undated.append(telling)
        else:
            dated[days].append(telling)
    loose: list[Telling] = []
    for telling in undated:
        near = _nearest(telling, dated)
        (dated[near] if near else loose).append(telling)
    groups = [*dated.values(), *_by_publication(loose)]
    return [_event(key, sorted(group, key=_order)) for group in groups]


def event_days(report: Report) -> tuple[date, date] | None:
    """First and last day of a report's time; None when it has none."""
    time = report.time
    if time is None or time.start is None or time.end is None:
        return None
    return _day(time.start), _day(time.end)


def _nearest(telling: Telling, dated: Iterable[tuple[date, date]]) -> tuple[date, date] | None:
    """The dated group that an undated telling belongs to: the closest within some days of its publication."""
    published = telling.article.published_day
    if published is None:
        return None
    gaps = sorted((abs((published - days[0]).days), days) for days in dated)
    return gaps[0][1] if gaps and gaps[0][0] <= NEAR_DAYS else None


def _by_publication(loose: Sequence[Telling]) -> list[list[Telling]]:
    """Undated tellings published within some days of each other, in chains; unpublished ones stay alone."""
    groups: list[list[Telling]] = []
    for telling in sorted(loose, key=_order):
        day = telling.article.published_day
        last = groups[-1][-1].article.published_day if groups else None
        if day and last and day - last <= timedelta(days=NEAR_DAYS):
            groups[-1].append(telling)
        else:
            groups.append([telling])
    return groups


def _event(key: Key, tellings: Sequence[Telling]) -> Event:
    kind, sides = key
    days = next((found for t in tellings if (found := event_days(t.report))), None)
    mark = f"{days[0]}/{days[1]}" if days else tellings[0].report.id
    return Event(content_id("evt", kind, *sides, mark), kind, tuple(tellings))


def _order(telling: Telling) -> tuple[str, str]:
    published = telling.article.published
    return (published.isoformat() if published else "9999", telling.report.id)


def _day(value: date) -> date:
    return date(value.year, value.month, value.day)
