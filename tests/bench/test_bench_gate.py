"""Floors: what closes the gate, and what may move them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kawat.bench.gate import SLACK, SLACK_OF_FEW, pinned, settled, shortfalls
from kawat.errors import KawatError

FLOORS = {"gold_sha256": "a", "lowered": [], "floors": {"en": {"who_f1": 0.7, "many": 0.8}}}


def figures(who: float, many: float = 0.8) -> dict[str, dict[str, float]]:
    return {"en": {"who_f1": who, "many": many}}


def test_a_figure_may_lie_a_little_below_its_floor_and_no_more() -> None:
    assert shortfalls(figures(0.7 - SLACK + 0.001), FLOORS, "a") == []
    (told,) = shortfalls(figures(0.7 - SLACK - 0.001), FLOORS, "a")
    assert told.startswith("en who_f1: 0.684 is below the floor 0.700")
    assert shortfalls(figures(0.7, 0.8 - SLACK - 0.001), FLOORS, "a") == []
    assert len(shortfalls(figures(0.7, 0.8 - SLACK_OF_FEW["many"] - 0.001), FLOORS, "a")) == 1
    assert len(shortfalls({}, FLOORS, "a")) == 2, "a language that is no longer measured"


def test_other_gold_closes_the_gate() -> None:
    assert "gold has changed" in shortfalls(figures(0.9), FLOORS, "b")[0]


def test_floors_fall_only_with_a_reason_which_is_kept() -> None:
    with pytest.raises(KawatError, match="--lower REASON"):
        pinned(figures(0.5), FLOORS, "a", None)
    lowered = pinned(figures(0.5), FLOORS, "a", "fewer events are told twice")
    assert lowered["floors"] == figures(0.5) and lowered["lowered"] == ["fewer events are told twice"]
    assert pinned(figures(0.9), lowered, "a", None)["lowered"] == ["fewer events are told twice"]


def test_they_are_pinned_in_the_file_and_looked_at_there(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert settled(path, figures(0.7), "a", lift=False, reason=None) == [
        "There are no floors yet. Pin them with --raise."
    ]
    assert settled(path, figures(0.7), "a", lift=True, reason=None) == []
    assert json.loads(path.read_text())["floors"] == figures(0.7)
    assert len(settled(path, figures(0.6), "a", lift=False, reason=None)) == 1
    assert json.loads(path.read_text())["floors"] == figures(0.7)


def test_raising_lowers_no_floor_not_even_by_a_little() -> None:
    assert pinned(figures(0.69, 0.9), FLOORS, "a", None)["floors"] == figures(0.7, 0.9)
    assert pinned(figures(0.69), FLOORS, "other gold", None)["floors"] == figures(0.69)
