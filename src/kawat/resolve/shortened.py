"""Short forms of names told before: first words, last words of an outlet's name, capitals."""

from __future__ import annotations

import re

from kawat.knowledge.words import folded_words, split_words
from kawat.records import Actor, ActorKind
from kawat.resolve.discourse import Discourse
from kawat.resolve.homes import is_outlet
from kawat.resolve.wording import Wording

_THING_OF = r" (?:website|site|headquarters|building|office|member|official)s?\b"
""" "the Lumen Church website" is not whom "Lumen Church" takes up."""


def fuller(wording: Wording, kind: ActorKind | None, discourse: Discourse) -> Actor | None:
    """Whom a short name or capitals of a kind take up: "North" after "North Korea", "HTS" after its full one."""
    name = wording.name
    if kind is None or not name[:1].isupper():
        return None
    found = discourse.latest(lambda one: one.actor.kind is kind and _shortens(name, one.actor.name))
    return found.actor if found else None


def outlet(wording: Wording, discourse: Discourse) -> Actor | None:
    """The news outlet named before whose last words a name is: "The Times" after "The New York Times"."""
    words = [one for one in folded_words(wording.name) if one != "the"]
    if not words or not wording.name[:1].isupper():
        return None
    found = discourse.latest(lambda one: is_outlet(one.actor.id) and _ends(words, one.actor.name))
    return found.actor if found else None


def _ends(words: list[str], full: str) -> bool:
    theirs = folded_words(full)
    return len(words) < len(theirs) and list(theirs[-len(words) :]) == words


def _shortens(name: str, full: str) -> bool:
    words, theirs = folded_words(name), folded_words(full)
    if len(words) >= len(theirs) or re.match(rf"{re.escape(name)}(?:['’]s\b|{_THING_OF})", full):
        return False
    return theirs[: len(words)] == words or (name.isupper() and len(name) > 1 and _initials(full) == name)


def _initials(name: str) -> str:
    """The first letters of the words with a capital."""
    return "".join(word.raw[0] for word in split_words(name) if word.raw[:1].isupper())
