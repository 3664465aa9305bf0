"""Rows that say nothing beyond another of the same body and year."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.facts.compliance.bodies import same_body
from pipeline.facts.compliance.rows import Candidate


def without_doubles(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without those that say nothing beyond another of the same body and year."""
    return [
        one
        for place, one in enumerate(candidates)
        if not any(
            other is not one
            and _covers(other, one)
            and (not _covers(one, other) or (_in_headline(other), before) < (_in_headline(one), place))
            for before, other in enumerate(candidates)
        )
    ]


def _in_headline(one: Candidate) -> bool:
    return all(span.field == "headline" for span in one.row.evidence)


def _covers(more: Candidate, less: Candidate) -> bool:
    numbers = ("target_g_km", "actual_g_km", "gap_g_km", "penalty_eur")
    if is_fear_at_large(more) and less.row.outcome == "unknown":
        return False
    return (
        _same_body(more, less)
        and (more.row.year == less.row.year or not less.year_stated or less.row.year is None)
        and less.row.outcome in (more.row.outcome, "unknown")
        and all(getattr(less.row, name) in (None, getattr(more.row, name)) for name in numbers)
    )


def is_fear_at_large(one: Candidate) -> bool:
    """Whether a row tells only what makers at large might have to pay."""
    measured = any(value is not None for value in (one.row.target_g_km, one.row.actual_g_km, one.row.gap_g_km))
    return one.body.kind == "makers" and one.row.outcome == "at_risk" and not measured


def _same_body(more: Candidate, less: Candidate) -> bool:
    if more.body.part != less.body.part:
        return False
    # Of a pool ("Mazda-Toyota") a row on its first member says the same.
    first_member = less.body.bare.split(" ")[0] if "+" in less.body.key else None
    return same_body(more.body, less.body) or (first_member is not None and first_member == more.body.bare)
