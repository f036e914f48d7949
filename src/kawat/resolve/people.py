"""Persons: the names of an article gathered to people, each known by their fullest name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from kawat.knowledge import Knowledge
from kawat.knowledge.entries import Entry, EntryKind
from kawat.knowledge.words import folded_words
from kawat.records import Actor, ActorKind, Mention
from kawat.resolve.wording import Wording

_PARTICLES = frozenset({"al", "el", "bin", "binti", "jr", "sr"})
_LONG = 4  # letters of a word inside a longer name that may stand for it ("Suharso" no, "Binsar" yes)


@dataclass(slots=True)
class _Person:
    """One person of the article: the words of the fullest name, and what stood beside any of the names."""

    words: list[str]
    name: str
    names: dict[Mention, str] = field(default_factory=dict)
    country: str | None = None
    sector: str | None = None


def people_of(mentions: Mapping[Mention, Wording], knowledge: Knowledge, on: date | None) -> dict[Mention, Actor]:
    """The person that each name stands for. ``mentions``: of persons only, in order of the text.

    Names are gathered from the fullest down: "Yoon" in a headline is the Yoon Suk Yeol of the lead, and takes
    over country and office from the words beside any of the names.
    """
    people: list[_Person] = []
    order = sorted(mentions, key=lambda one: (-len(_words(mentions[one].name)), one.span))
    for mention in order:
        wording = mentions[mention]
        person = _same(_words(wording.name), mention, people)
        if person is None:
            person = _Person(_words(wording.name), wording.name)
            people.append(person)
        person.names[mention] = wording.name
        person.country = person.country or wording.country or wording.hint
        person.sector = person.sector or mention.sector_hint or (wording.role.sector if wording.role else None)
    return {m: actor for person in people for m, actor in _actors(person, knowledge, on)}


def _actors(person: _Person, knowledge: Knowledge, on: date | None) -> Iterable[tuple[Mention, Actor]]:
    entry = _known(person.name, person.country, knowledge, on)
    first = min(person.names, key=lambda one: one.span)
    if entry is None:
        by = "words beside the name" if person.country or person.sector else None
        base = Actor(
            person.name, ActorKind.PERSON, first.span, None, person.name, person.country, person.sector, by
        )
    else:
        country = _country(entry, person.country, on)
        sector = entry.sector or person.sector
        base = Actor(
            entry.name_en, ActorKind.PERSON, first.span, entry.id, entry.name_id, country, sector, "knowledge"
        )
    length = max(len(_words(name)) for name in person.names.values())
    for mention in person.names:
        short = mention is not first and (base.id is None or len(_words(person.names[mention])) < length)
        by = "named before in the article" if short else base.resolved_by
        yield mention, replace(base, mention=mention.span, resolved_by=by)


def _words(name: str) -> list[str]:
    return [word for word in folded_words(name) if word not in _PARTICLES] or [name.lower()]


def _same(words: list[str], mention: Mention, people: list[_Person]) -> _Person | None:
    """Who of the longer names is meant: of several, the latest named before, else the next to come."""
    fit = [person for person in people if _is_short_for(words, person.words)]
    before = [
        (max(one.span for one in p.names if one.span < mention.span), p) for p in fit if _precedes(p, mention)
    ]
    if before:
        return max(before, key=lambda pair: pair[0])[1]
    return min(fit, key=lambda person: min(one.span for one in person.names), default=None)


def _precedes(person: _Person, mention: Mention) -> bool:
    return any(one.span < mention.span for one in person.names)


def _is_short_for(words: list[str], fuller: list[str]) -> bool:
    if len(words) == 1:
        inside = words[0] in fuller[1:-1] and len(words[0]) >= _LONG
        return words[0] in (fuller[0], fuller[-1]) or inside
    if len(words) > len(fuller):
        return False
    count = len(words)
    ends = (words[0], words[-1]) == (fuller[0], fuller[-1])
    return fuller[:count] == words or fuller[-count:] == words or (ends and set(words) <= set(fuller))


def _country(entry: Entry, beside: str | None, on: date | None) -> str | None:
    """Whose office a person holds: by the words beside the name, else by the day, else the last one."""
    served = {term.country for term in entry.terms}
    if beside in served:
        return beside
    held = [term for term in entry.terms if on is not None and term.covers(on)]
    return max(held, key=lambda term: term.start).country if held else beside or entry.country


def _known(name: str, country: str | None, knowledge: Knowledge, on: date | None) -> Entry | None:
    """The one known person of that name who fits; None when nobody or several fit."""
    found = [entry for entry in knowledge.look_up(name) if entry.kind is EntryKind.PERSON]
    if country is not None:
        own = [e for e in found if e.country == country or any(term.country == country for term in e.terms)]
        found = own or (found if len(name.split()) > 1 else [])
    if len(found) > 1 and on is not None:
        found = [e for e in found if any(term.covers(on) for term in e.terms)] or found
    if not found and on is not None and country is not None and len(name.split()) == 1:
        return knowledge.head_named(name, on, country)  # "US President Bush", of several Bushes
    return found[0] if len(found) == 1 else None
