"""Two averages of one sentence of which a verdict says that one is the target.

Where a sentence about one maker says that it met or missed its target and gives two
values of one kind, the larger is the target of who met it, the smaller of who missed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.facts.compliance.grams import LOWEST_FLEET, Grams
from pipeline.facts.compliance.reading import Reading

_PAIR = 2
_WIDEST = 40.0
"""Grams between two values of which one may be the other's target."""


def with_settled_pairs(readings: Sequence[Reading]) -> list[Reading]:
    """The readings, where a verdict tells which of two values is the target."""
    return [_settled(reading) for reading in readings]


def _settled(reading: Reading) -> Reading:
    fleet = [one for one in reading.grams if one.value >= LOWEST_FLEET and one.role != "gap"]
    sides = _sides(reading)
    names = {body.key for group in reading.groups_of_kind("organization") for body in group}
    if len(fleet) != _PAIR or len(sides) != 1 or len(names) > 1:
        return reading
    first, second = fleet
    if any(group[0].start > second.end for group in reading.groups_of_kind("organization")):
        return reading  # both values are of whom the sentence named before: a market
    alike = {first.role, second.role} in ({"actual"}, {"target"}, {"actual", "unknown"}, {"unknown"})
    if not alike or first.value == second.value or abs(first.value - second.value) > _WIDEST:
        return reading
    larger, smaller = (first, second) if first.value > second.value else (second, first)
    target, actual = (larger, smaller) if sides == {"met"} else (smaller, larger)
    roles: dict[Grams, Grams] = {
        target: replace(target, role="target", sure=True),
        actual: replace(actual, role="actual", sure=True, own=False),
    }
    return replace(reading, grams=tuple(roles.get(one, one) for one in reading.grams))


def _sides(reading: Reading) -> set[str]:
    """What verdicts and distances of the sentence say."""
    said: set[str] = {one.outcome for one in reading.verdicts if one.outcome in ("met", "missed") and one.explicit}
    return said | {"missed" if one.value > 0 else "met" for one in reading.grams if one.role == "gap" and one.sure}
