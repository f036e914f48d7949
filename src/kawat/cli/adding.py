"""`kawat add`: articles from files, addresses, feeds and archives into the store."""

from __future__ import annotations

import sys
from collections.abc import Generator, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from kawat.cli import options as opt
from kawat.cli.face import Face, err, out
from kawat.errors import InputError, StoreError, UsageError
from kawat.export.safe import json_line
from kawat.reading.info import DEFAULT_READER

if TYPE_CHECKING:
    from kawat.intake import Taken, Tally

MAX_BYTES = 10_000_000
STOPPED = 130  # what a program stopped with Ctrl-C ends with

Workers = Annotated[
    int,
    typer.Option(
        "--workers",
        envvar="KAWAT_WORKERS",
        min=1,
        max=256,
        metavar="N",
        help="Read in N processes; 1: this one.",
    ),
]
Timeout = Annotated[
    float, typer.Option("--timeout", min=0.1, metavar="SECONDS", help="Give up on what takes longer to read.")
]
Map = Annotated[
    str | None,
    typer.Option("--map", metavar="FIELD=NAME,...", help="Which column or key is the title, the text."),
]
NoFetch = Annotated[bool, typer.Option("--no-fetch", help="Of feeds read what stands in them; fetch no page.")]
AnyPage = Annotated[bool, typer.Option("--any-page", help="Read also lists, error pages and the like.")]


def add(  # noqa: PLR0913, PLR0917 - these are the options themselves
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH|URL|-...", help="Files, folders, patterns, addresses; - is standard input."),
    ] = None,
    urls: Annotated[
        list[str] | None, typer.Option("--urls", metavar="FILE", help="A file of addresses, one a line.")
    ] = None,
    db: opt.Db = "kawat.db",
    as_json: opt.AsJson = False,
    reader: opt.Reader = DEFAULT_READER,
    mapping: Map = None,
    no_fetch: NoFetch = False,
    any_page: AnyPage = False,
    workers: Workers = 2,
    timeout: Timeout = 60.0,
    again: Annotated[bool, typer.Option("--again", help="Replace what is stored, whatever it is.")] = False,
    allow_private: opt.Private = False,
    max_bytes: opt.MaxBytes = MAX_BYTES,
    lang: opt.Lang = "en",
) -> None:
    """Read articles into the store, made when there is none.

    Takes pages, feeds, site maps, lists of addresses, WARC, JSON lines, CSV and Parquet, packed
    with gzip or not, told apart by what is in them. What can not be read goes into quarantine
    with the reason; the others go on, and the exit code is 3. What was added before and has not
    changed is skipped, so the same command goes on where it was stopped; how much of that is still
    in quarantine is told, and the exit code is 0.

    \b
    Examples:
      kawat add pages/
      kawat add --db desk.db https://news.example/2025/08/talks
      kawat add https://news.example/rss.xml
      kawat add CC-NEWS-20250814.warc.gz --workers 4
      kawat add 'dumps/**/*.jsonl' --map title=headline,text=body,published=date
      kawat add --urls addresses.txt
    """
    from kawat.intake import InputOptions, Ways, expand, take
    from kawat.intake.sources.mapping import parse_mapping
    from kawat.store import open_store

    face = Face(lang, as_json)
    lists = urls or []
    if not sources and not lists:
        raise UsageError("nothing to add; name files, folders or addresses, or a file of addresses with --urls")
    options = InputOptions(reader, max_bytes, allow_private, parse_mapping(mapping), not no_fetch, any_page)
    with open_store(db, create=True) as store:
        found = (*expand(sources or (), skip=store.path), *lists)
        ways = Ways(workers, timeout, again, lists=frozenset(lists))
        watch_and_tell(face, take(store, found, _now, options, ways, stream=_stream()), len(found))


def watch_and_tell(face: Face, taken: Generator[Taken], total: int) -> None:
    """Take everything, with a bar where somebody looks; then tell what became of it and end with its code."""
    from kawat.intake.priority import give_way
    from kawat.intake.taking import Counts

    give_way()
    counts, stopped = Counts(), False
    try:
        with closing(taken):
            for one in _with_bar(face, taken, total):
                counts.add(one)
    except KeyboardInterrupt:
        stopped = True
    except StoreError:
        _tell(face, counts.tally())
        raise
    done = counts.tally()
    _tell(face, done)
    if stopped:
        err(f"kawat: {face.say('add_stopped')}")
        raise typer.Exit(STOPPED)
    if done.quarantined:
        raise typer.Exit(InputError.exit_code)


def _tell(face: Face, done: Tally) -> None:
    from kawat.export.plain import values

    numbers = values(done)
    if face.json:
        out(json_line(numbers))
        return
    other, unchanged, still = (numbers.pop(key) for key in ("other_language", "unchanged", "still_quarantined"))
    line = face.say("tally", **numbers, other=other)
    line += face.say("tally_hint") if done.quarantined else ""
    line += face.say("tally_unchanged", count=unchanged) if unchanged else ""
    out(line + (face.say("tally_still", count=still) if still else ""))


def _with_bar(face: Face, taken: Iterator[Taken], total: int) -> Iterator[Taken]:
    """The same, with a bar on standard error when somebody looks at it."""
    if not sys.stderr.isatty():
        yield from taken
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    from kawat.intake import TakenAs

    columns = (
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[rate]}"),
        TextColumn("{task.fields[left]}"),
        TextColumn("{task.fields[told]}"),
    )
    counts = dict.fromkeys(TakenAs, 0)
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total, rate="", left="", told="")
        for one in taken:
            counts[one.taken_as] += 1
            told = face.say(
                "add_bar",
                read=counts[TakenAs.READ] + counts[TakenAs.OTHER_LANGUAGE],
                skipped=counts[TakenAs.UNCHANGED],
                quarantined=counts[TakenAs.QUARANTINED],
            )
            spent = bar.tasks[0].elapsed or 0.0
            rate = f"{sum(counts.values()) / spent:.1f}/s" if spent else ""
            bar.update(task, completed=one.done, rate=rate, left=time_left(spent, one.done, total), told=told)
            yield one


def time_left(spent: float, done: float, total: float) -> str:
    """How long the rest takes at the pace of all so far: items come in batches, which fools any shorter look."""
    if not 0 < done <= total:
        return ""
    return str(timedelta(seconds=round(spent * (total - done) / done)))


def _stream() -> BinaryIO | None:
    """Standard input as bytes; None when there is none."""
    stream: BinaryIO | None = getattr(sys.stdin, "buffer", None)
    return stream


def _now() -> datetime:
    return datetime.now(UTC)
