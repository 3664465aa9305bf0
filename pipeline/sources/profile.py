"""What is known of one source: which of its elements hold the article, which never do, how it writes dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from fnmatch import fnmatchcase

from lxml import etree
from lxml.html import HtmlElement


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceProfile:
    """One profile. Selectors are XPath 1.0 expressions that give elements."""

    name: str
    """Name of its file, without the ending."""
    host: str
    """Pattern of the host, without `www.`: `presse.example` or `*.presse.example`."""
    keep: tuple[str, ...] = ()
    """Where the article's text stands; all other text is left out."""
    prune: tuple[str, ...] = ()
    """What is never text of the article."""
    date_selector: str | None = None
    """Where the day of publication stands."""
    date_format: str | None = None
    """How it is written there, in the signs of `datetime.strptime`."""
    valid_from: date | None = None
    """First day of publication the profile is right for."""
    valid_until: date | None = None
    """Last day of publication the profile is right for."""

    def fits(self, host: str | None, published: str | None) -> bool:
        """Whether the profile is for pages of that host of that day; a page without a day fits by its host alone."""
        if not host or not fnmatchcase(host.lower().removeprefix("www."), self.host):
            return False
        if not published:
            return True
        day = published[:10]
        starts = self.valid_from is None or day >= self.valid_from.isoformat()
        return starts and (self.valid_until is None or day <= self.valid_until.isoformat())

    def kept(self, tree: HtmlElement) -> list[HtmlElement]:
        """The elements that hold the article's text; none where no selector says so."""
        return _select(tree, self.keep)

    def cut(self, tree: HtmlElement) -> None:
        """Takes what is never text out of the tree."""
        for element in _select(tree, self.prune):
            if element.getparent() is not None:
                element.drop_tree()

    def published(self, tree: HtmlElement) -> str | None:
        """The day of publication as `YYYY-MM-DD`; None where the page shows none in that form."""
        if not self.date_selector or not self.date_format:
            return None
        for element in _select(tree, (self.date_selector,)):
            try:
                return datetime.strptime(" ".join(element.text_content().split()), self.date_format).date().isoformat()
            except ValueError:
                continue
        return None

    def unused(self, tree: HtmlElement) -> list[str]:
        """The selectors that find nothing on that page: a sign that the site has changed."""
        every = (*self.keep, *self.prune, *((self.date_selector,) if self.date_selector else ()))
        return [selector for selector in every if not _select(tree, (selector,))]


def _select(tree: HtmlElement, selectors: tuple[str, ...]) -> list[HtmlElement]:
    found: dict[HtmlElement, None] = {}
    for selector in selectors:
        selected = etree.XPath(selector)(tree)
        found.update((element, None) for element in selected if isinstance(element, etree._Element))
    return list(found)
