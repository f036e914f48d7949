"""What a watch tells while it works."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class What(StrEnum):
    """``started`` and ``stopped`` are of the watch; the next four of feeds; the others of pages."""

    STARTED = "started"
    STOPPED = "stopped"
    POLLED = "polled"
    FAILED = "failed"
    DEAD = "dead"
    MOVED = "moved"
    KEPT = "kept"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    OTHER_LANGUAGE = "other language"
    QUARANTINED = "quarantined"
    RETRY = "retry"


@dataclass(frozen=True, slots=True)
class Happening:
    """``status``: of the answer; ``named``: how many pages a feed lists (of the start: how many feeds are watched).

    ``waiting``, ``skipped``: how many of these are to be fetched, how many are left out; ``replaced``: the article
    whose text stood there before; ``moved``: where a feed is now; ``next_at``: when it is tried again.
    """

    what: What
    at: datetime
    url: str | None = None
    status: int | None = None
    named: int | None = None
    waiting: int | None = None
    skipped: int | None = None
    article_id: str | None = None
    replaced: str | None = None
    reason: str | None = None
    next_at: datetime | None = None
    moved: str | None = None


Tell = Callable[[Happening], None]
