"""Rows that close the page like teasers which no link, no cut and no known heading gives away."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import mean

from pipeline.extraction.blocks import Block
from pipeline.extraction.cards import Card, Row, is_set_off
from pipeline.extraction.row_setting import Setting, headline_size, is_wrapped, share

_MIN_CARDS, _MIN_OWN = 4, 3
"""Cards, and paragraphs of the article before them."""
_LONG_HEADLINE, _LONG_TEASER = 38, 280
"""Characters of a headline and of a teaser in the mean."""
_MIN_PART = 0.35
"""Characters of the article before, as a part of the row's."""


def is_appended(row: Row, setting: Setting) -> bool:
    """Whether the row closes the page like teasers that no link and no cut gives away.

    Long headlines, set as such, over one short text each, behind an article that is whole without them and
    whose own subheads look different. A list of short items, each under its own headline, has no article before it.
    """
    cards, blocks = row.cards, setting.page.blocks
    texts = [len(card.teaser.text) for card in cards if card.teaser is not None and not card.is_one_block]
    if len(cards) < _MIN_CARDS or len(texts) < len(cards) or mean(texts) > _LONG_TEASER:
        return False
    if mean(map(headline_size, cards)) < _LONG_HEADLINE or share(cards, _is_question_or_numbered) >= 0.5:
        return False
    if not _are_set_as_headlines(row, setting) or any(_holds_more(card, setting) for card in cards):
        return False
    before = blocks[setting.headline + 1 : row.start]
    own = [block for block in before if block.is_running_text and block.number not in setting.in_rows]
    return (
        len(own) >= _MIN_OWN
        and sum(len(b.text) for b in own) >= _MIN_PART * sum(len(b.text) for b in blocks[row.start : row.end])
        and not any(_opens_alike(block, cards[0]) for block in before)
        and not _goes_on(row, own, setting)
    )


def _are_set_as_headlines(row: Row, setting: Setting) -> bool:
    """Whether the headlines are set as such, by a style alone perhaps, or each card has an element of its own."""
    if all(card.headline.is_set_as_headline or is_set_off(card.headline) for card in row.cards):
        return True
    return not any(card.headline.ends_a_sentence for card in row.cards) and is_wrapped(row, setting.page)


def _is_question_or_numbered(card: Card) -> bool:
    """Whether the card is one of questions and answers, or of numbered tips."""
    return card.headline.text[-1:] == "?" or card.headline.text[:1].isdigit()


def _holds_more(card: Card, setting: Setting) -> bool:
    """Whether paragraphs stand in the card beside its text: the article goes on between two cards."""
    between = setting.page.blocks[card.start : card.end]
    return any(block.is_prose and block is not card.teaser and block is not card.headline for block in between)


def _opens_alike(block: Block, card: Card) -> bool:
    """Whether a block in a place like that of the card's headline is set as one, too."""
    headline = card.headline
    if (block.tag, block.depth) != (headline.tag, headline.depth):
        return False
    return block.is_set_as_headline or is_set_off(block)


def _goes_on(row: Row, own: Sequence[Block], setting: Setting) -> bool:
    """Whether running text stands behind the row in the element that holds it and the article."""
    container = setting.page.common(own[-1].number, row.end)
    last = row.end if container is None else setting.page.extents[container][1]
    return any(
        block.is_running_text and not block.set_apart and block.number not in setting.in_rows
        for block in setting.page.blocks[row.end : last]
    )
