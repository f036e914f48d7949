"""A run that is killed or stopped at any moment goes on where it was, and ends as if nothing had happened."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
import uuid
from contextlib import closing
from pathlib import Path

import pytest
from source_maker import html, json_lines, packed, row, warc

from kawat.store import open_store

KILLS = 6
CODE = (
    "import datetime, kawat.cli.adding as adding; from kawat.cli.main import main; "
    "import kawat.intake.keeping as keeping; keeping.AT_ONCE = 4; "
    "adding._now = lambda: datetime.datetime(2025, 8, 20, tzinfo=datetime.timezone.utc); main()"
)
PATIENCE = 120.0


@pytest.fixture
def inputs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pages").mkdir()
    for number in range(54):
        (tmp_path / "pages" / f"p{number:02}.html").write_bytes(html(number))
    (tmp_path / "pages" / "p07b.html").write_bytes(b"%PDF-1.7 is no page")
    (tmp_path / "rows.jsonl").write_bytes(json_lines(row(number) for number in range(70, 76)) + b"{broken\n")
    torn = packed(warc(range(80, 87)))
    (tmp_path / "a.warc.gz").write_bytes(torn[:-200])
    return ["pages", "rows.jsonl", "a.warc.gz"]


def start(inputs: list[str], db: str, mark: str = "", workers: int = 2, code: str = CODE) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, "add", *inputs, "--db", db, "--reader", "lexicon", "--workers", str(workers)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "KAWAT_TEST_MARK": mark},
    )


def finish(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=PATIENCE)
    return process.returncode, out, err


def taken(db: str) -> int:
    """How many sources are taken so far."""
    if not Path(db).exists():
        return 0
    try:
        with closing(sqlite3.connect(f"file:{db}?mode=ro", uri=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM taken").fetchone()[0])
    except sqlite3.Error:
        return 0  # it is being made


def rows(db: str) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, the search indexes by what they hold."""
    with closing(sqlite3.connect(db)) as connection:
        names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        plain = sorted(name for name in names if "_fts" not in name)
        told = {name: sorted(connection.execute(f"SELECT * FROM {name}"), key=repr) for name in plain}
        for index in ("articles_fts", "sentences_fts"):
            words = f"SELECT rowid FROM {index} WHERE {index} MATCH 'Bandung' ORDER BY rowid"
            told[index] = list(connection.execute(words))
        return told


def processes_marked(mark: str) -> list[int]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if f"KAWAT_TEST_MARK={mark}".encode() in (folder / "environ").read_bytes():
                found.append(int(folder.name))
        except OSError:
            continue
    return found


@pytest.mark.parametrize("workers", [1, 2])
def test_killed_at_random_moments_the_store_ends_the_same(inputs: list[str], workers: int) -> None:
    code, out, _ = finish(start(inputs, "whole.db"))
    assert code == 3
    assert out.startswith("read 66,") and "quarantined 3 " in out
    chance, mark, seen = random.Random(workers), uuid.uuid4().hex, 0
    for _ in range(KILLS):
        process = start(inputs, "killed.db", mark, workers)
        until = time.monotonic() + PATIENCE
        while taken("killed.db") <= seen and process.poll() is None and time.monotonic() < until:
            time.sleep(0.002)
        time.sleep(chance.random() * 0.1)
        process.kill()
        finish(process)
        seen = taken("killed.db")
        with open_store("killed.db") as store:
            assert [check.detail for check in store.check() if not check.ok] == []
    assert 0 < seen < 69
    finish(start(inputs, "killed.db", workers=workers))
    whole, killed = rows("whole.db"), rows("killed.db")
    assert {name: len(found) for name, found in killed.items()} == {
        name: len(found) for name, found in whole.items()
    }
    assert killed == whole
    assert len(whole["taken"]) == 69 and len(whole["articles"]) == 66 and whole["events"] and whole["sentences_fts"]
    if Path("/proc/self/environ").exists():
        until = time.monotonic() + 20
        while processes_marked(mark) and time.monotonic() < until:
            time.sleep(0.1)
        assert processes_marked(mark) == []  # no worker outlives the run that started it


@pytest.mark.parametrize("workers", [1, 2])
def test_ctrl_c_ends_cleanly_and_the_same_command_goes_on(inputs: list[str], workers: int) -> None:
    process = start(inputs, "stopped.db", workers=workers)
    until = time.monotonic() + PATIENCE
    while taken("stopped.db") < 3 and process.poll() is None and time.monotonic() < until:
        time.sleep(0.005)
    process.send_signal(signal.SIGINT)
    code, out, err = finish(process)
    assert code == 130
    assert err == "kawat: stopped; what was read is stored, and the same command goes on from there\n"
    with open_store("stopped.db") as store:
        stored = store.counts().articles
    assert 3 <= stored < 66
    assert out.startswith(f"read {stored}, ")
    code, out, _ = finish(start(inputs, "stopped.db", workers=workers))
    assert code == 3
    assert out.startswith(f"read {66 - stored}, ")


PRESSED = (
    "import os, signal, threading, kawat.intake.taking as taking, kawat.cli.adding as adding\n"
    "seen = []\n"
    "def then_pressed(before):\n"
    "    def found(*given, **named):\n"
    "        done = before(*given, **named)\n"
    "        seen.append(1)\n"
    "        if len(seen) == 2: os.kill(os.getpid(), signal.SIGINT)\n"
    "        return done\n"
    "    return found\n"
)
PLACES = {
    "while it writes": "keeping.settle = then_pressed(keeping.settle)",
    "while it is told": "taking.Counts.add = then_pressed(taking.Counts.add)",
    "while others are let read on": "threading.Thread.start = then_pressed(threading.Thread.start)",
    "while work is handed out": "taking._Taking._give = then_pressed(taking._Taking._give)",
}


@pytest.mark.parametrize("place", PLACES)
def test_ctrl_c_is_pressed(inputs: list[str], place: str) -> None:
    code = CODE.replace("main()", f"\n{PRESSED}{PLACES[place]}\nmain()")
    ended, out, err = finish(start(inputs, "stopped.db", code=code))
    assert ended == 130
    assert err == "kawat: stopped; what was read is stored, and the same command goes on from there\n"
    with open_store("stopped.db") as store:
        stored = store.counts().articles
    assert out.startswith(f"read {stored}, ")
    ended, out, _ = finish(start(inputs, "stopped.db"))
    assert (ended, out.split(",")[0]) == (3, f"read {66 - stored}")


def test_a_second_run_reads_nothing_and_says_so(inputs: list[str]) -> None:
    finish(start(inputs, "a.db"))
    before = rows("a.db")
    code, out, err = finish(start(inputs, "a.db"))
    assert (code, err) == (0, "")
    told = "unchanged 69 (3 of them still in quarantine: kawat quarantine says why)"
    assert out == f"read 0, copies 0, other language 0, quarantined 0, {told}\n"
    assert rows("a.db") == before
