"""A type's model: a weight for each feature, summed and turned into a probability.

Two sums: one for "is a real part of the article", one for "is what headline and
lead are about". The numbers come from `model.json`, or from `[rules]` in
`type.toml` as long as nothing was trained.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import exp, fsum
from sys import intern

from pipeline.classification.types import known_types, read_model


@dataclass(frozen=True, slots=True)
class Linear:
    """A bias and a weight for each feature."""

    bias: float
    weights: Mapping[str, float]

    def probability(self, values: Mapping[str, float]) -> float:
        """The probability that the features speak for."""
        return _logistic(self.total(values))

    def probability_of(self, names: Iterable[str]) -> float:
        """The same of features that are there, each counted once, in whatever order they come."""
        known = map(self.weights.get, set(names))
        return _logistic(self.bias + fsum(weight for weight in known if weight is not None))

    def total(self, values: Mapping[str, float]) -> float:
        """The sum before it becomes a probability; 0 is one half."""
        weights = self.weights
        total = self.bias
        for name, value in values.items():
            if name in weights:
                total += weights[name] * value
        return total


@dataclass(frozen=True, slots=True)
class TypeModel:
    """The two sums of a type."""

    part: Linear
    """Is a real part of the article."""
    lead: Linear
    """Is what headline and lead are about."""
    trained: bool
    """False where the weights were set by hand."""
    sign_weights: Mapping[str, float]
    """What each sign weighs for the type, over all places."""
    pairs: Mapping[str, tuple[float, float]]
    """The weights of both sums by feature, 0 where one has none."""

    @classmethod
    def of(cls, part: Linear, lead: Linear, *, trained: bool) -> TypeModel:
        """The model of those two sums."""
        names = dict.fromkeys((*part.weights, *lead.weights))
        pairs = {intern(name): (part.weights.get(name, 0.0), lead.weights.get(name, 0.0)) for name in names}
        return cls(part, lead, trained, _by_sign(part), pairs)

    def probabilities(self, values: Mapping[str, float]) -> tuple[float, float]:
        """What `part.probability` and `lead.probability` say, in one pass over the features."""
        pairs, part, lead = self.pairs, self.part.bias, self.lead.bias
        for name, value in values.items():
            if name in pairs:
                for_part, for_lead = pairs[name]
                part += for_part * value
                lead += for_lead * value
        return _logistic(part), _logistic(lead)


@lru_cache(maxsize=64)  # one a type
def model_for(name: str) -> TypeModel:
    """The trained model of a type, or its rules."""
    data = read_model(name)
    if data is None:
        rules = known_types()[name].rules
        linear = Linear(rules.get("bias", -4.0), rules.get("weights", {}))
        return TypeModel.of(linear, linear, trained=False)
    return TypeModel.of(_linear(data["part"]), _linear(data["lead"]), trained=True)


def _by_sign(linear: Linear) -> dict[str, float]:
    totals: dict[str, float] = {}
    for feature, weight in linear.weights.items():
        sign = feature.partition(":")[2]
        totals[sign] = totals.get(sign, 0.0) + weight
    return totals


def _linear(data: Mapping[str, object]) -> Linear:
    bias, weights = data["bias"], data["weights"]
    assert isinstance(bias, float)  # noqa: S101 - the file is ours; this tells the type checker
    assert isinstance(weights, dict)  # noqa: S101
    return Linear(bias, weights)


def _logistic(total: float) -> float:
    if total < -40:
        return 0.0
    return 1.0 / (1.0 + exp(-total))
