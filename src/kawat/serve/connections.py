"""Threads that read the store, each over a connection of its own that only it uses and closes."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

from kawat.store import Store, open_store

R = TypeVar("R")
_Job = tuple[Callable[[Store], Any], "Future[Any]"]


class Readers:
    """``count`` threads, each with a read-only connection to the store at ``path``, opened when first asked."""

    def __init__(self, path: str, count: int) -> None:
        self._path = path
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._threads = [threading.Thread(target=self._work, name=f"reader-{n}", daemon=True) for n in range(count)]
        for thread in self._threads:
            thread.start()

    def submit(self, question: Callable[[Store], R]) -> Future[R]:
        """Ask the store in one of the threads, in one transaction; the future has the answer or the error."""
        future: Future[R] = Future()
        self._jobs.put((question, future))
        return future

    def close(self) -> None:
        """Answer what is asked already, then end the threads and close their connections."""
        for _ in self._threads:
            self._jobs.put(None)
        for thread in self._threads:
            thread.join()

    def _work(self) -> None:
        store: Store | None = None
        try:
            while (job := self._jobs.get()) is not None:
                question, future = job
                if not future.set_running_or_notify_cancel():
                    continue
                try:
                    store = store or open_store(self._path, read_only=True)
                    with store.snapshot():
                        answer = question(store)
                except BaseException as error:
                    future.set_exception(error)
                else:
                    future.set_result(answer)
        finally:
            if store is not None:
                store.close()
