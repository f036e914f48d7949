"""Tag probabilities to spans of tokens, with how sure each is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kawat.reading.encoder.network import Floats, softmax


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens ``first`` to ``last`` (inclusive) with a label, an index into its head's names.

    ``score`` is the probability that something begins at ``first``, of whatever label; ``share`` that of the label
    among those that may begin there.
    """

    first: int
    last: int
    label: int
    score: float
    share: float


def decode(logits: Floats, least: float) -> list[Found]:
    """Spans that begin with a probability of at least ``least``, in order, not overlapping.

    ``logits``: (tokens, 1 + 2 * labels), BIO: column 0 is O, then B and I of each label in turn.
    """
    chances = softmax(logits)
    begins, insides = chances[:, 1::2], chances[:, 2::2]
    begin, inside = begins.sum(-1), insides.sum(-1)
    out: list[Found] = []
    at = 0
    while at < len(logits):
        starts = begin[at] >= least and begin[at] >= inside[at]
        orphan = inside[at] > 0.5 and inside[at] > begin[at]  # an inside whose beginning was missed
        if not starts and not orphan:
            at += 1
            continue
        of = begins[at] + insides[at]
        label = int(of.argmax())
        last = at
        while last + 1 < len(logits) and inside[last + 1] > max(
            float(begin[last + 1]), float(chances[last + 1, 0])
        ):
            last += 1
        score = float(begin[at] + inside[at])
        out.append(Found(at, last, label, score, float(of[label] / of.sum())))
        at = last + 1
    return out


def best(logits: Floats) -> int:
    """The index of the likeliest class of one row."""
    return int(np.argmax(logits))
