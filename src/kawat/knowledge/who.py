"""Who bears a name, and which offices they held on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kawat.knowledge.base import Knowledge, load_knowledge
from kawat.knowledge.entries import Entry, EntryKind, Form, Office, Term


@dataclass(frozen=True, slots=True)
class WhoAnswer:
    """``form``: the form in which ``entry`` has the name; ``offices``: those held on the day asked.

    Without a day, ``offices`` are all that are known.
    """

    entry: Entry
    form: Form
    offices: tuple[Term, ...]


def who(name: str, on: date | None = None) -> tuple[WhoAnswer, ...]:
    """Every known bearer of ``name``; those in office on ``on`` first, else likeliest first. () if unknown.

    ``name`` may also be an office with its country ("Menlu AS", "Indonesian president"): then its holders.
    """
    known = load_knowledge()
    answers = [WhoAnswer(entry, form, _offices(entry, on)) for form, entry in known.forms_of(name)]
    answers = answers or _holders(known, name, on)
    if on is not None:
        answers.sort(key=lambda answer: not answer.offices)
    return tuple(answers)


def _holders(known: Knowledge, name: str, on: date | None) -> list[WhoAnswer]:
    """Who holds (held, without a day) the office that the words name, the latest first."""
    for language in ("id", "en"):
        offices = [role.office for _, role in known.find_roles(name, language) if role.office]
        countries = [entry.country for match in known.find(name, language) for entry in match.entries[:1]]
        if offices and countries:
            return _of_office(known, countries[0], offices[0], on)
    return []


def _of_office(known: Knowledge, country: str | None, office: Office, on: date | None) -> list[WhoAnswer]:
    terms = [
        (term, person)
        for person in known.entries(EntryKind.PERSON)
        for term in person.terms
        if term.country == country and term.office is office and (on is None or term.covers(on))
    ]
    terms.sort(key=lambda held: held[0].start, reverse=True)
    return [WhoAnswer(person, Form.ALIAS, (term,)) for term, person in terms]


def _offices(entry: Entry, on: date | None) -> tuple[Term, ...]:
    return tuple(term for term in entry.terms if on is None or term.covers(on))
