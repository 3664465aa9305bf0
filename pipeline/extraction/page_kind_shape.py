"""The shape of a page as it came: whether it is made of linked headlines, as home pages and listings are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from pipeline.extraction.metadata_statements import text_of

_ARTICLE_TYPE = re.compile(r'"@type"\s{0,5}:\s{0,5}\[?\s{0,5}"(?:\w{0,30}Article|BlogPosting|Report|Review)"')
_MAX_LINKED = 200
_MIN_LISTED = 8
# Linked headlines of a listing; articles have fewer, or say that they are articles, or have text between them.
_OPENING_CHARS = 60
_TEASER_SHARE = 0.6
_RUNNING_CHARS = 140
# A line of this length with two sentences is running text; most teasers are shorter or are cut off.
_MIN_HEADLINE_WORDS, _MIN_SHORT_WORDS = 5, 2
# Names of sections and sites are shorter.
_MIN_RUNNING = 300
_MIN_RUNNING_AT_HOME = 1_500


@dataclass(frozen=True, slots=True)
class PageShape:
    """What tells a listing from an article, read before extraction takes anything out of the tree."""

    linked_headlines: frozenset[str]
    """The words of the headings that are links."""
    teaser_openings: frozenset[str]
    """How the text behind each of them begins."""
    says_article: bool
    """Whether Open Graph or JSON-LD call the page an article."""
    has_own_headline: bool
    """Whether an `<h1>` of several words, which is no link, is in the `<title>` too."""
    has_short_headline: bool = False
    """Whether an unlinked `<h1>` of few words is the whole `<title>`: an article's headline or a section's."""


def read_shape(tree: HtmlElement) -> PageShape:
    """Costs one search for headings; the rest is done for those that are links."""
    linked = list(islice(filter(_is_linked, tree.iter("h1", "h2", "h3", "h4")), _MAX_LINKED))
    says_article = any(
        meta.get("property") == "og:type" and (meta.get("content") or "").strip().lower() == "article"
        for meta in tree.iter("meta")
    ) or any(
        script.get("type") == "application/ld+json" and _ARTICLE_TYPE.search(script.text or "")
        for script in tree.iter("script")
    )
    if len(linked) < _MIN_LISTED:
        return PageShape(frozenset(), frozenset(), says_article, has_own_headline=False)
    openings = {opening for element in linked if (opening := _behind(element))}
    return PageShape(
        frozenset(text_of(element) for element in linked),
        frozenset(openings),
        says_article,
        *_own_headlines(tree, linked),
    )


def _is_linked(heading: HtmlElement) -> bool:
    """Whether a link stands in the heading, or right around it."""
    parent = heading.getparent()
    if parent is not None and parent.tag == "a" and parent.get("href") is not None:
        return True
    return any(link.get("href") is not None for link in heading.iter("a"))


def _own_headlines(tree: HtmlElement, linked: list[HtmlElement]) -> tuple[bool, bool]:
    """Whether one of several words is in the title, and whether one of few is all of it."""
    title = " ".join((tree.findtext(".//title") or "").split())
    shown = [text_of(heading) for heading in list(tree.iter("h1"))[:5] if heading not in linked]
    long = any(len(text.split()) >= _MIN_HEADLINE_WORDS and text[:_OPENING_CHARS] in title for text in shown)
    return long, any(len(text.split()) >= _MIN_SHORT_WORDS and text == title for text in shown)


def is_listing(shape: PageShape, lines: list[str], canonical_url: str | None) -> bool:
    """Whether the lines of the text are teasers of linked headlines, or next to nothing between them."""
    if len(shape.linked_headlines) < _MIN_LISTED or shape.says_article:
        return False
    teasers = sum(len(line) for line in lines if _is_of_listing(line, shape))
    if teasers >= _TEASER_SHARE * sum(map(len, lines)):
        return True
    if shape.has_own_headline:
        return False
    own = sum(len(line) for line in lines if len(line) >= _RUNNING_CHARS and not _is_of_listing(line, shape))
    if shape.has_short_headline and not _is_home(canonical_url) and own >= 2 * _MIN_RUNNING:
        return False
    running = sum(len(line) for line in lines if len(line) >= _RUNNING_CHARS and re.search(r"[.!?…]\s", line))
    return running < (_MIN_RUNNING_AT_HOME if _is_home(canonical_url) else _MIN_RUNNING)


def _is_of_listing(line: str, shape: PageShape) -> bool:
    return line in shape.linked_headlines or line[:_OPENING_CHARS] in shape.teaser_openings


def _behind(heading: HtmlElement) -> str:
    """How the text behind a headline begins: in the next element, or the one behind its parent."""
    element = heading.getnext()
    for _ in range(3):
        if element is not None:
            break
        heading = heading.getparent()
        if heading is None:
            return ""
        element = heading.getnext()
    return text_of(element, _OPENING_CHARS)[:_OPENING_CHARS] if element is not None else ""


def _is_home(canonical_url: str | None) -> bool:
    return canonical_url is not None and urlsplit(canonical_url).path in ("", "/")
