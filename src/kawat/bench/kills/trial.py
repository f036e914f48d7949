"""One command killed at random moments until it has done all, and what it left compared with an undisturbed run.

The clock of the command stands still, so that every row can be compared, also those that say when.
"""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from kawat.bench.kills.rows import Rows, differences, rows_of
from kawat.errors import KawatError
from kawat.store import open_store

PATIENCE = 900.0  # seconds that an undisturbed run may take
FARTHEST = 6  # items that a run may get on before it is killed
SPREAD = 0.5  # seconds after that within which it is killed
ORPHANS = 20.0  # seconds that the workers of a killed run may outlive it
DONE = (0, 3)  # exit codes of a run that did all: 3 where something is in quarantine
_MARK = "KAWAT_KILLS_MARK"
_STILL = """
import datetime, kawat.cli.adding as adding, kawat.cli.watching as watching, kawat.intake.watching.clock as clock
class Still(datetime.datetime):
    @classmethod
    def now(cls, zone=None): return datetime.datetime(2026, 8, 20, 9, 30, tzinfo=datetime.timezone.utc)
for module in (adding, watching, clock): module.datetime = Still
from kawat.cli.main import main
main()
"""


@dataclass(frozen=True, slots=True)
class Trial:
    """``arguments`` of the command but for the store; ``done``: a query for how far it is.

    ``first`` makes the store that it begins with, where it needs one.
    """

    name: str
    arguments: Sequence[str]
    done: str
    first: Callable[[Path], None] | None = None


@dataclass(slots=True)
class Outcome:
    """``stores``: how many were brought to their end; ``rows`` in each; the lists are empty where all is well."""

    name: str
    kills: int = 0
    stores: int = 0
    rows: int = 0
    tables: int = 0
    killed_after: list[int] = field(default_factory=list)
    differ: list[str] = field(default_factory=list)
    unsound: list[str] = field(default_factory=list)
    left: list[int] = field(default_factory=list)

    @property
    def well(self) -> bool:
        return not (self.differ or self.unsound or self.left)


def try_kills(trial: Trial, folder: Path, kills: int, seed: int) -> Outcome:
    """Kill ``trial`` so often, in stores under ``folder``. Raises `KawatError` where it does not even run."""
    chance, outcome = random.Random(seed), Outcome(trial.name)
    begin = folder / "begin.db"
    if trial.first is not None:
        trial.first(begin)
    whole = _fresh(folder / "whole.db", begin)
    _finish(trial, whole)
    wanted = rows_of(whole)
    outcome.rows, outcome.tables = sum(len(rows) for rows in wanted.values()), len(wanted)
    while outcome.kills < kills:
        store = _fresh(folder / f"killed-{outcome.stores}.db", begin)
        ended = False
        while outcome.kills < kills and not ended:
            ended = _killed(trial, store, chance, outcome)
        _finish(trial, store)
        outcome.stores += 1
        outcome.differ += _compared(wanted, store)
    return outcome


def _killed(trial: Trial, store: Path, chance: random.Random, outcome: Outcome) -> bool:
    """Start the command and kill it at a random moment; whether it was quicker."""
    mark = uuid.uuid4().hex
    before, ahead, after = _done(trial, store), chance.randrange(FARTHEST + 1), chance.random() * SPREAD
    process = _started(trial, store, mark)
    until = time.monotonic() + PATIENCE
    while _done(trial, store) < before + ahead and process.poll() is None and time.monotonic() < until:
        time.sleep(0.005)
    time.sleep(after)
    if process.poll() is not None:
        return True
    process.kill()
    process.wait()
    outcome.kills += 1
    outcome.killed_after.append(_done(trial, store))
    outcome.unsound += _faults(store)
    outcome.left += _left(mark)
    return False


def _finish(trial: Trial, store: Path) -> None:
    process = _started(trial, store, "")
    try:
        code = process.wait(PATIENCE)
    except subprocess.TimeoutExpired as error:
        process.kill()
        raise KawatError(f"{trial.name} took over {PATIENCE:g} seconds: give it fewer pages") from error
    if code not in DONE:
        raise KawatError(f"{trial.name} ended with exit code {code}: run it by itself to see why")


def _started(trial: Trial, store: Path, mark: str) -> subprocess.Popen[bytes]:
    call = [sys.executable, "-c", _STILL, *trial.arguments, "--db", str(store)]
    quiet = {key: value for key, value in os.environ.items() if not key.startswith("KAWAT")}
    shown = None if os.environ.get("KAWAT_DEBUG") else subprocess.DEVNULL
    return subprocess.Popen(call, stdout=shown, stderr=shown, env={**quiet, _MARK: mark})


def _fresh(store: Path, begin: Path) -> Path:
    for path in (store, *(Path(f"{store}{end}") for end in ("-wal", "-shm"))):
        path.unlink(missing_ok=True)
    if begin.exists():
        shutil.copy(begin, store)
    return store


def _done(trial: Trial, store: Path) -> int:
    """How far the command is; 0 while the store is being made."""
    if not store.exists():
        return 0
    try:
        with closing(sqlite3.connect(f"{store.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return int(connection.execute(trial.done).fetchone()[0])
    except sqlite3.Error:
        return 0


def _faults(store: Path) -> list[str]:
    if not store.exists() or not _laid_out(store):
        return []
    with open_store(store) as opened:
        return [f"{one.name}: {one.detail}" for one in opened.check() if not one.ok]


def _laid_out(store: Path) -> bool:
    """Whether the store was made before the kill: an empty file is made a store by the next run."""
    with closing(sqlite3.connect(store)) as connection:
        return connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is not None


def _compared(wanted: Rows, store: Path) -> list[str]:
    return [f"{store.name}: {one}" for one in differences(wanted, rows_of(store))]


def _left(mark: str) -> list[int]:
    """The processes of a killed run that go on without it; only where /proc tells."""
    until = time.monotonic() + ORPHANS
    while (found := _marked(mark)) and time.monotonic() < until:
        time.sleep(0.1)
    return found


def _marked(mark: str) -> list[int]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if f"{_MARK}={mark}".encode() in (folder / "environ").read_bytes():
                found.append(int(folder.name))
        except OSError:
            continue
    return found
