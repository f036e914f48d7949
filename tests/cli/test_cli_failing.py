"""`kawat add` when things fail: a full disk, a locked store, torn archives, servers that stall or never end.

What went wrong is told with what to do, nothing stored is lost, no blameless article is set aside, and the same
command ends well once the cause is gone.
"""

from __future__ import annotations

import functools
import gzip
import os
import resource
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from helper_cli import Cli, Ran

sys.path.insert(0, str(Path(__file__).parents[1] / "intake"))

from source_maker import html, packed, rss, rss_item, warc

from kawat import pages
from kawat.store import open_store, opening

PAGES = 8
ADD = ("add", "in", "--reader", "lexicon", "--db")
FULL = "needs more room: the disk is full; free some space and run this again, what was stored stays\n"


@pytest.fixture
def many(cli: Cli, tmp_path: Path) -> Cli:
    (tmp_path / "in").mkdir()
    for number in range(PAGES):
        (tmp_path / "in" / f"{number}.html").write_bytes(html(number))
    return cli


def sound(db: str) -> int:
    """How many articles are in a store without a fault, in which nothing is in quarantine."""
    with open_store(db) as store:
        assert [check.detail for check in store.check() if not check.ok] == []
        assert store.quarantine_list() == ()
        assert store.unsettled() == 0
        return store.counts().articles


def ends_well(cli: Cli, db: str, before: int) -> None:
    ran = cli(*ADD, db)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"read {PAGES - before}, ")
    assert f"unchanged {before}" in ran.out or not before
    assert sound(db) == PAGES


def told(ran: Ran, db: str, said: str, read: int) -> None:
    assert (ran.code, ran.err) == (4, f"kawat: the store {db} {said}")
    assert ran.out.startswith(f"read {read}, ") and "quarantined 0" in ran.out


@pytest.mark.parametrize("room", [0, 0.3, 0.8])
def test_a_store_that_can_not_grow(many: Cli, monkeypatch: pytest.MonkeyPatch, room: float) -> None:
    real = opening._set_up

    def small(connection: sqlite3.Connection, cache_kib: int) -> None:
        real(connection, cache_kib)
        connection.execute(f"PRAGMA max_page_count = {empty + int(room * (whole - empty))}")

    open_store("none.db", create=True).close()
    many(*ADD, "whole.db")
    empty, whole = (Path(name).stat().st_size // 4096 for name in ("none.db", "whole.db"))
    monkeypatch.setattr(opening, "_set_up", small)
    ran = many(*ADD, "a.db")
    monkeypatch.setattr(opening, "_set_up", real)
    before = sound("a.db")
    told(ran, "a.db", FULL, before)
    assert 0 <= before < PAGES and (before > 0) == (room > 0)
    ends_well(many, "a.db", before)


def test_a_limit_on_the_size_of_files(many: Cli) -> None:
    open_store("none.db", create=True).close()
    limit = int(1.75 * Path("none.db").stat().st_size)  # the log of a new store takes all of it once
    code = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))"
    call = [sys.executable, "-c", f"{code}; from kawat.cli.main import main; main()", *ADD, "a.db"]
    ended = subprocess.run([*call, "--workers", "1"], capture_output=True, text=True, timeout=120, check=False)
    before = sound("a.db")
    assert ended.returncode == 4
    assert ended.stderr.startswith("kawat: the store a.db could not be read or written (disk error); check")
    assert 0 < before < PAGES
    ends_well(many, "a.db", before)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    place = tmp_path / "disk"
    place.mkdir()
    call = ["mount", "-t", "tmpfs", "-o", "size=1600k", "kawat-test", str(place)]
    if os.geteuid() != 0 or subprocess.run(call, capture_output=True, check=False).returncode:
        pytest.skip("a small disk needs leave to mount one")
    yield place
    subprocess.run(["umount", "-l", str(place)], capture_output=True, check=False)


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_disk_that_is_full(many: Cli, small_disk: Path, workers: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kawat.intake.keeping.AT_ONCE", 1)
    db = str(small_disk / "a.db")
    ran = many(*ADD, db, "--workers", workers)
    before = sound(db)
    told(ran, db, FULL, before)
    assert 0 < before < PAGES
    subprocess.run(["mount", "-o", "remount,size=40m", str(small_disk)], check=True)
    ends_well(many, db, before)


def test_a_full_disk_is_told_also_to_who_only_reads(many: Cli, small_disk: Path) -> None:
    db = str(small_disk / "a.db")
    open_store(db, create=True).close()
    with suppress(OSError), (small_disk / "fill").open("wb", buffering=0) as file:
        while True:
            file.write(b"x" * 4096)
    ran = many("articles", "--db", db)
    assert (ran.code, ran.err) == (4, f"kawat: the store {db} {FULL}")
    (small_disk / "fill").unlink()
    assert many("articles", "--db", db).code == 0


@contextmanager
def locked(db: str) -> Iterator[None]:
    with closing(sqlite3.connect(db, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


def test_a_store_that_another_program_writes_to_for_long(many: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    open_store("a.db", create=True).close()
    connect = sqlite3.connect
    monkeypatch.setattr(opening.sqlite3, "connect", lambda *a, **b: connect(*a, **{**b, "timeout": 0.3}))
    with locked("a.db"):
        ran = many(*ADD, "a.db")
        assert many("articles", "--db", "a.db").code == 0, "reading goes on"
    said = "is locked by another program that writes to it; let that one finish and run this again\n"
    told(ran, "a.db", said, 0)
    ends_well(many, "a.db", 0)


def test_a_store_that_is_locked_for_a_moment_only_costs_time(many: Cli) -> None:
    open_store("a.db", create=True).close()
    held = threading.Event()

    def hold() -> None:
        with locked("a.db"):
            held.set()
            time.sleep(1)

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()
    ran = many(*ADD, "a.db")
    thread.join()
    assert (ran.code, sound("a.db")) == (0, PAGES)


# --- sources --------------------------------------------------------------------------------------------


def reasons(cli: Cli) -> dict[str, str]:
    return {one["source"]: one["reason"] for one in cli("quarantine", "--json").objects}


@pytest.mark.parametrize("pack", [b"".join, packed], ids=["warc", "warc.gz"])
@pytest.mark.parametrize("left", [0.9, 0.5, 0.1])
def test_an_archive_that_was_cut_off(cli: Cli, pack: Callable[[list[bytes]], bytes], left: float) -> None:
    whole = pack(warc(range(6)))
    Path("a.warc").write_bytes(whole[: int(len(whole) * left)])
    ran = cli("add", "a.warc", "--reader", "lexicon")
    stored = ran.out.split(",")[0]
    assert ran.code == 3 and ran.err == ""
    assert all("fetch it again" in reason for reason in reasons(cli).values()) and len(reasons(cli)) >= 1
    Path("a.warc").write_bytes(whole)
    ran = cli("add", "a.warc", "--reader", "lexicon")
    assert ran.code == 0 and ran.out.startswith(f"read {6 - int(stored.removeprefix('read '))}, ")
    assert reasons(cli) == {}
    assert len(cli("articles", "--json").objects) == 6


Answer = Callable[[socket.socket], object]


@contextmanager
def server(answer: Answer) -> Iterator[str]:
    """A server that does as ``answer`` does with each connection, to the letter."""
    listening = socket.create_server(("127.0.0.1", 0))
    ended = threading.Event()

    def one(connection: socket.socket) -> None:
        with connection, suppress(OSError):
            connection.recv(65_536)
            answer(connection)

    def serve() -> None:
        while not ended.is_set():
            with suppress(OSError):
                connection, _ = listening.accept()
                threading.Thread(target=one, args=(connection,), daemon=True).start()

    threading.Thread(target=serve, daemon=True).start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}/a"
    ended.set()
    listening.close()


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
STALLS: dict[str, bytes] = {
    "nothing": b"",
    "half a line": b"HTTP/1.1 2",
    "half a head": HEAD,
    "no body": HEAD + b"Content-Length: 900\r\n\r\n",
    "half a body": HEAD + b"Content-Length: 90000\r\n\r\n" + html(1),
    "half a piece": HEAD + b"Transfer-Encoding: chunked\r\n\r\nffff\r\n" + html(1),
}


@pytest.fixture
def hasty(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> Cli:
    monkeypatch.setattr(pages, "FetchLimits", functools.partial(pages.FetchLimits, total_seconds=1.0))
    return cli


def add(cli: Cli, address: str) -> Ran:
    ran = cli("add", address, "--allow-private", "--reader", "lexicon")
    assert ran.err == ""
    return ran


def well(connection: socket.socket) -> None:
    connection.sendall(HEAD + f"Content-Length: {len(html(1))}\r\n\r\n".encode() + html(1))


@pytest.mark.parametrize("sent", STALLS.values(), ids=STALLS.keys())
def test_a_server_that_stalls(hasty: Cli, sent: bytes) -> None:
    answers: list[Answer] = []

    def stall(connection: socket.socket) -> None:
        connection.sendall(sent)
        time.sleep(8)

    answers.append(stall)

    def latest(connection: socket.socket) -> None:
        answers[-1](connection)

    with server(latest) as address:
        start = time.monotonic()
        assert add(hasty, address).code == 3
        assert time.monotonic() - start < 6
        assert reasons(hasty) == {address: f"{address} took too long: try again later, or allow more time"}
        answers.append(well)
        ran = add(hasty, address)
        assert ran.code == 0 and ran.out.startswith("read 1, ")
        assert reasons(hasty) == {}


def test_a_server_that_takes_no_connection(hasty: Cli) -> None:
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(0)
        waiting = [socket.socket() for _ in range(4)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(deaf.getsockname())
        address = f"http://127.0.0.1:{deaf.getsockname()[1]}/a"
        assert add(hasty, address).code == 3
        for one in waiting:
            one.close()
    assert "took too long: try again later" in reasons(hasty)[address]


@pytest.mark.parametrize("start", [b"", HEAD, HEAD + b"\r\n"], ids=["line", "head", "body"])
def test_a_server_that_sends_a_byte_now_and_then_holds_nobody(hasty: Cli, start: bytes) -> None:
    def drip(connection: socket.socket) -> None:
        connection.sendall(start)
        for _ in range(100):
            connection.sendall(b"H")
            time.sleep(0.2)

    with server(drip) as address:
        assert add(hasty, address).code == 3
        assert "took too long" in reasons(hasty)[address]
        until = time.monotonic() + 5
        while (left := _fetching()) and time.monotonic() < until:
            time.sleep(0.05)
        assert left == [], "a thread waits on for bytes"


def _fetching() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name == "kawat-fetch"]


def test_an_answer_without_end_is_left_at_the_limit(cli: Cli) -> None:
    sent = [0]

    def endless(connection: socket.socket) -> None:
        connection.sendall(HEAD + b"Content-Length: 10000000000\r\n\r\n")
        while sent[0] < 10_000_000_000:
            connection.sendall(b"<p>word " * 20_000)
            sent[0] += 160_000

    with server(endless) as address:
        assert add(cli, address).code == 3
    assert reasons(cli) == {address: f"{address} is over 10000000 bytes: give one article, not an archive"}
    assert sent[0] < 100_000_000


@pytest.mark.parametrize("packing", ["gzip", "deflate"])
def test_an_answer_that_unpacks_to_too_much(cli: Cli, packing: str) -> None:
    import zlib

    unpacked = b"<p>word " * 40_000_000
    body = gzip.compress(unpacked, 1) if packing == "gzip" else zlib.compress(unpacked, 1)
    del unpacked
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    def bomb(connection: socket.socket) -> None:
        head = HEAD + f"Content-Encoding: {packing}\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        connection.sendall(head + body)

    with server(bomb) as address:
        assert add(cli, address).code == 3
    assert "over 10000000 bytes" in reasons(cli)[address]
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000, "kilobytes"


@pytest.mark.parametrize(
    "body",
    [b"<rss><channel><item>" + os.urandom(3_000), b"<?xml version='1.0'?><rss version='2.0'>" + b"<a" * 9_000,
     b"<feed xmlns='http://www.w3.org/2005/Atom'><entry><link href='" + b"\xff" * 900, b"<urlset>" + b"\x00" * 900],
    ids=["noise", "tags", "bytes", "zeros"],
)  # fmt: skip
def test_a_feed_of_garbage_costs_itself(cli: Cli, body: bytes) -> None:
    Path("bad.xml").write_bytes(body)
    good = [
        rss_item(number, f"<p>{' '.join(['Ministers met in Bandung.'] * 80)} {number}</p>") for number in (1, 2)
    ]
    Path("good.xml").write_bytes(rss(good))
    ran = cli("add", "bad.xml", "good.xml", "--no-fetch", "--reader", "lexicon")
    assert ran.err == "" and ran.out.startswith("read 2, ") and ran.code in (0, 3)
    assert not any("unexpected" in reason for reason in reasons(cli).values())
    assert set(name.split(":")[0] for name in reasons(cli)) <= {"bad.xml"}


def test_the_quarantine_has_an_end(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    from kawat.intake import keeping

    monkeypatch.setattr(keeping, "FORGET_AFTER", 10)
    monkeypatch.setattr("kawat.store.store.Store.quarantine_forget_oldest", _at_most(25))
    Path("a.html").write_bytes(b"%PDF-1.7 old")
    assert cli("add", "a.html", "--reader", "lexicon").code == 3
    time.sleep(1.1)  # moments are kept to the second
    Path("b.jsonl").write_bytes(b'{"text": "%s"}\n' % b"Ministers met. " * 1 + b"{broken\n" * 60)
    assert cli("add", "b.jsonl", "--any-page", "--reader", "lexicon").code == 3
    held = reasons(cli)
    assert len(held) == 25 and "a.html" not in held and "b.jsonl:61" in held
    with closing(sqlite3.connect("kawat.db")) as connection:
        assert connection.execute("SELECT count(*) FROM taken WHERE article_id IS NULL").fetchone() == (25,)
    assert cli("add", "a.html", "--reader", "lexicon").code == 3, "what was forgotten is looked at again"


def _at_most(most: int) -> Any:
    from kawat.store import quarantine
    from kawat.store.store import Store

    def forget(self: Store) -> int:
        with self.transaction():
            return quarantine.forget_oldest(self._connection, most)

    return forget
