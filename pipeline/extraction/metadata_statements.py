"""Everything a page says of its article in its markup, gathered in one pass and not yet judged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from pipeline.characters import without_unshown
from pipeline.extraction.metadata_json_ld import JsonLd, read_json_ld

_MAX_METAS = 2_000
# `<meta>` elements read; real pages have below two hundred.
_MAX_HEADING_CHARS = 500
_WITH_ITEMPROP, _WITH_PROPERTY = etree.XPath("//@itemprop/.."), etree.XPath("//@property/..")
_WITH_EITHER = etree.XPath("(//@itemprop|//@property)/..")  # to bring both into order takes twice as long
_UNMARKED = ("meta", "link")
_SILENT = ("script", "style", "svg", "noscript")


@dataclass(frozen=True, slots=True)
class Marked:
    """One microdata or RDFa statement in the page's body."""

    name: str
    """The property in lower case without its prefix: `headline`, `datepublished`, `author`."""
    element: HtmlElement


@dataclass(slots=True)
class Statements:
    """What the markup says, in the page's order."""

    title: str | None = None
    metas: dict[str, list[str]] = field(default_factory=dict)
    """Contents by name, property or itemprop, in lower case."""
    headings: list[HtmlElement] = field(default_factory=list)
    """The `<h1>` elements."""
    times: list[HtmlElement] = field(default_factory=list)
    """The `<time>` elements."""
    marked: list[Marked] = field(default_factory=list)
    canonical: str | None = None
    language: str | None = None
    """The `lang` attribute of `<html>`."""
    json_ld: JsonLd = field(default_factory=JsonLd)

    def first(self, *names: str) -> str | None:
        """The first content given under one of the names; names in order of trust."""
        for name in names:
            for content in self.metas.get(name, ()):
                return content
        return None

    def marked_as(self, *names: str) -> list[HtmlElement]:
        """The elements marked with one of the properties."""
        return [item.element for item in self.marked if item.name in names]


def gather(tree: HtmlElement) -> Statements:
    """One walk over the elements that can carry statements; never raises for what a page holds."""
    said = Statements(language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"))
    blocks: list[str] = []
    metas = 0
    for element in tree.iter("html", "title", "meta", "link", "script", "h1", "time"):
        tag = element.tag
        if tag == "meta":
            metas += 1
            if metas <= _MAX_METAS:
                _read_meta(element, said)
        elif tag == "script":
            if "ld+json" in (element.get("type") or "").lower():
                blocks.append(element.text or "")
        elif tag == "h1":
            said.headings.append(element)
        elif tag == "time":
            said.times.append(element)
        elif tag == "link":
            _read_link(element, said)
        elif tag == "title":
            _read_title(element, said)
        elif said.language is None:
            said.language = element.get("lang")
    said.json_ld = read_json_ld(blocks)
    for element in _marked(tree):
        for name in (element.get("itemprop") or element.get("property") or "").lower().split()[:5]:
            said.marked.append(Marked(name.rpartition(":")[2].rpartition("/")[2], element))
    return said


def _marked(tree: HtmlElement) -> list[HtmlElement]:
    """The elements of the body that are marked, in the page's order."""
    by_item, by_property = (
        [element for element in marked(tree) if element.tag not in _UNMARKED]
        for marked in (_WITH_ITEMPROP, _WITH_PROPERTY)
    )
    if by_item and by_property:
        return [element for element in _WITH_EITHER(tree) if element.tag not in _UNMARKED]
    return by_item or by_property


def text_of(element: HtmlElement, limit: int = _MAX_HEADING_CHARS) -> str:
    """The element's words on one line, without scripts and styles, cut at the limit."""
    if len(element) == 0 and element.tag not in _SILENT:
        return " ".join(without_unshown((element.text or "")[: limit + 1]).split())
    return " ".join(without_unshown("".join(pieces_of(element, limit))[: limit + 1]).split())


def pieces_of(element: HtmlElement, limit: int) -> list[str]:
    """The element's texts one by one, until together they are longer than the limit."""
    pieces: list[str] = []
    length = 0
    for piece in _pieces(element):
        pieces.append(piece)
        length += len(piece)
        if length > limit:
            break
    return pieces


def _pieces(element: HtmlElement) -> Iterator[str]:
    for event, item in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            if item.text and item.tag not in _SILENT:
                yield item.text
            if item.tag == "br":
                yield " "
        elif item is not element and item.tail:
            yield item.tail


def _read_meta(element: HtmlElement, said: Statements) -> None:
    content = (element.get("content") or element.get("value") or "").strip()
    if not content:
        return
    for attribute in ("property", "name", "itemprop", "http-equiv"):
        names = element.get(attribute)
        if names:
            for name in names.lower().split()[:3]:
                said.metas.setdefault(name, []).append(content)


def _read_link(element: HtmlElement, said: Statements) -> None:
    if said.canonical is None and (element.get("rel") or "").strip().lower() == "canonical":
        said.canonical = (element.get("href") or "").strip() or None


def _read_title(element: HtmlElement, said: Statements) -> None:
    parent = element.getparent()
    if said.title is None and (parent is None or parent.tag != "svg"):  # drawings have titles too
        said.title = text_of(element) or None
