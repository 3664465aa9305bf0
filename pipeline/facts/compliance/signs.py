"""The signs of a sentence by name, as the learned weights know them: its phrases, numbers, verdicts and tones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from pipeline.facts.compliance.page import CompliancePage
from pipeline.facts.compliance.possible_bodies import PossibleBody
from pipeline.facts.compliance.reading import Reading
from pipeline.facts.compliance.scope import is_elsewhere
from pipeline.facts.compliance.target_years import YearMention

Mark = tuple[str, int, int]
"""A phrase or a number by what it tells, with its place in the sentence."""
_BY_COUNTRY = ("market:", "market adjective:", "demonym:", "rule:", "rule name:")
_PAST_ALL = "+"


class PageSigns:
    """What is asked of a page again and again, worked out once."""

    def __init__(self, page: CompliancePage, bodies: Sequence[PossibleBody]) -> None:
        self.page = page
        self.bodies = bodies
        self.organizations = sum(one.kind == "organization" for one in bodies)
        self.with_rows = sum(bool(one.rows) for one in bodies)
        self.organizations_with_rows = sum(bool(one.rows) and one.kind == "organization" for one in bodies)
        self.most_places: dict[str, int] = {}
        self.first_of_kind: dict[str, PossibleBody] = {}
        self.number_of_kind: dict[str, int] = {}
        for one in bodies:
            self.most_places[one.kind] = max(self.most_places.get(one.kind, 0), len(one.places))
            self.first_of_kind.setdefault(one.kind, one)
            self.number_of_kind[one.kind] = self.number_of_kind.get(one.kind, 0) + 1
        self._marks: dict[int, list[Mark]] = {}
        self._of_sentences: dict[int, frozenset[str]] = {}
        self._of_surroundings: dict[int, frozenset[str]] = {}

    @cached_property
    def years(self) -> list[tuple[int, YearMention]]:
        """Every year the sentences name, with the number of the sentence."""
        return [(number, year) for number, reading in enumerate(self.page.readings) for year in reading.years]

    def marks(self, number: int) -> list[Mark]:
        """The phrases and grams of a sentence with their places."""
        if number not in self._marks:
            reading = self.page.readings[number]
            marks = [(_label(cue.label), cue.start, cue.end) for cue in reading.cues]
            marks += [(f"{one.role} grams", one.start, one.end) for one in reading.grams]
            self._marks[number] = marks
        return self._marks[number]

    def of_sentence(self, number: int) -> frozenset[str]:
        """What kinds of phrases, numbers, verdicts and tones a sentence has."""
        if number not in self._of_sentences:
            reading = self.page.readings[number]
            self._of_sentences[number] = frozenset([*(mark[0] for mark in self.marks(number)), *_others(reading)])
        return self._of_sentences[number]

    def on_page(self, label: str) -> bool:
        """Whether any sentence has a phrase of that kind."""
        return any(reading.has(label) for reading in self.page.readings)

    def of_surroundings(self, number: int) -> frozenset[str]:
        """The signs of a sentence, and those of the sentences beside it in its paragraph, told apart."""
        if number not in self._of_surroundings:
            readings = self.page.readings
            found = {f"sentence: {sign}" for sign in self.of_sentence(number)}
            for name, other in (("before", number - 1), ("behind", number + 1)):
                near = 0 <= other < len(readings)
                if near and readings[other].sentence.paragraph == readings[number].sentence.paragraph:
                    found.update(f"sentence {name}: {sign}" for sign in self.of_sentence(other))
            self._of_surroundings[number] = frozenset(found)
        return self._of_surroundings[number]


def step(count: int, *steps: int) -> str:
    """The first of the steps that a count does not exceed; `+` behind the last."""
    return next((str(one) for one in steps if count <= one), _PAST_ALL)


def _others(reading: Reading) -> Iterator[str]:
    yield from (f"verdict {one.outcome}" for one in reading.verdicts)
    yield from (f"tone {one.outcome}{' expected' if one.expected else ''}" for one in reading.tones)
    if reading.fines:
        yield "fine"
    if reading.years:
        yield "year"
    if reading.percentages:
        yield "percentage"
    if is_elsewhere(reading):
        yield "of something else"


def _label(label: str) -> str:
    return label.partition(":")[0] if label.startswith(_BY_COUNTRY) else label
