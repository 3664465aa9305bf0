"""Fit the weights of a `Ranker`: which of several options is right, or whether one is. Deterministic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

from pipeline.facts.figures.ranking.ranker import Ranker
from tools.conditional_logit import fit_options

LEAST_EXAMPLES = 4
"""A feature of fewer options is a name or a chance."""
LEAST_WEIGHT = 0.004
"""Smaller weights change no choice and are not kept."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The features of the options of one question, and which of them are right."""

    options: Sequence[Sequence[str]]
    right: Sequence[bool]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """The features of one option, and whether it is right."""

    features: Sequence[str]
    right: bool
    weight: float = 1.0


def fit_choices(choices: Sequence[Choice], strength: float, head_start: float) -> Ranker:
    """Softmax over the options of each question; of several right ones each may win.

    Args:
        choices: the questions; those without a right option teach nothing.
        strength: the inverse of the penalty on the square of a weight.
        head_start: log-odds that the choice of the rules gets when the ranker is used.
    """
    useful = [one for one in choices if any(one.right)]
    names = _names(options for one in useful for options in one.options)
    weights = fit_options(
        _matrix([features for one in useful for features in one.options], names),
        [len(one.options) for one in useful],
        [value for one in useful for value in one.right],
        [one.weight for one in useful],
        1 / strength,
        tolerance=1e-7,
    )
    return Ranker(_kept(names, weights), bias=head_start)


def fit_verdicts(verdicts: Sequence[Verdict], strength: float, threshold: float) -> Ranker:
    """Logistic regression over the features.

    Args:
        verdicts: the examples.
        strength: the inverse of the penalty on the square of a weight.
        threshold: the probability from which on one is taken.
    """
    names = _names(one.features for one in verdicts)
    model = LogisticRegression(C=strength, max_iter=400)
    model.fit(
        _matrix([one.features for one in verdicts], names),
        [one.right for one in verdicts],
        sample_weight=[one.weight for one in verdicts],
    )
    return Ranker(_kept(names, model.coef_[0]), round(float(model.intercept_[0]), 4), threshold)


def _names(options: Iterable[Sequence[str]]) -> dict[str, int]:
    counts = Counter(name for features in options for name in set(features))
    return {name: column for column, name in enumerate(sorted(one for one in counts if counts[one] >= LEAST_EXAMPLES))}


def _matrix(options: Sequence[Sequence[str]], names: dict[str, int]) -> Any:
    rows = [(row, names[name]) for row, features in enumerate(options) for name in set(features) if name in names]
    left, right = ([], []) if not rows else zip(*sorted(rows), strict=True)
    return sparse.csr_matrix((np.ones(len(rows)), (left, right)), shape=(len(options), len(names)))


def _kept(names: dict[str, int], weights: Any) -> dict[str, float]:
    return {
        name: round(float(weights[column]), 3) for name, column in names.items() if abs(weights[column]) >= LEAST_WEIGHT
    }
