"""The article's column: the element that its paragraphs stand in, and what of a row of cards belongs to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from lxml.html import HtmlElement

from pipeline.extraction.blocks import Block, Page
from pipeline.extraction.cards import Card, Row


def find_column(page: Page, blocks: Iterable[Block]) -> HtmlElement | None:
    """What the greater part of the running text among the blocks stands in."""
    sizes: Counter[HtmlElement] = Counter()
    for block in blocks:
        if block.is_prose and not block.set_apart and (column := _column_of(page, block)) is not None:
            sizes[column] += len(block.text)
    return sizes.most_common(1)[0][0] if sizes else None


def behind_cards(page: Page, row: Row, column: HtmlElement | None) -> set[int]:
    """Blocks between two cards that stand in the column itself, where each card has an element of its own there."""
    found: set[int] = set()
    if column is None:
        return found
    apart = [card for card in row.cards if _is_apart(page, card, column)]
    # A box whose "teaser" stands beside it, with more text behind, is a box between paragraphs of the article.
    if any(_prose_in(page, card.teaser.number + 1, card.end, column) for card in apart if card.teaser is not None):
        for card in apart:
            found |= _prose_in(page, card.start + 1, card.end, column)
    for card in row.cards:
        if card.teaser is None or card.is_one_block:
            continue
        holders = page.holders(page.common(card.start, card.teaser.number + 1))
        end = next((last for element, _, last in holders if element.getparent() is column), card.end)
        found.update(b.number for b in page.blocks[end : card.end] if _column_of(page, b) is column)
    return found


def _is_apart(page: Page, card: Card, column: HtmlElement) -> bool:
    """Whether headline and teaser stand in two elements of the column, the headline in a box and no heading."""
    if card.teaser is None or card.is_one_block or _column_of(page, card.teaser) is not column:
        return False
    headline = page.blocks[card.start]
    return headline.kind == "text" and headline.is_link and headline.owner.getparent() is not column


def _prose_in(page: Page, start: int, end: int, column: HtmlElement) -> set[int]:
    return {b.number for b in page.blocks[start:end] if b.is_running_text and _column_of(page, b) is column}


def _column_of(page: Page, block: Block) -> HtmlElement | None:
    """The lowest element around the block that holds more than it: many sites give each paragraph a box of its own."""
    return next((element for element, first, last in page.holders(block.owner) if last - first > 1), None)
