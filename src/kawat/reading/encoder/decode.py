"""Tag probabilities to spans of tokens, with how sure each is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

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


def decode(logits: Floats, least: float, *, orphans: bool = True) -> list[Found]:
    """Spans that begin with a probability of at least ``least``, in order, not overlapping.

    ``logits``: (tokens, 1 + 2 * labels), BIO: column 0 is O, then B and I of each label in turn. ``orphans``:
    whether a likely inside whose beginning was missed begins one, too.
    """
    chances = softmax(logits)
    begins, insides = chances[:, 1::2], chances[:, 2::2]
    begin, inside = begins.sum(-1), insides.sum(-1)
    out: list[Found] = []
    at = 0
    while at < len(logits):
        starts = begin[at] >= least and begin[at] >= inside[at]
        orphan = orphans and inside[at] > 0.5 and inside[at] > begin[at]
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


def label_shares(row: Floats) -> Floats:
    """How likely each label is for a token that begins something: its logits' shares, which add up to one."""
    chances = softmax(row)
    of = chances[1::2] + chances[2::2]
    shares: Floats = of / of.sum()
    return shares


def decode_long(logits: Floats, cost: float) -> list[Found]:
    """Spans of the likeliest whole tagging, where each change between inside and outside costs ``cost`` nats.

    For spans of many words: taken token by token they break at every doubtful one. An inside only follows its own
    beginning or inside (Viterbi 1967).
    """
    chances = np.log(np.maximum(softmax(logits), 1e-9))
    moves = _moves(chances.shape[1], cost)
    best = chances[0] + moves[0]
    came: list[NDArray[np.int64]] = []
    for row in chances[1:]:
        whole = best[:, None] + moves
        came.append(whole.argmax(0))
        best = whole.max(0) + row
    path = [int((best + moves[:, 0]).argmax())]
    for back in reversed(came):
        path.append(int(back[path[-1]]))
    return _spans(path[::-1], np.exp(chances))


def _moves(classes: int, cost: float) -> Floats:
    """Log-weights of moving from one tag (row) to another (column)."""
    moves = np.full((classes, classes), 0.0, np.float32)
    for to in range(classes):
        for before in range(classes):
            begins, inside = to % 2 == 1, to > 0 and to % 2 == 0
            if inside and before not in (to, to - 1):
                moves[before, to] = -np.inf
            elif (begins and before == 0) or (to == 0 and before > 0):
                moves[before, to] = -cost
            elif begins:
                moves[before, to] = -2 * cost
    return moves


def _spans(path: Sequence[int], chances: Floats) -> list[Found]:
    out: list[Found] = []
    for at, tag in enumerate(path):
        if tag % 2 == 1:
            label = tag // 2
            of = chances[at, 1::2] + chances[at, 2::2]
            out.append(Found(at, at, label, float(1 - chances[at, 0]), float(of[label] / of.sum())))
        elif tag > 0:
            out[-1] = replace(out[-1], last=at)
    return out
