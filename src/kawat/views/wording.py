"""How acts (`data/verbs.tsv`) and names are said in a sentence, in English and Indonesian."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kawat.language.quantities.lexicon import Lexicon, lexicon

MUTUAL = "mutual"
"""Stands for a mode in `data/verbs.tsv` where several do it to one another."""
_LEFT_OVER = frozenset(
    "in on at of from to by with near for and or di ke dari pada oleh dengan untuk dan atau yang".split()
)
"""Words of the sentence around a name that end no name."""


@dataclass(frozen=True, slots=True)
class Verb:
    """An act in words: ``past``, ``base``, ``ing`` with ``to`` before whom; ``id`` with ``id_to`` in Indonesian."""

    past: str
    base: str
    ing: str
    to: str
    id: str
    id_to: str


def verb_of(event_type: str, mode: str | None, *, mutual: bool = False) -> Verb | None:
    """How the act is said; of a mode without words of its own as its type; None for a type that is unknown.

    ``mutual``: several do it to one another ("fought", where one alone "attacked").
    """
    told, together = (_verbs().get((event_type, name)) for name in (mode or "", MUTUAL))
    return (told if mode else None) or (together if mutual else None) or _verbs().get((event_type, ""))


@cache
def _verbs() -> dict[tuple[str, str], Verb]:
    lines = (files("kawat.views") / "data" / "verbs.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    return {(row[0], row[1]): Verb(*row[2:]) for row in rows}


def within_sentence(described: str) -> str:
    """Words that describe somebody as they stand within a sentence.

    "At least 11 civilians", the first words of a sentence, lose their capital, "a petrol station in" its last word.
    """
    words = described.split()
    while len(words) > 1 and words[-1] in _LEFT_OVER:
        words.pop()
    if len(words) > 1 and _is_common(*words[:2]):
        words[0] = words[0].lower()
    return " ".join(words)


def opens_quantity(word: str) -> bool:
    """Whether it is a word before a number, or tells a number itself: "At" (least), "Sekitar", "Ribuan"."""
    return word.lower() in _quantities()


def _is_common(word: str, following: str) -> bool:
    """Whether a word with a capital is no name: of a name the next word has one too, or is a number."""
    if following[0].isupper() or not word[1:].islower():
        return False
    return opens_quantity(word) or (following[0].isalpha() and word.lower() in _commons())


@cache
def _quantities() -> frozenset[str]:
    return frozenset(
        word
        for own in map(_words, ("en", "id"))
        for word in (*(bound.split()[0] for bound in own.bounds), *own.vague, *own.vague_before, *own.units)
    )


@cache
def _commons() -> frozenset[str]:
    """Articles and the like, and what is counted in Indonesian; English counts peoples too, which have capitals."""
    english, indonesian = map(_words, ("en", "id"))
    return english.articles | english.definite | indonesian.nouns.keys()


def _words(lang: str) -> Lexicon:
    found = lexicon(lang)
    assert found is not None
    return found
