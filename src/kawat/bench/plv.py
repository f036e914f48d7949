"""`kawat bench plv`: which PLOVER root is told between two marked parties of a sentence.

A row marks a source and a target; of the reports in the sentence the one whose sides fit them best answers for
it, under the root that PLOVER gives it (`kawat.bench.plover`). YIELD, which PLOVER has since parted into CONCEDE
and RETREAT, counts as material cooperation: the set itself puts every such row there.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kawat.bench.figures import mean, scores, share
from kawat.bench.plover import YIELD, plover_root
from kawat.bench.texts import article_of, text_in
from kawat.errors import InputError
from kawat.ontology import load_ontology, quad
from kawat.pipeline import read_article
from kawat.reading.info import DEFAULT_READER
from kawat.records import Actor, Record, Report, Span, Status

YIELD_QUAD = 2
_SURE = 0.5
_COLUMNS = ("marked_sentence", "gold_root")
_MARK = re.compile(r"<(/?)([st])>")


@dataclass(frozen=True, slots=True)
class RootScore:
    """One root: rows that have it, rows read as it, and what follows."""

    root: str
    gold: int
    read: int
    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class PlvScore:
    """Figures over all rows; a row that nothing was read of counts as wrong everywhere.

    Macro means go over the roots (quad classes) that the gold has. ``answered`` is the share of rows with any
    report; ``touched`` the share where the report that answers has both marked parties among its sides.
    """

    reader: str
    rows: int
    root_macro_f1: float
    quad_macro_f1: float
    accuracy: float
    answered: float
    touched: float
    roots: tuple[RootScore, ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence without its marks, and where its source and target stand; a row may leave one unmarked."""

    text: str
    sources: tuple[Span, ...]
    targets: tuple[Span, ...]


def bench_plv(path: Path, reader: str = DEFAULT_READER) -> PlvScore:
    """Score a TSV file with the columns ``marked_sentence`` and ``gold_root``.

    Raises:
        InputError: the file can not be read, lacks a column or has an unknown root.
        UsageError: there is no such reader.
    """
    pairs: list[tuple[str, str | None]] = []
    touched = 0
    for marked, gold in load_rows(path):
        record = read_article(article_of(marked.text, "en"), reader)
        report = told_between(marked, record)
        told = (*record.reports, *record.candidates)
        pairs.append((gold, None if report is None else plover_root(report, marked.text, told)))
        touched += report is not None and _fit(marked, report)[1] == len(_parties(marked)) > 0
    return score_pairs(reader, pairs, touched)


def load_rows(path: Path) -> list[tuple[Marked, str]]:
    """The marked sentences of a file with their gold roots. Raises `InputError`."""
    text = text_in(path, "a TSV file with the columns " + ", ".join(_COLUMNS))
    reader = csv.DictReader(io.StringIO(text, newline=""), delimiter="\t")
    missing = [name for name in _COLUMNS if name not in (reader.fieldnames or ())]
    if missing:
        raise InputError(f"{path} lacks the column {missing[0]}: its head must name {', '.join(_COLUMNS)}")
    known = {YIELD, *(one.name for one in load_ontology().types)}
    rows = []
    for row in reader:
        gold = row["gold_root"] or ""
        if gold not in known:
            raise InputError(f"{path}, line {reader.line_num}: {gold!r} is no PLOVER root; mend the row")
        rows.append((unmarked(row["marked_sentence"]), YIELD if gold in {"CONCEDE", "RETREAT"} else gold))
    return rows


def unmarked(sentence: str) -> Marked:
    """Take ``<s>..</s>`` and ``<t>..</t>`` out of a sentence; each may stand several times."""
    text, last = "", 0
    opened: dict[str, int] = {}
    spans: dict[str, list[Span]] = {"s": [], "t": []}
    for match in _MARK.finditer(sentence):
        text += sentence[last : match.start()]
        last = match.end()
        name = match[2]
        if not match[1]:
            opened[name] = len(text)
        elif opened.get(name, len(text)) < len(text):
            spans[name].append(Span(opened.pop(name), len(text)))
    return Marked(text + sentence[last:], tuple(spans["s"]), tuple(spans["t"]))


def told_between(marked: Marked, record: Record) -> Report | None:
    """The report or candidate that fits the marked parties best; None only where the sentence has neither.

    Every row has something told between its parties, so candidates answer too. First counts how many parties stand
    on the right side, then how many stand on any; then what has happened goes before what is only planned, possible
    or denied ("agreed to send": the agreement; "refused to meet": the refusal); then what the reader is rather sure
    of, what stands nearest to the words between the parties, and what is told first: the main verb tells most, what
    it is about follows.
    """

    def rank(one: Report) -> tuple[float, ...]:
        right, any_side = _fit(marked, one)
        happened = one.status in {Status.OCCURRED, Status.ONGOING}
        return (right, any_side, happened, one.confidence >= _SURE, -_away(marked, one), -one.trigger.start)

    return max((*record.reports, *record.candidates), key=rank, default=None)


def score_pairs(reader: str, pairs: Sequence[tuple[str, str | None]], touched: int) -> PlvScore:
    """Figures over rows of (gold root, root read or None)."""
    roots = tuple(RootScore(name, *figures) for name, figures in _per_label(pairs))
    quads = [(_quad(gold), None if read is None else _quad(read)) for gold, read in pairs]
    return PlvScore(
        reader=reader,
        rows=len(pairs),
        root_macro_f1=mean([one.f1 for one in roots]),
        quad_macro_f1=mean([figures[-1] for _, figures in _per_label(quads)]),
        accuracy=share(sum(gold == read for gold, read in pairs), len(pairs)),
        answered=share(sum(read is not None for _, read in pairs), len(pairs)),
        touched=share(touched, len(pairs)),
        roots=roots,
    )


def _per_label(pairs: Sequence[tuple[str, str | None]]) -> list[tuple[str, tuple[int, int, float, float, float]]]:
    golds, reads = Counter(gold for gold, _ in pairs), Counter(read for _, read in pairs)
    rights = Counter(gold for gold, read in pairs if gold == read)
    made = {name: scores(rights[name], reads[name], golds[name]) for name in sorted(golds)}
    return [(name, (one.gold, one.read, one.precision, one.recall, one.f1)) for name, one in made.items()]


def _quad(root: str) -> str:
    return str(YIELD_QUAD if root == YIELD else quad(root))


def _parties(marked: Marked) -> list[tuple[Span, ...]]:
    return [party for party in (marked.sources, marked.targets) if party]


def _fit(marked: Marked, report: Report) -> tuple[int, int]:
    """Parties on their own side, parties on any side."""
    everyone = report.sides
    receiving = everyone if report.symmetric else report.recipients
    right = _covered(marked.sources, report.actors) + _covered(marked.targets, receiving)
    covered = [_covered(party, everyone) for party in _parties(marked)]
    return right, sum(covered)


def _covered(party: Iterable[Span], actors: Iterable[Actor]) -> bool:
    """Whether an actor shares words with a party."""
    return any(span.overlaps(one.mention) for span in party for one in actors)


def _away(marked: Marked, report: Report) -> int:
    """Code points between the trigger and the stretch from one marked party to the other."""
    spans = [*marked.sources, *marked.targets]
    if not spans:
        return 0
    start, end = min(span.start for span in spans), max(span.end for span in spans)
    return max(0, start - report.trigger.end, report.trigger.start - end)
