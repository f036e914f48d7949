"""Who counts as a side: somebody, not a number of people nobody names, nor a thing that is thrown or paid."""

from __future__ import annotations

from collections.abc import Iterable

from kawat.knowledge.words import split_words
from kawat.language import find_quantities
from kawat.records import Actor, ActorKind, Article, Counted

_NOBODY = frozenset(
    """people persons person lives others more civilians men women dead bodies
    orang jiwa lainnya korban manusia nyawa""".split()
)
_EVERYBODY = frozenset(
    """all sides|all parties|all|everyone|others|another|the other|each other|the public|the parties
    |semua pihak|semua|pihak lain|satu sama lain|seluruh pihak|para pihak|publik""".replace("\n", "").split("|")
)
_THINGS = frozenset({Counted.WEAPONS, Counted.MONEY, Counted.OTHER})


def sides_of(actors: Iterable[Actor], article: Article) -> tuple[Actor, ...]:
    """The actors that are somebody, each once.

    A toll ("20 orang") is a quantity of its report and names nobody; of "the leader of North Korea, Kim Jong Un"
    the name stays.
    """
    somebody = [one for one in actors if one.resolved_by or one.country or not _is_nobody(one, article)]
    return tuple(one for one in somebody if not any(_is_title_of(one, other, article) for other in somebody))


def _is_title_of(one: Actor, other: Actor, article: Article) -> bool:
    """Whether a role stands right before the name of the person who has it."""
    between = article.text[one.mention.end : other.mention.start]
    beside = one.mention.end < other.mention.start and between in {" ", ", "}
    named = other.kind is ActorKind.PERSON and one.id is None and one.kind in _ROLES
    return beside and named and (one.country is None or one.country == other.country)


_ROLES = frozenset({ActorKind.PERSON, ActorKind.UNKNOWN})


def _is_nobody(actor: Actor, article: Article) -> bool:
    wording = actor.mention.of(article.text)
    if wording.lower().strip() in {one.strip() for one in _EVERYBODY}:
        return True
    counted = find_quantities(wording, article.language)
    if not counted:
        return False
    words = {word.folded for word in split_words(counted[0].unit)}
    left = {word.folded for word in split_words(wording[counted[0].span.end :])}
    return counted[0].what in _THINGS or (words <= _NOBODY and left <= _NOBODY)
