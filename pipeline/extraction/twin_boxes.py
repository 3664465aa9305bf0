"""Boxes of one form between the article's paragraphs, each a headline and a short whole text, without any link.

One such box may be the article's own. Two and more of the same form, each right between two paragraphs that stand
outside of boxes, are other stories: an article's own sections stand one after the other. Questions and numbered lines
are headings of an article's sections, unless most of the headlines are neither.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pipeline.extraction.blocks import Block, Page
from pipeline.extraction.card_forms import CardForms
from pipeline.extraction.cards import Card, Row
from pipeline.extraction.teaser_ends import has_headline_length

_MIN_BOXES, _MAX_BOXES = 2, 6
_MIN_OWN = 2
"""Paragraphs outside of boxes for each box."""
_MIN_CHARS, _MAX_CHARS = 40, 320


def find_twin_boxes(page: Page, headline: int, forms: CardForms) -> Iterator[Row]:
    """Each box as a row of its own: what stands between them is the article's.

    Args:
        page: the page's blocks.
        headline: number of the article's own headline block, -1 where there is none.
        forms: what single cards look like on the page.
    """
    kinds: dict[tuple[tuple[str, int], ...], list[Card]] = defaultdict(list)
    for block in page.blocks[headline + 1 :]:
        if (card := _box(block, forms)) is not None:
            kinds[tuple((one.tag, one.depth) for one in page.blocks[card.start : card.end])].append(card)
    boxed = {number for cards in kinds.values() for card in cards for number in range(card.start, card.end)}
    own = [block.number for block in page.blocks if _is_own(block) and block.number not in boxed]
    outside = set(own)
    for cards in kinds.values():
        between = all(card.start - 1 in outside and card.end in outside for card in cards)
        sections = sum(_may_head_a_section(card.headline.text) for card in cards)
        if not between or not _MIN_BOXES <= len(cards) <= _MAX_BOXES or len(own) < _MIN_OWN * len(cards):
            continue
        if 2 * sections < len(cards):
            yield from (Row((card,)) for card in cards)


def _box(headline: Block, forms: CardForms) -> Card | None:
    """A box under an unlinked headline; a whole text in it."""
    if not headline.is_set_as_headline or headline.linked or headline.set_apart:
        return None
    if not has_headline_length(headline.text):
        return None
    card = forms.boxed(headline)
    if card is None or card.teaser is None or card.teaser.number < headline.number:
        return None
    return card if _MIN_CHARS <= len(card.teaser.text) <= _MAX_CHARS else None


def _may_head_a_section(headline: str) -> bool:
    return headline.endswith("?") or headline[0].isdigit()


def _is_own(block: Block) -> bool:
    return block.is_running_text and not block.linked and not block.set_apart
