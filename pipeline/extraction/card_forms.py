"""What a single teaser looks like: a headline that leads to another page, with its text or without.

An element of its own holds headline and teaser, one before the other, with a category, a day and a link to more
around them; or both share one block (`one_block_cards.py`); or a line is nothing but the headline's link.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container
from dataclasses import replace
from functools import cached_property

from pipeline.extraction.blocks import Block, Page
from pipeline.extraction.cards import Card
from pipeline.extraction.lead_ins import words_before_bold
from pipeline.extraction.one_block_cards import OneBlockCards
from pipeline.extraction.phrases import is_phrase
from pipeline.extraction.teaser_ends import (
    MAX_HEADLINE_CHARS,
    MIN_TEASER_CHARS,
    breaks_off,
    breaks_off_into_link,
    ends_in_link,
    has_headline_length,
    is_short_headline,
    may_be_teaser,
    names_day,
)
from pipeline.extraction.texts_over_links import closes_list

_MAX_BLOCKS, _MAX_CHARS = 6, 700
_LONG_HEADLINE, _LONGEST_IN_LINK = 34, 170
_TO_PAY = re.compile(r"/(?:abo(?!ut)|subscri|abbon|suscri|login|premium|offre)")
"""Where a link leads that stands under the part of an article that everybody may read."""
_MAX_PAIRED = 6
_NOWHERE = ("#", "javascript:void(0)", "javascript:;")


class CardForms:
    """Tells at each block of a page whether a card stands there.

    Args:
        page: the page's blocks.
        headline: number of the article's own headline block, -1 where there is none.
        breaks: numbers of blocks that can stand in no card.
        leads_on: whether a link leads to another page of the site.
    """

    def __init__(
        self, page: Page, headline: int, breaks: Container[int], leads_on: Callable[[str | None], bool]
    ) -> None:
        self.page, self.blocks, self.own, self.breaks, self.leads_on = page, page.blocks, headline, breaks, leads_on
        self._one_block = OneBlockCards(page, breaks)

    def card_at(self, block: Block) -> Card | None:
        """The card whose headline is that block, None where it is none."""
        if block.kind == "row" or block.set_apart or len(block.text) > _MAX_CHARS:
            return None
        if block.is_link:
            return (self._linked(block) or self._one_block.lead_in(block)) if self._has_target(block) else None
        if block.linked:
            if not self.leads_on(block.link):
                return None
            return self._one_block.linked(block) or self._labelled(block)
        if block.is_set_as_headline and len(block.text) <= MAX_HEADLINE_CHARS:
            return self._unlinked(block)
        if breaks_off(block):
            if block.bold and block.tag in ("li", "div", "dd"):
                return self._one_block.bold(block)
            return self._one_block.set_off(block)
        if block.bold:
            return self._one_block.in_italics(block) or self._announced(block)
        return None

    def _has_target(self, block: Block) -> bool:
        return self.leads_on(block.link) or (block.kind == "heading" and block.link in _NOWHERE)

    def _linked(self, headline: Block) -> Card | None:
        first, last = self.page.extents.get(headline.owner, (0, 0))
        whole = headline.is_elided or len(headline.text) > _LONGEST_IN_LINK
        if headline.tag == "a" and first == headline.number and whole:
            return Card(first, last, headline, headline)  # one link around all, without a break inside
        if len(headline.text) > MAX_HEADLINE_CHARS:
            return None
        found = self.boxed(headline)
        if found is not None:
            return found
        below = self._block(headline.number + 1)
        if (
            below is not None
            and may_be_teaser(below, headline, self.breaks)
            and breaks_off(below)
            and not closes_list(headline, self.page)
            and headline.owner is not below.owner
        ):
            return Card(headline.number, below.number + 1, headline, below)
        if below is not None and may_be_teaser(below, headline, self.breaks) and self._stands_in_pairs(headline):
            return Card(headline.number, below.number + 1, headline, below)
        return Card(headline.number, headline.number + 1, headline, None) if self._is_lone_line(headline) else None

    def _labelled(self, block: Block) -> Card | None:
        """A label and a linked headline on one line, and a text below that breaks off into a link to the same page."""
        below = self._block(block.number + 1)
        if below is None or not ends_in_link(block) or not has_headline_length(block.text):
            return None
        if below.link != block.link or not may_be_teaser(below, block, self.breaks) or not breaks_off_into_link(below):
            return None
        return Card(block.number, below.number + 1, block, below)

    def _is_lone_line(self, line: Block) -> bool:
        """Whether it stands alone between two paragraphs; headlines over teasers, one after the other, are a row."""
        if line.kind != "text" or not has_headline_length(line.text) or line.text.endswith("."):
            return False
        beside = (self._block(line.number - 1), self._block(line.number + 1))
        if not all(block is not None and block.is_running_text and not block.is_elided for block in beside):
            return False
        places = range(line.number - 6, line.number + 7, 2)
        links = [(block := self._block(number)) is not None and block.is_link for number in places]
        return not any(all(links[first : first + 4]) for first in range(4))

    def _unlinked(self, headline: Block) -> Card | None:
        """A box without a linked headline: its teaser breaks off, or a link without words or to more leads on."""
        below = self._block(headline.number + 1)
        if headline.tag == "dt" and below is not None and below.tag == "dd" and _defines(below, headline):
            return Card(headline.number, below.number + 1, headline, below)
        found = self.boxed(headline)
        if found is None or found.teaser is None or found.teaser.number < headline.number:
            return None
        if breaks_off_into_link(found.teaser) and self.leads_on(found.teaser.link):
            return replace(found, link=found.teaser.link)
        elided, long = breaks_off(found.teaser), has_headline_length(headline.text)
        target = self._target(found) if elided or len(headline.text) >= _LONG_HEADLINE else None
        if target is not None and (elided or long):
            return replace(found, link=target)
        return found if elided and long else None

    def _announced(self, block: Block) -> Card | None:
        """A label and a headline in bold type, under it a text that breaks off, and a style that the two alone have."""
        label, below = words_before_bold(block), self._block(block.number + 1)
        headline = block.text[len(label) :].lstrip()
        if below is None or not label.endswith(":") or not has_headline_length(headline) or headline[-1] in ".?":
            return None
        style = block.owner.get("class")
        alike = [b.number for b in self.blocks if b.owner.get("class") == style and b.tag == block.tag] if style else []
        if alike != [block.number, below.number] or not below.is_elided or not may_be_teaser(below, block, self.breaks):
            return None
        return Card(block.number, below.number + 1, block, below)

    def _target(self, card: Card) -> str | None:
        """Where a link without words, or to more, leads on from the card."""
        for link in self.page.widest(card.start, card.start, card.end).iter("a"):
            words = " ".join(link.text_content().split())
            if (not any(map(str.isalnum, words)) or is_phrase(words, "read_more")) and self.leads_on(link.get("href")):
                return str(link.get("href"))
        return None

    def boxed(self, headline: Block) -> Card | None:
        """The widest element that holds nothing but that headline, its teaser and short lines around them."""
        found: Card | None = None
        for _, first, last in self.page.holders(headline.owner):
            if first <= self.own < last or not self._is_small(first, last):
                break
            if last - first < 2:
                continue
            if any(
                b.kind == "heading" and b.level == headline.level for b in self.blocks[first:last] if b is not headline
            ):
                break  # two cards
            texts = [b for b in self.blocks[first:last] if b is not headline and len(b.text) >= MIN_TEASER_CHARS]
            texts = [b for b in texts if b.is_prose] or texts
            if len(texts) > 1 or any(block.kind == "row" for block in texts):
                break
            if texts and not may_be_teaser(texts[0], headline, self.breaks):
                break
            if texts and any(
                b.is_set_as_headline and len(b.text) > len(headline.text)
                for b in self.blocks[headline.number + 1 : texts[0].number]
            ):
                break  # this one is the category
            under = texts and texts[0].number < headline.number and headline.kind != "heading"
            if under and not (texts[0].is_elided and self._stands_over(texts[0], headline)):
                break  # a paragraph, and a link to more under it
            if texts:
                found = Card(first, last, headline, texts[0])
        return found

    def _stands_over(self, teaser: Block, link: Block) -> bool:
        """Whether the text can be the teaser of the headline under it: no quotation over who said it."""
        if teaser.text[0] in "«»„“”‚‘‹›\"'" or next(teaser.owner.iterancestors("blockquote"), None) is not None:
            return False
        if teaser.tag == "blockquote" or _TO_PAY.search(link.link or ""):
            return False
        style = link.owner.get("class")
        if has_headline_length(link.text) or not style or not is_short_headline(link.text):
            return has_headline_length(link.text)
        return self._links_by_style[link.tag, style] > 1

    @cached_property
    def _links_by_style(self) -> Counter[tuple[str, str]]:
        return Counter((b.tag, b.owner.get("class", "")) for b in self.blocks if b.is_link)

    def _is_small(self, first: int, last: int) -> bool:
        return (
            last - first <= _MAX_BLOCKS
            and sum(len(block.text) for block in self.blocks[first:last]) <= _MAX_CHARS
            and not any(number in self.breaks for number in range(first, last))
        )

    def _stands_in_pairs(self, line: Block) -> bool:
        """Whether an element holds nothing but that line, the text under it, and another such pair or two: a row."""
        for _, first, last in self.page.holders(line.owner):
            if last - first > _MAX_PAIRED:
                return False
            if last - first >= 4 and (last - first) % 2 == 0:
                lines, texts = self.blocks[first:last:2], self.blocks[first + 1 : last : 2]
                return all(b.is_link for b in lines) and not any(b.linked for b in texts)
        return False

    def _block(self, number: int) -> Block | None:
        return self.blocks[number] if 0 <= number < len(self.blocks) else None


def _defines(text: Block, term: Block) -> bool:
    """Whether it breaks off as a story's text does; a link under a day is the story's headline."""
    return breaks_off(text) and not (text.is_link and (names_day(term.text) or not text.is_elided))
