"""A headline that links to its own page: on pages that are a list of articles, of which one is shown whole."""

from __future__ import annotations

from urllib.parse import urlsplit

from lxml.html import HtmlElement

from pipeline.extraction.links import absolute
from pipeline.extraction.metadata_statements import text_of

_MIN_CHARS = 15
_MAX_HEADINGS = 200


def heading_of_own_page(tree: HtmlElement, *addresses: str | None) -> HtmlElement | None:
    """The heading whose link leads to the page itself; None where none does, or several of different words.

    Args:
        tree: the page.
        addresses: the page's own, as fetched and as it calls itself; front pages tell nothing.
    """
    own = {page for address in addresses if (page := _page(address)) and page[1] not in ("", "/")}
    base = next(filter(None, addresses), None)
    found: dict[str, HtmlElement] = {}
    if not own:
        return None
    for number, element in enumerate(tree.iter("h1", "h2", "h3", "h4")):
        if number >= _MAX_HEADINGS:
            break
        link = element.find(".//a[@href]")
        if link is None or "#" in link.get("href", ""):
            continue
        if _page(absolute(base, link.get("href"))) in own and len(words := text_of(element)) >= _MIN_CHARS:
            found.setdefault(words, element)
    return next(iter(found.values())) if len(found) == 1 else None


def _page(address: str | None) -> tuple[str, str, str] | None:
    """What of an address names the page: host, path and query."""
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return None
    host = (parts.hostname or "").removeprefix("www.")
    return (host, parts.path.rstrip("/"), parts.query) if host else None
