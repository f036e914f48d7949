"""The main job on the bundled reports: read them, list events, lay versions side by side, see what is next.

Run it with ``make demo`` or ``python examples/demo.py``. It writes out/demo.db, fresh each time, and nothing else.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections import Counter
from pathlib import Path

from kawat.cli.main import main as kawat
from kawat.intake import events
from kawat.records import Event
from kawat.store import ReportFilter, open_store
from kawat.views.event import sources_of

ROOT = Path(__file__).resolve().parents[1]
REPORTS = ("examples/reports", "examples/call/reports")
DB = "out/demo.db"
WIDTH = "120"

NEXT = f"""\
  kawat serve --db {DB} --open              look at all of it in a browser
  kawat read {REPORTS[0]}/warta-selat-karang-meriam-air.txt
  kawat events --db {DB} --country PHL --with CHN
  kawat claims --db {DB} --voice "foreign ministry"
  kawat search --db {DB} "gencatan senjata"
  kawat why --db {DB} EVENT                 what binds the reports of an event
  kawat changes --db {DB} --limit 10
  kawat calendar --db {DB} --ics > calendar.ics
  kawat events --db {DB} --lang id --csv > events.csv
  kawat --help
"""


def main() -> int:
    """Run the demo; the exit code is that of the first command that failed, else 0."""
    os.environ.setdefault("COLUMNS", WIDTH)
    with contextlib.chdir(ROOT):
        _fresh(Path(DB))
        return _parts()


def _parts() -> int:
    code = _part("Read 27 reports, in two languages, into a store", "add", *REPORTS)
    if code:
        return code
    code = _part("Events, latest first: who did what to whom, and according to whom", "events", "--limit", "8")
    call = most_told(Path(DB))
    if call is not None:
        code = code or _part("One event: a call, as each side and each outlet tells it", "compare", call.id)
    days = ("--published-since", "2025-07-26", "--published-until", "2025-07-27", "--limit", "6")
    code = code or _part("What Phnom Penh says of it", "claims", "--voice", "Hun Manet", *days)
    code = code or _part("What Bangkok says of it", "claims", "--voice", "Thai", *days)
    code = code or _part("Figures that differ, side by side", "compare", *_disputed(Path(DB)))
    code = code or _part(
        "What was announced after the call, and what became of it by 10 August",
        *("calendar", "--country", "THA", "--from", "2025-07-27", "--to", "2025-08-04", "--today", "2025-08-10"),
    )
    code = code or _part("Two countries, day by day", "timeline", "Thailand", "Cambodia", "--by", "day")
    _write(f"\n{_heading('Try next')}\n{NEXT}")
    return code


def most_told(db: Path) -> Event | None:
    """The call that most independent sources tell; among these the one that most outlets tell."""
    with open_store(db, read_only=True) as store:
        calls = [event for event in events(store, ReportFilter(type="CONSULT")) if _mode(event) == "phone"]
    return max(calls, key=lambda one: (len(sources_of(one.tellings)), len(one.tellings), one.id), default=None)


def _mode(event: Event) -> str | None:
    return Counter(told.report.mode for told in event.tellings).most_common(1)[0][0]


def _disputed(db: Path) -> tuple[str, ...]:
    """The attack of which most sources give different figures."""
    with open_store(db, read_only=True) as store:
        attacks = events(store, ReportFilter(type="ASSAULT"))
    chosen = max(attacks, key=lambda event: (_figures(event), event.id), default=None)
    return () if chosen is None else (chosen.id,)


def _figures(event: Event) -> int:
    told = {(q.what, q.value or q.min) for t in event.tellings for q in t.report.quantities}
    return len(told) if len(sources_of(event.tellings)) > 1 else 0


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
