"""What a sentence says of the outcome: met, missed, at risk, exempt, or under way.

"Exceed" is good of an objective and bad of a ceiling; a negation turns a verdict
round; what must, would or is meant to happen is no outcome yet.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.article import ComplianceOutcome
from pipeline.facts.compliance.phrases import Cue

_AIMED_AT = frozenset({"objective", "ceiling", "norm"})
_STANDING: dict[str, ComplianceOutcome] = {
    "met": "met",
    "missed": "missed",
    "at_risk": "at_risk",
    "exempt": "exempt",
    "ahead": "unknown",
}
_TONES: dict[str, ComplianceOutcome] = {**_STANDING, "good": "met", "bad": "missed", "worry": "at_risk"}
_VERB_TONES: dict[str, ComplianceOutcome] = {"attain": "met", "beat": "met", "complies": "met", "fail": "missed"}
_TONE_NEGATION_AFTER = 12
_LEVEL = re.compile(r"\W(?:\w+\W){0,2}\d")
"""Behind a verb that is said of a number: "reaches about 20 %"."""
_OBJECT_REACH = 90
_NEGATION_BEFORE, _NEGATION_AFTER = 28, 45
_MODAL_REACH, _MODAL_BEHIND = 60, 12
"""How far before its verb, and (in German) behind it, "must" or "would" may stand."""
_PURPOSE_REACH = 16
_PRONOUN_REACH = 6
_CLAUSE_END = re.compile(r"[;:]|,\s(?:mais|but|while|whereas|aber|doch|pero|mientras|mentre|ma)\b")


@dataclass(frozen=True, slots=True)
class Verdict:
    """An outcome that the words of a sentence state."""

    outcome: ComplianceOutcome
    start: int
    end: int
    explicit: bool
    """Whether a verb and its target say so ("missed its target"), not a word of the manner of "lags behind"."""


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
        Verdict(outcome, cue.start, cue.end, explicit=outcome in ("met", "missed"))
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


def tones(text: str, cues: Sequence[Cue]) -> list[Tone]:
    """The tones of a sentence, in order; what must, might or is meant to happen has none."""
    found = []
    for cue in cues:
        tone = _TONES.get(cue.label) or _VERB_TONES.get(cue.label)
        if tone is None or _hypothetical(text, cue, cues) or _modal(text, cue, cues, "obligation"):
            continue
        expected = False
        outcome, negated = tone, _negated(text, cue, cues, after_within=_TONE_NEGATION_AFTER)
        if tone == "met" and (_purpose(cue, cues) or (cue.label == "attain" and _LEVEL.match(text, cue.end))):
            continue
        if negated:
            if tone not in ("met", "missed", "at_risk"):
                continue
            outcome = "at_risk" if tone == "met" else "met"
        elif _modal(text, cue, cues, "conditional") or _is_future(cue, cues):
            outcome = "at_risk" if tone == "missed" else tone
            expected = True
        found.append(
            Tone(outcome, cue.start, expected=expected, strong=cue.label in _STANDING, verb=cue.label in _VERB_TONES)
        )
    return found


def _standing(text: str, cue: Cue, cues: Sequence[Cue]) -> ComplianceOutcome | None:
    outcome = _STANDING.get(cue.label)
    if outcome is None:
        return None
    if _hypothetical(text, cue, cues):
        return None
    if outcome == "met" and _purpose(cue, cues):
        return None
    negated = _negated(text, cue, cues)
    if outcome == "met":
        return "at_risk" if negated else "met"
    if outcome == "missed":
        return None if negated else ("at_risk" if _modal(text, cue, cues, "conditional") else "missed")
    return None if negated else outcome


def _of_verb(text: str, cue: Cue, cues: Sequence[Cue], gap: float | None, fined: bool) -> Verdict | None:
    aim = cue if cue.label == "complies" else _object(text, cue, cues)
    if aim is None or _modal(text, cue, cues, "obligation") or _purpose(cue, cues) or _hypothetical(text, cue, cues):
        return None
    outcome: ComplianceOutcome
    if cue.label in ("attain", "beat", "complies"):
        outcome = "met"
    elif cue.label == "fail":
        outcome = "missed"
    elif aim.label == "objective" and gap is None and not fined:
        return None  # "exceed the objective" may be either
    else:
        outcome = "met" if aim.label == "objective" and gap is not None and gap < 0 else "missed"
    negated = _negated(text, cue, cues)
    if negated:
        outcome = "missed" if outcome == "met" else "met"
    if _modal(text, cue, cues, "conditional") or _is_future(cue, cues):
        outcome = "at_risk" if outcome == "missed" else "unknown"
    start = cue.start if "," in text[aim.end : cue.start] else min(cue.start, aim.start)
    return Verdict(outcome, start, max(cue.end, aim.end), explicit=True)


def _is_future(cue: Cue, cues: Sequence[Cue]) -> bool:
    return any(one.label == "future" and cue.start <= one.start and one.end <= cue.end for one in cues)


def _object(text: str, cue: Cue, cues: Sequence[Cue]) -> Cue | None:
    near = [
        one
        for one in cues
        if one.label in _AIMED_AT
        and one.distance(cue.start, cue.end) <= _OBJECT_REACH
        and (one.start >= cue.end or one.end <= cue.start)
        and not _CLAUSE_END.search(text[min(cue.end, one.end) : max(cue.start, one.start)])
    ]
    for one in cues:
        if one.label == "own_one" and 0 <= one.start - cue.end <= _PRONOUN_REACH:
            return one
    if not near and any(
        one.label == "object_pronoun" and one.distance(cue.start, cue.end) <= _PRONOUN_REACH for one in cues
    ):
        near = [one for one in cues if one.label in _AIMED_AT and one.end <= cue.start]
    return min(near, key=lambda one: one.distance(cue.start, cue.end), default=None)


def _negated(text: str, cue: Cue, cues: Sequence[Cue], *, after_within: int = _NEGATION_AFTER) -> bool:
    for one in cues:
        if cue.start <= one.start and one.end <= cue.end:
            continue
        before = one.label == "negation" and 0 <= cue.start - one.end <= _NEGATION_BEFORE
        # "hält … nicht ein", "n'atteint pas": what negates may stand behind the verb.
        after = one.label == "negation_after" and 0 <= one.start - cue.end <= after_within
        if (before or after) and not re.search(r"[,;:]", text[min(one.end, cue.end) : max(one.start, cue.start)]):
            return True
    return False


def _modal(text: str, cue: Cue, cues: Sequence[Cue], label: str) -> bool:
    return any(
        one.label == label
        and (one.end <= cue.start or one.start - cue.end <= _MODAL_BEHIND)
        and one.distance(cue.start, cue.end) <= _MODAL_REACH
        and not _CLAUSE_END.search(text[min(one.end, cue.end) : max(one.start, cue.start)])
        and "," not in text[min(one.end, cue.end) : max(one.start, cue.start)]
        for one in cues
    )


def _purpose(cue: Cue, cues: Sequence[Cue]) -> bool:
    return any(one.label == "purpose" and 0 <= cue.start - one.end <= _PURPOSE_REACH for one in cues)


def _hypothetical(text: str, cue: Cue, cues: Sequence[Cue]) -> bool:
    """Whether the clause opens with "if" or "whether"."""
    return any(
        one.label == "hypothetical" and one.end <= cue.start and "," not in text[one.end : cue.start] for one in cues
    )


def _inside(cue: Cue, verdict: Verdict, cues: Sequence[Cue]) -> bool:
    return verdict.start <= cue.start and cue.end <= verdict.end
