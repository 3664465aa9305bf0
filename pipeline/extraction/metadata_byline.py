"""Authors as the visible page names them, for pages whose markup states none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain, islice

from lxml import etree
from lxml.html import HtmlElement

from pipeline.extraction.authors import (
    begins_with_first_name,
    byline_in,
    clean_names,
    looks_like_name,
    names_an_author,
)
from pipeline.extraction.called import Called
from pipeline.extraction.metadata_statements import pieces_of, text_of
from pipeline.extraction.metadata_surroundings import lines_after, lines_before

_LINKED = etree.XPath("//a[contains(@rel,'author')]")
_CALLED = Called(
    {"class": "uthor|yline|auteur|autor|writer|username", "id": "author|byline", "data-testid": "yline|uthor"}
)
_WITH_COLON = etree.XPath("//text()[contains(., ':')][not(parent::script or parent::style)]")
_WORDS = "[normalize-space(translate(., '\u00a0', ' '))]"
_BEHIND_TAIL = etree.XPath(f"following::text(){_WORDS}[2]", smart_strings=False)
_BEHIND_TEXT = etree.XPath(f"(descendant::text()|following::text()){_WORDS}[2]", smart_strings=False)
"""The next words behind an element's tail, or behind its first text; either is the first of what is counted."""
_LINKS_BEHIND = etree.XPath("following::a[@href][position() <= 40]")
_PERSONAL_PAGE = re.compile(
    r"/(?:authors?|auteurs?|autor(?:en|es|i|e)?|staff|writers?|editors?|journalistes?|redakteure?|contributors?|newsteam)"
    r"/(?:name/)?[^/?#]{3,}/?(?:[?#]|$)"
)
_FOREIGN = re.compile(
    r"(?<!with)(?<!has)(?<!with-)(?<!has-)(?<!no-)(?:comment|recent|related|teaser|sidebar|widget|footer)"
)
_OUTER_LEVELS = 2
"""Levels below the body at which a footer is the site's, not an article's."""
_MAX_CHARS = 150
_MAX_ELEMENTS = 40
_MAX_LABELS = 8
_RUNNING_CHARS = 120
_SIGNATURE_CHARS = 40


class AuthorMarks:
    """The words of author links, and of the elements called author or byline; each looked for when it is asked for."""

    def __init__(self, tree: HtmlElement) -> None:
        self._tree = tree

    @cached_property
    def linked(self) -> list[str]:
        """The words of author links."""
        return list(_linked(self._tree))

    @cached_property
    def called(self) -> list[str]:
        """The words of the elements called author or byline."""
        return list(_called(self._tree))

    def short(self) -> Iterator[str]:
        """Those that can be a name, of whatever."""
        return (words for words in chain(self.linked, self.called) if 0 < len(words) <= _SIGNATURE_CHARS)


def author_marks(tree: HtmlElement) -> AuthorMarks:
    """What the page's markup calls its authors without stating who they are."""
    return AuthorMarks(tree)


def visible_authors(
    tree: HtmlElement, heading: HtmlElement | None, marks: AuthorMarks, site_names: Iterable[str]
) -> list[str]:
    """Names in author links, in elements called byline or author, in bylines around the headline, in signatures.

    Args:
        tree: the whole page.
        heading: the element that shows the headline, where it was found.
        marks: author links and elements called byline or author.
        site_names: names of the site, which are no authors.
    """
    sites = list(site_names)
    for statement in marks.linked:
        if names := clean_names([statement], sites, trusted=True):
            return names
    others = chain(marks.called, _around(heading), _personal_pages(heading), _labelled(tree), _signature(tree))
    for statement in others:
        if names := clean_names([statement], sites, trusted=False):
            return names
    return []


def _linked(tree: HtmlElement) -> Iterator[str]:
    for element in _LINKED(tree)[:_MAX_ELEMENTS]:
        if not _stands_elsewhere(element):
            yield text_of(element, _MAX_CHARS)


def _called(tree: HtmlElement) -> Iterator[str]:
    """The words of the elements, piece by piece: `By` and the name are often elements of their own."""
    for element in islice(_CALLED(tree), _MAX_ELEMENTS):
        if element.tag in ("html", "body", "form", "input") or _stands_elsewhere(element):
            continue
        pieces = [" ".join(piece.split()) for piece in pieces_of(element, _MAX_CHARS + 1)]
        if sum(map(len, pieces)) <= _MAX_CHARS:
            yield "\n".join(filter(None, pieces))
            yield " ".join(filter(None, pieces))


def _personal_pages(heading: HtmlElement | None) -> Iterator[str]:
    """Links near behind the headline that lead to the page of one author: `/auteurs/anne-roy`."""
    for link in _LINKS_BEHIND(heading) if heading is not None else ():
        if _PERSONAL_PAGE.search(link.get("href")) and not _stands_elsewhere(link):
            yield text_of(link, _MAX_CHARS)


def _stands_elsewhere(element: HtmlElement) -> bool:
    """Whether the element is of a comment or a teaser."""
    for number, ancestor in enumerate(chain((element,), element.iterancestors())):
        hints = f"{ancestor.get('class') or ''} {ancestor.get('id') or ''}".lower()
        if ancestor.tag == "footer" and sum(1 for _ in ancestor.iterancestors()) > _OUTER_LEVELS + 1:
            continue  # an article's own
        if ancestor.tag in ("aside", "footer") or _FOREIGN.search(hints):
            return ancestor.tag not in ("body", "html", "article", "main")
        if number > 5:
            return False
    return False


def _around(heading: HtmlElement | None) -> Iterator[str]:
    if heading is not None:
        for line in chain(lines_after(heading), lines_before(heading)):
            if len(line) <= _MAX_CHARS and (names := byline_in(line)):
                yield names


def _labelled(tree: HtmlElement) -> Iterator[str]:
    """What follows a label such as `Auteur :`, in the same piece of text or the next."""
    labels = 0
    for piece in _WITH_COLON(tree):
        words = " ".join(piece[: _MAX_CHARS + 1].split())
        if labels == _MAX_LABELS or len(words) > _MAX_CHARS or not names_an_author(words):
            continue
        labels += 1
        if rest := words.partition(":")[2].strip():
            yield rest
        for following in (_BEHIND_TAIL if piece.is_tail else _BEHIND_TEXT)(piece.getparent()):
            yield " ".join(following[: _MAX_CHARS + 1].split())


def _signature(tree: HtmlElement) -> Iterator[str]:
    """A name alone in emphasis or in a paragraph, right behind running text: how trade papers sign."""
    for element in tree.iter("em", "i", "strong", "b", "p", "div"):
        if len(element) > 1 or len(element.text or "") > _SIGNATURE_CHARS or (element.tail or "").strip():
            continue
        words = text_of(element, _SIGNATURE_CHARS + 1) if len(element) else " ".join((element.text or "").split())
        if not words or len(words) > _SIGNATURE_CHARS or not (looks_like_name(words) and begins_with_first_name(words)):
            continue
        if _ends_running_text(element) and not _stands_elsewhere(element):
            yield words


def _ends_running_text(element: HtmlElement) -> bool:
    """Whether running text ends before the element and none goes on behind it, as it does behind a subheading."""
    following = next(iter(element.itersiblings()), None)
    parent = element.getparent()
    if following is None and parent is not None:
        following = next(iter(parent.itersiblings()), None)
    goes_on = following is not None and len(text_of(following, _RUNNING_CHARS)) >= _RUNNING_CHARS
    return not goes_on and _follows_running_text(element)


def _follows_running_text(element: HtmlElement) -> bool:
    """Whether what stands before the element, in its block or before its block, is a paragraph's end."""
    while True:
        previous = element.getprevious()
        while previous is not None and previous.tag == "br" and not (previous.tail or "").strip():
            previous = previous.getprevious()
        if previous is not None:
            before = (previous.tail or "").strip() or text_of(previous, 2_000)
            break
        parent = element.getparent()
        if parent is None or (parent.text or "").strip():
            before = (parent.text or "") if parent is not None else ""
            break
        element = parent
    return len(before) >= _RUNNING_CHARS and before.rstrip(' "»”“«)').endswith((".", "!", "?", "…"))
