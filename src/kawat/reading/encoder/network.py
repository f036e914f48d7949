"""The exported encoder: its tokenizer, and the logits of a stretch of tokens."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file
from typing import Any, TypeVar

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from kawat.errors import KawatError
from kawat.reading.encoder.advice import SidesWeights, Weights
from kawat.reading.encoder.hints import CHANNELS, Hints
from kawat.reading.encoder.signature import DATA
from kawat.records import Span

Floats = NDArray[np.float32]
Real = TypeVar("Real", NDArray[np.float32], NDArray[np.float64])
START, END = 0, 2

HEADS = ("mention", "trigger", "claim", "name", "status", "mode", "symmetric", "left", "right", "states")


@dataclass(frozen=True, slots=True)
class Pieces:
    """The tokens of a text: vocabulary ids and where they stand."""

    ids: tuple[int, ...]
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Logits:
    """One row a token and head; ``left`` and ``right`` give the pair scores (see `pair_scores`).

    ``states``: what a middle layer makes of the token, before the heads' own tasks take over (see `meaning`).
    """

    mention: Floats
    trigger: Floats
    claim: Floats
    name: Floats
    status: Floats
    mode: Floats
    symmetric: Floats
    left: Floats
    right: Floats
    states: Floats


def by_word(text: str, spans: Sequence[Span], logits: Logits) -> tuple[list[Span], Logits]:
    """The words that the tokens at ``spans`` make up, and the logits of the first token of each.

    A word is a run of letters and digits; any other token is one by itself.
    """
    words: list[Span] = []
    firsts: list[int] = []
    for index, span in enumerate(spans):
        goes_on = words and words[-1].end == span.start and text[span.start].isalnum()
        if goes_on and text[span.start - 1].isalnum():
            words[-1] = Span(words[-1].start, span.end)
        else:
            words.append(span)
            firsts.append(index)
    return words, Logits(*(getattr(logits, name)[firsts] for name in HEADS))


def pieces_of_text(text: str) -> Pieces:
    """The tokens of ``text`` as the shipped tokenizer cuts it."""
    return pieces_with(_tokenizer(), text)


def pieces_with(tokenizer: Tokenizer, text: str) -> Pieces:
    """The tokens of ``text``, none of them empty or a space, without the marks of start and end."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    ids: list[int] = []
    spans: list[Span] = []
    for index, (start, end) in zip(encoding.ids, encoding.offsets, strict=True):
        wording = text[start:end]
        first = start + len(wording) - len(wording.lstrip())  # some tokenizers count the space before in
        if first < end:
            ids.append(index)
            spans.append(Span(first, end))
    return Pieces(tuple(ids), tuple(spans))


def logits_of(ids: Sequence[int], hints: Hints) -> Logits:
    """The logits of a window of tokens; ``hints`` has a row for each."""
    row = np.array([[START, *ids, END]], np.int64)
    edge = np.zeros((1, CHANNELS), np.float32)
    given = {"ids": row, "hints": np.concatenate([edge, hints, edge])[None]}
    found: list[Any] = _session().run(list(HEADS), given)
    return Logits(*(one[0, 1:-1] for one in found))


def pair_scores(left: Floats, right: Floats, relations: int) -> Floats:
    """(heads, R*W) and (targets, R*W) to the probabilities (R, heads, targets)."""
    width = left.shape[-1] // relations
    one = left.reshape(-1, relations, width).transpose(1, 0, 2)
    other = right.reshape(-1, relations, width).transpose(1, 2, 0)
    return sigmoid(one @ other / np.float32(np.sqrt(width)))


def sigmoid(logits: Real) -> Real:
    """1 / (1 + exp(-x)), without overflow, as exact as it is given."""
    out: Real = 0.5 * (1 + np.tanh(0.5 * logits))
    return out


def log_odds(chance: float) -> float:
    """ln(p / (1 - p)), kept within 14 of 0."""
    return float(all_log_odds(np.array(chance)))


def all_log_odds(chances: NDArray[np.float64]) -> NDArray[np.float64]:
    """`log_odds` of each."""
    kept = np.clip(chances, 1e-6, 1 - 1e-6)
    out: NDArray[np.float64] = np.log(kept / (1 - kept))
    return out


def softmax(logits: Floats) -> Floats:
    """Probabilities over the last axis."""
    raised = np.exp(logits - logits.max(-1, keepdims=True))
    out: Floats = raised / raised.sum(-1, keepdims=True)
    return out


@dataclass(frozen=True, slots=True)
class Settings:
    """What belongs to one model (`training.encoder.calibrate` writes it beside the model).

    ``candidate``, ``relations``: the probability from which a trigger is looked at, and from which a relation (by
    name) holds; ``claim``: what it costs to begin or end a claim. ``confidence``, ``advice``, ``status``, ``type``:
    how the word of the rules is weighed, for a trigger, its sides, its status and type; ``sides``: what having them
    adds to a trigger. Reports are published from the confidence ``published`` on, where one of the text is an
    affair of state, or reaches ``opening`` (or ``agreed``, if the rules report it too, or ``stern``, if it is a
    protest, force with arms or the like).
    """

    candidate: float
    claim: float
    opening: float
    agreed: float
    stern: float
    published: float
    relations: Mapping[str, float]
    confidence: Weights
    sides: SidesWeights
    advice: Mapping[str, Weights]
    status: float
    type: float


@cache
def settings() -> Settings:
    """The settings of the shipped model."""
    found = json.loads((DATA / "settings.json").read_text(encoding="utf-8"))
    advice = {name: Weights(*row) for name, row in found["advice"].items()}
    weights = {"confidence": Weights(*found["confidence"]), "sides": SidesWeights(*found["sides"])}
    return Settings(**{**found, "advice": advice, **weights})


@cache
def _tokenizer() -> Tokenizer:
    return Tokenizer.from_str((DATA / "tokenizer.json").read_text(encoding="utf-8"))


@cache
def _session() -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # one article, one core: processes share out
    options.log_severity_level = 3
    with as_file(DATA / "model.onnx") as path:
        try:
            return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        except Exception as error:
            raise KawatError(f"the encoder's model can not be loaded ({error}); install Kawat again") from error
