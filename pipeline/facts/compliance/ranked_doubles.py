"""Of the chosen rows, those that tell the same of one body and year: the surer one stays, completed by the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.article import Compliance
from pipeline.facts.compliance.body_features import NUMBERS
from pipeline.facts.compliance.possible_bodies import PossibleBody
from pipeline.facts.window import in_order

_WORDS = re.compile(r"\w+")
_ROUNDING = 1.05
"""By how much a distance may differ from that of two rounded numbers."""
_WIDEST = 40.0
"""Grams between an average and a target that may be of one fleet: cars and vans lie further apart."""
_SETTLED = ("met", "missed")
_AT_LARGE = ("makers", "vehicles")


def without_doubles(rows: Sequence[tuple[PossibleBody, Compliance]]) -> list[Compliance]:
    """The rows without those that a surer row of the same body and year tells, and each completed by what it lacks.

    Args:
        rows: the surest first, each with its body.
    """
    kept: list[tuple[PossibleBody, Compliance]] = []
    for body, row in rows:
        if any(_is_double(body, row, *other) for other in kept):
            continue
        # A headline's short name may be surer than the sentence with the numbers of whom it means.
        kept = [one for one in kept if one[0] is body or not _only_names(*one, body, row)]
        place = next((place for place, other in enumerate(kept) if other[0] is body and _fit(other[1], row)), None)
        if place is not None:
            kept[place] = (body, _together(kept[place][1], row))
            continue
        place = next((place for place, other in enumerate(kept) if other[0] is body and _rivals(other[1], row)), None)
        if place is None:
            kept.append((body, row))
        else:
            kept[place] = (body, _with_bill(*sorted((kept[place][1], row), key=lambda one: -_numbers(one))))
    return [row for _, row in kept]


def _is_double(body: PossibleBody, row: Compliance, other: PossibleBody, surer: Compliance) -> bool:
    """Whether a row adds nothing to one of a longer or shorter name, or tells the same sentence of a market too."""
    adds = any(getattr(row, name) not in (None, getattr(surer, name)) for name in NUMBERS)
    if body is not other and _tell_the_same(body, row, other, surer) and not adds:
        return True  # "the Union wants makers to …": one of both is whom the sentence is about
    words, others = _words(row), _words(surer)
    same = words == others and row.year == surer.year and (body.kind == "market") == (other.kind == "market")
    if same and row.evidence == surer.evidence and {row.outcome, surer.outcome} == {"met", "missed"}:
        return True  # one sentence says one of both
    return not adds and _are_alike(body, row, other, surer)


def _only_names(body: PossibleBody, row: Compliance, other: PossibleBody, later: Compliance) -> bool:
    """Whether a row has no numbers, and a less sure one of a longer or shorter name has some."""
    without = not any(getattr(row, name) is not None for name in NUMBERS)
    return without and _are_alike(body, row, other, later)


def _are_alike(body: PossibleBody, row: Compliance, other: PossibleBody, second: Compliance) -> bool:
    """Whether one of two names is in the other, and both rows of one year; "X Suisse" is no longer name of "Suisse"."""
    words, others = _words(row), _words(second)
    nested = words <= others or others <= words
    return nested and row.year == second.year and (body.kind == "market") == (other.kind == "market")


def _words(row: Compliance) -> set[str]:
    return set(_WORDS.findall((row.organization or "").casefold()))


def _tell_the_same(body: PossibleBody, row: Compliance, other: PossibleBody, surer: Compliance) -> bool:
    """Whether a market's row rests on a sentence of a surer one of its year, or one of makers on the market's alone."""
    if row.evidence == surer.evidence:
        return body.kind == "market" or (other.kind == "market" and body.kind in _AT_LARGE)
    shared = any(span in surer.evidence for span in row.evidence)
    return body.kind == "market" and row.year == surer.year and shared


def _fit(one: Compliance, other: Compliance) -> bool:
    """Whether two rows of a body are of one year, and neither says what the other denies."""
    pairs = [(getattr(one, name), getattr(other, name)) for name in NUMBERS]
    if one.year != other.year or any(None not in pair and pair[0] != pair[1] for pair in pairs):
        return False
    target, actual, gap, _ = (right if left is None else left for left, right in pairs)
    outcomes = {one.outcome, other.outcome} - {"unknown"}
    if len(outcomes) > 1:
        return False
    if target is None or actual is None:
        return True
    agrees = (actual <= target) == ("met" in outcomes) if outcomes & {*_SETTLED} else True
    return agrees and abs(actual - target) <= _WIDEST and (gap is None or abs(actual - target - gap) < _ROUNDING)


def _rivals(one: Compliance, other: Compliance) -> bool:
    """Whether two rows of a body are of one year, and not of two fleets of it: cars and vans."""
    pairs = ((one.actual_g_km, other.target_g_km), (other.actual_g_km, one.target_g_km))
    apart = any(actual and target and abs(actual - target) > _WIDEST for actual, target in pairs)
    whole = all(None not in (row.target_g_km, row.actual_g_km) for row in (one, other))
    return one.year == other.year and not whole and not apart


def _with_bill(one: Compliance, other: Compliance) -> Compliance:
    """The row with the sum that only the other one has, where it owes any."""
    if one.penalty_eur is not None or other.penalty_eur is None or one.outcome == "met":
        return one
    return replace(one, penalty_eur=other.penalty_eur, evidence=in_order({*one.evidence, *other.evidence}))


def _numbers(row: Compliance) -> int:
    return sum(getattr(row, name) is not None for name in NUMBERS)


def _together(one: Compliance, other: Compliance) -> Compliance:
    lacking = {name: getattr(other, name) for name in NUMBERS if getattr(one, name) is None}
    evidence = in_order({*one.evidence, *other.evidence})
    outcome = other.outcome if one.outcome == "unknown" else one.outcome
    return replace(one, **lacking, outcome=outcome, evidence=evidence)
