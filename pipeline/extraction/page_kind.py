"""Tells pages of other kinds from articles: home pages, listings, consent and login walls, soft 404s.

Reads `languages/<language>/page_kind.toml`: `missing`, `consent`, `wall` and `robot`, the phrases of
such pages. A phrase alone never refuses a page: articles about cookies and subscriptions exist. The
page must be short for it, or be made of nothing else.
"""

from __future__ import annotations

import re
from functools import cache

from lxml import etree
from lxml.html import HtmlElement

from pipeline.extraction.result import Metadata
from pipeline.languages import every_vocabulary
from pipeline.limits import DEFAULT_LIMITS, Limits
from pipeline.outcomes import NotArticleError, NoTextError

_SHORT_PAGE_CHARS = 700
# A page that is missing, or a guard's, says so in a few sentences.
_WALL_PAGE_CHARS = 1_200
# A wall's text is an offer and a form; an article behind one shows more than this, or has its lead.
_CONSENT_PAGE_CHARS = 6_000
# Consent walls with their list of purposes are long, but hold little else.
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_MIN_LISTED = 8
# Linked headlines of a listing; related-article blocks below short articles have fewer without their teasers.
_RUNNING_CHARS = 140
# A line of this length with two sentences is running text; teasers are shorter or are cut off.
_LINKED_HEADLINES = etree.XPath("//*[self::h1 or self::h2 or self::h3 or self::h4][.//a[@href] or parent::a[@href]]")
# The number alone, or set off by a dash or a bar: a Peugeot 404 is none.
_NOT_FOUND = re.compile(
    r"^\W*(?:error|erreur|fehler|errore)?\W*40[34]\s*(?:$|[-–—|:!.])|[-–—|:]\s*40[34]\W*$", re.IGNORECASE
)


def refuse_other_kinds(tree: HtmlElement, text: str, metadata: Metadata, limits: Limits = DEFAULT_LIMITS) -> None:
    """Lets articles pass.

    Args:
        tree: the page; what extraction has taken out of it may be missing.
        text: what extraction takes for the article's text.
        metadata: what the page says of itself.
        limits: `min_text_chars` is read.

    Raises:
        NotArticleError: the page is of another kind; the reason names it.
        NoTextError: there are fewer characters of text than an article has.
    """
    headline = metadata.headline or ""
    lines = [line for line in text.split("\n") if line.strip()]
    opening = "\n".join([headline, *lines[:2]])
    if len(text) < _SHORT_PAGE_CHARS:
        if _NOT_FOUND.search(headline) or _found("missing", headline):
            raise NotArticleError("a soft 404: its headline says so")
        if len(text) < 400 and _found("missing", opening):
            raise NotArticleError("a soft 404: the page says that it is missing")
        if _covers("robot", headline, text, 0.3):
            raise NotArticleError("a guard's page: it asks for a browser or a human")
    if len(text) < _WALL_PAGE_CHARS and _covers("wall", headline, text, 0.5):
        raise NotArticleError("a login or subscription wall without the article's text")
    if len(text) < _CONSENT_PAGE_CHARS and _covers("consent", headline, text, 0.5):
        raise NotArticleError("a consent wall")
    if _is_listing(tree, lines, metadata):
        raise NotArticleError("a home page or a listing: linked headlines without running text")
    if len(text) < limits.min_text_chars:
        raise NoTextError(f"{len(text)} characters of text, an article has at least {limits.min_text_chars}")


def _covers(kind: str, headline: str, text: str, share: float) -> bool:
    """Whether sentences with the phrases make up that share of the text, or half of it under such a headline."""
    sentences = _SENTENCE.findall(text[: _CONSENT_PAGE_CHARS * 2])
    telling = [sentence for sentence in sentences if _found(kind, sentence)]
    distinct = {phrase.lower() for sentence in telling for phrase in _phrases(kind).findall(sentence)}
    total = sum(map(len, sentences)) or 1
    covered = sum(map(len, telling)) / total
    return len(distinct) >= 2 and covered >= (share * 0.5 if _found(kind, headline) else share)


def _found(kind: str, text: str) -> bool:
    return bool(_phrases(kind).search(text.replace("’", "'")))


def _is_listing(tree: HtmlElement, lines: list[str], metadata: Metadata) -> bool:
    """Many linked headlines, and no run of text that stands on its own."""
    linked = _LINKED_HEADLINES(tree)
    if len(linked) < _MIN_LISTED:
        return False
    running = [line for line in lines if len(line) >= _RUNNING_CHARS and len(re.findall(r"[.!?…]\s", line)) >= 1]
    headlines = {" ".join(element.text_content().split()) for element in linked[:400]}
    listed = sum(1 for line in lines if line in headlines)
    if listed >= 5 and listed >= len(lines) / 4:  # the "text" is the listing itself
        return True
    return not running and metadata.published is None and not metadata.authors


@cache
def _phrases(kind: str) -> re.Pattern[str]:
    phrases = {phrase for data in every_vocabulary("page_kind").values() for phrase in data[kind]}
    words = "|".join(re.escape(phrase) for phrase in sorted(phrases, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
