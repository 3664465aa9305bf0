"""The lines of the article: what the extractor found, what stands beside it, and not what is over the headline."""

from __future__ import annotations

from pipeline.extraction.blocks import Block, Page
from pipeline.extraction.body import blocks_of
from pipeline.extraction.candidates import Candidates
from pipeline.extraction.headline import words
from pipeline.extraction.recovery import recover
from pipeline.extraction.stated_text import Stated

_MAX_OVER_HEADLINE = 1.0
"""Part of the text under the `h1` up to which what stands over it is another article's, or a label."""
_STANDFIRST_REACH, _MIN_HEADLINE_CHARS = 2, 20
_MAX_LINES_BETWEEN, _MAX_LINKED, _MIN_SHARED = 4, 0.15, 0.6
_MAX_HOUR_CHARS = 18


def lines_by_extractor(candidates: Candidates, found: list[str], stated: Stated, headline: str | None) -> list[str]:
    """The blocks that hold what the extractor found, and the paragraphs beside them.

    Args:
        candidates: the blocks that are left when teasers and furniture are cut.
        found: the lines that the extractor found.
        stated: what the page states for machines.
        headline: the headline's words: an `h1` of others may be a section's.
    """
    kept, _ = blocks_of(found, candidates.left)
    numbers = recover(
        {block.number for block in kept},
        candidates.left,
        candidates.page,
        candidates.headline,
        stated.description,
        boxes=candidates.boxes,
    )
    own = [block for block in candidates.left if block.number in numbers]
    shown = candidates.headline if _is_over_text(candidates.page, candidates.headline, headline, own) else -1
    own = [block for block in own if block.number != shown]
    before, behind = ([block for block in own if (block.number < shown) is over] for over in (True, False))
    if sum(len(block.text) for block in before) > _MAX_OVER_HEADLINE * sum(len(block.text) for block in behind):
        return [block.text for block in own if block.number > shown or block.is_prose or block.kind == "row"]
    return [block.text for block in own if block.number > shown or _is_standfirst(block, shown, candidates.page)]


def _is_over_text(page: Page, number: int, headline: str | None, own: list[Block]) -> bool:
    """Whether the block is an `h1` of the headline's words, or of others where no running text stands before it."""
    if number < 0 or page.blocks[number].level != 1:
        return False
    shown = words(page.blocks[number].text)
    if len(shown & words(headline)) > _MIN_SHARED * len(shown):
        return True
    return not any(block.is_prose and block.number < number for block in own)


def _is_standfirst(block: Block, headline: int, page: Page) -> bool:
    """Whether a text over the headline belongs to it: right over it, few links, under no headline of its own."""
    above = page.blocks[block.number - 1] if block.number else None
    between = page.blocks[block.number + 1 : headline]
    near = len(between) <= _MAX_LINES_BETWEEN and sum(line.is_prose for line in between) < _STANDFIRST_REACH
    near = near and block.is_prose and block.linked <= _MAX_LINKED * len(block.text)
    opens = block.leads_with_link or any(map(str.isdigit, block.text[:_MAX_HOUR_CHARS]))
    near = near and not (block.linked and opens and block.is_elided)  # a dispatch that leads elsewhere
    return near and (above is None or not above.is_set_as_headline or len(above.text) < _MIN_HEADLINE_CHARS)
