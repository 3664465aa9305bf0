"""Every number of a page that a row may have as its target, its average, its distance or its bill, whoever it is of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.facts.compliance.fines import Fine
from pipeline.facts.compliance.grams import LOWEST_FLEET, Grams
from pipeline.facts.compliance.reading import Reading

MOST_NUMBERS = 60
_NEAR = 2
"""Sentences beside grams in which a number without a unit may be grams too, and in which a difference is told."""
_SAME = 0.051
"""By how much the difference of two written numbers may miss a third."""


@dataclass(frozen=True, slots=True)
class PossibleNumber:
    """A number in a sentence."""

    number: int
    """That of the sentence."""
    grams: Grams
    """With the part that the rules give it."""
    has_unit: bool
    """Whether the rules take it for grams, or a sum for a bill."""
    is_sum: bool
    """Whether it is a sum of money; then only its size and its place count in `grams`."""
    before: int = 0
    """End of the number before it in its sentence, or 0."""
    behind: int = 0
    """Start of the number behind it, or the sentence's end."""
    is_difference: bool = False
    """Whether it is the difference of two others near to it."""

    @property
    def value(self) -> float:
        """Its size."""
        return abs(self.grams.value)

    @property
    def role(self) -> str:
        """The part that the rules give it, and whether the text's words say so."""
        if self.is_sum:
            return "bill" if self.has_unit else "sum"
        return f"{self.grams.role}{'' if self.grams.sure else ' unsure'}"


def possible_numbers(readings: Sequence[Reading]) -> list[PossibleNumber]:
    """The numbers in the order of the text."""
    with_grams = {number for number, one in enumerate(readings) if one.grams}
    found: list[PossibleNumber] = []
    for number, reading in enumerate(readings):
        near = any(number + step in with_grams for step in range(-_NEAR, _NEAR + 1))
        counts = [Grams(one.value, "unknown", one.start, one.end, sure=False) for one in reading.counts if near]
        here = [
            *(PossibleNumber(number, one, has_unit=True, is_sum=False) for one in reading.grams),
            *(PossibleNumber(number, one, has_unit=False, is_sum=False) for one in counts),
            *(_sum(number, one, is_bill=True) for one in reading.fines if one.euro),
            *(_sum(number, one, is_bill=False) for one in reading.sums),
        ]
        found += _side_by_side(sorted(here, key=lambda one: one.grams.start), len(reading.sentence.text))
        if len(found) >= MOST_NUMBERS:
            break
    kept = found[:MOST_NUMBERS]
    return [replace(one, is_difference=_is_difference(one, kept)) for one in kept]


def _sum(number: int, one: Fine, *, is_bill: bool) -> PossibleNumber:
    grams = Grams(one.euro or 0.0, "unknown", one.start, one.end)
    return PossibleNumber(number, grams, has_unit=is_bill, is_sum=True)


def _side_by_side(numbers: Sequence[PossibleNumber], end: int) -> list[PossibleNumber]:
    """The numbers of a sentence, each with the end of the one before it and the start of the one behind."""
    ends = [0, *(one.grams.end for one in numbers)]
    starts = [*(one.grams.start for one in numbers[1:]), end]
    return [
        replace(one, before=before, behind=behind) for one, before, behind in zip(numbers, ends, starts, strict=False)
    ]


def _is_difference(one: PossibleNumber, others: Sequence[PossibleNumber]) -> bool:
    near = {
        other.value
        for other in others
        if abs(other.number - one.number) <= _NEAR and other.value >= LOWEST_FLEET and not other.is_sum
    }
    return not one.is_sum and any(abs(high - low - one.value) < _SAME for high in near for low in near if high > low)
