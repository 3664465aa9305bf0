"""The standfirst: the paragraph between headline and body, in an element of its own.

Sites set it apart from the body in every way: another container, bold type, a heading, bare text in a
`div`. The extractor takes the body's container alone, so what stands over it is looked for here. No class is
asked, only the place, the length and whether it reads as a text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby, zip_longest

from pipeline.extraction.blocks import Block, squeeze
from pipeline.extraction.signatures import is_signature
from pipeline.languages.united import any_of

_MIN_SENTENCE_CHARS, _MIN_CHARS, _MAX_CHARS = 45, 70, 700
"""A sentence, a text without its full stop, and the longest: what is longer is a part of some body."""
_MAX_TEXTS = 2
"""Running texts between headline and body; where there are more, they are something else."""
_MAX_LINES = 14
"""Lines between the headline and the standfirst: byline, day, share bar."""
_MAX_LINKED = 0.15
_MAX_POINTS = 8
_MIN_WORDS, _MIN_MEAN_WORDS = 3, 5
"""Of the items of a list: fewer have the entries of a menu, a name or a day."""
_SIGNED = re.compile(rf"^\W*(?:{any_of('authors', 'signed')}|©)\b", re.IGNORECASE)
_CAPTION = re.compile(rf"(?:\b{any_of('authors', 'captions')}\s?[:/©]|©)", re.IGNORECASE)
_CLOCK_OR_DAY = re.compile(r"\b\d{1,2}\s?[:h]\s?\d{2}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b")


def find_standfirst(found: set[int], blocks: Sequence[Block], headline: int, description: str) -> set[int]:
    """Numbers of the blocks between headline and text that open the article.

    Args:
        found: numbers of the blocks of the text, as far as it is known.
        blocks: the blocks that may be the article's, in order.
        headline: number of the article's own headline block, -1 where there is none.
        description: what the page says of itself in its head: mostly the standfirst.
    """
    if headline < 0 or not found:
        return set()
    own = [block for block in blocks if block.number in found]
    prose = (block.number for block in own if block.number > headline and block.is_prose)  # a byline may stand before
    first = next(prose, own[0].number)
    between = [block for block in blocks if headline < block.number < first and block.number not in found]
    stated = {block.number for block in between if is_stated(block, description)}
    if stated or not between:
        return stated
    texts = [block for block in between if _reads_as_text(block)]
    if not 1 <= len(texts) <= _MAX_TEXTS:
        return set()
    body = squeeze("".join(block.text for block in own))
    return {
        block.number
        for block in texts
        if block.number - headline <= _MAX_LINES and squeeze(block.text).rstrip(".…") not in body
    }


def find_opening_lists(first: int, blocks: Sequence[Block], headline: int, lists: Mapping[int, object]) -> set[int]:
    """Numbers of the items of lists between headline and body that tell the story in points.

    Args:
        first: number of the body's first paragraph.
        blocks: the blocks that may be the article's, in order.
        headline: number of the article's own headline block, -1 where there is none.
        lists: what holds each item of a list among the blocks.
    """
    if headline < 0 or not any(headline < number < first for number in lists):
        return set()
    between = [block for block in blocks if headline < block.number < first]
    found: set[int] = set()
    groups = [list(group) for _, group in groupby(reversed(between), lambda block: lists.get(block.number))]
    for items, over in zip_longest(groups, groups[1:]):
        if items[0].number in lists:
            if not _tell_points(items) or (over and over[0].kind == "heading" and not _reads_as_text(over[0])):
                break  # a summary under a heading of its own is a box of the page's
            found.update(item.number for item in items)
        elif not all(line.kind == "row" or _reads_as_text(line) for line in items):
            break  # more than a text beside the points: the page's own lines begin
    return found


def _tell_points(items: Sequence[Block]) -> bool:
    """Whether the items are of several words each, none of them linked, a byline or a day."""
    words = [len(item.text.split()) for item in items]
    if not 2 <= len(items) <= _MAX_POINTS or min(words) < _MIN_WORDS or sum(words) < _MIN_MEAN_WORDS * len(items):
        return False
    return not any(
        item.linked
        or len(item.text) > _MAX_CHARS
        or _SIGNED.search(item.text)
        or _CAPTION.search(item.text)
        or (_CLOCK_OR_DAY.search(item.text) and not item.is_prose)
        or is_signature(item.text)
        for item in items
    )


def is_stated(block: Block, description: str) -> bool:
    """Whether the block opens with what the page says of itself in its head."""
    opening = squeeze(description[:_MAX_CHARS])[:60]
    return len(opening) >= 40 and len(block.text) >= 40 and squeeze(block.text).startswith(opening)


def _reads_as_text(block: Block) -> bool:
    size = len(block.text)
    if block.kind == "row" or block.linked > _MAX_LINKED * size or not size <= _MAX_CHARS:
        return False
    if size < (_MIN_SENTENCE_CHARS if block.text.endswith((".", "!", "?", "…")) else _MIN_CHARS):
        return False
    if _CAPTION.search(block.text):
        return False
    return not (size < 160 and (_SIGNED.search(block.text) or _CLOCK_OR_DAY.search(block.text)))
