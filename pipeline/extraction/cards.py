"""Rows of cards: the repeated pairs of headline and teaser by which a page announces other articles.

An article's own subheads over short paragraphs look much the same. So a row is first found by its
form alone, and then judged by what tells the two apart: where the headlines lead, whether the
teasers break off, whether the row has a container of its own, how headlines and teasers measure.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import mean

from lxml.html import HtmlElement

from pipeline.extraction.blocks import Block, Page
from pipeline.extraction.phrases import is_phrase

_MAX_CARD_BLOCKS = 6
_MAX_CARD_CHARS = 700
_TEASER_CHARS = 45
"""From this length on a block of a card is a teaser; shorter ones are dates, categories, links to more."""
_MAX_TEASER_CHARS = 480

CUT = 3
"""Weight of evidence from which a row is no part of the article."""

Shape = tuple[str, str, bool, bool, bool, int]


@dataclass(frozen=True, slots=True)
class Card:
    """One announced article: blocks[start:end] of the page."""

    start: int
    end: int
    headline: Block
    teaser: Block | None
    """None for a bare headline; the headline's own block where both stand in one."""

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


def find_rows(page: Page) -> list[Row]:
    """All rows of at least two cards, in order; none overlaps another."""
    blocks = page.blocks
    shapes = [_shape(block) for block in blocks]
    rows: list[Row] = []
    number = 0
    while number < len(blocks):
        row = _row_from(blocks, shapes, number) if _opens_card(blocks[number]) else None
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
        str(owner.tag),
        names,
        block.is_link,
        block.is_bold,
        leads,
        block.level if block.level else -(owner.getprevious() is None),
    )


def _row_from(blocks: list[Block], shapes: list[Shape], first: int) -> Row | None:
    """The longest row whose first headline is that block."""
    shape = shapes[first]
    starts, seen = [first], {blocks[first].text}
    at = first
    while (found := _next_start(blocks, shapes, at, shape)) is not None and blocks[found].text not in seen:
        at = found
        starts.append(at)
        seen.add(blocks[at].text)
    if len(starts) < 2:
        return None
    within = {shapes[n] for a, b in zip(starts, starts[1:]) for n in range(a + 1, b)}
    longest = max(b - a for a, b in zip(starts, starts[1:]))
    end = at + 1
    while end < min(len(blocks), at + longest) and shapes[end] in within:
        end += 1
    cards = tuple(_card(blocks, a, b) for a, b in zip(starts, [*starts[1:], end]))
    return Row(cards)


def _next_start(blocks: list[Block], shapes: list[Shape], at: int, shape: Shape) -> int | None:
    """The headline of the next card, if what lies between is no more than one teaser."""
    chars = teasers = 0
    for number in range(at + 1, min(at + 1 + _MAX_CARD_BLOCKS, len(blocks))):
        block = blocks[number]
        if shapes[number] == shape and _opens_card(block):
            return number
        if block.kind == "row" or (block.level and block.level < (blocks[at].level or 7)):
            return None
        chars += len(block.text)
        teasers += len(block.text) >= _TEASER_CHARS
        if chars > _MAX_CARD_CHARS or teasers > 2:
            return None
    return None


def _card(blocks: list[Block], start: int, end: int) -> Card:
    parts = blocks[start:end]
    headline = parts[0]
    rest = [block for block in parts[1:] if len(block.text) >= _TEASER_CHARS]
    if len(headline.text) < 25 and len(rest) > 1:  # a category or a date stands over the headline
        headline, rest = rest[0], rest[1:]
    if rest:
        return Card(start, end, headline, rest[0])
    in_one = 15 <= headline.lead < 0.9 * len(headline.text) or (headline.is_link and len(headline.text) > 150)
    return Card(start, end, headline, headline if in_one else None)


@dataclass(frozen=True, slots=True)
class Setting:
    """What a row is judged against."""

    page: Page
    headline: int
    """Number of the article's own headline block; -1 where it is not known."""
    is_own_site: Callable[[str], bool]
    """Whether a link stays on the site and leads to another page."""
    is_announced: Callable[[int], bool]
    """Whether a heading over other articles stands just before that block."""
    in_rows: frozenset[int]
    """Blocks that stand in any row."""


def weigh(row: Row, setting: Setting) -> int:
    """How much speaks for the row being teasers of other articles: cut from `CUT` on."""
    cards = row.cards
    teasers = [card.teaser for card in cards if card.teaser is not None]
    weight = 0
    announced = setting.is_announced(row.start)
    if announced:
        weight += 4
    own = share(
        cards,
        lambda card: any(b.link and setting.is_own_site(b.link) for b in setting.page.blocks[card.start : card.end]),
    )
    linked = share(cards, lambda card: card.headline.lead >= 15 or card.headline.is_link)
    if own >= 0.6 and linked >= 0.6:
        weight += 3
    elif share(cards, lambda card: card.headline.link is not None) >= 0.5 and own < 0.5:
        weight -= 1  # a press review: headlines that lead to other sites
    if not teasers:
        return weight + (1 if linked >= 0.8 and len(cards) >= 3 else -2)
    if len(teasers) < 0.5 * len(cards):
        weight -= 1
    cut_off = sum(_breaks_off(teaser) for teaser in teasers) / len(teasers)
    if cut_off >= 0.5:
        weight += 3
    if sum(t.is_link for t in teasers) >= 0.6 * len(teasers):
        weight += 3
    if share(cards, lambda card: _has_read_more(setting.page.blocks[card.start : card.end])) >= 0.5:
        weight += 3
    wrapped = is_wrapped(row, setting.page)
    weight += wrapped
    if stands_alone(row, setting):
        weight += 2
    if row.end <= setting.headline:
        weight += 3
    size = mean(_headline_size(card) for card in cards)
    weight += 2 if size >= 42 else 1 if size >= 34 else -1 if size < 24 else 0
    if mean(len(teaser.text) for teaser in teasers) > 330:
        weight -= 2
    elif not wrapped and max(len(teaser.text) for teaser in teasers) < 260:
        weight += 1
    if share(cards, lambda card: card.headline.text.rstrip().endswith("?")) >= 0.6:
        weight -= 3  # questions and answers
    if len(cards) == 2:
        weight -= 2
    return weight


def _headline_size(card: Card) -> int:
    return card.headline.lead if card.is_one_block and card.headline.lead else min(len(card.headline.text), 120)


def _breaks_off(teaser: Block) -> bool:
    return teaser.is_cut_off


def _has_read_more(blocks: list[Block]) -> bool:
    return any(is_phrase(block.text, "read_more") for block in blocks[1:])


def is_wrapped(row: Row, page: Page) -> bool:
    """Whether each card has an element of its own, all of one kind."""
    wrappers: list[HtmlElement] = []
    for card in row.cards:
        wrapper = page.widest(card.start, card.start, card.end)
        first, last = page.extents.get(wrapper, (card.start, card.start + 1))
        if last - first < 1 or (card.end - card.start > 1 and last - first < 2):
            return False
        wrappers.append(wrapper)
    return len({wrapper.tag for wrapper in wrappers[:-1]}) == 1 and not (
        row.cards[0].end - row.cards[0].start == 1 and wrappers[0].tag in ("p",)
    )


def stands_alone(row: Row, setting: Setting) -> bool:
    """Whether the lowest element that holds the row holds no running text but that of rows."""
    container = setting.page.common(row.start, row.end)
    if container is None:
        return False
    first, last = setting.page.extents[container]
    if first <= setting.headline < last:
        return False
    return not any(
        block.is_running_text and block.number not in setting.in_rows and not row.start <= block.number < row.end
        for block in setting.page.blocks[first:last]
    )


def share(cards: tuple[Card, ...], holds: Callable[[Card], bool]) -> float:
    """Share of the cards of which that is true."""
    return sum(map(holds, cards)) / len(cards)
