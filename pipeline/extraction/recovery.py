"""Paragraphs that the extractor left out, though they stand beside those it took."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

from pipeline.extraction.blocks import Block

_MIN_KEPT = 0.5
"""Below this part of the main container's running text, what was kept is taken for a miss."""


def recover(kept: set[int], blocks: Sequence[Block], headline: int) -> set[int]:
    """The kept blocks, with the running text and the table rows that belong to them.

    Running text belongs where its container holds running text that was kept: paragraphs of
    an article are siblings, whatever their classes. Subheads between two of them belong too.

    Args:
        kept: numbers of the blocks that the extractor took.
        blocks: the blocks of the page that are not cut, in order.
        headline: number of the article's own headline block, -1 where there is none.
    """
    candidates = [
        block
        for block in blocks
        if not (block.set_apart or block.in_furniture) and (block.kind == "row" or block.is_running_text)
    ]
    sizes: Counter[Hashable] = Counter()
    held: Counter[Hashable] = Counter()
    for block in candidates:
        family = block.family
        if block.kind == "text":
            sizes[family] += len(block.text)
        if block.number in kept:
            held[family] += len(block.text)
    if not sizes:
        return kept
    main, size = sizes.most_common(1)[0]
    taken = sum(held.values())
    homes = {family for family, chars in held.items() if chars >= 0.15 * taken}
    if held[main] < _MIN_KEPT * size and size > 1.2 * (taken - held[main]):
        homes.add(main)
    found = set(kept)
    found.update(block.number for block in candidates if block.family in homes and block.number > headline)
    return found | _between(found, blocks, homes)


def _between(found: set[int], blocks: Sequence[Block], homes: set[Hashable]) -> set[int]:
    """Subheads and list items between two paragraphs of the article."""
    last = max(found, default=-1)
    first = min(found, default=0)
    between = set()
    for block in blocks:
        if first < block.number < last and block.number not in found and not block.is_link:
            if block.family in homes and (block.kind == "heading" or block.tag == "li"):
                between.add(block.number)
    return between
