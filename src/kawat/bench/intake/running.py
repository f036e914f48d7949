"""Adding made-up pages to a fresh store by the real command, watched from outside."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kawat.bench.figures import share
from kawat.bench.intake.making import made_pages
from kawat.bench.intake.memory import held_by
from kawat.errors import KawatError, StoreError, UsageError
from kawat.reading.info import DEFAULT_READER
from kawat.store import open_store

PAGES, WORDS, WORKERS = 2_000, 400, 2
EVERY = 2.0  # seconds between two looks
A_FOLDER = 1_000  # pages in one folder
MEGA = 1_000_000


@dataclass(frozen=True, slots=True)
class IntakeScore:
    """Figures of this machine, this run, of one `kawat add` from its start to its end.

    ``late_per_second``: over the last fifth of the pages. ``peak_rss_mb``: 10^6 bytes, all processes added up;
    ``early_rss_mb`` and ``late_rss_mb``: the median while the second and the last fifth was read (0 where the
    system does not tell).
    """

    reader: str
    pages: int
    words_per_page: int
    workers: int
    read: int
    copies: int
    quarantined: int
    events: int
    seconds: float
    articles_per_second: float
    late_per_second: float
    peak_rss_mb: float
    early_rss_mb: float
    late_rss_mb: float
    store_mb: float


@dataclass(frozen=True, slots=True)
class Look:
    """What stood at a moment: seconds since the start, articles in the store, bytes held by all processes."""

    seconds: float
    articles: int
    rss: int


@dataclass(frozen=True, slots=True)
class Run:
    """What was seen while the pages were added, the last look at the end; and what the command printed."""

    looks: tuple[Look, ...]
    tally: dict[str, Any]


def bench_intake(
    reports: Path,
    frames: Path | None = None,
    reader: str = DEFAULT_READER,
    *,
    pages: int = PAGES,
    words: int = WORDS,
    workers: int = WORKERS,
    done: Callable[[int], None] | None = None,
) -> IntakeScore:
    """Make ``pages`` pages of ``reports`` in ``frames`` and add them all; ``done`` is told how many are in.

    Raises `UsageError`, `NotFoundError`, and `KawatError` where the command fails.
    """
    if min(pages, words, workers) < 1:
        raise UsageError("give at least one page, one word and one worker")
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        _write(home / "pages", made_pages(reports, frames, pages, words))
        db = home / "intake.db"
        run = _added(home / "pages", db, reader, workers, done or (lambda _: None))
        with open_store(db, read_only=True) as store:
            events = len(store.events())
        size = sum(path.stat().st_size for path in home.glob("intake.db*"))
    return IntakeScore(
        reader=reader,
        pages=pages,
        words_per_page=words,
        workers=workers,
        read=int(run.tally["read"]),
        copies=int(run.tally["copies"]),
        quarantined=int(run.tally["quarantined"]),
        events=events,
        seconds=run.looks[-1].seconds,
        articles_per_second=share(pages, run.looks[-1].seconds),
        late_per_second=late_rate(run.looks),
        peak_rss_mb=max(one.rss for one in run.looks) / MEGA,
        early_rss_mb=rss_between(run.looks, 0.2, 0.4) / MEGA,
        late_rss_mb=rss_between(run.looks, 0.8, 1.0) / MEGA,
        store_mb=size / MEGA,
    )


def late_rate(looks: Sequence[Look]) -> float:
    """Articles per second over the last fifth of them."""
    end = looks[-1]
    start = next(one for one in looks if one.articles >= 0.8 * end.articles)
    return share(end.articles - start.articles, end.seconds - start.seconds)


def rss_between(looks: Sequence[Look], first: float, last: float) -> float:
    """The median of the bytes held while the articles between these shares were read, 0 where nobody looked."""
    total = looks[-1].articles
    return statistics.median([one.rss for one in looks[:-1] if first * total <= one.articles < last * total] or [0])


def _write(folder: Path, pages: Iterable[bytes]) -> None:
    for number, page in enumerate(pages):
        home = folder / f"{number // A_FOLDER:03}"
        home.mkdir(parents=True, exist_ok=True)
        (home / f"{number:06}.html").write_bytes(page)


def _added(folder: Path, db: Path, reader: str, workers: int, done: Callable[[int], None]) -> Run:
    """Run the command and look at it again and again."""
    command = [sys.executable, "-m", "kawat", "add", str(folder), "--db", str(db), "--json"]
    command += ["--reader", reader, "--workers", str(workers)]
    began = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        looks: list[Look] = []
        while True:
            try:
                printed, complained = running.communicate(timeout=EVERY)
            except subprocess.TimeoutExpired:
                looks.append(Look(time.perf_counter() - began, _articles(db), held_by(running.pid)))
                done(looks[-1].articles)
                continue
            break
    seconds = time.perf_counter() - began
    if running.returncode not in (0, 3):  # 3: some pages went into quarantine
        raise KawatError(f"kawat add ended with {running.returncode}: {complained.strip()[-500:]}")
    tally = json.loads(printed.splitlines()[-1])
    last = looks[-1].rss if looks else 0
    return Run((*looks, Look(seconds, _articles(db), last)), tally)


def _articles(db: Path) -> int:
    """How many are in the store; 0 while it is being made."""
    try:
        with open_store(db, read_only=True) as store:
            return store.counts().articles
    except StoreError:
        return 0
