"""What of a large net of links has to be grouped anew when some reports are new, changed or gone.

`kawat.merge.clusters` groups every hanging-together by itself, and one that is too large only after its weaker
links are cut. So the groups of a report depend on its hanging-together at the lowest bar that leaves it small
enough: a few hundred reports at most, however large the net is.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import neg
from sys import intern

from kawat.merge import clusters
from kawat.merge.clusters import BARS, JOIN, Pair, pair
from kawat.recent import Recent

NONE: frozenset[str] = frozenset()

ALL = 10**12  # links: more than there can be

READ_AT_ONCE = 200
"""The links of so many reports are read at once: what is held meanwhile is many times what is kept of it."""


@dataclass(frozen=True, slots=True)
class Part:
    """Reports that hang together, sorted, by links of at least ``bar`` (0: by all that bind)."""

    reports: tuple[str, ...]
    bar: float


class Bonds:
    """The links of one report, strongest first: ``others`` and, at the same places, their ``scores``."""

    __slots__ = ("others", "scores")

    def __init__(self, links: Iterable[tuple[str, float]]) -> None:
        told = sorted(links, key=_score, reverse=True)
        self.others: list[str] = [intern(other) for other, _ in told]  # each stands in the bonds of many
        self.scores = array("d", (score for _, score in told))

    def __len__(self) -> int:
        return len(self.others)

    def put(self, other: str, score: float) -> None:
        """Add a link, or give the one with ``other`` another score."""
        if other in self.others:
            at = self.others.index(other)
            del self.others[at], self.scores[at]
        at = self._end(score)
        self.others.insert(at, intern(other))
        self.scores.insert(at, score)

    def reaching(self, least: float) -> list[str]:
        """Those with a score of at least ``least``."""
        return self.others[: self._end(least)]

    def _end(self, least: float) -> int:
        """Where those with a lower score begin."""
        return bisect_right(self.scores, -least, key=neg)  # bisect looks for what rises


def _score(link: tuple[str, float]) -> float:
    return link[1]


@dataclass(slots=True)
class Net:
    """Links between reports, read when they are asked for. ``joined``: whom editors joined with whom.

    ``load``: gives each of the reports that it is asked about with every other one linked with it, and the score.

    ``links``: those that are known already; what is read is put there, and read again where it was forgotten.
    """

    load: Callable[[Sequence[str]], Iterable[tuple[str, str, float]]]
    joined: Mapping[str, Collection[str]]
    links: Recent[Bonds] = field(default_factory=lambda: Recent(ALL, len))

    def part(
        self, start: str, bar: float, most: int | None, large: set[str], without: Collection[str] = NONE
    ) -> set[str] | None:
        """What hangs together with ``start`` by links of at least ``bar``; None where that is more than ``most``.

        ``large``: what is known to be in such a part, and is added to. ``without``: reports taken for absent.
        """
        seen, edge = {start}, {start}
        absent = set(without)
        while edge:
            self._read(edge)
            found: set[str] = set()
            for one in edge:
                found.update(self.beside(one, bar))
            edge = found - seen - absent
            seen |= edge
            if most is not None and (len(seen) > most or not large.isdisjoint(edge)):
                large |= seen
                return None
        return seen

    def beside(self, report: str, bar: float) -> list[str]:
        """The reports that a link of at least ``bar``, or an editor's word, binds to this one."""
        bound = self._bonds(report).reaching(max(JOIN, bar))
        return [*bound, *self.joined[report]] if report in self.joined else bound

    def read_around(self, reports: Collection[str]) -> None:
        """Read the links of the reports and of those beside them, at once."""
        self._read(reports)
        self._read({other for one in reports for other in self.beside(one, 0.0)})

    def within(self, reports: Collection[str]) -> dict[Pair, float]:
        """The scores of all links between these reports."""
        inside = set(reports)
        found: dict[Pair, float] = {}
        order = sorted(inside)
        for start in range(0, len(order), READ_AT_ONCE):
            some = order[start : start + READ_AT_ONCE]
            self._read(some)
            for one in some:
                bonds = self._bonds(one)
                found.update(
                    (pair(one, other), score)
                    for other, score in zip(bonds.others, bonds.scores, strict=True)
                    if one < other and other in inside
                )
        return found

    def _bonds(self, report: str) -> Bonds:
        if report not in self.links:
            self._read((report,))
        return self.links[report]

    def _read(self, reports: Iterable[str]) -> None:
        missing = sorted(one for one in reports if one not in self.links)
        for start in range(0, len(missing), READ_AT_ONCE):
            found: dict[str, list[tuple[str, float]]] = {one: [] for one in missing[start : start + READ_AT_ONCE]}
            for one, other, score in self.load(list(found)):
                found[one].append((other, score))
            for one, links in found.items():
                self.links.put(one, Bonds(links))


def parts_touched(touched: Iterable[str], net: Net) -> list[Part]:
    """The parts of the net whose groups may be others now that the links of ``touched`` have changed.

    Of a hanging-together that is too large, what hung together without those touched and was small enough is
    grouped anew as well, under a higher bar. All other reports stay in their groups.
    """
    first = set(touched)
    net.read_around(first)
    found: list[Part] = []
    todo = set(first)
    for bar in BARS:
        most = None if bar >= 1.0 else clusters.MOST_AT_ONCE
        done: set[str] = set()
        later: set[str] = set()
        large: set[str] = set()
        large_before: set[str] = set()
        for one in sorted(todo):
            if one in done:
                continue
            part = None if one in large else net.part(one, bar, most, large)
            if part is not None:
                found.append(Part(tuple(sorted(part)), bar))
                done |= part
            else:
                later |= {one, *_small_before(one, bar, first, net, large_before)}
        todo = later - done
    return found


def _small_before(report: str, bar: float, touched: set[str], net: Net, large: set[str]) -> set[str]:
    """Who beside ``report`` hung together, without those touched, in parts that were small enough."""
    small: set[str] = set()
    for other in sorted(set(net.beside(report, bar)) - touched - large):
        if other not in small:
            small |= net.part(other, bar, clusters.MOST_AT_ONCE, large, touched) or set()
    return small
