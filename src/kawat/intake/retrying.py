"""What is in quarantine as sources to take once more: an item of a file by that file, and only that item."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from kawat.errors import NotFoundError
from kawat.intake.inputs import STREAM, is_url
from kawat.store import Store

_PART = re.compile(r"(.+)(?:#|:)\d+", re.DOTALL)


def named_in_quarantine(store: Store, given: Iterable[str]) -> tuple[str, ...]:
    """The sources in quarantine that are meant: by name or id; all where none is given. Raises `NotFoundError`."""
    listed = store.quarantine_list()
    known = {one.source: one.source for one in listed} | {one.id: one.source for one in listed}
    wanted = list(given) or [one.source for one in listed]
    missing = [name for name in wanted if name not in known]
    if missing:
        raise NotFoundError(f"{missing[0]!r} is not in quarantine; `kawat quarantine` lists what is")
    return tuple(dict.fromkeys(known[name] for name in wanted))


def to_retry(names: Iterable[str]) -> tuple[tuple[str, ...], dict[str, frozenset[str]]]:
    """The sources to take again, and of which of them only some items; what came by standard input is gone."""
    sources: dict[str, set[str]] = {}
    whole: set[str] = set()
    for name in names:
        home = home_of(name)
        if home == STREAM:
            continue
        sources.setdefault(home, set()).add(name)
        if home == name or is_url(home):
            whole.add(home)
    only = {home: frozenset(items) for home, items in sources.items() if home not in whole}
    return tuple(sources), only


def home_of(name: str) -> str:
    """The file or address that an item called ``name`` stands in; itself where it stands alone."""
    match = _PART.fullmatch(name)
    if match is None or (not is_url(name) and Path(name).exists()):
        return name
    home = match.group(1)
    inside = home == STREAM or (home.count("/") >= 3 if is_url(home) else Path(home).is_file())
    return home if inside else name
