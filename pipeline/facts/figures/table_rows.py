"""One row of a table, and the figures in its cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.article import Figure, Metric, Segment, Span
from pipeline.facts.figures.columns import Cell, Column, cells
from pipeline.facts.figures.confidence import probability
from pipeline.facts.figures.context import Context
from pipeline.facts.figures.passage import Passage
from pipeline.facts.numbers import Quantity
from pipeline.languages.united import any_of

_CERTAINTY = 0.9
_RANK_BEFORE = re.compile(r"^\s*\d{1,3}\s*[.)/]\s+")


_REST = re.compile(
    rf"(?:all )?(?:the )?{any_of('figures_words', 'markets', 'rest')}(?!\w)",
    re.IGNORECASE,
)
"""A row for what the other rows leave out: it is about nobody."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row with what its cells are read under."""

    row: Passage
    header: Passage
    caption: Passage | None
    context: Context
    columns: Sequence[Column]
    metric: Metric
    factor: int

    def figures(self) -> Iterator[Figure]:
        """The figures of the row, left to right."""
        row_cells = cells(self.row, self.header)
        subject = next(
            (cell for cell, column in zip(row_cells, self.columns, strict=False) if column.kind == "subject"), None
        )
        name = subject and self._name(subject)
        if not subject or not name:
            return
        if _REST.match(name.text) and not any(name.start <= one.start < name.end for one in self.row.places):
            return
        changes = self._changes(row_cells)
        for index, (cell, column) in enumerate(zip(row_cells, self.columns, strict=False)):
            quantity = self._number(cell)
            if quantity is None:
                continue
            if column.kind == "count" and (quantity.kind == "count" or (quantity.kind == "year" and column.header)):
                yield self._figure(
                    name=name,
                    cell=cell,
                    column=column,
                    value=quantity.value * self.factor,
                    change=changes.get(index),
                    metric=self.metric,
                )
            elif column.kind == "share" and quantity.value < 100:
                yield self._figure(
                    name=name,
                    cell=cell,
                    column=self._dated(index),
                    value=quantity.value,
                    change=None,
                    metric="market_share",
                )

    def _name(self, cell: Cell) -> Cell | None:
        rank = _RANK_BEFORE.match(cell.text)
        start = cell.start + (rank.end() if rank else 0)
        text = self.row.text[start : cell.end].strip()
        return Cell(start, start + len(text), text) if any(letter.isalpha() for letter in text) else None

    def _number(self, cell: Cell) -> Quantity | None:
        inside = [one for one in self.row.quantities if cell.start <= one.start < cell.end]
        return inside[0] if inside else None

    def _dated(self, index: int) -> Column:
        """The column itself, with the period of the count to its left where its own header has none."""
        column = self.columns[index]
        left = [one for one in self.columns[:index] if one.kind == "count" and one.period]
        return column if column.period or not left else Column(column.kind, self._newest(left).period, column.header)

    def _changes(self, row_cells: Sequence[Cell]) -> dict[int, tuple[float, Cell]]:
        """The change of each count column: of the counts to its left since the last change, the newest."""
        found: dict[int, tuple[float, Cell]] = {}
        waiting: list[int] = []
        for index, (cell, column) in enumerate(zip(row_cells, self.columns, strict=False)):
            if column.kind == "count":
                waiting.append(index)
            elif column.kind == "change" and waiting:
                quantity = self._number(cell)
                if quantity and quantity.kind in ("count", "percent"):
                    minus = bool(re.match(r"\s*[-−–]", cell.text))
                    newest = self._newest([self.columns[one] for one in waiting])
                    target = next(one for one in waiting if self.columns[one] is newest)
                    found[target] = (-quantity.value if minus else quantity.value, cell)
                waiting = []
        return found

    @staticmethod
    def _newest(columns: Sequence[Column]) -> Column:
        dated = [one for one in columns if one.period and one.period.value]
        return (
            max(dated, key=lambda one: (one.period.value or "") if one.period else "") if len(dated) > 1 else columns[0]
        )

    def _figure(
        self, *, name: Cell, cell: Cell, column: Column, value: float, change: tuple[float, Cell] | None, metric: Metric
    ) -> Figure:
        sentence = self.row.sentence
        spans = [sentence.span(cell.start, cell.end), sentence.span(name.start, name.end)]
        if change:
            spans.append(sentence.span(change[1].start, change[1].end))
        if column.header and column.header.text.strip():
            spans.append(self.header.sentence.span(column.header.start, column.header.end))
        period, period_span = self._period(column)
        place, place_span = self._place(name)
        subject, subject_span = self._subject(name)
        spans += [one for one in (period_span, place_span, subject_span) if one]
        return Figure(
            subject=subject,
            metric=metric,
            value=value,
            unit="percent" if metric == "market_share" else "vehicles",
            change_pct=round(change[0], 4) if change else None,
            period=period,
            geography=place,
            segment=self._segment(name),
            forecast=bool(self.row.forms.forecast.search(column.header.text)) if column.header else False,
            confidence=probability(_CERTAINTY * (0.95 if period_span else 0.8) * (0.95 if place_span else 0.85)),
            evidence=list(dict.fromkeys(spans)),
        )

    def _subject(self, name: Cell) -> tuple[str, Span | None]:
        """Whom the row is about: a country or the total of a maker's table is that maker's."""
        context = self.context
        country = any(name.start <= one.start < name.end for one in self.row.places)
        if country or self.row.forms.header_total.fullmatch(name.text.strip()):
            if context.maker and not context.is_market:
                return context.maker.text, context.maker_span
            if context.actor and context.opens_with_maker:
                return context.actor.text, context.actor_span
        return name.text, None

    def _period(self, column: Column) -> tuple[str | None, Span | None]:
        if column.period:
            return column.period.value, self.header.sentence.span(column.period.start, column.period.end)
        for passage in (self.header, self.caption):
            named = [one for one in passage.periods if not one.compared and one.kind != "day"] if passage else []
            if passage and len({one.value for one in named}) == 1:
                return named[0].value, passage.sentence.span(named[0].start, named[0].end)
        if self.context.period:
            return self.context.period.value, self.context.period_span
        return None, None

    def _place(self, name: Cell) -> tuple[str | None, Span | None]:
        own = [one for one in self.row.places if name.start <= one.start < name.end]
        if own and own[0].code != "home":
            return own[0].code, self.row.sentence.span(own[0].start, own[0].end)
        for passage in (self.header, self.caption):
            named = [one for one in passage.places if one.code and one.code != "home"] if passage else []
            if passage and named:
                return named[0].code, passage.sentence.span(named[0].start, named[0].end)
        if self.context.place is None and self.metric == "registrations":
            return self.context.home, None  # what is registered is so in a country
        return self.context.place, self.context.place_span

    def _segment(self, name: Cell) -> Segment | None:
        own = [one for one in self.row.subjects if one.kind == "segment" and name.start <= one.start < name.end]
        if own:
            return own[0].segment
        if self.row.forms.private_buyers.fullmatch(name.text.strip()):
            return None
        if self.row.forms.header_total.search(name.text) and self.context.segment is None:
            return None
        for passage in (self.header, self.caption):
            named = {one.segment for one in passage.subjects if one.kind == "segment"} if passage else set()
            if len(named) == 1:
                return named.pop()
        announced = self.caption is not None and self.caption.sentence is self.context.last_sentence
        return self.context.segment or self.context.first_segment or (self.context.last_segment if announced else None)
