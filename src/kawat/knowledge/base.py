"""`Knowledge`: everything Kawat knows by name, in memory, and how to ask it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cache, cached_property
from pathlib import Path

from kawat.errors import KnowledgeError, NotFoundError
from kawat.knowledge.build import Built, build_countries, build_named, build_outlets, build_places
from kawat.knowledge.caution import Cautions
from kawat.knowledge.entries import Entry, EntryKind, Form, NameMatch, Office, RoleWord, Term
from kawat.knowledge.finder import Finder
from kawat.knowledge.leaders import build_leaders
from kawat.knowledge.roles import Roles
from kawat.knowledge.surfaces import Rank
from kawat.knowledge.titles import Titles, bag_of, is_meant
from kawat.knowledge.words import fold, folded_words
from kawat.records import Span

_HEADS = frozenset({Office.HEAD_OF_STATE, Office.HEAD_OF_GOVERNMENT})
_DATA = Path(__file__).parent / "data"
_NAMED = (
    ("bodies.tsv", EntryKind.BODY, Rank.BODY),
    ("seats.tsv", EntryKind.SEAT, Rank.SEAT),
    ("groups.tsv", EntryKind.GROUP, Rank.GROUP),
)


class Knowledge:
    """Countries, persons, bodies, groups, outlets, seats, places and role words. Read only once made."""

    def __init__(
        self,
        built: Iterable[Built],
        cautions: Cautions,
        roles: Roles,
        titles: Titles,
        members: frozenset[str],
        precision: dict[str, str],
    ) -> None:
        parts = list(built)
        self._entries = _by_id(entry for part in parts for entry in part.entries)
        surfaces = [surface for part in parts for surface in part.surfaces]
        self._names: dict[str, dict[str, None]] = defaultdict(dict)
        for surface in surfaces:
            if surface.entry is not None:
                self._names[surface.entry.id][surface.name] = None
        self._cautions = cautions
        self._finder = Finder([*surfaces, *cautions.never], cautions, roles.words)
        self._roles = roles
        self._titles = titles
        self._members = members
        self._precision = precision
        self._offices: dict[tuple[str, Office], list[tuple[Term, Entry]]] = defaultdict(list)
        for person in self.entries(EntryKind.PERSON):
            for term in person.terms:
                self._offices[term.country, term.office].append((term, person))

    def find(self, text: str, language: str) -> list[NameMatch]:
        """Known names in ``text`` (``language``: BCP 47, "id" or "en"), spans in code points of ``text``.

        The longest name wins, matches never overlap, and entries stand likeliest first. A capital city has
        form CAPITAL with the city first and its state second: which is meant, the sentence must tell.
        """
        return self._finder.find(text, language)

    def look_up(self, name: str) -> tuple[Entry, ...]:
        """Every entry with this name, whatever its case and diacritics, likeliest first; () when unknown."""
        return tuple(entry for _, entry in self._finder.look_up(name))

    def forms_of(self, name: str) -> tuple[tuple[Form, Entry], ...]:
        """As `look_up`, with the form in which each entry has the name."""
        return self._finder.look_up(name)

    def entry(self, id: str) -> Entry:
        """The entry of an id. Raises NotFoundError."""
        try:
            return self._entries[id]
        except KeyError:
            raise NotFoundError(f"nothing is known under the id {id!r}; look it up by name first") from None

    def names_of(self, id: str) -> tuple[str, ...]:
        """Every spelling under which an entry is found, in the order of the data files; () for an unknown id."""
        return tuple(self._names.get(id, ()))

    def entries(self, kind: EntryKind) -> tuple[Entry, ...]:
        """All entries of a kind, in the order of the data files."""
        return tuple(entry for entry in self._entries.values() if entry.kind is kind)

    def country(self, alpha3: str) -> Entry:
        """The country of a code (ISO 3166 alpha-3, XKX, or PLOVER's IGO, UNO ...). Raises NotFoundError."""
        return self.entry(f"country:{alpha3}")

    def is_un_member(self, alpha3: str) -> bool:
        return alpha3 in self._members

    def precision(self, place: Entry) -> str | None:
        """How exact a place's coordinates are: point, admin, region; point for capitals, None for others."""
        if place.kind is not EntryKind.PLACE:
            return None
        return self._precision.get(place.id, "point")

    def holder(self, country: str, office: Office, on: date) -> Entry | None:
        """Who held an office of a country on a day: on a day of hand-over the one who came; None if unknown."""
        held = [pair for pair in self._offices.get((country, office), ()) if pair[0].covers(on)]
        return max(held, key=lambda pair: pair[0].start)[1] if held else None

    def head_named(self, surname: str, on: date, country: str | None = None) -> Entry | None:
        """The head of a state or government of that surname on a day, of ``country`` or of any; None unless one."""
        held = self._heads.get(fold(surname), ())
        found = {one.id: one for term, one in held if term.covers(on) and country in {None, term.country}}
        return next(iter(found.values())) if len(found) == 1 else None

    @cached_property
    def _heads(self) -> dict[str, list[tuple[Term, Entry]]]:
        """The terms of heads of states and governments by what they are called. Made at first use."""
        heads: dict[str, list[tuple[Term, Entry]]] = defaultdict(list)
        for person in self.entries(EntryKind.PERSON):
            terms = [term for term in person.terms if term.office in _HEADS]
            called = {folded_words(person.name_en)[-1], *map(fold, self._names[person.id])} if terms else ()
            for name in called:
                heads[name] += [(term, person) for term in terms]
        return heads

    def of_woman(self, given: str) -> bool | None:
        """Whether a given name is a woman's; None where both bear it, or nobody is known to."""
        return self._cautions.of_woman(given)

    def titled(self, country: str, role: RoleWord, wording: str, part: str, on: date) -> Entry | None:
        """Who held the office of `Office.OTHER` that ``role`` in ``wording`` means; None if unknown.

        ``part``: the part of the country whose office the wording says it is, or "".
        """
        said, own, titles = bag_of(wording), bag_of(self.country(country).name_en), self._titles.of(role)
        held = [
            (term, person)
            for term, person in self._offices.get((country, Office.OTHER), ())
            if term.covers(on) and any(is_meant(term.title, one, said, own, part) for one in titles)
        ]
        return max(held, key=lambda pair: pair[0].start)[1] if held else None

    def roles(self, language: str) -> tuple[RoleWord, ...]:
        """The role words of a language; () for one that has none."""
        return self._roles.of(language)

    def find_roles(self, text: str, language: str) -> list[tuple[Span, RoleWord]]:
        """Role words in ``text``, longest first, left to right, never overlapping."""
        return self._roles.find(text, language)


def read_knowledge(folder: Path) -> Knowledge:
    """Knowledge from the data files in ``folder``. Raises KnowledgeError naming file, row and rule."""
    countries, members = build_countries(folder)
    codes = frozenset(e.id.removeprefix("country:") for e in countries.entries if e.kind is EntryKind.COUNTRY)
    places, precision = build_places(folder, codes)
    named = [build_named(folder, file, kind, rank, codes) for file, kind, rank in _NAMED]
    built = [countries, *named, build_leaders(folder, codes), places, build_outlets(folder, codes)]
    return Knowledge(built, Cautions(folder), Roles(folder), Titles(folder), members, precision)


@cache
def load_knowledge() -> Knowledge:
    """The knowledge that ships with Kawat, read once per process."""
    return read_knowledge(_DATA)


def _by_id(entries: Iterable[Entry]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for entry in entries:
        if entry.id in found:
            raise KnowledgeError(f"the id {entry.id} stands twice in the data files. Rename one of the two.")
        found[entry.id] = entry
    return found
