"""The page as the reader sees it: one list of text blocks, in order, each with what its markup tells."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Literal

from lxml.html import HtmlElement

Kind = Literal["heading", "text", "row"]

ROW_ATTRIBUTE = "data-table-row"
"""Marks the paragraph that stands for a row of a data table."""

_PARAGRAPHS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "p", "blockquote", "pre"})
_LIST_PARTS = frozenset({"li", "dd", "dt"})
_SENTENCE_END = re.compile(r"[.!?:;…。！？][\"'»”’“‘«›‹)\]」』]*$|[»”)」』]$")
"""German closes its quotations with “ or «, which open one elsewhere: at the end of a text they close one."""
_ELLIPSIS_END = re.compile(r"(?:…|\.\.\.|\[(?:…|\.\.\.)\])\W*(?:\([^\W\d]{1,8}\.?\s?\d{1,2}\)\W*)?$")
"""With the page on which a printed paper goes on, perhaps."""
_HOUR = re.compile(r"\d{1,2}\s?[:.h]\s?\d{2}\b\W*")
_TERMINAL = re.compile(r"[.!…:;,。！][\W_]*$")


@dataclass(slots=True, eq=False)  # not frozen: that costs more than reading the page, and nobody writes to it
class Block:
    """A run of text without a block-level break in it."""

    number: int
    text: str
    """White space made single blanks."""
    kind: Kind
    level: int
    """1 to 6 for a heading, 0 otherwise."""
    owner: HtmlElement
    """The block-level element it stands in."""
    tag: str
    """Name of that element: extraction changes the tree."""
    depth: int
    """How many block-level elements are around it."""
    linked: int
    """Characters that stand in links."""
    bold: int
    """Characters that stand in bold type."""
    lead: int
    """Characters at the start that one link or one run of bold type holds."""
    leads_with_link: bool
    """Whether that is a link, not bold type."""
    link: str | None
    """Target of the first link with text."""
    set_apart: bool
    """Whether it stands in an element for other matter: aside, footer, nav."""
    pieces: tuple[tuple[HtmlElement, bool], ...]
    """Where its text is stored: element, and whether in its tail."""
    is_link: bool = field(init=False)
    """Whether nearly all of it is a link."""
    is_bold: bool = field(init=False)
    """Whether nearly all of it is bold."""
    is_set_as_headline: bool = field(init=False)
    """Whether its markup sets it apart from running text: a heading, a link, bold type, a term."""
    is_prose: bool = field(init=False)
    """Whether it is long and not linked; it may break off."""
    is_running_text: bool = field(init=False)
    """Whether it is prose that ends as a sentence does."""

    def __post_init__(self) -> None:
        size = len(self.text)
        self.is_link = self.linked >= 0.8 * size
        self.is_bold = self.bold >= 0.9 * size or (self.bold > 0.5 * size and self._is_bold_behind_hour())
        self.is_set_as_headline = self.kind == "heading" or self.is_link or self.is_bold
        self.is_prose = size >= 60 and self.kind == "text" and self.linked < 0.5 * size
        self.is_running_text = self.is_prose and self.ends_a_sentence

    def _is_bold_behind_hour(self) -> bool:
        """Whether nearly all but the hour at its beginning is bold."""
        hour = _HOUR.match(self.text)
        return hour is not None and self.bold >= 0.9 * (len(self.text) - hour.end())

    @property
    def ends_a_sentence(self) -> bool:
        """Whether it ends as a paragraph does."""
        return ends_a_sentence(self.text)

    @property
    def is_elided(self) -> bool:
        """Whether it ends in an ellipsis."""
        return ends_in_ellipsis(self.text)

    @property
    def is_cut_off(self) -> bool:
        """Whether it breaks off in mid-sentence, as shortened teasers do."""
        return self.kind == "text" and (self.is_elided or not self.ends_a_sentence)

    @property
    def could_be_headline(self) -> bool:
        """Whether it could stand over a teaser: short, and no sentence of running text."""
        size = len(self.text)
        if self.kind == "row" or not 8 <= size <= 220:
            return False
        return self.is_set_as_headline or (size <= 180 and not _TERMINAL.search(self.text[-6:]))


@dataclass(slots=True)
class Page:
    """The blocks of a page, and which of them each element holds."""

    blocks: list[Block]
    extents: dict[HtmlElement, tuple[int, int]]
    """First block and the one after the last, of each block-level element."""
    furniture: set[int]
    """Blocks around which a class or id names a part of the page that is no article: caption, comments, cookies."""
    asides: set[int]
    """Of these, the blocks that stay out of the text even where the extractor takes them."""

    led_before: list[int] = field(init=False)
    """How many blocks before each one, and in all, open with a link."""
    lists: dict[int, HtmlElement | None] = field(default_factory=dict)
    """What holds each item that may be the article's, asked at the same time."""
    families: dict[int, Hashable] = field(default_factory=dict)
    """What `family` tells of the blocks that may be the article's, asked before the tree is used up."""

    def __post_init__(self) -> None:
        self.led_before = list(accumulate((block.leads_with_link for block in self.blocks), initial=0))

    def family(self, block: Block) -> Hashable:
        """What the block's paragraph, list or table stands in: the element, or its kind where it has a class.

        Sites break the text of one article into several containers of one kind.
        """
        holders = self.holders(block.owner)
        element, first, last = next(holders)
        in_list = block.kind == "row" or block.tag in _LIST_PARTS
        levels = 2 if in_list else 1 if block.tag in _PARAGRAPHS or last - first == 1 else 0
        held = 1
        for _ in range(levels):
            held = last - first
            element, first, last = next(holders, (element, first, last))
        if held > 1 and 2 * (self.led_before[last] - self.led_before[first]) >= last - first:
            held = 1  # its items lead elsewhere
        while last - first in (1, held) and not element.get("class") and (wider := next(holders, None)) is not None:
            element, first, last = wider  # one more nameless element around one paragraph, or around one list
        return _kind_of(element, holders)

    def family_around(self, box: HtmlElement) -> Hashable:
        """The family of paragraphs beside that element; None where nothing stands beside it."""
        holders = self.holders(box)
        _, first, last = next(holders)
        around = next((element for element, begin, end in holders if end - begin > last - first), None)
        return None if around is None else _kind_of(around, holders)

    def holders(self, element: HtmlElement | None) -> Iterator[tuple[HtmlElement, int, int]]:
        """The element and those around it, each with its first block and the one after its last."""
        while element is not None:
            extent = self.extents.get(element)
            if extent is not None:
                yield element, *extent
            element = element.getparent()

    def widest(self, number: int, start: int, end: int) -> HtmlElement:
        """The highest element over that block whose blocks are all among blocks[start:end]."""
        highest = self.blocks[number].owner
        for element, first, last in self.holders(highest):
            if first < start or end < last:
                break
            highest = element
        return highest

    def common(self, start: int, end: int) -> HtmlElement | None:
        """The lowest element that holds all of blocks[start:end]."""
        holders = self.holders(self.blocks[start].owner)
        return next((element for element, first, last in holders if first <= start and end <= last), None)


def _kind_of(element: HtmlElement, holders: Iterator[tuple[HtmlElement, int, int]]) -> Hashable:
    """The element itself, or where it has a class that, with the class of the next element around it."""
    named = element.get("class")
    above = next(holders, (None, 0, 0))[0] if named else None
    return (above.get("class"), element.tag, named) if named and above is not None else element


def squeeze(text: str) -> str:
    """The text without white space and what is not shown: how two readings of one page are compared."""
    joined = text.replace(" ", "")  # the one white space that is printable
    return joined if joined.isprintable() else "".join(filter(str.isprintable, joined))


def ends_in_ellipsis(text: str) -> bool:
    """Whether the text ends in an ellipsis, in brackets or without; a page's number may stand behind it."""
    end = text[-24:]
    return ("…" in end or "..." in end) and _ELLIPSIS_END.search(end) is not None


def ends_a_sentence(text: str) -> bool:
    """Whether the text ends as a paragraph does: in a full stop or its like, or in what closes a quotation."""
    end = text[-6:]
    if end.endswith("*"):  # stars part the items of a column
        end = text[-16:].rstrip("* ")[-6:]
    return _SENTENCE_END.search(end) is not None
