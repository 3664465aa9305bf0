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

Shape = tuple[str, str, int, bool, bool, bool, int, bool]
"""Element, element around it, depth, linked, bold, opening in link or bold, level of heading, first in its element."""


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
    blocks = page.blocks
    shapes = [_shape(block) for block in blocks]
    rows: list[Row] = []
    number = 0
    while number < len(blocks):
        row = (
            _row_from(blocks, shapes, number, breaks) if number not in breaks and _opens_card(blocks[number]) else None
        )
        if row is None:
            number += 1
        else:
            rows.append(row)
            number = row.end
    return rows


def _opens_card(block: Block) -> bool:
    size = len(block.text)
    if block.kind == "row" or size > _MAX_TEASER_CHARS:
        return False
    return block.could_be_headline or block.is_link or 20 <= block.lead < size


def _shape(block: Block) -> Shape:
    owner = block.owner
    parent = owner.getparent()
    names = "" if parent is None else str(parent.tag)
    leads = 15 <= block.lead < 0.9 * len(block.text)
    return (
        block.tag,
        names,
        block.depth,
        block.is_link,
        block.is_bold,
        leads,
        block.level,
        owner.getprevious() is None,
    )


def _row_from(blocks: list[Block], shapes: list[Shape], first: int, breaks: Container[int]) -> Row | None:
    """The longest row whose first headline is that block."""
    starts, seen = [first], {blocks[first].text}
    at = first
    second = _next_start(blocks, shapes, at, breaks)
    if second is None and shapes[first][-1]:  # only the first of a list is the first of its element
        loose = {number: shapes[number][:-1] for number in range(first, min(first + _MAX_CARD_BLOCKS + 1, len(blocks)))}
        second = next((n for n in loose if n > first and loose[n] == loose[first]), None)
        second = second if second is not None and _next_start(blocks, shapes, second, breaks) is not None else None
        if second is not None and not any(number in breaks for number in range(first, second + 1)):
            at = second
            starts.append(at)
            seen.add(blocks[at].text)
    while (found := _next_start(blocks, shapes, at, breaks)) is not None and blocks[found].text not in seen:
        at = found
        starts.append(at)
        seen.add(blocks[at].text)
    if len(starts) < 2:
        return None
    within = {shapes[n] for a, b in pairwise(starts) for n in range(a + 1, b)}
    longest = max(b - a for a, b in pairwise(starts))
    end, size = (
        at + 1,
        max((len(blocks[n].text) for a, b in pairwise(starts) for n in range(a + 1, b)), default=0),
    )
    while (
        end < min(len(blocks), at + longest)
        and end not in breaks
        and shapes[end] in within
        and len(blocks[end].text) <= 1.4 * size + 20
    ):
        end += 1
    before = starts[0] - (starts[1] - starts[0])
    if _is_like(blocks, shapes, before, starts, breaks):
        starts.insert(0, before)
    return Row(tuple(_card(blocks, a, b) for a, b in pairwise([*starts, end])))


def _is_like(blocks: list[Block], shapes: list[Shape], before: int, starts: list[int], breaks: Container[int]) -> bool:
    """Whether the card before the first differs only in being the first of its element."""
    return (
        before >= 0
        and all(
            number not in breaks
            and shapes[number][:-1] == shapes[number + starts[0] - before][:-1]
            and blocks[number].kind != "row"
            for number in range(before, starts[0])
        )
        and _opens_card(blocks[before])
    )


def _next_start(blocks: list[Block], shapes: list[Shape], at: int, breaks: Container[int]) -> int | None:
    """The headline of the next card, if what lies between is no more than one teaser."""
    chars = teasers = 0
    plain = len(blocks[at].text) >= 25 and blocks[at].lead < 15 and not blocks[at].is_set_as_headline
    for number in range(at + 1, min(at + 1 + _MAX_CARD_BLOCKS, len(blocks))):
        block = blocks[number]
        if number in breaks:
            return None
        if shapes[number] == shapes[at] and _opens_card(block):
            return number
        if block.kind == "row" or (block.level and block.level < (blocks[at].level or 7)):
            return None
        if plain and block.is_set_as_headline and len(block.text) >= 25:
            return None  # that is the headline, and what stood here before was none
        chars += len(block.text)
        teasers += len(block.text) >= _TEASER_CHARS
        if chars > _MAX_CARD_CHARS or teasers > 2:
            return None
    return None


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
