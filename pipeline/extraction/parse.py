"""One parse of the page, within the limits, for all who need its tree."""

from __future__ import annotations

import re
from threading import local

from lxml import etree
from lxml.html import HtmlComment, HtmlElement, HtmlEntity, HTMLParser, HtmlProcessingInstruction

from pipeline.limits import DEFAULT_LIMITS, Limits
from pipeline.outcomes import NoTextError, TooLargeError

_TAG = re.compile(r"<[A-Za-z]")
_PARAGRAPH = re.compile(r"<[pP][\s>]")
_parsers = local()  # a parser is not to be shared between threads


def parse(html: str, limits: Limits = DEFAULT_LIMITS) -> HtmlElement:
    """The page's tree, without comments and processing instructions.

    Raises:
        TooLargeError: more elements or paragraphs than the limits allow, counted before the parse.
        NoTextError: nothing that a parser could make a tree of.
    """
    if (elements := len(_TAG.findall(html))) > limits.max_elements:
        raise TooLargeError(f"{elements} elements, the limit is {limits.max_elements}")
    if (paragraphs := len(_PARAGRAPH.findall(html))) > limits.max_paragraphs:
        raise TooLargeError(f"{paragraphs} paragraphs, the limit is {limits.max_paragraphs}")
    data = html.encode("utf-8", "replace")
    try:
        tree = etree.fromstring(data, parser=_parser())
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise NoTextError(f"no tree: {error}") from error
    if tree is None:
        raise NoTextError("an empty page")
    return tree


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
