"""Who signs what the encoder read: its name, version and model. Loads nothing but the bytes of the model."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import cache
from importlib.resources import files

from kawat.reading.info import ENCODER
from kawat.records import ReaderInfo

DATA = files("kawat.reading.encoder") / "data"


@cache
def signature() -> ReaderInfo:
    """The encoder reader with the SHA-256 of the shipped model."""
    return replace(ENCODER, model_sha256=hashlib.sha256((DATA / "model.onnx").read_bytes()).hexdigest())
