"""Export the trained reader: `python -m training.encoder.export BUILD` writes `model.onnx` and `tokenizer.json`.

Weights become int8, per channel. They use seven bits of the eight (``reduce_range``): processors without VNNI add
pairs of products in sixteen bits, which eight would overflow.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from kawat.reading.encoder.hints import CHANNELS
from kawat.reading.encoder.network import HEADS
from training.encoder.model import Reader, layers_in, weights_of

OPSET = 17
MEGA = 1_000_000


class _Flat(nn.Module):
    """The reader with its heads as a tuple, in the order that the runtime asks for."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, mask: Tensor, hints: Tensor) -> tuple[Tensor, ...]:
        out = self.reader(ids, mask, hints)
        return tuple(out[name] for name in HEADS)


def load_reader(build: Path) -> Reader:
    """The reader of a build folder as its last checkpoint has it."""
    shape = json.loads((build / "shape.json").read_text(encoding="utf-8"))
    state = weights_of(build / "reader.pt")
    layers = layers_in(state)
    reader = Reader(state["words.weight"].shape[0], shape, layers)
    reader.load_state_dict(state)
    return reader.eval()


def export(build: Path, out: Path) -> int:
    """Write the int8 model and its tokenizer; gives the model's size in bytes."""
    out.mkdir(parents=True, exist_ok=True)
    ids = torch.randint(5, 100, (1, 12))
    given = (ids, torch.ones_like(ids), torch.zeros(1, 12, CHANNELS))
    axes = {name: {0: "batch", 1: "length"} for name in ("ids", "mask", "hints", *HEADS)}
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            _Flat(load_reader(build)),
            given,
            str(whole),
            input_names=["ids", "mask", "hints"],
            output_names=list(HEADS),
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )
        quantize_dynamic(
            str(whole), str(out / "model.onnx"), per_channel=True, reduce_range=True, weight_type=QuantType.QInt8
        )
    onnx.checker.check_model(str(out / "model.onnx"))
    shutil.copy(build / "cut.json", out / "tokenizer.json")
    return (out / "model.onnx").stat().st_size


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", type=Path)
    parser.add_argument("out", type=Path, nargs="?", default=Path("src/kawat/reading/encoder/data"))
    options = parser.parse_args()
    size = export(options.build, options.out)
    sys.stdout.write(f"{options.out / 'model.onnx'}: {size / MEGA:.1f} MB\n")


if __name__ == "__main__":
    main()
