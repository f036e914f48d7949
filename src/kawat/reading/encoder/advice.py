"""What the rules of the lexicon reader say of a trigger and its sides, weighed against what the encoder says.

The two err in different ways: where the rules know a trigger too, their yes or no moves the encoder's odds by
weights that `training.encoder.calibrate` fits.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from kawat.records import Mention, MentionKind, ReportSpans, Span

ADVISED = ("actor", "recipient")


@dataclass(frozen=True, slots=True)
class Weights:
    """Log-odds become ``slope`` times the encoder's, plus ``yes``, ``no`` or ``silent`` by what the rules say."""

    slope: float
    yes: float
    no: float
    silent: float


@dataclass(frozen=True, slots=True)
class SidesWeights:
    """What the sides add to a trigger's log-odds.

    ``actor``: somebody acts; ``other``: there is another side; ``public``: one is of a state, by its kind or by a
    country that its words name. A club and its fans attack, too.
    """

    actor: float
    other: float
    public: float = 0.0

    def of(self, actors: Sequence[Mention], recipients: Sequence[Mention]) -> float:
        public = any(one.kind is MentionKind.STATE or one.country_hint for one in (*actors, *recipients))
        both = bool(recipients) or len(actors) > 1
        return self.actor * bool(actors) + self.other * both + self.public * public


def ruled_at(trigger: Span, ruled: Sequence[ReportSpans]) -> ReportSpans | None:
    """What the rules report of a trigger, if anything."""
    return next((one for one in ruled if one.trigger.overlaps(trigger)), None)


def advice(relation: str, told: ReportSpans | None, mention: Span) -> bool | None:
    """Whether the rules, which report ``told`` of a trigger, have ``mention`` take part; None without a report."""
    if told is None:
        return None
    sides = told.actors if relation == "actor" else told.recipients
    return any(one.span.overlaps(mention) for one in sides)


def type_advice(type_name: str, told: ReportSpans | None) -> bool | None:
    """Whether the rules report the same type of a trigger; None where they report nothing of it."""
    return None if told is None else told.type == type_name


def weighed(odds: float, said: bool | None, weights: Weights) -> float:
    """The encoder's log-odds with the rules' word added."""
    return weights.slope * odds + (weights.silent if said is None else weights.yes if said else weights.no)


def likely(odds: float) -> float:
    """The probability that log-odds stand for."""
    return 0.5 * (1 + math.tanh(0.5 * odds))
