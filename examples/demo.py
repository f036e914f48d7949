"""The main job on the bundled reports: read them, list events, lay versions side by side, see what is next.

Run it with ``make demo`` or ``python examples/demo.py``. It writes out/demo.db, fresh each time, and nothing else.
"""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from kawat.cli.main import main as kawat
from kawat.intake import events
from kawat.records import Event, Salience
from kawat.store import open_store

ROOT = Path(__file__).resolve().parents[1]
REPORTS = "examples/reports"
DB = "out/demo.db"
WIDTH = "120"

NEXT = f"""\
  kawat read {REPORTS}/warta-selat-karang-meriam-air.txt
  kawat events --db {DB} --country PHL --with CHN
  kawat events --db {DB} --status denied
  kawat claims --db {DB} --voice "foreign ministry"
  kawat search --db {DB} "gencatan senjata"
  kawat events --db {DB} --lang id --csv > events.csv
  kawat who "Prabowo" --on 2024-11-12
  kawat --help
"""


def main() -> int:
    """Run the demo; the exit code is that of the first command that failed, else 0."""
    os.environ.setdefault("COLUMNS", WIDTH)
    with contextlib.chdir(ROOT):
        _fresh(Path(DB))
        return _parts()


def _parts() -> int:
    code = _part("Read 18 reports, in two languages, into a store", "add", REPORTS)
    if code:
        return code
    code = _part("Events, latest first: who did what to whom, and according to whom", "events", "--limit", "12")
    told = most_told(Path(DB))
    if told is not None:
        code = code or _part("One event, its versions side by side", "show", told.id)
    code = code or _part("What is planned", "events", "--status", "planned", "--limit", "8")
    code = code or _part("Who says what: claims by voices from China", "claims", "--voice", "China")
    _write(f"\n{_heading('Try next')}\n{NEXT}")
    return code


def most_told(db: Path) -> Event | None:
    """The event that most outlets tell; among these the one most often main news, dated, and surely read."""
    with open_store(db, read_only=True) as store:
        every = sorted(events(store), key=lambda event: event.id)
    return max(every, key=_told, default=None)


def _told(event: Event) -> tuple[int, int, int, float]:
    outlets = {told.article.outlet or told.article.id for told in event.tellings}
    reports = [told.report for told in event.tellings]
    main_news = sum(report.salience is Salience.MAIN for report in reports)
    dated = sum(report.time is not None and report.time.start is not None for report in reports)
    return len(outlets), main_news, dated, sum(report.confidence for report in reports)


def _part(title: str, *arguments: str) -> int:
    """Print a heading and the command, run it in this process, give its exit code."""
    shown = " ".join(["kawat", *arguments, "--db", DB])
    _write(f"\n{_heading(title)}\n$ {shown}\n")
    try:
        kawat([*arguments, "--db", DB])
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    return 0


def _heading(title: str) -> str:
    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return f"\033[1m{title}\033[0m" if coloured else f"== {title}"


def _fresh(db: Path) -> None:
    db.parent.mkdir(exist_ok=True)
    for tail in ("", "-wal", "-shm"):
        db.with_name(db.name + tail).unlink(missing_ok=True)


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
