"""What is cut from the page, and how it is kept in `Article.related`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.article import RelatedArticle
from pipeline.extraction.blocks import Block
from pipeline.extraction.cards import Card
from pipeline.extraction.lead_ins import words_before_link
from pipeline.extraction.links import absolute
from pipeline.extraction.phrases import is_phrase
from pipeline.extraction.shortened_texts import headline_and_teaser

MIN_WORDS = 3
"""Words of a headline; what is shorter, and stands without a teaser, is the name of a section."""
_MAX_RELATED = 60
_SENTENCE_ENDS = re.compile(r"[.!?…]\s")


@dataclass(slots=True)
class Cut:
    """Blocks that are no part of the article, and the articles they announce."""

    url: str | None
    """The page's address: what links are relative to."""
    blocks: set[int] = field(default_factory=set)
    related: list[RelatedArticle] = field(default_factory=list)
    disowned: set[int] = field(default_factory=set)
    """Of the blocks, those that the page states as its own text for machines."""
    _kept: set[str] = field(default_factory=set)
    """Headlines of what was cut."""

    def take(self, numbers: Iterable[int]) -> None:
        """Adds blocks to the cut."""
        self.blocks.update(numbers)

    def keep_card(self, card: Card, blocks: Sequence[Block]) -> None:
        """Keeps what the card announces: its headline, teaser and first link."""
        link = card.headline.link or next((b.link for b in blocks[card.start : card.end] if b.link), card.link)
        headline, teaser = card.headline.text, None if card.teaser is None else card.teaser.text
        if card.is_one_block:
            headline, teaser = _behind_label(card.headline) or headline_and_teaser(card.headline)
        elif teaser is None and 0 < card.headline.linked < len(headline) and ":" in headline:
            headline = headline[-card.headline.linked :].strip()  # a label stands before the link
        self._add(headline, teaser, link)

    def keep_line(self, block: Block, teaser: str | None = None) -> None:
        """Keeps a headline that stands alone, or after words that announce it, with the teaser behind it."""
        head, colon, rest = block.text.partition(":")
        text = rest.strip() if colon and is_phrase(head, "related") else block.text
        self._add(text, teaser, block.link)

    def keep_brief(self, block: Block) -> None:
        """Keeps a story told in one paragraph: its first sentence, and the rest."""
        ends = (at for at in _SENTENCE_ENDS.finditer(block.text) if len(block.text[: at.start()].split()) >= MIN_WORDS)
        end = next((at.start() + 1 for at in ends), len(block.text))
        self._add(block.text[:end], block.text[end:].strip() or None, None)

    def keep_loose(self, blocks: Iterable[Block]) -> None:
        """Cards that form no row: a headline, linked or set as one, and the text under it."""
        headline: Block | None = None
        teaser: str | None = None
        for block in (*blocks, None):
            starts = (
                block is not None
                and len(block.text) >= 15
                and (block.is_link or block.kind == "heading" or block.is_bold)
            )
            if block is None or starts:
                if headline is not None:
                    self._add(headline.text, teaser, headline.link)
                headline, teaser = block, None
            elif headline is not None and teaser is None and len(block.text) >= 30:
                teaser = block.text

    def _add(self, headline: str, teaser: str | None, link: str | None) -> None:
        if len(headline) < 12 or len(self.related) >= _MAX_RELATED:
            return
        if teaser is None and len(headline.split()) < MIN_WORDS:
            return
        if headline not in self._kept:
            self._kept.add(headline)
            self.related.append(RelatedArticle(headline=headline, teaser=teaser, url=absolute(self.url, link)))


def _behind_label(block: Block) -> tuple[str, str] | None:
    """Headline and teaser of a block that opens with a label: "On this: headline – teaser"; None where none does."""
    label = words_before_link(block)
    if not label.endswith(":") or not block.linked:
        return None
    words = block.text[len(label) :].lstrip()
    return words[: block.linked].strip(), words[block.linked :].lstrip(" –—:|>»-")
