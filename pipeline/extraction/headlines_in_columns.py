"""Headlines side by side and their texts side by side below: rows of a table, which the page's source has in turn.

Read line by line, all headlines come first and then all texts, so that only the last and the first look like a card.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator

from pipeline.extraction.blocks import Block, Page
from pipeline.extraction.teaser_ends import MIN_TEASER_CHARS, has_headline_length, is_short_headline, may_be_teaser

_MIN_COLUMNS, _MAX_COLUMNS = 2, 6

Story = tuple[Block, Block]
"""Headline and text."""


def find_in_columns(
    page: Page, breaks: Container[int], leads_on: Callable[[str | None], bool]
) -> Iterator[list[Story]]:
    """The stories of each such table: as many texts as links, and nothing else in the element around them.

    Args:
        page: the page's blocks.
        breaks: numbers of blocks that can stand in no card.
        leads_on: whether a link leads to another page of the site.
    """
    blocks = page.blocks
    for number, links in _runs([block.number for block in blocks if block.is_link]):
        middle = number + links
        if not _MIN_COLUMNS <= links <= _MAX_COLUMNS or middle + links > len(blocks):
            continue
        if len(blocks[middle].text) >= MIN_TEASER_CHARS:
            stories = list(zip(blocks[number:middle], blocks[middle : middle + links], strict=True))
            if _are_stories(stories, breaks, leads_on) and _fill_rows(page, number, middle + links):
                yield stories


def _runs(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """The first of those that follow one another, and how many they are."""
    start = 0
    for place in range(1, len(numbers) + 1):
        if place == len(numbers) or numbers[place] != numbers[place - 1] + 1:
            yield numbers[start], place - start
            start = place


def _are_stories(stories: list[Story], breaks: Container[int], leads_on: Callable[[str | None], bool]) -> bool:
    long = sum(has_headline_length(link.text) for link, _ in stories)
    return 2 * long > len(stories) and all(
        link.number not in breaks
        and link.depth == stories[0][0].depth
        and text.depth == stories[0][1].depth
        and is_short_headline(link.text)
        and leads_on(link.link)
        and may_be_teaser(text, link, breaks)
        for link, text in stories
    )


def _fill_element(page: Page, start: int, end: int) -> bool:
    around = page.common(start, end)
    return around is not None and page.extents[around] == (start, end)


def _fill_rows(page: Page, start: int, end: int) -> bool:
    """Whether the headlines have an element of their own or of another kind: lines of one kind are no columns."""
    middle = (start + end) // 2
    if page.blocks[start].tag != page.blocks[middle].tag:
        return _fill_element(page, start, end)
    return all(_fill_element(page, *half) for half in ((start, middle), (middle, end), (start, end)))
