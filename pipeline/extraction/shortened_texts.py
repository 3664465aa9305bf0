"""What a text of a teaser looks like when it is cut to length, and where its headline stands in the same block."""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import mean

from lxml.html import HtmlElement

from pipeline.extraction.blocks import Block
from pipeline.extraction.cards import Card

MIN_CARDS = 3
MIN_HEADLINE_CHARS = 24
MIN_MEAN_CHARS = 100
"""Lists of an article do without full stops as well, but their items are shorter."""
MIN_BROKEN = 0.6
"""Part of the texts that must break off: now and then a cut falls on the end of a sentence."""

_MIN_CHARS, _MAX_CHARS = 60, 420
_MAX_HEADLINE_CHARS = 200
_MIN_MARK_CHARS = 12
_JOINTS = " :–—-"
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
    marked = _marked_part(block)
    return None if marked is None else (str(marked.tag), len((marked.text or "").strip()))


def _marked_part(block: Block) -> HtmlElement | None:
    """The first such element as long as a headline at the beginning, where a category may stand before it; or any."""
    if len(block.pieces) < 2:
        return None
    opening, closing = (
        [element for element, is_tail in end if _is_marked(block, element, is_tail)]
        for end in (block.pieces[:2], block.pieces[-2:])
    )
    long = [element for element in opening if len((element.text or "").strip()) >= MIN_HEADLINE_CHARS]
    return next(iter((*long, *opening, *closing)), None)


def _is_marked(block: Block, element: HtmlElement, is_tail: bool) -> bool:
    size = len((element.text or "").strip())
    return (
        not is_tail
        and element is not block.owner
        and _MIN_MARK_CHARS <= size <= _MAX_HEADLINE_CHARS
        and len(block.text) - size >= _MIN_CHARS
    )


def headline_and_teaser(block: Block) -> tuple[str, str | None]:
    """The two parts of a block that holds both: the headline leads it in a link or in bold, or has an element."""
    text = block.text
    if 15 <= block.lead < len(text) - 20:
        return text[: block.lead].strip(), text[block.lead :].strip(_JOINTS) or None
    marked = _marked_part(block)
    headline = "" if marked is None else " ".join((marked.text or "").split())
    before, found, after = text.partition(headline) if headline else ("", "", "")
    if not found:
        return text, None
    teaser = after if len(after) >= len(before) else before
    return headline, teaser.strip(_JOINTS) or None


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


def are_pairs(cards: Sequence[Card]) -> bool:
    """Whether headlines stand over texts that are longer, and most of the texts break off."""
    pairs = [(card.headline, card.teaser) for card in cards if card.teaser is not None and not card.is_one_block]
    broken = sum(breaks_off(teaser) for _, teaser in pairs)
    if len(pairs) < MIN_CARDS:
        return False
    if len(pairs) == MIN_CARDS and (broken < len(pairs) or pairs[0][0].tag == pairs[0][1].tag):
        return False
    return (
        sum(len(headline.text) < len(teaser.text) for headline, teaser in pairs) >= 0.8 * len(pairs)
        and mean(len(teaser.text) for _, teaser in pairs) >= MIN_MEAN_CHARS
        and mean(len(headline.text) for headline, _ in pairs) >= MIN_HEADLINE_CHARS
        and broken >= MIN_BROKEN * len(pairs)
    )
