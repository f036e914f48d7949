"""What became of events between two rounds of merging."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

Members = tuple[tuple[str, ...], str]
"""The reports of an event and the digest of what they tell."""


class ChangeKind(StrEnum):
    """``merged``: the event is now part of ``other_id``; ``split``: it was part of ``other_id`` before.

    ``replaced``: the text that told it was replaced by one that tells ``other_id`` instead.
    """

    MADE = "made"
    CHANGED = "changed"
    MERGED = "merged"
    SPLIT = "split"
    REMOVED = "removed"
    REPLACED = "replaced"


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


def with_heirs(
    changes: Iterable[Change],
    types: Mapping[str, str],
    homes: Mapping[str, str],
    replaced: Mapping[str, str],
    alike: Callable[[str, str], float],
) -> list[Change]:
    """The changes, an event of a replaced text with the event of the same type that the new text tells instead.

    ``types`` of all events, ``homes``: the articles of all reports; ``replaced``: articles by what replaced them;
    ``alike``: how surely two reports tell one event, 0 where they do not. Those most alike first, and none is the
    heir of two.
    """
    listed = list(changes)
    gone = [one for one in listed if one.kind is ChangeKind.REMOVED]
    living = [one for one in listed if one.kind not in (ChangeKind.REMOVED, ChangeKind.MERGED)]
    pairs = sorted(
        (-sure, old.event_id, new.event_id)
        for old in gone
        for new in living
        if types[old.event_id] == types[new.event_id]
        and (sure := max((alike(a, b) for a, b in _told_anew(old, new, homes, replaced)), default=0.0))
    )
    heirs: dict[str, str] = {}
    for _, old_id, new_id in pairs:
        if old_id not in heirs and new_id not in heirs.values():
            heirs[old_id] = new_id
    return [
        replace(one, kind=ChangeKind.REPLACED, other_id=heirs[one.event_id]) if one.event_id in heirs else one
        for one in listed
    ]


def _told_anew(
    old: Change, new: Change, homes: Mapping[str, str], replaced: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """The reports of the one with those of the other that stand in the text which replaced theirs."""
    for one in old.reports:
        there = replaced.get(homes.get(one, ""))
        yield from ((one, other) for other in new.reports if there is not None and homes.get(other) == there)


def _most(events: Iterable[str]) -> str | None:
    counts: dict[str, int] = {}
    for event in events:
        counts[event] = counts.get(event, 0) + 1
    return min(counts, key=lambda event: (-counts[event], event), default=None)
