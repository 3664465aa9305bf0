"""What a text of a teaser looks like when it is cut to length, and where its headline stands in the same block."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import mean

from pipeline.extraction.blocks import Block

MIN_CARDS = 3
MIN_HEADLINE_CHARS = 24
MIN_MEAN_CHARS = 100
"""Lists of an article do without full stops as well, but their items are shorter."""
MIN_BROKEN = 0.6
"""Part of the texts that must break off: now and then a cut falls on the end of a sentence."""

_MIN_CHARS, _MAX_CHARS = 60, 420
_MAX_HEADLINE_CHARS = 200
_MIN_MARK_CHARS = 12
_CLOSED = re.compile(r"[.;:,…]\W*$")
_BRACKET = re.compile(r"\s*\([^()]{1,25}\)$")
"""Behind a headline: its date, the number of comments."""


def is_text(block: Block) -> bool:
    """Whether it has the length of a teaser."""
    return block.kind == "text" and _MIN_CHARS <= len(block.text) <= _MAX_CHARS


def breaks_off(block: Block) -> bool:
    """Whether it has that length and ends in mid-sentence."""
    return is_text(block) and (block.is_elided or not block.ends_a_sentence)


def is_short(block: Block) -> bool:
    """Whether it can stand between two texts: a headline, a date, a category, a link to more."""
    size = len(block.text)
    if block.kind == "row" or size > _MAX_HEADLINE_CHARS:
        return False
    return size < 60 or not _CLOSED.search(without_bracket(block.text[-40:])[-6:])


def without_bracket(text: str) -> str:
    """The text without what stands in brackets at its end."""
    return _BRACKET.sub("", text)


def mark_of(block: Block) -> tuple[str, int] | None:
    """The element within the block that holds its headline, at its beginning or end, and the length of that."""
    if len(block.pieces) < 2:
        return None
    for element, is_tail in (*block.pieces[:2], *block.pieces[-2:]):
        size = len((element.text or "").strip())
        if (
            not is_tail
            and element is not block.owner
            and size >= _MIN_MARK_CHARS
            and len(block.text) - size >= _MIN_CHARS
        ):
            return str(element.tag), size
    return None


def are_marked(texts: Sequence[Block]) -> bool:
    """Whether headline and teaser share a block in each of them, and one of the two an element of one kind."""
    marks = [mark for block in texts if (mark := mark_of(block)) is not None]
    if len(marks) < max(MIN_CARDS, 0.8 * len(texts)) or len({tag for tag, _ in marks}) > 2:
        return False
    return (
        mean(size for _, size in marks) >= MIN_HEADLINE_CHARS
        and sum(map(breaks_off, texts)) >= MIN_BROKEN * len(texts)
        and mean(len(block.text) for block in texts) >= 1.3 * MIN_MEAN_CHARS
    )
