"""What is cut behind a marker: a heading over other articles, or a line within the text that announces one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pipeline.extraction.blocks import Block, Page
from pipeline.extraction.cut import Cut
from pipeline.extraction.lead_ins import MAX_CHARS, is_lead_in
from pipeline.extraction.left_text import LeftText
from pipeline.extraction.phrases import is_phrase

_MOST_FOLLOWING = 80
"""Blocks behind a marker that are looked at."""


class MarkerCuts:
    """Cuts behind markers.

    Args:
        page: the page's blocks.
        headline: number of the article's own headline block, -1 where it is not known.
        before: characters of the page before each block, and of the whole page.
        left: what a cut must leave.
        cut: what is cut so far; added to.
    """

    def __init__(self, page: Page, headline: int, before: Sequence[int], left: LeftText, cut: Cut) -> None:
        self.page, self.blocks, self.headline, self.before = page, page.blocks, headline, before
        self.left, self.cut = left, cut

    def cut_after(self, marker: Block) -> None:
        """Cuts the marker and what it announces."""
        if not is_phrase(marker.text, "related"):
            if marker.linked >= 0.3 * len(marker.text) or len(marker.text) <= 250 or is_lead_in(marker):
                behind = self._rest_of_paragraph(marker)
                self.cut.take([marker.number, *behind])
                self.cut.keep_line(marker, " ".join(self.blocks[number].text for number in behind) or None)
                self._cut_following(marker.number + 1 + len(behind), only_cards=True)
            return
        first, last = self.own_part(marker)
        inside = [b for b in self.blocks[first:last] if b.number > marker.number]
        if (
            inside
            and self.left.is_left_by([*range(first, last), *self.cut.blocks])
            and self._is_other_matter(first, last)
        ):
            self.cut.keep_loose(b for b in inside if b.number not in self.cut.blocks)
            self.cut.take(range(first, last))
        elif self._cut_following(marker.number + 1, only_cards=False):
            self.cut.take([marker.number])

    def cut_texts_left(self, marker: Block, leads_on: Callable[[str | None], bool]) -> None:
        """Cuts what single cards leave of the part under a label: texts right behind headlines that lead elsewhere."""
        first, last = self.own_part(marker)
        texts = [
            text
            for text in self.blocks[marker.number + 2 : last]
            if text.number not in self.cut.blocks
            and text.is_prose
            and not text.linked
            and (over := self.blocks[text.number - 1]).number in self.cut.blocks
            and over.is_link
            and leads_on(over.link)
        ]
        numbers = [text.number for text in texts]
        if numbers and self._is_other_matter(first, last) and self.left.is_left_by([*numbers, *self.cut.blocks]):
            self.cut.take(numbers)

    def _rest_of_paragraph(self, marker: Block) -> range:
        """The one teaser behind a label and its link: in the same paragraph, or in the box that opens with them."""
        for _, first, last in self.page.holders(marker.owner):
            if first != marker.number or self.before[last] - self.before[first] > MAX_CHARS:
                break
            behind = self.blocks[first + 1 : last]
            if behind:
                whole = [block for block in behind if block.is_running_text]
                is_teaser = len(whole) <= 1 and self.left.is_left_by([*range(first, last), *self.cut.blocks])
                return range(first + 1, last) if is_teaser else range(0)
        return range(0)

    def own_part(self, marker: Block) -> tuple[int, int]:
        """The blocks of the widest element that begins with the marker."""
        extent = (marker.number, marker.number + 1)
        for _, first, last in self.page.holders(marker.owner):
            if first < marker.number - 1 or first <= self.headline < last:
                break
            if any(len(b.text) > 60 for b in self.blocks[first : marker.number]):
                break
            extent = (first, last)
        return extent

    def _is_other_matter(self, first: int, last: int) -> bool:
        """Whether the running text of the page lies outside for the greater part, or before."""
        inside = sum(
            len(b.text) for b in self.blocks[first:last] if b.is_running_text and b.number not in self.cut.blocks
        )
        outside = sum(
            len(b.text)
            for b in (*self.blocks[:first], *self.blocks[last:])
            if b.is_running_text and b.number not in self.cut.blocks and not b.set_apart
        )
        return inside <= outside

    def _cut_following(self, start: int, *, only_cards: bool) -> bool:
        """Cuts on from a marker until the running text resumes; tells whether anything was cut."""
        number = start
        while number < len(self.blocks) and number - start < _MOST_FOLLOWING:
            block = self.blocks[number]
            if number in self.cut.blocks:
                number += 1
                continue
            if number == self.headline or block.kind == "row":
                break
            teaser = self.blocks[number + 1] if number + 1 < len(self.blocks) else None
            if block.is_link or (block.lead >= 15 and block.is_cut_off):
                self.cut.keep_line(block)
            elif only_cards or not (block.is_cut_off or block.is_elided) or self._opens_section(block, teaser):
                break
            self.cut.take([number])
            number += 1
        return number > start

    def _opens_section(self, block: Block, following: Block | None) -> bool:
        """A heading, unlinked, over text that is whole: the article goes on."""
        return block.kind == "heading" and not block.linked and following is not None and following.is_running_text
