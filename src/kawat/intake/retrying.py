"""What is in quarantine, taken once more: an item of a file by that file, and only that item.

What can not be met again is told apart: `untouched`. What a watch named is asked for as a watch asks: where the
site's robots.txt allows it.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from kawat.errors import KawatError, NoAddressError, NotFoundError
from kawat.intake.finding import is_file
from kawat.intake.inputs import STREAM, InputOptions, is_url
from kawat.intake.keeping import Taken
from kawat.intake.taking import Ways, take
from kawat.store import Quarantined, Store
from kawat.store.write import storable

if TYPE_CHECKING:
    from kawat.intake.hands import Hands

_PART = re.compile(r"(.+)(?:#|:)(\d+)", re.DOTALL)
_ESCAPED = re.compile(r"\\u(dc[89a-f][0-9a-f])")
_BY_ROBOTS = frozenset({"DisallowedError", "HeldError"})


class Lost(StrEnum):
    """Why an item could not be met again."""

    STREAM = "stream"
    FILE = "file"
    OTHER = "other"


@dataclass(slots=True)
class _Plan:
    """``only``: of these sources nothing but these items; ``lists``: sources that are lists of addresses, whatever
    they look like; ``mended``: by address the lines that were none before."""

    sources: list[str] = field(default_factory=list)
    only: dict[str, set[str]] = field(default_factory=dict)
    whole: set[str] = field(default_factory=set)
    lists: set[str] = field(default_factory=set)
    mended: dict[str, list[str]] = field(default_factory=dict)


def entries_named(store: Store, given: Iterable[str]) -> tuple[Quarantined, ...]:
    """What is meant of the quarantine: by name or id; all where none is given. Raises `NotFoundError`."""
    listed = store.quarantine_list()
    known = {one.id: one for one in listed} | {one.source: one for one in listed}
    wanted = [storable(name) or "" for name in given] or [one.source for one in listed]
    missing = [name for name in wanted if name not in known]
    if missing:
        raise NotFoundError(f"{missing[0]!r} is not in quarantine; `kawat quarantine` lists what is")
    return tuple({known[name].source: known[name] for name in wanted}.values())


def retried(
    store: Store,
    entries: Sequence[Quarantined],
    now: Callable[[], datetime],
    options: InputOptions,
    workers: int,
    seconds: float,
) -> Generator[Taken]:
    """Take ``entries`` again. Raises what `take` does."""
    from kawat.intake.hands import Processes

    asked = [one for one in entries if _asks_robots(store, one)]
    apart = {one.source for one in asked}
    others = [one for one in entries if one.source not in apart]
    yield from _taken(store, _planned(others), now, options, Ways(workers, seconds))
    # All by one process, which knows when it asked whom.
    hands = Processes(1, options.reader, seconds) if asked and workers > 1 and os.name == "posix" else None
    plan = _Plan([one.source for one in asked])
    yield from _taken(store, plan, now, replace(options, robots=True), Ways(1, seconds), hands)


def untouched(store: Store, entries: Iterable[Quarantined]) -> Iterator[tuple[Quarantined, Lost]]:
    """Those of ``entries``, as they were before they were taken again, of which nothing came up meanwhile."""
    attempts = {one.source: one.attempts for one in store.quarantine_list()}
    for one in entries:
        if attempts.get(one.source) == one.attempts:
            home = home_of(_as_on_disk(one.source))
            yield one, Lost.STREAM if home == STREAM else Lost.OTHER if is_url(home) else Lost.FILE


def comes_by_stream(one: Quarantined) -> bool:
    """Whether it came by standard input, and is gone."""
    return home_of(one.source) == STREAM


def home_of(name: str) -> str:
    """The file or address that an item called ``name`` stands in; itself where it stands alone."""
    match = _PART.fullmatch(name)
    if match is None or (not is_url(name) and os.path.lexists(name)):
        return name
    home = match.group(1)
    inside = home == STREAM or (home.count("/") >= 3 if is_url(home) else is_file(home))
    return home if inside else name


def _as_on_disk(name: str) -> str:
    """The name of an entry as the file system has it: bytes that are no UTF-8 are stored escaped."""
    meant = _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), name)
    there = meant != name and not os.path.lexists(home_of(name)) and os.path.lexists(home_of(meant))
    return meant if there else name


def _asks_robots(store: Store, one: Quarantined) -> bool:
    return is_url(one.source) and (one.error in _BY_ROBOTS or store.watching().is_named(one.source))


def _taken(
    store: Store,
    plan: _Plan,
    now: Callable[[], datetime],
    options: InputOptions,
    ways: Ways,
    hands: Hands | None = None,
) -> Generator[Taken]:
    if not plan.sources:
        return
    only = {home: frozenset(items) for home, items in plan.only.items() if home not in plan.whole}
    ways = replace(ways, retry=True, only=only, lists=frozenset(plan.lists))
    with closing(take(store, plan.sources, now, options, ways, hands=hands)) as taken:
        for one in taken:
            _forget(store, plan.mended.get(one.source, ()))
            yield one


def _forget(store: Store, names: Iterable[str]) -> None:
    for name in names:
        with store.transaction():
            store.quarantine_remove(name)
            store.taken_forget(name)


def _planned(entries: Iterable[Quarantined]) -> _Plan:
    plan = _Plan()
    for one in entries:
        name = _as_on_disk(one.source)
        home = home_of(name)
        if home == STREAM:
            continue
        if home != name and not is_url(home) and one.error == NoAddressError.__name__:
            address = _address_at(home, name)
            if address is not None:
                plan.mended.setdefault(address, []).append(name)
                home = address
            else:
                plan.lists.add(home)
        if home not in plan.only:
            plan.sources.append(home)
        plan.only.setdefault(home, set()).add(name)
        if home == name or is_url(home):
            plan.whole.add(home)
    return plan


def _address_at(home: str, name: str) -> str | None:
    """The address that stands by now in the line of the list ``home`` that ``name`` tells."""
    from kawat.intake.sources.address_list import address_in_line
    from kawat.intake.sources.opening import opened

    try:
        with Path(home).open("rb") as raw:
            return address_in_line(opened(raw), int(name[len(home) + 1 :]))
    except (OSError, KawatError):
        return None
