"""Whether two actors, as two reports have them, are one: by id, else by country and kind of name."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from kawat.ontology import load_ontology
from kawat.records import Actor, ActorKind
from kawat.views.wording import opens_quantity

_WORDS = re.compile(r"[^\W_]+")
_EMPTY = frozenset("the of mr mrs ms dr pak ibu sang para si di dan and".split())  # told of anybody
_FORCES = frozenset({"MIL", "COP", "REB"})
_GOVERNS = frozenset({"GOV", "MIL", "SPY"})
_NAMED = 2  # so many words with a capital make a name; fewer describe: "Cambodian troops"


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """The words of ``text`` in lower case without accents, for comparing only."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(_WORDS.findall("".join(c for c in plain if not unicodedata.combining(c))))


def is_state(code: str | None) -> bool:
    """Whether a country code stands for a state or territory, not for a kind of actor (IGO, NGO)."""
    return code is not None and code not in _nonstate()


def governs(actor: Actor) -> bool:
    """Whether the actor is a state, or a part of its government or forces: it speaks and acts for the state."""
    return is_state(actor.country) and (actor.kind is ActorKind.STATE or actor.sector in _GOVERNS)


def actor_key(actor: Actor) -> str:
    """What tells actors apart: the id, else country and name."""
    return actor.id or f"{actor.country or ''}:{folded(actor.name)}"


def is_named(actor: Actor) -> bool:
    """Whether its name is a name, not a description: "Sekitar 200 pesawat Israel" is none."""
    words = _WORDS.findall(actor.name)
    if words and opens_quantity(words[0]):
        words = words[1:]
    return actor.id is not None or sum(word[0].isupper() for word in words) >= _NAMED


def same_name(one: Actor, other: Actor) -> bool:
    """Whether both bear one name: the same id or name, or the same names at the end.

    "a driver, Affan Kurniawan" and "pengemudi Affan Kurniawan" end in the same name.
    """
    if actor_key(one) == actor_key(other):
        return True
    if one.id is not None or other.id is not None or _apart(one, other):
        return False
    mine = _proper(one.name)
    return mine is not None and mine == _proper(other.name)


def same_actor(one: Actor, other: Actor) -> bool:
    """Whether both are surely one: the same name, or forces of one kind of one country, described only."""
    if same_name(one, other):
        return True
    if one.country != other.country or one.country is None or is_named(one) or is_named(other):
        return False
    return one.sector == other.sector and one.sector in _FORCES


def vaguer_actor(one: Actor, other: Actor) -> bool:
    """Whether ``one`` says less and may well be ``other``: a state, and who acts for it; "Mr Trump"."""
    if one.kind is ActorKind.STATE:
        return other.kind is not ActorKind.STATE and one.country is not None and one.country == other.country
    if one.id is not None or other.kind is ActorKind.STATE or _apart(one, other):
        return False
    mine, others = _name_words(one.name), _name_words(other.name)
    if not mine or not others:
        return False
    located = mine == others and one.country is None and other.country is not None
    return mine < others or located or (other.id is not None and others <= mine)


def may_be_one(one: Actor, other: Actor) -> bool:
    """Whether nothing keeps them apart: a person described by country and sector may be any one of these."""
    if same_actor(one, other) or vaguer_actor(one, other) or vaguer_actor(other, one):
        return True
    if one.country is None or one.country != other.country or one.sector != other.sector:
        return False
    return one.kind is other.kind is ActorKind.PERSON and not (is_named(one) and is_named(other))


def _apart(one: Actor, other: Actor) -> bool:
    countries = one.country is not None and other.country is not None and one.country != other.country
    kinds = ActorKind.UNKNOWN not in (one.kind, other.kind) and one.kind is not other.kind
    return countries or kinds


@lru_cache(maxsize=4096)
def _name_words(name: str) -> frozenset[str]:
    return frozenset(word for word in folded(name).split() if word not in _EMPTY and len(word) > 1)


@lru_cache(maxsize=4096)
def _proper(name: str) -> str | None:
    """The words with capitals at the end of a name, where there are enough of them to be one."""
    words = _WORDS.findall(name)
    small = max((index for index, word in enumerate(words) if not word[0].isupper()), default=-1)
    return folded(" ".join(words[small + 1 :])) if len(words) - small - 1 >= _NAMED else None


@cache
def _nonstate() -> frozenset[str]:
    return frozenset(term.code for term in load_ontology().nonstate)
