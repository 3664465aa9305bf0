"""Logistic regression over the features of one type, held to what the type's folder says of its signs.

A sign that speaks for the type never gets a weight below zero, one that speaks against it never one above: what a few
hundred articles suggest by chance against plain sense does not hold on the next ones. Signs of which the folder says
nothing may weigh either way, but less; the strengths of the other types, few and sound, either way and as much.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import minimize
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from pipeline.classification.features import BESIDE
from pipeline.classification.model import Linear
from pipeline.classification.types import TypeDefinition
from pipeline.classification.wording import WORDING

PENALTY = 1.0
"""On the square of a weight whose direction is known, or that another type's strength has; by cross-validation."""

PENALTY_UNKNOWN = 4.0
"""On the square of any other weight."""


@dataclass(frozen=True, slots=True)
class Example:
    """The features of an article and whether it is of the type."""

    values: dict[str, float]
    positive: bool
    weight: float = 1.0


def directions(kind: TypeDefinition) -> dict[str, int]:
    """By sign, 1 where it can only speak for the type and -1 where it can only speak against it."""
    strength = kind.strength
    for_it, against = {*strength.core, *strength.support}, set(strength.against)
    known = {**dict.fromkeys(for_it, 1), **dict.fromkeys(against, -1), "strength": 1, "foreign": -1, WORDING: 1}
    for each in kind.combinations:
        if against & {*each.all} or (each.any and against >= {*each.any}):
            known[each.name] = -1
        elif for_it >= {*each.all}:
            known[each.name] = 1
    return known


def fit(examples: Sequence[Example], directed: Mapping[str, int] | None = None) -> Linear:
    """The weights that tell the positive examples from the others. Deterministic."""
    vectorizer = DictVectorizer()
    features = vectorizer.fit_transform([example.values for example in examples]).tocsr()
    transposed = features.T.tocsr()
    names = [str(name) for name in vectorizer.get_feature_names_out()]
    signs = [name.rpartition(":")[2] for name in names]
    known = [(directed or {}).get(sign, 0) for sign in signs]
    sound = [direction or sign.startswith(BESIDE) for direction, sign in zip(known, signs, strict=True)]
    penalty = np.array([PENALTY if each else PENALTY_UNKNOWN for each in sound])
    bounds = [(0 if direction > 0 else None, 0 if direction < 0 else None) for direction in known]
    side = np.array([1.0 if example.positive else -1.0 for example in examples])
    counts = np.array([example.weight for example in examples])

    def loss(point: Any) -> tuple[float, Any]:
        weights, bias = point[:-1], point[-1]
        margin = side * (features @ weights + bias)
        slope = -counts * side / (1 + np.exp(np.clip(margin, -50, 50)))
        value = counts @ np.logaddexp(0, -margin) + 0.5 * penalty @ weights**2
        return float(value), np.append(transposed @ slope + penalty * weights, slope.sum())

    start = np.zeros(len(names) + 1)
    found = minimize(
        loss, start, jac=True, method="L-BFGS-B", bounds=[*bounds, (None, None)], options={"maxiter": 500, "ftol": 1e-9}
    )
    weights = {name: float(weight) for name, weight in zip(names, found.x, strict=False)}
    return Linear(float(found.x[-1]), weights)


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
