"""Reports that are linked become events: groups that are alike on average, closest first (average linkage).

A group is a function of the reports that hang together and of their links alone, never of the order in which they
came. Editors' judgements stand above scores: what they join stays joined, what they part stays apart.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kawat.merge.copies import groups as linked_groups

Pair = tuple[str, str]

JOIN = 0.3
"""Groups join while their reports are this likely to tell one event, on average; a pair without a link counts 0.

Tuned on gold/stories, dev part."""

MOST_AT_ONCE = 400
"""Above this, a hanging-together falls apart at its weaker links first: cost grows with the square."""

_NEARLY = JOIN - 1e-6
_STEP = 0.05


def _bars() -> tuple[float, ...]:
    bar, found = 0.0, [0.0]
    while bar < 1.0:
        bar += _STEP
        if bar > JOIN:
            found.append(bar)
    return tuple(found)


BARS = _bars()
"""What links have to reach, one bar after the other, where too much hangs together; 0: all links count."""


@dataclass(frozen=True, slots=True)
class Links:
    """Scores of pairs (smaller id first), and what editors said of pairs: True one event, False two.

    ``articles``: where each report stands. An article tells an event once, so no group has two reports of one,
    unless an editor joined them.
    """

    scores: Mapping[Pair, float]
    articles: Mapping[str, str]
    judged: Mapping[Pair, bool] = field(default_factory=dict)


def pair(one: str, other: str) -> Pair:
    return (one, other) if one <= other else (other, one)


def clustered(reports: Iterable[str], links: Links) -> list[tuple[str, ...]]:
    """The groups of ``reports``, each sorted, in the order of their first ids."""
    return sorted(_parted(sorted(set(reports)), links, 0))


def grouped(reports: Iterable[str], links: Links, bar: float) -> list[tuple[str, ...]]:
    """The groups of ``reports`` that hang together by links of at least ``bar``, however many they are."""
    ids = sorted(reports)
    inside = set(ids)
    judged = {p: same for p, same in links.judged.items() if p[0] in inside and p[1] in inside}
    return _agglomerated(ids, Links(_reaching(links.scores, bar), links.articles, judged))


def _components(ids: Sequence[str], links: Links) -> list[tuple[list[str], Links]]:
    """What hangs together by links or by an editor's word, each part with the links inside it.

    Links below `JOIN` bind nothing: groups that join have one link at least that is above their average.
    """
    strong = (p for p, score in links.scores.items() if score >= JOIN)
    edges = [*strong, *(p for p, same in links.judged.items() if same)]
    known = set(ids)
    leaders = linked_groups(ids, (p for p in edges if p[0] in known and p[1] in known))
    parts: dict[str, list[str]] = {}
    for one in ids:
        parts.setdefault(leaders[one], []).append(one)
    scores: dict[str, dict[Pair, float]] = {leader: {} for leader in parts}
    judged: dict[str, dict[Pair, bool]] = {leader: {} for leader in parts}
    for p, value in links.scores.items():
        if p[0] in known and leaders[p[0]] == leaders.get(p[1]):
            scores[leaders[p[0]]][p] = value
    for p, same in links.judged.items():
        if p[0] in known and leaders[p[0]] == leaders.get(p[1]):
            judged[leaders[p[0]]][p] = same
    return [(part, Links(scores[leader], links.articles, judged[leader])) for leader, part in parts.items()]


def _parted(ids: list[str], links: Links, level: int) -> list[tuple[str, ...]]:
    """The groups of ``ids``; where too many hang together only links above the next bar are kept."""
    strong = Links(_reaching(links.scores, BARS[level]), links.articles, links.judged)
    found: list[tuple[str, ...]] = []
    for part, own in _components(ids, strong):
        small = len(part) <= MOST_AT_ONCE or level + 1 == len(BARS)
        found += _agglomerated(part, own) if small else _parted(part, own, level + 1)
    return found


def _reaching(scores: Mapping[Pair, float], bar: float) -> Mapping[Pair, float]:
    return {p: score for p, score in scores.items() if score >= bar} if bar else scores


@dataclass(slots=True)
class _Forming:
    """Groups while they form: members, articles and, between groups, summed scores; ``barred``: never to join."""

    members: dict[int, list[str]]
    articles: dict[int, set[str]]
    sums: dict[int, dict[int, float]]
    barred: dict[int, set[int]]


def _agglomerated(ids: list[str], links: Links) -> list[tuple[str, ...]]:
    """Average linkage over ``ids``, which are sorted; ties go to the first ids."""
    if len(ids) == 1:
        return [(ids[0],)]
    forming = _begun(ids, links)
    heap = [entry for a in forming.sums for entry in _entries(a, forming, a)]
    heapq.heapify(heap)
    while heap:
        _, a, b, size = heapq.heappop(heap)
        if a not in forming.members or b not in forming.members or size != _size(a, b, forming):
            continue  # one of the two has grown since, or is gone
        if b in forming.barred[a] or forming.articles[a] & forming.articles[b]:
            continue
        _join(a, b, forming)
        for entry in _entries(a, forming):
            heapq.heappush(heap, entry)
    return [tuple(sorted(group)) for group in forming.members.values()]


def _begun(ids: list[str], links: Links) -> _Forming:
    """Every report by itself, but for what editors joined."""
    told = Links({}, links.articles, {p: same for p, same in links.judged.items() if same})
    starts = [part for part, _ in _components(ids, told)]
    where = {one: number for number, group in enumerate(starts) for one in group}
    forming = _Forming(
        dict(enumerate(starts)),
        {number: {links.articles[one] for one in group} for number, group in enumerate(starts)},
        {number: {} for number in range(len(starts))},
        {number: set() for number in range(len(starts))},
    )
    for (one, other), same in links.judged.items():
        a, b = where[one], where[other]
        if not same and a != b:
            forming.barred[a].add(b)
            forming.barred[b].add(a)
    for (one, other), value in sorted(links.scores.items()):
        a, b = where[one], where[other]
        if a != b:
            for x, y in ((a, b), (b, a)):
                forming.sums[x][y] = forming.sums[x].get(y, 0.0) + value
    return forming


def _join(a: int, b: int, forming: _Forming) -> None:
    """Put group ``b`` into ``a``; what was between others and either is now between others and ``a``."""
    forming.members[a] += forming.members.pop(b)
    forming.articles[a] |= forming.articles.pop(b)
    for other, total in forming.sums.pop(b).items():
        del forming.sums[other][b]
        if other != a:
            forming.sums[a][other] = forming.sums[other][a] = forming.sums[a].get(other, 0.0) + total
    for other in forming.barred.pop(b):
        forming.barred[other].discard(b)
        forming.barred[other].add(a)
        forming.barred[a].add(other)


def _size(a: int, b: int, forming: _Forming) -> int:
    return len(forming.members[a]) * len(forming.members[b])


def _entries(a: int, forming: _Forming, after: int = -1) -> list[tuple[float, int, int, int]]:
    """Group ``a`` with every other above ``after`` that it may join as both are now: nearest first in a heap."""
    members = forming.members
    own = len(members[a])
    found = []
    for b, total in forming.sums[a].items():
        size = own * len(members[b])
        if b > after and total >= _NEARLY * size:
            near = round(total / size, 9)  # sums in another order differ in the last bits
            if near >= JOIN:
                found.append((-near, a, b, size) if a < b else (-near, b, a, size))
    return found
