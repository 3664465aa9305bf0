"""A linear model over named features: of several options the one whose weights sum highest, or yes and no of one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import repeat
from math import exp, fsum
from typing import Any

import orjson


@dataclass(frozen=True, slots=True)
class Ranker:
    """A weight for each feature; a feature that was never learned weighs nothing."""

    weights: Mapping[str, float]
    bias: float = 0.0
    """Of options: log-odds that the choice of the rules has before the others. Of one: log-odds before its features."""
    threshold: float = 0.5
    """Of one: the probability from which on it is taken."""

    def total(self, features: Iterable[str]) -> float:
        """The sum of the weights, in log-odds."""
        weights = self.weights
        return fsum(map(weights.get, set(features), repeat(0.0)))

    def best(self, options: Sequence[Iterable[str]], ruled: int) -> tuple[int, float]:
        """Which of the options is the right one, and how probable that is.

        Args:
            options: the features of each.
            ruled: the option that the rules chose.
        """
        totals = [self.total(features) for features in options]
        totals[ruled] += self.bias
        most = max(totals)
        return totals.index(most), 1 / sum([exp(total - most) for total in totals])

    def probability(self, features: Iterable[str]) -> float:
        """The probability of one with these features."""
        return 1 / (1 + exp(-max(-40.0, self.bias + self.total(features))))


@lru_cache(maxsize=16)  # one a question
def learned_ranker(name: str) -> Ranker | None:
    """The learned weights of that name; None where nothing was learned."""
    path = resources.files(__package__).joinpath("weights").joinpath(f"{name}.json")
    if not path.is_file():
        return None
    data: dict[str, Any] = orjson.loads(path.read_bytes())
    return Ranker(data["weights"], data["bias"], data["threshold"])
