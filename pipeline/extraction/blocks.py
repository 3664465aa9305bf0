"""The page as the reader sees it: one list of text blocks, in order, each with what its markup tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from lxml import etree
from lxml.html import HtmlElement

Kind = Literal["heading", "text", "row"]

ROW_ATTRIBUTE = "data-table-row"
"""Marks the paragraph that stands for a row of a data table."""

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small "
    "span strike strong sub sup time tt u var wbr img picture source meta link input amp-img".split()
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BOLD = frozenset({"b", "strong", "dt", "th"})
_SET_APART = frozenset({"aside", "footer", "nav", "menu"})
_UNREAD = frozenset(
    {"script", "style", "noscript", "template", "svg", "head", "button", "select", "textarea", "option"}
)
_SENTENCE_END = re.compile(r"[.!?:;…][\"'»”’)\]]*$|[»”)]$")
_ELLIPSIS_END = re.compile(r"(?:…|\.\.\.|\[(?:…|\.\.\.)\])\W*$")
_TERMINAL = re.compile(r"[.!?…]\W*$|[.!?…]\s?[»”\"']\W*$")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, eq=False)
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
    linked: int
    """Characters that stand in links."""
    bold: int
    """Characters that stand in bold type."""
    lead: int
    """Characters at the start that one link or one run of bold type holds."""
    link: str | None
    """Target of the first link with text."""
    set_apart: bool
    """Whether it stands in an element for other matter: aside, footer, nav."""
    pieces: tuple[tuple[HtmlElement, bool], ...]
    """Where its text is stored: element, and whether in its tail."""

    @property
    def is_link(self) -> bool:
        """Whether nearly all of it is a link."""
        return self.linked >= 0.8 * len(self.text)

    @property
    def is_bold(self) -> bool:
        """Whether nearly all of it is bold."""
        return self.bold >= 0.9 * len(self.text)

    @property
    def ends_a_sentence(self) -> bool:
        """Whether it ends as a paragraph does."""
        return _SENTENCE_END.search(self.text) is not None

    @property
    def is_elided(self) -> bool:
        """Whether it ends in an ellipsis."""
        return _ELLIPSIS_END.search(self.text) is not None

    @property
    def is_cut_off(self) -> bool:
        """Whether it breaks off in mid-sentence, as shortened teasers do."""
        return self.kind == "text" and (self.is_elided or not self.ends_a_sentence)

    @property
    def is_running_text(self) -> bool:
        """Whether it is prose: long, not linked, ended as a sentence."""
        return (
            len(self.text) >= 60 and self.kind == "text" and self.linked < 0.5 * len(self.text) and self.ends_a_sentence
        )

    @property
    def could_be_headline(self) -> bool:
        """Whether it could stand over a teaser: short, and no sentence of running text."""
        size = len(self.text)
        if self.kind == "row" or not 8 <= size <= 220:
            return False
        return (
            self.kind == "heading" or self.is_link or self.is_bold or (size <= 180 and not _TERMINAL.search(self.text))
        )


@dataclass(slots=True)
class Page:
    """The blocks of a page, and which of them each element holds."""

    blocks: list[Block]
    extents: dict[HtmlElement, tuple[int, int]]
    """First block and the one after the last, of each block-level element."""

    def holds_only(self, element: HtmlElement, start: int, end: int) -> bool:
        """Whether all blocks of the element are among blocks[start:end]."""
        first, last = self.extents.get(element, (start, end))
        return start <= first and last <= end

    def widest(self, number: int, start: int, end: int) -> HtmlElement:
        """The highest element over that block whose blocks are all among blocks[start:end]."""
        element = self.blocks[number].owner
        while (parent := element.getparent()) is not None and self.holds_only(parent, start, end):
            element = parent
        return element

    def common(self, start: int, end: int) -> HtmlElement | None:
        """The lowest element that holds all of blocks[start:end]."""
        element: HtmlElement | None = self.blocks[start].owner
        while element is not None:
            first, last = self.extents.get(element, (0, 0))
            if first <= start and end <= last:
                return element
            element = element.getparent()
        return None


def read_blocks(tree: HtmlElement) -> Page:
    """The blocks of the page's body, in the order of the page."""
    reader = _Reader()
    body = tree.find("body")
    reader.read(tree if body is None else body)
    return Page(reader.blocks, reader.extents)


class _Reader:
    """Walks the tree once; never by recursion, pages nest as deep as they like."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.extents: dict[HtmlElement, tuple[int, int]] = {}
        self._owners: list[tuple[HtmlElement, int]] = []
        self._anchor: str | None = None
        self._anchors = 0
        self._bold = 0
        self._set_apart = 0
        self._heading = 0
        self._start_run()

    def read(self, root: HtmlElement) -> None:
        walk: Iterator[tuple[str, Any]] = etree.iterwalk(root, events=("start", "end"))
        for event, element in walk:
            tag = element.tag
            if event == "start":
                if tag in _UNREAD or not isinstance(tag, str):
                    walk.skip_subtree()  # type: ignore[attr-defined]
                    continue
                self._open(element, tag)
                if element.text:
                    self._take(element, False, element.text)
            else:
                if tag not in _UNREAD and isinstance(tag, str):
                    self._close(element, tag)
                if element.tail and element is not root:
                    self._take(element, True, element.tail)
        self._flush()

    def _open(self, element: HtmlElement, tag: str) -> None:
        if tag == "br":
            self._break_line(element)
        elif self._is_block(element, tag):
            self._flush()
            self._owners.append((element, len(self.blocks)))
            if tag in _HEADINGS:
                self._heading = int(tag[1])
            elif tag in _SET_APART:
                self._set_apart += 1
        if tag == "a":
            self._anchors += 1
            self._anchor = element.get("href")
        elif tag in _BOLD:
            self._bold += 1

    def _close(self, element: HtmlElement, tag: str) -> None:
        if self._owners and self._owners[-1][0] is element:
            self._flush()
            owner, first = self._owners.pop()
            self.extents[owner] = (first, len(self.blocks))
            if tag in _HEADINGS:
                self._heading = 0
            elif tag in _SET_APART:
                self._set_apart -= 1
        if tag == "a":
            self._anchors -= 1
            if not self._anchors:
                self._anchor = None
        elif tag in _BOLD:
            self._bold -= 1

    @staticmethod
    def _is_block(element: HtmlElement, tag: str) -> bool:
        if tag not in _INLINE:
            return True
        # A card that is one link: its headline and teaser are blocks, so the link is one as well.
        return (
            tag == "a" and len(element) > 0 and any(child.tag not in _INLINE and child.tag != "br" for child in element)
        )

    def _start_run(self) -> None:
        self._texts: list[str] = []
        self._pieces: list[tuple[HtmlElement, bool]] = []
        self._linked = self._bolded = self._lead = 0
        self._leading: str | None = ""
        self._link: str | None = None

    def _take(self, element: HtmlElement, is_tail: bool, text: str) -> None:
        if text.isspace():
            if self._texts:
                self._texts.append(" ")
            return
        size = len(text)
        style = "a" if self._anchors else "b" if self._bold else ""
        if self._leading == "":
            self._leading = style or None
        if self._leading and style == self._leading:
            self._lead += size
        else:
            self._leading = None
        if self._anchors:
            self._linked += size
            self._link = self._link or self._anchor
        if self._bold:
            self._bolded += size
        self._texts.append(text)
        self._pieces.append((element, is_tail))

    def _break_line(self, br: HtmlElement) -> None:
        """A line break ends a block, unless it only wraps a sentence."""
        so_far = "".join(self._texts).rstrip()
        after = (br.tail or "").lstrip()
        if so_far and after and after[0].islower() and not _SENTENCE_END.search(so_far):
            self._texts.append(" ")
        else:
            self._flush()

    def _flush(self) -> None:
        if not self._pieces:
            self._start_run()
            return
        text = _SPACES.sub(" ", "".join(self._texts)).strip()
        owner = self._owners[-1][0]
        kind: Kind = "row" if owner.get(ROW_ATTRIBUTE) else "heading" if self._heading else "text"
        self.blocks.append(
            Block(
                number=len(self.blocks),
                text=text,
                kind=kind,
                level=self._heading,
                owner=owner,
                linked=min(self._linked, len(text)),
                bold=min(self._bolded, len(text)),
                lead=min(self._lead, len(text)),
                link=self._link,
                set_apart=self._set_apart > 0,
                pieces=tuple(self._pieces),
            )
        )
        self._start_run()
