"""Names over texts: what an article tells of each maker, place or product, and links each of them to a page of its own.

Such a list looks like a row of teasers but for its headlines, which are names, and its texts, which are whole.
"""

from __future__ import annotations

from pipeline.extraction.cards import Card, Row
from pipeline.extraction.row_setting import Setting, apartness, is_wrapped
from pipeline.extraction.teaser_ends import breaks_off, has_headline_length, names_day

_MAX_NAME_WORDS = 2
_MAX_DAY_CHARS = 25
_REACH = 3
"""Blocks behind the list among which the article goes on."""
_IN_LISTS = frozenset({"li", "dt", "dd"})


def tells_of_names(row: Row, setting: Setting) -> bool:
    """Whether all headlines are shorter than headlines are and all texts whole, in the article's own column.

    Names of more than a word or two stay where the article goes on behind them. A list of shorter ones may stand in
    an element of its own there.

    Args:
        row: the cards.
        setting: what the row is judged against.
    """
    if any(card.teaser is None for card in row.cards):
        return False
    names = [_headline_of(card) for card in row.cards]
    if any(map(has_headline_length, names)) or any(breaks_off(card.teaser) for card in row.cards if card.teaser):
        return False
    if any(_has_day(card, setting) for card in row.cards):
        return False
    apart = apartness(row, setting)
    are_names = all(len(name.split()) <= _MAX_NAME_WORDS for name in names)
    if not apart and not is_wrapped(row, setting.page):
        return are_names or _goes_on(row, setting)
    in_list = apart < 2 and all(_is_item(card) for card in row.cards)
    return in_list and are_names and _goes_on(row, setting)


def _headline_of(card: Card) -> str:
    return card.headline.text[: card.headline.lead] if card.is_one_block else card.headline.text


def _has_day(card: Card, setting: Setting) -> bool:
    """Whether a line of its own names the day, which a story has and a maker or a place does not."""
    lines = setting.page.blocks[card.start + 1 : card.end]
    return any(line is not card.teaser and len(line.text) <= _MAX_DAY_CHARS and names_day(line.text) for line in lines)


def _is_item(card: Card) -> bool:
    """Whether an item of a list, or a term of one, holds the headline, or the text's own paragraph does."""
    owner = card.headline.owner
    parent = owner.getparent()
    if owner.tag == "p" and card.teaser is not None and card.teaser.owner is owner:
        return True
    return owner.tag in _IN_LISTS or (parent is not None and parent.tag in _IN_LISTS)


def _goes_on(row: Row, setting: Setting) -> bool:
    behind = setting.page.blocks[row.end : row.end + _REACH]
    return any(block.is_running_text and not block.linked and not block.set_apart for block in behind)
