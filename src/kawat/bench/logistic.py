"""Logistic regression, for the weights that Kawat fits: of merging, of what stands, of confidences."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

STEPS = 50
SMALL = 1e-6  # of a step that is not worth halving

Floats = NDArray[np.float64]


def fitted(features: Floats, right: Floats, penalty: Floats, towards: Floats | None = None) -> Floats:
    """The weights that minimise log loss plus half of ``penalty`` times their squared distance from ``towards``.

    ``features``: (rows, weights); ``right``: 1 or 0 a row; ``penalty``: one a weight, above 0, so that the optimum
    is unique; ``towards``: zeros by default. By Newton's method, a step halved where it goes too far.
    """
    start = np.zeros(features.shape[1]) if towards is None else towards

    def loss(weights: Floats) -> float:
        odds = features @ weights
        return float(np.logaddexp(0, np.where(right > 0, -odds, odds)).sum() + penalty @ (weights - start) ** 2 / 2)

    weights = start
    for _ in range(STEPS):
        likely = chances(features, weights)
        slope = features.T @ (likely - right) + penalty * (weights - start)
        curve = (features * (likely * (1 - likely))[:, None]).T @ features + np.diag(penalty)
        step = np.linalg.solve(curve, slope)
        while np.abs(step).max() > SMALL and loss(weights - step) > loss(weights):
            step = step / 2
        weights = weights - step
    return weights


def chances(features: Floats, weights: Floats) -> Floats:
    """How likely each row is right by these weights."""
    told: Floats = 1 / (1 + np.exp(-np.clip(features @ weights, -30, 30)))
    return told
