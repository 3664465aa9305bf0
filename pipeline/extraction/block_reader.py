"""Reads the blocks of a page out of its tree, in one walk."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from pipeline.characters import without_unshown
from pipeline.extraction.blocks import ROW_ATTRIBUTE, Block, Kind, Page, ends_a_sentence
from pipeline.extraction.furniture_names import names_aside, names_furniture

_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike",
    "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "picture", "source", "meta", "link", "input",
    "amp-img",
})  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BOLD = frozenset({"b", "strong", "dt", "th", "summary"})
_PLAIN = _INLINE - _BOLD - {"a"}
_SET_APART = frozenset({"aside", "footer", "nav", "menu"})
_UNREAD = frozenset(
    {"script", "style", "noscript", "template", "svg", "head", "button", "select", "textarea", "option"}
)
_NAMED_PARTS = frozenset({"div", "section", "ul", "ol", "dl", "p", "details"})


def read_blocks(tree: HtmlElement) -> Page:
    """The blocks of the page's body, in the order of the page."""
    reader = _Reader()
    body = tree.find("body")
    reader.read(tree if body is None else body)
    return Page(reader.blocks, reader.extents, *reader.furniture())


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
        self._named: list[HtmlElement] = []
        self._start_run()

    def read(self, root: HtmlElement) -> None:
        walk: Iterator[tuple[str, Any]] = etree.iterwalk(root, events=("start", "end"))  # elements alone
        for event, element in walk:
            tag = element.tag
            if event == "start":
                if tag not in _PLAIN:
                    if tag in _UNREAD:
                        walk.skip_subtree()  # type: ignore[attr-defined]
                        continue
                    self._open(element, tag)
                text, is_tail = element.text, False
            else:
                if tag not in _PLAIN and tag not in _UNREAD:
                    self._close(element, tag)
                if element is root:
                    break  # what stands behind it is not asked for
                text, is_tail = element.tail, True
            if text and not text.isspace():
                self._take(element, is_tail, text)
            elif text and self._texts:
                self._texts.append(" ")
        if self._pieces:
            self._flush()

    def furniture(self) -> tuple[set[int], set[int]]:
        """Numbers of the blocks in elements named as furniture, but for those around half of the running text.

        The second set holds those of them whose names mislead least.
        """
        running = (len(block.text) if block.is_running_text and not block.set_apart else 0 for block in self.blocks)
        before = list(accumulate(running, initial=0))
        found: set[int] = set()
        asides: set[int] = set()
        for element in self._named:
            first, last = self.extents[element]
            if last > first and before[last] - before[first] <= 0.5 * before[-1]:
                found.update(range(first, last))
                if names_aside(element.tag, element.get("class", ""), element.get("id", "")):
                    asides.update(range(first, last))
        return found, asides

    def _open(self, element: HtmlElement, tag: str) -> None:
        if tag in _NAMED_PARTS:  # first, since most elements are of these
            self._open_block(element)
            if names_furniture(element.get("class", ""), element.get("id", "")):
                self._named.append(element)
        elif tag == "a":
            if len(element) and _is_card(element):
                self._open_block(element)
            self._anchors += 1
            self._anchor = element.get("href")
        elif tag == "br":
            self._break_line(element)
        else:
            if tag not in _INLINE:
                self._open_block(element)
            if tag in _BOLD:
                self._bold += 1
            elif tag in _HEADINGS:
                self._heading = int(tag[1])
            elif tag in _SET_APART:
                self._set_apart += 1

    def _open_block(self, element: HtmlElement) -> None:
        if self._pieces:
            self._flush()
        self._owners.append((element, len(self.blocks)))

    def _close(self, element: HtmlElement, tag: str) -> None:
        is_block = bool(self._owners) and self._owners[-1][0] is element
        if is_block:
            if self._pieces:
                self._flush()
            owner, first = self._owners.pop()
            self.extents[owner] = (first, len(self.blocks))
        if tag in _NAMED_PARTS:
            return
        if tag == "a":
            self._anchors -= 1
            if not self._anchors:
                self._anchor = None
        elif tag in _BOLD:
            self._bold -= 1
        elif is_block and tag in _HEADINGS:
            self._heading = 0
        elif is_block and tag in _SET_APART:
            self._set_apart -= 1

    def _start_run(self) -> None:
        self._texts: list[str] = []
        self._pieces: list[tuple[HtmlElement, bool]] = []
        self._linked = self._bolded = self._lead = 0
        self._leading: str | None = ""
        """The style that all texts have had so far; none yet where it is empty."""
        self._leads_with_link = False
        self._link: str | None = None

    def _take(self, element: HtmlElement, is_tail: bool, text: str) -> None:
        if self._anchors or self._bold:
            self._measure(text)
        else:
            self._leading = None
        self._texts.append(text)
        self._pieces.append((element, is_tail))

    def _measure(self, text: str) -> None:
        """Counts the characters of a text in a link or in bold type."""
        size = len(text) if "\n" not in text and "  " not in text else len(" ".join(text.split()))
        style = "a" if self._anchors else "b"
        if self._leading == "":
            self._leading = style
            self._leads_with_link = style == "a"
        if style == self._leading:
            self._lead += size
        else:
            self._leading = None
        if self._anchors:
            self._linked += size
            self._link = self._link or self._anchor
        if self._bold:
            self._bolded += size

    def _break_line(self, br: HtmlElement) -> None:
        """A line break ends a block, unless it only wraps a sentence."""
        so_far = "".join(self._texts[-8:])[-200:].rstrip()  # the end alone: a page may have ten thousand breaks
        after = (br.tail or "").lstrip()
        if so_far and after and after[0].islower() and not ends_a_sentence(so_far):
            self._texts.append(" ")
        elif self._pieces:
            self._flush()

    def _clean_pieces(self) -> None:
        """Takes control characters out of the tree: a reference may name them, but lxml takes none in a new text."""
        for element, is_tail in self._pieces:
            if is_tail:
                element.tail = without_unshown(element.tail or "")
            else:
                element.text = without_unshown(element.text or "")

    def _flush(self) -> None:
        text = " ".join("".join(self._texts).split())
        if not text.isprintable() and (clean := without_unshown(text)) != text:
            text = " ".join(clean.split())
            self._clean_pieces()
            if not text:
                self._start_run()
                return
        owner = self._owners[-1][0]
        kind: Kind = "row" if owner.get(ROW_ATTRIBUTE) else "heading" if self._heading else "text"
        size = len(text)
        self.blocks.append(
            Block(  # by position: names cost as much again
                len(self.blocks),
                text,
                kind,
                self._heading,
                owner,
                owner.tag,
                len(self._owners),
                self._linked and min(self._linked, size),
                self._bolded and min(self._bolded, size),
                self._lead and min(self._lead, size),
                self._leads_with_link,
                self._link,
                self._set_apart > 0,
                tuple(self._pieces),
            )
        )
        self._start_run()


def _is_card(link: HtmlElement) -> bool:
    """Whether the link is a whole card: its headline and teaser are its parts, so the link is a block as well."""
    tags = [child.tag for child in link]
    return any(name not in _INLINE and name != "br" for name in tags) or tags.count("span") >= 2
