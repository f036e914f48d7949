"""What became of events between two rounds of merging."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

Members = tuple[tuple[str, ...], str]
"""The reports of an event and the digest of what they tell."""


class ChangeKind(StrEnum):
    """``merged``: the event is now part of ``other_id``; ``split``: it was part of ``other_id`` before."""

    MADE = "made"
    CHANGED = "changed"
    MERGED = "merged"
    SPLIT = "split"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Change:
    """``reports``: those that the event has now; of a removed or merged one those that it had."""

    kind: ChangeKind
    event_id: str
    reports: tuple[str, ...]
    other_id: str | None = None


def changes_between(old: Mapping[str, Members], new: Mapping[str, Members]) -> list[Change]:
    """What became of the old events, and where the new ones come from, by id. What stayed the same is left out."""
    was = {report: event for event, (reports, _) in old.items() for report in reports}
    now = {report: event for event, (reports, _) in new.items() for report in reports}
    found: list[Change] = []
    for event in sorted(new.keys() - old.keys()):
        reports = new[event][0]
        source = _most(was[report] for report in reports if report in was)
        kind = ChangeKind.MADE if source is None or source not in new else ChangeKind.SPLIT
        found.append(Change(kind, event, reports, source if kind is ChangeKind.SPLIT else None))
    for event in sorted(old.keys() & new.keys()):
        if old[event] != new[event]:
            found.append(Change(ChangeKind.CHANGED, event, new[event][0]))
    for event in sorted(old.keys() - new.keys()):
        reports = old[event][0]
        target = _most(now[report] for report in reports if report in now)
        kind = ChangeKind.REMOVED if target is None else ChangeKind.MERGED
        found.append(Change(kind, event, reports, target))
    return found


def _most(events: Iterable[str]) -> str | None:
    counts: dict[str, int] = {}
    for event in events:
        counts[event] = counts.get(event, 0) + 1
    return min(counts, key=lambda event: (-counts[event], event), default=None)
