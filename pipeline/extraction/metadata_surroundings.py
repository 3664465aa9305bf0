"""The short lines that stand around a headline: where bylines and datelines are."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

_MAX_LINES = 40
_MAX_CHARS = 2_500
_MAX_ELEMENTS = 150
_BREAKING = (
    *("address", "article", "aside", "blockquote", "body", "br", "button", "dd", "div", "dl", "dt", "fieldset"),
    *("figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li"),
    *("main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "ul"),
)
_BLOCKS = frozenset(_BREAKING)
_SILENT = frozenset(("script", "style", "noscript", "svg", "template", "iframe", "select", "textarea", "head"))


def lines_around(heading: HtmlElement) -> Iterator[str]:
    """The lines behind the headline in the page's order, then the few before it."""
    yield from _lines(heading, forward=True)
    yield from _lines(heading, forward=False)


def _lines(heading: HtmlElement, *, forward: bool) -> Iterator[str]:
    """Text pieces joined to lines at block elements, until the bound."""
    line: list[str] = []
    lines = chars = 0
    for text, breaks in _pieces(heading, forward=forward):
        if breaks and line:
            joined = " ".join("".join(line if forward else line[::-1]).split())
            line.clear()
            if joined:
                yield joined
                lines += 1
                chars += len(joined)
                if lines >= (_MAX_LINES if forward else 8) or chars > (_MAX_CHARS if forward else 400):
                    return
        if text:
            line.append(text[:_MAX_CHARS])
    joined = " ".join("".join(line if forward else line[::-1]).split())
    if joined:
        yield joined


def _pieces(heading: HtmlElement, *, forward: bool) -> Iterator[tuple[str | None, bool]]:
    """Texts next to the heading, walking the tree outwards; True where a line ends before the text."""
    seen = 0
    node = heading
    if forward:
        yield heading.tail, True
    while node is not None and seen < _MAX_ELEMENTS:
        for sibling in node.itersiblings(preceding=not forward):
            for piece in _inside(sibling, forward=forward):
                yield piece
                seen += 1
                if seen > _MAX_ELEMENTS:
                    return
        parent = node.getparent()
        if parent is not None:
            yield (parent.tail if forward else parent.text), True
        node = parent


def _inside(element: HtmlElement, *, forward: bool) -> Iterator[tuple[str | None, bool]]:
    """The texts of one sibling; backwards, only of its last block, roughly: enough for a dateline above."""
    if not forward:
        yield element.tail, True
    if isinstance(element.tag, str) and element.tag not in _SILENT:
        pieces = []
        for number, item in enumerate(element.iter()):
            if number > _MAX_ELEMENTS:
                break
            if item.tag in _SILENT or not isinstance(item.tag, str):
                continue
            pieces.append((item.text, item.tag in _BLOCKS))
            if item is not element and item.tail:
                pieces.append((item.tail, item.tag in _BLOCKS))
        yield from pieces if forward else reversed(pieces)
    if forward:
        yield element.tail, element.tag in _BLOCKS
