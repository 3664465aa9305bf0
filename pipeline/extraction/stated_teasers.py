"""The article's text as the page states it for machines, held against the page: some sites state the related part too.

A row of texts that the page states as its own stays in general: an article may be a list. It goes where its texts
break off and its headlines lead to other pages, or most of its texts end in an ellipsis: no article ends so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from pipeline.extraction.blocks import Block, ends_a_sentence
from pipeline.extraction.cards import Row
from pipeline.extraction.shortened_texts import without_bracket

_MIN_CARDS = 3
_MOST = 0.6
_MIN_TEXT_CHARS, _MAX_TEXT_CHARS = 60, 420
_MIN_LINE_CHARS, _MAX_LINE_CHARS = 15, 200
_MARKS = " .…»›•–—-"


def announces_others(row: Row, blocks: Sequence[Block], is_own_site: Callable[[str], bool]) -> bool:
    """Whether the row sends the reader elsewhere, although the page states its texts as its own."""
    teasers = [card.teaser for card in row.cards if card.teaser is not None]
    most = _MOST * len(row.cards)
    if len(row.cards) < _MIN_CARDS or sum(text.is_cut_off for text in teasers) < most:
        return False
    leading = sum(any(b.link and is_own_site(b.link) for b in blocks[card.start : card.end]) for card in row.cards)
    return leading >= most or sum(text.is_elided for text in teasers) >= most


def own_paragraphs(stated: Sequence[str], announced: Iterable[Block]) -> list[str]:
    """The stated paragraphs without the blocks of such rows, and without pairs of headline and cut text at the end."""
    rest = list(stated)
    for block in announced:
        text = without_bracket(block.text).strip(_MARKS)
        if len(text) >= _MIN_LINE_CHARS:
            rest = [paragraph.replace(text, "").strip() for paragraph in rest]
    return _without_closing_pairs([paragraph for paragraph in rest if paragraph.strip(_MARKS)])


def _without_closing_pairs(paragraphs: list[str]) -> list[str]:
    end, broken = len(paragraphs), 0
    while end >= 2 and _is_pair(*paragraphs[end - 2 : end]):
        broken += not ends_a_sentence(paragraphs[end - 1]) or paragraphs[end - 1].endswith(("…", "..."))
        end -= 2
    pairs = (len(paragraphs) - end) // 2
    is_row = pairs >= _MIN_CARDS and broken >= _MOST * pairs and any(map(ends_a_sentence, paragraphs[:end]))
    return paragraphs[:end] if is_row else paragraphs


def _is_pair(line: str, text: str) -> bool:
    return (
        _MIN_LINE_CHARS <= len(line) <= _MAX_LINE_CHARS
        and not line.endswith((".", ":", ","))
        and _MIN_TEXT_CHARS <= len(text) <= _MAX_TEXT_CHARS
    )
