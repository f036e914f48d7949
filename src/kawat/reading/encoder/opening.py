"""Whether a text tells anything at all: how sure one of its events must be for any to be published.

One doubtful word among many sure ones is mostly right; in a text that tells nothing else it is mostly wrong. Less
is asked of an event that the rules report too, of what eventless texts seldom look like (one between two public
bodies, an act of force in a sentence that names arms or the armed, a protest), and least of one between states.
Recipes, matches and shops are full of offers and praise; they hardly meet, order, forbid or accuse for a state.
"""

from __future__ import annotations

from collections.abc import Sequence

from kawat.knowledge.entries import is_state
from kawat.reading.encoder.events import Told
from kawat.reading.encoder.network import Settings, settings
from kawat.reading.lexicon.gate import is_political, is_public
from kawat.records import Mention, MentionKind

_LIKE_STATES = frozenset({"UNO", "EUR", "IGO"})
_FORCE = frozenset({"ASSAULT", "MOBILIZE", "COERCE", "RETREAT"})
_ABROAD = frozenset({"AID", "CONSULT", "MOBILIZE", "RETREAT"})
_STERN = (_FORCE - {"RETREAT"}) | {"SANCTION", "THREATEN", "ACCUSE", "REJECT", "REQUEST", "CONSULT"}


def least_to_publish(told: Sequence[Told]) -> float:
    """From which confidence the reports of a text are published: none, where nothing in it is sure to be told."""
    own = settings()
    opened = any(one.confidence >= opening_of(one, own) for one in told)
    return own.published if opened else float("inf")


def opening_of(told: Told, own: Settings) -> float:
    """From which confidence an event opens its text."""
    usual = own.agreed if told.said else own.opening
    if is_affair_of_state(told):
        return min(usual, own.published)
    return min(usual, own.stern) if is_stern(told) else usual


def is_affair_of_state(told: Told) -> bool:
    """Whether an event is between two states, or one of a state that it does in another."""
    return between_states(told) or _goes_abroad(told)


def _goes_abroad(told: Told) -> bool:
    """Whether a public side goes, sends or gives something to a place of another state."""
    if told.type not in _ABROAD or told.place is None or not is_state(told.place.country_hint):
        return False
    doing = {one.country_hint for one in told.actors if is_public(one) and _of_state(one)}
    return bool(doing) and told.place.country_hint not in doing


def is_stern(told: Told) -> bool:
    """Whether people protest, arms are used, two public sides take part, or one forbids, accuses or the like."""
    sides = (*told.actors, *told.recipients)
    forced = told.type in _FORCE and told.armed
    stern = told.type in _STERN and any(map(is_public, sides))
    return told.type == "PROTEST" or forced or stern or sum(map(is_political, sides)) > 1


def between_states(told: Told) -> bool:
    """Whether somebody of one state acts and somebody of another takes part, as far as their words tell.

    A company or a federation stands for itself, wherever it is from.
    """
    doing = {one.country_hint for one in told.actors if _of_state(one)}
    others = {one.country_hint for one in told.recipients if _of_state(one)}
    return bool(doing) and len(doing | others) > 1


def _of_state(mention: Mention) -> bool:
    body = mention.kind is MentionKind.ORGANISATION
    state = is_state(mention.country_hint) or mention.country_hint in _LIKE_STATES
    return state and (not body or is_public(mention))
