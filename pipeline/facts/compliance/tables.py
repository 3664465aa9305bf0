"""Rows of a table: what the head of a column says decides the part its numbers play."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.article import Compliance, ComplianceOutcome, ComplianceRule
from pipeline.document import CELL_SEPARATOR, Document, Sentence
from pipeline.facts.compliance.grams import Role
from pipeline.facts.compliance.phrases import PhraseBook
from pipeline.facts.compliance.table_columns import Column, columns_of, share_status, value_of
from pipeline.facts.compliance.vocabulary import column_book
from pipeline.facts.numbers import find_quantities
from pipeline.organizations.mention import OrganizationMention

TABLE_CONFIDENCE = 0.8
_RANK = re.compile(r"^\s*\d{1,2}[.)]?\s+")
_NAME = re.compile(r"[A-ZÀ-Ý][\w’'&.-]+(?:[ \u00a0][\w’'&.+/–-]+){0,3}")
_YEAR = re.compile(r"\b20[0-4]\d\b")
_PLACE_IN_LIST = re.compile(r"\s*\d{1,2}[.)]?\s*")
_JOINED_NAMES = re.compile(r"\w\s?[-–/+&]\s?[A-ZÀ-Ý]")
_YEAR_FROM: tuple[Role, ...] = ("target", "actual", "gap")
_AIMS = frozenset({"objective", "ceiling", "norm", "required", "institution", "policy", "grams", "topic"})
_CAPTION = 3
"""How many sentences before a table may say what its numbers are held against."""
_OUTCOMES: tuple[ComplianceOutcome, ...] = ("exempt", "missed", "at_risk", "met")


@dataclass(frozen=True, slots=True)
class TablePage:
    """What the page gives its tables."""

    document: Document
    book: PhraseBook
    rule: ComplianceRule
    year: int | None
    subject: str | None = None
    """Whom a table is about whose rows are years."""


def read_tables(page: TablePage, organizations: Sequence[OrganizationMention]) -> list[Compliance]:
    """The rows of every table that sets grams beside makers, in order."""
    found: list[Compliance] = []
    for table in _tables(page.document):
        head, *rows = [sentence.text.split(CELL_SEPARATOR) for sentence in table]
        columns = columns_of(head, rows, column_book(page.document.language), page.document.language)
        # Grams alone also stand in tables of models; a target, a distance or an outcome is of makers.
        if any(column.role in ("target", "gap") or column.outcome for column in columns):
            aimed = _aimed_year(page, table[0])
            for row in table[1:]:
                fact = _read_row(page, table[0], columns, row, organizations, aimed=aimed)
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


def _read_row(
    page: TablePage,
    head: Sentence,
    columns: Sequence[Column],
    row: Sentence,
    organizations: Sequence[OrganizationMention],
    *,
    aimed: int | None,
) -> Compliance | None:
    cells = row.text.split(CELL_SEPARATOR)
    first = next((place for place, cell in enumerate(cells) if not _PLACE_IN_LIST.fullmatch(cell)), 0)
    name = _name(cells, first, row, organizations)
    if name is None and _YEAR.fullmatch(cells[first].strip()):
        name = page.subject
    if name is None or len(cells) != len(columns):
        return None
    values: dict[Role, tuple[float, Column]] = {}
    euro: float | None = None
    status: ComplianceOutcome | None = None
    year = int(cells[first]) if _YEAR.fullmatch(cells[first].strip()) else None
    for cell, column in zip(cells[first + 1 :], columns[first + 1 :], strict=True):
        value = None if column.role == "unknown" else value_of(cell, page.document.language)
        # Of several years the last one counts; a target or distance stands once.
        if value is not None and _is_later(column, values.get(column.role)):
            values[column.role] = (value, column)
        for money in find_quantities(cell, page.document.language):
            euro = money.value if money.kind == "money" and money.unit == "EUR" else euro
        status = status or (_status(cell, page) if value is None else None)
        year = int(cell) if _YEAR.fullmatch(cell.strip()) else year
    status = status or share_status(cells, columns)
    if not values and status is None:
        return None
    numbers = {role: value for role, (value, _) in values.items()}
    limit = next((column.limit for column in columns if column.limit is not None), None)
    if "target" not in numbers and limit is not None:
        numbers["target"] = limit
    if not values:
        stated = [year, *(column.year for column in columns if column.role == "target")]
    else:
        stated = [year, *(values[role][1].year for role in _YEAR_FROM if role in values)]
    if year is None and aimed and _is_of_averages(values, aimed):
        stated = [aimed]
    year = next((one for one in stated if one), page.year)
    return Compliance(
        organization=name,
        year=year,
        target_g_km=numbers.get("target"),
        actual_g_km=numbers.get("actual"),
        gap_g_km=numbers.get("gap"),
        outcome=_outcome(numbers, status, year, page),
        penalty_eur=euro,
        rule=page.rule,
        confidence=TABLE_CONFIDENCE,
        evidence=[head.span(0, len(head.text)), row.span(0, len(row.text))],
    )


def _is_of_averages(values: dict[Role, tuple[float, Column]], aimed: int) -> bool:
    """Whether the heads date only averages, and a target due later is what these are held against."""
    dated = [values[role][1].year for role in values if role != "actual" and values[role][1].year]
    measured = values["actual"][1].year if "actual" in values else None
    against = "target" in values or "gap" in values
    return against and not dated and measured is not None and measured < aimed


def _aimed_year(page: TablePage, head: Sentence) -> int | None:
    """The year of the target that the sentences before a table name last: "the EU's 2021 yardstick:"."""
    before = [one for one in page.document.all_sentences if one.field == "headline" or one.end <= head.start]
    for sentence in reversed([one for one in before if not one.is_row][-_CAPTION:]):
        years = [int(found[0]) for found in _YEAR.finditer(sentence.text)]
        aims = {cue.label for cue in page.book.find(sentence.text)} & _AIMS
        if years and aims:
            return years[0]
    return page.year


def _name(cells: Sequence[str], first: int, row: Sentence, organizations: Sequence[OrganizationMention]) -> str | None:
    """The maker of a row: the whole cell of names where it is short ("Mazda-Toyota"), else the name inside."""
    start = row.start + sum(len(cell) + len(CELL_SEPARATOR) for cell in cells[:first])
    end = start + len(cells[first])
    whole = _unlisted(cells[first])
    for mention in organizations:
        if mention.span.field == "text" and start <= mention.span.start < end:
            joined = whole and _JOINED_NAMES.search(whole)
            return whole if whole and joined else mention.span.quote
    return whole


def _unlisted(cell: str) -> str | None:
    """The name in a row's first cell: a word with a capital, and no number."""
    name = _RANK.sub("", cell).strip()
    return name if _NAME.fullmatch(name) else None


def _is_later(column: Column, known: tuple[float, Column] | None) -> bool:
    return known is None or (column.year or 0) > (known[1].year or 0)


def _status(cell: str, page: TablePage) -> ComplianceOutcome | None:
    """What the words of a cell say of the outcome; of miles a gallon to be under the limit is to miss it."""
    labels = {cue.label for cue in page.book.find(cell)}
    if page.rule == "us_cafe" and "under" in labels:
        return "missed"
    for outcome in _OUTCOMES:
        if outcome in labels:
            return outcome
    said = column_book(page.document.language).status(cell)
    return ("met" if said == "yes" else "missed") if said else None


def _outcome(
    numbers: dict[Role, float], status: ComplianceOutcome | None, year: int | None, page: TablePage
) -> ComplianceOutcome:
    gap = numbers.get("gap")
    if gap is None and "actual" in numbers and "target" in numbers:
        gap = numbers["actual"] - numbers["target"]
    open_year = year and page.document.published and int(page.document.published[:4]) <= year
    if status:
        return "at_risk" if status == "missed" and open_year else status
    if gap is None:
        return "unknown"
    return "met" if gap <= 0 else "at_risk" if open_year else "missed"
