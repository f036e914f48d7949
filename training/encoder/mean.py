"""The mean of two trained readers: `python -m training.encoder.mean OUT.pt ONE.pt OTHER.pt [--share S]`.

Weights of one training's stages, averaged, err less than either alone (Wortsman et al. 2022, "Model soups").
``--share`` is how much of the second goes in; which is best is told by the dev part.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor

from training.encoder.model import weights_of


def mean_of(one: dict[str, Tensor], other: dict[str, Tensor], share: float) -> dict[str, Tensor]:
    """Every weight between those of the two, ``share`` of the way to the second."""
    return {name: torch.lerp(value, other[name], share) for name, value in one.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("one", type=Path)
    parser.add_argument("other", type=Path)
    parser.add_argument("--share", type=float, default=0.3)
    options = parser.parse_args()
    model = mean_of(weights_of(options.one), weights_of(options.other), options.share)
    torch.save({"model": model}, options.out)


if __name__ == "__main__":
    main()
