"""Which rows are given: those whose pieces belong together, and of two that contradict each other the firmer one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.article import Compliance
from pipeline.facts.compliance.bodies import UNLISTED, same_body
from pipeline.facts.compliance.doubles import is_fear_at_large
from pipeline.facts.compliance.reading import Reading
from pipeline.facts.compliance.rows import Candidate
from pipeline.facts.compliance.vocabulary import RULE_NAME
from pipeline.facts.window import in_order

_FINE_WINDOW = 3
"""How many sentences a row with its fine may rest on."""
_TARGETS = ("objective", "ceiling", "norm", "penalty", "pool", "quota", "exempt", "required", "seller", "pooled")
_OF_QUOTAS = ("uk_zev", "china_nev")
_NEAR, _OFTEN = 4, 3
"""How many sentences away a page may speak of emissions, and how often where it speaks of them farther off."""
_BOTH = 2
_BY_TENOR = 0.6
"""The confidence of a row that rests on the tenor of the words."""
_NAMED = 0.5
"""Below it the name is carried over from a sentence before."""
_VERDICTS = frozenset({"met", "missed", "at_risk"})
_AIMS = (
    "objective",
    "ceiling",
    "norm",
    "penalty",
    "pool",
    "pooled",
    "pooling",
    "topic",
    "met",
    "missed",
    "at_risk",
    "exempt",
)


def sound(candidates: Sequence[Candidate], readings: Sequence[Reading]) -> list[Candidate]:
    """The candidates without those that rest on too little or stand against a firmer one."""
    founded = _with_fines([one for one in candidates if _is_founded(one, readings)])
    kept = [
        one
        for one in founded
        if not any(
            _outweighs(other, one) or _owns(other, one, readings) or _is_fear_of(one, other) for other in founded
        )
    ]
    kept = [one for one in kept if not any(_is_echo(one, other) or _is_background(one, other) for other in kept)]
    return _with_fines(kept)  # a sum may be left with a single reason now


def _is_background(one: Candidate, other: Candidate) -> bool:
    """Whether a row only gives the rule under which another stands: a carried market's, or that of exempt makers."""
    if one.body.kind == "makers" and one.row.outcome == "exempt":
        return other.body.kind == "organization" and other.row.outcome == "exempt"
    bare = one.body.kind == "market" and one.row.outcome == "unknown" and not _measured(one)
    if not bare or one.row.confidence >= _NAMED or other.body.kind == "market" or other.row.confidence < _NAMED:
        return False
    # A target of its own year is said of the market itself.
    return one.row.target_g_km is None or (_measured(other) and other.row.year == one.row.year)


def _is_echo(one: Candidate, other: Candidate) -> bool:
    """Whether a row has a carried name and no number, and the page gives numbers of that maker and year."""
    numbers = _measured(one) or one.row.target_g_km is not None
    weak = one.row.confidence < _NAMED and not numbers and one.row.outcome != "exempt"
    return (
        weak
        and one is not other
        and one.body.key == other.body.key
        and _measured(other)
        and (one.row.year == other.row.year)
    )


def _with_fines(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, where what one body has to pay stands in the row that says why, and not in one of its own."""
    found = list(candidates)
    for fine in candidates:
        row = fine.row
        numbers = (row.target_g_km, row.actual_g_km, row.gap_g_km)
        if row.penalty_eur is None or any(value is not None for value in numbers):
            continue
        reasons = [one for one in found if one is not fine and _is_fined(one, fine)]
        reasons = reasons or [one for one in found if one is not fine and _is_only_one(one, fine, found)]
        if len(reasons) == 1:
            found[found.index(reasons[0])] = _fined(reasons[0], fine)
            found.remove(fine)
    return found


def _is_fined(one: Candidate, fine: Candidate) -> bool:
    """Whether the fine is for what the row tells: of the same body and year, in the sentences beside it."""
    same = same_body(one.body, fine.body) and one.body.part == fine.body.part and one.row.year == fine.row.year
    near = bool(one.paragraphs & fine.paragraphs) and len(one.window | fine.window) <= _FINE_WINDOW
    free = one.row.penalty_eur is None and one.row.outcome in (fine.row.outcome, "missed", "at_risk")
    return same and near and free


def _is_only_one(one: Candidate, fine: Candidate, found: Sequence[Candidate]) -> bool:
    """Whether a row is the only one that says how the fined maker stands in that year."""
    of_maker = [other for other in found if same_body(other.body, fine.body)]
    alike = [other for other in of_maker if other is not fine and other.row.penalty_eur is None]
    numbers = _measured(one) or one.row.target_g_km is not None
    stands = numbers and one.row.outcome in ("missed", "at_risk") and one.row.year == fine.row.year
    return fine.body.kind == "organization" and alike == [one] and len(of_maker) == _BOTH and stands


def _fined(one: Candidate, fine: Candidate) -> Candidate:
    evidence = in_order({*one.row.evidence, *fine.row.evidence})
    row: Compliance = replace(one.row, penalty_eur=fine.row.penalty_eur, evidence=evidence)
    return replace(one, row=row, window=one.window | fine.window, paragraphs=one.paragraphs | fine.paragraphs)


def _is_founded(one: Candidate, readings: Sequence[Reading]) -> bool:
    """Whether a row has numbers or an outcome told of its target, and a name that stands for somebody."""
    if one.body.key.startswith(UNLISTED) and not _measured(one):
        if one.row.outcome not in _VERDICTS:
            return one.row.outcome == "exempt"  # a firm that only tells what others have to meet
        sells = any(readings[number].has("seller") for number in one.window)
        if one.row.confidence <= _BY_TENOR and one.row.target_g_km is None and not sells:
            return False  # suppliers and dealers have worries, but no target
    if one.body.kind == "market" and one.row.outcome == "exempt":
        return False  # "the Union exempts lorries": not the Union itself
    if _measured(one) or one.row.target_g_km is not None or one.row.outcome not in _VERDICTS:
        return True
    if not _is_of_emissions(one, readings):
        return False
    if one.body.kind == "market" and one.row.rule == "eu_fleet":
        return False  # the Union has makers that miss their targets, and none of its own
    window = [readings[number] for number in one.window]
    if one.body.kind == "makers":
        return any(reading.grams for reading in window)  # "car giants risk fines": nobody in particular stands anywhere
    if one.row.confidence >= _NAMED:
        return True
    return any(reading.has(*_AIMS) or reading.grams or reading.fines or reading.verdicts for reading in window)


def _is_of_emissions(one: Candidate, readings: Sequence[Reading]) -> bool:
    """Whether an outcome told by words alone has emissions near it, and a target or what missing it costs."""
    first, last = min(one.window), max(one.window)
    near = range(max(0, first - _NEAR), last + 1 + _NEAR)
    told = [number for number, reading in enumerate(readings) if reading.has("topic", "grams") or reading.grams]
    ruled = any(cue.label.startswith(RULE_NAME) for reading in readings for cue in reading.cues)
    if not ruled and len(told) < _OFTEN and not any(number == 0 or number in near for number in told):
        return False
    beside = readings[max(0, first - 2) : last + 3]
    held = one.row.rule in _OF_QUOTAS and any(reading.shares or reading.has("topic") for reading in beside)
    return held or any(reading.has(*_TARGETS) or reading.grams for reading in beside)


def _measured(one: Candidate) -> bool:
    """Whether a row gives more than a target: an average, a distance or a sum."""
    row = one.row
    return any(value is not None for value in (row.actual_g_km, row.gap_g_km, row.penalty_eur))


def _is_fear_of(one: Candidate, rule: Candidate) -> bool:
    """Whether a row tells only what makers at large might have to pay, on a page that tells their rule."""
    return is_fear_at_large(one) and rule.body.kind == "makers" and rule.row.outcome == "unknown"


def _owns(other: Candidate, one: Candidate, readings: Sequence[Reading]) -> bool:
    """Whether the average of a row is that of another body its window names.

    A name that is only carried over gives way, but to a market where the text says whose cars
    they are ("X cut the emissions of its cars in Europe to 104 g"): there the market does.
    """
    average, shared = one.row.actual_g_km, one.window & other.window
    if average is None or average != other.row.actual_g_km or not shared or same_body(one.body, other.body):
        return False
    kinds = one.body.kind, other.body.kind
    own = any(readings[number].has("possessive") for number in shared)
    if kinds == ("market", "organization"):
        return own or other.row.confidence >= _NAMED
    return one.row.confidence < _NAMED <= other.row.confidence and not (own and kinds[1] == "market")


def _outweighs(more: Candidate, less: Candidate) -> bool:
    """Whether a row tells more firmly how that body stands in that year, so that the other falls."""
    said, other = more.row, less.row
    same = same_body(more.body, less.body) and more.body.part == less.body.part and said.year == other.year
    if more.body.kind == "makers" and _is_fear_of(more, less):
        return False
    if not same or said.outcome not in _VERDICTS or said.outcome == other.outcome or _measured(less):
        return False
    if _measured(more):
        return other.target_g_km is None or other.outcome in _VERDICTS
    # What is over is firmer than what was feared of it.
    return said.outcome != "at_risk" and other.outcome == "at_risk" and other.target_g_km is None
