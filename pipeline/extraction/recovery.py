"""Paragraphs that the extractor left out, though they stand beside those it took."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence

from pipeline.extraction.blocks import Block, Page
from pipeline.extraction.own_boxes import OwnBox, own_boxes
from pipeline.extraction.standfirst import find_opening_lists, find_standfirst, is_stated

_MIN_KEPT = 0.5
"""Below this part of the main container's running text, what was kept is taken for a miss."""
_MIN_HOME = 0.15
"""A container that holds this part of what was kept is a home of the article's paragraphs."""

_MIN_FIRST_CHARS, _MIN_LAST_CHARS = 20, 25
"""From this length on a sentence before the first paragraph or after the last is one more; shorter ones are names and
dates.
"""

_MAX_LINES_OVER_STANDFIRST = 6
_MIN_FIGURES = 3
_MAX_FIGURE_CHARS = 120
_HOLDING_TEXT = frozenset({"section", "article", "main", "body", "center", "font"})
"""What lines parted by breaks may stand in: the article's are there, where its paragraphs have no elements."""


def recover(
    kept: set[int],
    blocks: Sequence[Block],
    page: Page,
    headline: int,
    description: str = "",
    *,
    boxes: Sequence[OwnBox] = (),
) -> set[int]:
    """The kept blocks, with the running text, table rows and subheads that belong to them.

    Running text belongs where its container holds running text that was kept: paragraphs of
    an article are siblings, whatever their classes. Subheads over such text belong too.

    Args:
        kept: numbers of the blocks that the extractor took.
        blocks: the blocks of the page that are not cut, in order.
        page: what the blocks stand in.
        headline: number of the article's own headline block, -1 where there is none.
        description: what the page says of itself in its head: mostly the standfirst.
        boxes: those that may be the article's.
    """
    families = page.families
    furniture = _furniture(kept, page)
    if furniture:
        kept = kept - page.asides or kept
    opens = _opens_article(blocks, page, headline, description)
    blocks = [
        b
        for b in blocks
        if b.number in kept or b.number in opens or not (b.set_apart or b.number <= headline or b.number in furniture)
    ]
    candidates = [
        b
        for b in blocks
        if b.number > headline and (b.kind == "row" or b.is_running_text or (b.is_prose and b.number in kept))
    ]
    sizes: Counter[Hashable] = Counter()
    held: Counter[Hashable] = Counter()
    for block in candidates:
        family = families[block.number]
        if block.kind == "text":
            sizes[family] += len(block.text)
        if block.number in kept:
            held[family] += len(block.text)
    if not sizes:
        return kept
    main, size = sizes.most_common(1)[0]
    taken = sum(held.values())
    homes = {family for family, chars in held.items() if chars >= _MIN_HOME * taken}
    if held[main] < _MIN_KEPT * size and size > 1.2 * (taken - held[main]):
        homes.add(main)
    found = kept | {block.number for block in candidates if families[block.number] in homes}
    found |= _opening(found, blocks, headline, families, homes)
    found |= _subheads(found, blocks) | _between(found, blocks, page, families, homes)
    found |= own_boxes(boxes, found, blocks, families, homes)
    first = next((b.number for b in blocks if b.number in found and b.is_prose and families[b.number] in homes), -1)
    points = find_opening_lists(first, blocks, headline, page.lists)
    blocks = [block for block in blocks if block.number not in points]
    return found | points | find_standfirst(found - points, blocks, headline, description)


def _opens_article(blocks: Sequence[Block], page: Page, headline: int, description: str) -> set[int]:
    """The standfirst where its element has a name of furniture: `teaser-text` is what some systems call it.

    It is what the page says of itself, or the first text behind the headline, with no other headline in between.
    """
    if headline < 0:
        return set()
    for block in blocks:
        if headline < block.number <= headline + _MAX_LINES_OVER_STANDFIRST:
            if block.kind == "heading" or block.is_link or block.set_apart or block.number in page.asides:
                continue
            if is_stated(block, description) or (block.is_running_text and not block.linked):
                between = page.blocks[headline + 1 : block.number]
                return set() if any(line.kind == "heading" for line in between) else {block.number}
    return set()


def _furniture(kept: set[int], page: Page) -> set[int]:
    """The blocks in elements named as furniture; none where most of what was kept stands in one: the name misleads."""
    named = sum(len(page.blocks[number].text) for number in kept & page.furniture)
    return set() if 2 * named > sum(len(page.blocks[number].text) for number in kept) else page.furniture


def _opening(
    found: set[int], blocks: Sequence[Block], headline: int, families: Mapping[int, Hashable], homes: set[Hashable]
) -> set[int]:
    """Short sentences, and long ones without their full stop, between the headline and the first paragraph found."""
    first = min(found, default=0)
    return {
        b.number
        for b in blocks
        if 0 <= headline < b.number < first
        and families[b.number] in homes
        and not b.linked
        and (b.is_prose or (b.kind == "text" and b.text.endswith((".", "!", "?")) and len(b.text) >= _MIN_FIRST_CHARS))
    }


def _subheads(found: set[int], blocks: Sequence[Block]) -> set[int]:
    """Headings straight over text that was found, but for one at the very top, which is a label."""
    first = min(found, default=0)
    heads: set[int] = set()
    following: Block | None = None
    for block in reversed(blocks):
        stands_over = following is not None and (following.number in found or following.number in heads)
        if stands_over and block.kind == "heading" and block.level > 1 and block.number > first and not block.is_link:
            heads.add(block.number)
        following = block
    return heads - found


def _between(
    found: set[int], blocks: Sequence[Block], page: Page, families: Mapping[int, Hashable], homes: set[Hashable]
) -> set[int]:
    """Short paragraphs and list items between two paragraphs of the article or right after, in the same container."""
    first, last = min(found, default=0), max(found, default=-1)
    more: set[int] = set()
    end = next((block for block in blocks if block.number == last), None)
    owners = {page.blocks[number].owner for number in found}
    before = -1
    """The block of the same containers that stands before: cards stand between paragraphs in elements of their own."""
    for block in blocks:
        if families[block.number] in homes:
            previous, before = before, block.number
        if block.number in found or block.number < first or block.is_link or families[block.number] not in homes:
            continue
        if block.number < last:
            if block.tag in ("p", "li", "div") or (block.tag in _HOLDING_TEXT and block.owner in owners):
                more.add(block.number)
        elif previous == last and (
            _is_next_item(block, end, page, families) or (block.ends_a_sentence and len(block.text) >= _MIN_LAST_CHARS)
        ):
            more.add(block.number)
            last, end = block.number, block
    return more | _figures(blocks, last, families, homes)


def _is_next_item(block: Block, end: Block | None, page: Page, families: Mapping[int, Hashable]) -> bool:
    """Whether it goes on with the list in which the article's text ends so far, or which its last line announces.

    Items need no full stop.
    """
    if end is None or block.tag != "li" or families[end.number] != families[block.number]:
        return False
    if end.tag == "li":
        return page.lists.get(end.number) is page.lists.get(block.number)
    return end.text.endswith(":") and block.linked < 0.5 * len(block.text)


def _figures(blocks: Sequence[Block], last: int, families: Mapping[int, Hashable], homes: set[Hashable]) -> set[int]:
    """Lines of a ranking after the last paragraph, in its container: most of them hold a figure."""
    lines: list[Block] = []
    for block in blocks:
        if block.number == last + len(lines) + 1:
            if block.is_link or families[block.number] not in homes or len(block.text) > _MAX_FIGURE_CHARS:
                break
            lines.append(block)
    figures = sum(any(map(str.isdigit, block.text)) for block in lines)
    return {b.number for b in lines} if len(lines) >= _MIN_FIGURES and figures >= 0.6 * len(lines) else set()
