"""The page made ready: its tree without furniture and teasers, and the blocks that may be the article's."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.html import HtmlElement

from pipeline.extraction.block_reader import read_blocks
from pipeline.extraction.blocks import Block, Page, squeeze
from pipeline.extraction.body import apply_cut
from pipeline.extraction.cut import Cut
from pipeline.extraction.furniture import find_furniture
from pipeline.extraction.headline import find_headline, headline_block
from pipeline.extraction.other_articles import find_other_articles
from pipeline.extraction.own_boxes import OwnBox, find_boxes
from pipeline.extraction.related import find_related
from pipeline.extraction.stated_text import Stated
from pipeline.extraction.strip import strip
from pipeline.extraction.tables import set_tables
from pipeline.sources.profile import SourceProfile


@dataclass(frozen=True, slots=True)
class Candidates:
    """What is left of the page, and what was cut."""

    page: Page
    cut: Cut
    headline: int
    """Number of the article's own headline block, -1 where there is none."""
    left: list[Block]
    """The blocks that are not cut, in order."""
    boxes: list[OwnBox]
    """Boxes that may be the article's."""

    @property
    def following(self) -> list[Block]:
        """What is left from the headline on; all that is left where the headline is not known or no text follows it."""
        behind = [block for block in self.left if block.number >= self.headline]
        return behind if any(block.is_prose and not block.set_apart for block in behind) else self.left

    @property
    def running_chars(self) -> int:
        """Characters of running text that may be the article's."""
        return sum(len(block.text) for block in self.following if block.is_running_text and not block.set_apart)

    @property
    def unlinked_chars(self) -> int:
        """Characters of all but links and short lines."""
        return sum(
            len(block.text)
            for block in self.following
            if len(block.text) > 40 and not (block.is_link or block.set_apart)
        )


def prepare(
    tree: HtmlElement, headline: str | None, url: str | None, stated: Stated, profile: SourceProfile | None
) -> Candidates:
    """Strips the tree, finds what is not the article and cuts it; changes the tree."""
    shown = find_headline(tree, headline, url)
    if profile is not None:
        profile.cut(tree)
    strip(tree, shown)
    set_tables(tree)
    page = read_blocks(tree)
    own = headline_block(page.blocks, shown, headline, stated.title)
    cut = find_related(page, own, url, squeeze("".join(stated.body)))
    cut.take(find_other_articles(page, own))
    cut.take(find_furniture(page, own, cut.blocks))
    if profile is not None:
        cut.take(_outside(page, profile.kept(tree)))
    left = [block for block in page.blocks if block.number not in cut.blocks]
    page.families = {block.number: page.family(block) for block in left}
    page.lists = {block.number: block.owner.getparent() for block in left if block.tag == "li"}
    boxes = find_boxes(page, left, own)  # asked before the tree is used up
    apply_cut(page, cut.blocks)
    return Candidates(page, cut, own, left, boxes)


def _outside(page: Page, kept: list[HtmlElement]) -> set[int]:
    """The blocks outside the elements that a profile keeps; none where it keeps none on this page."""
    inside: set[int] = set()
    for element in kept:
        inside.update(range(*page.extents.get(element, (0, 0))))
    return {block.number for block in page.blocks if block.number not in inside} if inside else set()
