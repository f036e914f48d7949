"""Who counts as a side: somebody, not a number of people nobody names, nor a thing that is thrown or paid."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kawat.knowledge.words import folded_words
from kawat.language import find_quantities
from kawat.records import Actor, ActorKind, Article, Counted

_NOBODY = frozenset(
    """people persons person lives others more civilians men women dead bodies
    orang jiwa lainnya korban manusia nyawa""".split()
)
_EVERYBODY = frozenset(
    "all sides|all parties|all|everyone|others|another|the other|each other|the public|the parties|"
    "semua pihak|semua|pihak lain|satu sama lain|seluruh pihak|para pihak|publik".split("|")
)
_NUMBER = re.compile(
    r"(?:[\d.,]+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds|thousands|some|many"
    r"|satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|belasan|puluhan|ratusan|ribuan)"
    r"(?: of(?: them)?)?",
    re.IGNORECASE,
)
_THINGS = frozenset({Counted.WEAPONS, Counted.MONEY, Counted.OTHER})


def sides_of(actors: Iterable[Actor], article: Article) -> tuple[Actor, ...]:
    """The actors that are somebody, each once.

    A toll ("20 orang") is a quantity of its report and names nobody; of "the leader of North Korea, Kim Jong Un"
    the name stays.
    """
    somebody = [one for one in actors if one.resolved_by or one.country or not _is_nobody(one, article)]
    named = [one for one in somebody if not any(_is_title_of(one, other, article) for other in somebody)]
    return _without_asides(_with_states(named, article), article)


def _without_asides(actors: Sequence[Actor], article: Article) -> tuple[Actor, ...]:
    """The sides without common nouns that say more of a named one: "thanked Ghana for the doctors", not a list."""
    named = [one for one in actors if not _is_common(one)]
    if not named:
        return tuple(actors)
    return tuple(one for one in actors if one in named or _is_listed(one, actors, article))


def _is_listed(one: Actor, actors: Sequence[Actor], article: Article) -> bool:
    """Whether nothing but a comma or "and" stands between it and another side."""
    pairs = [sorted((one.mention, other.mention)) for other in actors if other is not one]
    return any(_LISTED.fullmatch(article.text[left.end : right.start]) for left, right in pairs)


_LISTED = re.compile(r"\s*(?:,|,? ?(?:and|dan|serta|or|atau|as well as))\s*(?:the )?")


def _with_states(actors: Sequence[Actor], article: Article) -> tuple[Actor, ...]:
    """ "a blogger from Russia", "the winner of the Armenian election" marked in two: one side, of that country."""
    out: list[Actor] = []
    for one in sorted(actors, key=lambda one: one.mention):
        last = out[-1] if out else None
        if last is not None and _belongs(last, one, article):
            out[-1] = replace(last, country=one.country, resolved_by="words beside the role")
        elif last is not None and _belongs_before(last, one, article):
            out[-1] = replace(one, country=last.country, resolved_by="words beside the role")
        else:
            out.append(one)
    return tuple(out)


def _belongs(role: Actor, state: Actor, article: Article) -> bool:
    between = article.text[role.mention.end : state.mention.start]
    return _is_common(role) and state.kind is ActorKind.STATE and _OF.fullmatch(between) is not None


def _belongs_before(state: Actor, role: Actor, article: Article) -> bool:
    between = article.text[state.mention.end : role.mention.start]
    return _is_common(role) and state.kind is ActorKind.STATE and between in {" ", "'s ", "’s "}


def _is_common(actor: Actor) -> bool:
    """A noun without a country: whose it is, a state beside it may tell."""
    return actor.id is None and actor.country is None and actor.name.islower()


_OF = re.compile(r" (?:(?:of|from|in|dari|asal|di)(?: the)? (?:\w+ ){0,2})?")


def _is_title_of(one: Actor, other: Actor, article: Article) -> bool:
    """Whether a role stands right before the name of the person who has it."""
    between = article.text[one.mention.end : other.mention.start]
    beside = one.mention.end < other.mention.start and between in {" ", ", "}
    named = other.kind is ActorKind.PERSON and one.id is None and one.kind in _ROLES
    return beside and named and (one.country is None or one.country == other.country)


_ROLES = frozenset({ActorKind.PERSON, ActorKind.UNKNOWN})


def _is_nobody(actor: Actor, article: Article) -> bool:
    wording = actor.mention.of(article.text)
    if wording.lower() in _EVERYBODY or _NUMBER.fullmatch(wording):
        return True
    counted = find_quantities(wording, article.language)
    if not counted:
        return False
    words = {*folded_words(counted[0].unit), *folded_words(wording[counted[0].span.end :])}
    return counted[0].what in _THINGS or words <= _NOBODY
