"""Grams whose part the words right before them give, whatever else the sentence has."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.facts.compliance.grams import LOWEST_FLEET, REACH, Grams, plausible
from pipeline.facts.compliance.phrases import Cue
from pipeline.facts.numbers import Quantity
from pipeline.languages.united import any_of

_CUT_WITHIN = 30
"""Characters between "must" and what is to be cut."""

_OF_THE_LAW = re.compile(r"(?:EU|Union|Europe|Brussels|Commission)['’]s?\s$")

_OF_A_DISTANCE = re.compile(
    r"\s?(?:[(:]\s?|(?:de|d['’]|of|von|di|is|war|was|était|è|es)\s?)"
    rf"{any_of('compliance_words', 'grams', 'about')}?\s?"
)
"""Between a noun of distance and its number."""


def told_outright(one: Quantity, text: str, cues: Sequence[Cue]) -> Grams | None:
    """The number with the role that what stands right before it gives, whatever else the sentence has."""
    if one.value >= LOWEST_FLEET and _OF_THE_LAW.search(text[: one.start]):
        return Grams(one.value, "target", one.start, one.end)  # "inside the EU's 95 g"
    if _is_a_distance(one, text, cues):
        return Grams(one.value, "gap", one.start, one.end)
    verb = _missed_by(one, cues)
    if verb:
        return Grams(-one.value if verb.label in ("beat", "attain") else one.value, "gap", one.start, one.end)
    return Grams(one.value, "gap", one.start, one.end) if _is_to_be_cut(one, text, cues) else None


def _is_a_distance(one: Quantity, text: str, cues: Sequence[Cue]) -> bool:
    """Whether a noun of distance right before the number says what it is: "the gap (14.5 g/km)"."""
    return plausible(one.value, "gap") and any(
        cue.label == "distance" and cue.end <= one.start and _OF_A_DISTANCE.fullmatch(text, cue.end, one.start)
        for cue in cues
    )


def _missed_by(one: Quantity, cues: Sequence[Cue]) -> Cue | None:
    """The verb of "missed … by 3 g"."""
    if not plausible(one.value, "gap") or not any(cue.label == "by" and 0 <= one.start - cue.end <= 2 for cue in cues):
        return None
    if any(cue.label in ("over", "under") and 0 <= cue.start - one.end <= 3 for cue in cues):
        return None
    verbs = [
        cue for cue in cues if cue.label in ("exceed", "fail", "beat") and cue.distance(one.start, one.end) <= REACH
    ]
    return min(verbs, key=lambda cue: cue.distance(one.start, one.end), default=None)


def _is_to_be_cut(one: Quantity, text: str, cues: Sequence[Cue]) -> bool:
    """Whether the grams are what the maker still has to save: "must shed 25 grams"."""
    return plausible(one.value, "gap") and any(
        cue.label == "obligation" and 0 <= one.start - cue.end <= _CUT_WITHIN and "," not in text[cue.end : one.start]
        for cue in cues
    )
