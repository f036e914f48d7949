"""`kawat bench`: how well Kawat does, measured by commands that anyone can run again."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from kawat.cli import options as opt
from kawat.cli.face import Column, Face, show

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Measure Kawat against checked sets.")


@app.command()
def pages(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Pages with their checked texts.")],
    as_json: opt.AsJson = False,
    as_csv: opt.AsCsv = False,
    lang: opt.Lang = "en",
) -> None:
    """How well the text of an article is found in its page.

    \b
    Example:
      kawat bench pages sets/pages
    """
    from kawat.bench.pages import bench_pages

    _show(Face(lang, as_json, as_csv), bench_pages(folder))


@app.command()
def read(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="What the articles really report.")],
    records: Annotated[Path, typer.Argument(metavar="RECORDS", help="Lines of `kawat read --json`.")],
    as_json: opt.AsJson = False,
    as_csv: opt.AsCsv = False,
    lang: opt.Lang = "en",
) -> None:
    """How well records agree with checked ones.

    \b
    Example:
      kawat read --json sets/wire > records.jsonl; kawat bench read sets/wire/gold.json records.jsonl
    """
    from kawat.bench.read import bench_read

    _show(Face(lang, as_json, as_csv), bench_read(gold, records))


def _show(face: Face, result: Any) -> None:
    """A frozen dataclass, or several of them, as figures; in JSON an object each."""
    from kawat.cli.plain import values

    results = [values(one) for one in (result if isinstance(result, tuple | list) else (result,))]
    if face.json:
        show(face, (), results, lambda one: (), lambda one: one)
        return
    rows = [(key, _figure(value)) for one in results for key, value in one.items()]
    show(face, (Column("measure", 1), Column("value", 2)), rows, lambda row: row, lambda row: {row[0]: row[1]})


def _figure(value: Any) -> str:
    return f"{value:.4f}" if isinstance(value, float) else str(value)
