"""Of a maker told of in the text and in a table, one row: the table's, with what only the text says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.article import Compliance


def text_and_tables(told: Sequence[Compliance], tables: Sequence[Compliance]) -> list[Compliance]:
    """The rows of the text that say more than the tables do, then those of the tables.

    A sum to pay that only the text names goes to the table's row, with its evidence.
    """
    rows = list(tables)
    kept: list[Compliance] = []
    for one in told:
        place = next((place for place, row in enumerate(rows) if _repeats(one, row)), None)
        if place is None:
            kept.append(one)
        elif one.penalty_eur is not None and rows[place].penalty_eur is None:
            evidence = [*one.evidence, *rows[place].evidence]
            rows[place] = replace(rows[place], penalty_eur=one.penalty_eur, evidence=evidence)
    return kept + rows


def _repeats(told: Compliance, row: Compliance) -> bool:
    """Whether a row of the text is of the same maker and year, and has no number that the table has otherwise."""
    if told.year not in (None, row.year) or not _is_same_name(told.organization or "", row.organization or ""):
        return False
    pairs = (
        (told.target_g_km, row.target_g_km),
        (told.actual_g_km, row.actual_g_km),
        (told.gap_g_km, row.gap_g_km),
    )
    return all(said is None or said == listed for said, listed in pairs)


def _is_same_name(one: str, other: str) -> bool:
    first, second = (set(re.findall(r"\w+", name.casefold())) for name in (one, other))
    return first <= second or second <= first
