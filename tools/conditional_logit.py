"""Softmax over the options of each question (conditional logistic regression), with a square penalty. Deterministic.

What the learned weights of moves, figures and compliance are fitted with: which of several options is right.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from scipy.optimize import minimize


def fit_options(
    matrix: Any,
    sizes: Sequence[int],
    right: Sequence[float],
    counts: Sequence[float],
    penalty: Any,
    *,
    steps: int = 300,
    tolerance: float | None = None,
) -> Any:
    """The weights of the columns under which the right options are likeliest.

    Args:
        matrix: a row an option, the options of a question one after the other; a column a feature (sparse).
        sizes: how many options each question has.
        right: by option, 1 where it is right; of several right ones of a question each may win, one has at least one.
        counts: what each question counts.
        penalty: on the square of a weight: a number, or one a column.
        steps: of the optimizer at most.
        tolerance: of its loss between two steps, its own where none is given.
    """
    transposed, truth, count = matrix.T.tocsr(), np.asarray(right, dtype=float), np.asarray(counts, dtype=float)
    starts = np.cumsum([0, *sizes[:-1]])
    question = np.repeat(np.arange(len(sizes)), sizes)

    def loss(weights: Any) -> tuple[float, Any]:
        totals = matrix @ weights
        odds = np.exp(totals - np.maximum.reduceat(totals, starts)[question])
        whole, won = np.add.reduceat(odds, starts), np.add.reduceat(odds * truth, starts)
        slope = (odds / whole[question] - odds * truth / won[question]) * count[question]
        value = count @ (np.log(whole) - np.log(won)) + (penalty * weights) @ weights / 2
        return float(value), transposed @ slope + penalty * weights

    options: dict[str, float] = {"maxiter": steps} | ({} if tolerance is None else {"ftol": tolerance})
    return minimize(loss, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B", options=options).x
