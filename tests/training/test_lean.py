"""The shape that ships does what the reader does, and can be taken back into it. Needs torch, as all training."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

torch: Any = pytest.importorskip("torch")

from training.encoder import lean  # noqa: E402
from training.encoder.model import Reader  # noqa: E402

from kawat.reading.encoder.hints import CHANNELS  # noqa: E402

SHAPE = {"hidden": 32, "heads": 4, "feed_forward": 64, "positions": 40, "epsilon": 1e-5}
LOUDEST = 7  # of the channels that the first layer's second product takes in
SHARE = lean.scale_of(32, 4)


def reader() -> Reader:
    """Small, at random, with one channel that is loud at every token."""
    torch.manual_seed(3)
    made = Reader(50, SHAPE, 3).eval()
    with torch.no_grad():
        made.layers[0].fi.bias[LOUDEST] = 40.0
    return made


def texts() -> list[Any]:
    chance = np.random.default_rng(5)
    return [
        SimpleNamespace(
            ids=chance.integers(4, 50, length), hints=chance.random((length, CHANNELS)).astype(np.float32)
        )
        for length in (5, 9, 14)
    ]


def test_what_is_loud_is_found() -> None:
    found = lean.loud_channels(reader(), texts())
    assert LOUDEST in found["0.fo"]
    assert all(len(channels) == lean.LOUD for channels in found.values())


def test_the_lean_reader_says_what_the_reader_says() -> None:
    whole = reader()
    shipped = lean.lean(whole, texts())
    for one in texts():
        ids, hints = torch.from_numpy(one.ids)[None], torch.from_numpy(one.hints)[None]
        with torch.no_grad():
            said, told = (part(ids, torch.ones_like(ids), hints) for part in (whole, shipped))
        assert all(torch.allclose(said[name], told[name], atol=1e-4) for name in said)


def test_no_product_in_eight_bits_takes_in_a_loud_channel() -> None:
    first = lean.lean(reader(), texts()).layers[0]
    assert not first.fo.main.weight[:, LOUDEST].any() and first.fo.quiet[LOUDEST] == 0


def test_lean_tensors_give_the_reader_again() -> None:
    whole = reader()
    told = {name: value.numpy() for name, value in lean.lean(whole, texts()).state_dict().items()}
    again = lean.made_whole(told, SHARE)
    for name, value in whole.state_dict().items():
        np.testing.assert_allclose(again[name], value.numpy(), rtol=1e-5, atol=1e-6)


def test_tensors_that_never_were_lean_stay() -> None:
    told = {name: value.numpy() for name, value in reader().state_dict().items()}
    assert lean.made_whole(told, SHARE).keys() == told.keys()
