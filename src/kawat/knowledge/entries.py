"""What Kawat knows by name: countries, people with their offices, bodies, groups, outlets, seats, places."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kawat.records import Span

PSEUDO_COUNTRIES = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
"""PLOVER's codes for actors of no country: bodies of states, the UN, movements, companies."""


def is_state(code: str | None) -> bool:
    """Whether a country code stands for a state or territory, not for a kind of actor."""
    return code is not None and code not in PSEUDO_COUNTRIES


class EntryKind(StrEnum):
    COUNTRY = "country"
    PERSON = "person"
    BODY = "body"  # an international or national organisation: UN, ASEAN, Pentagon, KPK
    GROUP = "group"  # an armed group or a party: Hamas, GAM, Likud
    OUTLET = "outlet"  # news outlets and agencies: KCNA, Antara
    SEAT = "seat"  # a place or building that speaks for a government: Kremlin, Gedung Putih
    PLACE = "place"  # a city, a province, a region, a strait


class Form(StrEnum):
    """In what form a name stands in the text."""

    NAME = "name"  # Russia, Vladimir Putin, United Nations
    ALIAS = "alias"  # Putin, Kiev, Republik Islam Iran
    ABBREVIATION = "abbreviation"  # AS, Korut, PBB, UN
    DEMONYM = "demonym"  # Russian (adjective), Indonesian; none for Indonesian "Rusia", which is a name
    PEOPLE = "people"  # Russians, the French, warga Rusia
    CAPITAL = "capital"  # Moscow, Jakarta: a place that often speaks for its state


class Office(StrEnum):
    HEAD_OF_STATE = "head_of_state"
    HEAD_OF_GOVERNMENT = "head_of_government"
    FOREIGN_MINISTER = "foreign_minister"
    DEFENCE_MINISTER = "defence_minister"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Term:
    """An office held: ``end`` None while it lasts (as of the data file's date). Days inclusive."""

    country: str
    office: Office
    title: str
    start: date
    end: date | None

    def covers(self, day: date) -> bool:
        return self.start <= day and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Entry:
    """One known thing. ``country`` is ISO 3166 alpha-3, or IGO, UNO, EUR, NGO, IMG, MNC, PSE, XKX."""

    id: str
    kind: EntryKind
    name_en: str
    name_id: str
    country: str | None
    sector: str | None = None
    terms: tuple[Term, ...] = ()
    owner: str | None = None  # outlets: state, public, private, party
    latitude: float | None = None
    longitude: float | None = None

    def holds(self, office: Office, on: date) -> bool:
        return any(term.office is office and term.covers(on) for term in self.terms)


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A known name found in a text, with every entry it may stand for, likeliest first."""

    span: Span
    form: Form
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class RoleWord:
    """A noun for somebody by what they do ("president", "polisi"), its PLOVER sector, its office or None.

    ``country``: of the one land that has somebody called so ("Kapolri"), None for most.
    """

    form: str
    language: str
    kind: str  # person, organisation, group
    sector: str
    office: Office | None
    country: str | None = None
