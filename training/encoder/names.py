"""The head for names fitted once more on the sets of names: `python -m training.encoder.names BUILD ONE.pt OUT.pt`.

The corpus's own names teach the layers what a name is, but they end elsewhere than those of the sets do ("Presiden"
belongs to a role here). Only the head's weights change; the states below it stay as they are.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from training.encoder.data import names_as_features
from training.encoder.features import IGNORED, Features
from training.encoder.model import Reader, from_base, layers_in, weights_of
from training.encoder.score import score

EPOCHS, BATCH, RATE = 6, 2048, 2e-3
EACH = 2
"""One in so many sentences of the English set: it is ten times the Indonesian one."""


def fit_names(model: Reader, rows: Sequence[Features]) -> None:
    """Fit the head for names on sentences of which only the names are known; changes ``model``."""
    states, labels = _states(model, rows)
    head = model.heads["name"]
    optimizer = torch.optim.AdamW(head.parameters(), lr=RATE, weight_decay=0.01)
    for epoch in range(EPOCHS):
        for group in optimizer.param_groups:
            group["lr"] = RATE * (1 - epoch / EPOCHS)
        order = torch.randperm(len(states), generator=torch.Generator().manual_seed(epoch))
        for start in range(0, len(states), BATCH):
            some = order[start : start + BATCH]
            optimizer.zero_grad()
            functional.cross_entropy(head(states[some]), labels[some]).backward()  # type: ignore[no-untyped-call]
            optimizer.step()


def _states(model: Reader, rows: Sequence[Features]) -> tuple[Tensor, Tensor]:
    """The states below the head, (tokens, hidden), and the label of each token that has one."""
    given: list[Tensor] = []
    hook = model.heads["name"].register_forward_pre_hook(lambda _, inputs: given.append(inputs[0][0]))
    model.eval()
    with torch.no_grad():
        for one in rows:
            ids = torch.from_numpy(one.ids)[None]
            model(ids, torch.ones_like(ids), torch.from_numpy(one.hints)[None])
    hook.remove()
    labels = [torch.from_numpy(one.name) for one in rows]
    kept = [states[row != IGNORED] for states, row in zip(given, labels, strict=True)]
    return torch.cat(kept), torch.cat([row[row != IGNORED] for row in labels])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", type=Path)
    parser.add_argument("start", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--names", type=Path, default=Path("../shared/data/ner"))
    options = parser.parse_args()
    state = weights_of(options.start)
    model = from_base(options.build, layers_in(state))
    model.load_state_dict(state)
    tokenizer = Tokenizer.from_file(str(options.build / "cut.json"))
    rows = names_as_features(tokenizer, options.names, "train")
    own = [one for one in rows if not one.id.startswith("uner")]
    fit_names(model, [*own, *[one for one in rows if one.id.startswith("uner")][::EACH]])
    torch.save({"model": model.state_dict()}, options.out)
    dev = names_as_features(tokenizer, options.names, "dev")
    sys.stdout.write(f"names on the dev parts: F1 {score(model, dev)['name']}\n")


if __name__ == "__main__":
    main()
