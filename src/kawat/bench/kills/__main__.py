"""`python -m kawat.bench.kills add|watch|reread [PAGES...]`: kill a command again and again, compare the stores.

Exit codes: 0 every store is the same as without a kill, 1 one is not, 2 wrong call.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from kawat.bench.kills.site import feed_of
from kawat.bench.kills.trial import Outcome, Trial, try_kills
from kawat.errors import KawatError, NotFoundError
from kawat.reading.info import DEFAULT_READER

NAMES = ("add", "watch", "reread")
PAGES = (Path("examples/reports"), Path("examples/call/reports"))
NO_PAGE = b"%PDF-1.7 is no page"  # one page goes into quarantine


def main() -> int:
    given = _arguments()
    start = time.monotonic()
    try:
        with tempfile.TemporaryDirectory(prefix="kawat-kills-") as folder:
            pages = copied(given.pages or PAGES, Path(folder), given.most)
            with trial_of(given.what, pages, Path(folder), given.reader, given.workers) as trial:
                outcome = try_kills(trial, Path(folder), given.kills, given.seed)
    except KawatError as error:
        print(f"kills: {error}", file=sys.stderr)  # noqa: T201
        return error.exit_code
    seconds = time.monotonic() - start
    print(json.dumps(asdict(outcome) | {"seconds": round(seconds)}) if given.json else _told(outcome, seconds))  # noqa: T201
    return 0 if outcome.well else 1


def copied(sources: Iterator[Path] | list[Path] | tuple[Path, ...], folder: Path, most: int | None = None) -> Path:
    """The files in ``sources`` and one that is no page, in a folder of their own. Raises `NotFoundError`."""
    into = folder / "pages"
    into.mkdir()
    files = [path for source in sources for path in sorted(source.rglob("*")) if path.is_file()][:most]
    if not files:
        raise NotFoundError("there is no page to add; name folders that have some")
    for number, path in enumerate(files):
        shutil.copy(path, into / f"{number:03}-{path.name}")
    (into / "500-broken.html").write_bytes(NO_PAGE)
    return into


@contextmanager
def trial_of(what: str, pages: Path, folder: Path, reader: str, workers: int) -> Iterator[Trial]:
    """The command that is tried: ``add`` of the pages, ``watch`` of a feed of them, ``reread`` of them."""
    by = ("--reader", reader)
    if what == "add":
        yield Trial(what, ("add", str(pages), "--workers", str(workers), *by), "SELECT count(*) FROM taken")
    elif what == "reread":
        older = "SELECT count(*) FROM articles WHERE reader_version <> '0'"
        yield Trial(what, ("reread", *by), older, lambda store: _read_before(pages, store))
    else:
        served = {f"/{path.name}": path.read_bytes() for path in sorted(pages.iterdir())}
        with feed_of(served) as address:
            sources = folder / "sources.toml"
            sources.write_text(f'[defaults]\ndelay = 0\n[[source]]\nurl = "{address}"\n', encoding="utf-8")
            watch = ("watch", str(sources), "--once", "--allow-private", *by)
            yield Trial(what, watch, "SELECT count(*) FROM seen WHERE state = 'done'")


def _read_before(pages: Path, store: Path) -> None:
    """A store of the pages as the baseline reads them, signed as if by an older version of it."""
    import sqlite3
    from contextlib import closing
    from datetime import UTC, datetime

    from kawat.intake import InputOptions, expand, take, tally
    from kawat.store import open_store

    still = datetime(2026, 8, 20, 9, 30, tzinfo=UTC)
    with open_store(store, create=True) as opened:
        tally(take(opened, expand([str(pages)]), lambda: still, InputOptions("lexicon")))
    with closing(sqlite3.connect(store)) as connection, connection:
        connection.execute("UPDATE articles SET reader_version = '0'")


def _told(outcome: Outcome, seconds: float) -> str:
    lines = [
        f"{outcome.name}: killed {outcome.kills} times, {outcome.stores} stores brought to their end, "
        f"each compared in {outcome.rows} rows of {outcome.tables} tables, {seconds:.0f} seconds",
        f"  killed when so many items were done: {outcome.killed_after}",
    ]
    for said, found in (("differs", outcome.differ), ("unsound", outcome.unsound), ("left over", outcome.left)):
        lines += [f"  {said}: {one}" for one in found]
    return "\n".join([*lines, "  every store is the same" if outcome.well else "  NOT the same"])


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m kawat.bench.kills", description=__doc__)
    parser.add_argument("what", choices=NAMES)
    parser.add_argument("pages", nargs="*", type=Path, help="folders of pages (the reports in examples/)")
    parser.add_argument("--kills", type=int, default=50, help="how often (50)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=int, help="at most so many pages")
    parser.add_argument("--workers", type=int, default=2, help="of kawat add (2)")
    parser.add_argument("--reader", default=DEFAULT_READER)
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
