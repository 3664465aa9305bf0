"""The learned weights of compliance: which body has a row, of which year, with which outcome and numbers.

`weights.json` has them by the name of each feature, where anybody can read them; `python -m
tools.train_compliance_ranker` learns them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from math import exp, fsum
from typing import Literal

import orjson

from pipeline.article import ComplianceOutcome

OUTCOMES: tuple[ComplianceOutcome, ...] = ("met", "missed", "at_risk", "exempt", "unknown")
Part = Literal["target_g_km", "actual_g_km", "gap_g_km", "penalty_eur"]
PARTS: tuple[Part, ...] = ("target_g_km", "actual_g_km", "gap_g_km", "penalty_eur")
"""What a number may be in a row."""


@dataclass(frozen=True, slots=True)
class Weights:
    """A bias and a weight for each feature; sums are log-odds, or scores of competitors."""

    bias: float
    of: Mapping[str, float]

    def total(self, features: AbstractSet[str]) -> float:
        """The sum of the features' weights and the bias."""
        known = self.of
        # fsum: the order of a set differs from process to process, the sum must not
        return self.bias + fsum([known[name] for name in known.keys() & features])


@dataclass(frozen=True, slots=True)
class RankerWeights:
    """The models."""

    threshold: float
    """From this probability on a body has a row that the rules did not read."""
    threshold_of_read: float
    """The same where the rules read one too."""
    body: Weights
    year: Weights
    outcomes: Mapping[ComplianceOutcome, Weights]
    numbers: Mapping[Part, Weights]
    """By the part that a number may play in a row."""


def shares(totals: Sequence[float]) -> list[float]:
    """The probability of each of several competitors, from their scores."""
    highest = max(totals, default=0.0)
    parts = [exp(total - highest) for total in totals]
    whole = fsum(parts)
    return [part / whole for part in parts]


def logistic(total: float) -> float:
    """The probability that log-odds stand for."""
    return 1.0 / (1.0 + exp(-max(total, -40.0)))


@lru_cache(maxsize=1)
def learned_weights() -> RankerWeights:
    """The weights that were learned last."""
    data = orjson.loads(resources.files(__package__).joinpath("weights.json").read_bytes())
    return RankerWeights(
        data["threshold"],
        data["threshold_of_read"],
        _weights(data["body"]),
        _weights(data["year"]),
        {outcome: _weights(data["outcomes"][outcome]) for outcome in OUTCOMES},
        {part: _weights(data["numbers"][part]) for part in PARTS},
    )


def _weights(data: Mapping[str, object]) -> Weights:
    bias, of = data["bias"], data["weights"]
    assert isinstance(bias, float)  # noqa: S101 - the file is ours; this tells the type checker
    assert isinstance(of, dict)  # noqa: S101
    return Weights(bias, of)
