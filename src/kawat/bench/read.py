"""`kawat bench read`: every field of the records against a gold file, in all and per language."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from kawat.bench.gold import GoldArticle, load_gold
from kawat.bench.match import Judged, judge
from kawat.contract.from_json import record_from_dict
from kawat.errors import InputError
from kawat.records import Record


@dataclass(frozen=True, slots=True)
class ReadScore:
    """Shares between 0 and 1 over the gold events of one language ("all": of both)."""

    language: str
    articles: int
    events: int
    reports: int
    found_recall: float
    found_precision: float
    type: float
    who_f1: float
    status: float
    when: float
    false_dates: int
    where: float
    voice: float
    many: float
    record_f1: float
    debris: int
    extra: int


def bench_read(gold: Path, records: Path) -> tuple[ReadScore, ...]:
    """Score records (a line each, as `kawat read --json` prints) against a gold file.

    Raises:
        InputError: one of the files can not be read.
    """
    return score_records(load_gold(gold), load_records(records))


def load_records(path: Path) -> list[Record]:
    """The records of a JSON-lines file."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return [record_from_dict(json.loads(line)) for line in lines if line.strip()]
    except OSError as error:
        raise InputError(f"Can not read the records {path}: {error.strerror}. Check the path.") from error
    except (ValueError, KeyError) as error:
        raise InputError(f"{path} holds no records: {error!r}. Make them with `kawat read --json`.") from error


def score_records(golds: Sequence[GoldArticle], records: Iterable[Record]) -> tuple[ReadScore, ...]:
    """One score for all articles, then one per language of the gold."""
    by_stem = {PurePath(r.article.source_file).stem: r for r in records if r.article.source_file}
    languages = sorted({gold.language for gold in golds})
    groups = [("all", list(golds)), *((lang, [g for g in golds if g.language == lang]) for lang in languages)]
    return tuple(_score(name, [(gold, by_stem.get(gold.id)) for gold in group]) for name, group in groups)


def _score(language: str, pairs: Sequence[tuple[GoldArticle, Record | None]]) -> ReadScore:
    rows: list[Judged] = []
    reports = debris = 0
    for gold, record in pairs:
        text = record.article.text if record else ""
        told = record.reports if record else ()
        rows += judge(gold.events, told, text)
        reports += len(told)
        debris += sum(wording in text for wording in gold.debris)
    found = [row for row in rows if row.report is not None]
    undated = [row for row in found if row.event.dates == (None, None)]
    return ReadScore(
        language=language,
        articles=len(pairs),
        events=len(rows),
        reports=reports,
        found_recall=_share(len(found), len(rows)),
        found_precision=_share(len(found), reports),
        type=_share(sum(r.type for r in found), len(found)),
        who_f1=_f1(sum(r.right_who for r in rows), sum(r.read_who for r in rows), sum(r.gold_who for r in rows)),
        status=_share(sum(r.status for r in found), len(found)),
        when=_share(sum(r.when for r in found), len(found)),
        false_dates=sum(not row.when for row in undated),
        where=_share(sum(r.where for r in found), len(found)),
        voice=_share(sum(r.voice for r in found), len(found)),
        many=_share(sum(r.many for r in found), sum(len(r.event.quantities) for r in found)),
        record_f1=_f1(sum(r.right for r in rows), reports, len(rows)),
        debris=debris,
        extra=reports - len(found),
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _f1(right: int, read: int, gold: int) -> float:
    return 2 * right / (read + gold) if read + gold else 0.0
