"""The outcome of a statement: in the words of the text, else drawn from the numbers of its window."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.article import ComplianceOutcome
from pipeline.facts.compliance.reading import Reading
from pipeline.facts.compliance.statement import Statement


class Outcomes:
    """Draws outcomes from what statements say, and from whether their year is over."""

    def __init__(self, readings: Sequence[Reading], published: int | None, *, provisional: bool) -> None:
        self._readings = readings
        self._published = published
        self._provisional = provisional

    def of(self, statement: Statement, year: int | None) -> ComplianceOutcome:
        """What the words say, else what the numbers of the window give; a miss of a year that is not over is a risk."""
        open_year = bool(year and self._published and year >= self._published) or (
            not self._published and self._provisional
        )
        outcome = statement.outcome
        compared = statement.target is not None and statement.actual is not None
        if (
            outcome is None
            or (outcome == "exempt" and compared)
            or (outcome == "unknown" and statement.basis == "grams")
        ):
            outcome = self._from_numbers(statement, year)
        elif statement.gap and outcome in ("met", "missed") and (statement.gap > 0) == (outcome == "met"):
            outcome = self._from_numbers(statement, year)  # on which side it lies is said beside the number
        if outcome == "missed" and open_year:
            return "at_risk"
        owed = statement.fined and bool(year and self._published and year < self._published)  # set aside for it
        if outcome == "at_risk" and (owed or self._is_over(statement, year)):
            return "missed"
        if (
            outcome == "met"
            and statement.expected
            and (open_year or year is None)
            and not self._is_so_by_now(statement)
        ):
            return "unknown"
        return outcome

    def _is_over(self, statement: Statement, year: int | None) -> bool:
        """Whether a year is over in which the statement has its body above the target."""
        if any(
            self._readings[number].has("would") and _is_helped(self._readings[number]) for number in statement.window
        ):
            return False  # "without the pool it would have missed"
        over = (statement.gap or 0) > 0
        if statement.actual is not None and statement.target is not None:
            over = statement.actual > statement.target
        return over and bool(year and self._published and year < self._published) and statement.body.kind != "market"

    def _is_so_by_now(self, statement: Statement) -> bool:
        """Whether "already" stands in the window: "would already be on the safe side"."""
        return any(self._readings[number].has("already") for number in statement.window)

    def _from_numbers(self, statement: Statement, year: int | None) -> ComplianceOutcome:
        if statement.body.kind == "market" and not self._is_judged(statement):
            return "unknown"
        if statement.gap is not None:
            return "missed" if statement.gap > 0 else "met"
        if statement.fined:
            return "missed"
        if statement.target is None or statement.actual is None:
            return "unknown"
        if statement.actual <= statement.target:
            return "met"
        measured = [one.year for number in statement.window for one in self._readings[number].years if not one.baseline]
        return "at_risk" if year and measured and min(measured) < year else "missed"

    def _is_judged(self, statement: Statement) -> bool:
        """Whether the text itself says on which side of its target a market lies, and does not only give both."""
        if statement.gap is not None:
            return True
        first, last = min(statement.window), max(statement.window)
        window = self._readings[first : last + 2]
        return any(
            reading.verdicts or reading.fines or reading.has("over", "under") or _has_a_bill(reading)
            for reading in window
        )


def _is_helped(reading: Reading) -> bool:
    """Whether the sentence names help without which things would be otherwise."""
    return reading.has("pool", "pooled", "pooling", "without")


def _has_a_bill(reading: Reading) -> bool:
    """Whether a word for what is paid stands in the sentence that is not also one for what is required."""
    required = {cue.start for cue in reading.cues if cue.label == "required"}
    return any(cue.label == "penalty" and cue.start not in required for cue in reading.cues)
