"""Stories under the article that are set as it is: their headlines stand in elements like that of its own headline.

Pages that go on scrolling, and pages with all stories of a day, repeat one form: what follows the article begins with
an element of the same name and class, in one of the same name and class, at the same depth as its headline.
"""

from __future__ import annotations

from collections.abc import Container
from itertools import pairwise

from pipeline.extraction.blocks import Block, Page, squeeze
from pipeline.extraction.teaser_ends import has_headline_length

_MIN_OWN_CHARS = 200
"""Characters of running text between the two headlines: a page may give the headline twice."""

Signature = tuple[str, str | None, str, str | None, int]


def find_next_stories(page: Page, headline: int, cut: Container[int]) -> list[range]:
    """The blocks of each story behind the article, up to the end of the element that holds all; empty where none is.

    Args:
        page: the page's blocks.
        headline: number of the article's own headline block, -1 where there is none.
        cut: numbers of the blocks that are known to be no part of the article.
    """
    signature = _signature(page.blocks[headline]) if headline >= 0 else None
    if signature is None:
        return []
    own = page.blocks[headline]
    alike = [b for b in page.blocks[headline + 1 :] if b.number not in cut and _signature(b) == signature]
    if not alike or not all(_is_another(block, own) for block in alike):
        return []  # the subheads of the article are set like its headline
    first = alike[0].number
    between = page.blocks[headline + 1 : first]
    if sum(len(b.text) for b in between if b.is_running_text and b.number not in cut) < _MIN_OWN_CHARS:
        return []
    container = page.common(headline, first + 1)
    last = first + 1 if container is None else page.extents[container][1]
    starts = [block.number for block in alike if block.number < last]
    return [range(start, end) for start, end in pairwise([*starts, last])]


def _signature(block: Block) -> Signature | None:
    """Names and classes of the block's element and of the one around it; None where both have no class."""
    owner, parent = block.owner, block.owner.getparent()
    if parent is None or not (owner.get("class") or parent.get("class")):
        return None
    return str(owner.tag), owner.get("class"), str(parent.tag), parent.get("class"), block.depth


def _is_another(block: Block, headline: Block) -> bool:
    """Whether it is a headline, and of another story."""
    is_one = block.could_be_headline and has_headline_length(block.text) and block.text[-1] not in "?:"
    return is_one and squeeze(block.text) not in squeeze(headline.text)
