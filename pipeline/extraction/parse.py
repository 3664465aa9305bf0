"""One parse of the page, within the limits, for all who need its tree.

A page is counted before it is parsed and tamed after: what would make a later step slow or blow up its
memory is refused or taken out here, once, so that no later step needs guards of its own.
"""

from __future__ import annotations

import re
from functools import cache
from threading import local

from lxml import etree
from lxml.html import HtmlComment, HtmlElement, HtmlEntity, HTMLParser, HtmlProcessingInstruction

from pipeline.limits import DEFAULT_LIMITS, Limits
from pipeline.outcomes import NoTextError, TooLargeError

_TAG = re.compile(r"<[A-Za-z]")
_PARAGRAPH = re.compile(r"<[pP][\s>]")
_INLINE = re.compile(
    r"</?(?:b|big|center|em|font|i|ins|s|small|span|strike|strong|tt|u)(?:\s[^<>]{0,2000})?>", re.IGNORECASE
)
# Left open by the hundred, these nest; without them the words are the same.
_MAX_SPAN = 50
# Columns or rows that a cell may cover; extractors write out an empty cell for each, so a million is an attack.
_SILENT = ("script", "style", "template", "svg")
_parsers = local()  # a parser is not to be shared between threads


def parse(html: str, limits: Limits = DEFAULT_LIMITS, utf8: bytes | None = None) -> HtmlElement:
    """The page's tree, without comments and processing instructions.

    Args:
        html: the page.
        limits: how large it may be.
        utf8: the same in UTF-8, where it is at hand.

    Raises:
        TooLargeError: more elements, paragraphs, levels or words than the limits allow.
        NoTextError: nothing that a parser could make a tree of.
    """
    data = html.encode("utf-8", "replace") if utf8 is None else utf8
    tags = data.count(b"<")  # of bytes, four times as fast as of characters
    if tags > limits.max_elements and (elements := len(_TAG.findall(html))) > limits.max_elements:
        raise TooLargeError(f"{elements} elements, the limit is {limits.max_elements}")
    if tags > limits.max_paragraphs and (paragraphs := len(_PARAGRAPH.findall(html))) > limits.max_paragraphs:
        raise TooLargeError(f"{paragraphs} paragraphs, the limit is {limits.max_paragraphs}")
    tree = _tree(data)
    if _is_deeper(tree, limits.max_depth):
        tree = _tree(_INLINE.sub("", html).encode("utf-8", "replace"))
        if _is_deeper(tree, limits.max_depth):
            raise TooLargeError(f"elements nested more than {limits.max_depth} levels deep")
    if len(html) > limits.max_text_chars and (words := _count_words(tree)) > limits.max_text_chars:
        raise TooLargeError(f"{words} characters of text, the limit is {limits.max_text_chars}")
    _tame_spans(tree)
    if _may_have_longer_attribute(html, limits.max_attribute_chars):
        _tame_attributes(tree, limits)
    return tree


def _tree(data: bytes) -> HtmlElement:
    try:
        tree = etree.fromstring(data, parser=_parser())
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise NoTextError(f"no tree: {error}") from error
    if tree is None:
        raise NoTextError("an empty page")
    return tree


def _is_deeper(tree: HtmlElement, levels: int) -> bool:
    return bool(_deeper_than(levels)(tree))


@cache  # one entry: to read so long an expression takes as long as to ask it
def _deeper_than(levels: int) -> etree.XPath:
    return etree.XPath(f"boolean({'/*' * (levels + 1)})")


def _count_words(tree: HtmlElement) -> int:
    """Characters of text outside of scripts and styles."""
    words = sum(len(element.text or "") for element in tree.iter() if element.tag not in _SILENT)
    return words + sum(len(element.tail or "") for element in tree.iter())


def _tame_spans(tree: HtmlElement) -> None:
    """Takes out giant spans of table cells: data and attacks, never words."""
    for cell in tree.iter("td", "th"):
        for name in ("colspan", "rowspan"):
            value = (cell.get(name) or "").strip()
            if value and not (value.isascii() and value.isdigit() and int(value[:9]) <= _MAX_SPAN):
                del cell.attrib[name]


def _may_have_longer_attribute(html: str, chars: int) -> bool:
    """Whether some attribute of the page can be longer than that; costs nothing beside asking all of them.

    Such an attribute covers a whole window without a double quote, or without white space, or stands in single quotes.
    """
    if len(html) <= chars:
        return False
    half = max(chars // 2, 1)
    for start in range(0, len(html), half):
        end = start + half
        if html.find('"', start, end) < 0 or (html.find(" ", start, end) < 0 and html.find("\n", start, end) < 0):
            return True
    if all(html.find("'", start, start + half) >= 0 for start in range(0, len(html) - half + 1, half)):
        return False
    return re.search(rf"=\s*'[^']{{{chars}}}", html) is not None


def _tame_attributes(tree: HtmlElement, limits: Limits) -> None:
    """Takes out giant attributes: data and attacks, never words."""
    for attribute in tree.xpath(f"//@*[string-length(.) > {limits.max_attribute_chars}]"):
        parent = attribute.getparent()
        if parent is not None and attribute.attrname in parent.attrib:
            del parent.attrib[attribute.attrname]


def _parser() -> HTMLParser:
    parser = getattr(_parsers, "html", None)
    if parser is None:
        parser = HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True, encoding="utf-8")
        # The class lookup of lxml.html calls a Python function for every node; this one calls none.
        parser.set_element_class_lookup(
            etree.ElementDefaultClassLookup(
                element=HtmlElement, comment=HtmlComment, pi=HtmlProcessingInstruction, entity=HtmlEntity
            )
        )
        _parsers.html = parser
    return parser
