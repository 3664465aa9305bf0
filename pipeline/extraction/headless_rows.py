"""Rows of shortened texts without headlines: each ends in an ellipsis, a day and a link to more may stand behind it.

Where other rows are told by the headlines between their texts, these have none: the texts of three and more entries in
one place all break off, right behind each other or with nothing but a day and the link between them. A columnist may
end each paragraph in three dots: without a link, a day, or the sign or the page of an entry such texts stay.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence

from pipeline.extraction.blocks import Block, ends_in_ellipsis
from pipeline.extraction.cards import Card, Row
from pipeline.extraction.phrases import is_phrase
from pipeline.extraction.teaser_ends import MAX_TEASER_CHARS, ends_in_link, names_day

_MIN_CARDS = 3
_MIN_CHARS, _MAX_CHARS = 60, MAX_TEASER_CHARS
_MAX_DAY_CHARS, _MAX_MORE_CHARS = 25, 45
_MAX_LINES = 2
"""Lines of a card behind its text: the day, the link to more."""
_BEHIND = re.compile(r"(?:…|\.\.\.)[\])]?")
_ENTRY = re.compile(r"^\W*[•·▪■►▶»–—*-]\s|\([^\W\d]{1,8}\.?\s?\d{1,3}\)\W*$")
"""The sign before an entry of a list in plain text, or the page on which it goes on."""

Place = tuple[str, int, str | None]


def find_headless(
    blocks: Sequence[Block], elided: Sequence[Block], breaks: Container[int], to_more: Container[int]
) -> list[Row]:
    """All such rows, in order; none overlaps another.

    Args:
        blocks: the blocks of the page.
        elided: those of them that hold an ellipsis near their end.
        breaks: numbers of blocks that can stand in no card.
        to_more: numbers of the lines that close teasers.
    """
    texts = [block for block in elided if block.number not in breaks and _is_broken_off(block)]
    if len(texts) < _MIN_CARDS:
        return []
    rows: list[Row] = []
    cards: list[Card] = []
    for text in texts:
        end = text.number + 1
        while end < len(blocks) and end - text.number <= _MAX_LINES and _closes(blocks[end], breaks, to_more):
            end += 1
        card = Card(text.number, end, text, text)
        if cards and (cards[-1].end != card.start or _place(cards[-1].headline) != _place(text)):
            rows += _row(cards)
            cards = []
        cards.append(card)
    return [*rows, *_row(cards)]


def _row(cards: list[Card]) -> list[Row]:
    """The row that the cards are, where they are enough and each shows that it is an entry."""
    are_entries = all(
        card.end - card.start > 1 or card.headline.linked or _ENTRY.search(card.headline.text) for card in cards
    )
    return [Row(tuple(cards))] if len(cards) >= _MIN_CARDS and are_entries else []


def _place(text: Block) -> Place:
    return text.tag, text.depth, text.owner.get("class")


def _is_broken_off(block: Block) -> bool:
    """Whether it is a text that ends in an ellipsis, or whose ellipsis a day and a link to more follow."""
    if block.kind != "text" or not _MIN_CHARS <= len(block.text) <= _MAX_CHARS or block.is_link:
        return False
    if block.is_elided:
        return True
    if not block.linked or block.linked > _MAX_MORE_CHARS or not ends_in_link(block):
        return False
    before = block.text[: len(block.text) - block.linked].rstrip(" ([")
    if ends_in_ellipsis(before):
        return True
    end = before[-_MAX_DAY_CHARS - 4 :]
    found = list(_BEHIND.finditer(end))
    return bool(found) and names_day(end[found[-1].end() :])


def _closes(block: Block, breaks: Container[int], to_more: Container[int]) -> bool:
    """Whether the line is a day, or a link to more."""
    if block.number in to_more or is_phrase(block.text, "read_more"):
        return True
    return len(block.text) <= _MAX_DAY_CHARS and block.number not in breaks and names_day(block.text)
