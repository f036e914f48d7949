"""What of a large net of links has to be grouped anew when some reports are new, changed or gone.

`kawat.merge.clusters` groups every hanging-together by itself, and one that is too large only after its weaker
links are cut. So the groups of a report depend on its hanging-together at the lowest bar that leaves it small
enough: a few hundred reports at most, however large the net is.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kawat.merge import clusters
from kawat.merge.clusters import BARS, JOIN, Pair, pair

NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Part:
    """Reports that hang together, sorted, by links of at least ``bar`` (0: by all that bind)."""

    reports: tuple[str, ...]
    bar: float


Scores = dict[str, dict[str, float]]
"""For reports all their links: the other report, and the score."""


@dataclass(slots=True)
class Net:
    """Links between reports, read when they are asked for. ``joined``: whom editors joined with whom.

    ``links``: those that are known already; what is read is put there.
    """

    load: Callable[[Sequence[str]], Iterable[tuple[str, str, float]]]
    joined: Mapping[str, Collection[str]]
    links: Scores = field(default_factory=dict)

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
            found = {other for one in edge for other in self.beside(one, bar)}
            edge = found - seen - absent
            seen |= edge
            if most is not None and (len(seen) > most or not large.isdisjoint(edge)):
                large |= seen
                return None
        return seen

    def beside(self, report: str, bar: float) -> list[str]:
        """The reports that a link of at least ``bar``, or an editor's word, binds to this one."""
        if report not in self.links:
            self._read((report,))
        least = max(JOIN, bar)
        bound = [other for other, score in self.links[report].items() if score >= least]
        bound += self.joined.get(report, ())
        return bound

    def read_around(self, reports: Collection[str]) -> None:
        """Read the links of the reports and of those beside them, at once."""
        self._read(reports)
        self._read({other for one in reports for other in self.beside(one, 0.0)})

    def within(self, reports: Collection[str]) -> dict[Pair, float]:
        """The scores of all links between these reports."""
        inside = set(reports)
        return {
            pair(one, other): score
            for one in inside
            for other, score in self.links[one].items()
            if one < other and other in inside
        }

    def _read(self, reports: Iterable[str]) -> None:
        missing = sorted(one for one in reports if one not in self.links)
        for one in missing:
            self.links[one] = {}
        wanted = set(missing)
        for one, other, score in self.load(missing) if missing else ():
            if one in wanted:
                self.links[one][other] = score
            if other in wanted:
                self.links[other][one] = score


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
