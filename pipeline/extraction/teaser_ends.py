"""How a teaser ends: in an ellipsis, in a link to more, in mid-sentence; and how long it and a headline over it are."""

from __future__ import annotations

import re
from collections.abc import Container

from lxml.html import HtmlElement

from pipeline.extraction.blocks import Block, ends_in_ellipsis

MIN_TEASER_CHARS, MAX_TEASER_CHARS = 40, 420
MIN_HEADLINE_CHARS, _MIN_HEADLINE_WORDS, MAX_HEADLINE_CHARS = 20, 4, 220
_MIN_SHORT_CHARS, _MIN_SHORT_WORDS = 12, 2
_MIN_CUT_CHARS = 100
"""Characters from which on a text without a full stop has rather been cut than written so."""
_MAX_LINKED = 0.4
"""Part of a teaser that may be a link: one to more at its end."""

_DAY = re.compile(
    r"\b(?:\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}|\d{4}-\d{1,2}-\d{1,2}"
    r"|\d{1,2}(?:er|st|nd|rd|th)?\.?(?:\s(?:de\s|of\s)?|-)[^\W\d]{3,}[.,]?(?:\s(?:de\s)?|-)(?:19|20)\d\d"
    r"|[^\W\d]{3,}\.?\s\d{1,2},?\s(?:19|20)\d\d)\b"
)


def names_day(text: str) -> bool:
    """Whether the text names a day and its year; hours, prices and ratings are what a list tells of."""
    return _DAY.search(text) is not None


def may_be_teaser(block: Block, headline: Block, breaks: Container[int]) -> bool:
    """Whether a block has the length of a teaser, and no more links than one has.

    Args:
        block: the block.
        headline: what stands over it, whose link may hold it as well.
        breaks: numbers of blocks that can stand in no card.
    """
    size = len(block.text)
    if block.kind != "text" or not MIN_TEASER_CHARS <= size <= MAX_TEASER_CHARS or block.number in breaks:
        return False
    return block.linked <= _MAX_LINKED * size or (block.is_link and block.link == headline.link)


def breaks_off_into_link(teaser: Block) -> bool:
    """Whether the text breaks off and a link ends it, "… more": a teaser, however short the headline over it."""
    pieces = [(element, is_tail) for element, is_tail in teaser.pieces if _has_words(element, is_tail)]
    if not teaser.linked or not pieces or not _is_in_link(*pieces[-1]):
        return False
    before = "".join(_text_of(*piece) for piece in pieces[:-1])
    return teaser.is_elided or ends_in_ellipsis(before.rstrip(" (["))


def breaks_off(teaser: Block) -> bool:
    """Whether the text ends in an ellipsis, with a link to more behind it or without, or in mid-sentence."""
    return teaser.is_elided or breaks_off_into_link(teaser) or ends_in_mid_sentence(teaser)


def ends_in_mid_sentence(teaser: Block) -> bool:
    """Whether a text as long as a teaser ends with a word and no mark behind it."""
    text = teaser.text
    return _MIN_CUT_CHARS <= len(text) <= MAX_TEASER_CHARS and (text[-1].isalnum() or text[-1] == ",")


def ends_in_link(block: Block) -> bool:
    """Whether a link ends the block, give or take marks behind it."""
    last = next((piece for piece in reversed(block.pieces) if _has_words(*piece)), block.pieces[-1])
    return _is_in_link(*last)


def links_without_words(block: Block) -> bool:
    """Whether its links hold nothing but marks, as arrows to more do."""
    return bool(block.linked) and not any(_is_in_link(*piece) and _has_words(*piece) for piece in block.pieces)


def last_link(block: Block) -> HtmlElement | None:
    """The last link in the block."""
    for element, is_tail in reversed(block.pieces):
        holder = element.getparent() if is_tail else element
        while holder is not None and holder is not block.owner and holder.tag != "a":
            holder = holder.getparent()
        if holder is not None and holder.tag == "a":
            return holder
    return None


def last_words(block: Block) -> str:
    """The last piece of its text that holds a word."""
    return next((words for piece in reversed(block.pieces) if _has_words(*piece) and (words := _text_of(*piece))), "")


def _text_of(element: HtmlElement, is_tail: bool) -> str:
    return (element.tail if is_tail else element.text) or ""


def _has_words(element: HtmlElement, is_tail: bool) -> bool:
    return any(map(str.isalnum, _text_of(element, is_tail)))


def _is_in_link(element: HtmlElement, is_tail: bool) -> bool:
    holder = element.getparent() if is_tail else element
    return holder is not None and (holder.tag == "a" or next(holder.iterancestors("a"), None) is not None)


def is_short_headline(text: str) -> bool:
    """Whether the text can be a headline where all else says so: a short one of two words."""
    return len(text) >= _MIN_SHORT_CHARS and len(text.split()) >= _MIN_SHORT_WORDS


def has_headline_length(text: str) -> bool:
    """Whether the text is as long as a headline; names and sections are shorter."""
    return MIN_HEADLINE_CHARS <= len(text) <= MAX_HEADLINE_CHARS and len(text.split()) >= _MIN_HEADLINE_WORDS
