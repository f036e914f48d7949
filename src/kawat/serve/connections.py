"""Threads that read the store, each over a connection of its own; or each through a process of its own.

One interpreter runs one thread at a time: with processes, several cores answer.
"""

from __future__ import annotations

import multiprocessing
import queue
import threading
from concurrent.futures import Future
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

from kawat.errors import StoreError
from kawat.serve.answers import Answer
from kawat.serve.reading import READY, Question, answered, read_on, warm
from kawat.store import Store, open_store

LAST_SECONDS = 2.0
"""So long a process has to end by itself."""

_Job = tuple[Question, "Future[Answer]"]


class Readers:
    """``count`` threads that ask the store at ``path``, opened when first asked.

    ``apart``: each has a process that answers; until it has started, and where it has died, the thread does.
    """

    def __init__(self, path: str, count: int, *, apart: bool = False) -> None:
        if not apart:
            warm()
        self.desks = [Desk(path, apart) for _ in range(count)]
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._threads = [
            threading.Thread(target=self._work, args=(desk,), name=f"reader-{n}", daemon=True)
            for n, desk in enumerate(self.desks)
        ]
        for thread in self._threads:
            thread.start()

    def submit(self, question: Question) -> Future[Answer]:
        """Ask the store in one of the threads; the future has the answer or the error."""
        future: Future[Answer] = Future()
        self._jobs.put((question, future))
        return future

    def close(self) -> None:
        """Answer what is asked already, then end the threads and close their connections."""
        for _ in self._threads:
            self._jobs.put(None)
        for thread in self._threads:
            thread.join()

    def _work(self, desk: Desk) -> None:
        try:
            while (job := self._jobs.get()) is not None:
                question, future = job
                if not future.set_running_or_notify_cancel():
                    continue
                try:
                    answer = desk.answer(question)
                except BaseException as error:
                    future.set_exception(error)
                else:
                    future.set_result(answer)
        finally:
            desk.close()


class Desk:
    """Where one thread gets its answers: in this process or, once it has started, in ``process``."""

    def __init__(self, path: str, apart: bool) -> None:
        self.process: BaseProcess | None = None
        self._path = path
        self._store: Store | None = None
        self._line: Connection | None = None
        self._ready = False
        if apart:
            self._begin()

    def answer(self, question: Question) -> Answer:
        line = self._open_line()
        if line is None:
            self._store = self._store or open_store(self._path, read_only=True)
            return answered(self._store, question)
        try:
            line.send(question)
            told = line.recv()
        except (EOFError, OSError):
            self._begin_again()
            raise StoreError("the process that read the store has ended; ask again") from None
        if isinstance(told, Exception):
            raise told
        assert isinstance(told, Answer)
        return told

    @property
    def apart(self) -> bool:
        """Whether the process answers by now."""
        return self._ready

    def close(self) -> None:
        self._end()
        if self._store is not None:
            self._store.close()

    def _open_line(self) -> Connection | None:
        """The line to the process, once it has started; one that died unasked costs no answer."""
        if self._ready and self.process is not None and not self.process.is_alive():
            self._begin_again()
        line = self._line
        if line is None or self._ready:
            return line
        try:
            self._ready = line.poll() and line.recv() == READY
        except (EOFError, OSError):  # it could not start: the thread answers
            self._end()
        return line if self._ready else None

    def _begin_again(self) -> None:
        self._end()
        self._begin()

    def _begin(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._line, other = context.Pipe()
        self.process = context.Process(target=read_on, args=(self._path, other), daemon=True)
        self.process.start()
        other.close()

    def _end(self) -> None:
        if self._line is not None:
            self._line.close()
        if self.process is not None:
            self.process.join(LAST_SECONDS)
            if self.process.is_alive():
                self.process.kill()
                self.process.join()
        self._line, self.process, self._ready = None, None, False
