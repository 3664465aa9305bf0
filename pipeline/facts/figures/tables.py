"""Figures in tables: each row's cells read under the header of their column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.article import Figure, Metric
from pipeline.document import CELL_SEPARATOR
from pipeline.facts.figures.columns import columns_of
from pipeline.facts.figures.context import Context
from pipeline.facts.figures.passage import Passage
from pipeline.facts.figures.table_rows import TableRow

_LEAST_VALUE = 100
_MOST_ROWS = 200
"""Rows of a table that are read; a longer one is an annex, and what counts stands at its top."""
_MOST_COLUMNS = 100
"""A wider table is no table of registrations, and each of its cells would be held against each other one."""


def group_rows(passages: Sequence[Passage]) -> Iterator[tuple[int, list[Passage]]]:
    """The tables of the text: the index of the first row and the rows, header first."""
    rows: list[Passage] = []
    for index, passage in enumerate(passages):
        following = rows and passage.sentence.paragraph == rows[-1].sentence.paragraph + 1
        if rows and not (passage.sentence.is_row and following):
            yield index - len(rows), rows
            rows = []
        if passage.sentence.is_row:
            rows.append(passage)
    if rows:
        yield len(passages) - len(rows), rows


def read_table(rows: Sequence[Passage], caption: Passage | None, context: Context) -> Iterator[Figure]:
    """The figures of a table.

    Args:
        rows: its rows; the first is the header where it has one.
        caption: the sentence before the table.
        context: of headline and lead.
    """
    header, body = rows[0], rows[1 : _MOST_ROWS + 1]
    if not body or header.text.count(CELL_SEPARATOR) >= _MOST_COLUMNS:
        return
    headless = _has_values(header)
    body = rows[: _MOST_ROWS + 1] if headless else body
    forms = header.forms
    metric = _metric(header, caption, context)
    if metric is None or (forms.excluded.search(header.text) and not header.metric_words):
        return
    if not headless and not _counts_vehicles(header, body):
        return
    columns = columns_of(header, body)
    if headless:
        columns = [replace(one, period=None, header=None) for one in columns]
    factor = 1000 if forms.header_thousands.search(header.text + (caption.text if caption else "")) else 1
    for row in body:
        yield from TableRow(row, header, caption, context, columns, metric, factor).figures()


def _counts_vehicles(header: Passage, body: Sequence[Passage]) -> bool:
    """Whether the header says that vehicles are counted and when, or the rows are of makers, segments or places."""
    if header.metric_words or header.periods or header.forms.unit_words.search(header.text):
        return True
    return any(row.subjects or row.places for row in body) or header.speaks_of_shares


def _has_values(row: Passage) -> bool:
    """Whether a table's first row holds values itself, as the table has no header: "MG | 10,846 | +39.4%"."""
    signed = any(one.kind == "percent" and (one.sign or one.value % 1) for one in row.quantities)
    counted = any(one.kind == "count" and one.value >= _LEAST_VALUE for one in row.quantities)
    return signed or (counted and not row.metric_words and not row.periods)


def _metric(header: Passage, caption: Passage | None, context: Context) -> Metric | None:
    for passage in (header, caption):
        if passage and passage.metric_words:
            return passage.metric_words[0][0]
    return context.metric
