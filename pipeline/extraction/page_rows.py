"""All rows of cards on a page, each finder left what those before it did not take.

Single cards first, since they would break a row's pattern; then rows of shortened texts, which need no other evidence;
then pairs of one form, which do; last the boxes of which no row is made.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Sequence, Set
from dataclasses import dataclass

from pipeline.extraction.blocks import Block, Page
from pipeline.extraction.broken_off_boxes import find_broken_off_boxes
from pipeline.extraction.cards import Row, find_rows
from pipeline.extraction.headless_rows import find_headless
from pipeline.extraction.lone_cards import find_lone_cards
from pipeline.extraction.shortened import find_shortened
from pipeline.extraction.texts_over_links import set_right


@dataclass(frozen=True, slots=True)
class PageRows:
    """The rows of a page by what is known of them."""

    alone: list[Row]
    """Single cards, known by their form."""
    shortened: list[Row]
    """Rows of texts that break off."""
    judged: list[Row]
    """Rows that need more evidence."""

    @property
    def certain(self) -> list[Row]:
        """Those that need none."""
        return [*self.alone, *self.shortened]


@dataclass(frozen=True, slots=True)
class RowSearch:
    """Finds the rows of a page."""

    page: Page
    headline: int
    """Number of the article's own headline block, -1 where there is none."""
    leads_on: Callable[[str | None], bool]
    """Whether a link leads to another page of the site."""
    is_of_the_body: Callable[[Row], bool]
    """Whether the page states a row as its article's text."""

    def find(self, breaks: Set[int], elided: Sequence[Block], to_more: Container[int]) -> PageRows:
        """The rows.

        Args:
            breaks: numbers of blocks that can stand in no card.
            elided: blocks that hold an ellipsis near their end.
            to_more: numbers of the lines that close teasers.
        """
        page, headline = self.page, self.headline
        alone = self._not_stated(find_lone_cards(page, headline, breaks, self.leads_on))
        taken = breaks | numbers_of(alone)
        shortened = find_shortened(page, taken)
        taken |= numbers_of(shortened)
        shortened += find_headless(page.blocks, elided, taken, to_more, self.leads_on)
        taken |= numbers_of(shortened)
        judged = [set_right(row, page, taken, self.leads_on) for row in find_rows(page, taken)]
        alone += self._not_stated(find_broken_off_boxes(page, headline, elided, taken | numbers_of(judged)))
        return PageRows(alone, shortened, judged)

    def _not_stated(self, rows: Iterable[Row]) -> list[Row]:
        return [row for row in rows if not self.is_of_the_body(row)]


def numbers_of(rows: Iterable[Row]) -> set[int]:
    """Numbers of all blocks in the rows."""
    return {number for row in rows for number in row.numbers}
