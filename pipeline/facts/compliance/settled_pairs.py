"""Two averages of one sentence of which a verdict says that one is the target.

Where a sentence about one maker says that it met or missed its target and gives two
values of one kind, the larger is the target of who met it, the smaller of who missed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.facts.compliance.grams import LOWEST_FLEET, Grams
from pipeline.facts.compliance.reading import Reading

_PAIR = 2
_WIDEST = 40.0
"""Grams between two values of which one may be the other's target."""


def with_settled_pairs(readings: Sequence[Reading]) -> list[Reading]:
    """The readings, where a verdict tells which of two values is the target."""
    settled = [_settled(reading) for reading in readings]
    for number, (reading, behind) in enumerate(pairwise(settled)):
        if reading.sentence.paragraph == behind.sentence.paragraph:
            settled[number] = _sure_before(reading, behind)
    return settled


def _sure_before(reading: Reading, behind: Reading) -> Reading:
    """The reading, its only value surely a maker's average where the next sentence gives nothing but its target."""
    fleet = [one for one in reading.grams if one.value >= LOWEST_FLEET]
    targets = [one for one in behind.grams if one.role == "target" and one.sure]
    told = bool(reading.groups_of_kind("organization")) or reading.refers_back
    if len(fleet) != 1 or len(targets) != 1 or len(behind.grams) != 1 or not told or behind.groups:
        return reading
    one, target = fleet[0], targets[0]
    if one.sure or one.role not in ("actual", "unknown") or abs(one.value - target.value) > _WIDEST:
        return reading
    sure = replace(one, role="actual", sure=True)
    return replace(reading, grams=tuple(sure if other is one else other for other in reading.grams))


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
