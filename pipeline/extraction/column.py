"""The article's column: the element that its paragraphs stand in, and what of a row of cards belongs to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from lxml.html import HtmlElement

from pipeline.extraction.blocks import Block, Page
from pipeline.extraction.cards import Card, Row

_TEASER_CHARS, _SENTENCE_CHARS = 80, 50


def find_columns(page: Page, headline: int, blocks: Iterable[Block]) -> list[HtmlElement]:
    """What the greater part of the running text among the blocks stands in, and what the first behind the headline."""
    sizes: Counter[HtmlElement] = Counter()
    opening: HtmlElement | None = None
    for block in blocks:
        if block.is_prose and not block.set_apart and (column := _column_of(page, block)) is not None:
            sizes[column] += len(block.text)
            if opening is None and 0 <= headline < block.number and block.is_running_text:
                opening = column
    found = [sizes.most_common(1)[0][0]] if sizes else []
    return found if opening is None or opening in found else [*found, opening]


def behind_cards(page: Page, row: Row, columns: Iterable[HtmlElement]) -> set[int]:
    """Blocks between two cards that stand in the column itself, where each card has an element of its own there."""
    return set().union(_behind_cut_teasers(page, row), *(_behind_cards(page, row, column) for column in columns))


def _behind_cut_teasers(page: Page, row: Row) -> set[int]:
    """Whole paragraphs behind a teaser that breaks off, in elements like its own: the article goes on."""
    return {
        block.number
        for card in row.cards
        if card.teaser is not None and not card.is_one_block and not card.teaser.ends_a_sentence
        for block in page.blocks[card.teaser.number + 1 : card.end]
        if block.is_running_text
        and not block.linked
        and not block.is_elided
        and (block.tag, block.depth) == (card.teaser.tag, card.teaser.depth)
    }


def _behind_cards(page: Page, row: Row, column: HtmlElement) -> set[int]:
    found: set[int] = set()
    apart = [card for card in row.cards if _is_apart(page, card, column)]
    # A box whose "teaser" stands beside it, with more text behind, is a box between paragraphs of the article.
    if any(_prose_in(page, card.teaser.number + 1, card.end, column) for card in apart if card.teaser is not None):
        for card in apart:
            found |= _prose_in(page, card.start + 1, card.end, column)
    # A link that says as much as a teaser is one: the text behind it is the article's, where few of the row have such.
    whole = {card.teaser.number for card in apart if card.teaser and _says_all(card.headline)}
    if 2 * len(whole) <= len(row.cards):
        found |= {number for number in whole if _prose_in(page, number, number + 1, column)}
    for card in row.cards:
        if card.teaser is None or card.is_one_block:
            continue
        holders = page.holders(page.common(card.start, card.teaser.number + 1))
        end = next((last for element, _, last in holders if element.getparent() is column), card.end)
        found.update(b.number for b in page.blocks[end : card.end] if _column_of(page, b) is column)
    return found


def _says_all(link: Block) -> bool:
    """Whether the words of the link are a teaser's: more than a headline has, or a sentence with its full stop."""
    return len(link.text) >= _TEASER_CHARS or (len(link.text) >= _SENTENCE_CHARS and link.text.endswith("."))


def _is_apart(page: Page, card: Card, column: HtmlElement) -> bool:
    """Whether headline and teaser stand in two elements of the column, the headline in a box and no heading."""
    if card.teaser is None or card.is_one_block or _column_of(page, card.teaser) is not column:
        return False
    headline = page.blocks[card.start]
    first, last = page.extents[headline.owner]
    in_box = headline.owner.getparent() is not column or last - first > 1
    return headline.kind == "text" and headline.is_link and in_box


def _prose_in(page: Page, start: int, end: int, column: HtmlElement) -> set[int]:
    return {b.number for b in page.blocks[start:end] if b.is_running_text and _column_of(page, b) is column}


def _column_of(page: Page, block: Block) -> HtmlElement | None:
    """The lowest element around the block that holds more than it: many sites give each paragraph a box of its own."""
    return next((element for element, first, last in page.holders(block.owner) if last - first > 1), None)
