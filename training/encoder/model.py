"""The encoder (BERT-shaped) with its heads, in plain torch."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from kawat.reading.encoder.hints import CHANNELS
from kawat.reading.encoder.labels import (
    CLAIM_TAGS,
    MENTION_TAGS,
    MODES,
    NAME_TAGS,
    RELATIONS,
    STATUSES,
    TRIGGER_TAGS,
)

PAIR_WIDTH = 64
HINTED_LAYER = 2
"""Hints join the states before this layer; what lies below stays as the base has it, and is never trained."""
STATES_LAYER = 5
"""The layer whose states merging compares: it finds a sentence's translation best (`training.encoder.meaning`)."""
HEADS = {
    "mention": len(MENTION_TAGS),
    "trigger": len(TRIGGER_TAGS),
    "claim": len(CLAIM_TAGS),
    "name": len(NAME_TAGS),
    "status": len(STATUSES),
    "mode": len(MODES),
    "symmetric": 2,
    "left": len(RELATIONS) * PAIR_WIDTH,
    "right": len(RELATIONS) * PAIR_WIDTH,
}


class Layer(nn.Module):
    """One transformer layer, norms after the sums."""

    def __init__(self, hidden: int, heads: int, wide: int, epsilon: float) -> None:
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.ao = (nn.Linear(hidden, hidden) for _ in range(4))
        self.fi, self.fo = nn.Linear(hidden, wide), nn.Linear(wide, hidden)
        self.aln, self.oln = nn.LayerNorm(hidden, epsilon), nn.LayerNorm(hidden, epsilon)
        self.drop = nn.Dropout(0.1)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        batch, length, hidden = states.shape
        query, key, value = (
            part(states).view(batch, length, self.heads, hidden // self.heads).transpose(1, 2)
            for part in (self.q, self.k, self.v)
        )
        if self.training:
            with torch.autocast("cpu", enabled=False):  # in bfloat16 it takes five times as long
                mixed = functional.scaled_dot_product_attention(
                    query.float(), key.float(), value.float(), attn_mask=bias
                )
        else:  # spelled out, as the export has it
            scores = query @ key.transpose(2, 3) / (hidden // self.heads) ** 0.5 + bias
            mixed = scores.softmax(-1) @ value
        mixed = mixed.transpose(1, 2).reshape(batch, length, hidden)
        states = self.aln(states + self.drop(self.ao(mixed)))
        out: Tensor = self.oln(states + self.drop(self.fo(functional.gelu(self.fi(states)))))
        return out


class Reader(nn.Module):
    """Token ids and hints to the logits of every head, one row a token.

    ``left`` and ``right`` are the two sides of the pair scores: relation r between head i and target j scores
    ``left[i, r] . right[j, r]``, so that pairs cost nothing inside the graph.
    """

    def __init__(self, words: int, shape: dict[str, float], layers: int) -> None:
        super().__init__()
        hidden, epsilon = int(shape["hidden"]), shape["epsilon"]
        self.words = nn.Embedding(words, hidden)
        self.places = nn.Embedding(int(shape["positions"]), hidden)
        self.kind = nn.Parameter(torch.zeros(hidden))
        self.norm = nn.LayerNorm(hidden, epsilon)
        self.hints = nn.Linear(CHANNELS, hidden, bias=False)
        nn.init.normal_(self.hints.weight, std=0.02)
        self.layers = nn.ModuleList(
            Layer(hidden, int(shape["heads"]), int(shape["feed_forward"]), epsilon) for _ in range(layers)
        )
        self.drop = nn.Dropout(0.1)
        self.frozen = HINTED_LAYER
        self.heads = nn.ModuleDict({name: nn.Linear(hidden, width) for name, width in HEADS.items()})

    def forward(self, ids: Tensor, mask: Tensor, hints: Tensor) -> dict[str, Tensor]:
        """``ids``, ``mask``: (batch, length) integers, mask 0 at padding; ``hints``: (batch, length, CHANNELS).

        Gives (batch, length, width) a head, and under ``states`` the hidden states of `STATES_LAYER`.
        """
        places = torch.arange(ids.shape[1], device=ids.device)
        states = self.norm(self.words(ids) + self.places(places) + self.kind)
        bias = (1.0 - mask[:, None, None, :].to(states.dtype)) * -1e4
        for layer in self.layers[:HINTED_LAYER]:
            states = layer(states, bias)
        states = self.drop(states) + self.hints(hints)
        middle = states
        for index, layer in enumerate(self.layers[HINTED_LAYER:], HINTED_LAYER):
            states = layer(states, bias)
            if index == STATES_LAYER:
                middle = states
        states = self.drop(states)
        return {name: head(states) for name, head in self.heads.items()} | {"states": middle}

    def train(self, mode: bool = True) -> Reader:
        """Training mode, but for the layers that are frozen: they read without dropout."""
        super().train(mode)
        for layer in self.layers[: self.frozen]:
            layer.eval()
        return self

    def freeze_base(self, layers: int = HINTED_LAYER) -> None:
        """Keep embeddings and the lowest ``layers`` as they are, and hints if they join below."""
        self.frozen = layers
        hints = (self.hints,) if layers > HINTED_LAYER else ()
        for part in (self.words, self.places, self.norm, *hints, *self.layers[:layers]):
            part.requires_grad_(False)
        self.kind.requires_grad_(False)


def pair_scores(left: Tensor, right: Tensor) -> Tensor:
    """(heads, R*W) and (targets, R*W) to (R, heads, targets)."""
    relations = len(RELATIONS)
    one = left.view(-1, relations, PAIR_WIDTH).transpose(0, 1)
    other = right.view(-1, relations, PAIR_WIDTH).transpose(0, 1)
    return one @ other.transpose(1, 2) / PAIR_WIDTH**0.5


def from_base(build: Path, layers: int) -> Reader:
    """A reader with the base encoder's lowest ``layers``, its cut vocabulary, and fresh heads."""
    shape = json.loads((build / "shape.json").read_text(encoding="utf-8"))
    base, cut = np.load(build / "base.npz"), np.load(build / "cut.npz")
    model = Reader(len(cut["words"]), shape, layers)
    state = {
        "words.weight": cut["words"],
        "places.weight": base["emb.pos"],
        "kind": base["emb.type"][0],
        "norm.weight": base["emb.ln.w"],
        "norm.bias": base["emb.ln.b"],
    }
    for index in range(layers):
        for part in ("q", "k", "v", "ao", "fi", "fo", "aln", "oln"):
            state[f"layers.{index}.{part}.weight"] = base[f"layer.{index}.{part}.w"]
            state[f"layers.{index}.{part}.bias"] = base[f"layer.{index}.{part}.b"]
    model.load_state_dict({name: torch.from_numpy(np.array(value)) for name, value in state.items()}, strict=False)
    return model


def layers_in(names: Iterable[str]) -> int:
    """How many layers parameters of these names are of."""
    return len({name.split(".")[1] for name in names if name.startswith("layers.")})


def weights_of(checkpoint: Path) -> dict[str, Tensor]:
    """The weights to read with: the average over the last steps where the checkpoint has one."""
    saved = torch.load(checkpoint, weights_only=True)
    weights: dict[str, Tensor] = saved["model"] | saved.get("average", {})
    return weights
