"""Makes one row of two that tell different parts of how a maker stands in a year, where the parts fit."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from pipeline.article import Compliance
from pipeline.facts.compliance.bodies import same_body
from pipeline.facts.compliance.rows import Candidate
from pipeline.facts.window import in_order

_ROUNDING = 1.05
"""By how much a distance may differ from that of two rounded numbers."""
_WIDEST = 5
"""How many sentences a joined row may rest on."""
_APART = 6
"""How many sentences from a row its target may be told."""
_NAMED = 0.6
"""The least confidence of a row that names its body itself."""
_SETTLED = ("met", "missed")


def joined(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, those of one body and year whose numbers complete each other as one."""
    found: list[Candidate] = []
    for one in candidates:
        place = next((place for place, other in enumerate(found) if _fit(other, one)), None)
        if place is None:
            found.append(one)
        else:
            found[place] = _together(found[place], one)
    return _with_targets_told_apart(found)


def _with_targets_told_apart(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, where a target of one's own told some sentences away stands in the row that it belongs to."""
    found = list(candidates)
    for target in candidates:
        if not _is_a_target_alone(target):
            continue
        fitting = [
            one
            for one in found
            if one is not target
            and one.row.target_g_km is None
            and same_body(one.body, target.body)
            and one.body.part == target.body.part
            and one.row.year == target.row.year
        ]
        if len(fitting) == 1 and _completes(fitting[0], target):
            found[found.index(fitting[0])] = _together(fitting[0], target)
            found.remove(target)
    return found


def _is_a_target_alone(one: Candidate) -> bool:
    """Whether a row of a maker named in it tells its target and nothing else."""
    row = one.row
    others = (row.actual_g_km, row.gap_g_km, row.penalty_eur)
    named = one.body.kind == "organization" and row.confidence >= _NAMED and one.naming is None
    return named and row.target_g_km is not None and row.outcome == "unknown" and all(value is None for value in others)


def _completes(one: Candidate, target: Candidate) -> bool:
    """Whether a row that lacks its target has numbers that agree with it."""
    row, limit = one.row, target.row.target_g_km
    distance = min(abs(left - right) for left in one.window for right in target.window)
    if limit is None or distance > _APART or len(one.window | target.window) > _WIDEST:
        return False
    if row.actual_g_km is not None and row.gap_g_km is not None:
        return abs(row.actual_g_km - limit - row.gap_g_km) < _ROUNDING
    return row.gap_g_km is not None or (row.actual_g_km is not None and _agrees(limit, row.actual_g_km, {row.outcome}))


def _fit(one: Candidate, other: Candidate) -> bool:
    """Whether two rows are of one body and year, near to each other, and neither says what the other denies."""
    first, second = one.row, other.row
    if not same_body(one.body, other.body) or one.body.part != other.body.part or first.year != second.year:
        return False
    if one.body.kind == "makers" or not one.paragraphs & other.paragraphs or len(one.window | other.window) > _WIDEST:
        return False
    pairs = (
        (first.target_g_km, second.target_g_km),
        (first.actual_g_km, second.actual_g_km),
        (first.gap_g_km, second.gap_g_km),
        (first.penalty_eur, second.penalty_eur),
    )
    if any(left is not None and right is not None and left != right for left, right in pairs):
        return False
    target, actual, gap, _ = (right if left is None else left for left, right in pairs)
    if target is not None and actual is not None and gap is not None:
        return abs(actual - target - gap) < _ROUNDING
    outcomes = {first.outcome, second.outcome} - {"unknown"}
    return len(outcomes) < 2 and (target is None or actual is None or _agrees(target, actual, outcomes))


def _agrees(target: float, actual: float, outcomes: Collection[str]) -> bool:
    """Whether the numbers are on the side that the words tell."""
    return not any(outcome in outcomes for outcome in _SETTLED) or (actual <= target) == ("met" in outcomes)


def _together(one: Candidate, other: Candidate) -> Candidate:
    first, second = one.row, other.row
    evidence = in_order({*first.evidence, *second.evidence})
    row: Compliance = replace(
        first,
        target_g_km=second.target_g_km if first.target_g_km is None else first.target_g_km,
        actual_g_km=second.actual_g_km if first.actual_g_km is None else first.actual_g_km,
        gap_g_km=second.gap_g_km if first.gap_g_km is None else first.gap_g_km,
        penalty_eur=second.penalty_eur if first.penalty_eur is None else first.penalty_eur,
        outcome=second.outcome if first.outcome == "unknown" else first.outcome,
        confidence=min(first.confidence, second.confidence),
        evidence=evidence,
    )
    return replace(
        one,
        row=row,
        window=one.window | other.window,
        paragraphs=one.paragraphs | other.paragraphs,
        settled=one.settled or other.settled,
    )
