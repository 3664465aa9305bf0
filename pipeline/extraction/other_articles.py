"""Whole articles after or beside the own one: pages that go on scrolling, lists of `article` elements."""

from __future__ import annotations

from lxml.html import HtmlElement

from pipeline.extraction.blocks import Page

_MIN_SHARE = 0.4
"""Part of the running text in `article` elements that the own one must hold to be the whole of it."""

_MIN_OWN_CHARS = 300
_MAX_LINES = 2
"""Lines up to the first paragraph of a text: a question may open it; a day and a name open another story."""
_TEASER_CHARS = 600


def find_other_articles(page: Page, headline: int) -> set[int]:
    """Numbers of the blocks in `article` elements other than the one that holds the headline.

    Where the text stands in an `article` element of its own, behind one for headline and standfirst, the latter is
    made a plain container: an extractor looks into the first one alone.
    """
    if headline < 0:
        return set()
    around = page.holders(page.blocks[headline].owner)
    holder = next(((element, first, last) for element, first, last in around if element.tag == "article"), None)
    if holder is None:
        return set()
    article, begin, end = holder
    own_size = _running(page, begin, end)
    others: set[int] = set()
    following: set[int] = set()
    teasers: set[int] = set()
    for element, (first, last) in page.extents.items():
        if element.tag != "article" or first == last or not (last <= begin or first >= end):
            continue
        if first == end and _goes_on(page, article, element):
            article.tag = "div"
            own_size += _running(page, first, last)
            continue
        others.update(range(first, last))
        if sum(len(block.text) for block in page.blocks[first:last]) <= _TEASER_CHARS:
            teasers.update(range(first, last))
        if first >= end and any(block.level == 1 for block in page.blocks[first:last]):
            following.update(range(first, last))  # the next article of a page that goes on scrolling
    other_size = sum(len(page.blocks[number].text) for number in others if page.blocks[number].is_prose)
    if own_size and own_size >= _MIN_SHARE * (own_size + other_size):
        return others
    return following | teasers if own_size >= _MIN_OWN_CHARS else teasers if own_size else set()


def _goes_on(page: Page, article: HtmlElement, following: HtmlElement) -> bool:
    """Whether the text of the article stands there: right behind headline and standfirst, without a headline."""
    begin, end = page.extents[article]
    first, last = page.extents[following]
    if following.getprevious() is not article or sum(b.is_running_text for b in page.blocks[begin:end]) > 1:
        return False
    opening = next((block.number for block in page.blocks[first:last] if block.is_prose), last)
    lines = page.blocks[first : opening + 1]
    named = f"{following.get('class') or ''} {following.get('id') or ''}".lower()
    return (
        not any(block.is_set_as_headline or block.linked for block in lines)
        and len(lines) <= _MAX_LINES
        and "comment" not in named
        and _running(page, first, last) > _running(page, begin, end)
    )


def _running(page: Page, first: int, last: int) -> int:
    return sum(len(block.text) for block in page.blocks[first:last] if block.is_prose)
