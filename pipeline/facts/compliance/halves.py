"""Halves that stand behind the unit: "un gramme et demi", "a gram and a half"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.facts.compliance.phrases import Cue
from pipeline.facts.numbers import Quantity

_BESIDE = 1


def with_halves(quantities: Sequence[Quantity], cues: Sequence[Cue]) -> list[Quantity]:
    """The quantities, grams with the half behind them, and none for the half itself."""
    halves = [cue for cue in cues if cue.label == "and_a_half"]
    if not halves:
        return list(quantities)
    found = list(quantities)
    for half in halves:
        whole = next((one for one in found if one.kind == "grams" and 0 <= half.start - one.end <= _BESIDE), None)
        if whole is not None:
            found = [
                replace(one, value=one.value + 0.5, end=half.end) if one is whole else one
                for one in found
                if one is whole or not (one.start < half.end and half.start < one.end)
            ]
    return found
