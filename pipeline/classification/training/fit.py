"""Logistic regression over the features of one type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from pipeline.classification.model import Linear

STRENGTH = 1.0
"""Inverse of the penalty on large weights; chosen by cross-validation."""


@dataclass(frozen=True, slots=True)
class Example:
    """The features of an article and whether it is of the type."""

    values: dict[str, float]
    positive: bool
    weight: float = 1.0


def fit(examples: Sequence[Example], strength: float = STRENGTH) -> Linear:
    """The weights that tell the positive examples from the others. Deterministic."""
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([example.values for example in examples])
    labels = np.array([example.positive for example in examples])
    model = LogisticRegression(C=strength, max_iter=3000, tol=1e-6)
    model.fit(matrix, labels, sample_weight=[example.weight for example in examples])
    names = vectorizer.get_feature_names_out()
    weights = {str(name): float(weight) for name, weight in zip(names, model.coef_[0], strict=True)}
    return Linear(float(model.intercept_[0]), weights)


@dataclass(frozen=True, slots=True)
class Calibration:
    """A slope and a shift that make a sum mean a probability."""

    slope: float
    shift: float

    def probability(self, total: float) -> float:
        """The share of right ones among held-out articles with such a sum."""
        return Linear(self.slope * total + self.shift, {}).probability({})

    def of(self, linear: Linear) -> Linear:
        """The same correction, folded into the weights."""
        weights = {name: weight * self.slope for name, weight in linear.weights.items()}
        return Linear(linear.bias * self.slope + self.shift, weights)


def calibrate(pairs: Sequence[tuple[float, bool]]) -> Calibration:
    """Platt's scaling: the slope and shift under which held-out sums fit what was right."""
    model = LogisticRegression(C=1e6, max_iter=1000)
    model.fit(np.array([[total] for total, _ in pairs]), np.array([right for _, right in pairs]))
    return Calibration(float(model.coef_[0][0]), float(model.intercept_[0]))
