"""What the page says of its article: judged, and None rather than wrong."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from urllib.parse import urljoin, urlsplit

from lxml import etree
from lxml.html import HtmlElement

from pipeline.extraction.authors import clean_names, signer
from pipeline.extraction.furniture_names import names_furniture
from pipeline.extraction.heading_words import heading_words, is_link_home, leads_home
from pipeline.extraction.language import detect_language, language_code
from pipeline.extraction.links import absolute
from pipeline.extraction.metadata_byline import author_marks, visible_authors
from pipeline.extraction.metadata_dates import choose_dates
from pipeline.extraction.metadata_headline import choose_headline, is_sentence, shorter_forms
from pipeline.extraction.metadata_json_ld import ArticleNode
from pipeline.extraction.metadata_month import choose_month
from pipeline.extraction.metadata_names import AUTHOR_METAS, HEADLINE_METAS, PUBLISHER_METAS
from pipeline.extraction.metadata_statements import Statements, gather, text_of
from pipeline.extraction.own_link import heading_of_own_page
from pipeline.extraction.result import Metadata
from pipeline.identity import host_of

_MAX_MARKED, _MAX_HEADLINE_CHARS = 20, 220
_CALLED_HEADLINE = etree.XPath(
    "//@class[contains(.,'titul') or contains(.,'titre') or contains(.,'title') or contains(.,'headline')"
    " or contains(.,'titolo') or contains(.,'titel') or contains(.,'schlagzeile')]/.."
)
_PARTING = frozenset("|–—-•·»«")
"""Marks between a headline and the site's name; a colon parts a maker from the news on it as well."""
_PARTS = ("a", "p", "ul", "ol", "form", "article", "section")
"""What stands in no headline."""
_SHOWING = ("h2", "h3", "h4", "h5", "font", "b", "strong", "td", "div", "span", "p", "a", "legend", "dt")


def read_metadata(tree: HtmlElement, url: str | None) -> Metadata:
    """Headline, authors, publisher, dates, address and language, from all that the page states.

    Args:
        tree: the page as parsed, before anything is taken out of it.
        url: the address the page was fetched from.
    """
    said = gather(tree)
    canonical = absolute(url, said.canonical or said.first("og:url"))
    article = _own_article(said, url, canonical)
    site_headings = [heading for heading in said.headings[:20] if is_link_home(heading)]
    shown = [heading for heading in said.headings[:20] if heading not in site_headings]
    titles = " ".join((said.title or "").split())
    own = None if any(heading_words(one) in titles for one in shown) else heading_of_own_page(tree, url, canonical)
    if own is not None and heading_words(own) in titles:
        shown = [own]
    headings = [heading_words(heading) for heading in shown]
    publisher = _publisher(said, article, url)
    home = [] if titles in headings else list(_linked_home(tree, titles, host_of(url)))
    sites = [*_site_names(said, publisher, url), *map(text_of, site_headings), *home]
    second = (heading_words(heading) for heading in islice(tree.iter("h2"), _MAX_MARKED))
    stated = [*article.headline, *_stated_headlines(said)]
    if own is not None and own in shown:
        stated.insert(0, headings[0])
    headline = choose_headline(headings, stated, said.title, sites, second)
    if not is_sentence(headline or "") and not shown and not any(stated):
        headline = _called_headline(tree) or headline
    locale = said.language or article.language or said.first("og:locale", "content-language", "language")
    headline, heading = _shown(headline, dict(zip(headings, shown, strict=True)), tree)
    published, modified = choose_dates(said, article, url, locale or _locale(headline, url), heading, tree=tree)
    return Metadata(
        headline=headline,
        authors=_authors(said, article, [one for one in sites if one not in home], tree, heading),
        publisher=publisher,
        published=published.isoformat() if published else None,
        published_month=None if published else choose_month(said, article, url),
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
        if len(articles) > 1 and article.address and _path(absolute(url, article.address)) in addresses - {"/", ""}:
            return article
    for article in articles:
        if any(" ".join(text.lower().split()) in title for text in article.headline for title in titles if text):
            return article
    return articles[0] if len(articles) == 1 or articles[0].published else ArticleNode()


def _called_headline(tree: HtmlElement) -> str | None:
    """What an element called headline shows, where there is no `<h1>` and the `<title>` has the site's name alone."""
    for element in _CALLED_HEADLINE(tree)[:_MAX_MARKED]:
        words = text_of(element)
        names = element.get("class", ""), element.get("id", "")
        if not is_sentence(words) or len(words) > _MAX_HEADLINE_CHARS or element.tag not in _SHOWING:
            continue
        if names_furniture(*names) or next(element.iter(*_PARTS), None) is not None:
            continue
        return words
    return None


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


def _linked_home(tree: HtmlElement, titles: str, host: str | None) -> Iterator[str]:
    """The words of the first links to the site's own front page that the `<title>` has before or behind a mark."""
    for link in islice(tree.iter("a"), _MAX_MARKED):
        if not leads_home(link) or host_of(urljoin(f"https://{host}/", link.get("href") or "/")) != host:
            continue
        name = text_of(link, 100)
        rest = titles.removeprefix(name) if titles.startswith(name) else titles.removesuffix(name)
        if name and rest not in ("", titles) and {rest.strip()[:1], rest.strip()[-1:]} & _PARTING:
            yield name


def _authors(
    said: Statements, article: ArticleNode, sites: list[str], tree: HtmlElement, heading: HtmlElement | None
) -> list[str]:
    metas = [texts for name in AUTHOR_METAS if (texts := said.metas.get(name)) and not texts[0].startswith("http")]
    stated = (article.authors, *metas, _marked_authors(said), said.json_ld.page_authors)
    for statements in stated:
        if names := clean_names(statements, sites):
            return names
    marks = author_marks(tree)
    return (
        visible_authors(tree, heading, marks, sites)
        or signer(chain(article.authors, said.json_ld.page_authors))
        or signer(chain(*stated, marks.short()), sites)  # many systems fill these in with the site's own name
    )


def _marked_authors(said: Statements) -> list[str]:
    """The authors marked in one item; those of other items are of teasers."""
    elements = said.marked_as("author", "creator")[:_MAX_MARKED]
    scopes = [
        next((item for item in element.iterancestors() if "itemscope" in item.attrib), None) for element in elements
    ]
    return [_name_in(element) for element, scope in zip(elements, scopes, strict=True) if scope is scopes[0]]


def _name_in(element: HtmlElement) -> str:
    """The words of the element, or of its part that is marked as the name: a box has a portrait in words besides."""
    named = element.find(".//*[@itemprop='name']") if "itemscope" in element.attrib else None
    return text_of(element if named is None else named, 200)


def _shown(
    headline: str | None, headings: dict[str, HtmlElement], tree: HtmlElement
) -> tuple[str | None, HtmlElement | None]:
    """The headline as the page shows it, and the element that does: its `<h1>`, or whatever holds these words.

    A page without `<h1>` has its headline in the `<title>` alone, with the site's name at its side;
    the words that the page shows as well are the headline.
    """
    if not headline:
        return None, None
    if headline in headings:
        return headline, headings[headline]
    forms = {headline, *shorter_forms(headline)} if not headings else {headline}
    longest = max(map(len, forms)) * 2
    for element in tree.iter(*_SHOWING):
        text = element.text
        if text and len(text) <= longest and (words := " ".join(text.split())) in forms:
            return words, element
    return headline, next(iter(headings.values()), None)


def _locale(headline: str | None, url: str | None) -> str | None:
    """For a page that declares no language: the headline's, with the region that the host's ending names."""
    language = detect_language(headline or "", None)
    region = (host_of(url) or "").rpartition(".")[2]
    return f"{language}-{region}" if language and len(region) == 2 else language


def _path(address: str | None) -> str:
    try:
        parts = urlsplit(address or "")
    except ValueError:
        return ""
    return parts.path.rstrip("/") + (f"?{parts.query}" if parts.query else "")
