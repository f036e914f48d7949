"""`kawat read`: pages in, records out."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from kawat.cli import options as opt
from kawat.cli.face import Face, err, out
from kawat.errors import InputError, KawatError, KnowledgeError, StoreError, UsageError
from kawat.export.safe import json_line
from kawat.reading.info import DEFAULT_READER

if TYPE_CHECKING:
    from kawat.intake import InputOptions
    from kawat.records import Record

MAX_BYTES = 10_000_000

Sources = Annotated[
    list[str], typer.Argument(metavar="PATH|URL|-...", help="Files, folders, addresses; - is standard input.")
]


def read(
    sources: Sources,
    as_json: opt.AsJson = False,
    reader: opt.Reader = DEFAULT_READER,
    candidates: opt.Candidates = False,
    explain: opt.Explain = False,
    allow_private: opt.Private = False,
    max_bytes: opt.MaxBytes = MAX_BYTES,
    lang: opt.Lang = "en",
) -> None:
    """Read articles and show what they report; nothing is stored.

    What can not be read is named on standard error, the others go on, and the exit code is 3.

    \b
    Examples:
      kawat read report.html
      kawat read --explain report.html
      kawat read --json pages/ > records.jsonl
      kawat read https://news.example/2025/08/talks
    """
    from kawat.intake import InputOptions, expand

    face = Face(lang, as_json)
    options = InputOptions(reader, max_bytes, allow_private)
    failed: list[str] = []
    _print(face, _records(expand(sources), options, failed), candidates, explain)
    if failed:
        raise typer.Exit(InputError.exit_code)


def _records(sources: Sequence[str], options: InputOptions, failed: list[str]) -> Iterator[Record]:
    from kawat.intake import ahead_of, read_input

    for source in sources:
        try:
            record = read_input(source, options, _stream())
        except (UsageError, StoreError, KnowledgeError):
            raise
        except Exception as error:
            failed.append(source)
            said = str(error) if isinstance(error, KawatError) else f"unexpected {type(error).__name__}: {error}"
            err(f"kawat: {said}" if said.lstrip("'").startswith(source) else f"kawat: {source}: {said}")
        else:
            warning = ahead_of(record.article, _now())
            if warning is not None:
                err(f"kawat: {source}: {warning}")
            yield record


def _print(face: Face, records: Iterator[Record], candidates: bool, explain: bool) -> None:
    from kawat.contract import explained, record_to_dict

    if not face.json:
        from kawat.cli.view_read import show_many

        show_many(face, records, candidates, explain)
        return
    for record in records:
        to_dict = explained if explain else record_to_dict
        out(json_line(to_dict(record, candidates=candidates)))


def _stream() -> BinaryIO | None:
    """Standard input as bytes; None when there is none."""
    stream: BinaryIO | None = getattr(sys.stdin, "buffer", None)
    return stream


def _now() -> datetime:
    return datetime.now(UTC)
