"""Where links lead: to another page of the site, to another site, or nowhere."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urljoin, urlsplit

_NOWHERE = ("#", "javascript:", "mailto:", "tel:", "data:")
_FILES = frozenset({"pdf", "jpg", "jpeg", "png", "zip", "doc", "docx", "xls", "xlsx", "mp3", "mp4"})
_ADDRESS = re.compile(
    r"(?:https?:)?//(?P<host>[\w.-]+)(?::\d+)?(?P<path>/[^\s?#;\\]*)?(?:\?(?P<query>[^\s#\\]*))?(?:#\S*)?", re.ASCII
)
"""An address as nearly all are; the others are left to the standard library, which takes thrice the time."""
_ORIGIN = re.compile(r"https?://[A-Za-z0-9_.-]+(?::\d+)?(?=/|\Z)")
_BEHIND_PATH = r"(?:\?[^\s#;\\]+)?(?:#[^\s;\\]+)?"
_WHOLE = re.compile(rf"{_ORIGIN.pattern}(?:/[^\s?#;\\]*)?{_BEHIND_PATH}")
_PATH = re.compile(rf"(?:/(?![/.])[^\s?#;\\/]*)+{_BEHIND_PATH}")
"""What nearly all links are: an address that stands alone as it is, or a path to be put behind the site's origin."""


def absolute(base: str | None, link: str | None) -> str | None:
    """The link as an address that stands alone; None where it leads nowhere."""
    if not link or link.startswith(_NOWHERE):
        return None
    if _WHOLE.fullmatch(link):
        return link
    if base and _PATH.fullmatch(link) and (origin := _ORIGIN.match(base)):
        return origin[0] + link
    try:
        whole = urljoin(base or "", link.strip())
        return whole if urlsplit(whole).scheme in ("http", "https") else None
    except ValueError:
        return None


@lru_cache(maxsize=4096)  # a page is asked about each of its links several times, and pages of a site share theirs
def is_same_site(link: str, host: str | None, path: str | None) -> bool:
    """Whether the link leads to another page of the site.

    Args:
        link: as it stands in the page.
        host: host of the page, without `www.`; where it is not known every host counts as its own.
        path: path of the page, without the last slash: a link to the page itself leads to no other.
    """
    if not link or link.startswith(_NOWHERE):
        return False
    if link.startswith("/") and not link.startswith("//"):
        return link.partition("#")[0].rstrip("/") != path
    whole = _ADDRESS.fullmatch(link)
    if whole is not None:
        other, to, query = whole["host"].lower(), whole["path"] or "", whole["query"]
    else:
        try:
            parts = urlsplit(link)
        except ValueError:
            return False
        other, to, query = parts.hostname or "", parts.path, parts.query
    if not query and to.rstrip("/") == path:
        return False
    other = other.removeprefix("www.")
    return not other or host is None or _site(other) == _site(host)


def host_of_link(url: str | None) -> str | None:
    """The host of an address without `www.`; None where there is none."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.") or None
    except ValueError:
        return None


def _site(host: str) -> str:
    """The last two labels: near enough to the registered domain to tell one's own links."""
    return ".".join(host.split(".")[-2:])


class SiteLinks:
    """Tells of a page's links whether they stay on its site.

    Args:
        url: the page's address; None where it is not known.
    """

    def __init__(self, url: str | None) -> None:
        self._host = host_of_link(url)
        self._path = urlsplit(url).path.rstrip("/") if url else None

    def is_own(self, link: str) -> bool:
        """Whether the link leads to another page of the site, or to a file there."""
        return is_same_site(link, self._host, self._path)

    def leads_on(self, link: str | None) -> bool:
        """Whether the link leads to another page of the site, and not to a file."""
        if not link:
            return False
        return link.rpartition(".")[2].lower() not in _FILES and self.is_own(link)
