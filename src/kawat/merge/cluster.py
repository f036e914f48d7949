"""Exact merging: same type, same sides, same day (or an undated telling published within days of it)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from kawat.merge.likeness import Key, event_days, joins_by_publication, key_of
from kawat.records import Event, Telling, content_id

NEAR_DAYS = 3

Days = tuple[date, date]


def merge(tellings: Iterable[Telling]) -> tuple[Event, ...]:
    """Events over tellings, sorted by id of their first telling. The order of the input does not matter.

    Tellings without a day join by the day of publication, but never another telling of their own article:
    what one article tells twice without a day may well be two things.
    """
    blocks: dict[Key, list[Telling]] = defaultdict(list)
    for telling in sorted(tellings, key=_order):
        blocks[key_of(telling.report)].append(telling)
    events = [event for key in sorted(blocks) for event in _events(key, blocks[key])]
    return tuple(sorted(events, key=lambda event: (_order(event.tellings[0]), event.id)))


def _events(key: Key, block: Sequence[Telling]) -> list[Event]:
    """The events of one block, whose tellings come in order."""
    dated: dict[Days, list[Telling]] = defaultdict(list)
    undated: list[Telling] = []
    for telling in block:
        days = event_days(telling.report)
        (undated if days is None else dated[days]).append(telling)
    loose: list[list[Telling]] = []
    for telling in undated:
        _join(telling, dated, loose)
    return [_event(key, sorted(group, key=_order)) for group in (*dated.values(), *loose)]


def _join(telling: Telling, dated: dict[Days, list[Telling]], loose: list[list[Telling]]) -> None:
    """Put an undated telling into the dated group nearest by publication, else into a chain, else alone."""
    published = telling.article.published_day
    if published is None or not joins_by_publication(telling.report):
        loose.append([telling])
        return
    near = [(abs(published - days[0]), days) for days, group in dated.items() if _open_to(telling, group)]
    gap, days = min(near, default=(timedelta.max, None))
    if days is not None and gap <= timedelta(days=NEAR_DAYS):
        dated[days].append(telling)
        return
    for group in loose:
        last = group[-1].article.published_day
        if last is not None and published - last <= timedelta(days=NEAR_DAYS) and _open_to(telling, group):
            group.append(telling)
            return
    loose.append([telling])


def _open_to(telling: Telling, group: Sequence[Telling]) -> bool:
    """Whether an undated telling may join: none of its own article is there, and all tell alike of what is to come."""
    return all(
        other.article.id != telling.article.id
        and joins_by_publication(other.report, dated=event_days(other.report) is not None)
        and (other.report.status is telling.report.status or not _planned(other, telling))
        for other in group
    )


def _planned(*tellings: Telling) -> bool:
    return any(telling.report.status.value == "planned" for telling in tellings)


def _event(key: Key, tellings: Sequence[Telling]) -> Event:
    days = next((found for t in tellings if (found := event_days(t.report))), None)
    mark = f"{days[0]}/{days[1]}" if days else tellings[0].report.id
    return Event(content_id("evt", key.type, *key.parts, mark), key.type, tuple(tellings))


def _order(telling: Telling) -> tuple[str, str]:
    published = telling.article.published
    return (published.isoformat() if published else "9999", telling.report.id)
