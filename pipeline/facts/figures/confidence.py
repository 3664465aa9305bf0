"""From how sure each choice is to how often the whole row is right."""

from __future__ import annotations

from itertools import pairwise

_CURVE = ((0.0, 0.0), (0.25, 0.3), (0.4, 0.55), (0.5, 0.68), (0.6, 0.76), (0.7, 0.84), (0.85, 0.93), (1.0, 0.97))
"""Product of the certainties of a row's choices, and the share of such rows that are right in every field.

Drawn by hand through what was measured on labelled articles; see docs/facts/figures.md."""


def probability(product: float) -> float:
    """The estimated probability that a row is right in all its fields, from the product of its certainties."""
    for (left, low), (right, high) in pairwise(_CURVE):
        if product <= right:
            return round(low + (high - low) * (product - left) / (right - left), 2)
    return _CURVE[-1][1]
