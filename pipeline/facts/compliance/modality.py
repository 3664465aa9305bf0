"""What stands over a verb or an idiom: a negation, "must", "would", "if", "in order to"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.facts.compliance.phrases import Cue
from pipeline.languages.united import any_of

CLAUSE_END = re.compile(rf"[;:]|,\s{any_of('compliance_words', 'clauses', 'ends')}\b")
"""Where a clause ends, and the words over it no longer count."""
_NAME = re.compile(r"\s(?:(?:le|la|les|the|der|die|das|el|il|lo)\s|l['’])?[A-Z]\w+")
_NAMED_CLAUSE = re.compile(rf",{_NAME.pattern}")
_NEGATIONS = frozenset({"negation", "negation_after"})
_NEGATION_BEFORE, _NEGATION_AFTER = 28, 45
_MODAL_REACH, _MODAL_BEHIND = 60, 12
"""How far before its verb, and (in German) behind it, "must" or "would" may stand."""
_PURPOSE_REACH = 16


def is_negated(text: str, cue: Cue, cues: Sequence[Cue], *, after_within: int = _NEGATION_AFTER) -> bool:
    """Whether a negation turns the words of the cue round."""
    for one in cues:
        if one.label not in _NEGATIONS or (cue.start <= one.start and one.end <= cue.end):
            continue
        if any(only.label == "not_only" and only.start <= one.start < only.end for only in cues):
            continue
        before = one.label == "negation" and 0 <= cue.start - one.end <= _NEGATION_BEFORE
        # "hält … nicht ein", "n'atteint pas": what negates may stand behind the verb.
        after = one.label == "negation_after" and 0 <= one.start - cue.end <= after_within
        if (before or after) and not re.search(r"[,;:]", text[min(one.end, cue.end) : max(one.start, cue.start)]):
            return True
    return False


def is_modal(text: str, cue: Cue, cues: Sequence[Cue], label: str) -> bool:
    """Whether a word of that label ("must", "would") stands over the cue."""
    return any(
        one.label == label
        and (one.end <= cue.start or one.start - cue.end <= _MODAL_BEHIND)
        and one.distance(cue.start, cue.end) <= _MODAL_REACH
        and not CLAUSE_END.search(text[min(one.end, cue.end) : max(one.start, cue.start)])
        and "," not in text[min(one.end, cue.end) : max(one.start, cue.start)]
        for one in cues
    )


def is_purpose(cue: Cue, cues: Sequence[Cue]) -> bool:
    """Whether the cue only tells what is aimed at: "in order to meet"."""
    return any(one.label == "purpose" and 0 <= cue.start - one.end <= _PURPOSE_REACH for one in cues)


def is_future(cue: Cue, cues: Sequence[Cue]) -> bool:
    """Whether the cue itself is told as still to come."""
    return any(one.label == "future" and cue.start <= one.start and one.end <= cue.end for one in cues)


def is_hypothetical(text: str, cue: Cue, cues: Sequence[Cue]) -> bool:
    """Whether the clause opens with "if" or "whether", and only so sets a maker against another."""
    return any(
        one.label == "hypothetical"
        and one.end <= cue.start
        and "," not in text[one.end : cue.start]
        and not _is_contrast(text, one, cues)
        for one in cues
    )


def _is_contrast(text: str, condition: Cue, cues: Sequence[Cue]) -> bool:
    """Whether "if" only sets one maker against another, both as they are: "Si A est en règle, B paie"."""
    main = _NAMED_CLAUSE.search(text, condition.end)
    if condition.start > 0 or main is None or not _NAME.match(text, condition.end):
        return False
    return not any(one.label in ("conditional", "obligation", "future") and one.start > main.start() for one in cues)
