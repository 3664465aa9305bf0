"""The line over a row of teasers that introduces it: a heading, whatever its markup.

Sites set it as a heading, in bold, in italics, underlined, in a class of its own, or end it in a colon. It is no
sentence, and once the teasers are gone it would stand as the article's last line.
"""

from __future__ import annotations

import re

from pipeline.extraction.blocks import Block, Page
from pipeline.extraction.cards import Row

_MAX_CHARS = 80
_NO_HEADING = re.compile(r"[.!…;,)»”\"]\W*$|^\W*\(|^[\W\d]+$")
_INLINE = frozenset({"em", "i", "u", "font", "span", "big", "strong", "b", "cite", "mark", "ins"})
_FEW, _REACH = 3, 3


def is_row_heading(block: Block, row: Row, page: Page) -> bool:
    """Whether the block, which stands right over the row, introduces it."""
    if block.kind == "row" or len(block.text) > _MAX_CHARS or block.linked or _NO_HEADING.search(block.text):
        return False
    boxed = _shares_box(block, row, page)
    if not boxed and len(row.cards) <= _FEW and _goes_on(row, page):
        return False  # amid the article: more likely a subhead of what follows
    return boxed or block.kind == "heading" or block.is_bold or block.text.endswith(":") or _is_set_off(block, page)


def _shares_box(block: Block, row: Row, page: Page) -> bool:
    """Whether an element begins with the line and holds the row, and no paragraph of the article."""
    for _, first, last in page.holders(block.owner):
        if first < block.number - 1:
            return False
        if last >= row.end:
            inside = set(row.numbers)
            return not any(b.is_prose and b.number not in inside for b in page.blocks[first:last])
    return False


def _goes_on(row: Row, page: Page) -> bool:
    return any(b.is_running_text and not b.linked and not b.set_apart for b in page.blocks[row.end : row.end + _REACH])


def _is_set_off(block: Block, page: Page) -> bool:
    """Whether all of it stands in one inline element, or its element has a class that the paragraph over it has not."""
    if all(element is not block.owner and not tail and element.tag in _INLINE for element, tail in block.pieces):
        return True
    before = page.blocks[block.number - 1] if block.number else None
    named = block.owner.get("class")
    return bool(named) and before is not None and before.owner.get("class") != named and before.depth == block.depth
