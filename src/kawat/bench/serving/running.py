"""The bench: a store, a server in a process of its own, a writer, readers; what each call took."""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kawat.bench.serving.asking import CALLS, Heard, ask, learn
from kawat.bench.serving.making import make_store
from kawat.bench.serving.writing import writer
from kawat.errors import KawatError
from kawat.store import open_store

HOST = "127.0.0.1"
STOP_SECONDS = 15
_PORT = re.compile(r"http://127\.0\.0\.1:(\d+)/")


@dataclass(frozen=True, slots=True)
class CallScore:
    """How long answers to one call took, in milliseconds, as the reader saw it. ``errors``: what was no answer."""

    call: str
    count: int
    p50_ms: float
    p95_ms: float
    p99_ms: float
    errors: int


@dataclass(frozen=True, slots=True)
class ServeScore:
    """``added``: articles that the writer added meanwhile; ``per_second``: answers."""

    events: int
    readers: int
    seconds: float
    added: int
    per_second: float
    calls: tuple[CallScore, ...]


def bench_serve(
    events: int, readers: int, seconds: float, kept: Path | None = None, done: Callable[[int], None] | None = None
) -> ServeScore:
    """Serve a store of about ``events`` made-up events to ``readers`` for ``seconds``, on this machine alone.

    ``kept``: the store is made in this file, or taken from it where it is there already.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = kept if kept is not None else Path(folder) / "serve.db"
        if not path.exists():
            make_store(path, events, done)
        with open_store(path, read_only=True) as store:
            stored = store.count_events()
        with served(path) as port:
            known = learn(HOST, port)
            with writer(path) as added:
                before = added.value
                heard = ask(HOST, port, known, readers, seconds)
                number = added.value - before
    answers = sum(map(len, heard.seconds.values()))
    scores = tuple(_score(call, heard) for call in CALLS)
    return ServeScore(stored, readers, seconds, number, answers / seconds, scores)


@contextmanager
def served(path: Path) -> Iterator[int]:
    """`kawat serve` as a process; gives its port, and ends it as Ctrl-C does."""
    command = [sys.executable, "-m", "kawat", "serve", "--db", str(path), "--host", HOST, "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        found = _PORT.search(process.stdout.readline())
        if found is None:
            raise KawatError("the server did not start; run `kawat serve` to see why")
        yield int(found[1])
    finally:
        process.terminate()
        try:
            process.communicate(timeout=STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()


def _score(call: str, heard: Heard) -> CallScore:
    times = sorted(heard.seconds.get(call, []))
    p50, p95, p99 = (_percentile(times, share) for share in (0.5, 0.95, 0.99))
    return CallScore(call, len(times), p50, p95, p99, heard.errors.get(call, 0))


def _percentile(times: list[float], share: float) -> float:
    """Milliseconds within which this share of the answers came; 0 where there is none."""
    return round(times[min(len(times) - 1, int(len(times) * share))] * 1000, 1) if times else 0.0
