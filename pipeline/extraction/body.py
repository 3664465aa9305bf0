"""The article's text put together: from the lines that the extractor found to blocks of the page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from pipeline.extraction.blocks import Block, Page, squeeze


def blocks_of(lines: Sequence[str], blocks: Sequence[Block]) -> tuple[list[Block], list[str]]:
    """The blocks that hold those lines, in the order of the page, and the lines that no block holds.

    The lines come from the same page, but joined or broken another way, so both are compared
    without white space, as one string of blocks.
    """
    starts: list[int] = []
    parts: list[str] = []
    at = 0
    for block in blocks:
        part = squeeze(block.text)
        starts.append(at)
        parts.append(part)
        at += len(part)
    whole = "".join(parts)
    found: set[int] = set()
    missing: list[str] = []
    position = 0
    for line in lines:
        wanted = squeeze(line)
        place = whole.find(wanted, position)
        if place < 0:
            place = whole.find(wanted)
        if place < 0 and wanted.startswith("-"):
            wanted = wanted[1:]
            place = whole.find(wanted, position)
            place = place if place >= 0 else whole.find(wanted)
        if place < 0 or not wanted:
            missing.append(line)
            continue
        position = place + len(wanted)
        found.update(_overlapped(starts, parts, place, position))
    return [block for number, block in enumerate(blocks) if number in found], missing


def _overlapped(starts: list[int], parts: list[str], begin: int, end: int) -> list[int]:
    """Numbers of the parts of which at least half lies between begin and end."""
    low, high = 0, len(starts)
    while low < high:
        middle = (low + high) // 2
        if starts[middle] + len(parts[middle]) <= begin:
            low = middle + 1
        else:
            high = middle
    found = []
    while low < len(starts) and starts[low] < end:
        size = len(parts[low])
        if size and min(end, starts[low] + size) - max(begin, starts[low]) >= 0.5 * size:
            found.append(low)
        low += 1
    return found


def apply_cut(page: Page, cut: set[int]) -> None:
    """Takes the text of those blocks out of the tree, and the elements that hold nothing else."""
    for number in cut:
        for element, is_tail in page.blocks[number].pieces:
            if is_tail:
                element.tail = None
            else:
                element.text = None
    uncut = list(accumulate((number not in cut for number in range(len(page.blocks))), initial=0))
    dropped = 0
    """The block behind all that stand in elements dropped so far."""
    for number in sorted(cut):
        if number < dropped:
            continue
        top = None
        for element, first, last in page.holders(page.blocks[number].owner):
            if element.tag == "body" or uncut[last] > uncut[first]:
                break
            top, end = element, last
        if top is not None and top.getparent() is not None:
            top.drop_tree()
            dropped = end
    _drop_empty(page)


def _drop_empty(page: Page) -> None:
    """Drops what holds no text: it costs the extractor as much as what does."""
    for element, (first, last) in page.extents.items():
        parent = element.getparent()
        if first == last and parent is not None and element.tag not in ("body", "br", "hr"):
            begin, end = page.extents.get(parent, (0, 1))
            if begin < end:
                element.drop_tree()
