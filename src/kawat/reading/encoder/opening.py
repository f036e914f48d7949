"""Whether a text tells anything at all: how sure one of its events must be for any to be published.

One doubtful word among many sure ones is mostly right; in a text that tells nothing else it is mostly wrong. Less
is asked of an event that the rules report too, and of one between two states: eventless texts seldom look so.
"""

from __future__ import annotations

from collections.abc import Sequence

from kawat.knowledge.entries import is_state
from kawat.reading.encoder.events import Told
from kawat.reading.encoder.network import settings
from kawat.reading.lexicon.gate import is_public
from kawat.records import Mention, MentionKind

_LIKE_STATES = frozenset({"UNO", "EUR", "IGO"})


def least_to_publish(told: Sequence[Told]) -> float:
    """From which confidence the reports of a text are published: none, where nothing in it is sure to be told."""
    opened = any(one.confidence >= _opening(one) for one in told)
    return settings().published if opened else float("inf")


def _opening(told: Told) -> float:
    """From which confidence an event opens its text."""
    own = settings()
    usual = own.agreed if told.said else own.opening
    return min(usual, own.between) if between_states(told) else usual


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
