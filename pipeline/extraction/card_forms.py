"""What a single teaser looks like: a headline that leads to another page, with its text or without.

An element of its own holds headline and teaser, one before the other, with a category, a day and a link to more
around them; or both share one block; or a line is nothing but the headline's link, perhaps after a label.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container
from dataclasses import replace

from lxml.html import HtmlElement

from pipeline.extraction.blocks import Block, Page, ends_in_ellipsis
from pipeline.extraction.cards import Card
from pipeline.extraction.lead_ins import words_before_bold, words_before_link
from pipeline.extraction.phrases import is_phrase

_MAX_BLOCKS, _MAX_CHARS = 6, 700
_MIN_HEADLINE_CHARS, _MIN_HEADLINE_WORDS, _MAX_HEADLINE_CHARS = 20, 4, 220
_LONG_HEADLINE, _LONGEST_IN_LINK = 34, 170
_MIN_TEASER_CHARS, _MAX_TEASER_CHARS = 40, 420
_MAX_LABEL_CHARS, _MAX_HOUR_CHARS = 45, 18
_MIN_CUT_CHARS = 100
"""Characters from which on a text without a full stop has rather been cut than written so."""
_MAX_LINKED = 0.4
"""Part of a teaser that may be a link: one to more at its end."""
_REACH = 4
"""Blocks before and behind among which a text is looked for."""
_JOINT = re.compile(r"^\s*[–—:|>»-]\s")
_OPENING = re.compile(r"^\s*(?:[«“”„\"'‘’\d]|[^\W\d_a-zß-ÿ])")
"""How a text of its own begins: behind a link that is part of a sentence the sentence goes on."""
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

    def card_at(self, block: Block) -> Card | None:
        """The card whose headline is that block, None where it is none."""
        if block.kind == "row" or block.set_apart or len(block.text) > _MAX_CHARS:
            return None
        if block.is_link:
            return self._linked(block) if self._has_target(block) else None
        if block.linked:
            return self._in_one_block(block) if self.leads_on(block.link) else None
        if block.is_set_as_headline and len(block.text) <= _MAX_HEADLINE_CHARS:
            return self._unlinked(block)
        if breaks_off(block):
            if block.bold and block.tag in ("li", "div", "dd"):
                return self._bold_in_one_block(block)
            return self._set_off_in_one_block(block)
        return None

    def _has_target(self, block: Block) -> bool:
        return self.leads_on(block.link) or (block.kind == "heading" and block.link in _NOWHERE)

    def _linked(self, headline: Block) -> Card | None:
        first, last = self.page.extents.get(headline.owner, (0, 0))
        whole = headline.is_elided or len(headline.text) > _LONGEST_IN_LINK
        if headline.tag == "a" and first == headline.number and whole:
            return Card(first, last, headline, headline)  # one link around all, without a break inside
        if len(headline.text) > _MAX_HEADLINE_CHARS:
            return None
        found = self.boxed(headline)
        if found is not None:
            return found
        below = self._block(headline.number + 1)
        if (
            below is not None
            and self._is_teaser(below, headline)
            and breaks_off(below)
            and headline.owner is not below.owner
        ):
            return Card(headline.number, below.number + 1, headline, below)
        return Card(headline.number, headline.number + 1, headline, None) if self._is_lone_line(headline) else None

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

    def _in_one_block(self, block: Block) -> Card | None:
        """Headline and teaser, or a label and the headline, in one block."""
        size, text = len(block.text), block.text
        label = text[: size - block.linked].rstrip()
        if (
            _ends_in_link(block)
            and label.endswith(":")
            and block.linked >= max(_MIN_HEADLINE_CHARS, 0.5 * size)
            and not text.endswith(".")
        ):
            behind = self._behind_break(block)
            return Card(block.number, block.number + 1 + (behind is not None), block, behind)
        if self._is_announced(block):
            return Card(block.number, block.number + 1, block, block)
        rest = text[block.lead :]
        if (
            block.leads_with_link
            and has_headline_length(text[: block.lead])
            and _MIN_TEASER_CHARS <= len(rest) <= _MAX_TEASER_CHARS
            and (_JOINT.match(rest) or _OPENING.match(rest))
            and (
                _JOINT.match(rest)
                or block.is_elided
                or text[-1:].isalnum()
                or 0.9 * block.lead <= block.bold <= 1.1 * block.lead
                or self._is_box(block)
            )
        ):
            return Card(block.number, block.number + 1, block, block)
        return None

    def _is_box(self, block: Block) -> bool:
        """Whether its element is of another kind than those of the texts before and behind it."""
        if block.tag in ("li", "dd"):
            return False
        number = block.number
        after = range(number + 1, min(number + 1 + _REACH, len(self.blocks)))
        before = range(number - 1, max(number - 1 - _REACH, -1), -1)
        beside = [
            next((b for n in side if (b := self.blocks[n]).is_running_text and not b.linked and not b.set_apart), None)
            for side in (after, before)
        ]
        kinds = {(b.tag, b.owner.get("class")) for b in beside if b is not None}
        # The first paragraph of an article has a class of its own on many pages.
        enough = block.tag != "p" or None not in beside
        return bool(kinds) and enough and (block.tag, block.owner.get("class")) not in kinds

    def _bold_in_one_block(self, block: Block) -> Card | None:
        """An entry of a ticker without a link: an hour perhaps, a headline in bold type, a text that breaks off."""
        opening = words_before_bold(block)
        headline = block.text[len(opening) :].lstrip()[: block.bold]
        rest = len(block.text) - len(opening) - block.bold
        is_question = "?" in headline  # an interview's
        if is_question or headline.rstrip().endswith(":") or len(opening) > _MAX_HOUR_CHARS:
            return None
        if has_headline_length(headline) and rest >= _MIN_TEASER_CHARS:
            return Card(block.number, block.number + 1, block, block)
        return None

    def _set_off_in_one_block(self, block: Block) -> Card | None:
        """A headline in an element of its own, a dash and a text that breaks off: "<em>headline</em> – teaser"."""
        element, is_tail = block.pieces[0]
        headline = " ".join((element.text or "").split())
        rest = block.text[len(headline) :]
        if is_tail or element is block.owner or not has_headline_length(headline):
            return None
        return Card(block.number, block.number + 1, block, block) if _JOINT.match(rest) else None

    def _is_announced(self, block: Block) -> bool:
        """A label in any words, the linked headline behind its colon, and a text that breaks off or is marked off."""
        label = words_before_link(block)
        headline = block.text[len(label) :].lstrip()[: block.linked]
        rest = block.text[block.text.find(headline) + len(headline) :]
        return (
            2 <= len(label) <= _MAX_LABEL_CHARS
            and label.endswith(":")
            and has_headline_length(headline)
            and _MIN_TEASER_CHARS <= len(rest) <= _MAX_TEASER_CHARS
            and (block.is_elided or _JOINT.match(rest) is not None)
        )

    def _behind_break(self, block: Block) -> Block | None:
        """The teaser that a line break parts from its label and headline in one paragraph."""
        first, last = self.page.extents.get(block.owner, (0, 0))
        below = self._block(block.number + 1)
        if block.tag != "p" or (first, last) != (block.number, block.number + 2) or below is None:
            return None
        return below if self._is_teaser(below, block) else None

    def _unlinked(self, headline: Block) -> Card | None:
        """A box without a linked headline: its teaser breaks off, or a link without words or to more leads on."""
        below = self._block(headline.number + 1)
        if headline.tag == "dt" and below is not None and below.tag == "dd" and breaks_off(below):
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
            texts = [b for b in self.blocks[first:last] if b is not headline and len(b.text) >= _MIN_TEASER_CHARS]
            texts = [b for b in texts if b.is_prose] or texts
            if len(texts) > 1 or any(block.kind == "row" for block in texts):
                break
            if texts and not self._is_teaser(texts[0], headline):
                break
            if texts and any(
                b.is_set_as_headline and len(b.text) > len(headline.text)
                for b in self.blocks[headline.number + 1 : texts[0].number]
            ):
                break  # this one is the category
            if texts and texts[0].number < headline.number and headline.kind != "heading":
                break  # a paragraph, and a link to more under it
            if texts:
                found = Card(first, last, headline, texts[0])
        return found

    def _is_small(self, first: int, last: int) -> bool:
        return (
            last - first <= _MAX_BLOCKS
            and sum(len(block.text) for block in self.blocks[first:last]) <= _MAX_CHARS
            and not any(number in self.breaks for number in range(first, last))
        )

    def _is_teaser(self, block: Block, headline: Block) -> bool:
        size = len(block.text)
        if block.kind != "text" or not _MIN_TEASER_CHARS <= size <= _MAX_TEASER_CHARS or block.number in self.breaks:
            return False
        return block.linked <= _MAX_LINKED * size or (block.is_link and block.link == headline.link)

    def _block(self, number: int) -> Block | None:
        return self.blocks[number] if 0 <= number < len(self.blocks) else None


def _ends_in_link(block: Block) -> bool:
    element, is_tail = block.pieces[-1]
    return not is_tail and _is_in_link(element, is_tail)


def breaks_off_into_link(teaser: Block) -> bool:
    """Whether the text breaks off and a link ends it, "… more": a teaser, however short the headline over it."""
    pieces = [(element, is_tail) for element, is_tail in teaser.pieces if _has_words(element, is_tail)]
    if not teaser.linked or not pieces or not _is_in_link(*pieces[-1]):
        return False
    before = "".join(_text_of(*piece) for piece in pieces[:-1])
    return teaser.is_elided or ends_in_ellipsis(before.rstrip(" (["))


def breaks_off(teaser: Block) -> bool:
    """Whether the text ends in an ellipsis, with a link to more behind it or without, or in mid-sentence."""
    return teaser.is_elided or breaks_off_into_link(teaser) or ends_in_mid_sentence(teaser)


def ends_in_mid_sentence(teaser: Block) -> bool:
    """Whether a text as long as a teaser ends with a word and no mark behind it."""
    text = teaser.text
    return _MIN_CUT_CHARS <= len(text) <= _MAX_TEASER_CHARS and (text[-1].isalnum() or text[-1] == ",")


def _text_of(element: HtmlElement, is_tail: bool) -> str:
    return (element.tail if is_tail else element.text) or ""


def _has_words(element: HtmlElement, is_tail: bool) -> bool:
    return any(map(str.isalnum, _text_of(element, is_tail)))


def _is_in_link(element: HtmlElement, is_tail: bool) -> bool:
    holder = element.getparent() if is_tail else element
    return holder is not None and (holder.tag == "a" or next(holder.iterancestors("a"), None) is not None)


def has_headline_length(text: str) -> bool:
    """Whether the text is as long as a headline; names and sections are shorter."""
    return _MIN_HEADLINE_CHARS <= len(text) <= _MAX_HEADLINE_CHARS and len(text.split()) >= _MIN_HEADLINE_WORDS
