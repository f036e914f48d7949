"""Finding known names in a text: longest first, left to right, never overlapping."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from kawat.knowledge.caution import Cautions, Rule
from kawat.knowledge.context import Context
from kawat.knowledge.entries import Entry, EntryKind, Form, NameMatch
from kawat.knowledge.surfaces import Surface
from kawat.knowledge.words import Word, key_of, split_words, words_of_key
from kawat.records import Span


class Finder:
    """The surface forms of all entries, filed by their folded words. Made once, then only read."""

    def __init__(self, surfaces: Iterable[Surface], cautions: Cautions, role_words: frozenset[str]) -> None:
        forms: dict[str, list[Surface]] = defaultdict(list)
        self._longest: dict[str, int] = {}
        for surface in surfaces:
            forms[surface.key].append(surface)
        for key in forms:
            first, *more = words_of_key(key) if not key.isalnum() else (key,)
            if len(more) >= self._longest.get(first, 0):
                self._longest[first] = 1 + len(more)
        for found in forms.values():
            if len(found) > 1:
                found.sort(key=lambda surface: surface.rank)
        self._forms: dict[str, list[Surface]] = dict(forms)
        self._cautions = cautions
        self._role_words = role_words

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(self._forms)

    def look_up(self, name: str) -> tuple[tuple[Form, Entry], ...]:
        """Every entry that has this name in whatever case, likeliest first, with the form it has it in."""
        found: dict[str, tuple[Form, Entry]] = {}
        for surface in self._forms.get(key_of(name), ()):
            if surface.entry is not None:
                found.setdefault(surface.entry.id, (surface.form, surface.entry))
        return tuple(found.values())

    def find(self, text: str, language: str) -> list[NameMatch]:
        words = split_words(text)
        context = Context(text, words, language)
        matches: list[NameMatch] = []
        place = 0
        while place < len(words):
            longest = self._longest.get(words[place].folded)
            end = place + 1
            if longest is not None:
                match, end = self._longest_at(context, place, longest)
                if match is not None:
                    matches.append(match)
            place = end
        return self._settled(context, matches)

    def _longest_at(self, context: Context, place: int, longest: int) -> tuple[NameMatch | None, int]:
        """The longest name that starts at this word, and the word to go on from."""
        for end, key in self._keys_at(context.words, place, longest):
            surfaces = [
                surface
                for surface in self._forms.get(key, ())
                if surface.reads(context.language)
                and surface.fits(context.words, place)
                and self._cautions.admits(surface, context, place, end, self._known)
            ]
            if surfaces and surfaces[0].entry is None:
                return None, end
            if surfaces:
                return _match(context, surfaces, place, end), end
        return None, place + 1

    @staticmethod
    def _keys_at(words: list[Word], place: int, longest: int) -> list[tuple[int, str]]:
        key = words[place].folded
        keys = [(place + 1, key)]
        for at in range(place + 1, min(place + longest, len(words))):
            if not words[at].gap:
                break
            key += words[at].gap + words[at].folded
            keys.append((at + 1, key))
        keys.reverse()
        return keys

    def _known(self, word: Word) -> bool:
        return word.folded in self._longest or word.folded in self._role_words

    def _settled(self, context: Context, matches: list[NameMatch]) -> list[NameMatch]:
        """The matches after looking at their neighbours among the matches."""
        foreign = {before.span for before, after in pairwise(matches) if self._elsewhere(context, before, after)}
        settled: list[NameMatch] = []
        for match in matches:
            if match.span not in foreign:
                settled.append(_after_comma(context.text, settled[-1] if settled else None, match))
        return settled

    def _elsewhere(self, context: Context, match: NameMatch, after: NameMatch) -> bool:
        """A name of the home country's office with another country behind it: Kemlu Rusia, DPR AS."""
        if context.text[match.span.end : after.span.start] != " ":
            return False
        surfaces = self._forms.get(key_of(match.span.of(context.text)), ())
        if not any(self._cautions.has(surface, Rule.HOME, context.language) for surface in surfaces):
            return False
        owner = after.entries[0]
        return owner.kind is EntryKind.COUNTRY and owner.country != match.entries[0].country


def _match(context: Context, surfaces: list[Surface], place: int, end: int) -> NameMatch:
    start, stop = context.words[place].start, context.words[end - 1].end
    if surfaces[0].tail and context.text.startswith(surfaces[0].tail, stop):
        stop += len(surfaces[0].tail)
    entries = {surface.entry.id: surface.entry for surface in surfaces if surface.entry is not None}
    form = surfaces[0].form
    if form in (Form.NAME, Form.ALIAS) and surfaces[0].entry and surfaces[0].entry.kind is EntryKind.COUNTRY:
        form = _people_or(form, context, place)
    return NameMatch(Span(start, stop), form, tuple(entries.values()))


def _people_or(form: Form, context: Context, place: int) -> Form:
    """ "warga Rusia", "warga negara Rusia" and "orang Rusia" name people; the span stays on the name."""
    near = context.near(place, 2)
    is_people = near[:1] in (("warga",), ("orang",)) or near == ("negara", "warga")
    return Form.PEOPLE if is_people else form


def _after_comma(text: str, before: NameMatch | None, match: NameMatch) -> NameMatch:
    """After "Atlanta," the reading of "Georgia" in the country of Atlanta comes first."""
    if before is None or len(match.entries) < 2 or text[before.span.end : match.span.start] != ", ":
        return match
    town = before.entries[0]
    if town.kind is not EntryKind.PLACE or town.country is None or match.entries[0].country == town.country:
        return match
    ordered = sorted(match.entries, key=lambda entry: entry.country != town.country)
    if ordered[0].country != town.country:
        return match
    return NameMatch(match.span, match.form, tuple(ordered))
