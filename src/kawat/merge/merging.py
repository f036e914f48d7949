"""Merging in memory: what a store does step by step, over all reports at once."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from kawat.merge.anchors import anchors_of, asks_of
from kawat.merge.clusters import Links, Pair, clustered, pair
from kawat.merge.copies import LEAST_MARKS, copy_text, is_copy, shared
from kawat.merge.pairs import link
from kawat.merge.trace import Trace, traces_of
from kawat.records import Article, Event, Telling, content_id

Judged = Mapping[Pair, bool]


def merge(tellings: Iterable[Telling], judged: Judged | None = None) -> tuple[Event, ...]:
    """Events over tellings, by first publication. The order of the input does not matter.

    ``judged``: what editors said of pairs of reports (smaller id first): True one event, False two.
    """
    by_report = {telling.report.id: telling for telling in tellings}
    traces = traces_of(by_report[one] for one in sorted(by_report))
    copies = copy_pairs([telling.article for telling in by_report.values()])
    scores = link_scores(traces, copies)
    articles = {one: trace.article for one, trace in traces.items()}
    found = clustered(traces, Links(scores, articles, judged or {}))
    events = [event_of([by_report[one] for one in group]) for group in found]
    return tuple(sorted(events, key=lambda event: (order(event.tellings[0]), event.id)))


def event_of(tellings: Iterable[Telling]) -> Event:
    """The event that these tellings are of. Its id is that of its first telling by publication.

    So it stays when later reports join, and does not depend on which came first into the store.
    """
    ordered = tuple(sorted(tellings, key=order))
    types = Counter(telling.report.type for telling in ordered)
    most = max(types.values())
    kind = next(t.report.type for t in ordered if types[t.report.type] == most)
    return Event(event_id(ordered[0].report.id), kind, ordered)


def event_id(first_report: str) -> str:
    return content_id("evt", first_report)


def order(telling: Telling) -> tuple[str, float, str]:
    """By publication: the day, the moment where it is known; what has no day last; then by id."""
    published = telling.article.published
    known = isinstance(published, datetime) and published.tzinfo is not None
    moment = published.timestamp() if known and isinstance(published, datetime) else float("inf")
    day = telling.article.published_day
    return (day.isoformat() if day else "9999", moment, telling.report.id)


def copy_pairs(articles: Iterable[Article]) -> frozenset[Pair]:
    """The pairs of articles that are copies of one another, smaller id first."""
    texts = {article.id: copy_text(article) for article in {a.id: a for a in articles}.values()}
    by_mark: dict[int, list[str]] = defaultdict(list)
    for one in sorted(texts):
        for mark in texts[one].marks:
            by_mark[mark].append(one)
    common: Counter[Pair] = Counter()
    for sharing in by_mark.values():
        common.update((a, b) for i, a in enumerate(sharing) for b in sharing[i + 1 :])
    return frozenset(p for p, n in common.items() if n >= LEAST_MARKS and is_copy(shared(texts[p[0]], texts[p[1]])))


def link_scores(traces: Mapping[str, Trace], copies: frozenset[Pair]) -> dict[Pair, float]:
    """Every pair of reports that is likely enough to tell one event, with how likely."""
    scores: dict[Pair, float] = {}
    for one, other in candidates(traces, copies):
        a, b = traces[one], traces[other]
        sure = link(a, b, pair(a.article, b.article) in copies)
        if sure:
            scores[one, other] = sure
    return scores


def candidates(traces: Mapping[str, Trace], copies: frozenset[Pair]) -> set[Pair]:
    """The pairs of reports worth comparing: neighbours by their anchors, and those of copied articles."""
    filed: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for one in sorted(traces):
        for anchor in anchors_of(traces[one]):
            insort(filed[anchor.key], (anchor.day, one))
    found = {
        pair(one, other) for one, trace in traces.items() for other in _neighbours(trace, filed) if one != other
    }
    return found | set(_in_copies(traces, copies))


def _neighbours(trace: Trace, filed: Mapping[str, Sequence[tuple[int, str]]]) -> Iterator[str]:
    for ask in asks_of(trace):
        rows = filed.get(ask.key, ())
        for day, one in rows[bisect_left(rows, (ask.first, "")) :]:
            if day > ask.last:
                break
            yield one


def _in_copies(traces: Mapping[str, Trace], copies: frozenset[Pair]) -> Iterator[Pair]:
    by_article: dict[str, list[str]] = defaultdict(list)
    for one, trace in traces.items():
        by_article[trace.article].append(one)
    for first, second in copies:
        for one in by_article[first]:
            yield from (pair(one, other) for other in by_article[second] if traces[one].type == traces[other].type)
