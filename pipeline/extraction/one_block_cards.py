"""Cards in one block: headline and teaser, or a label and a headline, in one paragraph or entry."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import cached_property

from pipeline.extraction.blocks import Block, Page
from pipeline.extraction.cards import Card
from pipeline.extraction.lead_ins import words_before_bold, words_before_link
from pipeline.extraction.phrases import is_phrase
from pipeline.extraction.teaser_ends import (
    MAX_HEADLINE_CHARS,
    MAX_TEASER_CHARS,
    MIN_HEADLINE_CHARS,
    MIN_TEASER_CHARS,
    breaks_off_into_link,
    ends_in_link,
    has_headline_length,
    is_short_headline,
    last_words,
    links_without_words,
    may_be_teaser,
)

_MAX_LABEL_CHARS, _MAX_HOUR_CHARS = 45, 18
_MIN_ITALICS = 2
_ARROWS = ("→", "➔", "➜", "►", "▶", "▸", "👉", "»", "›", ">")
_LABEL_ENDS = (":", *_ARROWS)
_MAX_LABEL_WORDS, _MAX_ARROW_CHARS = 5, 3
_QUOTATION_MARKS = ' «»„“”"'
_PARTICLES = frozenset({
    "de", "du", "des", "d'", "la", "le", "les", "l'", "y", "e", "et", "da", "di", "del", "della", "dos", "von", "vom",
    "van", "der", "den", "zu", "und", "and", "of",
})  # fmt: skip
"""What names and lists of names hold in small letters."""
_REACH = 4
"""Blocks before and behind among which a text is looked for."""
_JOINT = re.compile(r"^\s*[–—:|>»-]\s")
_OPENING = re.compile(r"^\s*(?:[«“”„\"'‘’\d]|[^\W\d_a-zß-ÿ])")
"""How a text of its own begins: behind a link that is part of a sentence the sentence goes on."""


class OneBlockCards:
    """Tells of single blocks whether they are cards.

    Args:
        page: the page's blocks.
        breaks: numbers of blocks that can stand in no card.
    """

    def __init__(self, page: Page, breaks: Container[int]) -> None:
        self.page, self.blocks, self._breaks = page, page.blocks, breaks

    def linked(self, block: Block) -> Card | None:
        """Headline and teaser, or a label and the headline, in one block."""
        text = block.text
        if (card := self.lead_in(block)) is not None:
            return card
        if (
            self._is_announced(block)
            or self._is_dated(block)
            or self._leads_to_more(block)
            or self._is_set_off_from_text(block)
        ):
            return Card(block.number, block.number + 1, block, block)
        rest = text[block.lead :]
        if (
            block.leads_with_link
            and has_headline_length(text[: block.lead])
            and MIN_TEASER_CHARS <= len(rest) <= MAX_TEASER_CHARS
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

    def lead_in(self, block: Block) -> Card | None:
        """A label and a linked headline, and the teaser behind a line break."""
        if not self._is_lead_in(block):
            return None
        behind = self._behind_break(block)
        return Card(block.number, block.number + 1 + (behind is not None), block, behind)

    def _is_lead_in(self, block: Block) -> bool:
        """A label in any words, its colon or arrow, and a linked headline; nothing but marks behind it.

        Of a paragraph with a short label the headline may be short as well; but a sentence that goes on behind its
        colon is the article's, and so is who is named behind a post, with a page of their own.
        """
        label = words_before_link(block)
        if (before_quotation := label.rstrip(_QUOTATION_MARKS)).endswith(":"):
            label = before_quotation
        if not label.endswith(_LABEL_ENDS) or not ends_in_link(block):
            return False
        if label.endswith("»") and "«" in label:
            return False  # a quotation
        is_short = block.tag in ("p", "div") and len(label.split()) <= _MAX_LABEL_WORDS
        size, headline = len(block.text), block.text[len(label) :].strip(_QUOTATION_MARKS)
        if is_short and is_short_headline(headline) and not headline.endswith("."):
            words = headline.split()
            is_name = all(word in _PARTICLES or not word[0].islower() for word in words)
            opens = headline[0].isupper() and block.linked >= 0.8 * len(headline.rstrip(". )"))
            if label.endswith(_ARROWS) or (opens and not is_name):
                return True
        if headline[:1].islower() and block.text.endswith((".", "?", "!")):
            return False  # the sentence goes on behind its colon
        return block.linked >= max(MIN_HEADLINE_CHARS, 0.5 * size) and not block.text.endswith(".")

    def _is_dated(self, block: Block) -> bool:
        """A day or an hour, a linked headline, and a text that breaks off, in one line."""
        opening = words_before_link(block)
        rest = len(block.text) - len(opening) - block.linked
        behind = block.text[len(opening) :].lstrip()[block.linked :]
        return (
            0 < len(opening) <= _MAX_HOUR_CHARS
            and any(map(str.isdigit, opening))
            and is_short_headline(block.text[len(opening) :].lstrip()[: block.linked])
            and MIN_TEASER_CHARS <= rest <= MAX_TEASER_CHARS
            and (_JOINT.match(behind) or _OPENING.match(behind.lstrip(" ¿¡(["))) is not None
            and block.is_elided
        )

    def _leads_to_more(self, block: Block) -> bool:
        """A headline in bold type, and a text that breaks off into a link."""
        headline, rest = block.text[: block.lead].rstrip(), block.text[block.lead :].lstrip()
        if (headline.endswith(("?", ":")) or rest.startswith(":")) and not self._ends_in_more(block):
            return False  # an interview's, or what a list tells of
        return (
            not block.leads_with_link
            and is_short_headline(headline)
            and len(block.text) <= MAX_HEADLINE_CHARS + MAX_TEASER_CHARS
            and breaks_off_into_link(block)
        )

    def _is_set_off_from_text(self, block: Block) -> bool:
        """A line that opens in an element of its own and breaks off before a link to more, or before one without words.

        One that does not break off holds a label and a headline; before a link without words it is of another kind
        than the paragraphs beside it as well.
        """
        element, is_tail = block.pieces[0]
        set_off = not is_tail and element is not block.owner and element.tag != "a"
        if not set_off or block.kind != "text" or len(block.text) > MAX_HEADLINE_CHARS + MAX_TEASER_CHARS:
            return False
        if block.linked <= _MAX_ARROW_CHARS and links_without_words(block):
            return self._is_box(block) and _has_label_and_headline(block)
        if breaks_off_into_link(block):
            opening = "".join(element.itertext()).strip()  # a ticker opens with an hour, a quotation with its marks
            return self._ends_in_more(block) and any(map(str.isalpha, opening)) and opening[0] not in _QUOTATION_MARKS
        text = block.text[: len(block.text) - block.linked].rstrip(" ()[]")
        return text[-1:].isalnum() and self._ends_in_more(block) and _has_label_and_headline(block)

    def _ends_in_more(self, block: Block) -> bool:
        """Whether the link that ends it says no more than that it leads to more."""
        return is_phrase(last_words(block).strip(" ()[]"), "read_more")

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

    def bold(self, block: Block) -> Card | None:
        """An entry of a ticker without a link: an hour perhaps, a headline in bold type, a text that breaks off."""
        opening = words_before_bold(block)
        headline = block.text[len(opening) :].lstrip()[: block.bold]
        rest = len(block.text) - len(opening) - block.bold
        is_question = "?" in headline  # an interview's
        if is_question or headline.rstrip().endswith(":") or len(opening) > _MAX_HOUR_CHARS:
            return None
        if has_headline_length(headline) and rest >= MIN_TEASER_CHARS:
            return Card(block.number, block.number + 1, block, block)
        return None

    def set_off(self, block: Block) -> Card | None:
        """A headline in an element of its own, a dash and a text that breaks off: "<em>headline</em> – teaser"."""
        element, is_tail = block.pieces[0]
        headline = " ".join((element.text or "").split())
        rest = block.text[len(headline) :]
        if is_tail or element is block.owner or not has_headline_length(headline):
            return None
        return Card(block.number, block.number + 1, block, block) if _JOINT.match(rest) else None

    def in_italics(self, block: Block) -> Card | None:
        """A headline in bold type, a dash and a text, all in italics: "<em><b>headline</b> – teaser</em>"; not alone.

        One such paragraph is a note of the editors.
        """
        if block.number not in self._italics or len(self._italics) < _MIN_ITALICS:
            return None
        return Card(block.number, block.number + 1, block, block)

    @cached_property
    def _italics(self) -> set[int]:
        return {block.number for block in self.blocks if block.bold and _has_italic_headline(block)}

    def _is_announced(self, block: Block) -> bool:
        """A label in any words, the linked headline behind its colon, and a text that breaks off or is marked off."""
        label = words_before_link(block)
        headline = block.text[len(label) :].lstrip()[: block.linked]
        rest = block.text[block.text.find(headline) + len(headline) :]
        return (
            2 <= len(label) <= _MAX_LABEL_CHARS
            and label.endswith(":")
            and has_headline_length(headline)
            and MIN_TEASER_CHARS <= len(rest) <= MAX_TEASER_CHARS
            and (block.is_elided or _JOINT.match(rest) is not None)
        )

    def _behind_break(self, block: Block) -> Block | None:
        """The teaser that a line break parts from its label and headline in one paragraph."""
        first, last = self.page.extents.get(block.owner, (0, 0))
        below = self.blocks[last - 1] if last - first == 2 else None
        if block.tag != "p" or (first, last) != (block.number, block.number + 2) or below is None:
            return None
        return below if may_be_teaser(below, block, self._breaks) else None


def _has_label_and_headline(block: Block) -> bool:
    """Whether its first two elements are a label and a headline, behind them a dash, or a teaser in a third.

    Days and names with what is told of them are lists, notes and boxes of the article's own.
    """
    elements = [e for e, is_tail in block.pieces if not is_tail and e is not block.owner and e.tag != "a"]
    if len(elements) < 2:
        return False
    label, headline, *others = (" ".join((e.text or "").split()) for e in elements)
    if any(map(str.isdigit, label)) or not is_short_headline(headline) or headline[0].islower():
        return False
    return len(others[0]) >= MIN_TEASER_CHARS if others else _JOINT.match(elements[1].tail or "") is not None


def _has_italic_headline(block: Block) -> bool:
    headline, rest = block.text[: block.lead], block.text[block.lead :]
    if block.leads_with_link or not has_headline_length(headline) or headline[-1] in "?:" or not _JOINT.match(rest):
        return False
    return _is_in_italics(block)


def _is_in_italics(block: Block) -> bool:
    """Whether one element of emphasis holds all of the block."""
    element, is_tail = block.pieces[0]
    around = [] if is_tail else [element, *element.iterancestors("em", "i")]
    outer = next((one for one in reversed(around) if one.tag in ("em", "i") and one.getparent() is block.owner), None)
    return outer is not None and all(
        (piece is outer and not tail) or (piece is not outer and outer in piece.iterancestors("em", "i"))
        for piece, tail in block.pieces
    )
