"""`kawat changes`, `why`, `merge`: what merging did, why, and doing it again."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Annotated

import typer

from kawat.cli import options as opt
from kawat.cli.face import Face, out, show
from kawat.export.safe import json_line

AT_ONCE = 200


def _moment(value: str) -> str:
    """A day or a moment as the store writes moments: UTC, to the second."""
    from kawat.store.write import moment_text

    try:
        return moment_text(datetime.combine(date.fromisoformat(value), datetime.min.time(), UTC))
    except ValueError:
        pass
    try:
        return moment_text(datetime.fromisoformat(value))
    except (ValueError, OverflowError):
        raise typer.BadParameter(
            f"{value!r} is no day and no moment; write 2025-08-14 or 2025-08-14T09:30Z"
        ) from None


Since = Annotated[
    str | None,
    typer.Option(
        "--since", metavar="DAY|MOMENT", parser=_moment, help="Found then or later; without offset in UTC."
    ),
]
After = Annotated[int, typer.Option("--after", min=0, metavar="SEQ", help="Later than the change of this number.")]


def changes(
    since: Since = None,
    after: After = 0,
    limit: opt.Limit = None,
    db: opt.Db = "kawat.db",
    as_json: opt.AsJson = False,
    as_csv: opt.AsCsv = False,
    lang: opt.Lang = "en",
) -> None:
    """What became of events, in the order in which merging found it.

    An event is made, changed, merged into another, split from another, removed, or replaced: the text that
    told it was replaced by one that tells another. Remember the last number and ask for what comes after it.

    \b
    Examples:
      kawat changes --since 2025-08-14
      kawat changes --after 1200 --limit 100 --json
    """
    from kawat.cli import feed
    from kawat.export import change_json
    from kawat.store import open_store

    face = Face(lang, as_json, as_csv)

    def found() -> Iterator[change_json.Happened]:
        rows = store.changes(since, after, limit)
        for start in range(0, len(rows), AT_ONCE):
            yield from change_json.happened(store, rows[start : start + AT_ONCE])

    with open_store(db, read_only=True) as store:
        show(face, feed.FEED, found(), lambda one: feed.feed_cells(face, one), change_json.change_json)


def why(
    thing: Annotated[str, typer.Argument(metavar="ID", help="Of a report or event, or its start.")],
    other: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Of another report or event, or its start.")
    ] = None,
    db: opt.Db = "kawat.db",
    as_json: opt.AsJson = False,
    lang: opt.Lang = "en",
) -> None:
    """Why two reports are one event or two, or what holds one event together.

    Of two events the pair of reports is shown that is likeliest to tell one event.

    \b
    Examples:
      kawat why evt-3f2a
      kawat why rep-3f2a rep-90c1
      kawat why evt-3f2a evt-90c1 --lang id
    """
    from kawat.cli import view_why
    from kawat.export.why_json import whole_json
    from kawat.intake.why import compare, explain
    from kawat.store import open_store

    face = Face(lang, as_json)
    with open_store(db, read_only=True) as store:
        if other is None:
            whole = explain(store, thing)
            out(json_line(whole_json(whole))) if as_json else view_why.show_whole(face, whole)
        else:
            found = compare(store, thing, other)
            out(json_line(view_why.compared_json(face, found))) if as_json else view_why.show_compared(face, found)


def merge(
    again: Annotated[bool, typer.Option("--again", help="Forget all links, and merge all reports anew.")] = False,
    db: opt.Db = "kawat.db",
    as_json: opt.AsJson = False,
    lang: opt.Lang = "en",
) -> None:
    """Merge what waits; bring a store of an older layout up to date.

    `kawat add` merges as it goes: this is for a store made by an older Kawat, or changed by other programs.
    Judgements stay in every case.

    \b
    Examples:
      kawat merge
      kawat merge --again --db desk.db
    """
    from kawat.intake import settle
    from kawat.intake.summaries import summarise
    from kawat.store import open_store

    face = Face(lang, as_json)
    with open_store(db) as store:
        with store.transaction():
            before = store.last_change()
            if again:
                store.merging().unsettle_all()
            with _bar(store.path) as progress:
                reports = settle(store, datetime.now(UTC), progress=progress)
        summarise(store)
        numbers = {"reports": reports, "changes": len(store.changes(after=before))}
    if as_json:
        out(json_line(numbers))
    else:
        out(face.say("merged", **numbers))


@contextmanager
def _bar(name: str) -> Iterator[Callable[[int, int], None] | None]:
    """What shows how far merging is, on standard error when somebody looks at it."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(name, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
