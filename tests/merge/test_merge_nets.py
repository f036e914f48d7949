"""Grouping anew what was touched gives the groups of the whole net, step by step, however large it is."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping

import pytest

from kawat.merge.clusters import BARS, JOIN, Links, Pair, clustered, grouped, pair
from kawat.merge.nets import Net, parts_touched
from kawat.recent import Recent

NAMES = [f"r{n:02}" for n in range(24)]


class Store:
    """Groups kept step by step, as a store keeps them."""

    def __init__(
        self, scores: Mapping[Pair, float], articles: Mapping[str, str], judged: Mapping[Pair, bool]
    ) -> None:
        self.scores, self.articles, self.judged = scores, articles, judged
        self.there: set[str] = set()
        self.group: dict[str, tuple[str, ...]] = {}
        self.looked_at = 0

    def links(self) -> dict[Pair, float]:
        return {p: s for p, s in self.scores.items() if set(p) <= self.there}

    def load(self, reports: Iterable[str]) -> list[tuple[str, str, float]]:
        wanted = set(reports)
        both_ways = [(*ends, s) for p, s in self.links().items() for ends in (p, p[::-1])]
        return [(one, other, s) for one, other, s in both_ways if one in wanted]

    def said(self) -> dict[Pair, bool]:
        return {p: same for p, same in self.judged.items() if set(p) <= self.there}

    def settle(self, touched: Iterable[str]) -> None:
        joined: dict[str, set[str]] = {}
        for (one, other), same in self.said().items():
            if same:
                joined.setdefault(one, set()).add(other)
                joined.setdefault(other, set()).add(one)
        net = Net(self.load, joined, Recent(3, len))  # so few that what is asked for again was forgotten
        met: set[str] = set()
        for part in parts_touched([one for one in touched if one in self.there], net):
            assert not met.intersection(part.reports), "no report is grouped twice"
            met.update(part.reports)
            links = Links(net.within(part.reports), self.articles, self.said())
            for group in grouped(part.reports, links, part.bar):
                self.group.update(dict.fromkeys(group, group))
        self.looked_at = len(met)

    def add(self, some: list[str]) -> None:
        self.there.update(some)
        self.settle(some)

    def remove(self, one: str) -> None:
        beside = {other for p in self.links() for other in p if one in p}
        beside |= {other for p in self.said() for other in p if one in p}
        mates = set(self.group.pop(one))
        self.there.discard(one)
        self.settle((beside | mates) - {one})

    def expected(self) -> list[tuple[str, ...]]:
        return clustered(self.there, Links(self.links(), self.articles, self.said()))

    def found(self) -> list[tuple[str, ...]]:
        return sorted(set(self.group.values()))


SCORES = (0.12, 0.28, JOIN, 0.33, 0.37, 0.42, 0.5, 0.56, 0.62, 0.71, 0.8, 0.93, 1.0)


@pytest.mark.parametrize("most", [2, 4, 9])
@pytest.mark.parametrize("seed", range(60))
def test_step_by_step_is_as_all_at_once(monkeypatch: pytest.MonkeyPatch, most: int, seed: int) -> None:
    monkeypatch.setattr("kawat.merge.clusters.MOST_AT_ONCE", most)
    chance = random.Random(seed)
    pairs = {pair(*chance.sample(NAMES, 2)) for _ in range(chance.randrange(10, 75))}
    scores = {p: chance.choice(SCORES) for p in sorted(pairs)}
    articles = {one: f"a{chance.randrange(30)}" for one in NAMES}
    judged = {pair(*chance.sample(NAMES, 2)): chance.random() < 0.7 for _ in range(seed % 4)}
    store = Store(scores, articles, judged)
    order = list(NAMES)
    chance.shuffle(order)
    while order:
        store.add([order.pop() for _ in range(min(len(order), chance.choice([1, 1, 1, 3])))])
        assert store.found() == store.expected()
        if chance.random() < 0.3:
            gone = chance.choice(sorted(store.there))
            store.remove(gone)
            order.append(gone)
            assert store.found() == store.expected()


def test_of_a_large_net_only_a_small_part_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kawat.merge.clusters.MOST_AT_ONCE", 12)
    chance = random.Random(1)
    names = [f"r{n:04}" for n in range(600)]
    scores: dict[Pair, float] = {}
    for n, one in enumerate(names):  # happenings of five reports each, loosely chained to one another
        for other in names[n - n % 5 : n]:
            scores[other, one] = 0.9
        if n % 5 == 0 and n:
            scores[names[n - 5], one] = 0.32
    store = Store(scores, {one: one for one in names}, {})
    chance.shuffle(names)
    for one in names:
        store.add([one])
        assert store.looked_at < 60
    assert store.found() == store.expected()
    assert len(store.found()) == 120


def test_bars_rise_from_all_links_to_sure_ones() -> None:
    assert BARS[0] == 0.0 and JOIN < BARS[1] < JOIN + 0.06 and BARS[-1] >= 1.0
    assert list(BARS) == sorted(BARS)
