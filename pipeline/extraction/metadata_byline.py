"""Authors as the visible page names them, for pages whose markup states none."""

from __future__ import annotations

from lxml import etree
from lxml.html import HtmlElement

from pipeline.extraction.authors import clean_names, looks_like_byline
from pipeline.extraction.metadata_statements import text_of
from pipeline.extraction.metadata_surroundings import lines_around

_MARKED = etree.XPath(
    "//a[@rel='author']|//*[contains(@class,'author') or contains(@class,'Author') or contains(@class,'byline')"
    " or contains(@class,'Byline') or contains(@class,'auteur') or contains(@class,'autor')"
    " or contains(@class,'writer') or contains(@id,'author') or contains(@id,'byline')]"
)
_MAX_CHARS = 150
_MAX_ELEMENTS = 40


def visible_authors(tree: HtmlElement, heading: HtmlElement | None, publisher: str | None) -> list[str]:
    """Names in elements called byline or author, else in a line around the headline that begins like a byline."""
    for element in _MARKED(tree)[:_MAX_ELEMENTS]:
        text = text_of(element, _MAX_CHARS + 1)
        if 0 < len(text) <= _MAX_CHARS and (names := clean_names([text], publisher, trusted=False)):
            return names
    if heading is not None:
        for line in lines_around(heading):
            if len(line) > _MAX_CHARS or not looks_like_byline(line):
                continue
            if names := clean_names([line], publisher, trusted=False):
                return names
    return []
