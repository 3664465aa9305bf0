"""Rows of cards: the repeated pairs of headline and teaser by which a page announces other articles.

An article's own subheads over short paragraphs look much the same. So a row is first found by its
form alone, and then judged by what tells the two apart: where the headlines lead, whether the
teasers break off, whether the row has a container of its own, how headlines and teasers measure.
"""

from __future__ import annotations

from collections.abc import Callable, Container
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
_SENTENCE_CHARS = 80
"""From this length on a text that breaks off is a shortened one, not a list's item."""

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
        row = _row_from(blocks, shapes, number, breaks) if number not in breaks and _opens_card(blocks[number]) else None
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
    return (str(owner.tag), names, block.is_link, block.is_bold, leads, block.level if block.level else -(owner.getprevious() is None))


def _row_from(blocks: list[Block], shapes: list[Shape], first: int, breaks: Container[int]) -> Row | None:
    """The longest row whose first headline is that block."""
    starts, seen = [first], {blocks[first].text}
    at = first
    while (found := _next_start(blocks, shapes, at, breaks)) is not None and blocks[found].text not in seen:
        at = found
        starts.append(at)
        seen.add(blocks[at].text)
    if len(starts) < 2:
        return None
    within = {shapes[n] for a, b in zip(starts, starts[1:]) for n in range(a + 1, b)}
    longest = max(b - a for a, b in zip(starts, starts[1:]))
    end, size = at + 1, max((len(blocks[n].text) for a, b in zip(starts, starts[1:]) for n in range(a + 1, b)), default=0)
    while end < min(len(blocks), at + longest) and end not in breaks and shapes[end] in within and len(blocks[end].text) <= 1.4 * size + 20:
        end += 1
    cards = tuple(_card(blocks, a, b) for a, b in zip(starts, [*starts[1:], end]))
    return Row(cards)


def _next_start(blocks: list[Block], shapes: list[Shape], at: int, breaks: Container[int]) -> int | None:
    """The headline of the next card, if what lies between is no more than one teaser."""
    chars = teasers = 0
    for number in range(at + 1, min(at + 1 + _MAX_CARD_BLOCKS, len(blocks))):
        block = blocks[number]
        if number in breaks:
            return None
        if shapes[number] == shapes[at] and _opens_card(block):
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
    if len(headline.text) < 25 and len(rest) > 1 and rest[0].could_be_headline:  # a category or a date stands over the headline
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
    home: HtmlElement | None
    """The element that holds most of the running text outside rows."""
    in_rows: frozenset[int]
    """Blocks that stand in any row."""


def weigh(row: Row, setting: Setting) -> int:
    """How much speaks for the row being teasers of other articles: cut from `CUT` on."""
    said = _words_and_links(row, setting)
    form = _form(row, setting)
    return said + form if said > 0 or form is not None and form >= CUT else min(said + (form or 0), CUT - 1)


def _words_and_links(row: Row, setting: Setting) -> int:
    """What the page says: a heading over other articles, links to other pages of the site, links to more."""
    cards, page = row.cards, setting.page
    weight = 4 if setting.is_announced(row.start) else 0
    links = [_link_of(card, page) for card in cards]
    if sum(link is not None and setting.is_own_site(link) for link in links) >= 0.6 * len(cards):
        weight += 3
    elif sum(link is not None for link in links) >= 0.5 * len(cards):
        weight -= 1  # a press review: headlines that lead to other sites
    if share(cards, lambda card: _has_read_more(page.blocks[card.start : card.end])) >= 0.5:
        weight += 3
    texts = [len(card.teaser.text) for card in cards if card.teaser is not None]
    if texts and mean(texts) > 230 and mean(map(_headline_size, cards)) < 25:
        weight -= 3  # products or places under their names, each with a link
    linked = sum(t.teaser is not None and t.teaser.is_link and setting.is_own_site(t.teaser.link or "") for t in cards)
    return weight + (3 if linked >= 0.6 * len(cards) else 0)


def _form(row: Row, setting: Setting) -> int:
    """What the form of the row says, without its words."""
    cards = row.cards
    teasers = [card.teaser for card in cards if card.teaser is not None]
    if len(teasers) < 0.6 * len(cards):
        linked = share(cards, lambda card: card.headline.is_link)
        return 1 if linked >= 0.8 and len(cards) >= 3 else -2
    wrapped = is_wrapped(row, setting.page)
    apart = apartness(row, setting)
    contrast = wrapped and not apart and _stands_out(row, setting)
    cut_off = sum(map(_breaks_off, teasers)) >= 0.5 * len(teasers)
    plain = share(cards, lambda card: card.headline.is_set_as_headline or card.is_one_block) < 0.6
    if not (apart or contrast or cut_off) or (plain and not (wrapped or apart)):
        return 0
    weight = 3 * cut_off + wrapped + apart + contrast
    if share(cards, lambda card: card.is_one_block and not card.headline.leads_with_link and not card.headline.is_link) > 0.5:
        weight -= 2  # a list whose items open in bold type
    if row.end <= setting.headline:
        weight += 3
    size = mean(_headline_size(card) for card in cards)
    weight += 2 if size >= 42 else 1 if size >= 34 else -1 if size < 24 else 0
    if mean(len(teaser.text) for teaser in teasers) > 330:
        weight -= 2
    if share(cards, lambda card: card.headline.text.rstrip().endswith("?")) >= 0.6:
        weight -= 3  # questions and answers
    return weight - 2 * (len(cards) == 2)


def _stands_out(row: Row, setting: Setting) -> bool:
    """Whether paragraphs without such wrappers stand beside the cards."""
    first = row.cards[0]
    parent = setting.page.widest(first.start, first.start, first.end).getparent()
    return parent is setting.home


def _headline_size(card: Card) -> int:
    return card.headline.lead if card.is_one_block and card.headline.lead else min(len(card.headline.text), 120)


def _breaks_off(teaser: Block) -> bool:
    return teaser.is_elided or (teaser.is_cut_off and len(teaser.text) >= _SENTENCE_CHARS)


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


def apartness(row: Row, setting: Setting) -> int:
    """How far the row stands from the article: 2 in a place of its own, 1 in a part of the article's, 0 in its midst."""
    page = setting.page
    container = page.common(row.start, row.end)
    if container is None:
        return 0
    first, last = page.extents[container]
    if first <= setting.headline < last or any(
        block.is_running_text and block.number not in setting.in_rows for block in page.blocks[first:last]
    ):
        return 0
    if container.getparent() is setting.home or container is setting.home:
        return 0 if container.tag in ("ul", "ol") else 1
    return 2


def _link_of(card: Card, page: Page) -> str | None:
    """Where the card leads: the target of its headline, or of a block that is nothing but a link."""
    for block in page.blocks[card.start : card.end]:
        if block.link and (block.is_link or (block.leads_with_link and block.lead >= 15)):
            return block.link
    return None


def share(cards: tuple[Card, ...], holds: Callable[[Card], bool]) -> float:
    """Share of the cards of which that is true."""
    return sum(map(holds, cards)) / len(cards)
