"""Figures of a model on features: triggers, types, status, roles, mentions, names, speakers."""

from __future__ import annotations

from collections.abc import Sequence

import torch

from kawat.reading.encoder.labels import RELATIONS
from training.encoder.features import IGNORED, Features, Ints
from training.encoder.model import Reader, pair_scores
from training.encoder.tags import Found, spans_of

Scores = dict[str, float]


def score(model: Reader, features: Sequence[Features]) -> Scores:
    """F1 of mentions, triggers (place; "typed": and type), names, roles over gold spans; accuracy of status."""
    model.eval()
    totals = {name: [0, 0, 0] for name in ("mention", "trigger", "typed", "claim", "name", "role", "speaker")}
    status = [0, 0]
    with torch.no_grad():
        for one in features:
            ids = torch.from_numpy(one.ids)[None]
            out = model(ids, torch.ones_like(ids), torch.from_numpy(one.hints)[None])
            for name in ("mention", "trigger", "claim", "name"):
                if (getattr(one, name) != IGNORED).any():
                    _add_tags(totals, name, out[name][0], one)
            right = (out["status"][0].argmax(-1).numpy() == one.status) & (one.status != IGNORED)
            status[0] += int(right.sum())
            status[1] += int((one.status != IGNORED).sum())
            _add_pairs(totals, out, one)
    figures = {name: f1_of(*counts) for name, counts in totals.items()}
    return {
        **{name: round(value, 4) for name, value in figures.items()},
        "status": round(status[0] / max(1, status[1]), 4),
    }


def _add_tags(totals: dict[str, list[int]], name: str, logits: torch.Tensor, one: Features) -> None:
    row: Ints = getattr(one, name)
    read = logits.argmax(-1).numpy()
    read[row == IGNORED] = 0
    gold, found = spans_of(row), spans_of(read)
    if name == "trigger":
        _add(totals["typed"], found, gold)
        found, gold = {(s, 0, 0) for s, _, _ in found}, {(s, 0, 0) for s, _, _ in gold}
    _add(totals[name], found, gold)


def _add_pairs(totals: dict[str, list[int]], out: dict[str, torch.Tensor], one: Features) -> None:
    if not one.pairs.size:
        return
    scores = pair_scores(out["left"][0, one.heads], out["right"][0, one.targets]).numpy()
    speaker, content = RELATIONS.index("speaker"), RELATIONS.index("content")
    for relation in range(len(RELATIONS)):
        if relation == content:
            continue
        asked = one.pairs[relation] != IGNORED
        found, gold = (scores[relation] > 0) & asked, one.pairs[relation] == 1
        counts = totals["speaker" if relation == speaker else "role"]
        for index, value in enumerate(((found & gold).sum(), found.sum(), gold.sum())):
            counts[index] += int(value)


def _add(counts: list[int], found: Found, gold: Found) -> None:
    counts[0] += len(found & gold)
    counts[1] += len(found)
    counts[2] += len(gold)


def f1_of(right: int, found: int, gold: int) -> float:
    """F1 of counts; 0 where there is nothing."""
    return 2 * right / (found + gold) if found + gold else 0.0
