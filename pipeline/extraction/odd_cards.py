"""The odd card of a row: an element like those of the cards beside it, though its lines measure otherwise.

A category before a short headline makes a line that is hardly a link, a quotation in a teaser one that ends
otherwise. Where the elements of a row's cards are of one name and stand side by side, one more of that name and build
is a card as well.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from lxml.html import HtmlElement

from pipeline.extraction.blocks import Page
from pipeline.extraction.cards import Card, Row

_MIN_TEASER_CHARS = 45
_MIN_CARDS = 2

Build = tuple[tuple[str, int], ...]
"""Element and depth of each block in a card."""
Kind = tuple[HtmlElement | None, str, str]
"""The element around cards, and the name and first class of their own."""


def find_odd_cards(page: Page, headline: int, rows: Sequence[Row], leads_on: Callable[[str | None], bool]) -> list[Row]:
    """Rows of the cards that stand beside those of the given rows, in elements like theirs.

    Args:
        page: the page's blocks.
        headline: number of the article's own headline block, -1 where there is none.
        rows: rows that are known to be no part of the article.
        leads_on: whether a link leads to another page of the site.
    """
    known: dict[Kind, Counter[Build]] = {}
    for row in rows:
        wrappers = _wrappers(page, row, leads_on) if len(row.cards) >= _MIN_CARDS else []
        kinds = {(wrapper.getparent(), str(wrapper.tag), _name(wrapper)) for wrapper in wrappers}
        if len(kinds) == 1:
            known.setdefault(kinds.pop(), Counter()).update(_build(page, wrapper) for wrapper in wrappers)
    if not known:
        return []
    taken = {number for row in rows for number in row.numbers}
    odd: dict[Kind, list[Row]] = {}
    for around in dict.fromkeys(around for around, _, _ in known):
        for element in around if around is not None else ():
            kind = (around, str(element.tag), _name(element))
            first, last = page.extents.get(element, (0, 0))
            if kind not in known or first <= headline < last or taken.issuperset(range(first, last)):
                continue
            if _is_card(page, first, last, leads_on) and _build(page, element) in known[kind]:
                odd.setdefault(kind, []).append(Row((_card(page, first, last),)))
    # Where most are odd, they are the article's, and so may the others be.
    return [
        row for kind, rows_of_kind in odd.items() if len(rows_of_kind) <= known[kind].total() for row in rows_of_kind
    ]


def _wrappers(page: Page, row: Row, leads_on: Callable[[str | None], bool]) -> list[HtmlElement]:
    """The elements that hold one card of the row each; none where a card has no element of its own or leads nowhere."""
    wrappers: list[HtmlElement] = []
    for card in row.cards:
        if not _is_card(page, card.start, card.end, leads_on):
            return []
        wrapper = page.widest(card.start, card.start, card.end)
        if page.extents[wrapper] != (card.start, card.end):
            return []
        if not wrappers and page.extents.get(wrapper.getparent()) == (row.start, row.end):
            return []  # nothing stands beside the row
        wrappers.append(wrapper)
    return wrappers


def _name(element: HtmlElement) -> str:
    """The first of its classes: those behind it may count the cards."""
    return next(iter((element.get("class") or "").split()), "")


def _is_card(page: Page, first: int, last: int, leads_on: Callable[[str | None], bool]) -> bool:
    """Whether a line there leads elsewhere, no text stands before it, and no more than one behind."""
    parts = page.blocks[first:last]
    link = next((place for place, block in enumerate(parts) if block.link and leads_on(block.link)), None)
    if link is None or len(parts) < 2:
        return False
    return sum(b.is_prose for b in parts) <= 1 and not any(b.is_prose for b in parts[:link])


def _build(page: Page, element: HtmlElement) -> Build:
    first, last = page.extents[element]
    return tuple((block.tag, block.depth) for block in page.blocks[first:last])


def _card(page: Page, first: int, last: int) -> Card:
    parts = page.blocks[first:last]
    headline = next((block for block in parts if block.link is not None), parts[0])
    teasers = [block for block in parts if block is not headline and len(block.text) >= _MIN_TEASER_CHARS]
    return Card(first, last, headline, teasers[0] if teasers else None)
