"""What the page says of its article: judged, and None rather than wrong."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from pipeline.extraction.authors import clean_names
from pipeline.extraction.language import language_code
from pipeline.extraction.metadata_byline import visible_authors
from pipeline.extraction.metadata_dates import choose_dates
from pipeline.extraction.metadata_headline import choose_headline
from pipeline.extraction.metadata_json_ld import ArticleNode
from pipeline.extraction.metadata_names import AUTHOR_METAS, HEADLINE_METAS, PUBLISHER_METAS
from pipeline.extraction.metadata_statements import Statements, gather, text_of
from pipeline.extraction.result import Metadata
from pipeline.identity import host_of


def read_metadata(tree: HtmlElement, url: str | None) -> Metadata:
    """Headline, authors, publisher, dates, address and language, from all that the page states.

    Args:
        tree: the page as parsed, before anything is taken out of it.
        url: the address the page was fetched from.
    """
    said = gather(tree)
    canonical = _absolute(said.canonical or said.first("og:url"), url)
    article = _own_article(said, url, canonical)
    headings = [text_of(heading) for heading in said.headings[:20]]
    publisher = _publisher(said, article, url)
    headline = choose_headline(
        headings,
        [*article.headline, *_stated_headlines(said)],
        said.title,
        _site_names(said, publisher, url),
    )
    locale = said.language or article.language or said.first("og:locale", "content-language", "language")
    heading = next((h for h, text in zip(said.headings, headings, strict=False) if text == headline), None)
    published, modified = choose_dates(said, article, url, locale, heading)
    return Metadata(
        headline=headline,
        authors=_authors(said, article, publisher, tree, heading),
        publisher=publisher,
        published=published.isoformat() if published else None,
        modified=modified.isoformat() if modified else None,
        canonical_url=canonical,
        declared_language=language_code(locale),
    )


def _own_article(said: Statements, url: str | None, canonical: str | None) -> ArticleNode:
    """The JSON-LD article that the page is about, where several are named: by address, by headline, else the first."""
    articles = said.json_ld.articles
    if not articles:
        return ArticleNode()
    addresses = {_path(address) for address in (url, canonical) if address}
    titles = {" ".join(text.lower().split()) for text in [said.title or "", said.first("og:title") or ""]}
    for article in articles:
        if len(articles) > 1 and article.address and _path(_absolute(article.address, url)) in addresses - {"/", ""}:
            return article
    for article in articles:
        if any(" ".join(text.lower().split()) in title for text in article.headline for title in titles if text):
            return article
    return articles[0] if len(articles) == 1 or articles[0].published else ArticleNode()


def _stated_headlines(said: Statements) -> Iterator[str]:
    for element in said.marked_as("headline")[:2]:
        yield text_of(element)
    for name in HEADLINE_METAS:
        yield from said.metas.get(name, ())[:1]


def _publisher(said: Statements, article: ArticleNode, url: str | None) -> str | None:
    name = said.first("og:site_name") or article.publisher or said.json_ld.site_name or said.first(*PUBLISHER_METAS)
    name = " ".join(name.split()) if name else None
    if not name or len(name) > 80 or name.startswith(("http://", "https://")):
        return None
    return name


def _site_names(said: Statements, publisher: str | None, url: str | None) -> Iterator[str]:
    yield from filter(None, (publisher, said.json_ld.site_name))
    for name in PUBLISHER_METAS:
        yield from said.metas.get(name, ())[:1]
    if host := host_of(url):
        yield host
        labels = host.split(".")
        yield ".".join(labels[-2:])
        if len(labels) > 1:
            yield max(labels[:-1], key=len)


def _authors(
    said: Statements, article: ArticleNode, publisher: str | None, tree: HtmlElement, heading: HtmlElement | None
) -> list[str]:
    metas = [content for name in AUTHOR_METAS for content in said.metas.get(name, ()) if not content.startswith("http")]
    for statements in (
        article.authors,
        metas,
        [text_of(element, 200) for element in said.marked_as("author", "creator")],
    ):
        names = clean_names(statements, publisher)
        if names:
            return names
    return visible_authors(tree, heading, publisher)


def _absolute(address: str | None, url: str | None) -> str | None:
    if not address:
        return None
    try:
        joined = urljoin(url or "", address.strip())
        return joined if urlsplit(joined).scheme in ("http", "https") else None
    except ValueError:
        return None


def _path(address: str | None) -> str:
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return ""
    return parts.path.rstrip("/") + (f"?{parts.query}" if parts.query else "")
