"""`kawat bench readers`: the known readers side by side over reports with gold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kawat.bench.gold import load_gold
from kawat.bench.read import ReadScore, score_records
from kawat.errors import NotFoundError
from kawat.pages import read_path
from kawat.pipeline import read_page
from kawat.reading import READERS, reader_named


@dataclass(frozen=True, slots=True)
class ReaderScore:
    """What one reader reaches in one language ("all": in both)."""

    reader: str
    version: str
    score: ReadScore


def bench_readers(gold: Path, folder: Path, readers: Sequence[str] = ()) -> tuple[ReaderScore, ...]:
    """Read the reports of ``folder`` that the gold knows with each reader (all known ones where none is named).

    Raises:
        InputError: the gold or a report can not be read, or the folder has none of the gold's reports.
        UsageError: there is no such reader.
    """
    infos = [reader_named(name).info for name in readers or READERS]
    golds = load_gold(gold)
    wanted = {one.id for one in golds}
    paths = sorted(path for path in folder.iterdir() if path.stem in wanted) if folder.is_dir() else []
    if not paths:
        raise NotFoundError(f"{folder} has no report that {gold} knows: give the folder of its reports")
    pages = [read_path(str(path)) for path in paths]
    return tuple(
        ReaderScore(info.name, info.version, score)
        for info in infos
        for score in score_records(golds, [read_page(page, info.name) for page in pages])
    )
