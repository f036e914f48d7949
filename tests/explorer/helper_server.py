"""`kawat serve` as a process of its own, and what its API answers."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

START = 60.0  # seconds

Ask = Callable[[str], Any]


def asking(site: str) -> Ask:
    def answer(path: str) -> Any:
        with urllib.request.urlopen(f"{site}/api/v1{path}", timeout=30) as told:
            body = told.read()
        return json.loads(body) if told.headers.get_content_type() == "application/json" else body.decode()

    return answer


@contextmanager
def served(store: Path, *options: str) -> Iterator[str]:
    """`kawat serve` on a free port of this machine, until the block ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    site = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "kawat", "serve", "--db", str(store), "--port", str(port), *options]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait(site, process)
        yield site
    finally:
        process.terminate()
        process.wait(20)


def _wait(site: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + START
    while time.monotonic() < until and process.poll() is None:
        try:
            urllib.request.urlopen(f"{site}/", timeout=5).close()
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"kawat serve did not start (exit code {process.poll()})")
