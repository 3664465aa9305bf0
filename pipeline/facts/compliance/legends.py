"""Lists of numbers that a legend explains: "In g/km, target in brackets: X 109.3 (96.6), Y 112.8 (96.6)".

The legend names the unit once, and says which of the two numbers behind each name is the target.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.facts.compliance.bodies import Body
from pipeline.facts.compliance.grams import LOWEST_FLEET, Grams
from pipeline.facts.compliance.phrases import Cue
from pipeline.facts.compliance.rankings import UNIT
from pipeline.facts.numbers import Quantity

_HIGHEST_FLEET = 400.0
_AFTER_NAME = re.compile(r"[\s:,–—-]{1,4}")
_TO_BRACKET = re.compile(r"\s?(?:g|g/km)?\s?[(\[]\s?")
_LEAST = 2
"""How many names make a list."""


def of_a_legend(text: str, quantities: Sequence[Quantity], bodies: Sequence[Body], cues: Sequence[Cue]) -> list[Grams]:
    """The grams of a list; none where no legend explains them.

    Args:
        text: the sentence.
        quantities: its numbers.
        bodies: its names.
        cues: its phrases.
    """
    bracketed = next((cue for cue in cues if cue.label == "in_brackets"), None)
    names = [body for body in bodies if body.kind == "organization"]
    if bracketed is None or not names or not UNIT.search(text, 0, names[0].start) or bracketed.end > names[0].start:
        return []
    aims = [cue.end for cue in cues if cue.label in ("objective", "ceiling", "required") and cue.end <= bracketed.start]
    averages = [cue.end for cue in cues if cue.label in ("actual", "average") and cue.end <= bracketed.start]
    target_inside = max(aims, default=-1) >= max(averages, default=0)
    pairs = list(_pairs(text, quantities, names))
    if len(pairs) < _LEAST:
        return []
    found: list[Grams] = []
    for outside, inside in pairs:
        target, actual = (inside, outside) if target_inside else (outside, inside)
        found += [
            Grams(actual.value, "actual", actual.start, actual.end),
            Grams(target.value, "target", target.start, target.end, own=True),
        ]
    return sorted(found, key=lambda one: one.start)


def _pairs(text: str, quantities: Sequence[Quantity], names: Sequence[Body]) -> Iterator[tuple[Quantity, Quantity]]:
    """The number behind each name, and the one in brackets behind that."""
    counts = [
        one for one in quantities if one.kind in ("count", "grams") and LOWEST_FLEET <= one.value <= _HIGHEST_FLEET
    ]
    for body in names:
        first = next((one for one in counts if one.start >= body.end), None)
        if first is None or not _AFTER_NAME.fullmatch(text, body.end, first.start):
            continue
        second = next((one for one in counts if one.start >= first.end), None)
        if second is not None and _TO_BRACKET.fullmatch(text, first.end, second.start):
            yield first, second
