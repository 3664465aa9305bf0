"""Whole articles after or beside the own one: pages that go on scrolling, lists of `article` elements."""

from __future__ import annotations

from pipeline.extraction.blocks import Page

_MIN_SHARE = 0.4
"""Part of the running text in `article` elements that the own one must hold to be the whole of it."""

_MIN_OWN_CHARS = 300
_TEASER_CHARS = 600


def find_other_articles(page: Page, headline: int) -> set[int]:
    """Numbers of the blocks in `article` elements other than the one that holds the headline."""
    if headline < 0:
        return set()
    own = next(
        (
            (first, last)
            for element, first, last in page.holders(page.blocks[headline].owner)
            if element.tag == "article"
        ),
        None,
    )
    if own is None:
        return set()
    own_size = _running(page, *own)
    others: set[int] = set()
    following: set[int] = set()
    teasers: set[int] = set()
    for element, (first, last) in page.extents.items():
        if element.tag == "article" and (last <= own[0] or first >= own[1]):
            others.update(range(first, last))
            if sum(len(block.text) for block in page.blocks[first:last]) <= _TEASER_CHARS:
                teasers.update(range(first, last))
            if first >= own[1] and any(block.level == 1 for block in page.blocks[first:last]):
                following.update(range(first, last))  # the next article of a page that goes on scrolling
    other_size = sum(len(page.blocks[number].text) for number in others if page.blocks[number].is_prose)
    if own_size and own_size >= _MIN_SHARE * (own_size + other_size):
        return others
    return following | teasers if own_size >= _MIN_OWN_CHARS else teasers if own_size else set()


def _running(page: Page, first: int, last: int) -> int:
    return sum(len(block.text) for block in page.blocks[first:last] if block.is_prose)
