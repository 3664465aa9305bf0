"""What a sentence says of the outcome: met, missed, at risk, exempt, or under way.

"Exceed" is good of an objective and bad of a ceiling; a negation turns a verdict
round; what must, would or is meant to happen is no outcome yet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.article import ComplianceOutcome
from pipeline.facts.compliance.modality import CLAUSE_END, is_future, is_hypothetical, is_modal, is_negated, is_purpose
from pipeline.facts.compliance.phrases import Cue
from pipeline.languages.united import any_of

_AIMED_AT = frozenset({"objective", "ceiling", "norm"})
STANDING: dict[str, ComplianceOutcome] = {
    "met": "met",
    "missed": "missed",
    "at_risk": "at_risk",
    "exempt": "exempt",
    "ahead": "unknown",
}
_SHARE_BEHIND = re.compile(rf"\s\d+(?:[.,]\d+)?\s?(?:%|{any_of('compliance_words', 'outcomes', 'percent')})")
_ASKED_FOR = re.compile(
    rf"\b{any_of('compliance_words', 'outcomes', 'asked_for')}\w*\s(?:\w+\s){{0,3}}(?:\w['’])?$",
    re.IGNORECASE,
)
"""Before an exemption that is only asked for."""
_OBJECT_REACH = 90
_PRONOUN_REACH, _NEXT = 6, 5


@dataclass(frozen=True, slots=True)
class Verdict:
    """An outcome that the words of a sentence state."""

    outcome: ComplianceOutcome
    start: int
    end: int
    explicit: bool
    """Whether a verb and its target say so ("missed its target"), not a word of the manner of "lags behind"."""
    expected: bool = False
    """Whether it is told as still to come: "will be on time"."""


def read_verdicts(text: str, cues: Sequence[Cue], *, gap: float | None, fined: bool) -> list[Verdict]:
    """The verdicts of a sentence in order.

    Args:
        text: the sentence.
        cues: its phrases.
        gap: the distance in grams that the sentence states, positive over the target; it decides
            what "exceed the objective" means.
        fined: whether the sentence speaks of a fine.
    """
    verdicts = [
        Verdict(
            outcome,
            cue.start,
            cue.end,
            explicit=outcome in ("met", "missed"),
            expected=is_modal(text, cue, [one for one in cues if one.end <= cue.start], "conditional")
            or any(one.label == "conditional" and cue.start <= one.start and one.end <= cue.end for one in cues),
        )
        for cue in cues
        for outcome in [_standing(text, cue, cues)]
        if outcome
    ]
    for cue in cues:
        if cue.label in ("attain", "beat", "exceed", "fail", "complies"):
            verdict = _of_verb(text, cue, cues, gap, fined)
            if verdict and not any(_inside(cue, other, cues) for other in verdicts):
                verdicts.append(verdict)
    return sorted(verdicts, key=lambda one: one.start)


def _standing(text: str, cue: Cue, cues: Sequence[Cue]) -> ComplianceOutcome | None:
    outcome = STANDING.get(cue.label)
    if outcome is None:
        return None
    if is_hypothetical(text, cue, cues) or (outcome == "met" and _SHARE_BEHIND.match(text, cue.end)):
        return None  # "well under 2 per cent" is said of a share, not of grams
    if outcome == "met" and is_purpose(cue, cues):
        return None
    if outcome == "met" and _is_of_a_law(cue, cues):
        return None
    if outcome == "exempt" and (_ASKED_FOR.search(text[: cue.start]) or is_no_exemption(cue, cues)):
        return None  # who asks for a derogation has none
    negated = is_negated(text, cue, cues)
    if outcome == "met":
        return "at_risk" if negated else "met"
    if outcome == "missed":
        return None if negated else ("at_risk" if is_modal(text, cue, cues, "conditional") else "missed")
    return None if negated else outcome


def is_no_exemption(cue: Cue, cues: Sequence[Cue]) -> bool:
    """Whether an exception is nobody's exemption: "the exception is X", "with the exception of X"."""
    return any(one.label == "no_exempt" and one.start < cue.end and cue.start < one.end for one in cues)


def _of_verb(text: str, cue: Cue, cues: Sequence[Cue], gap: float | None, fined: bool) -> Verdict | None:
    aim = cue if cue.label == "complies" else _object(text, cue, cues)
    if (
        aim is None
        or _is_of_a_law(cue, cues)
        or is_modal(text, cue, cues, "obligation")
        or is_purpose(cue, cues)
        or is_hypothetical(text, cue, cues)
    ):
        return None
    outcome: ComplianceOutcome
    if cue.label in ("attain", "beat", "complies"):
        outcome = "met"
    elif cue.label == "fail":
        outcome = "missed"
    elif any(one.label == "quota" and one.start < aim.end and aim.start < one.end for one in cues):
        outcome = "met"  # more electric cars than the quota asks for
    elif aim.label == "objective" and gap is None and not fined:
        return None  # "exceed the objective" may be either
    else:
        outcome = "met" if aim.label == "objective" and gap is not None and gap < 0 else "missed"
    negated = is_negated(text, cue, cues)
    if negated:
        outcome = "missed" if outcome == "met" else "met"
    if is_modal(text, cue, cues, "conditional") or is_future(cue, cues):
        outcome = "at_risk" if outcome == "missed" else "unknown"
    start = cue.start if "," in text[aim.end : cue.start] else min(cue.start, aim.start)
    return Verdict(outcome, start, max(cue.end, aim.end), explicit=True)


def _is_of_a_law(cue: Cue, cues: Sequence[Cue]) -> bool:
    """Whether what is passed is a parliament: "which cleared the Senate"."""
    return any(one.label == "institution" and 0 <= one.start - cue.end <= _NEXT for one in cues)


def _object(text: str, cue: Cue, cues: Sequence[Cue]) -> Cue | None:
    near = [
        one
        for one in cues
        if one.label in _AIMED_AT
        and one.distance(cue.start, cue.end) <= _OBJECT_REACH
        and (one.start >= cue.end or one.end <= cue.start)
        and not CLAUSE_END.search(text[min(cue.end, one.end) : max(cue.start, one.start)])
    ]
    for one in cues:
        if one.label == "own_one" and 0 <= one.start - cue.end <= _PRONOUN_REACH:
            return one
    if not near and any(
        one.label == "object_pronoun" and one.distance(cue.start, cue.end) <= _PRONOUN_REACH for one in cues
    ):
        near = [one for one in cues if one.label in _AIMED_AT and one.end <= cue.start]
    return min(near, key=lambda one: one.distance(cue.start, cue.end), default=None)


def _inside(cue: Cue, verdict: Verdict, cues: Sequence[Cue]) -> bool:
    return verdict.start <= cue.start and cue.end <= verdict.end
