"""Where a page names a body, as seen from a year: in its sentence, beside it, in its paragraph, how far away."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pipeline.facts.compliance.possible_bodies import Place
from pipeline.facts.compliance.reading import Reading
from pipeline.facts.compliance.signs import step
from pipeline.facts.compliance.target_years import YearMention

FAR = 50
"""Sentences: farther than any that counts."""


class PlacesOfBody:
    """By sentence, so that a year asks its neighbours alone: a page may name both a thousand times."""

    def __init__(self, readings: Sequence[Reading], places: Sequence[Place]) -> None:
        self._readings = readings
        self._at: dict[int, list[Place]] = {}
        self._within: dict[object, tuple[int, int]] = {}
        """The first and the last sentence of a paragraph that has a place."""
        for place in places:
            self._at.setdefault(place.number, []).append(place)
            paragraph = self._readings[place.number].sentence.paragraph
            first, last = self._within.get(paragraph, (place.number, place.number))
            self._within[paragraph] = min(first, place.number), max(last, place.number)
        self._numbers = sorted(self._at)

    def away(self, number: int) -> int:
        """How many sentences the nearest place is away."""
        behind = bisect_left(self._numbers, number)
        return min((abs(each - number) for each in self._numbers[max(0, behind - 1) : behind + 1]), default=FAR)

    def beside(self, number: int, one: YearMention) -> Iterator[str]:
        """What a year shows for places in its sentence, its paragraph and the sentences beside it."""
        use = "compared with" if one.baseline else "named"
        reading = self._readings[number]
        for place in self._at.get(number, ()):
            distance, side = (
                (one.start - place.end, "right") if one.start >= place.end else (place.start - one.end, "left")
            )
            yield from (f"same sentence: {use}", f"same sentence: {side} {step(distance, 15, 40, 80)}")
            if sum(not other.baseline for other in reading.years) == 1:
                yield "same sentence: alone"
        first, last = self._within.get(reading.sentence.paragraph, (number, number))
        if number < last:
            yield f"same paragraph: {use} before"
        if first < number:
            yield f"same paragraph: {use} behind"
        if number + 1 in self._at:
            yield f"next sentence: {use} before"
        if number - 1 in self._at:
            yield f"next sentence: {use} behind"
