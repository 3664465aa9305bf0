"""The page as the reader sees it: one list of text blocks, in order, each with what its markup tells."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
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
_PARAGRAPHS = _HEADINGS | {"p", "blockquote", "pre"}
_LIST_PARTS = frozenset({"li", "dd", "dt"})
_SET_APART = frozenset({"aside", "footer", "nav", "menu"})
_UNREAD = frozenset({"script", "style", "noscript", "template", "svg", "head", "button", "select", "textarea", "option"})
_SENTENCE_END = re.compile(r"[.!?:;…。！？][\"'»”’)\]」』]*$|[»”)」』]$")
_ELLIPSIS_END = re.compile(r"(?:…|\.\.\.|\[(?:…|\.\.\.)\])\W*$")
_TERMINAL = re.compile(r"[.!…:;,。！][\W_]*$")
_NAMED_PARTS = frozenset({"div", "section", "ul", "ol", "dl", "p", "details"})
_FURNITURE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:captions?|credits?|legend|related|recommend\w*|teasers?|newsletters?|share|sharing|social|bylines?|authors?|bio|"
    r"promo\w*|sponsor\w*|outbrain|taboola|comments?|disqus|respond|cookies?|consent|gdpr|sidebar|footer|breadcrumbs?|menu|nav|"
    r"navbar|tags|popup|modal|banner|ads?|advert\w*|paywall|subscri\w*)(?=$|[\s_-])",
    re.IGNORECASE,
)
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
    tag: str
    """Name of that element: extraction changes the tree."""
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
    in_furniture: bool
    """Whether a class or id around it names a part of the page that is no article: caption, comments, cookies."""
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
        return len(self.text) >= 60 and self.kind == "text" and self.linked < 0.5 * len(self.text) and self.ends_a_sentence

    @property
    def could_be_headline(self) -> bool:
        """Whether it could stand over a teaser: short, and no sentence of running text."""
        size = len(self.text)
        if self.kind == "row" or not 8 <= size <= 220:
            return False
        return self.is_set_as_headline or (size <= 180 and not _TERMINAL.search(self.text))

    @property
    def is_set_as_headline(self) -> bool:
        """Whether its markup sets it apart from running text: a heading, a link, bold type, a term."""
        return self.kind == "heading" or self.is_link or self.is_bold


@dataclass(slots=True)
class Page:
    """The blocks of a page, and which of them each element holds."""

    blocks: list[Block]
    extents: dict[HtmlElement, tuple[int, int]]
    """First block and the one after the last, of each block-level element."""
    families: list[Hashable]
    """Of each block, what its paragraph, list or table stands in: the element, or its kind where it has a class.

    Sites break the text of one article into several containers of one kind.
    """

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


def read_blocks(tree: HtmlElement) -> Page:
    """The blocks of the page's body, in the order of the page."""
    reader = _Reader()
    body = tree.find("body")
    reader.read(tree if body is None else body)
    page = Page(reader.blocks, reader.extents, [])
    page.families.extend(_family(page, block) for block in page.blocks)
    return page


def _family(page: Page, block: Block) -> Hashable:
    holders = page.holders(block.owner)
    element, first, last = next(holders)
    levels = 2 if block.kind == "row" or block.tag in _LIST_PARTS else 1 if block.tag in _PARAGRAPHS or last - first == 1 else 0
    for _ in range(levels):
        element = next(holders, (element, first, last))[0]
    above = next(holders, (None, 0, 0))[0]
    named = element.get("class")
    return (above.get("class"), element.tag, named) if named and above is not None else element


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
        self._furniture = 0
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
            if self._names_furniture(element, tag):
                self._furniture += 1
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
            if self._names_furniture(element, tag):
                self._furniture -= 1
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
        return tag == "a" and len(element) > 0 and any(child.tag not in _INLINE and child.tag != "br" for child in element)

    @staticmethod
    def _names_furniture(element: HtmlElement, tag: str) -> bool:
        if tag not in _NAMED_PARTS:
            return False
        names = f"{element.get('class', '')} {element.get('id', '')}"
        return len(names) > 1 and len(names) < 400 and _FURNITURE_NAMES.search(names) is not None

    def _start_run(self) -> None:
        self._texts: list[str] = []
        self._pieces: list[tuple[HtmlElement, bool]] = []
        self._linked = self._bolded = self._lead = 0
        self._leading: str | None = ""
        self._leads_with_link = False
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
            self._leads_with_link = style == "a"
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
        so_far = "".join(self._texts[-8:])[-200:].rstrip()  # the end alone: a page may have ten thousand breaks
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
                tag=str(owner.tag),
                linked=min(self._linked, len(text)),
                bold=min(self._bolded, len(text)),
                lead=min(self._lead, len(text)),
                leads_with_link=self._leads_with_link,
                link=self._link,
                set_apart=self._set_apart > 0,
                in_furniture=self._furniture > 0,
                pieces=tuple(self._pieces),
            )
        )
        self._start_run()
