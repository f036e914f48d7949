"""`kawat export`: what is in the store, in the formats of other programs."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import typer

from kawat.cli import options as opt
from kawat.cli.face import Column, Face, err, out, show
from kawat.errors import UsageError
from kawat.export.safe import clean

if TYPE_CHECKING:
    from kawat.export.formats import Format
    from kawat.export.material import Material
    from kawat.store import ReportFilter, Store

T = TypeVar("T")
STOPPED = 130  # what a program stopped with Ctrl-C ends with

Name = Annotated[str | None, typer.Argument(metavar="FORMAT", help="Without one, the formats are listed.")]
Out = Annotated[
    Path | None, typer.Option("--out", metavar="PATH", help="The file or folder to write; else standard output.")
]
AsJson = Annotated[bool, typer.Option("--json", help="The list of formats, one JSON object a line.")]


def export(  # noqa: PLR0913, PLR0917 - these are the options themselves
    name: Name = None,
    path: Out = None,
    actor: opt.Actor = None,
    country: opt.Country = None,
    with_country: opt.WithCountry = None,
    event_type: opt.Type = None,
    status: opt.Status = None,
    salience: opt.Salience = None,
    since: opt.Since = None,
    until: opt.Until = None,
    published_since: opt.PublishedSince = None,
    published_until: opt.PublishedUntil = None,
    voice: opt.Voice = None,
    outlet: opt.Outlet = None,
    language: opt.Language = None,
    limit: opt.Limit = None,
    db: opt.Db = "kawat.db",
    as_json: AsJson = False,
    lang: opt.Lang = "en",
) -> None:
    """Write what is in the store in a format of other programs; without a format list them.

    The filters choose events that have a report that fits; every event is exported whole,
    with all its reports and their articles. What is written is there whole or not at all.

    \b
    Examples:
      kawat export
      kawat export parquet --out tables/
      kawat export csv --out border/ --country THA --with KHM --since 2025-07-01
    """
    from kawat.export.formats import format_called
    from kawat.intake.asking import filters_asked

    face = Face(lang, as_json)
    if name is None:
        _list(face)
        return
    made_as = format_called(name)
    if as_json:
        raise UsageError("--json is for the list of formats; leave it out, or the format")
    if made_as.several and path is None:
        raise UsageError(f"the format {made_as.name} writes several files; name a folder for them with --out")
    filters = filters_asked(
        actor=actor,
        country=country,
        other_country=with_country,
        type=event_type,
        status=status,
        salience=salience,
        since=since,
        until=until,
        published_since=published_since,
        published_until=published_until,
        voice=voice,
        outlet=outlet,
        language=language,
        limit=limit,
    )
    try:
        _export(face, made_as, path, db, filters)
    except KeyboardInterrupt:
        err(f"kawat: {face.say('export_stopped')}")
        raise typer.Exit(STOPPED) from None


def _export(face: Face, made_as: Format, path: Path | None, db: str, filters: ReportFilter) -> None:
    from kawat.export.writing import write_to
    from kawat.store import open_store

    with open_store(db, read_only=True) as store, store.snapshot(), _material(face, store, filters) as material:
        if path is not None:
            files = write_to(made_as, material, path)
            count = store.count_events(filters)
        else:
            _to_stdout(made_as, material)
    if path is not None:
        names = ", ".join(file.name for file in files)
        out(clean(face.say("exported", count=count, out=path, files=names)))


def _to_stdout(made_as: Format, material: Material) -> None:
    """Write a file and show it when it is complete, so that a failed export prints nothing."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"export{made_as.suffix}"
        made_as.write(material, file)
        sys.stdout.flush()
        with file.open("rb") as made:
            shutil.copyfileobj(made, sys.stdout.buffer)
        sys.stdout.buffer.flush()


# --- the list of formats ----------------------------------------------------------------------------


def _list(face: Face) -> None:
    from kawat.export.formats import FORMATS

    columns = (Column("format", width=14), Column("writes", 3), Column("for_what", 8))
    show(face, columns, FORMATS, lambda one: _cells(face, one), _json)


def _cells(face: Face, one: Format) -> tuple[str, ...]:
    from kawat.cli.messages_exporting import FORMATS_ID

    writes = face.say("a_folder") if one.several else face.say("a_file", suffix=one.suffix)
    return one.name, writes, FORMATS_ID.get(one.name, one.says) if face.lang == "id" else one.says


def _json(one: Format) -> dict[str, Any]:
    return {"format": one.name, "says": one.says, "suffix": one.suffix or None, "several": one.several}


# --- a bar for whoever waits ------------------------------------------------------------------------


@contextmanager
def _material(face: Face, store: Store, filters: ReportFilter) -> Iterator[Material]:
    """The material; with a bar on standard error while it is read, where somebody looks."""
    from kawat.export.material import material_of

    material = material_of(store, filters, face.lang)
    if not sys.stderr.isatty():
        yield material
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:

        def told(read: Callable[[], Iterator[T]], key: str, total: int | None) -> Callable[[], Iterator[T]]:
            return lambda: bar.track(read(), total=total, description=face.say(key))  # type: ignore[return-value]

        whole = filters.limit is None and filters == type(filters)()
        counts = store.counts()
        yield replace(
            material,
            events=told(material.events, "reading_events", store.count_events(filters)),
            claims=told(material.claims, "reading_claims", counts.claims if whole else None),
            articles=told(material.articles, "reading_articles", counts.articles if whole else None),
        )
