"""Boxes between the article's paragraphs whose text ends in an ellipsis: another story, under lines without any markup.

A newsletter tells its first story so, a magazine what is in its next issue: nothing is a link, and the headline is a
paragraph like any other. What an article puts into a box of its own, facts or a quotation, is whole.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from lxml.html import HtmlElement

from pipeline.extraction.blocks import Block, Page
from pipeline.extraction.cards import Card, Row
from pipeline.extraction.teaser_ends import MAX_TEASER_CHARS, has_headline_length

_MIN_CHARS = 60
_MAX_BLOCKS, _MAX_LINE_CHARS = 5, 220
_SPEECH = "«»„“”‚‘‹›\"'–—-"
"""What opens a quotation, or what is said in a dialogue."""
_QUOTING = frozenset({"blockquote", "q", "figure"})
_PLAIN_TEXT = frozenset({"p", "div"})


def find_broken_off_boxes(page: Page, headline: int, elided: Sequence[Block], breaks: Container[int]) -> list[Row]:
    """Each such box as a row of its own.

    Args:
        page: the page's blocks.
        headline: number of the article's own headline block, -1 where there is none.
        elided: blocks that hold an ellipsis near their end.
        breaks: numbers of blocks that can stand in no card.
    """
    cards = (_box(page, headline, text) for text in elided if text.number > headline and _may_end_box(text))
    return [
        Row((card,))
        for card in cards
        if card is not None and not any(number in breaks for number in range(card.start, card.end))
    ]


def _may_end_box(block: Block) -> bool:
    if not _MIN_CHARS <= len(block.text) <= MAX_TEASER_CHARS or block.linked or block.set_apart:
        return False
    return block.tag in _PLAIN_TEXT and block.is_elided and block.text[0] not in _SPEECH


def _box(page: Page, headline: int, text: Block) -> Card | None:
    """The box that the text ends: over it short lines alone, one of them as long as a headline."""
    for box, first, last in page.holders(text.owner):
        if last != text.number + 1 or last - first > _MAX_BLOCKS or first <= headline or box.tag in _QUOTING:
            return None
        if first == text.number:
            continue
        lines = page.blocks[first : text.number]
        if any(_is_text(line) for line in lines):
            return None
        title = lines[-1]
        if not has_headline_length(title.text) or title.ends_a_sentence:
            return None
        return Card(first, last, title, text) if _stands_between(page, box, first, last) else None
    return None


def _is_text(line: Block) -> bool:
    return line.kind == "row" or line.linked > 0 or len(line.text) > _MAX_LINE_CHARS or line.is_running_text


def _stands_between(page: Page, box: HtmlElement, first: int, last: int) -> bool:
    """Whether the element around the box goes on behind it, with a whole paragraph or list right beside it."""
    around = box.getparent()
    begin, end = page.extents.get(around, (first, last))
    return begin < first and last < end and any(_is_own(page.blocks[at], around) for at in (first - 1, last))


def _is_own(block: Block, around: HtmlElement | None) -> bool:
    if not block.is_running_text or block.is_elided or block.linked:
        return False
    holder = block.owner.getparent()
    return holder is around or (block.tag == "li" and holder is not None and holder.getparent() is around)
