"""Rows of cards: the repeated pairs of headline and teaser by which a page announces other articles.

Rows are found by their form alone. An article's own subheads over short paragraphs look much
the same: `row_evidence` tells the two apart.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from itertools import pairwise

from pipeline.extraction.blocks import Block, Page

_MAX_CARD_BLOCKS = 6
_MAX_CARD_CHARS = 700
_TEASER_CHARS = 45
"""From this length on a block of a card is a teaser; shorter ones are dates, categories, links to more."""
_ELIDED_CHARS = 20
"""From this length on a block that ends in an ellipsis is a teaser."""
_MAX_TEASER_CHARS = 480

Shape = tuple[str, str, int, bool, bool, bool, bool, int]
"""Element, element around it, depth, linked, bold, in an element within its line, opening in link or bold, level."""


@dataclass(frozen=True, slots=True)
class Card:
    """One announced article: blocks[start:end] of the page."""

    start: int
    end: int
    headline: Block
    teaser: Block | None
    """None for a bare headline; the headline's own block where both stand in one."""
    link: str | None = None
    """Where a link without words leads, around the card's image."""

    @property
    def is_one_block(self) -> bool:
        """Whether headline and teaser share a block."""
        return self.teaser is self.headline


@dataclass(frozen=True, slots=True)
class Row:
    """Cards of one form, one after the other."""

    cards: tuple[Card, ...]

    @property
    def start(self) -> int:
        """Number of its first block."""
        return self.cards[0].start

    @property
    def end(self) -> int:
        """Number of the block after its last."""
        return self.cards[-1].end

    @property
    def numbers(self) -> list[int]:
        """Numbers of the blocks in its cards; paragraphs of the article may stand between these."""
        return [number for card in self.cards for number in range(card.start, card.end)]


def find_rows(page: Page, breaks: Container[int]) -> list[Row]:
    """All rows of at least two cards, in order; none overlaps another.

    Args:
        page: the page's blocks.
        breaks: numbers of blocks that can stand in no card: the headline, headings over other matter.
    """
    return _Search(page.blocks, breaks).run()


class _Search:
    """Tries each block that may be a headline as the first of a row.

    Shapes are numbered, and every block is asked once whether it opens a card: most blocks are looked at from each
    of the six before them.
    """

    def __init__(self, blocks: list[Block], breaks: Container[int]) -> None:
        self.blocks, self.breaks = blocks, breaks
        numbers: dict[Shape, int] = {}
        self.loose = [numbers.setdefault(_shape(block), len(numbers)) for block in blocks]
        self.is_first = [block.owner.getprevious() is None for block in blocks]
        """Whether the block's element is the first of the element around it."""
        self.shapes = [2 * shape + first for shape, first in zip(self.loose, self.is_first, strict=True)]
        self.opens = [_opens_card(block) for block in blocks]

    def run(self) -> list[Row]:
        rows: list[Row] = []
        number = 0
        while number < len(self.blocks):
            row = self._row_from(number) if self.opens[number] and number not in self.breaks else None
            if row is None:
                number += 1
            else:
                rows.append(row)
                number = row.end
        return rows

    def _row_from(self, first: int) -> Row | None:
        """The longest row whose first headline is that block."""
        blocks, breaks = self.blocks, self.breaks
        starts, seen = [first], {blocks[first].text}
        at = first
        if self.is_first[first] and self._next_start(at) is None:  # only the first of a list is first in its element
            second = self._next_alike(first)
            if second is not None:
                at = second
                starts.append(at)
                seen.add(blocks[at].text)
        while (found := self._next_start(at)) is not None and blocks[found].text not in seen:
            at = found
            starts.append(at)
            seen.add(blocks[at].text)
        if len(starts) < 2:
            return None
        parts = [number for a, b in pairwise(starts) for number in range(a + 1, b)]
        within = {self.shapes[number] for number in parts}
        longest = max(b - a for a, b in pairwise(starts))
        size = max((len(blocks[number].text) for number in parts), default=0)
        end = at + 1
        while (
            end < min(len(blocks), at + longest)
            and end not in breaks
            and self.shapes[end] in within
            and len(blocks[end].text) <= 1.4 * size + 20
        ):
            end += 1
        before = starts[0] - (starts[1] - starts[0])
        if self._is_like(before, starts):
            starts.insert(0, before)
        return Row(tuple(_card(blocks, a, b) for a, b in pairwise([*starts, end])))

    def _next_alike(self, first: int) -> int | None:
        """The next block that differs only in not being the first of its element, where a further card follows it."""
        behind = range(first + 1, min(first + _MAX_CARD_BLOCKS + 1, len(self.blocks)))
        second = next((number for number in behind if self.loose[number] == self.loose[first]), None)
        if second is None or self._next_start(second) is None:
            return None
        return None if any(number in self.breaks for number in range(first, second + 1)) else second

    def _is_like(self, before: int, starts: list[int]) -> bool:
        """Whether the card before the first differs only in being the first of its element."""
        return (
            before >= 0
            and all(
                number not in self.breaks
                and self.loose[number] == self.loose[number + starts[0] - before]
                and self.blocks[number].kind != "row"
                for number in range(before, starts[0])
            )
            and self.opens[before]
        )

    def _next_start(self, at: int) -> int | None:
        """The headline of the next card, if what lies between is no more than one teaser."""
        blocks, shape, opener = self.blocks, self.shapes[at], self.blocks[at]
        chars = teasers = 0
        plain = len(opener.text) >= 25 and opener.lead < 15 and not opener.is_set_as_headline
        for number in range(at + 1, min(at + 1 + _MAX_CARD_BLOCKS, len(blocks))):
            if number in self.breaks:
                return None
            if self.shapes[number] == shape and self.opens[number]:
                return number
            block = blocks[number]
            if block.kind == "row" or (block.level and block.level < (opener.level or 7)):
                return None
            size = len(block.text)
            if plain and size >= 25 and block.is_set_as_headline:
                return None  # that is the headline, and what stood here before was none
            chars += size
            teasers += size >= _TEASER_CHARS
            if chars > _MAX_CARD_CHARS or teasers > 2:
                return None
        return None


def _opens_card(block: Block) -> bool:
    size = len(block.text)
    if block.kind == "row" or size > _MAX_TEASER_CHARS:
        return False
    return block.could_be_headline or block.is_link or 20 <= block.lead < size


def _shape(block: Block) -> Shape:
    parent = block.owner.getparent()
    names = "" if parent is None else str(parent.tag)
    leads = 15 <= block.lead < 0.9 * len(block.text)
    return (block.tag, names, block.depth, block.is_link, block.is_bold, is_set_off(block), leads, block.level)


def is_set_off(block: Block) -> bool:
    """Whether one element within the line holds all of the block, no link and no bold type: a headline by its style."""
    element, is_tail = block.pieces[0]
    alone = len(block.pieces) == 1 and not is_tail and element is not block.owner
    return alone and not block.is_set_as_headline


def _card(blocks: list[Block], start: int, end: int) -> Card:
    parts = blocks[start:end]
    headline = parts[0]
    rest = [
        block
        for block in parts[1:]
        if len(block.text) >= _TEASER_CHARS or (block.is_elided and len(block.text) >= _ELIDED_CHARS)
    ]
    if (
        len(headline.text) < 25 and len(rest) > 1 and rest[0].could_be_headline
    ):  # a category or a date stands over the headline
        headline, rest = rest[0], rest[1:]
    if rest:
        return Card(start, end, headline, rest[0])
    in_one = 15 <= headline.lead < 0.9 * len(headline.text) or (headline.is_link and len(headline.text) > 150)
    return Card(start, end, headline, headline if in_one else None)
