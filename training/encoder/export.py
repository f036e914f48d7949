"""Export the trained reader: `python -m training.encoder.export BUILD` writes `model.onnx` and `tokenizer.json`.

Weights become int8, per channel. They use seven bits of the eight (``reduce_range``): processors without VNNI add
pairs of products in sixteen bits, which eight would overflow. What eight bits would tell badly stays float: loud
channels (`training.encoder.lean`), and the heads that tag words, which are small.
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
from tokenizers import Tokenizer
from torch import Tensor, nn

from kawat.reading.encoder.hints import CHANNELS
from kawat.reading.encoder.network import HEADS
from training.encoder.data import PASSAGES, passages_as_features
from training.encoder.lean import lean
from training.encoder.model import HEADS as WIDTHS
from training.encoder.model import PAIR_WIDTH, Reader, layers_in, weights_of

OPSET = 17
MEGA = 1_000_000
SEEN = 200
"""Texts of the dev part in which loud channels are looked for."""


class _Flat(nn.Module):
    """The reader over whole texts, with its heads as a tuple, in the order that the runtime asks for."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(self, ids: Tensor, hints: Tensor) -> tuple[Tensor, ...]:
        out = self.reader(ids, torch.ones_like(ids), hints)
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
    texts = passages_as_features(Tokenizer.from_file(str(build / "cut.json")), PASSAGES)["dev"]
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        _write(lean(load_reader(build), texts[:SEEN]), whole)
        quantize_dynamic(
            str(whole),
            str(out / "model.onnx"),
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=_stay_float(whole),
        )
    onnx.checker.check_model(str(out / "model.onnx"))
    shutil.copy(build / "cut.json", out / "tokenizer.json")
    return (out / "model.onnx").stat().st_size


def _write(reader: Reader, path: Path) -> None:
    names = ("ids", "hints")
    torch.onnx.export(
        _Flat(reader),
        (torch.randint(5, 100, (1, 12)), torch.zeros(1, 12, CHANNELS)),
        str(path),
        input_names=list(names),
        output_names=list(HEADS),
        dynamic_axes={name: {0: "batch", 1: "length"} for name in (*names, *HEADS)},
        opset_version=OPSET,
        custom_opsets={"com.microsoft": 1},
        dynamo=False,
    )


def _stay_float(path: Path) -> list[str]:
    """The nodes whose products stay float: of loud channels, and of the heads that tag words."""
    small = tuple(f"/reader/{name}/" for name, width in WIDTHS.items() if width < PAIR_WIDTH)
    nodes = [one for one in onnx.load(str(path)).graph.node if one.op_type == "MatMul"]
    return [
        one.name
        for one in nodes
        if one.name.startswith(small) or any(name.endswith(".aside") for name in one.input)
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", type=Path)
    parser.add_argument("out", type=Path, nargs="?", default=Path("src/kawat/reading/encoder/data"))
    options = parser.parse_args()
    size = export(options.build, options.out)
    sys.stdout.write(f"{options.out / 'model.onnx'}: {size / MEGA:.1f} MB\n")


if __name__ == "__main__":
    main()
