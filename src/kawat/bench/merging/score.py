"""How well groups agree: B-cubed (Bagga and Baldwin 1998), and pairs by language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass

from kawat.bench.figures import Scores, scores, share

Groups = Mapping[str, Hashable]
KINDS = ("all", "same", "same with copies", "cross", "copies")


@dataclass(frozen=True, slots=True)
class BCubed:
    precision: float
    recall: float
    f1: float


def b_cubed(found: Groups, gold: Groups, *, missing: int = 0, extra: int = 0) -> BCubed:
    """Of each thing the share of its found group that is right, and the share of its gold group that is found.

    ``found`` and ``gold`` give a group to the same things. ``missing`` and ``extra`` count things that only one of
    the two has: they weigh in with nothing right.
    """
    by_found, by_gold = _members(found), _members(gold)
    precision = recall = 0.0
    for one in gold:
        own, wanted = by_found[found[one]], by_gold[gold[one]]
        right = len(own & wanted)
        precision += right / len(own)
        recall += right / len(wanted)
    p, r = share(precision, len(gold) + extra), share(recall, len(gold) + missing)
    return BCubed(p, r, share(2 * p * r, p + r))


def pair_scores(
    found: Groups, gold: Groups, languages: Mapping[str, str], copies: Mapping[str, str]
) -> dict[str, Scores]:
    """Pairs put together, by kind: see `KINDS`; ``same`` language leaves copies out."""
    right: dict[str, int] = defaultdict(int)
    read: dict[str, int] = defaultdict(int)
    wanted: dict[str, int] = defaultdict(int)
    for one, other in _pairs(found):
        for kind in _kinds(one, other, languages, copies):
            read[kind] += 1
            right[kind] += gold[one] == gold[other]
    for one, other in _pairs(gold):
        for kind in _kinds(one, other, languages, copies):
            wanted[kind] += 1
    return {kind: scores(right[kind], read[kind], wanted[kind]) for kind in KINDS}


def _kinds(one: str, other: str, languages: Mapping[str, str], copies: Mapping[str, str]) -> Iterator[str]:
    yield "all"
    if languages[one] != languages[other]:
        yield "cross"
    else:
        yield "same with copies"
        yield "copies" if copies[one] == copies[other] else "same"


def _members(groups: Groups) -> dict[Hashable, set[str]]:
    out: dict[Hashable, set[str]] = defaultdict(set)
    for one, group in groups.items():
        out[group].add(one)
    return out


def _pairs(groups: Groups) -> Iterator[tuple[str, str]]:
    for members in _members(groups).values():
        ordered = sorted(members)
        for index, one in enumerate(ordered):
            yield from ((one, other) for other in ordered[index + 1 :])
