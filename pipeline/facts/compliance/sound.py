"""Which rows are given: those whose pieces belong together, and of two that contradict each other the firmer one."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.facts.compliance.bodies import same_body
from pipeline.facts.compliance.reading import Reading
from pipeline.facts.compliance.rows import Candidate

_NAMED = 0.5
"""Below it the name is carried over from a sentence before."""
_VERDICTS = frozenset({"met", "missed", "at_risk"})
_AIMS = (
    "objective",
    "ceiling",
    "norm",
    "penalty",
    "pool",
    "pooled",
    "pooling",
    "topic",
    "met",
    "missed",
    "at_risk",
    "exempt",
)


def sound(candidates: Sequence[Candidate], readings: Sequence[Reading]) -> list[Candidate]:
    """The candidates without those that rest on too little or stand against a firmer one."""
    founded = [one for one in candidates if _is_founded(one, readings)]
    return [one for one in founded if not any(_outweighs(other, one) or _owns(other, one) for other in founded)]


def _is_founded(one: Candidate, readings: Sequence[Reading]) -> bool:
    """Whether a row has numbers or an outcome told of its target, and a name that stands for somebody."""
    if _measured(one) or one.row.target_g_km is not None or one.row.outcome not in _VERDICTS:
        return True
    window = [readings[number] for number in one.window]
    if one.body.kind == "makers":
        return any(reading.grams for reading in window)  # "car giants risk fines": nobody in particular stands anywhere
    if one.row.confidence >= _NAMED:
        return True
    return any(reading.has(*_AIMS) or reading.grams or reading.fines or reading.verdicts for reading in window)


def _measured(one: Candidate) -> bool:
    """Whether a row gives more than a target: an average, a distance or a sum."""
    row = one.row
    return any(value is not None for value in (row.actual_g_km, row.gap_g_km, row.penalty_eur))


def _owns(other: Candidate, one: Candidate) -> bool:
    """Whether the average of a row is that of another body its window names, and the row's name only carried over."""
    average = one.row.actual_g_km
    return (
        one.row.confidence < _NAMED <= other.row.confidence
        and average is not None
        and average == other.row.actual_g_km
        and not same_body(one.body, other.body)
        and bool(one.window & other.window)
    )


def _outweighs(more: Candidate, less: Candidate) -> bool:
    """Whether a row tells more firmly how that body stands in that year, so that the other falls."""
    said, other = more.row, less.row
    same = same_body(more.body, less.body) and more.body.part == less.body.part and said.year == other.year
    if not same or said.outcome not in _VERDICTS or said.outcome == other.outcome or _measured(less):
        return False
    if _measured(more):
        return other.target_g_km is None or other.outcome in _VERDICTS
    # What is over is firmer than what was feared of it.
    return said.outcome != "at_risk" and other.outcome == "at_risk" and other.target_g_km is None
