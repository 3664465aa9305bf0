"""The short line that closes each teaser of a list: "Read more", "Weiterlesen", or whatever the site calls it.

Some of these words also stand as headings over other articles. Where the line comes back after one text and
the next it opens nothing: it belongs to the teaser before it, and must not break the row of teasers apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.extraction.blocks import Block
from pipeline.extraction.phrases import is_phrase
from pipeline.extraction.teaser_ends import names_day

_MAX_LINE_CHARS, _MAX_DAY_CHARS = 45, 25
_MIN_TEXT_CHARS, _MAX_TEXT_CHARS = 60, 480
_MAX_DISTANCE = 6
"""Blocks from one such line to the next: headline, date, author, category and teaser stand between."""


def links_to_more(blocks: Sequence[Block]) -> set[int]:
    """Numbers of the lines that come back, word by word, right after texts of a teaser's length."""
    places: dict[str, list[int]] = {}
    for block in blocks:
        before = _text_before(blocks, block.number) if block.number else block
        if (
            before is not block
            and len(block.text) <= _MAX_LINE_CHARS
            and block.kind == "text"
            and _MIN_TEXT_CHARS <= len(before.text) <= _MAX_TEXT_CHARS
            and before.kind == "text"
        ):
            places.setdefault(block.text, []).append(block.number)
    return {
        number
        for text, numbers in places.items()
        if len(numbers) > 1
        for pair in pairwise(numbers)
        if pair[1] - pair[0] <= _MAX_DISTANCE
        and (is_phrase(text, "read_more") or _close_cut_texts(blocks, pair))
        and not any(_goes_on(block) for block in blocks[pair[0] + 1 : _text_before(blocks, pair[1]).number])
        for number in pair
    }


def _close_cut_texts(blocks: Sequence[Block], lines: tuple[int, int]) -> bool:
    """Whether what stands before both lines breaks off: a heading follows whole paragraphs."""
    return all(_text_before(blocks, number).is_cut_off for number in lines)


def _text_before(blocks: Sequence[Block], number: int) -> Block:
    """The block before one that is not the first, or where that is a day the one before it."""
    before = blocks[number - 1]
    is_day = len(before.text) <= _MAX_DAY_CHARS and names_day(before.text)
    return blocks[number - 2] if is_day and number > 1 else before


def _goes_on(block: Block) -> bool:
    """Whether the article goes on with that block: the line before it closed a single teaser amid the text."""
    return block.is_running_text and not block.could_be_headline
