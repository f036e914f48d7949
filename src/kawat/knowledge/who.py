"""Who bears a name, and which offices they held on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kawat.knowledge.base import load_knowledge
from kawat.knowledge.entries import Entry, Form, Term


@dataclass(frozen=True, slots=True)
class WhoAnswer:
    """``form``: the form in which ``entry`` has the name; ``offices``: those held on the day asked.

    Without a day, ``offices`` are all that are known.
    """

    entry: Entry
    form: Form
    offices: tuple[Term, ...]


def who(name: str, on: date | None = None) -> tuple[WhoAnswer, ...]:
    """Every known bearer of ``name``; those in office on ``on`` first, else likeliest first. () if unknown."""
    answers = [WhoAnswer(entry, form, _offices(entry, on)) for form, entry in load_knowledge().forms_of(name)]
    if on is not None:
        answers.sort(key=lambda answer: not answer.offices)
    return tuple(answers)


def _offices(entry: Entry, on: date | None) -> tuple[Term, ...]:
    return tuple(term for term in entry.terms if on is None or term.covers(on))
