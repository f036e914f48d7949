"""Fuzzing: short bounded hunts over every target, and that a hunt sees what is wrong."""

from __future__ import annotations

import random
import re
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from kawat.bench.fuzzing.hunt import Finding, hunt, keep, tried
from kawat.bench.fuzzing.mutation import CHANGES, Sources, mutated
from kawat.bench.fuzzing.seeds import seeds_of
from kawat.bench.fuzzing.targets import TARGETS, Target, target_named
from kawat.errors import NotFoundError, UsageError

ROOT = Path(__file__).parents[2]
RUNS = {"page": 60, "feed": 150, "time": 60, "rows": 150}
SHORT = 30_000  # bytes: the suite has no time for longer inputs, a hunt by hand has


@pytest.mark.parametrize("name", [target.name for target in TARGETS])
def test_a_short_hunt_finds_nothing(name: str) -> None:
    target = replace(target_named(name), longest=min(SHORT, target_named(name).longest))
    seeds = [seed for seed in seeds_of(name, [ROOT / "examples" / "reports"]) if len(seed) < SHORT]
    hunted = hunt(target, seeds, RUNS[name], seed=20)
    assert list(hunted.findings.values()) == []
    assert hunted.runs == RUNS[name] and len(hunted.came) >= 2


@pytest.mark.parametrize("name", [target.name for target in TARGETS])
def test_the_seeds_come_to_something(name: str) -> None:
    target = target_named(name)
    came = {str(tried(target, seed)[0]) for seed in seeds_of(name, [ROOT / "examples" / "reports"])}
    assert came & {"news", "feed", "sitemap", "times", "Ready Whole"}
    assert not any(one.startswith("Finding") for one in came)


def made(call: object) -> Target:
    return Target("made", "for tests", call, (b"word",), 1_000)  # type: ignore[arg-type]


def test_a_hunt_notes_each_fault_once() -> None:
    def breaks(data: bytes) -> str:
        if b"word" in data:
            raise ZeroDivisionError("a word")
        return "fine"

    hunted = hunt(made(breaks), [b"seed"], 300, seed=1)
    (finding,) = hunted.findings.values()
    assert finding.kind == "crash" and finding.what == "a word" and b"word" in finding.data
    assert hunted.came["crash"] > 1 and hunted.came["fine"] > 1


def test_what_takes_too_long_is_stopped_where_it_is() -> None:
    def slow(_: bytes) -> str:
        re.match(r"(a+)+$", "a" * 40 + "b")
        return "never"

    start = time.monotonic()
    got, spent = tried(made(slow), b"", seconds=0.3)
    assert isinstance(got, Finding) and got.kind == "slow"
    assert 0.2 < spent < 2 and time.monotonic() - start < 30


def test_what_hides_the_time_it_takes_is_seen_all_the_same() -> None:
    def hides(_: bytes) -> str:
        try:
            while True:
                pass
        except BaseException:
            return "hidden"

    got, _ = tried(made(hides), b"", seconds=0.2)
    assert isinstance(got, Finding) and (got.kind, got.where) == ("slow", "made as a whole")


def test_the_same_seed_makes_the_same_inputs() -> None:
    sources = Sources([b"one two", b"<p>three</p>"], [b"word"], 500)
    first, second = (
        [mutated(b"one two", sources, random.Random(number)) for number in range(200)] for _ in range(2)
    )
    assert first == second and len(set(first)) > 150
    assert max(map(len, first)) <= 500


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_takes_any_bytes(change: object) -> None:
    sources = Sources([b"", b"x"], [], 100)
    for data in (b"", b"x", b"\xff\x00" * 50):
        for number in range(20):
            assert isinstance(change(data, sources, random.Random(number)), bytes)  # type: ignore[operator]


def test_wrong_names_are_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="it is one of: page, feed, time, rows"):
        target_named("none")
    with pytest.raises(NotFoundError, match="there is no folder"):
        seeds_of("page", [tmp_path / "none"])


def test_the_command_hunts_and_tries_again_what_it_kept(tmp_path: Path) -> None:
    call = [sys.executable, "-m", "kawat.bench.fuzzing", "rows"]
    ended = subprocess.run(
        [*call, "--runs", "5", "--keep", str(tmp_path)], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert ended.stdout.startswith("rows: runs 5, runs_per_second ")
    path = keep(tmp_path, Finding("crash", "here", "why", b'{"text": "a"}\n'))
    ended = subprocess.run([*call, "--again", str(path)], capture_output=True, text=True, cwd=ROOT, check=True)
    assert ended.stdout.startswith("Ready Whole, 0.")
