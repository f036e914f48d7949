"""A worker process: jobs come in on its standard input, results go out on its standard output.

It ends by itself when the process that started it is gone, and when a job takes far longer than it may.
"""

from __future__ import annotations

import os
import pickle
import queue
import signal
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, BinaryIO

from kawat.intake.one import FOR_ALL, Fatal

LENGTH = 8  # bytes that tell how long a message is
GRACE = 10  # seconds over its limit after which a job ends the process, should nobody else


@dataclass(frozen=True, slots=True)
class Setup:
    """What a worker does, as ``module:function``, with which reader, and how long one job may take."""

    task: str
    reader: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Started:
    """The worker has loaded what it needs."""


def framed(message: object) -> bytes:
    body = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    return len(body).to_bytes(LENGTH, "big") + body


def main() -> None:
    """Serve until there are no more jobs."""
    into, out = _own_streams()
    jobs: queue.Queue[Any] = queue.Queue()
    threading.Thread(target=_listen, args=(into, jobs), daemon=True).start()
    setup: Setup = jobs.get()
    try:
        task = _loaded(setup)
    except FOR_ALL as error:
        _send(out, Fatal(error))
        return
    _send(out, Started())
    while True:
        job = jobs.get()
        _limit(setup.seconds + GRACE)
        _send(out, task(job))
        _limit(0)


def _own_streams() -> tuple[BinaryIO, BinaryIO]:
    """The pipes to the starter; what any library prints goes where errors go."""
    into, out = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    empty = os.open(os.devnull, os.O_RDONLY)
    os.dup2(empty, 0)
    os.close(empty)
    os.dup2(2, 1)
    return into, out


def _listen(into: BinaryIO, jobs: queue.Queue[Any]) -> None:
    while True:
        length = into.read(LENGTH)
        body = into.read(int.from_bytes(length, "big")) if len(length) == LENGTH else b""
        if not body:
            os._exit(0)  # the starter is gone: nobody waits for what is being read
        jobs.put(pickle.loads(body))


def _loaded(setup: Setup) -> Callable[[Any], object]:
    from kawat.reading import reader_named

    reader_named(setup.reader).load()
    module, _, name = setup.task.partition(":")
    task: Callable[[Any], object] = getattr(import_module(module), name)
    return task


def _limit(seconds: float) -> None:
    """The system ends this process after so many seconds, also inside a library; 0: never."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def _send(out: BinaryIO, message: object) -> None:
    try:
        out.write(framed(message))
        out.flush()
    except BrokenPipeError:
        sys.exit(0)
