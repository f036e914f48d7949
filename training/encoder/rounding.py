"""How far eight bits take the shipped reader from its own weights: `python -m training.encoder.rounding BUILD`.

The dev part of the corpus is read by the exported model, and in float32 by the weights that it holds.
``difference``: the mean absolute difference of the logits of a head; ``changed``: the share of tokens that get
another tag.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from kawat.reading.encoder.network import logits_of
from training.encoder.data import passages_as_features
from training.encoder.features import Features
from training.encoder.model import Reader
from training.encoder.shipped import SHIPPED, cut_as, shipped_reader

TAGGED = ("mention", "trigger", "claim", "name")


@torch.no_grad()
def rounding(reader: Reader, texts: Sequence[Features]) -> list[dict[str, float | str]]:
    """The figures of each head that tags words."""
    apart: dict[str, list[np.ndarray]] = {name: [] for name in TAGGED}
    changed: dict[str, list[np.ndarray]] = {name: [] for name in TAGGED}
    reader.eval()
    for one in texts:
        ids = torch.from_numpy(one.ids)[None]
        whole = reader(ids, torch.ones_like(ids), torch.from_numpy(one.hints)[None])
        shipped = logits_of(one.ids[1:-1].tolist(), one.hints[1:-1])
        for name in TAGGED:
            said, told = whole[name][0, 1:-1].numpy(), getattr(shipped, name)
            apart[name].append(np.abs(said - told).mean(-1))
            changed[name].append(said.argmax(-1) != told.argmax(-1))
    return [
        {
            "head": name,
            "difference": round(float(np.concatenate(apart[name]).mean()), 3),
            "changed": round(float(np.concatenate(changed[name]).mean()), 4),
        }
        for name in TAGGED
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", type=Path)
    build = parser.parse_args().build
    cut_as(build, SHIPPED / "tokenizer.json")
    texts = passages_as_features(Tokenizer.from_file(str(SHIPPED / "tokenizer.json")))["dev"]
    for row in rounding(shipped_reader(build, SHIPPED / "model.onnx"), texts):
        sys.stdout.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
