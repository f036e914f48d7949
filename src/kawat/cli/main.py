"""The entry of the command `kawat`: the commands by name, and errors as messages and exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from kawat import __version__
from kawat.cli import (
    adding,
    comparing,
    doctor,
    exporting,
    judgements,
    judging,
    keeping,
    knowing,
    listing,
    measuring,
    merging,
    planning,
    quarantining,
    reading,
    serving,
    timing,
    watching,
)
from kawat.cli.face import err
from kawat.errors import KawatError

HELP = """Read news reports in Indonesian and English; keep a sourced record of international affairs.

\b
Examples:
  kawat read report.html
  kawat add pages/ && kawat events --country IDN
  KAWAT_LANG=id kawat events --status planned

\b
Exit codes: 0 done, 1 other failure, 2 wrong call, 3 some inputs can not be read,
4 the store, 5 Kawat's own data.
"""

app = typer.Typer(
    name="kawat",
    help=HELP,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"kawat {__version__}")
        raise typer.Exit


@app.callback()
def _kawat(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and end.")
    ] = False,
) -> None: ...


app.command("read")(reading.read)
app.command("add")(adding.add)
listing.register(app)
app.command("calendar")(planning.calendar)
app.command("timeline")(timing.timeline)
app.command("serve")(serving.serve)
app.command("show")(keeping.show_one)
app.command("compare")(comparing.compare)
app.command("export")(exporting.export)
app.command("search")(keeping.search)
app.command("remove")(keeping.remove)
app.command("quarantine")(quarantining.quarantine)
app.command("doctor")(doctor.doctor)
app.command("link")(judging.link)
app.command("unlink")(judging.unlink)
app.command("accept")(judging.accept)
app.command("reject")(judging.reject)
app.command("set")(judging.set_value)
app.command("judgements")(judgements.judgements)
app.command("why")(merging.why)
app.command("changes")(merging.changes)
app.command("merge")(merging.merge)
app.command("watch")(watching.watch)
app.command("status")(watching.status)
app.command("reread")(watching.reread)
app.command("who")(knowing.who)
app.command("ontology")(knowing.ontology)
app.add_typer(measuring.app, name="bench")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line (``sys.argv`` by default); always ends in `SystemExit` with a documented code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app(args=None if arguments is None else list(arguments), prog_name="kawat")
    except KawatError as error:
        err(f"kawat: {error}")
        sys.exit(error.exit_code)
    except Exception as error:
        if os.environ.get("KAWAT_DEBUG"):
            raise
        if type(error).__module__ == "sqlite3":
            _end_with_store(error)
        err(f"kawat: unexpected {type(error).__name__}: {error}")
        err("kawat: this is a fault of Kawat; run it again with KAWAT_DEBUG=1 and report what it says")
        sys.exit(1)


def _end_with_store(error: Exception) -> None:
    from kawat.store.failing import store_error

    told = store_error(None, error)
    err(f"kawat: {told}")
    sys.exit(told.exit_code)
