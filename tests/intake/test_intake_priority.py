"""Intake gives way to what people wait for."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kawat.intake.priority import NICE

pytestmark = pytest.mark.skipif(not hasattr(os, "setpriority"), reason="there are no priorities here")
TOLD = "import os, atexit; atexit.register(lambda: print('nice', os.getpriority(os.PRIO_PROCESS, 0)));"


def _mine() -> int:
    """Of this process as it is now: tests before this one may have let it give way."""
    return os.getpriority(os.PRIO_PROCESS, 0)


def _nice_after(code: str, *arguments: str) -> int:
    command = [sys.executable, "-c", f"{TOLD} {code}", *arguments]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert "Traceback" not in done.stderr, done.stderr
    return int(done.stdout.split("nice ")[1])


def test_it_gives_way_once_and_keeps_a_lower_rank() -> None:
    code = "from kawat.intake.priority import give_way; give_way(); give_way()"
    assert _nice_after(code) == max(NICE, _mine())
    assert _nice_after(f"os.nice(9); {code}") == min(19, max(NICE, _mine() + 9))


def test_adding_and_watching_give_way_and_serving_does_not(tmp_path: Path) -> None:
    page, db, sources = tmp_path / "p.html", str(tmp_path / "a.db"), tmp_path / "sources.toml"
    page.write_text("<h1>Talks</h1><p>Envoys met in Bandung on Monday.</p>", encoding="utf-8")
    sources.write_text('[[source]]\nurl = "http://127.0.0.1:9/feed"\n', encoding="utf-8")
    main = "from kawat.cli.main import main; main()"
    assert _nice_after(main, "add", str(page), "--db", db, "--reader", "lexicon", "--workers", "1") >= NICE
    assert _nice_after(main, "watch", str(sources), "--once", "--allow-private", "--db", db) >= NICE
    assert _nice_after(main, "events", "--db", db) == _mine()
