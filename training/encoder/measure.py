"""How a reader does on a part of the corpus: `python -m training.encoder.measure [--part test] [--reader encoder]`.

Needs no torch: the reader reads the passages as it would read articles. A report fits an event when their triggers
overlap, one to one; types, statuses and roles are compared over fitting pairs. A claim fits when each content
covers half of the other and a speaker overlaps. This measures reading: resolving and folding come later.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from kawat.reading import reader_named
from kawat.records import ClaimSpans, Mention, Reading, ReportSpans, Span
from training.corpus.tool import CorpusClaim, CorpusEvent, Passage, read_passages
from training.encoder.data import PASSAGES, split_of
from training.encoder.texts import article_of_passage

ROLES = ("actor", "recipient", "time", "place", "quantity")


@dataclass(slots=True)
class Counts:
    """Right, found and wanted of one thing."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    @property
    def f1(self) -> float:
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 0.0


@dataclass(slots=True)
class _Tally:
    triggers: Counts = field(default_factory=Counts)
    types: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    roles: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    claims: Counts = field(default_factory=Counts)
    statuses: Counter[tuple[str, str]] = field(default_factory=Counter)
    confusions: Counter[tuple[str, str]] = field(default_factory=Counter)
    quiet: int = 0
    told: int = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares between 0 and 1; ``told_of_nothing``: passages without event of which a report was published."""

    language: str
    passages: int
    events: int
    trigger_precision: float
    trigger_recall: float
    trigger_f1: float
    type_macro_f1: float
    type_accuracy: float
    role_f1: float
    status_accuracy: float
    attribution_f1: float
    told_of_nothing: float
    by_type: dict[str, float]
    by_role: dict[str, float]
    confusions: dict[str, int]


def measure(passages: Sequence[Passage], reader: str) -> list[Figures]:
    """The figures of a reader in each language of the passages."""
    read = reader_named(reader).load()
    tallies: dict[str, _Tally] = defaultdict(_Tally)
    counts: Counter[str] = Counter()
    for passage in passages:
        counts[passage.language] += 1
        _count(tallies[passage.language], passage, read(article_of_passage(passage)))
    return [_figures(language, counts[language], tallies[language]) for language in sorted(tallies)]


def _count(tally: _Tally, passage: Passage, reading: Reading) -> None:
    if not passage.events:
        tally.quiet += 1
        tally.told += bool(reading.reports)
    pairs = paired([event.trigger for event in passage.events], [one.trigger for one in reading.reports])
    tally.triggers.right += len(pairs)
    tally.triggers.found += len(reading.reports)
    tally.triggers.wanted += len(passage.events)
    spans = {one.key: one.head or one.span for one in passage.mentions}
    for index, other in pairs:
        _compare(tally, passage.events[index], reading.reports[other], spans)
    speakers = {one.key: one.span for one in passage.mentions}
    tally.claims.right += len(
        [None for one in passage.claims if any(_fits(one, other, speakers) for other in reading.claims)]
    )
    tally.claims.found += len(reading.claims)
    tally.claims.wanted += len(passage.claims)


def paired(wanted: Sequence[Span], found: Sequence[Span]) -> list[tuple[int, int]]:
    """Overlapping spans one to one, in the order of the text."""
    used: set[int] = set()
    out = []
    for index, span in enumerate(wanted):
        other = next((i for i, one in enumerate(found) if i not in used and one.overlaps(span)), None)
        if other is not None:
            used.add(other)
            out.append((index, other))
    return out


def _compare(tally: _Tally, event: CorpusEvent, report: ReportSpans, spans: dict[str, Span]) -> None:
    tally.statuses[event.status.value, report.status.value] += 1
    tally.types[event.type].wanted += 1
    tally.types[report.type].found += 1
    tally.types[event.type].right += event.type == report.type
    if event.type != report.type:
        tally.confusions[event.type, report.type] += 1
    told = {
        "actor": report.actors,
        "recipient": report.recipients,
        "time": _one(report.time),
        "place": _one(report.place),
        "quantity": report.quantities,
    }
    for role in ROLES:
        wanted = [spans[key] for name, key in event.roles if name == role]
        counts = tally.roles[role]
        counts.wanted += len(wanted)
        counts.found += len(told[role])
        counts.right += len(paired(wanted, [one.span for one in told[role]]))


def _one(mention: Mention | None) -> tuple[Mention, ...]:
    return () if mention is None else (mention,)


def _fits(claim: CorpusClaim, other: ClaimSpans, speakers: dict[str, Span]) -> bool:
    shared = min(claim.content.end, other.content.end) - max(claim.content.start, other.content.start)
    longest = max(claim.content.end - claim.content.start, other.content.end - other.content.start)
    heard = any(speakers[key].overlaps(voice.speaker.span) for key in claim.speakers for voice in other.voices)
    return 2 * shared >= longest and heard


def _figures(language: str, passages: int, tally: _Tally) -> Figures:
    by_type = {name: round(one.f1, 3) for name, one in sorted(tally.types.items()) if one.wanted}
    roles = Counts(
        *(sum(getattr(one, name) for one in tally.roles.values()) for name in ("right", "found", "wanted"))
    )
    matched = sum(tally.statuses.values())
    triggers = tally.triggers
    return Figures(
        language,
        passages,
        triggers.wanted,
        _share(triggers.right, triggers.found),
        _share(triggers.right, triggers.wanted),
        round(triggers.f1, 4),
        _mean(by_type.values()),
        _share(sum(one.right for one in tally.types.values()), matched),
        round(roles.f1, 4),
        _share(sum(count for (one, other), count in tally.statuses.items() if one == other), matched),
        round(tally.claims.f1, 4),
        _share(tally.told, tally.quiet),
        by_type,
        {name: round(tally.roles[name].f1, 3) for name in ROLES},
        {f"{one}>{other}": count for (one, other), count in tally.confusions.most_common(12)},
    )


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _mean(values: Iterable[float]) -> float:
    listed = list(values)
    return round(sum(listed) / len(listed), 4) if listed else 0.0


def passages_of(part: str, folder: Path = PASSAGES) -> list[Passage]:
    """The passages of a part of the corpus: train, dev or test."""
    return [one for one in read_passages(folder) if split_of(one.id) == part]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", default="test", choices=("train", "dev", "test"))
    parser.add_argument("--reader", default="encoder")
    parser.add_argument("--passages", type=Path, default=PASSAGES)
    parser.add_argument("--json", action="store_true", help="one object a language")
    options = parser.parse_args()
    for one in measure(passages_of(options.part, options.passages), options.reader):
        told = asdict(one)
        if options.json:
            sys.stdout.write(json.dumps(told) + "\n")
        else:
            sys.stdout.write("\n".join(f"{name:>18}  {value}" for name, value in told.items()) + "\n\n")


if __name__ == "__main__":
    main()
