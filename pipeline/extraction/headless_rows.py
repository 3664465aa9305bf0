"""Rows of shortened texts without headlines: each ends in an ellipsis, a day and a link to more may stand behind it.

Where other rows are told by the headlines between their texts, these have none: the texts of three and more entries in
one place all break off, right behind each other or with nothing but a day and the link between them. A columnist may
end each paragraph in three dots, and so may readers in letters with their days: such texts stay without a link to more,
of the same words behind each, or the page or the headline of an entry in a list of plain text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence

from pipeline.extraction.blocks import Block, ends_in_ellipsis
from pipeline.extraction.cards import Card, Row
from pipeline.extraction.phrases import is_phrase, opens_with_phrase
from pipeline.extraction.teaser_ends import (
    MAX_TEASER_CHARS,
    ends_in_link,
    has_headline_length,
    last_link,
    links_without_words,
    names_day,
)

_MIN_CARDS = 3
_MIN_CHARS, _MAX_CHARS = 60, MAX_TEASER_CHARS
_MAX_DAY_CHARS, _MAX_MORE_CHARS = 25, 45
_MAX_LINES = 2
"""Lines of a card behind its text: the day, the link to more."""
_BEHIND = re.compile(r"(?:…|\.\.\.)[\])]?")
_LEADS_ON = "»"
_SIGN = re.compile(r"\W{0,2}[•·▪■►▶»*]\s")
"""Before an entry of a list; a dash opens what is said in a dialogue, too."""
_PARTING = re.compile(r"\s?(?:\s[–—|-]|:)\s")
"""Between headline and text of an entry."""
_PAGED = re.compile(r"(?:…|\.\.\.)\]?\s*\([^\W\d]{1,8}\.?\s?\d{1,3}\)\W*$")
"""The page on which the text goes on; pages of quotations follow their marks."""

_ELSEWHERE = ("http:", "https:", "//")

Place = tuple[str, int, str | None]
LeadsOn = Callable[[str | None], bool]


def find_headless(
    blocks: Sequence[Block],
    elided: Sequence[Block],
    breaks: Container[int],
    to_more: Container[int],
    leads_on: LeadsOn,
) -> list[Row]:
    """All such rows, in order; none overlaps another.

    Args:
        blocks: the blocks of the page.
        elided: those of them that hold an ellipsis near their end.
        breaks: numbers of blocks that can stand in no card.
        to_more: numbers of the lines that close teasers.
        leads_on: whether a link leads to another page of the site.
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
            rows += _row(cards, blocks, leads_on)
            cards = []
        cards.append(card)
    return [*rows, *_row(cards, blocks, leads_on)]


def _row(cards: list[Card], blocks: Sequence[Block], leads_on: LeadsOn) -> list[Row]:
    """The row that the cards are, where they are enough and each shows that it is an entry."""
    ends = {_link_to_more(card, blocks, leads_on) for card in cards if not _is_entry(card.headline.text)}
    # Links in words that differ lead to what the texts name: a model, a person.
    return [Row(tuple(cards))] if len(cards) >= _MIN_CARDS and "" not in ends and len(ends) <= 1 else []


def _is_entry(text: str) -> bool:
    """Whether it is an entry of a list in plain text, with a headline or the page on which it goes on."""
    sign = _SIGN.match(text)
    parted = sign is not None and any(has_headline_length(text[: at.start()]) for at in _PARTING.finditer(text))
    return parted or _PAGED.search(text) is not None


def _link_to_more(card: Card, blocks: Sequence[Block], leads_on: LeadsOn) -> str:
    """The words that lead on from the text, or a mark for an arrow, a day or a phrase; empty where none do."""
    for line in blocks[card.start : card.end]:
        if not line.linked and is_phrase(line.text, "read_more"):
            return _LEADS_ON
        link = last_link(line)
        target = link.get("href") if link is not None else None
        if links_without_words(line):
            return _LEADS_ON if leads_on(target) else ""
        if line.linked and ends_in_link(line):
            words = _linked_end(line)
            says_so = opens_with_phrase(words, "read_more")
            if not leads_on(target) and not (says_so and (target or "").startswith(_ELSEWHERE)):
                return ""  # unfolds the rest of the text, names its source, leads to its note or a picture
            return _LEADS_ON if says_so or names_day(words) else words.casefold()
    return ""


def _linked_end(line: Block) -> str:
    """The words of its last link."""
    link = last_link(line)
    return "" if link is None else " ".join(link.text_content().split()).strip("[()]")


def _place(text: Block) -> Place:
    return text.tag, text.depth, text.owner.get("class")


def _is_broken_off(block: Block) -> bool:
    """Whether it is a text that ends in an ellipsis, or whose ellipsis a day and a link to more follow."""
    if block.kind != "text" or not _MIN_CHARS <= len(block.text) <= _MAX_CHARS or block.is_link:
        return False
    if block.is_elided:
        return True
    if not block.linked or not ends_in_link(block):
        return False
    words = _linked_end(block)
    if block.linked > len(words) + _MAX_MORE_CHARS:
        return False
    if len(words) > _MAX_MORE_CHARS and not opens_with_phrase(words, "read_more"):  # and of what
        return False
    before = block.text[: block.text.rfind(words)].rstrip(" ([")
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
