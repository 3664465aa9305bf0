"""The article's text as the page states it for machines: JSON-LD, or the data that an app draws the page from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

from lxml.html import HtmlElement

_TAGS = re.compile(r"<[a-zA-Z/!][^>]{0,2000}>")
_BREAKS = re.compile(r"</(?:p|div|h[1-6]|li|ul|ol|blockquote)>|<br\s*/?>|\r\n?|\n", re.IGNORECASE)
_ASSIGNED = re.compile(r"^\s*(?:window\.|var\s+|self\.)?[\w.\[\]\"'$]+\s*=\s*(?=[{\[])")
_PROSE = re.compile(r"[.!?…。]")
_MAX_CHARS = 1_500_000
_MAX_DEPTH = 24
_MAX_VALUES = 50_000
_MIN_PARAGRAPH_CHARS = 60


_DESCRIPTIONS = ("og:description", "description", "twitter:description")


@dataclass(frozen=True, slots=True)
class Stated:
    """What the page's head and scripts say of the article's text."""

    title: str
    """The `<title>`."""
    description: str
    """The page's description of itself: mostly the standfirst, or its beginning."""
    body: list[str]
    """Paragraphs of JSON-LD's `articleBody`."""
    scripts: list[HtmlElement]
    """The page's scripts, which extraction takes out of the tree."""

    @property
    def data(self) -> list[str]:
        """Scripts that hold the data an app draws the page from; read when it is asked for, few pages need it."""
        return app_data(self.scripts)


def read_stated(tree: HtmlElement) -> Stated:
    """Reads it from the tree before anything is stripped."""
    description = next(
        (
            text
            for meta in tree.iter("meta")
            if (meta.get("property") or meta.get("name")) in _DESCRIPTIONS and (text := meta.get("content"))
        ),
        "",
    )
    scripts = list(tree.iter("script"))
    return Stated(tree.findtext(".//title") or "", description, article_body(scripts), scripts)


def article_body(scripts: Iterable[HtmlElement]) -> list[str]:
    """The paragraphs of the longest `articleBody` in the page's JSON-LD; none where there is no such thing."""
    best = ""
    for script in scripts:
        if "ld+json" not in (script.get("type") or "") or not script.text or "articleBody" not in script.text:
            continue
        for path, text in _strings(_load(script.text)):
            if path[-1:] == ("articleBody",) and len(text) > len(best):
                best = text
    return paragraphs_of(best)


def app_text(scripts: list[str], title: str) -> list[str]:
    """The paragraphs in the data of a hydrated app: the longest prose beside the headline, else the longest of all.

    Args:
        scripts: what `app_data` collected.
        title: the page's title and headline, as far as they are known.
    """
    best: tuple[int, int] = (0, 0)
    chosen: list[str] = []
    wanted = "".join(title.split())
    for script in scripts:
        groups: dict[tuple[str, ...], list[str]] = {}
        homes: list[tuple[str, ...]] = []
        for path, text in _strings(_load(script)):
            if 15 <= len(text) < 400 and "".join(text.split()) in wanted:
                homes.append(path[:-1])
            elif " " in text and "://" not in text[:12]:
                groups.setdefault(path, []).append(text)
        for path, texts in groups.items():
            if not any(len(text) >= _MIN_PARAGRAPH_CHARS and _PROSE.search(text) for text in texts):
                continue
            nearness = max((_shared(path, home) for home in homes), default=0)
            rank = (nearness, sum(map(len, texts)))
            if rank > best:
                best, chosen = rank, texts
    return [paragraph for text in chosen for paragraph in paragraphs_of(text)]


def _shared(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """How many names two ways have in common from the start."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def app_data(scripts: Iterable[HtmlElement]) -> list[str]:
    """The scripts that hold data, not code."""
    found = []
    for script in scripts:
        text, kind = script.text, script.get("type") or ""
        if text and len(text) > 300 and "ld+json" not in kind and ("json" in kind or _ASSIGNED.match(text[:200])):
            found.append(text)
    return found


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of a text that may hold markup or its escapes."""
    if "&lt;" in text:
        text = unescape(text)
    if "<" in text:
        text = _TAGS.sub(" ", _BREAKS.sub("\n", text))
    return [line for raw in re.split(r"[\r\n]+", unescape(text)) if (line := " ".join(raw.split()))]


def _load(text: str) -> object:
    text = _ASSIGNED.sub("", text, count=1).strip().rstrip(";")
    if len(text) > _MAX_CHARS:
        return None
    try:
        data: object = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
    return data


def _strings(data: object) -> Iterator[tuple[tuple[str, ...], str]]:
    """Each string with the names that lead to it; positions in lists do not count."""
    open_values: list[tuple[tuple[str, ...], object]] = [((), data)]
    seen = 0
    while open_values and seen < _MAX_VALUES:
        path, value = open_values.pop()
        seen += 1
        if isinstance(value, str):
            yield path, value
        elif len(path) < _MAX_DEPTH:
            if isinstance(value, dict):
                open_values.extend(((*path, str(name)), child) for name, child in reversed(value.items()))
            elif isinstance(value, list):
                open_values.extend((path, child) for child in reversed(value))
