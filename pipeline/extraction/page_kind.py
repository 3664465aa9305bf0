"""Tells pages of other kinds from articles: home pages, listings, consent and login walls, soft 404s.

Reads `languages/<language>/page_kind.toml`: `missing`, `consent`, `wall` and `robot`, the phrases of
such pages. A phrase alone never refuses a page: articles about cookies and subscriptions exist. The
page must be short for it, or be made of nothing else.
"""

from __future__ import annotations

import re
from functools import cache

from ahocorasick_rs import AhoCorasick
from lxml.html import HtmlElement

from pipeline.extraction.page_kind_shape import PageShape, is_listing, read_shape
from pipeline.extraction.result import Metadata
from pipeline.languages import every_vocabulary
from pipeline.limits import DEFAULT_LIMITS, Limits
from pipeline.outcomes import NotArticleError, NoTextError

_SHORT_PAGE_CHARS = 700
# A page that is missing, or a guard's, says so in a few sentences.
_MISSING_PAGE_CHARS = 400
_WALL_PAGE_CHARS = 1_200
# A wall's text is an offer and a form; an article behind one shows more than this, or has its lead.
_CONSENT_PAGE_CHARS = 6_000
# Consent walls with their list of purposes are long, but hold little else.
_MIN_PHRASES, _LABEL_WORDS = 3, 5
# One or two such phrases are in many articles; a headline of more words is of an article about such pages.
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
# The number alone, or set off by a dash or a bar: a Peugeot 404 is none.
_NOT_FOUND = re.compile(
    r"^\W*(?:error|erreur|fehler|errore)?\W*40[34]\s*(?:$|[-–—|:!.])|[-–—|:]\s*40[34]\W*$", re.IGNORECASE
)


def refuse_other_kinds(
    page: HtmlElement | PageShape, text: str, metadata: Metadata, limits: Limits = DEFAULT_LIMITS
) -> None:
    """Lets articles pass.

    Args:
        page: the shape of the page, read before extraction took anything out of it, or its tree.
        text: what extraction takes for the article's text.
        metadata: what the page says of itself.
        limits: `min_text_chars` is read.

    Raises:
        NotArticleError: the page is of another kind; the reason names it.
        NoTextError: there are fewer characters of text than an article has.
    """
    shape = page if isinstance(page, PageShape) else read_shape(page)
    headline = metadata.headline or ""
    lines = [line for line in text.split("\n") if line.strip()]
    if len(text) < _SHORT_PAGE_CHARS:
        if _NOT_FOUND.search(headline) or _found("missing", headline):
            raise NotArticleError("a soft 404: its headline says so")
        if len(text) < _MISSING_PAGE_CHARS and _found("missing", "\n".join(lines[:2])):
            raise NotArticleError("a soft 404: the page says that it is missing")
        if _covers("robot", headline, text, 0.3):
            raise NotArticleError("a guard's page: it asks for a browser or a human")
    if len(text) < _WALL_PAGE_CHARS and _covers("wall", headline, text, 0.5):
        raise NotArticleError("a login or subscription wall without the article's text")
    if len(text) < _CONSENT_PAGE_CHARS and _covers("consent", headline, text, 0.5):
        raise NotArticleError("a consent wall")
    if is_listing(shape, lines, metadata.canonical_url):
        raise NotArticleError("a home page or a listing: linked headlines with their teasers, no text of its own")
    if len(text) < limits.min_text_chars:
        raise NoTextError(f"{len(text)} characters of text, an article has at least {limits.min_text_chars}")


def _covers(kind: str, headline: str, text: str, share: float) -> bool:
    """Whether sentences with the phrases make up that share of the text; half of it under a headline of such words."""
    if not _names_several(kind, f"{headline}\n{text}"):
        return False
    sentences = _SENTENCE.findall(text[: _CONSENT_PAGE_CHARS * 2])
    telling = [sentence for sentence in sentences if _found(kind, sentence)]
    distinct = {phrase.lower() for words in [headline, *telling] for phrase in _phrases(kind).findall(words)}
    covered = sum(map(len, telling)) / (sum(map(len, sentences)) or 1)
    named = _found(kind, headline) and len(headline.split()) <= _LABEL_WORDS
    return len(distinct) >= _MIN_PHRASES and covered >= (share * 0.5 if named else share)


def _names_several(kind: str, text: str) -> bool:
    """Whether enough of the phrases can be in the text: a hundredth of the time of looking for words of their own."""
    folded = text.lower().replace("’", "'")
    found = _phrase_automaton(kind).find_matches_as_indexes(folded, overlapping=True)
    return len({number for number, _, _ in found}) >= _MIN_PHRASES


def _found(kind: str, text: str) -> bool:
    return bool(_phrases(kind).search(text.replace("’", "'")))


@cache
def _phrases(kind: str) -> re.Pattern[str]:
    words = "|".join(map(re.escape, _phrase_list(kind)))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


@cache  # one entry a kind
def _phrase_automaton(kind: str) -> AhoCorasick:
    return AhoCorasick(_phrase_list(kind))


@cache
def _phrase_list(kind: str) -> tuple[str, ...]:
    phrases = {phrase for data in every_vocabulary("page_kind").values() for phrase in data[kind]}
    return tuple(sorted(phrases, key=len, reverse=True))
