"""Grams in a sentence, and the part each one plays: target, actual value, distance, or none of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.facts.compliance.phrases import Cue
from pipeline.facts.numbers import Quantity

Role = Literal["target", "actual", "gap", "prior", "change", "unknown"]

LOWEST_FLEET, WIDEST_GAP = 30.0, 45.0
"""A fleet's grams do not fall below the first (but a target may be 0); no fleet misses by more than the second."""
_HIGHEST_FLEET = 400.0
_UNLIKELY_GAP = 40
"""A distance as wide as this is more likely an average."""
_CUT_WITHIN = 30
"""Characters between "must" and what is to be cut."""
_REACH = 70
"""A cue farther than this many characters from a number says nothing about it."""
_BARE_END = re.compile(r"\s*(?:[.,;:!?)»”]|$)|(?:\s\w{1,4}){0,2}\s20\d\d\b|\s(?:que?|qui|that|which|che)\b")
"""What may follow a number that stands without its unit: the end of the clause, or a year."""
_CLAUSE_MARK = re.compile(r"[,:–—]|\s-\s")
_STRONG_MARK = re.compile(r"[;]|\b(?:mais|but|while|whereas|während|aber|doch|pero|mientras|mentre|ma|quand|tandis)\b")
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
_RANK = {
    "over": 0,
    "under": 0,
    "objective": 1,
    "ceiling": 1,
    "required": 2,
    "norm": 2,
    "change": 3,
    "year_before": 3,
    "prior": 4,
    "actual": 5,
}
"""Which cue wins at the same distance."""
_BEFORE_ONLY = frozenset({"prior"})


_ALLOWED_WITHIN = 25
"""Characters between a number and the word that allows it."""
_LABEL = re.compile(r"\s?[:=]\s?")
"""Between a word and the number it labels: "plafond : 125"."""


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
        read = _with_role(one, text, grams, cues)
        if found and _joined(found[-1].end, one.start, text, cues):  # "18 and 16 g": both play one part
            read = replace(read, role=found[-1].role, own=found[-1].own, sure=found[-1].sure)
        elif found and _leads_to(found[-1].end, one.start, text, cues):  # "from 112 to 111 g"
            found[-1] = replace(found[-1], role="prior")
            read = replace(read, role="actual", sure=True)
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


def _continues(one: Grams, before: Grams) -> bool:
    unclear = one.role == "unknown" or not one.sure
    return unclear and before.role in ("gap", "actual") and before.sure and _plausible(one.value, before.role)


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
            cue.label == "meant_for" and (0 <= one.start - cue.end <= _REACH or cue.start - one.end == 1)
            for cue in cues
        )
        if beside and held:
            return True
        return any(ROLES.get(cue.label) in ("target", "actual", "prior") or cue.label == "at" for cue in close)
    return any(cue.label in ("over", "under") for cue in close)


def _with_role(one: Quantity, text: str, others: Sequence[Quantity], cues: Sequence[Cue]) -> Grams:
    verb = _missed_by(one, cues)
    if verb:
        return Grams(-one.value if verb.label in ("beat", "attain") else one.value, "gap", one.start, one.end)
    if _is_to_be_cut(one, text, cues):
        return Grams(one.value, "gap", one.start, one.end)
    best: tuple[float, int] | None = None
    winner: Cue | None = None
    for cue in cues:
        role = ROLES.get(cue.label)
        if role is None or not _plausible(one.value, role):
            continue
        distance = _distance(cue, one, text, others)
        if distance is not None and (best is None or (distance, _RANK[cue.label]) < best):
            best, winner = (distance, _RANK[cue.label]), cue
    if winner is None:
        if one.value < LOWEST_FLEET:
            return Grams(one.value, "unknown", one.start, one.end)
        return Grams(one.value, "actual", one.start, one.end, sure=False)
    role = ROLES[winner.label]
    if role == "actual" and _said_of_a_target(winner, one, text, cues):
        role = "target"  # "its ceiling stood at 114.9 g"
    if role == "actual" and any(
        cue.label in ("required", "obligation")
        and 0 <= one.start - cue.end <= _REACH
        and "," not in text[cue.end : one.start]
        for cue in cues
    ):
        role = "target"  # "must come down to an average of 95 g"
    if role == "prior" and _plausible(one.value, "target") and _is_allowed(winner, one, text, cues):
        return Grams(one.value, "target", one.start, one.end, own=True)  # "against the 90 that Brussels allows"
    if role == "target" and winner.end <= one.start and "," in text[winner.end : one.start] and _stands_at(one, cues):
        role = "actual"  # "met its target, at 97 g"
    value = -one.value if winner.label == "under" else one.value
    return Grams(value, role, one.start, one.end, own=role == "target" and _is_own(one, cues))


def _is_allowed(against: Cue, one: Quantity, text: str, cues: Sequence[Cue]) -> bool:
    """Whether a word behind the number, or between it and "against", says that so much is allowed."""
    for cue in cues:
        if cue.label not in ("required", "ceiling") or against.start <= cue.start < against.end:
            continue
        behind = 0 <= cue.start - one.end <= _ALLOWED_WITHIN and not re.search(r"[\d,;:.]", text[one.end : cue.start])
        if behind or (against.end <= cue.start and cue.end <= one.start):
            return True
    return False


def _missed_by(one: Quantity, cues: Sequence[Cue]) -> Cue | None:
    """The verb of "missed … by 3 g"."""
    if not _plausible(one.value, "gap") or not any(cue.label == "by" and 0 <= one.start - cue.end <= 2 for cue in cues):
        return None
    if any(cue.label in ("over", "under") and 0 <= cue.start - one.end <= 3 for cue in cues):
        return None
    verbs = [
        cue for cue in cues if cue.label in ("exceed", "fail", "beat") and cue.distance(one.start, one.end) <= _REACH
    ]
    return min(verbs, key=lambda cue: cue.distance(one.start, one.end), default=None)


def _is_to_be_cut(one: Quantity, text: str, cues: Sequence[Cue]) -> bool:
    """Whether the grams are what the maker still has to save: "must shed 25 grams"."""
    return _plausible(one.value, "gap") and any(
        cue.label == "obligation" and 0 <= one.start - cue.end <= _CUT_WITHIN and "," not in text[cue.end : one.start]
        for cue in cues
    )


def _said_of_a_target(verb: Cue, one: Quantity, text: str, cues: Sequence[Cue]) -> bool:
    return verb.end <= one.start and any(
        cue.label in ("objective", "ceiling")
        and 0 <= verb.start - cue.end <= 25
        and not re.search(r"[\d,;:]", text[cue.end : verb.start])
        for cue in cues
    )


def _stands_at(one: Quantity, cues: Sequence[Cue]) -> bool:
    return any(cue.label == "at" and 0 <= one.start - cue.end <= 8 for cue in cues)


def _plausible(value: float, role: Role) -> bool:
    if role == "gap":
        return 0 < value <= WIDEST_GAP
    if role in ("target", "actual"):
        return value >= LOWEST_FLEET or (role == "target" and value == 0)
    return True


def _distance(cue: Cue, one: Quantity, text: str, others: Sequence[Quantity]) -> float | None:
    before = cue.end <= one.start
    if cue.label in _BEFORE_ONLY and (not before or one.start - cue.end > 8):
        return None
    left, right = (cue.end, one.start) if before else (one.end, cue.start)
    if any(left <= other.start and other.end <= right for other in others if other is not one):
        return None
    if not before and any(
        0 <= other.start - cue.end < cue.start - one.end or _LABEL.fullmatch(text[cue.end : other.start])
        for other in others
        if other.start >= cue.end
    ):
        return None  # the words are of the number behind them: "at 97 g, for a target of 95 g", "97 g (target: 95)"
    if before and _LABEL.fullmatch(text[cue.end : one.start]):
        return 0.0
    between = text[left:right]
    distance = float(cue.distance(one.start, one.end))
    distance += 12 * len(_CLAUSE_MARK.findall(between)) + 30 * len(_STRONG_MARK.findall(between))
    if cue.label == "norm" or (cue.label == "actual" and not before):
        distance += 15
    if cue.label in ("change", "over", "under") and before and distance > 25:
        return None
    if cue.label in ("over", "under") and one.value >= _UNLIKELY_GAP:
        distance += 10  # "averaged 45 g over the summer"
    return distance if distance <= _REACH else None


def _is_own(one: Quantity, cues: Sequence[Cue]) -> bool:
    return any(cue.label == "own" and cue.distance(one.start, one.end) <= 50 for cue in cues)
