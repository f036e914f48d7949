"""The arithmetic that the benchmarks share: shares, precision, recall, F1, Cohen's kappa."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Scores:
    """Counts and what follows from them: things in the gold, things read, and shares between 0 and 1."""

    gold: int
    read: int
    precision: float
    recall: float
    f1: float


def scores(right: int, read: int, gold: int) -> Scores:
    """Precision, recall and F1 where each right thing pairs one read with one of the gold; 0 where undefined."""
    return Scores(gold, read, share(right, read), share(right, gold), share(2 * right, read + gold))


def share(part: float, whole: float) -> float:
    """``part / whole``; 0 where there is nothing to have a share of."""
    return part / whole if whole else 0.0


def mean(values: Collection[float]) -> float:
    return share(sum(values), len(values))


def kappa(both: int, only_first: int, only_second: int, neither: int) -> float:
    """Cohen's kappa of two yes-or-no codings by their four counts.

    0 where chance alone would agree always (both codings say the same thing of everything): there is nothing to
    measure then.
    """
    total = both + only_first + only_second + neither
    first, second = share(both + only_first, total), share(both + only_second, total)
    observed = share(both + neither, total)
    expected = first * second + (1 - first) * (1 - second)
    return 0.0 if expected >= 1 or not total else (observed - expected) / (1 - expected)
