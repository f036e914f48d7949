"""Merging a store: what waits is filed, compared, linked, and grouped; what became of events is written down.

Only the neighbourhood of what waits is touched, and what a neighbourhood becomes depends on its reports alone: the
same store comes out whatever the order of adding, and taking an article out leaves what would be there without it.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import cache
from importlib.resources import files

from kawat.contract.as_json import report_to_dict
from kawat.intake.changing import Change, ChangeKind, changes_between, with_heirs
from kawat.intake.events import copy_leaders, judged_tellings
from kawat.intake.judging import PAIRS, Triggers, as_judged, judged_pairs
from kawat.intake.memory import Memory
from kawat.intake.portions import REPORTS_AT_ONCE, portions
from kawat.merge.anchors import FAMILIES, REACH, anchors_of, asks_of
from kawat.merge.clusters import JOIN, MOST_AT_ONCE, Links, Pair, grouped, pair
from kawat.merge.copies import LEAST_MARKS, LEAST_SHARE, copy_text, days_of_copies, is_copy, shared
from kawat.merge.merging import event_id, event_of
from kawat.merge.nets import Net, parts_touched
from kawat.merge.pairs import COPIED, LEAST_LINK, link
from kawat.merge.stored import trace_from_text, trace_to_text
from kawat.merge.trace import Background, Trace, about_of, names_in, trace_of, traces_of
from kawat.records import Event, Telling
from kawat.store import Store
from kawat.store.merged import EventRow, MergeTables, TraceRow
from kawat.store.rows import dump
from kawat.store.write import moment_text
from kawat.views.event import event_days, outlets_of, status_of

AT_ONCE = 300
"""So many articles are settled in one go: what is held in memory then does not grow with what waits."""

NEAR_AT_ONCE = 1_000
"""So many traces are compared at once: the larger a store, the more are near to a report."""

METHOD = 2
"""Raise it when merging changes in code; weights and bars are watched by themselves."""


Progress = Callable[[int, int], None]
"""Told how much is done of how much, in steps of one article or report."""


def settle(store: Store, at: datetime, memory: Memory | None = None, progress: Progress | None = None) -> int:
    """Merge whatever waits in ``store``; gives how many reports were new or read anew."""
    with store.transaction():
        tables = store.merging()
        if tables.note("merge") != _method():
            tables.unsettle_all()
            tables.set_note("merge", _method())
        waiting = tables.unsettled()
        if not waiting:
            return 0
        known = memory or Memory()
        known.begin(store)
        count = _Settling(store, tables, known, progress).run(waiting, moment_text(at))
        tables.settled()
        known.end(store)
        return count


class _Settling:
    """One round: the tables, and the traces read so far."""

    def __init__(self, store: Store, tables: MergeTables, memory: Memory, progress: Progress | None = None) -> None:
        self._store = store
        self._tables = tables
        self._memory = memory
        self._progress = progress
        self._done = self._total = 0
        self._before: dict[str, EventRow] = {}
        self._made: set[str] = set()

    def run(self, waiting: Sequence[str], at: str) -> int:
        reports = [one for one in waiting if one.startswith("rep-")]
        self._total = sum(one.startswith("art-") for one in waiting) + 2 * len(reports)
        self._memory.forget(reports)
        count = 0
        for some in self._parts(waiting, self._store.articles_of_reports(reports)):
            self._mark_copies([one for one in some if one.startswith("art-")])
            touched = [one for one in some if one.startswith("rep-")]
            fresh = self._file(touched)
            self._link(fresh)
            self._group(touched, [one for one in some if one.startswith("evt-")])
            count += len(fresh)
        self._tell_changes(at)
        return count

    def _parts(self, waiting: Sequence[str], homes: Mapping[str, str]) -> Iterator[list[str]]:
        """What waits, some articles at a time, each with its reports; what has no article comes first."""
        by_home: dict[str, list[str]] = {}
        for one in waiting:
            by_home.setdefault(homes.get(one, one if one.startswith("art-") else ""), []).append(one)
        order = sorted(by_home)
        for start in range(0, len(order), AT_ONCE):
            yield [one for home in order[start : start + AT_ONCE] for one in by_home[home]]

    def _step(self, count: int = 1) -> None:
        self._done += count
        if self._progress is not None:
            self._progress(min(self._done, self._total), self._total)

    # --- copies -------------------------------------------------------------------------------------

    def _mark_copies(self, article_ids: Sequence[str]) -> None:
        for article in self._store.articles_with(article_ids):
            text = copy_text(article)
            others = [one for one in self._tables.sharing_marks(text.marks, LEAST_MARKS) if one != article.id]
            comparable = self._tables.published_within(others, article.language, days_of_copies(article))
            near = self._store.articles_with(comparable)
            found = [(one.id, shared(text, copy_text(one))) for one in near]
            self._tables.file_marks(article.id, text.marks)
            self._tables.add_copies((*pair(article.id, one), share) for one, share in found if is_copy(share))
            self._step()

    # --- filing -------------------------------------------------------------------------------------

    def _file(self, report_ids: Sequence[str]) -> dict[str, Trace]:
        """File the reports that are not filed yet, as editors left them; gives their traces."""
        known = self._tables.articles_of(report_ids)
        missing = [one for one in report_ids if one not in known]
        homes = sorted(set(self._store.articles_of_reports(missing).values()))
        fresh: dict[str, Trace] = {}
        rows: list[TraceRow] = []
        judged = self._judged(homes)
        self._keep_told(judged)
        for tellings in _by_article(judged):
            article = tellings[0].article
            background = Background(names_in(article.text), about_of([one.report for one in tellings]))
            for telling in tellings:
                report = telling.report
                if report.id in known:
                    continue
                trace = trace_of(telling, background)
                fresh[report.id] = trace
                anchors = tuple((anchor.key, anchor.day) for anchor in anchors_of(trace))
                rows.append(TraceRow(report.id, article.id, event_id(report.id), trace_to_text(trace), anchors))
                self._step()
        self._tables.file_traces(rows)
        self._memory.keep_traces(fresh.values())
        return fresh

    def _judged(self, article_ids: Sequence[str]) -> list[Telling]:
        return as_judged(self._store.tellings_in(article_ids), self._store.judgements_about(article_ids))

    # --- linking ------------------------------------------------------------------------------------

    def _link(self, fresh: Mapping[str, Trace]) -> None:
        copies = self._tables.copies_of(sorted({trace.article for trace in fresh.values()}))
        beside: dict[str, set[str]] = defaultdict(set)
        for one, other in copies:
            beside[one].add(other)
            beside[other].add(one)
        links: list[tuple[str, str, float]] = []
        for some in _by_home(fresh.values()):
            candidates = self._candidates(some, beside)
            asked = sorted({other for others in candidates.values() for other in others})
            for start in range(0, len(asked), NEAR_AT_ONCE):
                near = self._traces(asked[start : start + NEAR_AT_ONCE])
                links += _links_between(fresh, candidates, near, copies)
            self._step(len(some))
        self._tables.add_links(links)
        self._memory.keep_links(links)

    def _candidates(self, fresh: Mapping[str, Trace], beside: Mapping[str, set[str]]) -> dict[str, set[str]]:
        """For each fresh report those that may tell the same event: neighbours, and those of copied articles."""
        asks = [(one, ask.key, ask.first, ask.last) for one, trace in fresh.items() for ask in asks_of(trace)]
        found: dict[str, set[str]] = {one: set() for one in fresh}
        for one, other in self._tables.filed(asks):
            found[one].add(other)
        for one, trace in fresh.items():
            copied = sorted(beside.get(trace.article, ()))
            found[one] |= {report for _, report in self._tables.traced_in(copied)} if copied else set()
            found[one].discard(one)
        return found

    def _traces(self, report_ids: Sequence[str]) -> dict[str, Trace]:
        """The traces of the reports, read where they are not known."""
        known = self._memory.traces
        found = {one: known[one] for one in report_ids if one in known}
        missing = [one for one in report_ids if one not in found]
        read = {one: trace_from_text(text) for one, text in self._tables.traces(missing)}
        self._memory.keep_traces(read.values())
        return found | read

    # --- grouping -----------------------------------------------------------------------------------

    def _group(self, touched: Sequence[str], event_ids: Sequence[str]) -> None:
        losing = self._tables.event_rows(sorted({*event_ids, *self._tables.events_of(touched).values()}))
        beside = {one for row in losing.values() for one in row.members}
        filed = self._tables.articles_of(sorted({*touched, *beside}))  # a rejected report hangs nowhere
        groups = self._groups(sorted(filed))
        hanging = {one for group in groups for one in group}
        old_ids = sorted({*event_ids, *self._tables.events_of(sorted({*touched, *hanging})).values()})
        old = self._tables.event_rows(old_ids)
        same = {row.members: row for row in old.values()}
        seen = set(touched)
        kept = [same[group] for group in groups if group in same and not seen.intersection(group)]
        others = [group for group in groups if group not in same or seen.intersection(group)]
        made = list(self._rows(others))
        staying = {row.id for row in kept}
        for one, row in old.items():
            if one not in self._made:
                self._before.setdefault(one, row)
        self._tables.drop_events([one for one in old_ids if one not in staying])
        self._tables.put_events(made)
        self._made.update(row.id for row in made)

    def _tell_changes(self, at: str) -> None:
        """Write down what became of every event that was looked at, from before this round to its end."""
        now = self._tables.event_rows(sorted({*self._before, *self._made}))
        changes = changes_between(
            {row.id: (row.members, row.digest) for row in self._before.values()},
            {row.id: (row.members, row.digest) for row in now.values()},
        )
        types = {row.id: row.type for row in (*self._before.values(), *now.values())}
        self._tables.add_changes(_change_row(change, at) for change in self._with_heirs(changes, types))

    def _with_heirs(self, changes: list[Change], types: Mapping[str, str]) -> list[Change]:
        """The changes, with what a replaced text tells now instead of what it told."""
        gone = [report for change in changes if change.kind is ChangeKind.REMOVED for report in change.reports]
        old = set(self._store.articles_of_reports(gone).values())
        replaced = {one.article_id: one.by for home in old for one in self._store.versions_of(home)}
        if not replaced:
            return changes
        homes = self._store.articles_of_reports([report for change in changes for report in change.reports])
        before = traces_of(
            Telling(record.article, report)
            for record in map(self._store.record, sorted(replaced))
            for report in record.reports
        )
        now = self._traces(sorted({one for change in changes for one in change.reports if one in homes} - {*gone}))

        def alike(one: str, other: str) -> float:
            return link(before[one], now[other]) if one in before and other in now else 0.0

        return with_heirs(changes, types, homes, replaced, alike)

    def _groups(self, touched: Sequence[str]) -> list[tuple[str, ...]]:
        """The groups of all reports that hang together with those touched."""
        judged = self._judged_pairs()
        joined: dict[str, set[str]] = defaultdict(set)
        for (one, other), same in judged.items():
            if same:
                joined[one].add(other)
                joined[other].add(one)
        net = Net(self._tables.links_of, joined, self._memory.links)
        parts = parts_touched(touched, net)
        articles = self._tables.articles_of(sorted({one for part in parts for one in part.reports}))
        return [
            group
            for part in parts
            for group in grouped(part.reports, Links(net.within(part.reports), articles, judged), part.bar)
        ]

    def _judged_pairs(self) -> dict[Pair, bool]:
        """What editors said of pairs of reports that are in the index."""
        said = [one for one in self._store.judgements() if one.kind in PAIRS]
        if not said:
            return {}
        homes = {words.article_id for one in said for words in (one.words, one.other) if words is not None}
        triggers: Triggers = self._store.triggers_in(sorted(homes))
        reports = sorted({report for every in triggers.values() for *_, report in every})
        return judged_pairs(said, triggers, self._tables.articles_of(reports))

    def _rows(self, groups: Sequence[tuple[str, ...]]) -> Iterator[EventRow]:
        for some in portions(groups, len, REPORTS_AT_ONCE):
            told, digests = self._told(sorted({report for group in some for report in group}))
            leaders = copy_leaders(self._store, sorted({one.article.id for one in told.values()}))
            for group in some:
                yield _row(group, [told[one] for one in group], " ".join(digests[one] for one in group), leaders)

    def _told(self, report_ids: Sequence[str]) -> tuple[dict[str, Telling], dict[str, str]]:
        """The whole reports and their digests, read where they are not known."""
        told, digests = self._memory.told, self._memory.digests
        known = [one for one in report_ids if one in told]
        found, marks = {one: told[one] for one in known}, {one: digests[one] for one in known}
        read = judged_tellings(self._store, [one for one in report_ids if one not in found])
        more, more_marks = self._keep_told(read)
        return found | more, marks | more_marks

    def _keep_told(self, tellings: Iterable[Telling]) -> tuple[dict[str, Telling], dict[str, str]]:
        told = {one.report.id: one for one in tellings}
        digests = {name: _digest(one) for name, one in told.items()}
        self._memory.keep_told(told, digests)
        return told, digests


def _row(members: tuple[str, ...], told: Sequence[Telling], digests: str, leaders: Mapping[str, str]) -> EventRow:
    event = event_of(replace(one, copy_of=leaders.get(one.article.id)) for one in told)
    return row_of(event, members, digests)


def row_of(event: Event, members: tuple[str, ...], told: str) -> EventRow:
    """The row of an event of the reports ``members``; ``told``: what its digest is made of."""
    days, published = event_days(event), [t.article.published_day for t in event.tellings]
    known = sorted(day.isoformat() for day in published if day is not None)
    return EventRow(
        id=event.id,
        type=event.type,
        status=status_of(event).value,
        day=days[0].isoformat() if days else None,
        last_day=days[1].isoformat() if days else None,
        first_published=known[0] if known else None,
        last_published=known[-1] if known else None,
        outlets=len(outlets_of(event)),
        members=members,
        digest=hashlib.sha256(told.encode()).hexdigest()[:32],
    )


def _digest(telling: Telling) -> str:
    told = dump(report_to_dict(telling.report, telling.article.text))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _change_row(change: Change, at: str) -> tuple[str, str, str, str | None, str]:
    return at, change.kind.value, change.event_id, change.other_id, dump(list(change.reports))


def _links_between(
    fresh: Mapping[str, Trace],
    candidates: Mapping[str, set[str]],
    near: Mapping[str, Trace],
    copies: Collection[Pair],
) -> Iterator[tuple[str, str, float]]:
    """The links of fresh reports to those of their candidates that are near, each pair once."""
    for one, others in candidates.items():
        for other in others & near.keys():
            if other in fresh and other < one:
                continue  # scored from the other side
            a, b = fresh[one], near[other]
            sure = link(a, b, pair(a.article, b.article) in copies)
            if sure:
                yield (*pair(one, other), sure)


def _by_home(traces: Iterable[Trace]) -> list[dict[str, Trace]]:
    """The traces of each article, by report."""
    found: dict[str, dict[str, Trace]] = {}
    for trace in traces:
        found.setdefault(trace.article, {})[trace.id] = trace
    return list(found.values())


def _by_article(tellings: Iterable[Telling]) -> list[list[Telling]]:
    found: dict[str, list[Telling]] = {}
    for telling in tellings:
        found.setdefault(telling.article.id, []).append(telling)
    return list(found.values())


@cache
def _method() -> str:
    """What decides how reports merge: another method merges a store anew."""
    weights = (files("kawat.merge") / "data" / "weights.json").read_text(encoding="utf-8")
    families = [sorted(family) for family in FAMILIES]
    bars = (JOIN, MOST_AT_ONCE, LEAST_LINK, COPIED, LEAST_SHARE, LEAST_MARKS, REACH, families)
    digest = hashlib.sha256(f"{json.loads(weights)} {bars}".encode()).hexdigest()
    return f"{METHOD}:{digest[:16]}"
