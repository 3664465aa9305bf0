"""Rows that close the page like teasers which no link, no cut and no known heading gives away."""

from __future__ import annotations

from statistics import mean

from pipeline.extraction.blocks import Block
from pipeline.extraction.cards import Card, Row, is_set_off
from pipeline.extraction.row_setting import Setting, headline_size, is_wrapped, share

_MIN_CARDS, _MIN_OWN, _MIN_TOGETHER = 3, 2, 6
"""Cards, paragraphs of the article before them, and both together: of few the one or the other tells nothing."""
_LONG_HEADLINE, _LONG_TEASER = 38, 280
"""Characters of a headline and of a teaser in the mean."""
_MIN_PART = 0.35
"""Characters of the article before, as a part of the row's."""


def is_appended(row: Row, setting: Setting) -> bool:
    """Whether the row closes the page like teasers that no link and no cut gives away.

    Long headlines, set as such, over one short text each, behind an article that is whole without them and
    whose own subheads look different. A list of short items, each under its own headline, has no article before it.
    """
    cards = row.cards
    texts = [len(card.teaser.text) for card in cards if card.teaser is not None]
    if len(cards) < _MIN_CARDS or len(texts) < len(cards) or any(_holds_more(card, setting) for card in cards):
        return False
    if not all(map(_has_headline, cards)) and not (_have_plain_headlines(row) and is_wrapped(row, setting.page)):
        return False
    inside = sum(card.headline.lead for card in cards if card.is_one_block)
    if sum(texts) - inside > _LONG_TEASER * len(cards) or mean(map(headline_size, cards)) < _LONG_HEADLINE:
        return False
    if share(cards, _is_question_or_numbered) >= 0.5:
        return False
    blocks = setting.page.blocks
    before = blocks[setting.headline + 1 : row.start]
    own = [block for block in before if block.is_running_text and block.number not in setting.in_rows]
    return (
        len(own) >= _MIN_OWN
        and len(own) + len(cards) >= _MIN_TOGETHER
        and sum(len(b.text) for b in own) >= _MIN_PART * sum(len(b.text) for b in blocks[row.start : row.end])
        and not any(_opens_alike(block, cards[0]) for block in before)
        and not _goes_on(row, own, setting)
    )


def _goes_on(row: Row, own: list[Block], setting: Setting) -> bool:
    """Whether running text stands behind the row in the element that holds it and the article, in a place like its."""
    container = setting.page.common(own[-1].number, row.end)
    last = row.end if container is None else setting.page.extents[container][1]
    places = {(block.tag, block.depth) for block in own}
    return any(
        block.is_running_text
        and not block.set_apart
        and block.number not in setting.in_rows
        and (block.tag, block.depth) in places
        for block in setting.page.blocks[row.end : last]
    )


def _is_question_or_numbered(card: Card) -> bool:
    """Whether the card is one of questions and answers, or of numbered tips."""
    text = card.headline.text
    return text[:1].isdigit() or text[: card.headline.lead if card.is_one_block else len(text)].rstrip().endswith("?")


def _holds_more(card: Card, setting: Setting) -> bool:
    """Whether paragraphs stand in the card beside its text: the article goes on between two cards."""
    between = setting.page.blocks[card.start : card.end]
    return any(block.is_prose and block is not card.teaser and block is not card.headline for block in between)


def _have_plain_headlines(row: Row) -> bool:
    """Whether the first lines of the cards are no sentences, in elements that say nothing of what they are."""
    return not any(card.is_one_block or card.headline.ends_a_sentence for card in row.cards)


def _has_headline(card: Card) -> bool:
    """Whether the headline is set as one: a heading, a link, in bold type or alone in an element within its line.

    In one block with its text it has no stop behind it: a list's items open with a sentence in bold type, or a label.
    """
    if card.is_one_block:
        return card.headline.lead > 0 and card.headline.text[: card.headline.lead].rstrip()[-1] not in ".:"
    return card.headline.is_set_as_headline or is_set_off(card.headline)


def _opens_alike(block: Block, card: Card) -> bool:
    """Whether a block in a place like the card's opens as the card does."""
    headline = card.headline
    if (block.tag, block.depth) != (headline.tag, headline.depth):
        return False
    if card.is_one_block:
        return block.lead > 0 and not block.is_bold
    return block.is_set_as_headline or is_set_off(block)
