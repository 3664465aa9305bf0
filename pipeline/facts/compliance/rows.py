"""Statements become rows: the year and the regulation are settled, the outcome is drawn, doubles fall away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.article import Compliance, ComplianceOutcome, ComplianceRule, Span
from pipeline.facts.compliance.bodies import Body, same_body
from pipeline.facts.compliance.body_names import name_of
from pipeline.facts.compliance.outcomes import Outcomes
from pipeline.facts.compliance.phrases import PhraseBook
from pipeline.facts.compliance.reading import Reading
from pipeline.facts.compliance.regulations import regulation_in, regulation_of
from pipeline.facts.compliance.statement import Statement
from pipeline.facts.compliance.target_years import is_of_a_target, nearest_year, page_year
from pipeline.facts.periods import find_periods

_CONFIDENCE = {"verdict": 0.85, "grams": 0.8, "fine": 0.75, "pool": 0.65, "policy": 0.6, "tenor": 0.6}
"""How often a row on that basis is right as a whole."""
_CARRIED, _UNSURE = 0.15, 0.2
_FIRST_OF_95, _AROUND_95 = 2020, (94.5, 95.5)
"""The Union's limit of 95 g, and from when on it bound makers."""
_FURTHEST_YEAR = 12
"""How many sentences back a year still holds."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row, with what tells whether another says the same."""

    row: Compliance
    body: Body
    year_stated: bool
    """Whether the window itself names the year."""
    window: frozenset[int]
    """Numbers of the sentences it was read from."""
    paragraphs: frozenset[int]
    """Numbers of their paragraphs."""
    settled: bool
    """Whether words or numbers of the window give the outcome, be it `unknown`."""
    basis: str = ""
    """What the statement rested on."""
    naming: Span | None = None
    """The sentence before, where it has the name that the window only refers to."""

    def told(self) -> Compliance:
        """The row; its evidence has the sentence with the name too where it is a single sentence else."""
        if self.naming is None or len(self.row.evidence) > 1:
            return self.row
        return replace(self.row, evidence=[self.naming, *self.row.evidence])


class PageSettings:
    """What the page as a whole gives its rows: the regulation, the year, the day."""

    def __init__(self, readings: Sequence[Reading], language: str | None, published: str | None) -> None:
        self.readings = readings
        self.language = language
        self.day = published
        self.published = int(published[:4]) if published else None
        self.rule: ComplianceRule = regulation_of(readings)
        self.years = page_year([(one.years, one.cues) for one in readings], self.published)
        self.provisional = any(one.has("provisional") for one in readings)
        self._outcomes = Outcomes(readings, self.published, provisional=self.provisional)

    def candidate(self, statement: Statement, book: PhraseBook) -> Candidate | None:
        """The row of a statement; None where it says nothing."""
        year, stated = self._year(statement)
        outcome = self._outcomes.of(statement, year)
        if _says_nothing(statement, outcome):
            return None
        first = self.readings[min(statement.window)]
        row = Compliance(
            organization=name_of(statement.body, self.readings, book, statement.window),
            year=year,
            target_g_km=statement.target,
            actual_g_km=statement.actual,
            gap_g_km=statement.gap,
            outcome=outcome,
            penalty_eur=statement.euro,
            rule=regulation_in(first, self.rule),
            confidence=_confidence(statement),
            evidence=[
                self.readings[number].sentence.span(0, len(self.readings[number].sentence.text))
                for number in sorted(statement.window)
            ],
        )
        settled = statement.outcome is not None or outcome != "unknown"
        window = frozenset(statement.window)
        paragraphs = frozenset(self.readings[number].sentence.paragraph for number in window)
        naming = self._naming(statement)
        return Candidate(row, statement.body, stated, window, paragraphs, settled, statement.basis, naming)

    def _naming(self, statement: Statement) -> Span | None:
        """The sentence before, where it alone has the name that "the maker" stands for."""
        before = min(statement.window) - 1
        if not statement.carried or before < 0:
            return None
        bodies = (body for group in self.readings[before].groups for body in group)
        sentence = self.readings[before].sentence
        named = any(same_body(body, statement.body) for body in bodies)
        return sentence.span(0, len(sentence.text)) if named else None

    def _year(self, statement: Statement) -> tuple[int | None, bool]:
        if statement.year:
            return (self._aimed_before(statement, statement.year) or statement.year), True
        settled = statement.fined or statement.outcome in ("met", "missed")
        over = self.published is None or all(year.last < self.published for one in self.readings for year in one.years)
        for number in sorted(statement.window, reverse=True):
            found = nearest_year(
                self.readings[number].years, statement.place, latest=settled and (over or self._are_over(number))
            )
            if found:
                return (self._aimed_before(statement, found) or found), True
        first = min(statement.window)
        for number in range(first - 1, max(0, first - _FURTHEST_YEAR) - 1, -1):
            reading = self.readings[number]
            usable = [one for one in reading.years if not one.baseline]
            near = reading.sentence.paragraph == self.readings[first].sentence.paragraph
            if usable and (near or self._tells(number)):
                aimed = [one for one in usable if is_of_a_target(one, reading.cues)]
                chosen = (aimed or usable)[-1]
                return (chosen.last if settled and over else chosen.year), False
        if self.published and any(self.readings[number].has("provisional") for number in statement.window):
            return self.published, False
        if self.published and self.provisional and not self.years:
            return self.published, False
        if self.years:
            return self.years[1 if settled and over else 0], False
        return self._dated(statement), False

    def _tells(self, number: int) -> bool:
        """Whether a sentence, or the one behind it in its paragraph, tells of emissions, outcomes or fines."""
        paragraph = self.readings[number].sentence.paragraph
        return any(
            one.sentence.paragraph == paragraph and (one.grams or one.verdicts or one.fines or one.has("topic"))
            for one in self.readings[number : number + 2]
        )

    def _are_over(self, number: int) -> bool:
        """Whether the sentence names years, and all of them are over."""
        years = self.readings[number].years
        return bool(self.published and years) and all(one.last < (self.published or 0) for one in years)

    def _aimed_before(self, statement: Statement, measured: int) -> int | None:
        """The target's year, where the window names only that of the average: it stands before."""
        first = min(statement.window)
        both = statement.target is not None and statement.actual is not None
        if both and statement.body.kind == "organization" and self._binds_later(statement.target, measured):
            named = [year.year for one in self.readings for year in one.years if year.year >= _FIRST_OF_95]
            return min(named, default=self.published if (self.published or 0) >= _FIRST_OF_95 else None)
        if not both or not self.published or measured >= self.published or first == 0:
            return None
        before, here = self.readings[first - 1], self.readings[first]
        aims = [one for one in before.years if is_of_a_target(one, before.cues) and one.year > self.published]
        near = before.sentence.paragraph == here.sentence.paragraph
        return aims[-1].year if aims and near else None

    def _binds_later(self, target: float | None, measured: int) -> bool:
        """Whether a year is before the first in which the Union's limit of 95 g bound anybody."""
        low, high = _AROUND_95
        return self.rule == "eu_fleet" and target is not None and low <= target <= high and measured < _FIRST_OF_95

    def _dated(self, statement: Statement) -> int | None:
        """The year of the period the window names without a year: "in May"."""
        for number in sorted(statement.window):
            periods = find_periods(self.readings[number].sentence.text, self.language, self.day)
            for period in periods:
                if period.year and not period.compared:
                    return period.year
        return None


def _says_nothing(statement: Statement, outcome: ComplianceOutcome) -> bool:
    if statement.basis == "policy" or outcome != "unknown" or statement.outcome == "unknown":
        return False
    if statement.expected and statement.basis == "verdict":
        return False  # "says it will be on time": who promises stands somewhere
    return statement.target is None and statement.actual is None and statement.gap is None


def _confidence(statement: Statement) -> float:
    value = _CONFIDENCE[statement.basis]
    value -= _CARRIED if statement.carried else 0.0
    value -= 0.0 if statement.sure else _UNSURE
    return round(max(value, 0.05), 2)
