"""Questions answered by other processes: as this one answers them, errors too, whatever becomes of a process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from record_maker import NOW, sample
from serve_maker import client, every

from kawat.errors import NotFoundError, StoreError, TooSlowError, UsageError
from kawat.intake import keep
from kawat.serve.connections import Readers
from kawat.serve.operations import Asked, Setting
from kawat.serve.parameters import Value
from kawat.serve.reading import Question
from kawat.store import open_store
from kawat.store.limits import Deadline

SECONDS = 60.0


def question(path: str, values: Mapping[str, Value] | None = None, seconds: float = SECONDS) -> Question:
    now = datetime(2025, 8, 21, tzinfo=UTC)
    given = {"limit": 50, **(values or {})}
    return Question(path, Asked(given, Setting("0"), now, date(2025, 8, 21), Deadline(seconds)))


def ready(readers: Readers) -> None:
    """Wait until processes answer."""
    until = time.monotonic() + SECONDS
    while time.monotonic() < until and not all(desk.apart for desk in readers.desks):
        readers.submit(question("/events")).result(SECONDS)
        time.sleep(0.05)
    assert all(desk.apart for desk in readers.desks)


@pytest.fixture
def apart(own: Path) -> Iterator[Readers]:
    readers = Readers(str(own), 2, apart=True)
    try:
        yield readers
    finally:
        readers.close()


def test_processes_answer_as_threads_do_and_see_what_others_write(own: Path, apart: Readers) -> None:
    threads = Readers(str(own), 1)
    ready(apart)
    asked = [question("/events"), question("/search", {"q": "strike", "in": "sentences"}), question("/meta")]
    assert [apart.submit(one).result(SECONDS) for one in asked] == [
        threads.submit(one).result(SECONDS) for one in asked
    ]
    before = apart.submit(asked[0]).result(SECONDS)
    with open_store(own) as store:
        keep(store, sample(60), NOW)
    assert apart.submit(asked[0]).result(SECONDS) != before
    threads.close()


def test_a_process_that_is_ready_need_not_read_what_kawat_knows() -> None:
    code = (
        "from kawat.knowledge import load_knowledge; from kawat.ontology import load_ontology\n"
        "from kawat.serve.reading import READY, read_on\n"
        "class Line:\n"
        "    def send(self, told):\n"
        "        print(told == READY, load_knowledge.cache_info().currsize, load_ontology.cache_info().currsize)\n"
        "    def recv(self): return None\n"
        "read_on('nothing.db', Line())\n"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["True", "1", "1"]


def test_errors_come_back_as_they_are(apart: Readers) -> None:
    ready(apart)
    with pytest.raises(NotFoundError, match="no event"):
        apart.submit(question("/events/{id}", {"id": "evt-ffff"})).result(SECONDS)
    with pytest.raises(UsageError, match="no word to search for"):
        apart.submit(question("/search", {"q": "...", "in": "articles"})).result(SECONDS)
    with pytest.raises(TooSlowError):
        apart.submit(question("/events", seconds=-1.0)).result(SECONDS)


def send(readers: Readers, sign: signal.Signals) -> None:
    """Send a signal to every process."""
    for desk in readers.desks:
        assert desk.process is not None and desk.process.pid is not None
        os.kill(desk.process.pid, sign)


def test_a_process_that_dies_costs_its_answer_only(apart: Readers) -> None:
    ready(apart)
    send(apart, signal.SIGSTOP)
    told = [apart.submit(question("/events")) for _ in range(12)]
    until = time.monotonic() + SECONDS
    while sum(one.running() for one in told) < 2 and time.monotonic() < until:
        time.sleep(0.01)
    time.sleep(0.2)  # what runs is on its way to the process
    send(apart, signal.SIGKILL)
    errors = [one.exception(SECONDS) for one in told]
    assert [isinstance(error, StoreError) for error in errors] == [True, True] + [False] * 10
    assert errors[2:] == [None] * 10
    ready(apart)


def test_a_process_that_dies_unasked_costs_no_answer(apart: Readers) -> None:
    ready(apart)
    died = [desk.process for desk in apart.desks]
    send(apart, signal.SIGKILL)
    for process in died:
        assert process is not None
        process.join(SECONDS)
    told = [apart.submit(question("/events")) for _ in range(12)]
    assert [one.exception(SECONDS) for one in told] == [None] * 12
    ready(apart)
    assert not {id(desk.process) for desk in apart.desks} & {id(process) for process in died}


def test_no_process_outlives_its_readers(own: Path) -> None:
    readers = Readers(str(own), 2, apart=True)
    ready(readers)
    processes = [desk.process for desk in readers.desks]
    readers.close()
    assert all(process is not None and not process.is_alive() for process in processes)


def test_the_whole_application_over_processes(own: Path) -> None:
    with client(own, processes=2) as asking, client(own) as other:
        assert every(asking, "/events", 7) == every(other, "/events", 7)
        answer = asking.get("/api/v1/events/evt-ffff")
        assert answer.status_code == 404 and answer.json() == other.get("/api/v1/events/evt-ffff").json()
