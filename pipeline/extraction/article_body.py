"""The article's text as the page states it for machines: `articleBody` of JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from lxml.html import HtmlElement

_TAGS = re.compile(r"<[a-zA-Z/][^>]{0,2000}>")
_BREAKS = re.compile(r"</(?:p|div|h[1-6]|li|ul|ol|blockquote)>|<br\s*/?>|\r\n?|\n", re.IGNORECASE)
_MAX_CHARS = 400_000
_MAX_DEPTH = 12


def article_body(tree: HtmlElement) -> list[str]:
    """The paragraphs of the longest `articleBody` on the page; none where there is no such thing."""
    best = ""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text or "articleBody" not in script.text:
            continue
        try:
            data = json.loads(script.text[: _MAX_CHARS * 2], strict=False)
        except (ValueError, RecursionError):
            continue
        for text in _bodies(data, _MAX_DEPTH):
            if len(text) > len(best):
                best = text
    return paragraphs_of(best[:_MAX_CHARS])


def _bodies(data: Any, depth: int) -> Iterator[str]:
    if depth <= 0:
        return
    if isinstance(data, dict):
        body = data.get("articleBody")
        if isinstance(body, list):
            body = "\n".join(part for part in body if isinstance(part, str))
        if isinstance(body, str):
            yield body
        for value in data.values():
            if isinstance(value, (dict, list)):
                yield from _bodies(value, depth - 1)
    elif isinstance(data, list):
        for value in data[:200]:
            yield from _bodies(value, depth - 1)


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of a text that may hold markup or its escapes."""
    if "&lt;" in text or "&#" in text or "&amp;" in text or "&nbsp;" in text:
        text = unescape(text)
    if "<" in text:
        text = _TAGS.sub(" ", _BREAKS.sub("\n", text))
    text = unescape(text)
    return [line for raw in re.split(r"\n+", text.replace("\r", "\n")) if (line := " ".join(raw.split()))]
