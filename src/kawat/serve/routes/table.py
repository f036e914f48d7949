"""Every operation of the API, in one table."""

from __future__ import annotations

from kawat.serve.operations import Operation
from kawat.serve.routes import (
    actors,
    briefing,
    calendar,
    events,
    judging,
    lists,
    map,
    meta,
    network,
    search,
    timeline,
)

OPERATIONS: tuple[Operation, ...] = (
    *meta.OPERATIONS,
    *events.OPERATIONS,
    *lists.OPERATIONS,
    *search.OPERATIONS,
    *calendar.OPERATIONS,
    *timeline.OPERATIONS,
    *actors.OPERATIONS,
    *network.OPERATIONS,
    *map.OPERATIONS,
    *briefing.OPERATIONS,
    *judging.OPERATIONS,
)
READING: dict[str, Operation] = {one.path: one for one in OPERATIONS if not one.writes}
"""Those that read, by path."""
