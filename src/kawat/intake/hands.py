"""Who does the reading: this process, or several others. A process that dies or hangs costs its job only."""

from __future__ import annotations

import contextlib
import json
import os
import pickle
import selectors
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any, Protocol

from kawat.errors import KawatError
from kawat.intake.one import Failed, Fatal, Job, Result, work
from kawat.intake.worker import LENGTH, Setup, Started, framed

TASK = "kawat.intake.one:work"
START_SECONDS = 180.0  # loading the reader, on a busy machine
MOST_FALSE_STARTS = 3
AHEAD = 12  # results that may wait, for each worker, until those before them are stored
PIECE = 1 << 20
_CODE = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); import kawat.intake.worker as worker; worker.main()"
)


class Slot:
    """The place of a result in the order of the inputs."""

    __slots__ = ("job", "result")

    def __init__(self, job: Job, result: Result | None = None) -> None:
        self.job = job
        self.result = result


class Hands(Protocol):
    """``window``: how many items may be under way at once; ``apart``: others read while this process writes."""

    window: int
    apart: bool

    def free(self) -> bool:
        """Whether `give` may be called now."""
        ...

    def give(self, slot: Slot) -> None:
        """Begin with the job of ``slot``; its result appears there."""
        ...

    def wait(self, most: float | None = None) -> None:
        """Until something has happened, or for ``most`` seconds. Raises what is wrong for every job alike."""
        ...

    def close(self) -> None: ...


class Own:
    """This process: each job is done when it is given. There is no limit of time."""

    window = 1
    apart = False

    def free(self) -> bool:
        return True

    def give(self, slot: Slot) -> None:
        slot.result = work(slot.job)

    def wait(self, most: float | None = None) -> None:
        """Nothing is ever under way."""

    def close(self) -> None:
        """Nothing to close."""


class _Worker:
    def __init__(self, process: subprocess.Popen[bytes], deadline: float) -> None:
        self.process = process
        self.deadline: float | None = deadline
        self.started = False
        self.slot: Slot | None = None
        self.held = bytearray()

    @property
    def idle(self) -> bool:
        return self.started and self.slot is None


class Processes:
    """``count`` processes at most, started when they are needed; a job may take ``seconds``."""

    apart = True

    def __init__(
        self,
        count: int,
        reader: str,
        seconds: float,
        clock: Callable[[], float] = time.monotonic,
        task: str = TASK,
    ) -> None:
        self.window = AHEAD * count
        self._count = count
        self._setup = Setup(task, reader, seconds)
        self._clock = clock
        self._workers: list[_Worker] = []
        self._selector = selectors.DefaultSelector()
        self._false_starts = 0

    def free(self) -> bool:
        if any(worker.idle for worker in self._workers):
            return True
        if len(self._workers) < self._count:
            self._start()
        return False

    def give(self, slot: Slot) -> None:
        worker = next(worker for worker in self._workers if worker.idle)
        worker.slot, worker.deadline = slot, self._clock() + self._setup.seconds
        self._send(worker, slot.job)

    def wait(self, most: float | None = None) -> None:
        limits = [worker.deadline for worker in self._workers if worker.deadline is not None]
        left = max(0.0, min(limits) - self._clock()) if limits else most or 0.0
        left = left if most is None else min(left, most)
        for key, _ in self._selector.select(left):
            self._receive(key.data)
        for worker in list(self._workers):
            if worker.deadline is not None and worker.deadline <= self._clock():
                self._lose(worker, f"reading it took over {self._setup.seconds:g} seconds: --timeout allows more")

    def close(self) -> None:
        for worker in list(self._workers):
            self._end(worker)
        self._selector.close()

    def _start(self) -> None:
        shown = None if os.environ.get("KAWAT_DEBUG") else subprocess.DEVNULL
        process = subprocess.Popen(
            [sys.executable, "-c", _CODE, json.dumps(sys.path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=shown,
            bufsize=0,
            start_new_session=True,  # Ctrl-C is for the process that writes, which then ends the others
        )
        worker = _Worker(process, self._clock() + START_SECONDS)
        assert process.stdout is not None
        self._selector.register(process.stdout, selectors.EVENT_READ, worker)
        self._workers.append(worker)
        self._send(worker, self._setup)

    def _send(self, worker: _Worker, message: object) -> None:
        assert worker.process.stdin is not None
        left = memoryview(framed(message))
        try:
            while left:
                left = left[worker.process.stdin.write(left) or 0 :]
        except OSError:
            self._lose(worker, _died(worker))

    def _receive(self, worker: _Worker) -> None:
        assert worker.process.stdout is not None
        piece = os.read(worker.process.stdout.fileno(), PIECE)
        if not piece:
            worker.process.wait()
            self._lose(worker, _died(worker))
            return
        worker.held += piece
        while len(worker.held) >= LENGTH:
            end = LENGTH + int.from_bytes(worker.held[:LENGTH], "big")
            if len(worker.held) < end:
                return
            message = pickle.loads(worker.held[LENGTH:end])
            del worker.held[:end]
            self._told(worker, message)

    def _told(self, worker: _Worker, message: Any) -> None:
        worker.deadline = None
        if isinstance(message, Started):
            worker.started, self._false_starts = True, 0
        elif worker.slot is not None:
            worker.slot.result, worker.slot = message, None
        elif isinstance(message, Fatal):
            raise message.error

    def _lose(self, worker: _Worker, why: str) -> None:
        """End a worker that is dead or late; its job failed, and another takes its place at need."""
        if worker not in self._workers:
            return
        self._end(worker)
        if worker.slot is not None:
            # The same bytes may well be read with more time, or where there is more memory.
            worker.slot.result = Failed(why, "WorkerError", worker.slot.job.item.digest, lasting=False)
        elif not worker.started:
            self._false_starts += 1
            if self._false_starts >= MOST_FALSE_STARTS:
                raise KawatError("the processes that read can not start: try --workers 1; KAWAT_DEBUG=1 says why")

    def _end(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        process = worker.process
        assert process.stdin is not None and process.stdout is not None
        self._selector.unregister(process.stdout)
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)
        with contextlib.suppress(OSError):
            process.kill()
        process.wait()
        with contextlib.suppress(OSError):
            process.stdin.close()
        process.stdout.close()


def _died(worker: _Worker) -> str:
    code = worker.process.poll()
    how = f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"
    return f"the process that read it ended ({how}), perhaps for want of memory: the same command tries again"
