"""Boxes of advertisers amid the text: a text that ends in an ellipsis, and a link behind it marked as paid for.

`rel="sponsored"` says of a link that somebody pays for it. Links to shops in an article's own paragraphs have it too,
but these paragraphs are whole, and no element of their own sets label, headline and text apart.
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.extraction.blocks import Block, Page
from pipeline.extraction.teaser_ends import (
    MAX_TEASER_CHARS,
    breaks_off_into_link,
    ends_in_link,
    has_headline_length,
    last_link,
    links_without_words,
)

_MAX_BLOCKS, _MAX_CHARS = 5, 700
_MAX_LINK_CHARS = 45
_PARAGRAPHS = frozenset({"p", "li", "dd"})


def find_paid_boxes(page: Page, headline: int, elided: Iterable[Block]) -> set[int]:
    """Numbers of the blocks in such boxes.

    Args:
        page: the page's blocks.
        headline: number of the article's own headline block, -1 where there is none.
        elided: blocks that hold an ellipsis near their end.
    """
    found: set[int] = set()
    for text in elided:
        if text.number > headline and _ends_in_paid_link(text) and breaks_off_into_link(text):
            found.update(_around(page, headline, text, text.number + 1) or _alone(text))
        elif text.is_elided and not text.linked and len(text.text) <= MAX_TEASER_CHARS:
            link = page.blocks[text.number + 1 : text.number + 2]
            if link and link[0].is_link and len(link[0].text) <= _MAX_LINK_CHARS and _ends_in_paid_link(link[0]):
                found.update(_around(page, headline, text, text.number + 2))
    return found


def _ends_in_paid_link(block: Block) -> bool:
    link = last_link(block) if block.linked and (ends_in_link(block) or links_without_words(block)) else None
    return link is not None and "sponsored" in (link.get("rel") or "").split()


def _alone(text: Block) -> list[int]:
    """The block, where it opens in an element of its own, as a label or a headline does, and is no paragraph."""
    element, is_tail = text.pieces[0]
    opens = not is_tail and element is not text.owner and element.tag != "a"
    return [text.number] if opens and text.tag not in _PARAGRAPHS else []


def _around(page: Page, headline: int, text: Block, end: int) -> range:
    """The blocks of the box that the link closes: over the text a headline, no product's name, and no other text."""
    found = range(0)
    for _, first, last in page.holders(text.owner):
        if last > end or last - first > _MAX_BLOCKS or first <= headline:
            break
        inside = page.blocks[first:last]
        others = any(block.is_running_text or block.kind == "row" for block in inside if block is not text)
        if others or sum(len(block.text) for block in inside) > _MAX_CHARS:
            break
        if last == end and any(has_headline_length(block.text) for block in page.blocks[first : text.number]):
            found = range(first, last)
    return found
