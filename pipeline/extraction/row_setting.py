"""What a row of cards is judged against, and measures of rows that several judges take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from lxml.html import HtmlElement

from pipeline.extraction.blocks import Page
from pipeline.extraction.cards import Card, Row


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


def headline_size(card: Card) -> int:
    """Characters of the card's headline; of one that is far too long, some."""
    return card.headline.lead if card.is_one_block and card.headline.lead else min(len(card.headline.text), 120)


def share(cards: tuple[Card, ...], holds: Callable[[Card], bool]) -> float:
    """Share of the cards of which that is true."""
    return sum(map(holds, cards)) / len(cards)


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
    """How far the row stands from the article: 2 in a place of its own, 1 in a part of the article's, 0 in it."""
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
