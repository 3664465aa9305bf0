"""The tone of a sentence: what single words and idioms say by themselves of how a maker stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.article import ComplianceOutcome
from pipeline.facts.compliance.modality import is_future, is_hypothetical, is_modal, is_negated, is_purpose
from pipeline.facts.compliance.phrases import Cue
from pipeline.facts.compliance.verdicts import STANDING, is_no_exemption
from pipeline.languages.united import any_of

_TONES: dict[str, ComplianceOutcome] = {**STANDING, "good": "met", "bad": "missed", "worry": "at_risk"}
_VERB_TONES: dict[str, ComplianceOutcome] = {"attain": "met", "beat": "met", "complies": "met", "fail": "missed"}
_TONE_NEGATION_AFTER = 12
_LEVEL = re.compile(r"\W(?:\w+\W){0,2}\d")
"""Behind a verb that is said of a number: "reaches about 20 %"."""
_OF_A_NUMBER = re.compile(r"\s?\d")
"""Behind a word that is said of a number: "knapp 142 Gramm"."""
_AHEAD = re.compile(rf"\s{any_of('compliance_words', 'clauses', 'ahead_of')}\b", re.IGNORECASE)
"""Behind a word of distance that is said of a rival: "loin devant Toyota"."""


@dataclass(frozen=True, slots=True)
class Tone:
    """What a word or an idiom says by itself of how a maker stands."""

    outcome: ComplianceOutcome
    start: int
    strong: bool
    """Whether it is an idiom of compliance, and not a word of relief, failure or worry at large."""
    expected: bool
    """Whether it is told as still to come."""
    verb: bool
    """Whether it is a verb that says something only beside a target: "will not keep"."""


def read_tones(text: str, cues: Sequence[Cue]) -> list[Tone]:
    """The tones of a sentence, in order; what must, might or is meant to happen has none."""
    found = []
    for cue in cues:
        tone = _TONES.get(cue.label) or _VERB_TONES.get(cue.label)
        if tone is None or is_hypothetical(text, cue, cues) or is_modal(text, cue, cues, "obligation"):
            continue
        if tone == "exempt" and is_no_exemption(cue, cues):
            continue
        expected = False
        outcome, negated = tone, is_negated(text, cue, cues, after_within=_TONE_NEGATION_AFTER)
        if cue.label in ("good", "bad", "worry") and (_OF_A_NUMBER.match(text, cue.end) or _AHEAD.match(text, cue.end)):
            continue
        if tone == "met" and (is_purpose(cue, cues) or (cue.label == "attain" and _LEVEL.match(text, cue.end))):
            continue
        if negated:
            if tone not in ("met", "missed", "at_risk"):
                continue
            outcome = "at_risk" if tone == "met" else "met"
        elif is_modal(text, cue, cues, "conditional") or is_future(cue, cues):
            outcome = "at_risk" if tone == "missed" else tone
            expected = True
        found.append(
            Tone(outcome, cue.start, expected=expected, strong=cue.label in STANDING, verb=cue.label in _VERB_TONES)
        )
    return found
