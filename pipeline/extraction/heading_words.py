"""The words of a headline element, without what systems set into it besides: a kicker, a date, hidden marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from pipeline.extraction.metadata_statements import text_of

_ABOVE = re.compile(
    r"kicker|over-?line|over-?title|topline|top-line|super-?title|sur-?titre|pre-?title|pre-?headline|eyebrow"
    r"|roof-?line|dachzeile|spitzmarke|vorspann|strap-?line|sub-?line|h1-?small|occhiello|ante-?titulo|categor|rubri"
    r"|section-?(?:name|label)|badge|flag|label",
    re.IGNORECASE,
)
"""Classes of the words over a headline, as systems of the press call them in five languages."""
_HIDDEN = re.compile(r"(?:visually|visual|element)-?hidden|sr-only|screen-?reader|off-?screen", re.IGNORECASE)
_FRONT_PAGE = re.compile(r"(?:https?:)?(?://[^/]+)?/?")
_DATED = re.compile(r"date|datum|fecha|time", re.IGNORECASE)
_ASIDE_TAGS = frozenset({"small", "time", "button", "svg"})
_MIN_CHARS = 15
"""Characters that have to be left: less is rather the words over it than the headline."""


def heading_words(heading: HtmlElement) -> str:
    """The words of the headline on one line; all words of the element where nothing sets a part of them apart."""
    whole = text_of(heading)
    if len(heading) == 0 or len(whole) <= _MIN_CHARS:
        return whole
    apart = [part for part in _parts(heading) if _is_apart(part)]
    if not apart:
        return whole
    kept = " ".join(" ".join(_pieces(heading, frozenset(apart))).split())
    return kept if len(kept) >= _MIN_CHARS else whole


def parts_apart(heading: HtmlElement) -> list[HtmlElement]:
    """The parts that systems set into a headline's element besides its words."""
    return [part for part in _parts(heading) if _is_apart(part) or _DATED.search(part.get("class") or "")]


def is_link_home(heading: HtmlElement) -> bool:
    """Whether the element holds nothing but a link to the front page: the site's name set as a headline."""
    link = heading.find(".//a[@href]")
    if link is None or len(text_of(link)) < len(text_of(heading)):
        return False
    return leads_home(link)


def leads_home(link: HtmlElement) -> bool:
    """Whether the link leads to a site's front page."""
    return link.get("rel") == "home" or _FRONT_PAGE.fullmatch((link.get("href") or "#").strip()) is not None


def _parts(heading: HtmlElement) -> Iterator[HtmlElement]:
    return (part for part in heading.iterdescendants() if isinstance(part.tag, str))


def _is_apart(part: HtmlElement) -> bool:
    if part.tag in _ASIDE_TAGS:
        return True
    called = part.get("class") or ""
    if part.get("aria-hidden") == "true" or _HIDDEN.search(called):
        return len(text_of(part)) < _MIN_CHARS or _HIDDEN.search(called) is not None
    return _ABOVE.search(called) is not None


def _pieces(heading: HtmlElement, apart: frozenset[HtmlElement]) -> Iterator[str]:
    """The element's texts in order, without those of the parts set apart."""
    walk = etree.iterwalk(heading, events=("start", "end"))
    for event, item in walk:
        if event == "end":
            yield item.tail or "" if item is not heading else ""
        elif item in apart or item.tag in ("script", "style", "noscript"):
            walk.skip_subtree()
            yield " "
        else:
            yield " " if item.tag == "br" else item.text or ""
