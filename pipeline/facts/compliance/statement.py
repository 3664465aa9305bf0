"""A statement: what one window of the text says of one body.

A window is a sentence, or two that follow each other: the second may give the
limit for what the first says ("130 were allowed"), or speak of a body that the
first names.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.article import ComplianceOutcome
from pipeline.facts.compliance.bodies import Body

_NUMBERS = ("target", "actual", "gap", "euro")


@dataclass(slots=True)
class Statement:
    """What a window says of a body."""

    body: Body
    window: set[int]
    """Numbers of the readings it was read from."""
    place: int
    """Where in its first sentence the year is looked for."""
    basis: str
    """What it rests on: `verdict`, `grams`, `fine`, `pool`, `policy`."""
    outcome: ComplianceOutcome | None = None
    target: float | None = None
    actual: float | None = None
    gap: float | None = None
    euro: float | None = None
    fined: bool = False
    year: int | None = None
    carried: bool = False
    """Whether the body is named only in a sentence before."""
    sure: bool = True
    own_target: bool = False
    expected: bool = False
    """Whether the outcome is told as still to come: where its year is over it has come."""
    parts: list[str] = field(default_factory=list)


def agree(one: Statement, other: Statement) -> bool:
    """Whether two statements may be one: each number and the year stand in one of them alone, or are the same."""
    same = all(None in (values := (getattr(one, name), getattr(other, name))) or values[0] == values[1]
               for name in (*_NUMBERS, "year"))  # fmt: skip
    outcomes = {one.outcome, other.outcome} - {None, "unknown"}
    numbers = any(getattr(one, name) is not None for name in _NUMBERS)
    return same and len(outcomes) < 2 and numbers


def take_over(one: Statement, other: Statement) -> None:
    """Adds to the one statement what only the other says."""
    for name in _NUMBERS:
        if getattr(one, name) is None:
            setattr(one, name, getattr(other, name))
    one.own_target = one.own_target or other.own_target
    one.fined = one.fined or other.fined
    one.year = one.year or other.year
    if one.outcome in (None, "unknown") and other.outcome:
        one.outcome, one.basis = other.outcome, other.basis
    one.window |= other.window
