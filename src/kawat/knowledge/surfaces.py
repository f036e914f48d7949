"""Surface forms: the spellings under which an entry is found, and what their capitals must look like."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from kawat.knowledge.entries import Entry, Form
from kawat.knowledge.tables import split_language
from kawat.knowledge.words import Word, plain_key, split_words

# Words that keep a small letter inside a name, so their case proves nothing.
_SMALL = frozenset(
    "al as ad ar ash az el bin ibn of the and in for on to de la le du d des do da van von der den und s nya "
    "dan di untuk atas dari yang com id co tv".split()
)
_ENDINGS = frozenset(("com", "id", "co"))  # "Tempo.co" keeps its stop
_LONGEST_STRICT = 4  # NATO and ASEAN: only from five letters on is "Asean" the same word without being listed


class Case(IntEnum):
    ANY = 0
    INITIAL = 1  # needs its capital
    UPPER = 2  # every letter is a capital: AS, US, PBB
    MIXED = 3  # at least two are: AfD, LeT
    SOME = 4  # at least one is: eSwatini


_LEAST_CAPITALS = {Case.MIXED: 2, Case.SOME: 1}


class Rank(IntEnum):
    """Which entry is likeliest when several share a form: lower first."""

    COUNTRY = 0
    BODY = 1
    SEAT = 2
    GROUP = 3
    PERSON = 4
    CAPITAL_CITY = 5
    CAPITAL_STATE = 6
    PLACE = 7
    OUTLET = 8
    NEVER = 9


class Surface(NamedTuple):
    """One spelling of one entry. ``entry`` None: the words look like a name and are none."""

    key: str
    name: str
    form: Form
    entry: Entry | None
    rank: Rank
    language: str | None

    @property
    def tail(self) -> str:
        """The mark behind the last letter that belongs to the name: the stop of "U.S.", or ""."""
        return "" if self.name[-1].isalnum() else self.name[-1]

    @property
    def shape(self) -> tuple[Case, ...]:
        return shape_of(self.name)

    def reads(self, language: str) -> bool:
        return self.language is None or self.language == language

    def fits(self, words: list[Word], first: int) -> bool:
        """Whether the capitals of the words from ``first`` on are those of a name."""
        for place, case in enumerate(self.shape, first):
            raw = words[place].raw
            if case is Case.INITIAL and raw[0].islower():
                return False
            if case is Case.UPPER and not raw.isupper() and any(c.islower() for c in raw):
                return False
            if case in _LEAST_CAPITALS and sum(c.isupper() for c in raw) < _LEAST_CAPITALS[case]:
                return False
        return True


@cache
def shape_of(name: str) -> tuple[Case, ...]:
    """The capitals that each word of a listed name asks for. Cached: made when a name is first met."""
    return tuple(case_of(word.raw) for word in split_words(name))


def case_of(word: str) -> Case:
    """The capitals that a word of a listed name asks for."""
    if word.lower() in _SMALL and not word.isupper():
        return Case.ANY
    if word[0].islower():
        return Case.ANY if word.islower() else Case.SOME
    if len(word) > _LONGEST_STRICT:
        return Case.INITIAL
    if word.isupper():
        return Case.UPPER
    return Case.MIXED if any(c.isupper() for c in word[1:]) else Case.INITIAL


def surfaces_of(entry: Entry | None, names: Iterable[str], form: Form, rank: Rank) -> list[Surface]:
    """The surface forms of ``names``, with and without the stops of abbreviated words (St. Petersburg)."""
    made: list[Surface] = []
    for marked in names:
        name, language = split_language(marked) if "@" in marked else (marked, None)
        for key in _keys(name):
            made.append(Surface(key, name, form, entry, rank, language))
    return made


def _keys(name: str) -> Iterable[str]:
    plain = plain_key(name)
    if plain is not None:
        return (plain,)
    words = split_words(name)
    if not words:
        return ()
    full = "".join(word.gap + word.folded for word in words)
    loose = words[0].folded
    for before, word in pairwise(words):
        stop_may_go = word.gap == "." and len(before.raw) > 1 and word.folded not in _ENDINGS
        loose += (" " if stop_may_go else word.gap) + word.folded
    return (full,) if loose == full else (full, loose)
