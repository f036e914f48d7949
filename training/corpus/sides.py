"""Who did it to whom in whole reports of the corpus, against what Kawat reads: `python -m training.corpus.sides`.

`sides/` names who acts in the 6,275 events of 359 reports that the corpus has in parts, and who undergoes them,
resolved as in gold: by name and country, of whatever sentence. No shipped weights were trained on these reports.
The table tells for which share of the events that Kawat finds, with their type, every side is right; and how often
a side is wrong by how it was resolved. Annotators were asked for every side that follows from the article, so more
events have a recipient here than in `gold/`: the figure is for comparing rules, and lower than that of gold.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from pathlib import Path

from kawat.bench.gold import GoldActor
from kawat.bench.match import unmatched_sides
from kawat.pipeline import read_article
from kawat.records import Actor, Report
from training.corpus.tool import CorpusEvent, Passage, read_passages
from training.encoder.data import file_of
from training.encoder.joining import PART, joined
from training.encoder.texts import article_of_passage

CODED, PASSAGES = Path("training/corpus/sides"), Path("training/corpus/passages")
PUBLISHED = date(2025, 6, 12)
"""The day on which the reports are read, since they have none: offices are held on some day."""

Gold = tuple[tuple[GoldActor, ...], tuple[GoldActor, ...]]


@dataclass(frozen=True, slots=True)
class Pair:
    """An event of a report with its coded sides, and the report that Kawat tells at its trigger with its type."""

    id: str
    language: str
    text: str
    event: CorpusEvent
    gold: Gold
    read: Report


def coded_sides(folder: Path = CODED) -> dict[str, dict[int, Gold]]:
    """Actors and recipients by report and number of the event, counted by place in the text from 1.

    Raises:
        ValueError: a line is not `number | NAME=COUNTRY; ... | NAME=COUNTRY; ...`.
    """
    out: dict[str, dict[int, Gold]] = {}
    for path in sorted(folder.glob("*.txt")):
        own: dict[int, Gold] = {}
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.startswith("## "):
                own = out.setdefault(line.removeprefix("## "), {})
            elif line.strip():
                fields = line.split("|")
                if len(fields) != 3:
                    raise ValueError(f"{path.name}, line {number}: want number | actors | recipients, not {line!r}")
                own[int(fields[0])] = _side(fields[1]), _side(fields[2])
    return out


def _side(field: str) -> tuple[GoldActor, ...]:
    found = (one.strip().rpartition("=") for one in field.split(";") if one.strip())
    return tuple(GoldActor(name or None, None if country == "-" else country) for name, _, country in found)


def whole_reports(ids: Iterable[str], folder: Path = PASSAGES) -> dict[str, Passage]:
    """The reports of these ids, the parts of each in order as one passage; only the files they are in are read."""
    wanted, parts = set(ids), defaultdict[str, list[Passage]](list)
    for file in sorted({file_of(one) for one in wanted}):
        for passage in read_passages(folder / f"{file}.txt"):
            part = PART.fullmatch(passage.id)
            if part is not None and part["report"] in wanted:
                parts[part["report"]].append(passage)
    return {name: replace(reduce(joined, sorted(own, key=_id)), id=name) for name, own in parts.items()}


def _id(passage: Passage) -> str:
    return passage.id


def ordered_events(report: Passage) -> list[CorpusEvent]:
    """The events in the order in which they are numbered."""
    return sorted(report.events, key=lambda one: (one.trigger.start, one.trigger.end))


def pairs_of(report: Passage, coded: Mapping[int, Gold]) -> Iterator[Pair]:
    """The events that Kawat tells at their trigger, with their type."""
    article = replace(article_of_passage(report), published=PUBLISHED)
    left = list(read_article(article).reports)
    for number, event in enumerate(ordered_events(report), 1):
        found = next((one for one in left if one.trigger.overlaps(event.trigger)), None)
        if found is not None and number in coded:
            left.remove(found)
            if found.type == event.type:
                yield Pair(report.id, report.language, report.text, event, coded[number], found)


def wrong_sides(pair: Pair) -> list[tuple[str, list[GoldActor], list[Actor]]]:
    """By side: the coded actors that are not read, and the read ones that are not coded."""
    actors, recipients = pair.gold
    if pair.event.symmetric or not recipients:
        return [("side", *unmatched_sides(pair.read.sides, [*actors, *recipients], pair.text))]
    return [
        ("actor", *unmatched_sides(pair.read.actors, actors, pair.text)),
        ("recipient", *unmatched_sides(pair.read.recipients, recipients, pair.text)),
    ]


def measured(pairs: Iterable[Pair]) -> tuple[dict[str, Counter[str]], Counter[str], Counter[str]]:
    """By language events and those all of whose sides are right, with what is wrong; sides, and wrong ones, by how
    they were resolved."""
    by_language: dict[str, Counter[str]] = defaultdict(Counter)
    every, wrong = Counter[str](), Counter[str]()
    for pair in pairs:
        faults = set[str]()
        for side, missing, left in wrong_sides(pair):
            faults |= {f"{side} {'wrong' if left else 'missing'}"} if missing else set()
            faults |= {f"{side} too many"} if len(left) > len(missing) else set()
            wrong.update(str(one.resolved_by) for one in left)
        every.update(str(one.resolved_by) for one in pair.read.sides)
        for language in ("all", pair.language):
            by_language[language].update(["events", *(["right"] if not faults else []), *faults])
    return by_language, every, wrong


def main() -> None:
    command = argparse.ArgumentParser(prog="python -m training.corpus.sides", description=__doc__)
    command.add_argument("--json", action="store_true", help="one JSON object a line")
    command.add_argument("--faults", action="store_true", help="every event with a wrong side, to read")
    given = command.parse_args()
    coded = coded_sides()
    reports = whole_reports(coded)
    pairs = [pair for name, report in sorted(reports.items()) for pair in pairs_of(report, coded[name])]
    if given.faults:
        _print_faults(pairs)
        return
    by_language, every, wrong = measured(pairs)
    rows: list[dict[str, object]] = [
        {"language": name, "all right": round(own["right"] / own["events"], 4), **dict(sorted(own.items()))}
        for name, own in sorted(by_language.items())
    ]
    rows += [{"resolved by": by, "sides": n, "wrong": round(wrong[by] / n, 3)} for by, n in every.most_common()]
    for row in rows:
        told = json.dumps(row) if given.json else "  ".join(f"{name} {value}" for name, value in row.items())
        sys.stdout.write(told + "\n")


def _print_faults(pairs: Iterable[Pair]) -> None:
    for pair in pairs:
        for side, missing, left in wrong_sides(pair):
            if missing or left:
                read = "; ".join(f"{one.mention.of(pair.text)} > {one.name}={one.country}" for one in left)
                gold = "; ".join(f"{one.name or ''}={one.country or '-'}" for one in missing)
                words = " ".join(pair.read.sentence.of(pair.text).split())
                sys.stdout.write(f"{pair.id} {pair.read.type} {side}: coded {gold}, read {read}\n    {words}\n")


if __name__ == "__main__":
    main()
