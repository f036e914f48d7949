"""What makes two reports tell of one thing: type, sides, day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kawat.records import Actor, Report, Salience, Status

MUTUAL_TYPES = frozenset({"AGREE", "CONSULT", "COOPERATE"})
"""Types of what sides do together: "A met B" and "B met A" tell of one meeting."""

Days = tuple[date, date]


@dataclass(frozen=True, slots=True, order=True)
class Key:
    """What tellings of one event have in common; ``parts`` are the sides, or the one report of its kind."""

    type: str
    parts: tuple[str, ...]


def key_of(report: Report) -> Key:
    """The key of a report. One whose sides are all unknown is like no other: its key is its own id."""
    if not has_known_side(report):
        return Key(report.type, (report.id,))
    acting, receiving = _sides(report)
    if report.symmetric or report.type in MUTUAL_TYPES:
        return Key(report.type, tuple(sorted(acting | receiving)))
    return Key(report.type, (*sorted(acting), "→", *sorted(receiving)))


def has_known_side(report: Report) -> bool:
    """Whether anybody in it is known: "gunmen" of two articles are not the same gunmen."""
    return any(actor.id or actor.country for actor in (*report.actors, *report.recipients))


def joins_by_publication(report: Report) -> bool:
    """Whether an undated report may be placed by when it was published: history told again never may."""
    return has_known_side(report) and report.salience is not Salience.BACKGROUND


def alike(one: Report, other: Report) -> bool:
    """Whether both tell of what is to come, or both of what is or was; and not one a visit, one a call."""
    if one.mode and other.mode and one.mode != other.mode:
        return False
    return (one.status is Status.PLANNED) is (other.status is Status.PLANNED)


def event_days(report: Report) -> Days | None:
    """First and last day of a report's time; None when it has none."""
    time = report.time
    if time is None or time.start is None or time.end is None:
        return None
    return _day(time.start), _day(time.end)


def _sides(report: Report) -> tuple[set[str], set[str]]:
    """Who acts, who receives: by country where several take part, else by who they are inside the one country."""
    everybody = (*report.actors, *report.recipients)
    between_states = len({actor.country for actor in everybody if actor.country}) > 1
    acting = {_side(actor, between_states) for actor in report.actors}
    receiving = {_side(actor, between_states) for actor in report.recipients}
    return acting, receiving


def _side(actor: Actor, by_country: bool) -> str:
    return (actor.country if by_country else None) or actor.id or actor.country or actor.name.lower()


def _day(value: date) -> date:
    return date(value.year, value.month, value.day)
