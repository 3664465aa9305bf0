"""What a page's JSON-LD says of its article, also where the JSON is broken."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any, TypeAlias

import orjson

Json: TypeAlias = Any
"""A value as JSON gives it; every use asks for its kind."""

MAX_CHARS = 2_000_000
"""Characters of one JSON-LD block; beyond, it is no statement about an article but a data dump."""
_MAX_NODES = 5_000
# Objects looked at in all blocks of a page; real pages have a few dozen.

_ARTICLE_TYPES = frozenset(
    {
        "article",
        "newsarticle",
        "blogposting",
        "reportagenewsarticle",
        "analysisnewsarticle",
        "backgroundnewsarticle",
        "opinionnewsarticle",
        "reviewnewsarticle",
        "advertisercontentarticle",
        "askpublicnewsarticle",
        "satiricalarticle",
        "liveblogposting",
        "techarticle",
        "scholarlyarticle",
        "report",
        "socialmediaposting",
        "discussionforumposting",
        "review",
        "pressrelease",
    }
)
_OPENING = re.compile(r"^(?:<!--|(?://|/\*)?\s?<!\[CDATA\[\s?(?:\*/)?)")
_CLOSING = re.compile(r"(?:(?://)?\s?-->|(?://|/\*)?\s?\]\]>\s?(?:\*/)?)$")
_TRAILING_COMMA = re.compile(r",(?=\s{0,200}[}\]])")
_PAIR = re.compile(
    r'"(?P<key>headline|datePublished|dateModified|dateCreated|url|description|inLanguage|@type)"\s{0,20}:\s{0,20}"'
    r'(?P<value>(?:[^"\\\n]|\\.){1,500})"(?=\s{0,20}[,}\]\n])'
)
_NAME_OF = (
    r'"%s"\s{0,20}:[\s\[{]{0,40}(?:"@?\w{1,20}"\s{0,20}:\s{0,20}"[^"\n]{0,200}"\s{0,20},\s{0,20}){0,4}'
    r'"name"\s{0,20}:\s{0,20}"(?P<name>[^"\n]{1,200})"'
)
_AUTHOR = re.compile(_NAME_OF % "author")
_PUBLISHER = re.compile(_NAME_OF % "publisher")


@dataclass(frozen=True, slots=True)
class ArticleNode:
    """One article as JSON-LD describes it: strings as written, empty where not given."""

    headline: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    modified: str | None = None
    language: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True)
class JsonLd:
    """The articles that the page's JSON-LD names, and its kinds of pages and things."""

    articles: list[ArticleNode] = field(default_factory=list)
    types: frozenset[str] = frozenset()
    """Every `@type`, in lower case."""
    site_name: str | None = None
    """The name of the WebSite or the one publishing Organization."""


def read_json_ld(blocks: Iterable[str]) -> JsonLd:
    """The statements of all blocks together; a block that cannot be read says nothing."""
    nodes: list[dict[str, Any]] = []
    salvaged: list[ArticleNode] = []
    for block in blocks:
        if len(block) > MAX_CHARS:
            continue
        content = _load(block)
        if content is None:
            salvaged.extend(_salvage(block))
        else:
            nodes.extend(_objects(content, _MAX_NODES - len(nodes)))
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    types: set[str] = set()
    articles: list[ArticleNode] = []
    site_name = None
    for node in nodes:
        kinds = _types(node)
        types.update(kinds)
        if kinds & _ARTICLE_TYPES and (node.get("headline") or node.get("name") or node.get("datePublished")):
            articles.append(_article(node, by_id))
        elif "website" in kinds:
            site_name = site_name or _first_string(node.get("name"))
    return JsonLd(articles + salvaged, frozenset(types), site_name)


def _load(block: str) -> Json:
    """The block's content; None where no mend makes it JSON."""
    text = block.strip()
    for attempt in (text, text := _unwrapped(text)):
        try:
            return orjson.loads(attempt)
        except ValueError:  # also for nesting beyond orjson's own limit and for lone surrogates
            continue
    for attempt in (text, _TRAILING_COMMA.sub("", text), unescape(text) if "&quot;" in text else ""):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _unwrapped(text: str) -> str:
    """The block without the comment or CDATA marks, and the semicolon, that some pages put around it."""
    text = _OPENING.sub("", text[:40]) + text[40:]
    return (text[:-40] + _CLOSING.sub("", text[-40:])).strip().rstrip("; ")


def _objects(content: Json, budget: int) -> Iterator[dict[str, Any]]:
    """Every object of the content, outermost first; without recursion, since depth is the page's choice."""
    level = [content]
    while level and budget > 0:
        following: list[Any] = []
        for item in level:
            if isinstance(item, dict):
                yield item
                budget -= 1
                if budget <= 0:
                    return
                following.extend(value for value in item.values() if isinstance(value, (dict, list)))
            elif isinstance(item, list):
                following.extend(value for value in item if isinstance(value, (dict, list)))
        level = following


def _types(node: dict[str, Any]) -> set[str]:
    said = node.get("@type")
    names = said if isinstance(said, list) else [said]
    return {re.split(r"[/#:]", name)[-1].lower() for name in names if isinstance(name, str)}


def _article(node: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> ArticleNode:
    headlines = [text for key in ("headline", "name", "alternativeHeadline") for text in _strings(node.get(key))]
    authors: list[str] = []
    for key in ("author", "creator"):
        authors = authors or list(_names(node.get(key), by_id))
    page = node.get("mainEntityOfPage")
    address = _first_string(node.get("url")) or _first_string(page.get("@id") if isinstance(page, dict) else page)
    return ArticleNode(
        headline=tuple(headlines),
        authors=tuple(authors),
        publisher=next(_names(node.get("publisher"), by_id), None),
        published=_first_string(node.get("datePublished")) or _first_string(node.get("dateCreated")),
        modified=_first_string(node.get("dateModified")),
        language=_first_string(node.get("inLanguage")),
        address=address,
    )


def _names(value: Json, by_id: dict[str, dict[str, Any]]) -> Iterator[str]:
    """Names of people or organizations, given as string, object, reference or list of these."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str):
            known = by_id.get(item)
            yield from _strings(known.get("name") if known else item)
        elif isinstance(item, dict):
            known = item if "name" in item else by_id.get(str(item.get("@id")), item)
            parts = [_first_string(known.get(key)) for key in ("givenName", "familyName")]
            name = _first_string(known.get("name")) or " ".join(part for part in parts if part)
            if isinstance(known.get("name"), list):
                yield from _strings(known["name"])
            elif name:
                yield name


def _strings(value: Json) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, str) and item.strip():
            yield item.strip()
        elif isinstance(item, dict) and isinstance(item.get("@value"), str):
            yield item["@value"].strip()


def _first_string(value: Json) -> str | None:
    return next(_strings(value), None)


def _salvage(block: str) -> list[ArticleNode]:
    """The plain statements of a block that no mend makes JSON; only where it speaks of one article."""
    found: dict[str, list[str]] = {}
    for match in _PAIR.finditer(block):
        found.setdefault(match["key"], []).append(_unquoted(match["value"]))
    types = {name.lower() for name in found.get("@type", ())}
    if not types & _ARTICLE_TYPES:
        return []
    author, publisher = _AUTHOR.search(block), _PUBLISHER.search(block)
    return [
        ArticleNode(
            headline=tuple(found.get("headline", ())[:1]),
            authors=(_unquoted(author["name"]),) if author else (),
            publisher=_unquoted(publisher["name"]) if publisher else None,
            published=next(iter(found.get("datePublished", ())), None),
            modified=next(iter(found.get("dateModified", ())), None),
            language=next(iter(found.get("inLanguage", ())), None),
        )
    ]


def _unquoted(value: str) -> str:
    try:
        return str(json.loads(f'"{value}"', strict=False))
    except ValueError:
        return value.replace('\\"', '"').replace("\\/", "/")
