"""Persons: the names of an article gathered to people, each known by their fullest name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from kawat.knowledge import Knowledge
from kawat.knowledge.entries import Entry, EntryKind, Office, is_state
from kawat.knowledge.words import folded_words
from kawat.records import Actor, ActorKind, Mention, Span
from kawat.resolve.wording import Wording

BEFORE = "named before in the article"
_PARTICLES = frozenset({"al", "el", "bin", "binti", "jr", "sr"})
_JUNIOR = re.compile(r"\b(?:Jr|Sr)\b")
_COURTESY = re.compile(r"\b(?:(Mrs|Ms|Miss|Mme)|Mr)\b")
_WOMAN = re.compile(
    r"\b(?:\w*woman|actress|queen|princess|girl|mother|wanita|perempuan|ratu)\b(?! of\b|['’]s)", re.I
)
_MAN = re.compile(
    r"\b(?:spokesman|congressman|businessman|man|king|prince|boy|father|pria|lelaki)\b(?! of\b|['’]s)", re.I
)
_LONG = 4  # letters of a word inside a longer name that may stand for it ("Suharso" no, "Binsar" yes)


@dataclass(slots=True)
class _Person:
    """One person of the article: the words of the fullest name, and what stood beside any of the names.

    ``own``: the country that such words named; ``woman``: whether it is one, where the names tell; ``known``: the
    known person of the fullest name; ``office``: the first that such words named.
    """

    words: list[str]
    name: str
    names: dict[Mention, str] = field(default_factory=dict)
    country: str | None = None
    sector: str | None = None
    own: str | None = None
    woman: bool | None = None
    known: Entry | None = None
    office: Office | None = None


def people_of(mentions: Mapping[Mention, Wording], knowledge: Knowledge, on: date | None) -> dict[Mention, Actor]:
    """The person that each name stands for. ``mentions``: of persons only, in order of the text.

    Names are gathered from the fullest down: "Yoon" in a headline is the Yoon Suk Yeol of the lead, and takes
    over country and office from the words beside any of the names. A surname of several is of the one spoken of
    most, and never of one whose country, office or courtesy title ("Mrs") is another's.
    """
    people: list[_Person] = []
    order = sorted(mentions, key=lambda one: (-len(_words(mentions[one].name)), one.span))
    for mention in order:
        wording = mentions[mention]
        woman = is_woman(wording, knowledge)
        fit = [one for one in people if _may_be(one, wording, woman, knowledge)]
        office = wording.role.office if wording.role is not None else None
        person = _same(_words(wording.name), mention, fit)
        if person is None:
            person = _Person(
                _words(wording.name), wording.name, known=_known(wording.name, None, knowledge, on, office)
            )
            people.append(person)
        person.names[mention] = wording.name
        person.office = person.office or office
        person.own = person.own or wording.country
        person.woman = woman if person.woman is None else person.woman
        other = _is_namesake(person, wording.entry) or _is_of_several(wording, knowledge)
        hint, sector = (None, None) if other else (wording.hint, mention.sector_hint)
        person.country = person.country or wording.country or hint
        person.sector = person.sector or sector or (wording.role.sector if wording.role else None)
    return {m: actor for person in people for m, actor in _actors(person, knowledge, on)}


def _is_namesake(person: _Person, entry: Entry | None) -> bool:
    """Whether a surname is by itself that of a known person, yet here another's: the Blair of "Keron Blair"."""
    known = entry is not None and entry.kind is EntryKind.PERSON and person.known is not entry
    return known and entry is not None and len(person.words) > 1 and not _shares(entry, person)


def _is_of_several(wording: Wording, knowledge: Knowledge) -> bool:
    """Whether several known persons have a name, so that a reader's country is but that of the first of them."""
    return sum(one.kind is EntryKind.PERSON for one in knowledge.look_up(wording.name)) > 1


def is_woman(wording: Wording, knowledge: Knowledge) -> bool | None:
    """Whether somebody is a woman by words beside the name, else by the given name; None where neither tells."""
    courtesy = _COURTESY.search(wording.text)
    if courtesy:
        return courtesy[1] is not None
    woman, man = _WOMAN.search(wording.text), _MAN.search(wording.text)
    if (woman is None) != (man is None):
        return woman is not None
    given, *more = wording.name.split() or [""]
    return knowledge.of_woman(given) if more else None


def _may_be(person: _Person, wording: Wording, woman: bool | None, knowledge: Knowledge) -> bool:
    """Whether nothing that stands beside a name tells that it is not a person's of a longer name."""
    if _is_junior(person.name) != _is_junior(wording.name) and len(_words(wording.name)) > 1:
        return False
    if len(_words(wording.name)) > 1 or len(person.words) == 1:
        return True
    if None not in (woman, person.woman) and woman is not person.woman:
        return False
    if wording.country is not None and _is_of_another(person, wording.country):
        return False
    return not _is_other_holder(person, wording, knowledge)


def _is_of_another(person: _Person, country: str) -> bool:
    """Whether a person is of another state than ``country``: by words beside a name, else by offices known."""
    told = {person.own} if person.own else {term.country for term in person.known.terms} if person.known else set()
    theirs = {one for one in told if is_state(one)}
    return is_state(country) and bool(theirs) and country not in theirs


def _is_junior(name: str) -> bool:
    return _JUNIOR.search(name) is not None


def _is_other_holder(person: _Person, wording: Wording, knowledge: Knowledge) -> bool:
    """Whether a surname with an office is of another who held it: "President Obama" is not Michelle Obama."""
    office = wording.role.office if wording.role else None
    if office is None or (person.known is not None and _held(person.known, office)):
        return False
    return any(_held(one, office) and not _shares(one, person) for one in knowledge.look_up(wording.name))


def _shares(entry: Entry, person: _Person) -> bool:
    """Whether a known person has the given name of one of the article: "Recep T. Erdogan"."""
    return person.words[0] in folded_words(entry.name_en)


def _held(entry: Entry, office: Office) -> bool:
    return any(term.office is office for term in entry.terms)


def _actors(person: _Person, knowledge: Knowledge, on: date | None) -> Iterable[tuple[Mention, Actor]]:
    entry = _known(person.name, person.country, knowledge, on, person.office)
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
        by = BEFORE if short else base.resolved_by
        yield mention, replace(base, mention=mention.span, resolved_by=by)


def _words(name: str) -> list[str]:
    return [word for word in folded_words(name) if word not in _PARTICLES] or [name.lower()]


def _same(words: list[str], mention: Mention, people: list[_Person]) -> _Person | None:
    """Who of the longer names is meant: of several, who was named most before, else the next to come."""
    fit = [person for person in people if _is_short_for(words, person.words)]
    before = [(len(told), max(told), p) for p in fit if (told := _before(p, mention))]
    if before:
        return max(before, key=lambda one: one[:2])[2]
    return min(fit, key=lambda person: min(one.span for one in person.names), default=None)


def _before(person: _Person, mention: Mention) -> list[Span]:
    """Where the article has spoken of a person before a mention."""
    return [one.span for one in person.names if one.span < mention.span]


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
    """Whose office a person holds: by the words beside the name, else by the day, else the last one of a state.

    Who has left a body of many states (a secretary general) is of the state served before.
    """
    served = {term.country for term in entry.terms}
    if beside in served:
        return beside
    held = [term for term in entry.terms if on is not None and term.covers(on)]
    if held:
        return max(held, key=lambda term: term.start).country
    own = [term for term in entry.terms if on is not None and term.start <= on and is_state(term.country)]
    return beside or (max(own, key=lambda term: term.start).country if own else entry.country)


def _known(
    name: str, country: str | None, knowledge: Knowledge, on: date | None, office: Office | None = None
) -> Entry | None:
    """The one known person of that name who fits, by country, day and office; None when nobody or several fit."""
    found = [entry for entry in knowledge.look_up(name) if entry.kind is EntryKind.PERSON]
    if country is not None:
        own = [e for e in found if e.country == country or any(term.country == country for term in e.terms)]
        found = own or (found if len(name.split()) > 1 else [])
    if len(found) > 1 and on is not None:
        found = [e for e in found if any(term.covers(on) for term in e.terms)] or found
    if len(found) > 1 and office not in {None, Office.OTHER}:
        found = [e for e in found if any(term.office is office for term in e.terms)] or found
    if not found and on is not None and country is not None and len(name.split()) == 1:
        return knowledge.head_named(name, on, country)  # "US President Bush", of several Bushes
    return found[0] if len(found) == 1 else None
