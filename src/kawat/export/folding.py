"""What an event amounts to in formats that know no status: of what is to come, the promise or the threat.

The type of an event names the act itself, its status says whether it has happened (docs/ontology.md). PLOVER has
only types: cooperation to come is AGREE, yielding to come CONCEDE, conflict announced by its doer THREATEN.
"""

from __future__ import annotations

from dataclasses import dataclass

from kawat.export.facts import Facts
from kawat.ontology import quad, score
from kawat.records import Actor, Status
from kawat.views.event import REAL

COOPERATION = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID"})
YIELDING = frozenset({"CONCEDE", "RETREAT"})
MATERIAL_CONFLICT = 4


@dataclass(frozen=True, slots=True)
class Coded:
    """An event as PLOVER codes it. ``to_come``: the promise or threat of it, not the act itself."""

    type: str
    mode: str | None
    to_come: bool = False

    @property
    def quad(self) -> int:
        return quad(self.type)

    @property
    def score(self) -> float:
        return score(self.type, self.mode)


def coded(facts: Facts) -> Coded | None:
    """How PLOVER codes the event; None for what it has no code for.

    That is: what is denied, conflict that somebody else says will or may come, and demands, blame, refusals and
    threats that have not been spoken yet.
    """
    kind = facts.event.type
    if facts.status in REAL:
        return Coded(kind, facts.mode)
    if facts.status is Status.DENIED:
        return None
    if kind in COOPERATION:
        return Coded("AGREE", None, True)
    if kind in YIELDING:
        return Coded("CONCEDE", None, True)
    announced = facts.status is Status.PLANNED and quad(kind) == MATERIAL_CONFLICT and _own_words(facts)
    return Coded("THREATEN", None, True) if announced else None


def _own_words(facts: Facts) -> bool:
    """Whether some report of the plan names its doer among those who say so."""
    planned = [t.report for t in facts.event.tellings if t.report.status is Status.PLANNED]
    return any(
        _same(voice.actor, doer) for report in planned for voice in report.attribution for doer in report.actors
    )


def _same(one: Actor, other: Actor) -> bool:
    """Whether both are one, or speak and act for one country."""
    if one.id is not None and one.id == other.id:
        return True
    if one.country is not None or other.country is not None:
        return one.country == other.country
    return one.name.casefold() == other.name.casefold()
