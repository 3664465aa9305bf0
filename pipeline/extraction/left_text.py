"""Whether a cut leaves a text on the page: one that would take all of it takes the article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.extraction.blocks import Block

_MIN_LEFT, _MIN_LEFT_UNDER_HEADLINE = 80, 40
"""Characters of running text that a cut must leave: a page of nothing but teasers is for others to judge. Right under
the article's own headline a sentence is enough.
"""
_MIN_PART_LEFT = 0.15
"""The same as a part of what is cut, where the headline is not known."""
_MIN_SENTENCE_CHARS = 35


class LeftText:
    """The page's text, asked for what a cut leaves of it.

    Args:
        blocks: the blocks of the page.
        headline: number of the article's own headline block, -1 where it is not known.
        body: the article's text as the page states it for machines, without white space; may be empty.
    """

    def __init__(self, blocks: Sequence[Block], headline: int, body: str) -> None:
        self._blocks, self._headline, self._body = blocks, headline, body

    def is_left_by(self, numbers: Iterable[int]) -> bool:
        """Whether enough text is left where those blocks are cut."""
        taken = set(numbers)
        left = [b for b in self._blocks if self.is_sentence(b) and b.number not in taken and not b.set_apart]
        size = sum(len(b.text) for b in left)
        # Of a page whose headline is not known, a line or two in its margin are no article.
        least = 0 if self._headline >= 0 else _MIN_PART_LEFT * sum(len(self._blocks[number].text) for number in taken)
        if size >= max(_MIN_LEFT, least) or len(self._body) >= _MIN_LEFT:
            return True
        first = min(taken, default=0)
        under = sum(len(b.text) for b in left if 0 <= self._headline < b.number < first)
        return under >= _MIN_LEFT_UNDER_HEADLINE

    def is_sentence(self, block: Block) -> bool:
        """Whether it is a text of its own, if a short one."""
        whole = block.is_prose or (
            len(block.text) >= _MIN_SENTENCE_CHARS and block.ends_a_sentence and not block.linked
        )
        return whole and block.number != self._headline
