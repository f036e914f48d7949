"""Why two reports are one event or two, and what holds an event together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from kawat.errors import UsageError
from kawat.intake.deciding import Named, named, refuse_rejected
from kawat.intake.events import tellings_of
from kawat.intake.judging import PAIRS, pair_judged
from kawat.merge.clusters import Pair, pair
from kawat.merge.pairs import Score, score
from kawat.merge.stored import trace_from_text
from kawat.merge.trace import Trace
from kawat.records import Telling
from kawat.store import Store
from kawat.store.judgements import Judgement


@dataclass(frozen=True, slots=True)
class Compared:
    """Two reports beside one another.

    ``link``: its strength where merging linked the two; ``copied``: the share of the shorter article that the other
    has too, where they are copies; ``judged``: what an editor said of just these two. ``between``: how strongly the
    reports of the one event are linked with those of the other on average, over ``pairs`` pairs; None where the two
    are one event. ``article``: one that has reports in both events.
    """

    one: Telling
    other: Telling
    events: tuple[str, str]
    score: Score
    link: float | None
    judged: Judgement | None
    copied: float | None
    between: float | None
    pairs: int
    article: str | None

    @property
    def same_event(self) -> bool:
        return self.events[0] == self.events[1]


@dataclass(frozen=True, slots=True)
class Bound:
    """A report of an event and the one that binds it most: by an editor's word, else by the strongest link."""

    telling: Telling
    other: Telling | None
    link: float | None
    judged: Judgement | None


@dataclass(frozen=True, slots=True)
class Whole:
    """An event and what binds each of its reports to it."""

    event: str
    reports: tuple[Bound, ...]


def compare(store: Store, first: str, second: str) -> Compared:
    """The closest pair of what two ids name (reports or events). Raises `NotFoundError`, `UsageError`."""
    ones, others = named(store, first), named(store, second)
    if ones.reports == others.reports:
        raise UsageError(f"{first} and {second} are one and the same; give two")
    traces = _traces(store, (*ones.reports, *others.reports))
    one, other, found = _closest(store, traces, ones, others)
    tellings = tellings_of(store, [one, other])
    events = store.merging().events_of([one, other])
    between, pairs = _between(store, events[one], events[other])
    judged = _judged(store, [tellings[one], tellings[other]])
    return Compared(
        tellings[one],
        tellings[other],
        (events[one], events[other]),
        found,
        _links(store, [one]).get(pair(one, other)),
        judged.get(pair(one, other)),
        store.merging().share_of(traces[one].article, traces[other].article),
        between,
        pairs,
        _article_of_both(store, events[one], events[other]),
    )


def explain(store: Store, thing: str) -> Whole:
    """What holds the event together that an id names (or that a report is part of)."""
    given = named(store, thing)
    refuse_rejected(store, given.reports)
    _traces(store, given.reports)
    event = given.event or store.merging().events_of(given.reports)[given.id]
    members = store.merging().event_rows([event])[event].members
    tellings = tellings_of(store, members)
    links, judged = _links(store, members), _judged(store, list(tellings.values()))
    bounds = tuple(_bound(one, members, tellings, links, judged) for one in members)
    return Whole(event, bounds)


def _bound(
    one: str,
    members: Sequence[str],
    tellings: Mapping[str, Telling],
    links: Mapping[Pair, float],
    judged: Mapping[Pair, Judgement],
) -> Bound:
    def strength(other: str) -> tuple[bool, float]:
        said = judged.get(pair(one, other))
        return said is not None and said.kind.value == "link", links.get(pair(one, other), 0.0)

    others = [other for other in members if other != one and any(strength(other))]
    best = max(others, key=strength, default=None)
    if best is None:
        return Bound(tellings[one], None, None, None)
    both = pair(one, best)
    return Bound(tellings[one], tellings[best], links.get(both), judged.get(both))


def _traces(store: Store, report_ids: Iterable[str]) -> dict[str, Trace]:
    ids = list(dict.fromkeys(report_ids))
    refuse_rejected(store, ids)
    found = {one: trace_from_text(text) for one, text in store.merging().traces(ids)}
    missing = next((one for one in ids if one not in found), None)
    if missing is not None:
        raise UsageError(f"merging has yet to look at {missing}; run `kawat merge`, then this again")
    return found


def _closest(store: Store, traces: Mapping[str, Trace], ones: Named, others: Named) -> tuple[str, str, Score]:
    homes = sorted({trace.article for trace in traces.values()})
    copies = store.merging().copies_of(homes)

    def scored(one: str, other: str) -> Score:
        a, b = traces[one], traces[other]
        return score(a, b, pair(a.article, b.article) in copies)

    every = [(one, other) for one, other in product(ones.reports, others.reports) if one != other]
    best = max(every, key=lambda p: scored(*p).chance)
    return *best, scored(*best)


def _between(store: Store, one: str, other: str) -> tuple[float | None, int]:
    if one == other:
        return None, 0
    rows = store.merging().event_rows([one, other])
    left, right = set(rows[one].members), set(rows[other].members)
    total = sum(
        strength
        for p, strength in _links(store, sorted(left)).items()
        if right.intersection(p) and left.intersection(p)
    )
    return total / (len(left) * len(right)), len(left) * len(right)


def _article_of_both(store: Store, one: str, other: str) -> str | None:
    if one == other:
        return None
    rows = store.merging().event_rows([one, other])
    homes = [set(store.merging().articles_of(rows[event].members).values()) for event in (one, other)]
    return min(homes[0] & homes[1], default=None)


def _links(store: Store, report_ids: Sequence[str]) -> dict[Pair, float]:
    return {pair(one, other): strength for one, other, strength in store.merging().links_of(report_ids)}


def _judged(store: Store, tellings: Sequence[Telling]) -> dict[Pair, Judgement]:
    """What editors said of pairs of reports in these articles, the latest answer of each."""
    homes = sorted({telling.article.id for telling in tellings})
    said = [one for one in store.judgements_about(homes) if one.kind in PAIRS]
    every = {words.article_id for one in said for words in (one.words, one.other) if words is not None}
    triggers = store.triggers_in(sorted(every))
    found = ((pair_judged(one, triggers), one) for one in said)
    return {p: one for p, one in found if p is not None}
