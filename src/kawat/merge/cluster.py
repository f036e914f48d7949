"""Exact merging: same type, same sides, same day (or an undated telling published within days of it)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from kawat.merge.likeness import Days, Key, alike, event_days, joins_by_publication, key_of
from kawat.records import Event, Telling, content_id

NEAR_DAYS = 3

Group = list[Telling]


def merge(tellings: Iterable[Telling]) -> tuple[Event, ...]:
    """Events over tellings, by first publication. The order of the input does not matter.

    Tellings without a day join by the day of publication, but never another telling of their own article:
    what one article tells twice without a day may well be two things.
    """
    blocks: dict[Key, Group] = defaultdict(list)
    for telling in sorted(tellings, key=_order):
        blocks[key_of(telling.report)].append(telling)
    events = [event for key in sorted(blocks) for event in _events(key, blocks[key])]
    return tuple(sorted(events, key=lambda event: (_order(event.tellings[0]), event.id)))


def _events(key: Key, block: Sequence[Telling]) -> list[Event]:
    """The events of one block, whose tellings come in order."""
    dated: dict[Days, Group] = defaultdict(list)
    undated: Group = []
    for telling in block:
        days = event_days(telling.report)
        (undated if days is None else dated[days]).append(telling)
    chains: list[Group] = []
    alone: list[Group] = []
    for telling in undated:
        day = telling.article.published_day
        if day is None or not joins_by_publication(telling.report):
            alone.append([telling])
        else:
            _place(telling, day, dated, chains)
    return [_event(key, sorted(group, key=_order)) for group in (*dated.values(), *chains, *alone)]


def _place(telling: Telling, published: date, dated: dict[Days, Group], chains: list[Group]) -> None:
    """Put an undated telling into the dated group nearest by publication, else into a chain, else a new one."""
    near = [(abs(published - days[0]), days) for days, group in dated.items() if _open_to(telling, group)]
    gap, days = min(near, default=(timedelta.max, None))
    if days is not None and gap <= timedelta(days=NEAR_DAYS):
        dated[days].append(telling)
        return
    for chain in chains:
        last = chain[-1].article.published_day
        if last is not None and published - last <= timedelta(days=NEAR_DAYS) and _open_to(telling, chain):
            chain.append(telling)
            return
    chains.append([telling])


def _open_to(telling: Telling, group: Sequence[Telling]) -> bool:
    """Whether an undated telling may join: its own article is not there, and one that is tells much the same."""
    if any(other.article.id == telling.article.id for other in group):
        return False
    return any(alike(other.report, telling.report) for other in group)


def _event(key: Key, tellings: Sequence[Telling]) -> Event:
    days = next((found for t in tellings if (found := event_days(t.report))), None)
    mark = f"{days[0]}/{days[1]}" if days else tellings[0].report.id
    return Event(content_id("evt", key.type, *key.parts, mark), key.type, tuple(tellings))


def _order(telling: Telling) -> tuple[str, str]:
    published = telling.article.published
    return (published.isoformat() if published else "9999", telling.report.id)
