"""Train the reader: `python -m training.encoder.train BUILD [--epochs N] [--layers N] [--minutes N]`.

Fixed seed; batches of alike length; a checkpoint after every epoch (`BUILD/reader.pt`), a next run goes on from it.
The split is by a hash of the passage id: `test` is never trained on.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from training.corpus.tool import read_passages
from training.encoder.features import IGNORED, Features, features_of
from training.encoder.labels import RELATIONS
from training.encoder.model import Reader, from_base, pair_scores
from training.encoder.score import Scores, score

PASSAGES = Path("training/corpus/passages")
SEED = 20_250_814
TAG_HEADS = ("mention", "trigger", "claim", "status", "mode", "symmetric")
WEIGHTS = {"mention": 1.0, "trigger": 2.0, "claim": 0.7, "status": 0.5, "mode": 0.3, "symmetric": 0.3, "pairs": 1.5}


@dataclass(frozen=True, slots=True)
class Settings:
    build: Path
    epochs: int
    layers: int
    frozen: int
    rate: float
    tokens: int
    minutes: float


def split_of(name: str) -> str:
    """test, dev or train, by a hash of the passage id (10, 5, 85 in a hundred); pairs stay together."""
    number = int(hashlib.sha256(name.partition("-")[2].encode()).hexdigest(), 16) % 100
    return "test" if number < 10 else "dev" if number < 15 else "train"


def batches(features: Sequence[Features], tokens: int, seed: int) -> Iterator[list[Features]]:
    """Batches of at most ``tokens`` padded tokens, alike in length, in an order that the seed fixes."""
    rows = sorted(features, key=lambda one: (len(one.ids), one.id))
    groups: list[list[Features]] = [[]]
    for one in rows:
        if groups[-1] and len(one.ids) * (len(groups[-1]) + 1) > tokens:
            groups.append([])
        groups[-1].append(one)
    random.Random(seed).shuffle(groups)
    yield from groups


def padded(group: Sequence[Features], name: str, fill: int) -> Tensor:
    """One field of a batch as (batch, length), filled up."""
    length = max(len(one.ids) for one in group)
    out = torch.full((len(group), length), fill, dtype=torch.long)
    for row, one in enumerate(group):
        values = getattr(one, name)
        out[row, : len(values)] = torch.from_numpy(values)
    return out


def loss_of(model: Reader, group: Sequence[Features]) -> Tensor:
    """The weighted sum of the heads' losses over a batch."""
    ids = padded(group, "ids", 1)
    mask = (torch.arange(ids.shape[1])[None, :] < torch.tensor([len(one.ids) for one in group])[:, None]).long()
    out = model(ids, mask)
    total = torch.zeros(())
    for name in TAG_HEADS:
        gold = padded(group, name, IGNORED)
        if (gold != IGNORED).any():
            logits = out[name].reshape(-1, out[name].shape[-1])
            total = total + WEIGHTS[name] * functional.cross_entropy(logits, gold.reshape(-1), ignore_index=IGNORED)
    losses = [loss for row, one in enumerate(group) if (loss := _pair_loss(out, row, one)) is not None]
    return total + WEIGHTS["pairs"] * torch.stack(losses).mean() if losses else total


def _pair_loss(out: dict[str, Tensor], row: int, one: Features) -> Tensor | None:
    if not len(one.triggers) or not len(one.mentions):
        return None
    scores = pair_scores(out["left"][row, one.triggers], out["right"][row, one.mentions])
    gold = torch.zeros(len(RELATIONS), len(one.triggers), len(one.mentions))
    for relation, trigger, mention in one.pairs:
        gold[relation, trigger, mention] = 1.0
    return functional.binary_cross_entropy_with_logits(scores, gold, pos_weight=torch.tensor(3.0))


def train(settings: Settings) -> Scores:
    """Train, or go on with, the reader of a build folder; gives the scores on the dev part."""
    torch.manual_seed(SEED)
    tokenizer = Tokenizer.from_file(str(settings.build / "cut.json"))
    parts: dict[str, list[Features]] = {"train": [], "dev": [], "test": []}
    for passage in read_passages(PASSAGES):
        found = features_of(passage, tokenizer)
        if found is not None:
            parts[split_of(passage.id)].append(found)
    model = from_base(settings.build, settings.layers)
    for layer in model.layers[: settings.frozen]:
        layer.requires_grad_(False)
    model.words.requires_grad_(False)
    model.places.requires_grad_(False)
    heads = [p for name, p in model.named_parameters() if name.startswith("heads")]
    body = [p for name, p in model.named_parameters() if not name.startswith("heads") and p.requires_grad]
    groups = [{"params": body, "lr": settings.rate}, {"params": heads, "lr": settings.rate * 20}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    per_epoch = sum(1 for _ in batches(parts["train"], settings.tokens, 0))
    steps = settings.epochs * per_epoch
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, [settings.rate, settings.rate * 20], total_steps=steps + 1, pct_start=0.1
    )
    done, checkpoint = 0, settings.build / "reader.pt"
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        schedule.load_state_dict(saved["schedule"])
        done = int(saved["epochs"])
    start = time.monotonic()
    for epoch in range(done, settings.epochs):
        model.train()
        seen = 0.0
        for group in batches(parts["train"], settings.tokens, SEED + epoch):
            optimizer.zero_grad()
            loss = loss_of(model, group)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            seen += float(loss.detach())
        state = {
            "model": model.state_dict(),
            "optimizer": optimizer.state_dict(),
            "schedule": schedule.state_dict(),
        }
        torch.save({**state, "epochs": epoch + 1}, checkpoint)
        figures = score(model, parts["dev"])
        minutes = (time.monotonic() - start) / 60
        sys.stdout.write(f"epoch {epoch + 1}: loss {seen / per_epoch:.3f}, {minutes:.1f} min, dev {figures}\n")
        sys.stdout.flush()
        if minutes > settings.minutes:
            break
    figures = score(model, parts["dev"])
    (settings.build / "scores.json").write_text(json.dumps({"dev": figures, "test": score(model, parts["test"])}))
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", type=Path)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--layers", type=int, default=12)
    parser.add_argument("--frozen", type=int, default=4, help="lowest layers that stay as they are")
    parser.add_argument("--rate", type=float, default=5e-5)
    parser.add_argument("--tokens", type=int, default=2048, help="padded tokens a batch")
    parser.add_argument("--minutes", type=float, default=600.0, help="stop after the epoch that passes this")
    train(Settings(**vars(parser.parse_args())))


if __name__ == "__main__":
    main()
