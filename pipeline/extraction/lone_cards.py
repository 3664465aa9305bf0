"""One, two or three teasers between the article's paragraphs, without a heading: too few for a row.

What gives them away is an element of their own that holds a headline, all of it a link to another page of the
site, over a short text. An article's own part opens with no such link. Each is cut alone: the paragraphs between
two of them are the article's.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from itertools import groupby

from pipeline.extraction.blocks import Block, Page
from pipeline.extraction.cards import Card, Row

_MAX_CARDS = 3
"""Cards in succession; more are a row, which the evidence for rows judges."""
_MAX_BLOCKS, _MAX_CHARS = 6, 700
_MIN_HEADLINE_CHARS, _MIN_HEADLINE_WORDS, _MAX_HEADLINE_CHARS = 20, 4, 220
_MIN_TEASER_CHARS, _MAX_TEASER_CHARS = 40, 420
_MAX_LINKED = 0.4
"""Part of a teaser that may be a link: one to more at its end."""
_REACH = 4
"""Blocks before and after in which a paragraph of the article stands."""


def find_lone_cards(page: Page, headline: int, breaks: Container[int], leads_on: Callable[[Block], bool]) -> list[Row]:
    """Up to three cards in succession, beside a paragraph of the article.

    Args:
        page: the page's blocks.
        headline: number of the article's own headline block, -1 where there is none.
        breaks: numbers of blocks that can stand in no card.
        leads_on: whether a block is all link to another page of the site.
    """
    cards: list[Card] = []
    for block in page.blocks:
        if (
            block.linked
            and block.number > headline
            and block.number not in breaks
            and not block.set_apart
            and (not cards or block.number >= cards[-1].end)
            and block.kind != "row"
            and len(block.text) <= _MAX_HEADLINE_CHARS
            and leads_on(block)
            and (card := _card_of(page, block, headline, breaks)) is not None
        ):
            cards.append(card)
    taken = {number for card in cards for number in range(card.start, card.end)}
    return [
        row
        for row in _runs(cards)
        if len(row.cards) <= _MAX_CARDS and _are_headlines(row) and _stands_in_text(row, page, headline, taken)
    ]


def _are_headlines(row: Row) -> bool:
    """Whether most of the headlines are as long as such; names and sections are shorter."""
    texts = [card.headline.text for card in row.cards]
    long = sum(len(text) >= _MIN_HEADLINE_CHARS and len(text.split()) >= _MIN_HEADLINE_WORDS for text in texts)
    return 2 * long > len(texts)


def _card_of(page: Page, headline: Block, own: int, breaks: Container[int]) -> Card | None:
    """The widest element that holds nothing but that headline, its teaser and short lines around them."""
    teaser = page.blocks[headline.number + 1] if headline.number + 1 < len(page.blocks) else None
    if teaser is None or not _is_teaser(teaser, headline):
        return None
    found: Card | None = None
    for _, first, last in page.holders(headline.owner):
        if first <= own < last or not _is_small(page, first, last, breaks):
            break
        if last > teaser.number and _holds_only(page.blocks[first:last], headline, teaser):
            found = Card(first, last, headline, teaser)
        elif last > teaser.number:
            break
    if found is None and teaser.is_elided and teaser.number not in breaks and headline.owner is not teaser.owner:
        return Card(headline.number, teaser.number + 1, headline, teaser)
    return found


def _is_small(page: Page, first: int, last: int, breaks: Container[int]) -> bool:
    return (
        last - first <= _MAX_BLOCKS
        and sum(len(block.text) for block in page.blocks[first:last]) <= _MAX_CHARS
        and not any(number in breaks for number in range(first, last))
    )


def _is_teaser(block: Block, headline: Block) -> bool:
    size = len(block.text)
    if block.kind != "text" or not _MIN_TEASER_CHARS <= size <= _MAX_TEASER_CHARS:
        return False
    return block.linked <= _MAX_LINKED * size or (block.is_link and block.link == headline.link)


def _holds_only(blocks: list[Block], headline: Block, teaser: Block) -> bool:
    return all(
        block is headline or block is teaser or (block.kind != "row" and len(block.text) < _MIN_TEASER_CHARS)
        for block in blocks
    )


def _runs(cards: list[Card]) -> list[Row]:
    """The cards that follow one another without a block between."""
    numbered: list[tuple[int, Card]] = []
    run = -1
    end = -1
    for card in cards:
        run += card.start != end
        end = card.end
        numbered.append((run, card))
    return [Row(tuple(card for _, card in group)) for _, group in groupby(numbered, key=lambda pair: pair[0])]


def _stands_in_text(row: Row, page: Page, headline: int, taken: set[int]) -> bool:
    """Whether a paragraph of the article stands near the cards, or some before them and some after."""

    def holds_paragraph(first: int, last: int) -> bool:
        return any(
            block.is_running_text and not block.set_apart and not block.linked and block.number not in taken
            for block in page.blocks[first:last]
        )

    opening = headline + 1
    if holds_paragraph(max(opening, row.start - _REACH), row.start) or holds_paragraph(row.end, row.end + _REACH):
        return True
    return holds_paragraph(opening, row.start) and holds_paragraph(row.end, len(page.blocks))
