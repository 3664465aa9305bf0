"""The learned weights of the ranking: for each question, what a sign weighs for coming and for going."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp, fsum

import orjson

from pipeline.article import MoveEvent

Pair = Sequence[float]
"""A weight for `appointed`, one for `departed`."""


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of one question: who moves, or which value of a field belongs to the move."""

    signs: Mapping[str, Pair]

    def total(self, signs: Iterable[str], event: MoveEvent) -> float:
        """The sum of what the signs weigh for that event."""
        weights, side = self.signs, event == "departed"
        # fsum: the order of a set differs from process to process, the sum must not
        return fsum(weights[sign][side] for sign in signs if sign in weights)

    def totals(self, signs: Iterable[str]) -> tuple[float, float]:
        """The sums for coming and for going."""
        weights = self.signs
        found = [weights[sign] for sign in signs if sign in weights]
        return fsum(one[0] for one in found), fsum(one[1] for one in found)


@cache
def read_weights() -> Mapping[str, Weights]:
    """By question: `rows`, and each field that the ranking decides."""
    data = orjson.loads((files(__package__) / "weights.json").read_bytes())
    return {question: Weights(signs) for question, signs in data.items()}


def probability(total: float) -> float:
    """The probability that a sum of weights stands for."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


def shares(totals: Sequence[float]) -> list[float]:
    """The probabilities of candidates of which one is right, from their sums of weights."""
    most = max(totals)
    odds = [exp(total - most) for total in totals]
    whole = sum(odds)
    return [one / whole for one in odds]
