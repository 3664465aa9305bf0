"""In which order a page names its years and a body: the year named last before a name is rather that of its row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pipeline.facts.compliance.possible_bodies import IN_TABLE, PossibleBody
from pipeline.facts.compliance.signs import PageSigns, step
from pipeline.facts.compliance.target_years import YearMention

_MOST_PLACES = 6


class Neighbours(NamedTuple):
    """The years around the places of a name; those that are only compared with are left out."""

    before: frozenset[int]
    """Named last before one of them."""
    behind: frozenset[int]
    """Named first behind one of them."""
    paragraphs: frozenset[int]
    """Named in one of their paragraphs."""


class YearOrder:
    """The neighbours of each body, worked out once."""

    def __init__(self, signs: PageSigns) -> None:
        self._signs = signs
        self._known: dict[str, Neighbours] = {}

    def signs_of(self, body: PossibleBody, year: int) -> Iterator[str]:
        """What the order says for a year of a body, by name."""
        if body.key not in self._known:
            self._known[body.key] = self._neighbours_of(body)
        before, behind, paragraphs = self._known[body.key]
        if year in before:
            yield from ("last named before", f"last named before, {len(before) == 1}")
        elif before:
            yield "not the last named before"
        if year in behind:
            yield f"next named, {'one' if before else 'none'} before"
        if paragraphs == {year}:
            yield "the only one of its paragraphs"
        elif year in paragraphs:
            yield "one of its paragraphs"
        elif paragraphs:
            yield "not of its paragraphs"

    def of_mentions(self, mentions: Sequence[tuple[int, YearMention]], tense: str) -> Iterator[str]:
        """What the places where a year is named show, whoever it is of; each with its sentence's number."""
        if not mentions:
            return
        yield f"first named in sentence {step(mentions[0][0], 0, 1, 2, 4, 8)}"
        if mentions[0] is self._signs.years[0]:
            yield "first of all"
        if mentions[-1] is self._signs.years[-1]:
            yield "last of all"
        for number, one in mentions:
            if not one.baseline:
                yield from (f"its sentence: {sign}, {tense}" for sign in self._signs.of_sentence(number))

    def _neighbours_of(self, body: PossibleBody) -> Neighbours:
        readings = self._signs.page.readings
        usable = [(number, one) for number, one in self._signs.years if not one.baseline]
        before: set[int] = set()
        behind: set[int] = set()
        paragraphs: set[int] = set()
        for number, start, _ in body.places[:_MOST_PLACES]:
            if number == IN_TABLE:
                continue
            earlier = [one.year for other, one in usable if (other, one.start) < (number, start)]
            later = [one.year for other, one in usable if (other, one.start) > (number, start)]
            before.update(earlier[-1:])
            behind.update(later[:1])
            own = readings[number].sentence.paragraph
            paragraphs.update(one.year for other, one in usable if readings[other].sentence.paragraph == own)
        return Neighbours(frozenset(before), frozenset(behind), frozenset(paragraphs))
