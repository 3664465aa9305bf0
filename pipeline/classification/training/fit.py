"""Logistic regression over the features of one type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from pipeline.classification.model import Linear

STRENGTH = 0.5
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
