"""One call of a target, timed; a hunt of many calls; and what was found, each kind of fault once."""

from __future__ import annotations

import hashlib
import random
import signal
import threading
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from kawat.bench.fuzzing.mutation import Sources, mutated
from kawat.bench.fuzzing.targets import Target

SECONDS = 2.0  # of this process's own time that one call may take
KEPT = 2_000  # inputs kept to go on from


class TooSlow(BaseException):
    """A call took too long; raised where it is just then. No step takes it for an error of its own."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault: ``kind`` crash or slow, ``where`` in Kawat it is, ``what`` is said, and an input that shows it."""

    kind: str
    where: str
    what: str
    data: bytes = field(repr=False)

    @property
    def name(self) -> str:
        return f"{self.kind}-{hashlib.sha256(self.where.encode()).hexdigest()[:10]}"


@dataclass(slots=True)
class Hunted:
    """``came``: what inputs came to, and how often; ``slowest`` in seconds."""

    runs: int = 0
    slowest: float = 0.0
    came: Counter[str] = field(default_factory=Counter)
    findings: dict[str, Finding] = field(default_factory=dict)

    def note(self, got: str | Finding, seconds: float) -> bool:
        """Whether it is another fault than all before."""
        self.runs, self.slowest = self.runs + 1, max(self.slowest, seconds)
        if isinstance(got, str):
            self.came[got] += 1
            return False
        self.came[got.kind] += 1
        fresh = got.name not in self.findings
        self.findings.setdefault(got.name, got)
        return fresh


def tried(target: Target, data: bytes, seconds: float = SECONDS) -> tuple[str | Finding, float]:
    """What ``data`` came to, and how many seconds of processor time that took."""
    start = time.process_time()
    rung: list[bool] = []
    try:
        with _limited(seconds, rung):
            got: str | Finding = target.call(data)
    except TooSlow as error:
        got = _finding("slow", error, data)
    except Exception as error:
        got = _finding("crash", error, data)
    spent = time.process_time() - start
    if (rung or spent > seconds) and isinstance(got, str):  # something took `TooSlow` for an error of its own
        got = Finding("slow", f"{target.name} as a whole", f"{spent:.1f} seconds, {got}", data)
    return got, spent


def hunt(target: Target, seeds: Sequence[bytes], runs: int, seed: int, seconds: float = SECONDS) -> Hunted:
    """Try so many inputs made by chance of the seeds; what comes to something new is gone on from."""
    chance, hunted = random.Random(seed), Hunted()
    sources = Sources(seeds, target.words, target.longest)
    kept = list(sources.seeds)
    for _ in range(runs):
        data = mutated(chance.choice(kept), sources, chance)
        got, spent = tried(target, data, seconds)
        if isinstance(got, str) and got not in hunted.came and len(kept) < KEPT:
            kept.append(data)
        hunted.note(got, spent)
    return hunted


def keep(folder: Path, finding: Finding) -> Path:
    """Write down an input that shows a fault; gives its path."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / finding.name
    path.write_bytes(finding.data)
    return path


@contextmanager
def _limited(seconds: float, rung: list[bool]) -> Iterator[None]:
    """Raise `TooSlow` inside the block once it has used so much processor time; regular expressions stop for it.

    ``rung`` is empty as long as that has not happened.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def ring(_: int, __: FrameType | None) -> None:
        rung.append(True)
        raise TooSlow(f"over {seconds:g} seconds")

    before: Callable[[int, FrameType | None], object] | int | None = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _finding(kind: str, error: BaseException, data: bytes) -> Finding:
    """Where: the innermost line of Kawat's, but for the fuzzing itself."""
    inner = error.__cause__ or error
    frames = traceback.extract_tb(inner.__traceback__) or traceback.extract_tb(error.__traceback__)
    own = [one for one in frames if "/kawat/" in one.filename and "/fuzzing/" not in one.filename] or frames
    place = own[-1]
    where = f"{place.filename.rpartition('/kawat/')[2]}:{place.lineno} {place.name}"
    return Finding(kind, f"{type(inner).__name__} {where}", str(inner)[:300], data)
