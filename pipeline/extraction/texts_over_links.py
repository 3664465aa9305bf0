"""Rows whose texts stand over their headlines: the card of a link is the text before it, not the one behind it.

A row is found from its first headline on, so each link is taken together with the text of the next, and the first text
is left over. Where an element of its own holds a text and the link under it, or the row's container begins with a text
and ends with a link, the pairs are the other way round.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from itertools import pairwise

from pipeline.extraction.blocks import Block, Page
from pipeline.extraction.cards import Card, Row
from pipeline.extraction.teaser_ends import MAX_TEASER_CHARS, MIN_TEASER_CHARS, breaks_off

_MAX_LINES = 3
"""Blocks of a card beside its text: the headline, a day, a link to more."""
_REACH = 3
"""Blocks behind the row among which the article goes on."""
_MAX_LISTED = 24
"""Blocks of a list of texts and links."""


def set_right(row: Row, page: Page, breaks: Container[int], leads_on: Callable[[str | None], bool]) -> Row:
    """The row with each text over its own headline, where that is how the page has them; the same row otherwise.

    Args:
        row: cards that each begin with their headline.
        page: the page's blocks.
        breaks: numbers of blocks that can stand in no card.
        leads_on: whether a link leads to another page of the site; sources under quotations lead elsewhere.
    """
    if (
        row.start == 0
        or row.cards[0].teaser is None
        or not all(leads_on(page.blocks[card.start].link) for card in row.cards)
    ):
        return row
    cards = _boxed(row, page) or _listed(row, page)
    if not cards or any(number in breaks for number in range(cards[0].start, row.start)):
        return row
    return row if _are_own(cards, page) else Row(tuple(cards))


def _are_own(cards: list[Card], page: Page) -> bool:
    """Whether the texts are whole and the article goes on: its own paragraphs, each with a line that leads on."""
    whole = sum(card.teaser is not None and not breaks_off(card.teaser) for card in cards)
    behind = page.blocks[cards[-1].end : cards[-1].end + _REACH]
    goes_on = any(block.is_running_text and not block.linked and not block.set_apart for block in behind)
    return goes_on and 2 * whole > len(cards)


def closes_list(link: Block, page: Page) -> bool:
    """Whether the element around the link begins with a text and ends with a link, the two in turn."""
    holders = page.holders(link.owner)
    first, last = next(((first, last) for _, first, last in holders if last - first > 1), (0, 0))
    if not 0 < last - first <= _MAX_LISTED or (last - first) % 2:
        return False
    texts, links = page.blocks[first:last:2], page.blocks[first + 1 : last : 2]
    return all(one.is_link for one in links) and not any(one.linked for one in texts)


def _boxed(row: Row, page: Page) -> list[Card]:
    """Each card in an element of its own, which begins with the text; none where one of them is not."""
    cards: list[Card] = []
    starts = [card.start for card in row.cards]
    for before, link, behind in zip([-1, *starts], starts, [*starts[1:], row.end], strict=False):
        box = page.widest(link, max(before + 1, link - _MAX_LINES), behind)
        first, last = page.extents.get(box, (link, link + 1))
        if first >= link or not _is_text(page.blocks[first], page.blocks[starts[0] + 1 : row.end]):
            return []
        cards.append(Card(first, last, page.blocks[link], page.blocks[first]))
    return cards if all(card.end == following.start for card, following in pairwise(cards)) else []


def _listed(row: Row, page: Page) -> list[Card]:
    """Texts and links in turn in one container, which begins with a text and ends with a link."""
    blocks, first, last = page.blocks, row.start - 1, row.cards[-1]
    if last.end - last.start != 1 or any(card.end - card.start != 2 for card in row.cards[:-1]):
        return []
    container = page.common(row.start, row.end)
    if container is None or page.extents[container] != (first, row.end):
        return []
    if not _is_text(blocks[first], blocks[row.start + 1 : row.end : 2]):
        return []
    return [Card(card.start - 1, card.start + 1, card.headline, blocks[card.start - 1]) for card in row.cards]


def _is_text(block: Block, texts: list[Block]) -> bool:
    """Whether it has a teaser's length, no headline's markup, and an element like that of one of the texts."""
    if not MIN_TEASER_CHARS <= len(block.text) <= MAX_TEASER_CHARS or block.is_set_as_headline or block.kind == "row":
        return False
    place = (block.tag, block.depth, block.owner.get("class"))
    return any((text.tag, text.depth, text.owner.get("class")) == place for text in texts)
