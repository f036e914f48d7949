"""Officials by name: "Energy Minister Samuel Bodman" is of the country that the article is about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from kawat.knowledge.entries import is_state
from kawat.records import Actor, ActorKind, Mention
from kawat.resolve.discourse import Discourse
from kawat.resolve.homes import HOME, POSTED, SEVERAL, Setting, at_home
from kawat.resolve.wording import Wording

RIVALS = 0.5
_SECTORS = frozenset({"GOV", "COP", "JUD", "LEG"})
_ANYWHERE = re.compile(
    r"\b(?:spokes\w+|chair\w*|chief|head|director|president|leader|secretary[- ]general|commissioner|representative"
    r"|lawyer|attorney|aide|advis[eo]r|former|ex|juru ?bicara|jubir|ketua|kepala|direktur|pemimpin|presiden"
    r"|sekretaris jenderal|komisaris|wakil khusus|pengacara|kuasa hukum\w*|ajudan|penasihat|mantan|eks|bekas)\b",
    re.IGNORECASE,
)
"""Offices that bodies of any kind have, that are held elsewhere, or were held once."""


def home_of(
    setting: Setting, mention: Mention, wording: Wording, actor: Actor, discourse: Discourse
) -> tuple[str, str] | None:
    """The country of a person whose words give an office of a state and tell no state, and how it is known."""
    role = wording.role
    unknown = actor.id is None and actor.country is None and actor.kind is ActorKind.PERSON
    if not unknown or role is None or role.kind != "person" or role.sector not in _SECTORS:
        return None
    if _ANYWHERE.search(wording.text) or POSTED.search(wording.text) or SEVERAL.match(wording.text):
        return None
    country, by = at_home(setting, mention, role.sector, discourse)
    if by == HOME and _is_rivalled(setting):
        return None
    return (country, by) if country else None


def _is_rivalled(setting: Setting) -> bool:
    """Whether another state is named half as often as the one that the article is about."""
    counts = [number for country, number in setting.named.items() if country != setting.home and is_state(country)]
    return max(counts, default=0) >= RIVALS * setting.named.get(setting.home or "", 0)


def with_homes(
    actors: Mapping[Mention, tuple[Actor, ...]], homes: Mapping[str, tuple[str, str]]
) -> dict[Mention, tuple[Actor, ...]]:
    """The actors, with the countries of officials, by name, wherever they are spoken of."""

    def placed(actor: Actor) -> Actor:
        if actor.kind is not ActorKind.PERSON or actor.country is not None or actor.name not in homes:
            return actor
        country, by = homes[actor.name]
        return replace(actor, country=country, resolved_by=actor.resolved_by or by)

    return {mention: tuple(placed(one) for one in several) for mention, several in actors.items()}
