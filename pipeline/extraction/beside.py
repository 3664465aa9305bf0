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


def find_beside(page: Page, columns: Sequence[HtmlElement], cut: Container[int]) -> list[int]:
    """Numbers of the blocks behind the article's column that another part of the page holds.

    Args:
        page: the page's blocks.
        columns: what the article's paragraphs stand in.
        cut: numbers of the blocks that are known to be no part of the article.
    """
    extents = [page.extents[column] for column in columns]
    end = max((last for _, last in extents), default=0)
    own = sum(
        len(block.text)
        for first, last in extents
        for block in page.blocks[first:last]
        if block.is_prose and block.number not in cut
    )
    teasers = next((block.number for block in page.blocks[end:] if block.number in cut and block.is_prose), None)
    if own < _MIN_OWN_CHARS or teasers is None:
        return []
    behind = [block for block in page.blocks[teasers:] if block.number not in cut]
    families = {page.family(block) for first, last in extents for block in page.blocks[first:last] if block.is_prose}
    prose = [block for block in behind if block.is_prose]
    if sum(len(block.text) for block in prose) > _MOST_BESIDE * own:
        return []
    if any(page.family(block) in families for block in prose):
        return []
    return [block.number for block in behind]
