"""Takes out of a tree what is mostly links, by trafilatura's own measure: only what holds a link at all is measured."""

from __future__ import annotations

from lxml.html import HtmlElement
from trafilatura.htmlprocessing import link_density_test, link_density_test_tables
from trafilatura.utils import trim
from trafilatura.xml import delete_element

_MAX_SHORT_CHARS = 200
_MIN_LONG_CHARS, _MIN_FARM_LINKS = 300, 5
"""An element with so much text and fewer links is never mostly links, but for one link that is nearly all of it."""
_KEEPING = ("item", "td", "th")
"""A paragraph in one of these is its only content: it goes with it or stays."""


def drop_linked(tree: HtmlElement) -> None:
    """Deletes divisions, lists, paragraphs, tables, headings and quotations that are mostly links.

    Headings at the end go as well.
    """
    has_links = next(tree.iter("ref"), None) is not None
    if has_links:
        # The measure depends on what stands behind an element, so what the first pass leaves is measured again.
        if sum([_drop(tree, tag) for tag in ("div", "list", "p")]):
            for tag in ("div", "list", "p"):
                _drop(tree, tag)
        for table in [table for table in tree.iter("table") if link_density_test_tables(table)]:
            delete_element(table, keep_tail=False)
    while len(tree) and tree[-1].tag == "head":
        delete_element(tree[-1], keep_tail=False)
    if has_links:
        _drop(tree, "head")
        _drop(tree, "quote")


def _drop(tree: HtmlElement, tag: str) -> int:
    """Deletes the elements of that name that are mostly links, and tells how many."""
    linked = [element for element in tree.iter(tag) if next(element.iterdescendants("ref"), None) is not None]
    dropped = [element for element in linked if _is_dropped(element)]
    for element in dropped:
        delete_element(element)
    return len(dropped)


def _is_dropped(element: HtmlElement) -> bool:
    if _is_surely_text(element):
        return False
    mostly_links, is_short = link_density_test(element, favor_precision=True)
    if element.tag == "div" and is_short and len(element):
        mostly_links = mostly_links or len(trim(element.text_content())) < _MAX_SHORT_CHARS
    parent = element.getparent()
    return mostly_links and not (element.tag == "p" and parent is not None and parent.tag in _KEEPING)


def _is_surely_text(element: HtmlElement) -> bool:
    """Whether the measure would keep the element, told without all of its text: true of most that hold a paragraph."""
    links = element.findall(".//ref")
    if len(links) >= _MIN_FARM_LINKS:
        return False
    least = max(_MIN_LONG_CHARS, 1.2 * len(links[0].text_content())) if len(links) == 1 else _MIN_LONG_CHARS
    for piece in element.itertext():
        least -= len("".join(piece.split()))
        if least <= 0:
            return True
    return False
