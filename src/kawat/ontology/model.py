"""The frozen shapes of the ontology: types, modes, contexts, sectors, statuses, decisions."""

from __future__ import annotations

from dataclasses import dataclass

from kawat.errors import UsageError


@dataclass(frozen=True, slots=True)
class Mode:
    """How an act of a type is done. ``score`` is on the scale from -10 (conflict) to 10 (cooperation)."""

    name: str
    label_en: str
    label_id: str
    score: float


@dataclass(frozen=True, slots=True)
class EventType:
    """One PLOVER type. ``score`` holds where no mode is known; ``quad`` is 1 to 4, see `Ontology.quads`."""

    name: str
    label_en: str
    label_id: str
    definition: str
    definition_id: str
    modes: tuple[Mode, ...]
    score: float
    quad: int
    needs_recipient: bool

    def mode(self, name: str) -> Mode:
        """The mode called ``name``. Raises `UsageError` naming the modes that exist."""
        for mode in self.modes:
            if mode.name == name:
                return mode
        known = ", ".join(mode.name for mode in self.modes) or "none"
        raise UsageError(f"{self.name} has no mode {name!r}; its modes are: {known}")


@dataclass(frozen=True, slots=True)
class Term:
    """A code with its labels: a context, a sector, a non-state code, a quad class."""

    code: str
    label_en: str
    label_id: str


@dataclass(frozen=True, slots=True)
class StatusTerm:
    """A status with labels and its meaning; ``name`` is a value of `kawat.records.Status`."""

    name: str
    label_en: str
    label_id: str
    definition: str


@dataclass(frozen=True, slots=True)
class FormerName:
    """A type name of an older draft and what it is now."""

    name: str
    type: str
    mode: str | None


@dataclass(frozen=True, slots=True)
class Decision:
    """A point on which the PLOVER papers contradict one another, and what Kawat does."""

    id: str
    question: str
    decided: str
    reason: str


@dataclass(frozen=True, slots=True)
class Ontology:
    """All of it, in the order of the files."""

    types: tuple[EventType, ...]
    quads: tuple[Term, ...]
    contexts: tuple[Term, ...]
    statuses: tuple[StatusTerm, ...]
    sectors: tuple[Term, ...]
    nonstate: tuple[Term, ...]
    former_names: tuple[FormerName, ...]
    decisions: tuple[Decision, ...]

    def type(self, name: str) -> EventType:
        """The type called ``name``. Raises `UsageError` naming the types that exist."""
        for event_type in self.types:
            if event_type.name == name:
                return event_type
        known = ", ".join(event_type.name for event_type in self.types)
        raise UsageError(f"no event type {name!r}; the types are: {known}")
