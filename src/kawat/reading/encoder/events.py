"""The reports of a window: triggers with type, status and mode, and the mentions that take part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kawat.reading.encoder.decode import Found, decode
from kawat.reading.encoder.labels import MODES, RELATIONS, STATUSES, TYPES
from kawat.reading.encoder.mentions import Placed
from kawat.reading.encoder.network import Floats, Logits, pair_scores, settings, softmax
from kawat.records import Mention, MentionKind, Span, Status

_TAKES: dict[str, frozenset[MentionKind]] = {
    "time": frozenset({MentionKind.TIME}),
    "quantity": frozenset({MentionKind.QUANTITY}),
    "place": frozenset({MentionKind.PLACE, MentionKind.STATE, MentionKind.ORGANISATION, MentionKind.ROLE}),
    "actor": frozenset(MentionKind) - {MentionKind.TIME},
    "recipient": frozenset(MentionKind) - {MentionKind.TIME},
}


@dataclass(frozen=True, slots=True)
class Told:
    """An event as a window tells it; ``confidence`` is calibrated, ``status_share`` how sure the status is."""

    trigger: Span
    type: str
    mode: str | None
    status: Status
    status_share: float
    symmetric: bool
    confidence: float
    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    time: Mention | None
    place: Mention | None
    quantities: tuple[Mention, ...]


def told_in(logits: Logits, spans: Sequence[Span], mentions: Sequence[Placed]) -> list[Told]:
    """What a window of words tells, in order, down to the least likely candidate."""
    found = decode(logits.trigger, settings().candidate)
    if not found:
        return []
    scores = pair_scores(logits.left[[one.first for one in found]], logits.right, len(RELATIONS))
    return [_told(one, scores[:, index], logits, spans, mentions) for index, one in enumerate(found)]


def _told(found: Found, scores: Floats, logits: Logits, spans: Sequence[Span], mentions: Sequence[Placed]) -> Told:
    kind = TYPES[found.label]
    status = softmax(logits.status[found.first])
    sides = {name: _taking(name, scores, mentions) for name in ("actor", "recipient")}
    both = {id(one) for _, one in sides["actor"]} & {id(one) for _, one in sides["recipient"]}
    actors = [(c, m) for c, m in sides["actor"] if id(m) not in both or c >= _chance(m, sides["recipient"])]
    recipients = [(c, m) for c, m in sides["recipient"] if id(m) not in both or c > _chance(m, sides["actor"])]
    return Told(
        trigger=Span(spans[found.first].start, spans[found.last].end),
        type=kind,
        mode=_mode(kind, logits.mode[found.first]),
        status=Status(STATUSES[int(status.argmax())]),
        status_share=float(status.max()),
        symmetric=bool(logits.symmetric[found.first].argmax()),
        confidence=_calibrated(found.score * found.share),
        actors=_in_order(actors),
        recipients=_in_order(recipients),
        time=_likeliest(_taking("time", scores, mentions)),
        place=_likeliest(_taking("place", scores, mentions)),
        quantities=_in_order(_taking("quantity", scores, mentions)),
    )


Taken = list[tuple[float, Mention]]


def _taking(relation: str, scores: Floats, mentions: Sequence[Placed]) -> Taken:
    row, least = scores[RELATIONS.index(relation)], settings().relations[relation]
    chances = [
        (max(float(row[token]) for token in one.tokens), one.mention)
        for one in mentions
        if one.mention.kind in _TAKES[relation]
    ]
    return [(chance, mention) for chance, mention in chances if chance >= least]


def _chance(mention: Mention, taken: Taken) -> float:
    return next(chance for chance, one in taken if one is mention)


def _in_order(taken: Taken) -> tuple[Mention, ...]:
    return tuple(sorted((mention for _, mention in taken), key=lambda one: one.span))


def _likeliest(taken: Taken) -> Mention | None:
    return max(taken, key=lambda pair: pair[0])[1] if taken else None


def _mode(kind: str, logits: Floats) -> str | None:
    """The likeliest mode among those of the type, or none."""
    open_ = [index for index, name in enumerate(MODES) if not name or name.startswith(f"{kind}/")]
    chosen = MODES[max(open_, key=lambda index: float(logits[index]))]
    return chosen.partition("/")[2] or None


def _calibrated(score: float) -> float:
    """How often a trigger with this score is right, by the calibration on the dev part of the corpus."""
    slope, offset = settings().calibration
    score = min(max(score, 1e-6), 1 - 1e-6)
    return round(float(1 / (1 + np.exp(-(slope * np.log(score / (1 - score)) + offset)))), 3)
