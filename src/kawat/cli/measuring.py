"""`kawat bench`: how well Kawat does, measured by commands that anyone can run again."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer

from kawat.cli import options as opt
from kawat.cli.face import Column, Face, show
from kawat.reading.info import DEFAULT_READER

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Measure Kawat against checked sets.")

REPORTS = Path("examples/reports")
STORIES = Path("gold/stories/test")
T = TypeVar("T")


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


@app.command()
def readers(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="What the articles really report.")],
    reports: Annotated[Path, typer.Argument(metavar="REPORTS", help="The folder of the articles.")],
    reader: Annotated[
        list[str] | None, typer.Option("--reader", metavar="NAME", help="Only this reader; give it again for more.")
    ] = None,
    as_json: opt.AsJson = False,
    as_csv: opt.AsCsv = False,
    lang: opt.Lang = "en",
) -> None:
    """All readers side by side over checked articles.

    \b
    Example:
      kawat bench readers examples/gold.json examples/reports
    """
    from kawat.bench.readers import bench_readers

    _show(Face(lang, as_json, as_csv), bench_readers(gold, reports, reader or ()))


@app.command()
def plv(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Sentences with marked parties and their root.")],
    reader: opt.Reader = DEFAULT_READER,
    as_json: opt.AsJson = False,
    as_csv: opt.AsCsv = False,
    lang: opt.Lang = "en",
) -> None:
    """Which PLOVER root is told between two marked parties.

    \b
    Example:
      kawat bench plv sets/PLV_train.tsv
    """
    from kawat.bench.plv import bench_plv

    _show(Face(lang, as_json, as_csv), bench_plv(file, reader))


@app.command()
def ner(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="IOB2 files, each scored by itself.")],
    language: Annotated[
        str | None, typer.Option("--language", metavar="CODE", help="id or en; detected where not given.")
    ] = None,
    reader: opt.Reader = DEFAULT_READER,
    as_json: opt.AsJson = False,
    as_csv: opt.AsCsv = False,
    lang: opt.Lang = "en",
) -> None:
    """How well names of persons, places and organisations are found.

    \b
    Example:
      kawat bench ner sets/idner-news-2k/test.txt sets/uner-en-ewt/test.iob2
    """
    from kawat.bench.ner import bench_ner

    _show(Face(lang, as_json, as_csv), bench_ner(files, reader, language))


@app.command()
def attribution(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Texts with brat annotations.")],
    reader: opt.Reader = DEFAULT_READER,
    as_json: opt.AsJson = False,
    as_csv: opt.AsCsv = False,
    lang: opt.Lang = "en",
) -> None:
    """How well who says what is found.

    \b
    Example:
      kawat bench attribution sets/polnear-dev
    """
    from kawat.bench.attribution import bench_attribution

    _show(Face(lang, as_json, as_csv), bench_attribution(folder, reader))


@app.command()
def places(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Articles with places and coordinates (XML).")],
    as_json: opt.AsJson = False,
    as_csv: opt.AsCsv = False,
    lang: opt.Lang = "en",
) -> None:
    """How well names of places are put on the map.

    \b
    Example:
      kawat bench places sets/GeoVirus.xml
    """
    from kawat.bench.places import bench_places

    _show(Face(lang, as_json, as_csv), bench_places(file))


@app.command()
def parallel(
    english: Annotated[Path, typer.Argument(metavar="EN", help="English lines, or a .tgz with both sides.")],
    indonesian: Annotated[Path | None, typer.Argument(metavar="ID", help="The same in Indonesian.")] = None,
    limit: Annotated[int | None, typer.Option("--limit", min=1, metavar="N", help="Draw so many pairs.")] = None,
    seed: Annotated[int, typer.Option("--seed", metavar="N", help="Which pairs are drawn.")] = 1,
    reader: opt.Reader = DEFAULT_READER,
    as_json: opt.AsJson = False,
    as_csv: opt.AsCsv = False,
    lang: opt.Lang = "en",
) -> None:
    """Whether both sides of translated sentences give the same events.

    \b
    Example:
      kawat bench parallel sets/news.en sets/news.id --limit 1000
    """
    from kawat.bench.parallel import bench_parallel

    _show(Face(lang, as_json, as_csv), bench_parallel(english, indonesian, reader, limit, seed))


@app.command()
def probes(
    language: Annotated[
        str | None, typer.Option("--language", metavar="CODE", help="id or en; both where not given.")
    ] = None,
    reader: opt.Reader = DEFAULT_READER,
    as_json: opt.AsJson = False,
    as_csv: opt.AsCsv = False,
    lang: opt.Lang = "en",
) -> None:
    """Minimal pairs: tense, negation, voice, who did it to whom, who says so.

    \b
    Example:
      kawat bench probes --language id
    """
    from kawat.bench.probing import bench_probes

    _show(Face(lang, as_json, as_csv), bench_probes(language, reader))


@app.command()
def speed(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Reports to make articles of.")] = REPORTS,
    articles: Annotated[int, typer.Option("--articles", min=1, metavar="N", help="How many articles.")] = 60,
    processes: Annotated[int, typer.Option("--processes", min=1, metavar="N", help="Reading at once.")] = 1,
    threads: Annotated[int, typer.Option("--threads", min=1, metavar="N", help="In each process.")] = 1,
    reader: opt.Reader = DEFAULT_READER,
    as_json: opt.AsJson = False,
    as_csv: opt.AsCsv = False,
    lang: opt.Lang = "en",
) -> None:
    """Articles per second, memory, and the time to the first article.

    \b
    Example:
      kawat bench speed --processes 2
    """
    from kawat.bench.speed import bench_speed

    _show(Face(lang, as_json, as_csv), bench_speed(folder, reader, articles, processes, threads))


@app.command()
def intake(  # noqa: PLR0913, PLR0917 - these are the options themselves
    reports: Annotated[Path, typer.Argument(metavar="REPORTS", help="Reports to make pages of.")] = REPORTS,
    frames: Annotated[
        Path | None,
        typer.Option("--frames", metavar="FOLDER", help="Pages to put them into, as `kawat bench pages` takes."),
    ] = None,
    pages: Annotated[int, typer.Option("--pages", min=1, metavar="N", help="How many pages.")] = 2_000,
    words: Annotated[int, typer.Option("--words", min=1, metavar="N", help="In each page.")] = 400,
    workers: Annotated[int, typer.Option("--workers", min=1, metavar="N", help="Reading at once.")] = 2,
    reader: opt.Reader = DEFAULT_READER,
    as_json: opt.AsJson = False,
    as_csv: opt.AsCsv = False,
    lang: opt.Lang = "en",
) -> None:
    """How fast pages become merged events, and whether memory stays flat.

    Made-up pages of real sentences are added to a fresh store by `kawat add`.

    \b
    Examples:
      kawat bench intake --frames sets/pages
      kawat bench intake --pages 20000 --words 80
    """
    from kawat.bench.intake import bench_intake

    _show(
        Face(lang, as_json, as_csv),
        _with_bar(
            lambda done: bench_intake(
                reports, frames, reader, pages=pages, words=words, workers=workers, done=done
            ),
            pages,
        ),
    )


@app.command()
def merge(
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Stories: folders of reports with gold.")
    ] = STORIES,
    scale: Annotated[
        bool, typer.Option("--scale", help="How fast a large store of made-up reports merges.")
    ] = False,
    reports: Annotated[
        int, typer.Option("--reports", min=100, metavar="N", help="How many, with --scale.")
    ] = 100_000,
    reader: opt.Reader = DEFAULT_READER,
    as_json: opt.AsJson = False,
    as_csv: opt.AsCsv = False,
    lang: opt.Lang = "en",
) -> None:
    """Whether reports of one event, and no others, come together.

    First the reports of the gold, then those that the reader reads; B-cubed, pairs by language, copies.

    \b
    Examples:
      kawat bench merge gold/stories/dev
      kawat bench merge --scale --reports 20000
    """
    from kawat.bench.merging.bench import bench_merge
    from kawat.bench.merging.scale import bench_scale

    face = Face(lang, as_json, as_csv)
    if scale:
        _show(face, _with_bar(lambda done: bench_scale(reports, done), reports))
    else:
        _show(face, bench_merge(folder, reader))


@app.command("serve")
def serving(
    events: Annotated[
        int, typer.Option("--events", min=100, max=1_000_000, metavar="N", help="About so many in the store.")
    ] = 10_000,
    readers: Annotated[int, typer.Option("--readers", min=1, max=200, metavar="N", help="Who ask at once.")] = 20,
    seconds: Annotated[int, typer.Option("--seconds", min=1, max=600, metavar="N", help="For how long.")] = 20,
    kept: Annotated[
        Path | None, typer.Option("--keep", metavar="FILE", help="Make the store there, or take it from there.")
    ] = None,
    as_json: opt.AsJson = False,
    as_csv: opt.AsCsv = False,
    lang: opt.Lang = "en",
) -> None:
    """How fast `kawat serve` answers many readers while articles are added.

    A store of made-up reports, a server, a writer and readers, all on this machine.

    \b
    Examples:
      kawat bench serve
      kawat bench serve --events 100000 --keep large.db
    """
    from kawat.bench.serving.running import bench_serve

    face = Face(lang, as_json, as_csv)
    _show(face, _with_bar(lambda done: bench_serve(events, readers, seconds, kept, done), events))


def _with_bar(measure: Callable[[Callable[[int], None] | None], T], total: int) -> T:
    """Run a long measure of ``total`` steps, with a bar on standard error when somebody looks at it."""
    if not sys.stderr.isatty():
        return measure(None)
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        return measure(lambda done: bar.update(task, completed=done))


def _show(face: Face, result: Any) -> None:
    """A frozen dataclass, or several of them side by side, as figures; in JSON an object each."""
    from kawat.export.plain import values

    results = [values(one) for one in (result if isinstance(result, tuple | list) else (result,))]
    if face.json:
        show(face, (), results, lambda one: (), lambda one: one)
        return
    figures = [_figures(one) for one in results]
    rows = [
        (key, *(one.get(key, "") for one in figures)) for key in dict.fromkeys(k for one in figures for k in one)
    ]
    columns = (Column("measure", 1), *(Column("value", 1 if len(figures) > 1 else 2) for _ in figures))
    show(face, columns, rows, lambda row: row, lambda row: {row[0]: row[1:]})


def _figures(result: dict[str, Any]) -> dict[str, str]:
    """Figures by name; those of an inner object as their own, of a list a row each, named by its first value."""
    out: dict[str, str] = {}
    for key, value in result.items():
        if isinstance(value, dict):
            out |= _figures(value)
        elif isinstance(value, list):
            for part in value:
                name, *rest = part.items()
                out[f"{key} {name[1]}"] = ", ".join(f"{inner} {_figure(figure)}" for inner, figure in rest)
        else:
            out[key] = _figure(value)
    return out


def _figure(value: Any) -> str:
    return f"{value:.4f}" if isinstance(value, float) else str(value)
