"""The article's address, id and version: the same page twice gives the same three."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

_TRACKING = re.compile(
    r"^(utm_\w+|at_\w+|mc_[ce]id|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|xtor|xtref|"
    r"_ga|_gl|cmpid|wt_mc|wt_zmc|ref_src|__twitter_impression|s_cid|ns_\w+)$",
    re.IGNORECASE,
)


def canonical_address(url: str | None, declared: str | None) -> str | None:
    """The address that stands for the page: the one it declares for itself, else its own, both made plain.

    A declared address counts only where it is of the same host and not merely the home page:
    sites are known to declare their front page, or a partner's, on every page.
    """
    own, said = _plain(url), _plain(declared)
    if own is None or said is None:
        return own or said
    same_host = host_of(own) == host_of(said)
    bare = urlsplit(said).path in ("", "/") and not urlsplit(said).query and urlsplit(own).path not in ("", "/")
    return said if same_host and not bare else own


def host_of(url: str | None) -> str | None:
    """The host in lower case, without `www.`; None where there is none."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.").rstrip(".") or None if host else None


def article_id(canonical_url: str | None, headline: str | None, text: str) -> str:
    """32 hex digits of SHA-256: of the address without its scheme, or of the content where there is none."""
    if canonical_url:
        return _digest("url", canonical_url.partition("://")[2].removeprefix("www."))
    return _digest("content", headline or "", text)


def article_version(headline: str | None, text: str) -> str:
    """16 hex digits of SHA-256 over headline and text."""
    return _digest("version", headline or "", text)[:16]


def _digest(*parts: str) -> str:
    joined = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.sha256(joined).hexdigest()[:32]


def _plain(url: str | None) -> str | None:
    """Lower-case scheme and host, no default port, fragment or tracking parameter; None for anything but http(s)."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not host:
        return None
    if ":" in host:
        host = f"[{host}]"
    scheme = parts.scheme.lower()
    if port and port != {"http": 80, "https": 443}[scheme]:
        host = f"{host}:{port}"
    kept = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.match(key)]
    return urlunsplit((scheme, host, parts.path or "/", urlencode(kept), ""))
