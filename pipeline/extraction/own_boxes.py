"""Boxes of the article's own: a heading over a list of facts, in an element of its own amid the paragraphs or behind.

The extractor takes paragraphs and passes over lists wherever a page has no container of a known name. No class is
asked: what counts is that nothing in the box leads elsewhere, and that it stands in the article's own column.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement

from pipeline.extraction.blocks import Block, Page

_MIN_LINES, _MAX_LINES = 2, 14
_MAX_HEADING_CHARS, _MAX_LINE_CHARS = 80, 400
_MIN_FACTS = 0.6
"""Part of the lines of a box under the article that must be facts: there boxes of the house stand as well."""
_MIN_SENTENCE_CHARS = 50
_LISTS = frozenset({"ul", "ol"})
_ADDRESS = re.compile(r"@|www\.|©|(?:\+|\(0|\b0)\d*[\d ()./-]{6,}\d")
"""How to reach somebody."""


@dataclass(frozen=True, slots=True)
class OwnBox:
    """A heading and what it stands over, in an element of their own beside paragraphs."""

    numbers: range
    before: int
    """Number of the last block before it that is not cut."""
    family: Hashable
    """Of the paragraphs beside it."""
    holds_facts: bool
    """Whether most of its lines give a figure or are sentences, and none an address."""


def find_boxes(page: Page, left: Sequence[Block], headline: int) -> list[OwnBox]:
    """Boxes behind the headline that consist of a heading and unlinked short lines, in order.

    Args:
        page: the page's blocks.
        left: those that are not cut, in order.
        headline: number of the article's own headline block, -1 where there is none.
    """
    whole: set[int] = set()
    boxes = []
    for place, heading in enumerate(left):
        # Most blocks are told apart by this.
        if not (heading.level > 1 or heading.is_bold or heading.text[-1] == ":") or heading.number <= headline:
            continue
        if not _is_over_line(heading, page):
            continue
        whole = whole or {block.number for block in left}
        for last, box in _extents(heading, page):
            numbers = range(heading.number, last)
            lines = page.blocks[heading.number + 1 : last]
            if whole.issuperset(numbers) and _are_lines(lines, page):
                before = left[place - 1].number if place else -1
                boxes.append(OwnBox(numbers, before, page.family_around(box), _hold_facts(lines)))
                break
    return boxes


def own_boxes(
    boxes: Sequence[OwnBox],
    found: set[int],
    blocks: Sequence[Block],
    families: Mapping[int, Hashable],
    homes: set[Hashable],
) -> set[int]:
    """Numbers of the blocks in boxes that stand between two paragraphs of the article, or right behind the last.

    Args:
        boxes: the boxes that may be the article's.
        found: numbers of the blocks of the text, as far as it is known.
        blocks: the blocks that may be the article's, in order.
        families: what each of them stands in.
        homes: what the article's paragraphs stand in.
    """
    own: set[int] = set()
    places: dict[Hashable, list[int]] = {}
    for block in blocks if boxes else ():
        if block.number in found and families[block.number] in homes:
            places.setdefault(families[block.number], []).append(block.number)
    last = max(found, default=-1)
    for box in boxes:
        beside = places.get(box.family)
        if beside is None or beside[0] > box.numbers[0]:
            continue
        ends = last == box.before or last in box.numbers
        if box.numbers[-1] < beside[-1] or (ends and box.holds_facts):
            own.update(box.numbers)
            last = max(last, box.numbers[-1])
    return own


def _is_over_line(block: Block, page: Page) -> bool:
    """Whether the block may be the heading of a box, by its own form and that of the block below."""
    if block.linked or block.set_apart or len(block.text) > _MAX_HEADING_CHARS or block.number in page.furniture:
        return False
    below = page.blocks[block.number + 1 : block.number + 2]
    return bool(below) and _is_line(below[0], page)


def _extents(heading: Block, page: Page) -> Iterator[tuple[int, HtmlElement]]:
    """Where what the heading stands over may end, with the element beside which paragraphs stand."""
    for element, first, last in page.holders(heading.owner):
        if first < heading.number:
            break
        if 1 < last - first <= _MAX_LINES + 1:
            yield last, element
    for element, first, last in page.holders(page.blocks[heading.number + 1].owner):
        if first <= heading.number:
            break
        if element.tag in _LISTS and element.getparent() is heading.owner.getparent():
            yield last, heading.owner


def _are_lines(lines: Sequence[Block], page: Page) -> bool:
    return _MIN_LINES <= len(lines) <= _MAX_LINES and all(_is_line(line, page) for line in lines)


def _is_line(block: Block, page: Page) -> bool:
    if block.linked or block.set_apart or block.kind != "text" or len(block.text) > _MAX_LINE_CHARS:
        return False
    return block.number not in page.furniture


def _hold_facts(lines: Sequence[Block]) -> bool:
    facts = sum(_is_fact(line) for line in lines)
    return facts >= _MIN_FACTS * len(lines) and not any(_ADDRESS.search(line.text) for line in lines)


def _is_fact(line: Block) -> bool:
    if any(map(str.isdigit, line.text)):
        return True
    return line.ends_a_sentence and len(line.text) >= _MIN_SENTENCE_CHARS
