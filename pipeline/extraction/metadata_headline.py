"""The article's headline, chosen by agreement of what the page gives in several places."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from html import unescape

_SEPARATORS = re.compile(r"\s+(?:[|•·»«›>~]|::|[-–—]{1,2}|/)\s+|\s*[|»]\s*|\s+:\s+|(?<=\w):\s+(?=\S+$)")
_WORD = re.compile(r"\w+")
_MAX_CHARS = 400
_MIN_CHARS = 3


def choose_headline(
    headings: Sequence[str], stated: Sequence[str], title: str | None, site_names: Iterable[str]
) -> str | None:
    """The headline, or None where the page gives nothing but its own name.

    Args:
        headings: the words of the `<h1>` elements, in the page's order.
        stated: what the markup calls the headline (JSON-LD, Open Graph, microdata), most trusted first.
        title: the `<title>`, with the site's name before or behind the headline on most pages.
        site_names: names of the site, its host among them.
    """
    sites = {folded for name in site_names if (folded := _folded(name))}
    shown = [text for text in map(_tidy, headings) if text and not _is_site(text, sites)]
    said = [_without_site(text, sites, shown) for text in map(_tidy, stated) if text]
    said = [text for text in said if text and not _is_site(text, sites)]
    titled = _without_site(_tidy(title or ""), sites, [*shown, *said])
    if titled and _is_site(titled, sites):
        titled = ""
    for heading in shown:
        if any(_agree(heading, other) for other in [*said, titled]):
            return heading
    if said and titled and not any(_agree(text, titled) for text in said):
        return next((text for text in said), None)
    if said:
        return said[0]
    if titled:
        return titled
    return shown[0] if shown else None


def _agree(one: str, other: str) -> bool:
    """Whether two texts are the same headline: equal words, or nearly."""
    first, second = _words(one), _words(other)
    if not first or not second:
        return False
    if first == second:
        return True
    common = len(set(first) & set(second))
    return common / len(set(first) | set(second)) >= 0.75


def _without_site(text: str, sites: set[str], known: Sequence[str]) -> str:
    """The text without the site's name, or sections, before or behind it."""
    for heading in known:
        words, own = _folded(text), _folded(heading)
        if own and own != words and len(own) >= 15 and (words.startswith(own + " ") or words.endswith(" " + own)):
            return heading
    while True:
        cuts = list(_SEPARATORS.finditer(text))
        for cut in reversed(cuts):
            if _is_site(text[cut.end() :], sites):
                text = text[: cut.start()].strip()
                break
        else:
            if cuts and _is_site(text[: cuts[0].start()], sites):
                text = text[cuts[0].end() :].strip()
                continue
            return text


def _is_site(text: str, sites: set[str]) -> bool:
    """Whether the text is a name of the site: equal, or the host's name written apart."""
    folded = _folded(text)
    joined = folded.replace(" ", "")
    return not joined or any(folded == site or joined == site.replace(" ", "") for site in sites)


def _tidy(text: str) -> str:
    text = unescape(text) if "&" in text else text
    text = " ".join(unicodedata.normalize("NFC", text).replace("\u00ad", "").replace("\u200b", "").split())
    return text if _MIN_CHARS <= len(text) <= _MAX_CHARS else ""


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _folded(text: str) -> str:
    return " ".join(_words(unicodedata.normalize("NFKC", text)))
