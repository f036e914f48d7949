"""`kawat quarantine`: what could not be read, why, and what to do with it."""

from __future__ import annotations

import shlex
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from kawat import errors
from kawat.cli import adding
from kawat.cli import options as opt
from kawat.cli.face import Column, Face, err, out, show
from kawat.errors import InputError, UsageError
from kawat.export.safe import json_line
from kawat.reading.info import DEFAULT_READER

if TYPE_CHECKING:
    from kawat.intake import InputOptions
    from kawat.store import Quarantined, Store

ACTIONS = ("list", "retry", "remove", "clear")


def quarantine(  # noqa: PLR0913, PLR0917 - these are the options themselves
    action: Annotated[str, typer.Argument(metavar="[list|retry|remove|clear]", help="What to do.")] = "list",
    sources: Annotated[
        list[str] | None, typer.Argument(metavar="SOURCE...", help="To retry or remove, as listed.")
    ] = None,
    db: opt.Db = "kawat.db",
    as_json: opt.AsJson = False,
    as_csv: opt.AsCsv = False,
    reader: opt.Reader = DEFAULT_READER,
    mapping: adding.Map = None,
    no_fetch: adding.NoFetch = False,
    any_page: adding.AnyPage = False,
    workers: adding.Workers = 2,
    timeout: adding.Timeout = 60.0,
    allow_private: opt.Private = False,
    max_bytes: opt.MaxBytes = adding.MAX_BYTES,
    lang: opt.Lang = "en",
) -> None:
    """List what could not be read, and why; read it again, or forget it.

    retry reads all of it, or the sources named, with the reader of today; what can be read leaves
    the quarantine. Rows that were added with --map need it again. A page that a watch named is fetched
    where robots.txt allows it. The exit code is 3 where something stays. remove forgets the sources
    named, clear forgets all. Before a source that begins with a dash write --.

    \b
    Examples:
      kawat quarantine
      kawat quarantine list --csv > bad.csv
      kawat quarantine retry --timeout 300
      kawat quarantine retry https://news.example/a
      kawat quarantine remove dump.jsonl:12
      kawat quarantine remove -- -:2
      kawat quarantine clear
    """
    from kawat.intake import InputOptions
    from kawat.intake.sources.mapping import parse_mapping
    from kawat.store import open_store

    if action not in ACTIONS:
        raise UsageError(f"kawat quarantine can not {action!r}; it can: {', '.join(ACTIONS)}")
    if sources and action in ("list", "clear"):
        raise UsageError(f"kawat quarantine {action} takes no source; retry and remove do")
    if as_csv and action != "list":
        raise UsageError("--csv is for kawat quarantine list only")
    face = Face(lang, as_json, as_csv)
    options = InputOptions(reader, max_bytes, allow_private, parse_mapping(mapping), not no_fetch, any_page)
    with open_store(db, read_only=action == "list") as store:
        if action == "list":
            _list(face, store)
        elif action == "retry":
            _retry(face, store, sources or [], options, workers, timeout)
        else:
            _forget(face, store, action, sources or [])


def _list(face: Face, store: Store) -> None:
    columns = (Column("source", 8), Column("reason", 10), Column("attempts", right=True), Column("last", 5))
    show(face, columns, store.quarantine_list(), _cells, asdict, "quarantine_empty")


def _cells(one: Quarantined) -> tuple[str, ...]:
    told = one.reason.removeprefix(f"{one.source}: ")
    expected = hasattr(errors, one.error)  # of an unexpected error the reason alone says too little
    return one.source, told if expected else f"{one.error}: {told}", str(one.attempts), one.last_at


def _retry(face: Face, store: Store, given: list[str], options: InputOptions, workers: int, timeout: float) -> None:
    from kawat.intake.retrying import comes_by_stream, entries_named, retried

    entries = entries_named(store, given)
    if given and all(comes_by_stream(one) for one in entries):
        raise UsageError("what came by standard input can not be read again; pipe it into `kawat add`")
    end: typer.Exit | None = None
    try:
        taken = retried(store, entries, adding._now, options, workers, timeout)
        adding.watch_and_tell(face, taken, len(entries))
    except typer.Exit as code:
        end = code
    if end is not None and end.exit_code == adding.STOPPED:
        raise end
    if _tell_untouched(face, store, entries) or end is not None:
        raise typer.Exit(InputError.exit_code)


def _tell_untouched(face: Face, store: Store, entries: tuple[Quarantined, ...]) -> bool:
    """Say what could not be met again, and what to do; whether there was anything."""
    from kawat.intake.retrying import home_of, untouched

    found = list(untouched(store, entries))
    for one, lost in found:
        said = face.say(f"retry_{lost}", name=one.source, home=home_of(one.source), typed=_typed(one))
        err(f"kawat: {said}")
    return bool(found)


def _typed(one: Quarantined) -> str:
    """What names an entry on the command line of a shell; its id where its name can not be shown as it is."""
    if not one.source.isprintable():
        return one.id
    return ("-- " if one.source.startswith("-") else "") + shlex.quote(one.source)


def _forget(face: Face, store: Store, action: str, given: list[str]) -> None:
    from kawat.intake.retrying import entries_named

    if action == "remove" and not given:
        raise UsageError("name what to remove as `kawat quarantine` lists it, or clear all of it")
    with store.transaction():
        names = [one.source for one in entries_named(store, given)]
        for name in names:
            store.quarantine_remove(name)
            store.taken_forget(name)
    out(json_line({"forgotten": len(names)}) if face.json else face.say("quarantine_forgotten", count=len(names)))
