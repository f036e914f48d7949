"""PLOVER as data: event types, modes, scores, quad classes, contexts, sectors, statuses.

    >>> from kawat.ontology import quad, score
    >>> score("CONSULT", "phone"), quad("CONSULT")
    (1.5, 1)

See docs/ontology.md for what each type means and for the decisions that Kawat pins.
"""

from __future__ import annotations

from kawat.ontology.load import load_ontology, parse_ontology
from kawat.ontology.model import Decision, EventType, FormerName, Mode, Ontology, StatusTerm, Term

__all__ = [
    "ABOUT_AN_ACT",
    "Decision",
    "EventType",
    "FormerName",
    "Mode",
    "Ontology",
    "StatusTerm",
    "Term",
    "check_mode",
    "event_type",
    "load_ontology",
    "parse_ontology",
    "present_name",
    "quad",
    "score",
]


ABOUT_AN_ACT = frozenset({"REQUEST", "THREATEN", "AGREE", "REJECT"})
"""Acts of speech about another act: "urged Seoul to release him" is one demand, the release is what it is about."""


def event_type(name: str) -> EventType:
    """The type called ``name``, in capitals. Raises `UsageError` for an unknown one."""
    return load_ontology().type(name)


def check_mode(type_name: str, mode: str | None) -> None:
    """Raise `UsageError` unless ``mode`` is None or a mode of that type."""
    known = event_type(type_name)
    if mode is not None:
        known.mode(mode)


def score(type_name: str, mode: str | None = None) -> float:
    """The intensity of an act, -10 to 10: its mode's, or its type's without one. Raises `UsageError`."""
    known = event_type(type_name)
    return known.score if mode is None else known.mode(mode).score


def quad(type_name: str) -> int:
    """1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict."""
    return event_type(type_name).quad


def present_name(name: str) -> tuple[str, str | None]:
    """Type and mode for a type name of today or of an older draft ("FIGHT"). Raises `UsageError`."""
    for former in load_ontology().former_names:
        if former.name == name:
            return former.type, former.mode
    return event_type(name).name, None
