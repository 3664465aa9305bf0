"""Whether a page, and a sentence of it, speaks of fleets and their target at all.

Grams and limits also stand in pages on a model, on the tax its buyer pays, on
factories and on cities; none of these gives a row.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.facts.compliance.reading import Reading
from pipeline.facts.compliance.vocabulary import RULE_NAME

_AIMS = ("objective", "ceiling", "norm", "pool", "penalty", "policy")
_HEADLINE = 2


def speaks_of_fleets(readings: Sequence[Reading]) -> bool:
    """Whether sentences on fleets and targets outweigh those on taxes, models and factories."""
    fleets = against = elsewhere = 0
    for reading in readings:
        weight = _HEADLINE if reading.sentence.field == "headline" else 1
        if is_elsewhere(reading):
            elsewhere += weight
            # A factory, a bonus or a tax counts against the page only where grams are told of it.
            against += weight if reading.grams or reading.has("topic") else 0
        elif _is_of_fleets(reading):
            fleets += weight
    if fleets > against or (elsewhere == 0 and any(_sets_apart(reading) for reading in readings)):
        return True
    named = any(cue.label.startswith(RULE_NAME) for reading in readings for cue in reading.cues)
    return named and against == 0  # a page on quotas of electric cars may have no grams at all


def _sets_apart(reading: Reading) -> bool:
    """Whether a sentence sets a maker against a target: by a distance, an outcome, a limit, a pool or a fine."""
    return bool(reading.grams) or bool(reading.fines) or reading.has(*_AIMS, "exempt")


def is_elsewhere(reading: Reading) -> bool:
    """Whether a sentence speaks of a tax, a model or a factory, and not of a fleet or its regulation."""
    return reading.has("elsewhere") and not reading.has("pool", "average", "rate")


def _is_of_fleets(reading: Reading) -> bool:
    stated = [one for one in reading.grams if one.role in ("actual", "target", "gap")]
    numbers = any(one.sure for one in stated) or len(stated) > 1 < len(reading.groups)
    if reading.groups_of_kind("organization") and any(one.role == "gap" and one.sure for one in stated):
        return True  # a model is not over or under a limit
    bound = bool(reading.groups) or reading.refers_back or reading.has("fleet", "rate")
    if reading.has("topic", "grams"):
        if reading.has("vehicles") and reading.percentages and reading.years:
            return True  # "new lorries must emit 15 % less in 2025"
        bound = bound or (reading.sentence.field == "headline" and reading.has("norm", "objective", "ceiling"))
        return bound and (numbers or reading.has(*_AIMS, "fleet"))
    return numbers and (bool(reading.groups) or reading.has("fleet")) and reading.has("fleet", *_AIMS)
