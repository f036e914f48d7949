"""Traces as text and back, so that a store keeps what merging compares."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from sys import intern
from typing import Any

import numpy as np

from kawat.merge.trace import Figure, Side, Trace, Where, held, side_of
from kawat.records import Status

_NAMES = ("id", "article", "language", "type", "mode")
_WORDS = ("trigger", "words", "names", "story")


def trace_to_text(trace: Trace) -> str:
    """One spelling for one trace."""
    told: dict[str, Any] = {
        name: getattr(trace, name)
        for name in (
            "id",
            "article",
            "language",
            "published",
            "type",
            "mode",
            "background",
            "first",
            "last",
            "mutual",
        )
    }
    told |= {name: getattr(trace, name) for name in _WORDS}
    told["status"], told["about"] = trace.status.value, trace.about
    told["actors"] = [_side(side) for side in trace.actors]
    told["recipients"] = [_side(side) for side in trace.recipients]
    told["where"] = trace.where and [trace.where.name, trace.where.country, trace.where.point]
    told["figures"] = [[one.what, one.low, None if one.high == float("inf") else one.high] for one in trace.figures]
    told["vector"] = None if trace.vector is None else b64encode(trace.vector.tobytes()).decode()
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def trace_from_text(text: str) -> Trace:
    """The trace that `trace_to_text` wrote."""
    told = json.loads(text)
    told |= {name: intern(told[name]) for name in _NAMES if told[name] is not None}
    told |= {name: held(tuple(map(intern, told[name]))) for name in _WORDS}
    told["status"], told["about"] = Status(told["status"]), tuple(map(intern, told["about"]))
    told["actors"] = tuple(_side_of(row) for row in told["actors"])
    told["recipients"] = tuple(_side_of(row) for row in told["recipients"])
    where = told["where"]
    told["where"] = where and Where(where[0], where[1], where[2] and (where[2][0], where[2][1]))
    told["figures"] = tuple(
        Figure(w, low, float("inf") if high is None else high) for w, low, high in told["figures"]
    )
    vector = told["vector"]
    told["vector"] = vector and np.frombuffer(b64decode(vector), np.float16)
    return Trace(**told)


def _side(side: Side) -> list[Any]:
    return [side.one, side.country, side.governs, sorted(side.words)]


def _side_of(row: list[Any]) -> Side:
    return side_of(row[0], row[1], row[2], tuple(row[3]))
