"""Grams in a sentence, and the part each one plays: target, actual value, distance, or none of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from pipeline.languages.united import any_of

Role = Literal["target", "actual", "gap", "prior", "change", "unknown"]

LOWEST_FLEET, WIDEST_GAP = 30.0, 45.0
"""A fleet's grams do not fall below the first (but a target may be 0); no fleet misses by more than the second."""
REACH = 70
"""A cue farther than this many characters from a number says nothing about it."""
STRONG_MARK = re.compile(rf"[;]|\b{any_of('compliance_words', 'clauses', 'parts')}\b")
"""What parts two statements of one sentence."""
ROLES: dict[str, Role] = {
    "objective": "target",
    "ceiling": "target",
    "required": "target",
    "norm": "target",
    "actual": "actual",
    "over": "gap",
    "under": "gap",
    "prior": "prior",
    "year_before": "prior",
    "change": "change",
}


@dataclass(frozen=True, slots=True)
class Grams:
    """Grams of CO2 a kilometre, with their part in the statement."""

    value: float
    """For a gap: positive over the target."""
    role: Role
    start: int
    end: int
    own: bool = False
    """A target of the maker's own, as against the general one."""
    sure: bool = True
    """Whether the text's words gave the role; without them a fleet's grams count as its actual value."""


def plausible(value: float, role: Role) -> bool:
    """Whether a fleet may have that many grams in that role."""
    if role == "gap":
        return 0 < value <= WIDEST_GAP
    if role in ("target", "actual"):
        return value >= LOWEST_FLEET or (role == "target" and value == 0)
    return True
