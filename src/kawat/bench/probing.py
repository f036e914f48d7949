"""`kawat bench probes`: minimal pairs that ask one thing of a reader at a time.

The files in ``probes/`` say in their notes how a row is judged: each expected report is there, and no other report
that occurred or goes on has a type that the pair names; ``nothing`` allows no report at all. A probe is right when
both its rows are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from kawat.bench.figures import share
from kawat.bench.texts import article_of, text_in
from kawat.errors import InputError, UsageError
from kawat.ontology import load_ontology
from kawat.pipeline import read_article
from kawat.reading.info import DEFAULT_READER
from kawat.records import Actor, ParagraphKind, Record, Report, Status

LANGUAGES = ("en", "id")
COLUMNS = ("probe", "group", "language", "sentence", "expected")
NAMES = "names"
NOTHING, ANY, NOBODY, OUTLET, MAYBE = "nothing", "*", "-", "none", "maybe "
_ENDED = (".", "!", "?", '."', ".”", "?”", "!”")
_REAL = frozenset({Status.OCCURRED, Status.ONGOING})
_EXPECTED = re.compile(
    r"(?P<type>[A-Z]+) (?P<status>[a-z]+|\*) (?P<same>=?)\s*(?P<actors>\S.*?) > (?P<recipients>\S.*?)"
    r"(?: @ (?P<voice>\S.*))?"
)


@dataclass(frozen=True, slots=True)
class GroupScore:
    """``right``: share of probes with both rows right; ``rows_right``: share of rows."""

    group: str
    probes: int
    right: float
    rows_right: float


@dataclass(frozen=True, slots=True)
class ProbesScore:
    """One language. ``swaps_same_type``: share of name swaps whose rows tell the same types, and any at all."""

    reader: str
    language: str
    probes: int
    right: float
    rows_right: float
    swaps_same_type: float
    groups: tuple[GroupScore, ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """A report as a row wants it, or ``maybe``; None stands for anything. Sides are codes or names, in no order."""

    type: str
    status: str | None
    symmetric: bool
    actors: frozenset[str] | None
    recipients: frozenset[str] | None
    voice: str | None
    maybe: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence and the reports it must or may give; none at all where ``expected`` is empty."""

    probe: str
    group: str
    language: str
    sentence: str
    expected: tuple[Expected, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A probe answered: which of its rows are right, and the types told by each."""

    group: str
    right: tuple[bool, ...]
    types: tuple[tuple[str, ...], ...]


def bench_probes(
    language: str | None = None, reader: str = DEFAULT_READER, folder: Path | None = None
) -> tuple[ProbesScore, ...]:
    """Put the probes of one language (or of each) to a reader; ``folder`` in place of Kawat's own files.

    Raises:
        InputError: a file of probes is missing or broken.
        UsageError: there is no such reader or no such language.
    """
    if language is not None and language not in LANGUAGES:
        raise UsageError(f"there are no probes in {language!r}; the languages are: {', '.join(LANGUAGES)}")
    chosen = LANGUAGES if language is None else (language,)
    return tuple(_ask(load_probes(one, folder), one, reader) for one in chosen)


def load_probes(language: str, folder: Path | None = None) -> tuple[Row, ...]:
    """The rows of ``probes_<language>.tsv``. Raises `InputError` naming file and row."""
    name = f"probes_{language}.tsv"
    if folder is not None:
        return _rows(folder / name)
    with resources.as_file(resources.files("kawat.bench") / "probes" / name) as path:
        return _rows(path)


def expected_of(cell: str) -> tuple[Expected, ...]:
    """The reports that a cell of the column ``expected`` names. Raises ValueError saying what is wrong."""
    return () if cell.strip() == NOTHING else tuple(_expected(part.strip()) for part in cell.split(" | "))


def row_holds(row: Row, pair_types: Iterable[str], record: Record) -> bool:
    """Whether a reader's record gives what the row expects; ``pair_types`` are the types that its pair names."""
    if not row.expected:
        return not record.reports
    named = frozenset(pair_types)
    allowed = [one for one in row.expected if one.maybe]
    for used in _assignments([one for one in row.expected if not one.maybe], record.reports):
        others = [report for index, report in enumerate(record.reports) if index not in used]
        told = [report for report in others if report.type in named and report.status in _REAL]
        if all(any(_fits(one, report) for one in allowed) for report in told):
            return True
    return False


def _rows(path: Path) -> tuple[Row, ...]:
    lines = [
        (number, line)
        for number, line in enumerate(text_in(path, "a file of probes").splitlines(), 1)
        if line.strip() and not line.startswith("#")
    ]
    if not lines or tuple(lines[0][1].split("\t")) != COLUMNS:
        raise InputError(f"{path}: the head of the table must be, parted by tabs: {' '.join(COLUMNS)}")
    return tuple(_row(path, number, line) for number, line in lines[1:])


def _row(path: Path, number: int, line: str) -> Row:
    cells = line.split("\t")
    if len(cells) != len(COLUMNS):
        raise InputError(f"{path}, line {number}: {len(cells)} cells instead of {len(COLUMNS)}; mend the row")
    try:
        return Row(cells[0], cells[1], cells[2], cells[3], expected_of(cells[4]))
    except ValueError as error:
        raise InputError(f"{path}, line {number}: {error}; mend the row") from error


def _expected(part: str) -> Expected:
    found = _EXPECTED.fullmatch(part.removeprefix(MAYBE))
    if found is None:
        raise ValueError(f"{part!r} is not '[maybe] TYPE status ACTORS > RECIPIENTS [@ VOICE]'")
    if found["type"] not in {one.name for one in load_ontology().types}:
        raise ValueError(f"{found['type']!r} is no event type")
    status = None if found["status"] == ANY else Status(found["status"]).value
    actors, recipients = _side(found["actors"]), _side(found["recipients"])
    same, maybe = bool(found["same"]), part.startswith(MAYBE)
    return Expected(found["type"], status, same, actors, recipients, found["voice"], maybe)


def _side(cell: str) -> frozenset[str] | None:
    if cell == ANY:
        return None
    return frozenset() if cell == NOBODY else frozenset(cell.split("+"))


def _ask(rows: Sequence[Row], language: str, reader: str) -> ProbesScore:
    pairs: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        pairs[row.probe].append(row)
    asked = [_asked(pair, reader) for pair in pairs.values()]
    groups = tuple(_group(name, [one for one in asked if one.group == name]) for name in _in_order(asked))
    every = _group("all", asked)
    swaps = [one for one in asked if one.group == NAMES]
    same = sum(bool(one.types[0]) and len(set(one.types)) == 1 for one in swaps)
    return ProbesScore(
        reader, language, every.probes, every.right, every.rows_right, share(same, len(swaps)), groups
    )


def _in_order(asked: Iterable[Asked]) -> list[str]:
    return list(dict.fromkeys(one.group for one in asked))


def _asked(pair: Sequence[Row], reader: str) -> Asked:
    named = {one.type for row in pair for one in row.expected if not one.maybe}
    records = [read_article(article_of(row.sentence, row.language, _kind(row.sentence)), reader) for row in pair]
    return Asked(
        group=pair[0].group,
        right=tuple(row_holds(row, named, record) for row, record in zip(pair, records, strict=True)),
        types=tuple(tuple(sorted(report.type for report in record.reports)) for record in records),
    )


def _kind(sentence: str) -> ParagraphKind:
    """A sentence without an end mark is a headline."""
    return ParagraphKind.LEAD if sentence.endswith(_ENDED) else ParagraphKind.TITLE


def _group(name: str, asked: Sequence[Asked]) -> GroupScore:
    rows = [right for one in asked for right in one.right]
    return GroupScore(
        name, len(asked), share(sum(all(one.right) for one in asked), len(asked)), share(sum(rows), len(rows))
    )


def _assignments(
    expected: Sequence[Expected], reports: Sequence[Report], used: frozenset[int] = frozenset()
) -> Iterable[frozenset[int]]:
    """Every way to give each expected report one of its own, as the places of the reports used."""
    if not expected:
        yield used
        return
    for index, report in enumerate(reports):
        if index not in used and _fits(expected[0], report):
            yield from _assignments(expected[1:], reports, used | {index})


def _fits(wanted: Expected, report: Report) -> bool:
    if report.type != wanted.type or wanted.status not in (None, report.status.value):
        return False
    if wanted.voice is not None and not _voice_fits(wanted.voice, report):
        return False
    if wanted.symmetric:
        everyone = report.sides
        return report.symmetric and _side_fits(wanted.actors, everyone)
    return _side_fits(wanted.actors, report.actors) and _side_fits(wanted.recipients, report.recipients)


def _voice_fits(voice: str, report: Report) -> bool:
    if voice == OUTLET:
        return not report.attribution
    return voice == ANY or (bool(report.attribution) and _is(voice, report.attribution[0].actor))


def _side_fits(wanted: frozenset[str] | None, actors: Sequence[Actor]) -> bool:
    """Every name or code has an actor, and every actor a name or code."""
    if wanted is None:
        return True
    named = all(any(_is(name, actor) for actor in actors) for name in wanted)
    return named and all(any(_is(name, actor) for name in wanted) for actor in actors)


def _is(name: str, actor: Actor) -> bool:
    if actor.country == name:
        return True
    return name.casefold() in {(actor.name or "").casefold(), (actor.name_id or "").casefold()}
