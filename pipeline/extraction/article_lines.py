"""The lines of the article: what the extractor found, what stands beside it, and not what is over the headline."""

from __future__ import annotations

from pipeline.extraction.blocks import Block, Page
from pipeline.extraction.body import blocks_of
from pipeline.extraction.candidates import Candidates
from pipeline.extraction.recovery import recover
from pipeline.extraction.stated_text import Stated

_MAX_OVER_HEADLINE = 1.0
"""Part of the text under the `h1` up to which what stands over it is another article's, or a label."""
_STANDFIRST_REACH, _MIN_HEADLINE_CHARS = 2, 20


def lines_by_extractor(candidates: Candidates, found: list[str], stated: Stated) -> list[str]:
    """The blocks that hold what the extractor found, and the paragraphs beside them.

    Args:
        candidates: the blocks that are left when teasers and furniture are cut.
        found: the lines that the extractor found.
        stated: what the page states for machines.
    """
    kept, _ = blocks_of(found, candidates.left)
    numbers = recover(
        {block.number for block in kept}, candidates.left, candidates.page, candidates.headline, stated.description
    )
    headline = candidates.headline
    shown = headline if headline >= 0 and candidates.page.blocks[headline].level == 1 else -1
    own = [block for block in candidates.left if block.number in numbers and block.number != shown]
    before, behind = ([block for block in own if (block.number < shown) is over] for over in (True, False))
    if sum(len(block.text) for block in before) > _MAX_OVER_HEADLINE * sum(len(block.text) for block in behind):
        return [block.text for block in own if block.number > shown or block.is_prose or block.kind == "row"]
    return [block.text for block in own if block.number > shown or _is_standfirst(block, shown, candidates.page)]


def _is_standfirst(block: Block, headline: int, page: Page) -> bool:
    """Whether a text over the headline belongs to it: right over it, without a link, under no headline of its own."""
    above = page.blocks[block.number - 1] if block.number else None
    near = headline - block.number <= _STANDFIRST_REACH and block.is_prose and not block.linked
    return near and (above is None or not above.is_set_as_headline or len(above.text) < _MIN_HEADLINE_CHARS)
