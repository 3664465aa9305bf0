"""A bill that a sentence without a name tells, where the article has rows of one maker alone: it is that maker's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.article import Compliance
from pipeline.facts.compliance.page import CompliancePage
from pipeline.facts.compliance.possible_bodies import PossibleBody
from pipeline.facts.window import in_order

_OWING = ("missed", "at_risk")
_NAMING = ("organization", "makers")

Rows = Sequence[tuple[PossibleBody, Compliance]]


def with_sum_left(page: CompliancePage, rows: Rows) -> list[tuple[PossibleBody, Compliance]]:
    """The rows, the surest first; the first that tells of a miss or a risk with the page's only sum that nobody has."""
    found = list(rows)
    bodies = {body.key for body, _ in rows if body.kind == "organization"}
    owing = [place for place, (body, row) in enumerate(found) if body.key in bodies and row.outcome in _OWING]
    if len(bodies) != 1 or not owing or any(row.penalty_eur is not None for _, row in found):
        return found
    sums = [
        (number, fine.euro)
        for number, reading in enumerate(page.readings)
        for fine in reading.fines
        if fine.euro and not any(group[0].kind in _NAMING for group in reading.groups)
    ]
    if len({euro for _, euro in sums}) != 1:
        return found
    number, euro = sums[0]
    body, row = found[owing[0]]
    sentence = page.readings[number].sentence
    evidence = in_order({*row.evidence, sentence.span(0, len(sentence.text))})
    found[owing[0]] = (body, replace(row, penalty_eur=euro, evidence=evidence))
    return found
