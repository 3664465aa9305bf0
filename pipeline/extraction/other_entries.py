"""Other entries of a page that is a list of articles: those before its own one, and those behind a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from pipeline.extraction.blocks import Block, Page


def other_entries(page: Page, headline: int, leads_on: Callable[[str | None], bool]) -> Iterator[range]:
    """Texts over the article under headlines set like its own, each with its headline; then those behind it.

    Behind the article such lines may be its own intertitles: they count where others stand before it, and only behind a
    line without words, such as stars.

    Args:
        page: the page's blocks.
        headline: number of the article's own headline block, -1 where there is none.
        leads_on: whether a link leads to another page of the site.
    """
    own = page.blocks[headline] if headline > 0 else None
    if own is None or not own.is_set_as_headline or own.level == 1:
        return
    before = page.blocks[: own.number]

    def is_like_own(block: Block) -> bool:
        return (block.tag, block.depth, block.level) == (own.tag, own.depth, own.level) and block.is_set_as_headline

    entries = [block for block in before if is_like_own(block)]
    shown = any(block.level == 1 for block in before)
    # Without a link they may be the sections of an article, or of one whose headline is repeated below.
    if shown or _prose(page.blocks[own.number + 1 :]) <= _prose(before):
        entries = [block for block in entries if block.is_link and leads_on(block.link)]
    found = False
    for entry, following in pairwise([*entries, own]):
        inside = page.blocks[entry.number : following.number]
        if any(block.is_prose for block in inside[1:]) and not any(block.set_apart for block in inside):
            found = True
            yield range(entry.number, following.number)
    if not found:
        return
    _, last = page.extents.get(own.owner.getparent(), (0, 0))
    behind = page.blocks[own.number + 1 : last]
    rule = next((block.number for block in behind if not any(map(str.isalnum, block.text))), last)
    if any(is_like_own(block) for block in behind if block.number > rule):
        yield range(rule, last)


def _prose(blocks: Sequence[Block]) -> int:
    return sum(len(block.text) for block in blocks if block.is_prose and not block.set_apart)
