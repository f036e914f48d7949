"""The shipped reader as weights to go on from: `python -m training.encoder.shipped BUILD OUT.pt`.

Its int8 weights are told as float32 again, and `cut.json` and `cut.npz` become those of its vocabulary, so that
`--start OUT.pt` trains it further. What is never trained (embeddings and the lowest layers) is taken from the base.
``--back SHARE`` moves its layers so far towards those of the base: what was learned by heart can be learned anew.
``--layers N`` puts the base's next layers on top of its own.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper

from training.encoder.lean import made_whole, scale_of
from training.encoder.model import HEADS, HINTED_LAYER, Reader, from_base, layers_in

SHIPPED = Path("src/kawat/reading/encoder/data")
_WEIGHT = "_quantized"

Array = NDArray[np.float32]


def pieces_of(table: Path) -> list[str]:
    """The pieces of a tokenizer file, in the order of their ids."""
    return [piece for piece, _ in json.loads(table.read_text(encoding="utf-8"))["model"]["vocab"]]


def cut_as(build: Path, tokenizer: Path) -> None:
    """Make the build folder's vocabulary that of a tokenizer file; KeyError for a piece that the base lacks."""
    ids = {piece: index for index, piece in enumerate(pieces_of(build / "tokenizer.json"))}
    kept = np.array([ids[piece] for piece in pieces_of(tokenizer)])
    np.savez(build / "cut.npz", words=np.load(build / "base.npz")["emb.word"][kept], kept=kept)
    shutil.copy(tokenizer, build / "cut.json")


def tensors_of(model: Path) -> dict[str, Array]:
    """The tensors of an exported int8 model, by the names that the exported reader gives its parameters."""
    graph = onnx.load(str(model)).graph
    told = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    found = {name.removeprefix("reader."): array for name, array in told.items() if name.startswith("reader.")}
    out = {name: array for name, array in found.items() if array.dtype == np.float32 and "weight_" not in name}
    for node in graph.node:
        weight = next((name for name in node.input if name in told and not name.startswith("reader.")), None)
        if node.op_type == "MatMul" and weight:
            out[_parameter(node.name)] = np.ascontiguousarray(told[weight].T)
        if node.op_type == "MatMulInteger" and weight:
            scale, zero = (told[weight.removesuffix(_WEIGHT) + end] for end in ("_scale", "_zero_point"))
            values = (told[weight].astype(np.float32) - zero.astype(np.float32)) * scale
            out[_parameter(node.name)] = np.ascontiguousarray(values.T)
    return out


def _parameter(node: str) -> str:
    """ "/reader/layers.3/q/MatMul_quant" is the product with ``layers.3.q.weight``; a head's has no "heads"."""
    name = node.removeprefix("/reader/").rpartition("/")[0].replace("/", ".")
    return f"heads.{name}.weight" if name in HEADS else f"{name}.weight"


def shipped_reader(build: Path, model: Path) -> Reader:
    """The reader of an exported model, its frozen parts from the base; RuntimeError where a tensor is missing."""
    lean = tensors_of(model)
    reader = from_base(build, layers_in(lean))
    tensors = made_whole(lean, scale_of(reader.kind.shape[0], reader.layers[0].heads))
    trained = [name for name, _ in reader.named_parameters() if not _is_frozen(name)]
    missing = [name for name in trained if name not in tensors]
    if missing:
        raise RuntimeError(
            f"{model} has no tensors for {', '.join(missing)}: export it with training.encoder.export"
        )
    reader.load_state_dict({name: torch.from_numpy(tensors[name].copy()) for name in trained}, strict=False)
    return reader


def back_to_base(reader: Reader, build: Path, share: float) -> None:
    """Move the layers ``share`` of the way to the base (as Ash and Adams 2020 shrink before they go on)."""
    base = from_base(build, len(reader.layers)).layers.state_dict()
    own = reader.layers.state_dict()
    reader.layers.load_state_dict({name: torch.lerp(value, base[name], share) for name, value in own.items()})


def raised(reader: Reader, build: Path, layers: int) -> Reader:
    """The reader with ``layers`` layers: its own, then those that follow in the base."""
    taller = from_base(build, layers)
    taller.load_state_dict(reader.state_dict(), strict=False)
    return taller


def _is_frozen(name: str) -> bool:
    first, _, rest = name.partition(".")
    return first in {"words", "places", "norm", "kind"} or (
        first == "layers" and int(rest.partition(".")[0]) < HINTED_LAYER
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--shipped", type=Path, default=SHIPPED)
    parser.add_argument("--back", type=float, default=0.0)
    parser.add_argument("--layers", type=int, default=0, help="more than it has; the others come from the base")
    options = parser.parse_args()
    cut_as(options.build, options.shipped / "tokenizer.json")
    reader = shipped_reader(options.build, options.shipped / "model.onnx")
    back_to_base(reader, options.build, options.back)
    if options.layers > len(reader.layers):
        reader = raised(reader, options.build, options.layers)
    torch.save({"model": reader.state_dict()}, options.out)
    sys.stdout.write(f"{options.out}: {len(reader.layers)} layers, {len(reader.words.weight)} pieces\n")


if __name__ == "__main__":
    main()
