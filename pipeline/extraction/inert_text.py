"""Text that a page keeps in a script as a template, for a script to show: some blogs hold their articles so."""

from __future__ import annotations

import re

_TEMPLATE = re.compile(
    r"<script\b[^<>]{0,400}?\btype\s{0,3}=\s{0,3}[\"']?text/(?:x-)?template\b[^<>]{0,400}>", re.IGNORECASE
)
_END = re.compile(r"</script", re.IGNORECASE)
_PARAGRAPH = re.compile(r"<(?:p|br)\b", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,2000}>")
_PLACEHOLDERS = ("{{", "<%", "${", "[[", "{%")
_MIN_PARAGRAPHS, _MIN_CHARS = 2, 300
"""Paragraphs or line breaks, and characters of text, of an article; forms and menus have fewer."""


def with_inert_text(html: str) -> str:
    """The page with the templates that hold finished text as parts of it, not as scripts.

    A template with placeholders waits for data; what stands in it is nobody's text.
    """
    if "/template" not in html and "/x-template" not in html:
        return html
    parts, at = [], 0
    while start := _TEMPLATE.search(html, at):
        end = _END.search(html, start.end())
        if end is None:
            break
        inside = html[start.end() : end.start()]
        if _is_text(inside):
            closed = html.find(">", end.end())
            parts += [html[at : start.start()], "<div>", inside, "</div>"]
            at = closed + 1 if closed >= 0 else end.end()
        else:
            parts.append(html[at : end.end()])
            at = end.end()
    return "".join((*parts, html[at:]))


def _is_text(inside: str) -> bool:
    if any(mark in inside for mark in _PLACEHOLDERS) or len(_PARAGRAPH.findall(inside)) < _MIN_PARAGRAPHS:
        return False
    return len(_TAG.sub("", inside).strip()) >= _MIN_CHARS
