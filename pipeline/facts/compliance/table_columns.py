"""What part the numbers of a table's columns play: said by their heads, else by how the columns add up.

In most tables one column is the difference of two others. Where it is so in every row,
the heads need not be understood: the difference is the distance, and of the two others
one word, a sign or the year in a head tells which is the target.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import permutations
from typing import Literal

from pipeline.facts.compliance.grams import LOWEST_FLEET, Role
from pipeline.facts.compliance.phrases import PhraseBook
from pipeline.facts.numbers import find_quantities

_SIGNED = re.compile(r"^\s*(?P<sign>[+\-−–])?\s*(?P<number>\d[\d.,]*)\s*(?:g\b.*|gr\b.*|CO.?2.*)?$")
_YEAR = re.compile(r"\b20[0-4]\d\b")
_LIMIT = re.compile(r"(?P<number>\d{2,3}(?:[.,]\d)?)\s?(?:g|gr|Gramm|grams?|grammes|gramos|grammi)\b")
_PERCENT = re.compile(r"^\s*[+\-−–]?\s*(?P<number>\d{1,3}(?:[.,]\d+)?)\s?(?:%|Prozent|per cent|pour cent)\s*$")
_FLEET_RANGE = (0.0, 400.0)
_ROUNDING = 1.05
"""By how much rounded numbers may differ from their rounded difference."""
Verdict = Literal["met", "missed"]
_AVERAGE: tuple[Role, ...] = ("actual", "unknown")


@dataclass(frozen=True, slots=True)
class Column:
    """What a column holds."""

    role: Role
    year: int | None
    outcome: bool = False
    """Whether its head announces how each row ended."""
    limit: float | None = None
    """The target that the head of a distance names: "distance from 147 g"."""


def columns_of(
    head: Sequence[str], rows: Sequence[Sequence[str]], book: PhraseBook, language: str | None
) -> list[Column]:
    """The columns of a table: by the words of their heads, then by the arithmetic of the rows."""
    columns = [_column(cell, book) for cell in head]
    values = [[_signed(cell, language) for cell in row] for row in rows if len(row) == len(head)]
    numeric = [
        place
        for place in range(1, len(head))
        if values and sum(row[place] is not None for row in values) * 2 > len(values)
    ]
    for one, other, difference in permutations(numeric, 3):
        if one < other and _adds_up(values, one, other, difference):
            return _settled(columns, values, one, other, difference)
    return _by_exclusion(columns, values, numeric)


def value_of(cell: str, language: str | None) -> float | None:
    """The grams of a cell, with their sign; None where it holds anything else."""
    found = _signed(cell, language)
    return None if found is None else found[0]


def share_status(cells: Sequence[str], columns: Sequence[Column]) -> Verdict | None:
    """How a row ends whose target and state are percentages: of what is to be cut, or of electric cars to be sold."""
    shares: dict[Role, float] = {}
    for cell, column in zip(cells, columns, strict=True):
        written = _PERCENT.match(cell)
        if written and column.role in ("target", "actual"):
            shares[column.role] = float(written["number"].replace(",", "."))
    if "target" not in shares or "actual" not in shares:
        return None
    return "met" if shares["actual"] >= shares["target"] else "missed"


def _column(head: str, book: PhraseBook) -> Column:
    labels = {cue.label for cue in book.find(head)}
    year = _YEAR.search(head)
    role: Role = "unknown"
    if "gap_column" in labels:
        role = "gap"
    elif "actual_column" in labels:
        role = "actual"
    elif labels & {"objective", "ceiling", "required", "target_column"}:
        role = "target"
    elif labels & {"actual", "average", "topic"} or (year and len(head.strip()) == 4):
        role = "actual"
    grams = _LIMIT.search(head) if role == "gap" else None
    limit = float(grams["number"].replace(",", ".")) if grams else None
    return Column(role, int(year[0]) if year else None, "outcome_column" in labels, limit)


def _signed(cell: str, language: str | None) -> tuple[float, bool] | None:
    """The number of a cell and whether a sign is written before it."""
    written = _SIGNED.match(cell)
    number = next(iter(find_quantities(written["number"], language)), None) if written else None
    if written is None or number is None or not _FLEET_RANGE[0] <= number.value <= _FLEET_RANGE[1]:
        return None
    return (-number.value if written["sign"] in ("-", "−", "–") else number.value), bool(written["sign"])


def _adds_up(values: Sequence[Sequence[tuple[float, bool] | None]], one: int, other: int, difference: int) -> bool:
    """Whether in every row the third column is what lies between the first two, and those are a fleet's."""
    triples = [(row[one], row[other], row[difference]) for row in values]
    whole = [(a[0], b[0], c[0]) for a, b, c in triples if a and b and c]
    return bool(whole) and all(
        min(a, b) >= LOWEST_FLEET and abs(abs(a - b) - abs(c)) < _ROUNDING and abs(c) < min(a, b) for a, b, c in whole
    )


def _settled(
    columns: Sequence[Column],
    values: Sequence[Sequence[tuple[float, bool] | None]],
    one: int,
    other: int,
    difference: int,
) -> list[Column]:
    """The columns with target, average and distance where they add up."""
    settled = list(columns)
    settled[difference] = replace(columns[difference], role="gap")
    first_is_target = _first_is_target(columns, values, one, other, difference)
    target, actual = (one, other) if first_is_target else (other, one)
    settled[target] = replace(columns[target], role="target")
    settled[actual] = replace(columns[actual], role="actual")
    return settled


def _first_is_target(
    columns: Sequence[Column],
    values: Sequence[Sequence[tuple[float, bool] | None]],
    one: int,
    other: int,
    difference: int,
) -> bool:
    """Which of two columns is the target: as its head says, by the signs, by the later year, else the lower one."""
    roles = columns[one].role, columns[other].role
    if (roles[0] == "target") != (roles[1] == "target"):
        return roles[0] == "target"
    if (roles[0] == "actual") != (roles[1] == "actual"):
        return roles[1] == "actual"
    # A distance is the average less the target, so a sign says which is which.
    signs = [
        (a[0] - b[0]) * c[0]
        for row in values
        for a, b, c in [(row[one], row[other], row[difference])]
        if a and b and c and c[1] and a[0] != b[0]
    ]
    if signs:
        return sum(sign < 0 for sign in signs) * 2 > len(signs)
    years = columns[one].year, columns[other].year
    if years[0] and years[1] and years[0] != years[1]:
        return years[0] > years[1]
    lower = [a[0] < b[0] for row in values for a, b in [(row[one], row[other])] if a and b]
    return sum(lower) * 2 > len(lower)


def _by_exclusion(
    columns: Sequence[Column], values: Sequence[Sequence[tuple[float, bool] | None]], numeric: Sequence[int]
) -> list[Column]:
    """The columns, where beside a target a single other one holds a fleet's grams: that is the average."""
    known = [columns[place].role for place in numeric]
    fleet = [
        place
        for place in numeric
        if columns[place].role in _AVERAGE
        and all(cell[0] >= LOWEST_FLEET for row in values for cell in [row[place]] if cell)
    ]
    if "target" not in known or "actual" in known or len(fleet) != 1:
        return list(columns)
    settled = list(columns)
    settled[fleet[0]] = replace(columns[fleet[0]], role="actual")
    return settled
