"""Finds the grams of a sentence, each with its role."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.facts.compliance.gram_roles import with_role
from pipeline.facts.compliance.grams import LOWEST_FLEET, REACH, ROLES, STRONG_MARK, WIDEST_GAP, Grams, plausible
from pipeline.facts.compliance.phrases import Cue
from pipeline.facts.numbers import Quantity

_HIGHEST_FLEET = 400.0


_BARE_END = re.compile(r"\s*(?:[.,;:!?)»”]|$)|(?:\s\w{1,4}){0,2}\s20\d\d\b|\s(?:que?|qui|that|which|che)\b")
"""What may follow a number that stands without its unit: the end of the clause, or a year."""


_DUE_WITHIN, _AIM_WITHIN = 90, 45
_AIMED_AT, _MEASURED = ("objective", "ceiling"), ("average", "topic", "fleet")


def read_grams(text: str, quantities: Sequence[Quantity], cues: Sequence[Cue], *, bare: bool) -> list[Grams]:
    """The grams of a sentence.

    Args:
        text: the sentence.
        quantities: its numbers.
        cues: its phrases.
        bare: whether a number without a unit may be grams, since the sentence or the one before gives grams.
    """
    grams = [one for one in quantities if one.kind == "grams" and one.value <= _HIGHEST_FLEET]
    if bare:
        beside = bool(grams)
        grams += [one for one in quantities if _is_bare(one, text, cues, beside=beside)]
    grams += [
        one for one in quantities if one.kind == "count" and one not in grams and _shares_unit(one, grams, text, cues)
    ]
    grams.sort(key=lambda one: one.start)
    found: list[Grams] = []
    for one in grams:
        read = with_role(one, text, grams, cues)
        if found and _joined(found[-1].end, one.start, text, cues):  # "18 and 16 g": both play one part
            read = replace(read, role=found[-1].role, own=found[-1].own, sure=found[-1].sure)
        elif found and _leads_to(found[-1].end, one.start, text, cues):  # "from 112 to 111 g"
            # "must go from 118 to 95 g", "the limit went from 130 to 95 g"
            due = _is_due(found[-1], text, cues) or _is_an_aim(found[-1], cues)
            stands = due and not _is_an_aim(found[-1], cues)
            found[-1] = replace(found[-1], role="actual" if stands else "prior", sure=True)
            read = replace(read, role="target" if due else "actual", own=due, sure=True)
        elif found and _continues(read, found[-1]):  # "X lies 7 g over, Y 12 g"
            read = replace(read, role=found[-1].role, sure=found[-1].sure)
        found.append(read)
    return found


def _leads_to(left: int, right: int, text: str, cues: Sequence[Cue]) -> bool:
    return any(
        cue.label == "leads_to"
        and left <= cue.start
        and cue.end <= right
        and len(text[left:right].strip()) <= cue.end - cue.start
        for cue in cues
    )


def _is_due(start: Grams, text: str, cues: Sequence[Cue]) -> bool:
    """Whether what leads down from a number still has to be done."""
    return any(
        cue.label == "obligation"
        and 0 <= start.start - cue.end <= _DUE_WITHIN
        and not STRONG_MARK.search(text[cue.end : start.start])
        for cue in cues
    )


def _is_an_aim(start: Grams, cues: Sequence[Cue]) -> bool:
    """Whether it is a limit that goes from a number to another."""
    named = [cue for cue in cues if cue.label in (*_AIMED_AT, *_MEASURED) and 0 <= start.start - cue.end <= _AIM_WITHIN]
    nearest = max(named, key=lambda cue: (cue.end, cue.label in _AIMED_AT), default=None)
    return nearest is not None and nearest.label in _AIMED_AT


def _continues(one: Grams, before: Grams) -> bool:
    unclear = one.role == "unknown" or not one.sure
    return unclear and before.role in ("gap", "actual") and before.sure and plausible(one.value, before.role)


def _shares_unit(one: Quantity, grams: Sequence[Quantity], text: str, cues: Sequence[Cue]) -> bool:
    return any(one.end < other.start and _joined(one.end, other.start, text, cues) for other in grams)


def _joined(left: int, right: int, text: str, cues: Sequence[Cue]) -> bool:
    """Whether only a conjunction stands between two places."""
    return any(
        cue.label == "conjunction"
        and left <= cue.start
        and cue.end <= right
        and text[left:right].strip(" .") == text[cue.start : cue.end]
        for cue in cues
    )


def _is_bare(one: Quantity, text: str, cues: Sequence[Cue], *, beside: bool) -> bool:
    if one.kind != "count" or one.value > _HIGHEST_FLEET:
        return False
    if any(cue.label in ("over", "under") and 0 <= cue.start - one.end <= 1 for cue in cues):
        return one.value <= WIDEST_GAP
    if one.value >= LOWEST_FLEET and any(cue.label == "required" and cue.start - one.end == 1 for cue in cues):
        return True
    ends = _BARE_END.match(text, one.end) or any(
        cue.label in ("conjunction", "meant_for") and cue.start - one.end == 1 for cue in cues
    )
    close = [cue for cue in cues if 0 <= one.start - cue.end <= 12]
    if not ends:
        return False
    if one.value >= LOWEST_FLEET:
        held = any(
            cue.label == "meant_for" and (0 <= one.start - cue.end <= REACH or cue.start - one.end == 1) for cue in cues
        )
        if beside and held:
            return True
        return any(ROLES.get(cue.label) in ("target", "actual", "prior") or cue.label == "at" for cue in close)
    return any(cue.label in ("over", "under") for cue in close)
