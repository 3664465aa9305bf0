"""Text that a page keeps in a script as a template, for a script to show: some blogs hold their articles so.

It is looked at where a page has no other text: dialogues on cookies, walls and comments are kept in templates as well.
"""

from __future__ import annotations

import re

_START = re.compile(r"<script\b([^<>]{0,800})>", re.IGNORECASE)
_END = re.compile(r"</script[^<>]{0,20}>", re.IGNORECASE)
_IS_TEMPLATE = re.compile(r"\stype\s{0,3}=\s{0,3}[\"']?text/(?:x-)?template[\"'\s]", re.IGNORECASE)
_HAS_ID = re.compile(r"\sid\s{0,3}=", re.IGNORECASE)
"""By its id a script fetches a template for a dialogue or a card."""
_PARAGRAPH = re.compile(r"<(?:p|br)\b", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_PLACEHOLDERS = ("{{", "<%", "{%")
_MIN_PARAGRAPHS, _MIN_CHARS = 2, 300
"""Paragraphs or line breaks, and characters of text, of an article; forms and menus have fewer."""


def with_inert_text(html: str) -> str:
    """The page with the templates that hold finished text as parts of it, not as scripts; itself where there are none.

    A template with placeholders waits for data; what stands in it is nobody's text.
    """
    parts, at = [], 0
    while start := _START.search(html, at):
        end = _END.search(html, start.end())
        if end is None:
            break
        inside = html[start.end() : end.start()]
        attributes = start[1] + " "
        if _IS_TEMPLATE.search(attributes) and not _HAS_ID.search(attributes) and _is_text(inside):
            parts += [html[at : start.start()], "<div>", inside, "</div>"]
        else:
            parts.append(html[at : end.end()])
        at = end.end()
    return "".join((*parts, html[at:])) if "<div>" in parts else html


def _is_text(inside: str) -> bool:
    if any(mark in inside for mark in _PLACEHOLDERS) or len(_PARAGRAPH.findall(inside)) < _MIN_PARAGRAPHS:
        return False
    return len(_TAG.sub("", inside).strip()) >= _MIN_CHARS
