"""Joins what idioms say of a maker with what the tenor of its stretch says, never two that contradict each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.article import Compliance, ComplianceOutcome
from pipeline.facts.compliance.bodies import same_body
from pipeline.facts.compliance.rows import Candidate
from pipeline.facts.window import in_order

_WINDOW = 3
"""How many sentences a row may rest on."""
_NEIGHBOURS = 1
"""How many sentences two windows may be apart to be joined."""


def combined(idioms: Sequence[Candidate], tenors: Sequence[Candidate]) -> list[Candidate]:
    """The candidates of both kinds, in the order of the text.

    A tenor completes the row of its maker and year where both stand side by side; it is a row
    of its own only where no other row says how that maker stands in that year.
    """
    found = list(idioms)
    reaches = [_reach(one) for one in found]
    for tenor in sorted(tenors, key=lambda one: (-_says(one), _is_headline(one), min(one.window))):
        same = [place for place, one in enumerate(found) if _is_same(one, tenor)]
        first, last = _reach(tenor)
        # A page may hold a thousand rows of one maker: the ends of their windows rule out nearly all of them.
        near = (
            place
            for place in same
            if reaches[place][0] - _NEIGHBOURS <= last and first <= reaches[place][1] + _NEIGHBOURS
        )
        beside = [place for place in near if _is_beside(found[place], tenor)]
        if beside:
            place = min(beside, key=lambda one: _distance(found[one], tenor))
            found[place] = _completed(found[place], tenor)
            reaches[place] = _reach(found[place])
        elif not any(_stands_against(found[place], tenor) for place in same) and not _repeats(found, tenor):
            found.append(tenor)
            reaches.append((first, last))
    return sorted(found, key=lambda one: (min(one.window), one.body.start))


def _reach(one: Candidate) -> tuple[int, int]:
    """The first and the last sentence of its window."""
    return min(one.window), max(one.window)


def _stands_against(one: Candidate, tenor: Candidate) -> bool:
    """Whether a row says how the maker stands; a headline gives way to numbers of the text."""
    return one.settled and not (_is_headline(one) and _says(tenor) > 1)


def _repeats(found: Sequence[Candidate], tenor: Candidate) -> bool:
    """Whether a headline without numbers is told by a row of the text."""
    return _is_headline(tenor) and any(
        same_body(one.body, tenor.body) or one.body.key == tenor.body.key for one in found
    )


def _is_headline(one: Candidate) -> bool:
    return all(span.field == "headline" for span in one.row.evidence)


def _says(one: Candidate) -> int:
    row = one.row
    numbers = (row.target_g_km, row.actual_g_km, row.gap_g_km, row.penalty_eur)
    return sum(value is not None for value in numbers) + (row.outcome != "unknown")


def _is_same(one: Candidate, other: Candidate) -> bool:
    years = one.row.year == other.row.year or not (one.year_stated and other.year_stated)
    return years and same_body(one.body, other.body) and one.body.part == other.body.part


def _is_beside(one: Candidate, other: Candidate) -> bool:
    near = _distance(one, other) <= _NEIGHBOURS and bool(one.paragraphs & other.paragraphs)
    return near and len(one.window | other.window) <= _WINDOW


def _distance(one: Candidate, other: Candidate) -> int:
    return min(abs(left - right) for left in one.window for right in other.window)


def _completed(one: Candidate, tenor: Candidate) -> Candidate:
    """The candidate with the numbers that only the tenor has, where they fit its outcome."""
    row, more = one.row, tenor.row
    target = more.target_g_km if row.target_g_km is None and more.target_g_km != row.actual_g_km else row.target_g_km
    actual = more.actual_g_km if row.actual_g_km is None and more.actual_g_km != row.target_g_km else row.actual_g_km
    gap = more.gap_g_km if row.gap_g_km is None else row.gap_g_km
    outcome = row.outcome if one.settled else more.outcome
    alone = row.target_g_km is None and row.actual_g_km is None and row.gap_g_km is None
    if alone and more.target_g_km is not None and more.actual_g_km is not None:
        outcome = more.outcome  # two numbers of one window say it better than a word
    penalty = more.penalty_eur if row.penalty_eur is None else row.penalty_eur
    said = (row.target_g_km, row.actual_g_km, row.gap_g_km, row.outcome, row.penalty_eur)
    if (target, actual, gap, outcome, penalty) == said:
        return one
    if not _fits(target, actual, gap, outcome):
        return one
    evidence = in_order({*row.evidence, *more.evidence})
    joined: Compliance = replace(
        row,
        target_g_km=target,
        actual_g_km=actual,
        gap_g_km=gap,
        outcome=outcome,
        penalty_eur=penalty,
        evidence=evidence,
    )
    window, paragraphs = one.window | tenor.window, one.paragraphs | tenor.paragraphs
    return replace(one, row=joined, window=window, paragraphs=paragraphs)


def _fits(target: float | None, actual: float | None, gap: float | None, outcome: ComplianceOutcome) -> bool:
    """Whether numbers and outcome say the same."""
    if target is not None and actual is not None and outcome in ("met", "missed"):
        return (actual <= target) == (outcome == "met")
    if gap is not None and outcome in ("met", "missed", "at_risk"):
        return (gap <= 0) == (outcome == "met")
    return True
