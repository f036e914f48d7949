"""A writer beside the readers: a process that adds made-up articles, a few a second, as watching does."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing.sharedctypes import Synchronized
from multiprocessing.synchronize import Event
from pathlib import Path

from kawat.bench.merging.scale import made_records
from kawat.bench.serving.making import AT
from kawat.intake.keeping import keep
from kawat.intake.memory import Memory
from kawat.intake.priority import give_way
from kawat.intake.summaries import summarise
from kawat.store import open_store

ARTICLES_A_SECOND = 2.0
SUMMARISE_AFTER = 20
MOST_REPORTS = 20_000


@contextmanager
def writer(path: Path) -> Iterator[Synchronized[int]]:
    """Articles are added to the store inside the block, the first one before it; gives how many by now."""
    context = multiprocessing.get_context("spawn")
    count: Synchronized[int] = context.Value("i", 0)
    stop = context.Event()
    process = context.Process(target=_write, args=(str(path), count, stop), daemon=True)
    process.start()
    try:
        while count.value == 0 and process.is_alive():
            time.sleep(0.05)
        yield count
    finally:
        stop.set()
        process.join(timeout=30)
        if process.is_alive():
            process.kill()
            process.join()


def _write(path: str, count: Synchronized[int], stop: Event) -> None:
    give_way()
    memory = Memory()
    with open_store(path) as store:
        run = time.time_ns()
        for number, record in enumerate(made_records(MOST_REPORTS, seed=run)):
            if stop.wait(1 / ARTICLES_A_SECOND):
                return
            article = replace(record.article, url=f"https://late.example/{run}/{number}")
            keep(store, replace(record, article=article), AT, memory=memory)
            count.value += 1
            if count.value % SUMMARISE_AFTER == 0:
                summarise(store)
