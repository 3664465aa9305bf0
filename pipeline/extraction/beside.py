"""What stands behind the article and behind the teasers under it, in other parts of the page: a margin's boxes.

Such boxes hold a sentence or two, often with a headline in bold type and no link. The article does not go on there:
it has a column of its own, and the teasers end it.
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from lxml.html import HtmlElement

from pipeline.extraction.blocks import Page

_MIN_OWN_CHARS = 300
_MOST_BESIDE = 0.6
"""Characters of prose there, as a part of those in the article's column: more may be the article."""


def find_beside(page: Page, headline: int, columns: Sequence[HtmlElement], cut: Container[int]) -> list[int]:
    """Numbers of the blocks behind the article and its teasers that another part of the page holds.

    Args:
        page: the page's blocks.
        headline: number of the article's own headline block, -1 where there is none.
        columns: what the article's paragraphs stand in.
        cut: numbers of the blocks that are known to be no part of the article.
    """
    extents = [page.extents[column] for column in columns]
    column_end = max((last for _, last in extents), default=0)
    article = page.common(headline, column_end) if 0 <= headline < column_end else None
    if article is None:
        return []
    end = page.extents[article][1]  # what holds headline and text may hold parts in elements of their own
    own = [b for first, last in extents for b in page.blocks[first:last] if b.is_prose and b.number not in cut]
    teasers = next((block.number for block in page.blocks[end:] if block.number in cut and block.is_prose), None)
    size = sum(len(block.text) for block in own)
    if size < _MIN_OWN_CHARS or teasers is None:
        return []
    behind = [block for block in page.blocks[teasers:] if block.number not in cut]
    prose = [block for block in behind if block.is_prose]
    families = set(map(page.family, own))
    if sum(len(block.text) for block in prose) > _MOST_BESIDE * size or not families.isdisjoint(
        map(page.family, prose)
    ):
        return []
    return [block.number for block in behind]
