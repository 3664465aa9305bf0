"""Tables: those of data become lines, those of layout become plain containers."""

from __future__ import annotations

import re
from statistics import median

from lxml import etree
from lxml.html import HtmlElement

from pipeline.characters import without_unshown
from pipeline.document import CELL_SEPARATOR
from pipeline.extraction.blocks import ROW_ATTRIBUTE, ends_in_ellipsis
from pipeline.extraction.teaser_ends import names_day

EMPTY_CELL = "–"
"""Stands for a cell without text, so that each cell keeps its column."""

_MAX_SPAN = 30  # a wider span is a mistake or an attack
_MAX_CELLS = 20_000
_MAX_CELL_CHARS = 90  # cells of data are figures, names and dates
_MIN_HEADLINE_CHARS, _MIN_HEADLINE_WORDS = 15, 4
_MIN_TEASER_CHARS = 60
_INLINE = frozenset({"a", "abbr", "b", "cite", "em", "i", "q", "small", "span", "strong", "sub", "sup", "time", "u"})
_SPACES = re.compile(r"\s+")
_PARTS = ("tr", "td", "th", "thead", "tbody", "tfoot", "caption", "colgroup")
_HOLDS_PAGE = ("table", "h1", "article", "main", "section")


def set_tables(tree: HtmlElement) -> None:
    """Turns each data table into paragraphs, one a row, and each layout table into `div`s; changes the tree.

    The cells of a row are joined by ` | `. A cell that spans rows is repeated in each, so that
    every row can be read alone; a cell that spans columns is followed by empty ones.
    """
    for table in reversed(list(tree.iter("table"))):  # the inner ones first
        rows = _rows(table)
        if _holds_data(table, rows):
            _set_rows(table, rows)
        else:
            _flatten(table)


def _rows(table: HtmlElement) -> list[list[HtmlElement]]:
    rows = []
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        if cells:
            rows.append(cells)
    return rows


def _holds_data(table: HtmlElement, rows: list[list[HtmlElement]]) -> bool:
    if table.get("role") in ("presentation", "none") or any(True for e in table.iter(*_HOLDS_PAGE) if e is not table):
        return False
    wide = [cells for cells in rows if len(cells) >= 2]
    if len(wide) < 2 or len(wide) < 0.5 * len(rows):
        return False
    texts = [text for cells in wide for cell in cells if (text := _text(cell))]
    if len(texts) < 4 or 2 * sum(map(_is_story, wide)) > len(wide):
        return False
    short = sum(len(text) <= _MAX_CELL_CHARS for text in texts)
    marked = any(True for _ in table.iter("th"))
    if short < (0.6 if marked else 0.85) * len(texts):
        return False
    figures = sum(any(character.isdigit() for character in text) for text in texts)
    whole = sum(map(len, texts))
    linked = sum(len(_text(link)) for link in table.iter("a"))
    # Headlines beside dates are a list of articles; names beside figures are data, linked or not.
    return linked < 0.5 * whole or (figures >= 0.4 * len(texts) and median(map(len, texts)) <= 20)


def _is_story(cells: list[HtmlElement]) -> bool:
    """Whether a cell of the row, or two, hold a linked headline and a longer text: a story among others."""
    long = [cell for cell in cells if len(_text(cell)) > _MAX_CELL_CHARS]
    if any(_MIN_HEADLINE_CHARS <= _linked(cell) < len(_text(cell)) for cell in long):
        return True
    headlines = [
        number
        for number, cell in enumerate(cells)
        if _MIN_HEADLINE_CHARS <= _linked(cell) >= 0.8 * len(text := _text(cell))
        and len(text.split()) >= _MIN_HEADLINE_WORDS
    ]
    others = [_text(cell) for number, cell in enumerate(cells) if number not in headlines]
    figures = sum(len(text) <= _MIN_TEASER_CHARS and any(map(str.isdigit, text)) for text in others)
    # One figure is the hour or the day; two and more are what a named thing is compared by.
    if headlines:
        return figures < 2 and any(len(text) > _MIN_TEASER_CHARS for text in others)
    # A link on the day alone, an unlinked headline, a text that breaks off.
    named = any(len(text.split()) >= _MIN_HEADLINE_WORDS and len(text) <= _MAX_CELL_CHARS for text in map(_text, cells))
    led = any(_linked(cell) and names_day(_text(cell)) for cell in cells if cell not in long)
    return named and led and any(ends_in_ellipsis(_text(cell)) for cell in long)


def _linked(cell: HtmlElement) -> int:
    return sum(len(_text(link)) for link in cell.iter("a"))


def _set_rows(table: HtmlElement, rows: list[list[HtmlElement]]) -> None:
    lines = [text for caption in table.iter("caption") if (text := _text(caption))]
    captions = len(lines)
    lines += _lines(rows)
    tail = table.tail
    table.clear()
    table.tag, table.tail = "div", tail
    for number, line in enumerate(lines):
        paragraph = etree.SubElement(table, "p")
        paragraph.text = line
        if number >= captions:
            paragraph.set(ROW_ATTRIBUTE, "1")


def _lines(rows: list[list[HtmlElement]]) -> list[str]:
    lines: list[str] = []
    held: dict[int, tuple[int, str]] = {}  # column -> rows still covered from above, and the text
    cells_left = _MAX_CELLS
    for cells in rows:
        line: list[str] = []
        for cell in cells:
            _fill_held(line, held)
            text, rowspan = _text(cell), _span(cell, "rowspan")
            for column in range(_span(cell, "colspan")):
                if rowspan > 1:
                    held[len(line)] = (rowspan - 1, "" if column else text)
                line.append("" if column else text)
        _fill_held(line, held)
        cells_left -= len(line)
        if cells_left < 0:
            break
        while line and not line[-1]:
            line.pop()
        if line:
            lines.append(CELL_SEPARATOR.join(text or EMPTY_CELL for text in line))
    return lines


def _fill_held(line: list[str], held: dict[int, tuple[int, str]]) -> None:
    while len(line) in held:
        column = len(line)
        left, text = held.pop(column)
        if left > 1:
            held[column] = (left - 1, text)
        line.append(text)


def _flatten(table: HtmlElement) -> None:
    for element in list(table.iter(*_PARTS)):
        element.tag = "p" if _is_paragraph(element) else "div"
    table.tag = "div"


def _is_paragraph(cell: HtmlElement) -> bool:
    """Whether the cell is running text without a paragraph of its own around it."""
    return (
        cell.tag == "td"
        and len(cell.text or "") > _MAX_CELL_CHARS
        and all(isinstance(child.tag, str) and child.tag in _INLINE and len(child) == 0 for child in cell)
    )


def _span(cell: HtmlElement, name: str) -> int:
    value = cell.get(name, "1").strip()
    return min(max(int(value), 1), _MAX_SPAN) if value.isdecimal() and len(value) < 6 else 1


def _text(element: HtmlElement) -> str:
    text = _SPACES.sub(" ", element.text_content()).replace("|", "/")
    return without_unshown(text).strip()
