"""Train the reader: `python -m training.encoder.train BUILD [--epochs N] [--start WEIGHTS]`.

Fixed seeds; batches of alike length; a checkpoint after every epoch (`BUILD/reader.pt`), a next run with the same
settings goes on from it. `--start` begins from weights trained before (a first stage, with fewer passages) instead
of the base. `--fresh FILE ...` reads these files and, so that what was learned before is not lost, the share
`--replay` of all others; `--frozen` keeps more of the lower layers as they are. The test part of the corpus is
never trained on.
"""

from __future__ import annotations

import argparse
import copy
import json
import random
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from training.encoder.data import PASSAGES, Replay, Text, names_as_features, passages_as_features, texts_to_train
from training.encoder.features import IGNORED, Features
from training.encoder.model import HINTED_LAYER, Reader, from_base, layers_in, pair_scores, weights_of
from training.encoder.score import Scores, score

Schedule = torch.optim.lr_scheduler.LambdaLR

SEED = 20_250_814
PADDING, UNKNOWN = 1, 3
TAG_HEADS = ("mention", "trigger", "claim", "name", "status", "mode", "symmetric")
WEIGHTS = {
    "mention": 1.0, "trigger": 2.0, "claim": 0.7, "name": 1.0, "status": 0.5, "mode": 0.3, "symmetric": 0.2,
    "pairs": 5.0,
}  # fmt: skip
WORD_DROPOUT = 0.08
HINT_DROPOUT = 0.2
"""Shares of tokens whose word, or whose hints, are hidden, so that neither is trusted blindly."""
AS_IT_IS = 0.4
"""The share of texts that an epoch reads unswapped for sure; of the others any variant is drawn."""
AVERAGED = 0.998  # a step: the weights of about two epochs count
PAIR_WEIGHT = 1.5  # of relations that hold: they are few among those that could


@dataclass(frozen=True, slots=True)
class Settings:
    build: Path
    start: Path | None
    passages: Path
    names: Path
    epochs: int
    layers: int
    rate: float
    final: float
    tokens: int
    threads: int
    minutes: float
    bfloat16: bool
    frozen: int
    fresh: tuple[str, ...]
    replay: float


class _Average:
    """A moving average of the trained weights (Polyak and Juditsky 1992): it errs less than the last step does."""

    def __init__(self, model: Reader) -> None:
        self.values = {n: p.detach().clone() for n, p in model.named_parameters() if p.requires_grad}

    @torch.no_grad()
    def step(self, model: Reader) -> None:
        for name, value in model.named_parameters():
            if name in self.values:
                self.values[name].lerp_(value, 1 - AVERAGED)

    def model(self, model: Reader) -> Reader:
        """A copy of the model with the average in place of its weights."""
        copied = copy.deepcopy(model)
        copied.load_state_dict(self.values, strict=False)
        return copied


def batches(features: Sequence[Features], tokens: int, seed: int) -> Iterator[list[Features]]:
    """Batches of at most ``tokens`` padded tokens, alike in length, in an order that the seed fixes."""
    chance = random.Random(seed)
    rows = sorted(features, key=lambda one: (len(one.ids) + chance.random() * 8, one.id))
    groups: list[list[Features]] = [[]]
    for one in rows:
        if groups[-1] and max(len(o.ids) for o in (*groups[-1], one)) * (len(groups[-1]) + 1) > tokens:
            groups.append([])
        groups[-1].append(one)
    chance.shuffle(groups)
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
    """The weighted sum of the heads' losses over a batch, with words and hints hidden at random."""
    ids = padded(group, "ids", PADDING)
    lengths = torch.tensor([len(one.ids) for one in group])
    mask = (torch.arange(ids.shape[1])[None, :] < lengths[:, None]).long()
    hints = torch.zeros(*ids.shape, group[0].hints.shape[1])
    for row, one in enumerate(group):
        hints[row, : len(one.ids)] = torch.from_numpy(one.hints)
    hints = hints * (torch.rand(ids.shape) >= HINT_DROPOUT)[..., None]
    hidden = (torch.rand(ids.shape) < WORD_DROPOUT) & (ids > UNKNOWN)
    out = model(ids.masked_fill(hidden, UNKNOWN), mask, hints)
    total = torch.zeros(())
    for name in TAG_HEADS:
        gold = padded(group, name, IGNORED)
        if (gold != IGNORED).any():
            logits = out[name].reshape(-1, out[name].shape[-1])
            total = total + WEIGHTS[name] * functional.cross_entropy(logits, gold.reshape(-1), ignore_index=IGNORED)
    losses = [_pair_loss(out, row, one) for row, one in enumerate(group) if (one.pairs != IGNORED).any()]
    return total + WEIGHTS["pairs"] * torch.stack(losses).mean() if losses else total


def _pair_loss(out: dict[str, Tensor], row: int, one: Features) -> Tensor:
    scores = pair_scores(out["left"][row, one.heads], out["right"][row, one.targets])
    gold = torch.from_numpy(one.pairs.astype(np.int64))
    asked = gold != IGNORED
    return functional.binary_cross_entropy_with_logits(
        scores[asked], gold[asked].float(), pos_weight=torch.tensor(PAIR_WEIGHT)
    )


def _optimizer(model: Reader, rate: float) -> torch.optim.AdamW:
    named = [(name, value) for name, value in model.named_parameters() if value.requires_grad]
    fresh = [value for name, value in named if name.startswith(("heads", "hints"))]
    body = [value for name, value in named if not name.startswith(("heads", "hints"))]
    return torch.optim.AdamW(
        [{"params": body, "lr": rate}, {"params": fresh, "lr": rate * 8}], weight_decay=0.01, fused=True
    )


def _schedule(optimizer: torch.optim.AdamW, steps: int, final: float) -> Schedule:
    """Five in a hundred of the steps rising, then falling in a line to the share ``final``."""
    warm = max(1, steps // 20)

    def factor(step: int) -> float:
        rising = (step + 1) / warm
        falling = 1 - (1 - final) * max(0, step - warm) / max(1, steps - warm)
        return min(rising, falling)

    return torch.optim.lr_scheduler.LambdaLR(optimizer, factor)


def _epoch_of(texts: Sequence[Text], seed: int) -> list[Features]:
    """The texts that an epoch reads, each as it is or about others, drawn anew for each epoch."""
    chance = random.Random(seed)
    drawn = [one for one in texts if chance.random() < one.share]
    return [one.variants[0] if chance.random() < AS_IT_IS else chance.choice(one.variants) for one in drawn]


def train(settings: Settings) -> Scores:
    """Train, or go on with, the reader of a build folder; gives the scores on the dev part."""
    torch.manual_seed(SEED)
    torch.set_num_threads(settings.threads)
    tokenizer = Tokenizer.from_file(str(settings.build / "cut.json"))
    parts = passages_as_features(tokenizer, settings.passages)
    names_dev = names_as_features(tokenizer, settings.names, "dev")[::4]
    replay = Replay(settings.fresh, settings.replay if settings.fresh else 1.0)
    sets = texts_to_train(tokenizer, settings.passages, settings.names, SEED, replay)
    texts = [text for one in sets for text in one]
    start_weights = weights_of(settings.start) if settings.start else {}
    model = from_base(settings.build, layers_in(start_weights) or settings.layers)
    if start_weights:
        model.load_state_dict(start_weights)
    model.freeze_base(settings.frozen)
    optimizer = _optimizer(model, settings.rate)
    per_epoch = sum(1 for _ in batches(_epoch_of(texts, SEED), settings.tokens, SEED))
    average = _Average(model)
    schedule = _schedule(optimizer, settings.epochs * per_epoch, settings.final)
    sizes = ", ".join(str(len(one)) for one in sets)
    sys.stdout.write(f"{sizes} texts (passages, two passages, sets of names), {per_epoch} steps an epoch\n")
    sys.stdout.flush()
    done, checkpoint = 0, settings.build / "reader.pt"
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        schedule.load_state_dict(saved["schedule"])
        average.values = saved["average"]
        done = int(saved["epochs"])
    start = time.monotonic()
    for epoch in range(done, settings.epochs):
        seed = SEED + epoch
        torch.manual_seed(seed)
        rows = _epoch_of(texts, seed)
        loss = _epoch(model, batches(rows, settings.tokens, seed), optimizer, schedule, average, settings.bfloat16)
        _save(checkpoint, model, optimizer, schedule, average, epoch + 1)
        minutes = (time.monotonic() - start) / 60
        asked = epoch % 2 or epoch + 1 == settings.epochs
        figures = score(average.model(model), [*parts["dev"], *names_dev]) if asked else {}
        sys.stdout.write(f"epoch {epoch + 1}: loss {loss:.3f}, {minutes:.1f} min, dev {figures}\n")
        sys.stdout.flush()
        if minutes > settings.minutes:
            break
    figures = score(average.model(model), parts["dev"])
    (settings.build / "scores.json").write_text(json.dumps({"dev": figures}))
    return figures


def _epoch(
    model: Reader,
    groups: Iterable[list[Features]],
    optimizer: torch.optim.AdamW,
    schedule: Schedule,
    average: _Average,
    bfloat16: bool,
) -> float:
    model.train()
    seen = steps = 0.0
    for group in groups:
        optimizer.zero_grad()
        with torch.autocast("cpu", torch.bfloat16, enabled=bfloat16):
            loss = loss_of(model, group)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        average.step(model)
        seen, steps = seen + float(loss.detach()), steps + 1
    return seen / max(1, steps)


def _save(
    path: Path,
    model: Reader,
    optimizer: torch.optim.AdamW,
    schedule: Schedule,
    average: _Average,
    epochs: int,
) -> None:
    state = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict()}
    state["average"] = average.values
    part = path.with_suffix(".part")
    torch.save({**state, "epochs": epochs}, part)
    part.rename(path)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", type=Path)
    parser.add_argument("--start", type=Path, help="weights of an earlier stage")
    parser.add_argument("--passages", type=Path, default=PASSAGES)
    parser.add_argument(
        "--names", type=Path, default=Path("../shared/data/ner"), help="folder of the sets of names"
    )
    parser.add_argument("--epochs", type=int, default=20)
    parser.add_argument("--layers", type=int, default=8, help="of the base, where nothing is started from")
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--final", type=float, default=0.02, help="share of the rate at the end")
    parser.add_argument("--tokens", type=int, default=1536, help="padded tokens a batch")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--minutes", type=float, default=600.0, help="stop after the epoch that passes this")
    parser.add_argument(
        "--bfloat16", action="store_true", help="products in bfloat16: half again as fast on processors with AMX"
    )
    parser.add_argument("--frozen", type=int, default=HINTED_LAYER, help="so many of the lowest layers stay")
    parser.add_argument("--fresh", nargs="*", default=(), help="files to read whole, as in en-z100")
    parser.add_argument("--replay", type=float, default=1.0, help="share of the others, where some are fresh")
    options = vars(parser.parse_args())
    train(Settings(**{**options, "fresh": tuple(options["fresh"])}))


if __name__ == "__main__":
    main()
