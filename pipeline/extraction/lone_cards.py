"""One, two or three teasers between the article's paragraphs, without a heading: too few for a row.

Each is known by its form alone (`card_forms`) and cut alone: the paragraphs between two of them are the article's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator
from itertools import groupby

from pipeline.extraction.blocks import Page
from pipeline.extraction.card_forms import CardForms
from pipeline.extraction.cards import Card, Row
from pipeline.extraction.lead_ins import words_before_link
from pipeline.extraction.phrases import is_phrase
from pipeline.extraction.teaser_ends import breaks_off, breaks_off_into_link, has_headline_length
from pipeline.extraction.twin_boxes import find_twin_boxes

_MAX_CARDS = 3
"""Cards in succession; more are a row, which the evidence for rows judges."""
_TEASER_CHARS = 80
"""A linked text of so many is a teaser, however short the headline over it."""
_MIN_CHARS = 8
"""What is shorter is an entry of a menu."""
_DASH = re.compile(r"\s*[–—:|>»-]\s")
"""Between headline and teaser in one line."""
_REACH = 4
"""Blocks before and after in which a paragraph of the article stands."""


def find_lone_cards(
    page: Page, headline: int, breaks: Container[int], leads_on: Callable[[str | None], bool]
) -> list[Row]:
    """Up to three cards in succession, beside a paragraph of the article.

    Args:
        page: the page's blocks.
        headline: number of the article's own headline block, -1 where there is none.
        breaks: numbers of blocks that can stand in no card.
        leads_on: whether a link leads to another page of the site.
    """
    forms = CardForms(page, headline, breaks, leads_on)
    cards: list[Card] = []
    own = [block.number for block in page.blocks if block.is_running_text and not block.linked and not block.set_apart]
    end = own[-1] + _REACH * _MAX_CARDS if own else 0
    for block in page.blocks[headline + 1 : end]:
        if (
            len(block.text) >= _MIN_CHARS
            and block.number not in breaks
            and (card := forms.card_at(block)) is not None
            and (not cards or card.start >= cards[-1].end)
        ):
            cards.append(card)
    taken = {number for card in cards for number in range(card.start, card.end)}

    def is_lone(row: Row) -> bool:
        return len(row.cards) <= _MAX_CARDS and _are_headlines(row) and _stands_in_text(row, page, headline, taken)

    found: list[Row] = []
    for row in _runs(page, cards):
        found += [row] if is_lone(row) else filter(is_lone, _parts(row, page))
    numbers = {number for row in found for number in row.numbers}
    between = _bold_between(page, found)
    found += between
    numbers |= {number for row in between for number in row.numbers}
    return [*found, *(row for row in find_twin_boxes(page, headline, forms) if numbers.isdisjoint(row.numbers))]


def _bold_between(page: Page, found: list[Row]) -> list[Row]:
    """Paragraphs right between two cards of a paragraph each, like them but for the link: a headline in bold type."""
    single = {row.cards[0].start for row in found if len(row.cards) == 1 and row.cards[0].is_one_block}
    rows = []
    for number in sorted(single):
        between = page.blocks[number + 1 : number + 2]
        if number + 2 in single and between[0].bold and has_headline_length(between[0].text[: between[0].lead]):
            rows.append(Row((Card(number + 1, number + 2, between[0], between[0]),)))
    return rows


def _parts(row: Row, page: Page) -> Iterator[Row]:
    """The cards of a run by the depth at which they stand: what ends a row of others may be one of another kind."""
    groups = [tuple(cards) for _, cards in groupby(row.cards, lambda card: page.blocks[card.start].depth)]
    return map(Row, groups if len(groups) > 1 else ())


def _are_headlines(row: Row) -> bool:
    long = sum(
        card.is_one_block or has_headline_length(card.headline.text) or _has_sure_teaser(card) for card in row.cards
    )
    return 2 * long > len(row.cards)


def _has_sure_teaser(card: Card) -> bool:
    """Whether one link holds headline and teaser, or the teaser breaks off and the card leads on."""
    if card.teaser is None:
        return False
    if breaks_off(card.teaser) and (card.headline.link or card.link):
        return True
    return (card.teaser.is_link and len(card.teaser.text) >= _TEASER_CHARS) or breaks_off_into_link(card.teaser)


def _runs(page: Page, cards: list[Card]) -> list[Row]:
    """The cards that follow one another without a block between, but for a card like them with a shorter headline."""
    runs: list[list[Card]] = []
    for card in cards:
        before = runs[-1][-1] if runs else None
        if before is not None and (alike := _like(page, before, before.end)) is not None and alike.end == card.start:
            runs[-1].append(alike)
            before = alike
        if before is not None and before.end == card.start:
            runs[-1].append(card)
        else:
            runs.append([card])
    for run in runs:  # the first or the last of a run may be the one with the shorter headline
        size = run[0].end - run[0].start
        closed = is_phrase(page.blocks[run[0].end - 1].text, "read_more")
        for _ in range(_MAX_CARDS if size == 1 or closed else 1):  # of single lines all: too many are a row
            before, behind = _like(page, run[0], run[0].start - size), _like(page, run[-1], run[-1].end)
            run[:] = [*([before] if before else ()), *run, *([behind] if behind else ())]
            if len(run) > _MAX_CARDS or not (before or behind):
                break
    return [Row(tuple(run)) for run in runs]


def _like(page: Page, card: Card, start: int) -> Card | None:
    """The card there in elements like the card's, under a line that is set as a headline; None where there is none."""
    end = start + card.end - card.start
    if start < 0 or end > len(page.blocks):
        return None
    if end - start < 2:
        return _like_line(page, card, start)
    places = [
        [(block.tag, block.depth) for block in page.blocks[a:b]] for a, b in ((card.start, card.end), (start, end))
    ]
    headline = page.blocks[start + card.headline.number - card.start]
    if places[0] != places[1] or not headline.is_set_as_headline:
        return None
    teaser = None if card.teaser is None else page.blocks[start + card.teaser.number - card.start]
    return Card(start, end, headline, teaser)


def _like_line(page: Page, card: Card, start: int) -> Card | None:
    """The line there that holds a link where the card does, in an element like its own, under a shorter headline."""
    line, like = page.blocks[start], card.headline
    if not card.is_one_block or not line.linked or line.lead >= len(line.text):
        return None
    places = [
        (block.tag, block.depth, block.owner.get("class"), block.bold > 0, block.leads_with_link)
        for block in (line, like)
    ]
    ends_alike = breaks_off(line) == breaks_off(like) or all(_DASH.match(b.text[b.lead :]) for b in (line, like))
    opens_alike = not words_before_link(like).endswith(":") or words_before_link(line).endswith(":")
    return Card(start, start + 1, line, line) if places[0] == places[1] and ends_alike and opens_alike else None


def _stands_in_text(row: Row, page: Page, headline: int, taken: set[int]) -> bool:
    """Whether a paragraph of the article stands near the cards, some before them and some after, or they break off."""

    def holds_paragraph(first: int, last: int) -> bool:
        return any(
            block.is_running_text and not block.set_apart and not block.linked and block.number not in taken
            for block in page.blocks[first:last]
        )

    opening = headline + 1
    if holds_paragraph(max(opening, row.start - _REACH), row.start) or holds_paragraph(row.end, row.end + _REACH):
        return True
    if not holds_paragraph(opening, row.start):
        return False
    # Behind the article, a box whose headline stands over a text that breaks off needs no neighbour.
    broken_off = all(card.teaser is not None and breaks_off(card.teaser) for card in row.cards)
    return broken_off or holds_paragraph(row.end, len(page.blocks))
