"""The reader in the shape that ships: the same function, quicker, and exact in eight bits.

One number scales a whole product's input to eight bits. In each layer one to four channels are loud: at the mark of
the start they reach 30 to 70 where others stay below 6 (as in all BERT-like encoders: Bondarenko et al. 2021,
"Understanding and overcoming the challenges of efficient Transformer quantization"), and with such a step nothing
else is told finely. So those channels are multiplied aside, as floats (as Dettmers et al. 2022, "LLM.int8()", do).
Query, key and value are one product, and attention is one operator of the runtime.
"""

from __future__ import annotations

import copy
import math
from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from training.encoder.features import Features
from training.encoder.model import Layer, Reader

LOUD = 4
"""Channels of a product's input that are multiplied aside."""
PARTED = ("fi", "fo")
"""The products of a layer whose inputs have loud channels; those of the others have none."""

Array = NDArray[np.float32]


class _Attention(torch.autograd.Function):
    """Attention over a whole text; what is asked is scaled already. Exported as one operator."""

    @staticmethod
    def forward(ctx: object, query: Tensor, key: Tensor, value: Tensor, heads: int) -> Tensor:
        batch, length, hidden = query.shape
        one, other, third = (
            part.view(batch, length, heads, hidden // heads).transpose(1, 2) for part in (query, key, value)
        )
        mixed = (one @ other.transpose(2, 3)).softmax(-1) @ third
        return mixed.transpose(1, 2).reshape(batch, length, hidden)

    @staticmethod
    def symbolic(
        graph: torch.Graph, query: torch.Value, key: torch.Value, value: torch.Value, heads: int
    ) -> torch.Value:
        name = "com.microsoft::MultiHeadAttention"
        return graph.op(name, query, key, value, num_heads_i=heads, scale_f=1.0).setType(query.type())


class Parted(nn.Module):
    """A linear map whose ``loud`` input channels are multiplied aside."""

    def __init__(self, whole: nn.Linear, loud: Tensor) -> None:
        super().__init__()
        quiet = torch.ones(whole.in_features)
        quiet[loud] = 0.0
        self.loud, self.quiet = nn.Buffer(loud), nn.Buffer(quiet)
        self.main = nn.Linear(whole.in_features, whole.out_features)
        self.main.load_state_dict({"weight": whole.weight * quiet, "bias": whole.bias})
        self.aside = nn.Parameter(whole.weight[:, loud].T.contiguous())

    def forward(self, states: Tensor) -> Tensor:
        out: Tensor = self.main(states * self.quiet) + states[..., self.loud] @ self.aside
        return out


class LeanLayer(nn.Module):
    """A `Layer` as it ships; it reads texts without padding, and so has no use for a bias."""

    def __init__(self, layer: Layer, loud: Mapping[str, Tensor]) -> None:
        super().__init__()
        self.heads = layer.heads
        asked = (layer.q, layer.k, layer.v)
        share = scale_of(layer.q.in_features, layer.heads)
        self.qkv = nn.Linear(layer.q.in_features, 3 * layer.q.out_features)
        for name in ("weight", "bias"):
            query, key, value = (getattr(part, name) for part in asked)
            getattr(self.qkv, name).data = torch.cat([query * share, key, value]).detach()
        self.ao, self.aln, self.oln = layer.ao, layer.aln, layer.oln
        self.fi, self.fo = (Parted(getattr(layer, name), loud[name]) for name in PARTED)

    def forward(self, states: Tensor, bias: Tensor) -> Tensor:
        query, key, value = self.qkv(states).chunk(3, -1)
        mixed: Tensor = _Attention.apply(query, key, value, self.heads)
        states = self.aln(states + self.ao(mixed))
        out: Tensor = self.oln(states + self.fo(functional.gelu(self.fi(states))))
        return out


def scale_of(hidden: int, heads: int) -> float:
    """What a product of query and key is multiplied by."""
    return 1 / math.sqrt(hidden // heads)


def lean(reader: Reader, texts: Sequence[Features]) -> Reader:
    """A copy of the reader in the shape that ships; which channels are loud is seen in ``texts``."""
    loud = loud_channels(reader, texts)
    shipped = copy.deepcopy(reader)
    shipped.layers = nn.ModuleList(
        LeanLayer(layer, {name: loud[f"{index}.{name}"] for name in PARTED})
        for index, layer in enumerate(reader.layers)
    )
    return shipped.eval()


@torch.no_grad()
def loud_channels(reader: Reader, texts: Iterable[Features]) -> dict[str, Tensor]:
    """The channels with the highest peaks over some texts, in order, by "layer.product"."""
    peaks: dict[str, Tensor] = {}
    hooks = [
        getattr(layer, name).register_forward_pre_hook(_peak(peaks, f"{index}.{name}"))
        for index, layer in enumerate(reader.layers)
        for name in PARTED
    ]
    reader.eval()
    for one in texts:
        ids = torch.from_numpy(one.ids)[None]
        reader(ids, torch.ones_like(ids), torch.from_numpy(one.hints)[None])
    for hook in hooks:
        hook.remove()
    return {name: peak.topk(LOUD).indices.sort().values for name, peak in peaks.items()}


def _peak(peaks: dict[str, Tensor], name: str) -> Callable[[nn.Module, tuple[Tensor, ...]], None]:
    def see(_module: nn.Module, given: tuple[Tensor, ...]) -> None:
        highest = given[0].abs().amax((0, 1))
        peaks[name] = torch.maximum(peaks[name], highest) if name in peaks else highest

    return see


def made_whole(tensors: Mapping[str, Array], share: float) -> dict[str, Array]:
    """The tensors of a lean reader by the names of a `Reader`; those of one that never was lean are as they were.

    ``share``: see `scale_of`.
    """
    out = {name: array for name, array in tensors.items() if not _is_lean(name)}
    for name, array in tensors.items():
        layer, _, kind = name.rpartition(".qkv.")
        if layer:
            query, key, value = np.split(array, 3)
            out |= {
                f"{layer}.q.{kind}": query / np.float32(share),
                f"{layer}.k.{kind}": key,
                f"{layer}.v.{kind}": value,
            }
        if name.endswith(".aside"):
            product = name.removesuffix(".aside")
            weight = tensors[f"{product}.main.weight"].copy()
            weight[:, ~weight.any(0)] = array.T  # where the loud channels were taken out
            out |= {f"{product}.weight": weight, f"{product}.bias": tensors[f"{product}.main.bias"]}
    return out


def _is_lean(name: str) -> bool:
    return ".qkv." in name or ".main." in name or name.endswith((".aside", ".loud", ".quiet"))
