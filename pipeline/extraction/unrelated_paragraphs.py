"""Paragraphs under the page's last heading that share no words with the article: other stories in whole sentences.

Such teasers have no link, no headline of their own and do not break off; they stand in the article's own container,
under a heading that no list knows. What gives them away is what they say: an article's last part goes on about its
subject, and so repeats words and names of what stands before. The measures are strict, since quotations in another
language or a list of people may close an article as well: docs/quality/extraction.md has what they cut and what not.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence, Set
from statistics import mean

from pipeline.extraction.blocks import Block, Page, squeeze

_MIN_PARAGRAPHS = 5
_SHORTEST, _LONGEST = 90, 480
"""Characters of a teaser in whole sentences."""
_MIN_OWN, _MIN_OWN_CHARS = 2, 400
"""Paragraphs, and their characters, that stand before: of less nothing can be told."""
_MAX_HEADING = 60
_SHARED_WORDS, _SHARED_WORDS_OF_ONE, _SHARED_NAMES, _SHARED_AMONG = 0.1, 0.25, 0.2, 0.2
"""Parts of the words that stand before as well: of the paragraphs in the mean, of any of them; of their capital words;
and of the words of one that the others have.
"""
_WORD = re.compile(r"[^\W\d_]{5,}")
_NAME = re.compile(r"(?<![\w’'-])[A-ZÀ-ÖØ-Ý][\w’'-]{2,}\w")
_OPENING = 80
"""Characters by which a paragraph is known again in the stated text."""
_STEM = 6
"""Letters that tell words apart, whatever their ending."""


def find_unrelated(page: Page, headline: int, cut: Container[int], body: str) -> range:
    """The last heading in the article's text and the paragraphs under it, where these are of other stories.

    Args:
        page: the page's blocks.
        headline: number of the article's own headline block, -1 where there is none.
        cut: numbers of the blocks that are known to be no part of the article.
        body: the article's text as the page states it for machines, without white space; what stands there is its own.
    """
    blocks = page.blocks
    for heading in reversed(blocks[headline + 1 :]):
        if not _is_plain_heading(heading) or heading.number in cut or heading.number + 1 == len(blocks):
            continue
        under = _texts_from(blocks[heading.number + 1 :], cut)
        if not under:
            continue  # of another part of the page
        place, earlier = _place(under[0]), blocks[headline + 1 : heading.number]
        goes_on = any(
            _place(one) == place and one.is_prose and one.number not in cut for one in blocks[under[-1].number + 1 :]
        )
        before = [one for one in earlier if one.is_running_text and one.number not in cut]
        strange = not goes_on and not any(_looks_like(one, heading) for one in earlier)
        strange = strange and not any(squeeze(one.text)[:_OPENING] in body for one in under)
        strange = strange and _are_strange(under, before, heading)
        return range(heading.number, under[-1].number + 1) if strange else range(0)
    return range(0)


def _texts_from(blocks: Sequence[Block], cut: Container[int]) -> list[Block]:
    """The texts of a teaser's length that follow each other in one place, without a link, each a whole one."""
    found: list[Block] = []
    for block in blocks:
        whole = _SHORTEST <= len(block.text) <= _LONGEST and block.is_running_text and not block.linked
        if not whole or block.number in cut or (found and _place(block) != _place(found[0])):
            break
        found.append(block)
    return found


def _place(block: Block) -> tuple[str, int]:
    return block.tag, block.depth


def _is_plain_heading(block: Block) -> bool:
    if block.linked or block.level == 1 or len(block.text) > _MAX_HEADING or block.set_apart:
        return False
    return block.kind == "heading" or (block.kind == "text" and block.is_bold)


def _looks_like(block: Block, heading: Block) -> bool:
    return _place(block) == _place(heading) and _is_plain_heading(block)


def _are_strange(under: Sequence[Block], before: Sequence[Block], heading: Block) -> bool:
    if len(under) < _MIN_PARAGRAPHS or len(before) < _MIN_OWN or sum(len(one.text) for one in before) < _MIN_OWN_CHARS:
        return False
    told = " ".join([*(one.text for one in before), heading.text])
    words, names = _words(told), _names(told)
    shared = [_part(_words(one.text), words) for one in under]
    if mean(shared) > _SHARED_WORDS or max(shared) > _SHARED_WORDS_OF_ONE:
        return False
    if mean(_part(_names(one.text), names) for one in under) > _SHARED_NAMES:
        return False
    own = [_words(one.text) for one in under]
    others = [set().union(*own[:place], *own[place + 1 :]) for place in range(len(own))]
    return mean(map(_part, own, others)) <= _SHARED_AMONG


def _part(some: Set[str], of: Set[str]) -> float:
    """How many of some are among others."""
    return len(some & of) / max(1, len(some))


def _words(text: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(text.casefold())}


def _names(text: str) -> set[str]:
    return {name.casefold()[:_STEM] for name in _NAME.findall(text)}
