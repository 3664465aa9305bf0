"""Where on the page the article's own headline stands, and keeping it out of the text."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from pipeline.extraction.blocks import Block
from pipeline.extraction.own_link import heading_of_own_page

_WORD = re.compile(r"\w+")


def find_headline(tree: HtmlElement, headline: str | None, url: str | None = None) -> HtmlElement | None:
    """The element that shows the headline: an `h1` before any other, the one nearest to the known headline.

    Where no `h1` has its words, one that links to the page itself, whose address is `url`.
    """
    first_h1 = None
    wanted = words(headline)
    for element in tree.iter("h1"):
        text = element.text_content()
        if not text.strip():
            continue
        if wanted and likeness(wanted, words(text)) >= 0.6:
            return element
        first_h1 = element if first_h1 is None else first_h1
    own = heading_of_own_page(tree, url)
    if own is not None and likeness(wanted, words(own.text_content())) >= 0.8:
        return own
    if wanted:
        for element in tree.iter("h2", "h3", "h4"):
            if likeness(wanted, words(element.text_content())) >= 0.8 and next(element.iter("a"), None) is None:
                return element
    return first_h1


def headline_block(blocks: list[Block], element: HtmlElement | None, headline: str | None, title: str) -> int:
    """Number of the block that is the headline, -1 where there is none.

    Args:
        blocks: the blocks of the page.
        element: the element that shows it, where one was found.
        headline: the headline as the metadata have it.
        title: the page's `<title>`, which mostly begins or ends with it.
    """
    if element is not None:
        inside = {id(element)} | {id(descendant) for descendant in element.iter()}
        for block in blocks:
            if id(block.owner) in inside:
                return block.number
    wanted = words(headline)
    if wanted:
        for block in blocks:
            if len(block.text) < 300 and not block.is_link and likeness(wanted, words(block.text)) >= 0.9:
                return block.number
    title = " ".join(title.split())
    return next((b.number for b in blocks if len(b.text) >= 25 and not b.is_link and b.text in title), -1)


def repeats_headline(text: str, headline: str | None) -> bool:
    """Whether the line says no more than the headline."""
    wanted = words(headline)
    return bool(wanted) and len(text) <= 2 * len(headline or "") and likeness(wanted, words(text)) >= 0.8


def is_headline(text: str, headline: str | None) -> bool:
    """Whether the line is the headline over again, letter by letter but for marks and capitals."""
    return bool(headline) and len(text) <= 2 * len(headline or "") and _folded(text) == _folded(headline or "")


def _folded(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def words(text: str | None) -> frozenset[str]:
    """The words of the text, in lower case."""
    return frozenset(_WORD.findall((text or "").casefold()))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared words as a part of all words of both."""
    return len(one & other) / len(one | other) if one and other else 0.0
