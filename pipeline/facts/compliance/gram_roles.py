"""What the grams of a sentence are: target, average, distance, or the value of an earlier year."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.facts.compliance.gram_outright import told_outright
from pipeline.facts.compliance.grams import LOWEST_FLEET, REACH, ROLES, STRONG_MARK, Grams, plausible
from pipeline.facts.compliance.phrases import Cue
from pipeline.facts.numbers import Quantity
from pipeline.languages.united import any_of

_UNLIKELY_GAP = 40
"""A distance as wide as this is more likely an average."""


_OWN_WITHIN = 50
"""Characters between a target and the word that makes it the maker's own."""
_COMPARED_WITHIN = 8
"""Characters between a distance and what it is from."""
_AVERAGE_BEHIND = 12
"""Characters between grams and the word behind them that makes them an average."""
_COLON = re.compile(r":\s?$")
_STANDS_WITHIN = 50
"""Characters between a target and the verb that says where it stands: "the ceiling that it was given stood at"."""


_CLAUSE_MARK = re.compile(r"[,:–—]|\s-\s")


_EARLIER_YEAR = re.compile(r"\s(?:(?:in|en|de|del|im|nel|als|que|than in|qu['’]en)\s)?20[0-4]\d(?=\s?[,.;:)]|$)")


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


_COMPARED = re.compile(
    rf"(?:\b{any_of('compliance_words', 'clauses', 'than')}|\bqu['’])\s?"
    r"(?:(?:celles?|ceux|those|that|the\sones|die|das|der|jene|im|in"
    r"|las?|los|el|quell[eoai]|al|a|de|des|of|del|dell['’]|d['’]|l['’])\s?){0,3}$",
    re.IGNORECASE,
)
"""Before the year that something is more or less than."""
_LABEL = re.compile(r"\s?[:=]\s?")
"""Between a word and the number it labels: "plafond : 125"."""


def with_role(one: Quantity, text: str, others: Sequence[Quantity], cues: Sequence[Cue]) -> Grams:
    """The number with the role that the words around it give."""
    told = told_outright(one, text, cues)
    if told:
        return told
    best: tuple[float, int] | None = None
    winner: Cue | None = None
    for cue in cues:
        role = ROLES.get(cue.label)
        if role is None or not plausible(one.value, role):
            continue
        distance = _distance(cue, one, text, others)
        if distance is not None and (best is None or (distance, _RANK[cue.label]) < best):
            best, winner = (distance, _RANK[cue.label]), cue
    if winner is None:
        if one.value < LOWEST_FLEET:
            return Grams(one.value, "unknown", one.start, one.end)
        return Grams(one.value, "actual", one.start, one.end, sure=False)
    role = ROLES[winner.label]
    earlier = winner.start >= one.end and _EARLIER_YEAR.match(text, winner.end)
    if role == "gap" and (earlier or _is_against_a_year_before(winner, cues)):
        return Grams(one.value, "change", one.start, one.end)  # "a gram less than in 2011", "than a year earlier"
    if role == "target" and _is_an_average_behind_a_colon(winner, one, text, cues):
        role = "actual"
    if role == "actual" and _said_of_a_target(winner, one, text, cues):
        role = "target"  # "its ceiling stood at 114.9 g"
    if role == "actual" and any(
        cue.label in ("required", "obligation")
        and 0 <= one.start - cue.end <= REACH
        and "," not in text[cue.end : one.start]
        for cue in cues
    ):
        role = "target"  # "must come down to an average of 95 g"
    if role == "prior" and plausible(one.value, "target") and _is_allowed(winner, one, text, cues):
        return Grams(one.value, "target", one.start, one.end, own=True)  # "against the 90 that Brussels allows"
    between = text[min(winner.end, one.end) : max(winner.start, one.start)]
    if role == "target" and "," in between and _stands_at(one, cues):
        role = "actual"  # "met its target, at 97 g"
    value = -one.value if winner.label == "under" else one.value
    return Grams(value, role, one.start, one.end, own=role == "target" and _is_own(one, others, cues))


def _is_against_a_year_before(distance: Cue, cues: Sequence[Cue]) -> bool:
    """Whether what stands right behind a distance is the year before, and no target."""
    return any(
        cue.label in ("year_before", "last_year") and 0 <= cue.start - distance.end <= _COMPARED_WITHIN for cue in cues
    )


def _is_an_average_behind_a_colon(aim: Cue, one: Quantity, text: str, cues: Sequence[Cue]) -> bool:
    """Whether a colon only opens the average that was held against the target: "did better than the bar: 115 g"."""
    if aim.end > one.start or not _COLON.search(text[aim.end : one.start]):
        return False
    held = any(
        cue.label in ("beat", "exceed", "fail", "attain", "under", "over", "average")
        and cue.start < aim.start
        and not re.search(r"[\d;:]", text[cue.end : aim.start])
        for cue in cues
    )
    return held or any(cue.label == "average" and 0 <= cue.start - one.end <= _AVERAGE_BEHIND for cue in cues)


def _is_allowed(against: Cue, one: Quantity, text: str, cues: Sequence[Cue]) -> bool:
    """Whether a word behind the number, or between it and "against", says that so much is allowed."""
    for cue in cues:
        if cue.label not in ("required", "ceiling") or against.start <= cue.start < against.end:
            continue
        behind = 0 <= cue.start - one.end <= _ALLOWED_WITHIN and not re.search(r"[\d,;:.]", text[one.end : cue.start])
        if behind or (against.end <= cue.start and cue.end <= one.start):
            return True
    return False


def _said_of_a_target(verb: Cue, one: Quantity, text: str, cues: Sequence[Cue]) -> bool:
    averages = {cue.start for cue in cues if cue.label == "actual"}  # "Flottenwert" is either
    return verb.end <= one.start and any(
        cue.label in ("objective", "ceiling")
        and cue.start not in averages
        and 0 <= verb.start - cue.end <= _STANDS_WITHIN
        and not re.search(r"[\d,;:]", text[cue.end : verb.start])
        for cue in cues
    )


def _stands_at(one: Quantity, cues: Sequence[Cue]) -> bool:
    return any(cue.label == "at" and 0 <= one.start - cue.end <= 8 for cue in cues)


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
    if cue.label == "year_before" and _COMPARED.search(text[: cue.start]):
        return None  # "more than those of the year before: 118 g"
    if before and _LABEL.fullmatch(text[cue.end : one.start]):
        return 0.0
    between = text[left:right]
    distance = float(cue.distance(one.start, one.end))
    distance += 12 * len(_CLAUSE_MARK.findall(between)) + 30 * len(STRONG_MARK.findall(between))
    if cue.label == "norm" or (cue.label == "actual" and not before):
        distance += 15
    if cue.label in ("change", "over", "under") and before and distance > 25:
        return None
    if cue.label in ("over", "under") and one.value >= _UNLIKELY_GAP:
        distance += 10  # "averaged 45 g over the summer"
    return distance if distance <= REACH else None


def _is_own(one: Quantity, others: Sequence[Quantity], cues: Sequence[Cue]) -> bool:
    """Whether "own" or "individual" stands near the number, and no nearer to another one."""
    return any(
        cue.label == "own"
        and cue.distance(one.start, one.end) <= _OWN_WITHIN
        and all(cue.distance(one.start, one.end) <= cue.distance(other.start, other.end) for other in others)
        for cue in cues
    )
