"""The columns of a table: what the cells under each header hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.document import CELL_SEPARATOR
from pipeline.facts.figures.forms import FigureForms
from pipeline.facts.figures.passage import Passage
from pipeline.facts.periods import Period

ColumnKind = Literal["subject", "count", "change", "share", "other"]

_ONLY_RANK = re.compile(r"\s*(?:\d{1,3}\s*[.)/]?|n°\s*\d+)\s*")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a row; offsets count in the row."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Column:
    """What the cells under one header hold."""

    kind: ColumnKind
    period: Period | None = None
    header: Cell | None = None


def cells(row: Passage, header: Passage | None = None) -> list[Cell]:
    """The cells of a row, in order; a row that lacks the header's rank ("Total | 1 200") gets an empty one before."""
    found, start = [], 0
    for text in row.text.split(CELL_SEPARATOR):
        found.append(Cell(start, start + len(text), text))
        start += len(text) + len(CELL_SEPARATOR)
    if header is not None:
        names = header.text.split(CELL_SEPARATOR)
        rank = not names[0].strip() or header.forms.header_rank.fullmatch(names[0].strip())
        if rank and len(found) == len(names) - 1:
            found.insert(0, Cell(0, 0, ""))
    return found


def columns_of(header: Passage, body: Sequence[Passage]) -> list[Column]:
    """The columns of the table, from header and body."""
    forms = header.forms
    columns: list[Column] = []
    subject_seen = False
    rows = [cells(row, header) for row in body]
    for index, cell in enumerate(cells(header)):
        below = [row[index] for row in rows if len(row) > index]
        period = next((one for one in header.periods if cell.start <= one.start < cell.end), None)
        kind = _kind(cell, below, forms)
        if kind == "subject":
            kind, subject_seen = ("other", True) if subject_seen else ("subject", True)
        columns.append(Column(kind, period, cell))
    return columns


def _kind(header: Cell, below: Sequence[Cell], forms: FigureForms) -> ColumnKind:
    texts = [cell.text for cell in below if cell.text.strip(" -–—")]
    if not texts or forms.header_rank.fullmatch(header.text.strip()):
        return "other"
    if all(_ONLY_RANK.fullmatch(text) for text in texts) and not header.text.strip():
        return "other"
    percent = sum("%" in text for text in texts) > len(texts) / 2 or "%" in header.text
    signed = sum(bool(re.match(r"\s*[+\-−–]\s?\d", text)) for text in texts) > len(texts) / 3
    numeric = sum(bool(re.match(r"\s*[+\-−–]?\s?\d", text)) for text in texts) > len(texts) / 2
    if not numeric:
        return "subject" if any(any(letter.isalpha() for letter in text) for text in texts) else "other"
    if forms.header_share.search(header.text):
        # "Change in share | +5.8 pts" is no share
        return "other" if signed and forms.header_change.search(header.text) else "share"
    if signed or (
        forms.header_change.search(header.text) and (percent or any("," in text or "." in text for text in texts))
    ):
        return "change"
    if percent:
        return "share"
    if any(re.search(r"[€$£]|\b(?:km|kW|kWh|ch|PS|CV|hp|g)\b", text) for text in (*texts, header.text)):
        return "other"
    return "count"
