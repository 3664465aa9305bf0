"""Paragraphs that the extractor left out, though they stand beside those it took."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

from pipeline.extraction.blocks import Block

_MIN_KEPT = 0.5
"""Below this part of the main container's running text, what was kept is taken for a miss."""
_MIN_HOME = 0.15
"""A container that holds this part of what was kept is a home of the article's paragraphs."""


def recover(kept: set[int], blocks: Sequence[Block], families: Sequence[Hashable], headline: int) -> set[int]:
    """The kept blocks, with the running text, table rows and subheads that belong to them.

    Running text belongs where its container holds running text that was kept: paragraphs of
    an article are siblings, whatever their classes. Subheads over such text belong too.

    Args:
        kept: numbers of the blocks that the extractor took.
        blocks: the blocks of the page that are not cut, in order.
        families: what each block of the page stands in, by number.
        headline: number of the article's own headline block, -1 where there is none.
    """
    candidates = [b for b in blocks if _is_open(b, headline) and (b.kind == "row" or b.is_running_text)]
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
    return found | _subheads(found, blocks, headline) | _between(found, blocks, families, homes, headline)


def _is_open(block: Block, headline: int) -> bool:
    return block.number > headline and not (block.set_apart or block.in_furniture)


def _subheads(found: set[int], blocks: Sequence[Block], headline: int) -> set[int]:
    """Headings straight over text that was found, but for one at the very top, which is a label."""
    first = min(found, default=0)
    heads: set[int] = set()
    following: Block | None = None
    for block in reversed(blocks):
        if following is not None and block.kind == "heading" and block.level > 1 and block.number > first and not block.is_link:
            if (following.number in found or following.number in heads) and _is_open(block, headline):
                heads.add(block.number)
        following = block
    return heads - found


def _between(
    found: set[int], blocks: Sequence[Block], families: Sequence[Hashable], homes: set[Hashable], headline: int
) -> set[int]:
    """Short paragraphs and list items between two paragraphs of the article, in the same container."""
    first, last = min(found, default=0), max(found, default=-1)
    return {
        block.number
        for block in blocks
        if first < block.number < last
        and block.tag in ("p", "li")
        and not block.is_link
        and families[block.number] in homes
        and _is_open(block, headline)
    }
