"""Which of the pages that wait come next: a few of each host, and of each feed there, so that no backlog starves
the others. Pure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from kawat.intake.watching.robots import host_of
from kawat.store.watching import Named

OF_A_HOST = 20  # pages of one host in one go
MOST = 2_000  # pages of all hosts in one go


@dataclass(frozen=True, slots=True)
class Turns:
    """``pages`` in the order in which to take them; ``left``: the hosts of which some had to be left for later."""

    pages: tuple[Named, ...]
    left: frozenset[str]


def turns(
    waiting: Iterable[Named], passed_over: Collection[str], of_a_host: int = OF_A_HOST, most: int = MOST
) -> Turns:
    """A few pages of each host out of ``waiting``, which has the longest waiting first; one feed's after another's.

    Hosts in ``passed_over`` get none.
    """
    ranked: list[tuple[int, str, Named]] = []
    ranks: Counter[tuple[str, str]] = Counter()
    left: set[str] = set()
    for one in waiting:
        host = host_of(one.url)
        rank = ranks[host, one.feed]
        if host not in passed_over and rank < of_a_host:
            ranked.append((rank, host, one))
            ranks[host, one.feed] += 1
        else:
            left.add(host)
    ranked.sort(key=lambda found: found[0])
    pages: list[Named] = []
    taken: Counter[str] = Counter()
    for _, host, one in ranked:
        if taken[host] < of_a_host and len(pages) < most:
            taken[host] += 1
            pages.append(one)
        else:
            left.add(host)
    return Turns(tuple(pages), frozenset(left))
