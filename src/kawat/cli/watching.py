"""`kawat watch`, `status`, `reread`: keeping a store up to date by itself, and whether that goes well."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kawat.cli import options as opt
from kawat.cli.face import Column, Face, err, out, show
from kawat.errors import InputError, NotFoundError
from kawat.export.safe import json_line
from kawat.reading.info import DEFAULT_READER

if TYPE_CHECKING:
    from kawat.intake.watching.happening import Happening
    from kawat.intake.watching.health import Health
    from kawat.store.watching import FeedRow

BUSY_SECONDS = 60.0  # a watch waits longer for another writer than a command at a desk
_BARS = " ▁▂▃▄▅▆▇█"


def watch(
    sources: Annotated[str, typer.Argument(metavar="SOURCES.toml", help="What to watch.")],
    once: Annotated[bool, typer.Option("--once", help="One round, then end.")] = False,
    archive: Annotated[
        str | None, typer.Option("--archive", metavar="DIR", help="Keep every answer there, in a WARC file a day.")
    ] = None,
    reader: opt.Reader = DEFAULT_READER,
    db: opt.Db = "kawat.db",
    as_json: opt.AsJson = False,
    allow_private: opt.Private = False,
    lang: opt.Lang = "en",
) -> None:
    """Watch feeds and site maps, and keep what they name; ends at SIGTERM or Ctrl-C.

    What happens is told on standard error, a line each; with --json on standard output. The article that is
    being read when the watch is asked to stop is finished. With --once the exit code is 3 where a feed
    could not be had the last time that it was asked.

    \b
    Examples:
      kawat watch sources.toml
      kawat watch sources.toml --once --db desk.db
      kawat watch sources.toml --archive warc/ --json >> watch.jsonl
    """
    from kawat.intake.priority import give_way
    from kawat.intake.watching.archive import Archive
    from kawat.intake.watching.clock import real_clock
    from kawat.intake.watching.config import sources_from_toml
    from kawat.intake.watching.watch import Options, Watch
    from kawat.store import open_store

    face = Face(lang, as_json)
    told = sources_from_toml(_bytes(sources), sources)
    kept = Archive(archive) if archive is not None else None
    give_way()
    with _stopping() as stop, open_store(db, create=True, busy_seconds=BUSY_SECONDS) as store:
        options = Options(once=once, allow_private=allow_private, reader=reader, archive=kept, stop=stop)
        missing = Watch(store, told, real_clock(stop), lambda one: _tell(face, one, db), options).run()
    if once and missing and not stop.is_set():
        raise typer.Exit(InputError.exit_code)


def _bytes(path: str) -> bytes:
    try:
        with Path(path).open("rb") as file:
            return file.read(2_000_000)
    except OSError as error:
        raise NotFoundError(f"{path} can not be read ({error.strerror}); give a file of sources") from error


@contextmanager
def _stopping() -> Iterator[threading.Event]:
    """What SIGTERM and Ctrl-C set; the second time they end the process at once."""
    stop = threading.Event()
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}

    def asked(number: int, _: object) -> None:
        stop.set()
        signal.signal(number, signal.SIG_DFL)

    for number in before:
        signal.signal(number, asked)
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _tell(face: Face, one: Happening, db: str) -> None:
    if face.json:
        out(json_line(_happening_json(one)))
        sys.stdout.flush()
        return
    values = {key: "" if value is None else str(value) for key, value in asdict(one).items()}
    values |= {key: _minute(getattr(one, key)) for key in ("at", "next_at")}
    if one.url and one.reason:
        values["reason"] = one.reason.removeprefix(one.url).lstrip(": ")
    key = "same" if one.what.value == "polled" and one.named is None else one.what.value
    err(f"{one.at:%Y-%m-%dT%H:%M:%SZ} " + face.say(f"told_{key}", **values, db=db))


def _happening_json(one: Happening) -> dict[str, Any]:
    told = asdict(one)
    told |= {"what": one.what.value, "at": _stamp(one.at), "next_at": _stamp(one.next_at)}
    return {key: value for key, value in told.items() if value is not None}


def _stamp(moment: datetime | None) -> str | None:
    return None if moment is None else f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _minute(moment: datetime | None) -> str:
    return "" if moment is None else f"{moment.astimezone(UTC):%Y-%m-%d %H:%MZ}"


def status(db: opt.Db = "kawat.db", as_json: opt.AsJson = False, lang: opt.Lang = "en") -> None:
    """How watching goes: is it running, which feeds fail, what waits, how much comes in.

    \b
    Examples:
      kawat status
      kawat status --json
    """
    from kawat.intake.watching.health import health
    from kawat.store import open_store

    face = Face(lang, as_json)
    with open_store(db, read_only=True) as store:
        found = health(store, datetime.now(UTC))
    out(json_line(_health_json(found))) if as_json else _show_health(face, found)


def _health_json(found: Health) -> dict[str, Any]:
    return asdict(found) | {
        "by_hour": [{"hour": f"{hour}:00Z", "articles": count} for hour, count in found.by_hour]
    }


def _show_health(face: Face, found: Health) -> None:
    watch = found.watch
    if watch is None:
        out(face.say("watch_never"))
    elif found.running:
        out(face.say("watch_runs", since=watch.started_at, pid=watch.pid, host=watch.host, beat=watch.beat_at))
    elif watch.stopped_at:
        out(face.say("watch_stopped", at=watch.stopped_at))
    else:
        out(face.say("watch_lost", beat=watch.beat_at))
    if watch is not None and watch.round_at:
        out(face.say("last_round", at=watch.round_at))
    _show_numbers(face, found)
    if found.feeds:
        out("")
        columns = (
            Column("feed", 6),
            Column("state", width=8),
            Column("success", width=20),
            Column("failures", right=True, under=True),
            Column("next", width=20, under=True),
            Column("error", 6),
        )
        worst = sorted(found.feeds, key=lambda row: (_ORDER.index(row.state), row.url))
        show(face, columns, worst, lambda row: _feed_cells(face, row), asdict)


_ORDER = ("dead", "failing", "new", "ok", "off")


def _feed_cells(face: Face, row: FeedRow) -> tuple[str, ...]:
    return (
        row.url,
        face.say(f"state_{row.state}"),
        row.success_at or face.say("not_said"),
        str(row.failures),
        row.next_at or face.say("not_said"),
        row.last_error or "",
    )


def _show_numbers(face: Face, found: Health) -> None:
    states = ", ".join(f"{face.say(f'state_{state}')} {count}" for state, count in found.states.items())
    if states:
        out(face.say("feeds_by_state", states=states))
    following = face.say("next_retry", at=found.next_retry) if found.next_retry else ""
    numbers = {"queue": found.queue, "retries": found.retries, "quarantined": found.quarantined}
    out(face.say("queue_line", **numbers, following=following))
    day = sum(count for _, count in found.by_hour)
    rate = f"{day / max(len(found.by_hour), 1):.1f}"
    out(face.say("articles_line", articles=found.articles, day=day, rate=rate, size=_size(found.size)))
    if day:
        out(face.say("by_hour", bars=_bars([count for _, count in found.by_hour])))


def _bars(counts: list[int]) -> str:
    most = max(counts)
    return "".join(_BARS[-(-count * (len(_BARS) - 1) // most)] for count in counts)


def _size(count: int) -> str:
    amount, unit = float(count), "B"
    for larger in ("kB", "MB", "GB", "TB"):
        if amount < 1000:
            break
        amount, unit = amount / 1000, larger
    return f"{amount:.0f} {unit}" if unit in ("B", "kB") else f"{amount:.1f} {unit}"


def reread(
    reader: opt.Reader = DEFAULT_READER,
    limit: opt.Limit = None,
    db: opt.Db = "kawat.db",
    as_json: opt.AsJson = False,
    lang: opt.Lang = "en",
) -> None:
    """Read the stored articles again that an older reader read; nothing is fetched.

    Each article is stored by itself, so that a stop in the middle loses nothing: run it again, and it goes
    on. An event whose reports stay the same keeps its id.

    \b
    Examples:
      kawat reread
      kawat reread --limit 1000 --db desk.db
    """
    from kawat.intake import rereading
    from kawat.store import open_store

    face = Face(lang, as_json)
    changed = read = 0
    failed: list[str] = []
    with open_store(db, busy_seconds=BUSY_SECONDS) as store:
        waiting = rereading.stale(store, reader)
        chosen = waiting if limit is None else waiting[:limit]
        done = rereading.reread(store, chosen, lambda: datetime.now(UTC), reader)
        for one in _with_progress(store.path, done, len(chosen)):
            if one.reason is None:
                read, changed = read + 1, changed + one.changed
            else:
                failed.append(one.article_id)
                err(f"kawat: {one.article_id}: {one.reason}")
    numbers = {"read": read, "changed": changed, "failed": len(failed), "left": len(waiting) - read}
    out(json_line(numbers) if as_json else face.say("reread_done", **numbers))
    if failed:
        raise typer.Exit(InputError.exit_code)


def _with_progress(name: str, steps: Iterator[Any], total: int) -> Iterator[Any]:
    """The same, with a bar on standard error when somebody looks at it."""
    if not sys.stderr.isatty():
        yield from steps
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(steps, name, total=total, console=Console(stderr=True), transient=True)
