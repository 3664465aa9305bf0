"""Numbers of sentences without a name that no chosen row has: a bill, and the limit beside a maker's row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.article import Compliance
from pipeline.facts.compliance.bodies import OF_EUROPE
from pipeline.facts.compliance.evidence import holds, with_sentence
from pipeline.facts.compliance.page import CompliancePage
from pipeline.facts.compliance.possible_bodies import PossibleBody

_OWING = ("missed", "at_risk")
_SETTLED = ("met", "missed")
_NAMING = ("organization", "makers")
_WIDEST = 40.0
"""Grams between an average and a limit that may be of one fleet: cars and vans lie further apart."""

Rows = Sequence[tuple[PossibleBody, Compliance]]


def with_left_numbers(page: CompliancePage, rows: Rows) -> list[tuple[PossibleBody, Compliance]]:
    """The rows, the surest first, with the page's bill and limit where these are nobody else's."""
    return _with_limits(page, _with_bill(page, rows))


def _with_bill(page: CompliancePage, rows: Rows) -> list[tuple[PossibleBody, Compliance]]:
    """The page's only sum that nobody has goes to its only maker with a row, where that tells of a miss or a risk."""
    found = list(rows)
    bodies = {body.key for body, _ in rows if body.kind == "organization"}
    owing = [place for place, (body, row) in enumerate(found) if body.key in bodies and row.outcome in _OWING]
    if len(bodies) != 1 or not owing or any(row.penalty_eur is not None for _, row in found):
        return found
    of_year = found[owing[0]][1].year
    sums = [
        (number, fine.euro)
        for number, reading in enumerate(page.readings)
        for fine in reading.fines
        if fine.euro
        and not any(one.kind in _NAMING or one.key in OF_EUROPE for group in reading.groups for one in group)
        and all(one.year == of_year for one in reading.years)
    ]
    if len({euro for _, euro in sums}) == 1:
        number, euro = sums[0]
        body, row = found[owing[0]]
        found[owing[0]] = (body, with_sentence(replace(row, penalty_eur=euro), page.readings[number].sentence))
    return found


def _with_limits(page: CompliancePage, rows: Rows) -> list[tuple[PossibleBody, Compliance]]:
    """The limit told right beside a maker's row, where no maker's row has one: it holds for each."""
    of_makers = [row for body, row in rows if body.kind == "organization"]
    aims = {
        number: one.value
        for number, reading in enumerate(page.readings)
        for one in reading.grams
        if one.role == "target" and one.sure
    }
    if not aims or any(row.target_g_km is not None for row in of_makers):
        return list(rows)
    return [(body, _with_limit(page, row, aims) if body.kind == "organization" else row) for body, row in rows]


def _with_limit(page: CompliancePage, row: Compliance, aims: dict[int, float]) -> Compliance:
    own = {
        number for number, one in enumerate(page.readings) if any(holds(span, one.sentence) for span in row.evidence)
    }
    beside = [
        number
        for number in aims
        if number in own
        or (own & {number - 1, number + 1} and not page.readings[number].groups_of_kind("organization"))
    ]
    values = {aims[number] for number in beside}
    if len(values) != 1 or not _may_be_of_one_fleet(row, min(values)):
        return row
    return with_sentence(replace(row, target_g_km=values.pop()), page.readings[beside[0]].sentence)


def _may_be_of_one_fleet(row: Compliance, limit: float) -> bool:
    """Whether the average of a row is not far from a limit, and on the side that the outcome says."""
    actual = row.actual_g_km
    if actual is None or row.outcome not in _SETTLED:
        return actual is None or abs(actual - limit) <= _WIDEST
    return abs(actual - limit) <= _WIDEST and (actual <= limit) == (row.outcome == "met")
