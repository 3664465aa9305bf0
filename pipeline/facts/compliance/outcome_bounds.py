"""Which outcomes the numbers of a row, and whether its year is over, leave open."""

from __future__ import annotations

from pipeline.article import Compliance, ComplianceOutcome
from pipeline.facts.compliance.weights import OUTCOMES

_SHORT: frozenset[ComplianceOutcome] = frozenset({"missed", "at_risk"})


def open_outcomes(row: Compliance, published: int | None, *, settled: bool = False) -> list[ComplianceOutcome]:
    """The outcomes that a row may have.

    A stated distance, or an average and its target, has its side. A year that is not over is not missed yet, and
    one that is over is no risk any more.

    Args:
        row: its year and its numbers.
        published: the year of publication, where it is known.
        settled: whether its sentences tell of a miss, or of a bill to come, without any "would".
    """
    barred: set[ComplianceOutcome] = set()
    over = _over_its_target(row)
    if over is not None:
        barred |= {"met", "unknown"} if over else _SHORT | {"unknown"}
    if row.year and published:
        barred.add("missed" if row.year >= published else "at_risk")
    if row.outcome == "at_risk" and not settled:
        barred.discard("at_risk")  # "without the pool it would have missed", said of a year that is over
    return [one for one in OUTCOMES if one not in barred]


def _over_its_target(row: Compliance) -> bool | None:
    if row.gap_g_km:
        return row.gap_g_km > 0
    if row.target_g_km is not None and row.actual_g_km is not None:
        return row.actual_g_km > row.target_g_km
    return None
