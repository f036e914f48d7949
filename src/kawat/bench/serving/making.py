"""A store to be served: made-up reports in events as they were made, so that a large one is there in minutes.

Merging finds nearly the same events and takes far longer; what is measured here is answering.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from kawat.bench.merging.scale import made_records
from kawat.bench.serving.dressing import dressed
from kawat.intake import settle
from kawat.intake.settling import row_of
from kawat.intake.summaries import summary_for
from kawat.merge import event_of
from kawat.records import Event, Record, Report
from kawat.store import Store, open_store
from kawat.store.merged import EventRow
from kawat.store.rows import dump

AT = datetime(2026, 1, 1, tzinfo=UTC)
REPORTS_AN_EVENT = 2.2
"""So many made-up reports tell one event, on average."""
AT_ONCE = 500
_WORD = re.compile(r"w(?:en|id)(\d+)x")
Done = Callable[[int], None]


def make_store(path: Path, events: int, done: Done | None = None) -> None:
    """Make the store at ``path``, with summaries. ``done`` is told of about how many events by now."""
    happenings: dict[str, list[str]] = {}
    with open_store(path, create=True) as store:
        with store.transaction():
            settle(store, AT)  # so that it counts as merged by the rules of today
        for records in _some(made_records(int(events * REPORTS_AN_EVENT)), AT_ONCE):
            with store.transaction():
                for record in map(_dressed, records):
                    store.add_record(record, AT)
                    for report in record.reports:
                        happenings.setdefault(_happening(record, report), []).append(report.id)
            if done is not None:
                done(len(happenings) // 2)
        groups = list(happenings.values())
        for start in range(0, len(groups), AT_ONCE):
            _keep(store, groups[start : start + AT_ONCE])
            if done is not None:
                done((len(groups) + start) // 2)
        with store.transaction():
            store.merging().settled()
    _to_disk(path)


def _to_disk(path: Path) -> None:
    """Wait until the file is on the disk: else the system writes it while answers are timed."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _dressed(record: Record) -> Record:
    return replace(record, reports=tuple(dressed(one, _happening(record, one)) for one in record.reports))


def _some(records: Iterator[Record], count: int) -> Iterator[list[Record]]:
    held: list[Record] = []
    for record in records:
        held.append(record)
        if len(held) == count:
            yield held
            held = []
    if held:
        yield held


def _happening(record: Record, report: Report) -> str:
    """What a report was made of: the same words, whatever their order and language."""
    words = sorted(_WORD.findall(report.sentence.of(record.article.text)), key=int)
    return f"{report.type} {' '.join(words)}"


def _keep(store: Store, groups: Sequence[Sequence[str]]) -> None:
    """Keep an event for each group of reports."""
    told = {one.report.id: one for one in store.tellings_with([report for group in groups for report in group])}
    events = [event_of(told[report] for report in group) for group in groups]
    rows = [_row(event) for event in events]
    with store.transaction():
        store.merging().put_events(rows)
        store.merging().add_changes((AT.isoformat(), "made", row.id, None, dump(list(row.members))) for row in rows)
        store.put_summaries(summary_for(row, event) for row, event in zip(rows, events, strict=True))


def _row(event: Event) -> EventRow:
    members = tuple(telling.report.id for telling in event.tellings)
    return row_of(event, members, " ".join(members))
