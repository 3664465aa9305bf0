"""Rows of a table: what the head of a column says decides the part its numbers play."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.article import Compliance, ComplianceOutcome, ComplianceRule
from pipeline.document import CELL_SEPARATOR, Document, Sentence
from pipeline.facts.compliance.grams import Role
from pipeline.facts.compliance.phrases import PhraseBook
from pipeline.facts.numbers import find_quantities
from pipeline.organizations.mention import OrganizationMention

TABLE_CONFIDENCE = 0.8
_SIGNED = re.compile(r"^\s*(?P<sign>[+\-−–])?\s*(?P<number>\d[\d.,]*)\s*(?:g\b.*|gr\b.*)?$")
_RANK = re.compile(r"^\s*\d{1,2}[.)]?\s+")
_NAME = re.compile(r"[A-ZÀ-Ý][\w’'&.-]+(?:[ \u00a0][\w’'&.-]+){0,3}")
_YEAR = re.compile(r"\b20[0-4]\d\b")
_YEAR_FROM: tuple[Role, ...] = ("target", "actual", "gap")
_FLEET_RANGE = (0.0, 400.0)
_OUTCOMES: tuple[ComplianceOutcome, ...] = ("exempt", "missed", "at_risk", "met")


@dataclass(frozen=True, slots=True)
class Column:
    """What the head of a column promises."""

    role: Role
    year: int | None


@dataclass(frozen=True, slots=True)
class TablePage:
    """What the page gives its tables."""

    document: Document
    book: PhraseBook
    rule: ComplianceRule
    year: int | None


def read_tables(page: TablePage, organizations: Sequence[OrganizationMention]) -> list[Compliance]:
    """The rows of every table that sets grams beside makers, in order."""
    found: list[Compliance] = []
    for table in _tables(page.document):
        columns = [_column(cell, page.book) for cell in table[0].text.split(CELL_SEPARATOR)]
        # Grams alone also stand in tables of models; a target or a distance is of makers.
        if any(column.role in ("target", "gap") for column in columns):
            for row in table[1:]:
                fact = _read_row(page, table[0], columns, row, organizations)
                if fact:
                    found.append(fact)
    return found


def _tables(document: Document) -> Iterator[list[Sentence]]:
    table: list[Sentence] = []
    for sentence in document.sentences:
        if sentence.is_row and (not table or sentence.paragraph == table[-1].paragraph + 1):
            table.append(sentence)
            continue
        if len(table) > 1:
            yield table
        table = [sentence] if sentence.is_row else []
    if len(table) > 1:
        yield table


def _column(head: str, book: PhraseBook) -> Column:
    labels = {cue.label for cue in book.find(head)}
    year = _YEAR.search(head)
    role: Role = "unknown"
    if "gap_column" in labels:
        role = "gap"
    elif labels & {"objective", "ceiling", "required"}:
        role = "target"
    elif labels & {"actual", "average", "topic"} or (year and len(head.strip()) == 4):
        role = "actual"
    return Column(role, int(year[0]) if year else None)


def _read_row(
    page: TablePage,
    head: Sentence,
    columns: Sequence[Column],
    row: Sentence,
    organizations: Sequence[OrganizationMention],
) -> Compliance | None:
    cells = row.text.split(CELL_SEPARATOR)
    name = next(
        (
            mention.span.quote
            for mention in organizations
            if mention.span.field == "text" and row.start <= mention.span.start < row.start + len(cells[0])
        ),
        _unlisted(cells[0]),
    )
    if name is None or len(cells) != len(columns):
        return None
    values: dict[Role, tuple[float, Column]] = {}
    euro: float | None = None
    for cell, column in zip(cells[1:], columns[1:], strict=True):
        value = _value(cell, column.role, page.document.language)
        # Of several years the last one counts; a target or distance stands once.
        if value is not None and _is_later(column, values.get(column.role)):
            values[column.role] = (value, column)
        for money in find_quantities(cell, page.document.language):
            euro = money.value if money.kind == "money" and money.unit == "EUR" else euro
    if not values:
        return None
    numbers = {role: value for role, (value, _) in values.items()}
    stated = [values[role][1].year for role in _YEAR_FROM if role in values]
    return Compliance(
        organization=name,
        year=next((year for year in stated if year), page.year),
        target_g_km=numbers.get("target"),
        actual_g_km=numbers.get("actual"),
        gap_g_km=numbers.get("gap"),
        outcome=_outcome(numbers, row.text, page),
        penalty_eur=euro,
        rule=page.rule,
        confidence=TABLE_CONFIDENCE,
        evidence=[head.span(0, len(head.text)), row.span(0, len(row.text))],
    )


def _unlisted(cell: str) -> str | None:
    """The name in a row's first cell: a word with a capital, and no number."""
    name = _RANK.sub("", cell).strip()
    return name if _NAME.fullmatch(name) else None


def _value(cell: str, role: Role, language: str | None) -> float | None:
    written = _SIGNED.match(cell)
    if role == "unknown" or written is None:
        return None
    number = next(iter(find_quantities(written["number"], language)), None)
    if number is None or not _FLEET_RANGE[0] <= number.value <= _FLEET_RANGE[1]:
        return None
    return -number.value if written["sign"] in ("-", "−", "–") else number.value


def _is_later(column: Column, known: tuple[float, Column] | None) -> bool:
    return known is None or (column.year or 0) > (known[1].year or 0)


def _outcome(numbers: dict[Role, float], row: str, page: TablePage) -> ComplianceOutcome:
    labels = {cue.label for cue in page.book.find(row)}
    for outcome in _OUTCOMES:
        if outcome in labels:
            return outcome
    for cell in row.split(CELL_SEPARATOR)[1:]:
        status = page.book.status(cell)
        if status and "target" in numbers:
            return "met" if status == "yes" else "missed"
    gap = numbers.get("gap")
    if gap is None and "actual" in numbers and "target" in numbers:
        gap = numbers["actual"] - numbers["target"]
    if gap is None:
        return "unknown"
    open_year = page.year and page.document.published and int(page.document.published[:4]) <= page.year
    return "met" if gap <= 0 else "at_risk" if open_year else "missed"
