"""The article's headline, chosen by agreement of what the page gives in several places."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from html import unescape
from itertools import pairwise

from pipeline.characters import clean, without_unshown

_SEPARATORS = re.compile(r"\s+(?:[|•·»«›>~]|:{2,3}|[-–—]{1,2}|/)\s+|\s*[|»]\s*|\s+:\s+|(?<=\w):\s+(?=\S+$)")
_FRAME = ":|"
"""Marks around the site's name, for looks, two and more on each side."""
_COLON = re.compile(r":\s+")
"""Behind the site's name where nothing else parts the two; a headline has colons of its own."""
_BRACKETED = re.compile(r"\s+\(([^()]{3,40})\)$")
_HOST = re.compile(r"^(?:[\w-]{2,40}\.|(?:[\w-]{1,40}\.){2,3})[a-z]{2,10}$", re.IGNORECASE)
"""A name with one letter before the point is a firm's: E.ON."""
_WORD = re.compile(r"\w+")
_MAX_CHARS = 400
_MIN_CHARS = 3
_MIN_WORDS, _MIN_SHOWN_CHARS = 4, 25
_LONGER_WORD = 6
_A_HEADLINE = 35
"""Characters between the separators of a title that are a headline of their own."""
# A single `<h1>` of that size is the headline, whatever social networks and search engines are told.


def choose_headline(
    headings: Sequence[str],
    stated: Sequence[str],
    title: str | None,
    site_names: Iterable[str],
    second_headings: Iterable[str] = (),
) -> str | None:
    """The headline, or None where the page gives nothing but its own name.

    Args:
        headings: the words of the `<h1>` elements, in the page's order.
        stated: what the markup calls the headline (JSON-LD, Open Graph, microdata), most trusted first.
        title: the `<title>`, with the site's name before or behind the headline on most pages.
        site_names: names of the site, its host among them.
        second_headings: the words of the `<h2>` elements; read only where they can decide.
    """
    sites = {folded for name in site_names if (folded := _folded(name))}
    if len(headings) == 1 and is_sentence(_tidy(headings[0])):
        own = _folded(headings[0])
        if any(own == _folded(text) for text in (title or "", *stated)):
            sites.discard(own)  # some systems state the headline as the site's name, too
    shown = [text for text in map(_tidy, headings) if text and not _is_site(text, sites)]
    said = [_without_site(text, sites, shown) for text in map(_tidy, stated) if text]
    said = [text for text in said if text and not _is_site(text, sites)]
    titled = _without_site(_tidy(title or ""), sites, [*shown, *said])
    if not (said or shown):
        if beside := _beside_site(titled, second_headings):
            return beside
        titled = _behind_host(titled, sites)
    if titled and _is_site(titled, sites):
        titled = ""
    shown = [_without_kicker(heading, said) for heading in shown]
    if len(shown) == 1 and is_sentence(shown[0]):
        return _set_in_second(shown[0], said, second_headings) or shown[0]
    for heading in shown:
        if any(_agree(heading, other) for other in [*said, titled]):
            return heading
    if len(shown) == 1 and any(_is_part(shown[0], other) for other in (*map(_tidy, stated), _tidy(title or ""))):
        return shown[0]  # a short one: "Author: Headline - the site"
    if said:
        return said[0]
    if len(shown) == 1 and _shares_a_word(shown[0], titled):
        return shown[0]
    return titled or next(iter(shown), None)


def _beside_site(titled: str, second_headings: Iterable[str]) -> str | None:
    """What the `<title>` has before a mark and the site's name, shown by an `<h2>`: of a page without `<h1>`."""
    shown = {_folded(heading): heading for heading in map(_tidy, second_headings)}
    cuts = (cut for cut in _separators(titled) if ":" not in cut[0])
    return next((shown[words] for cut in cuts if (words := _folded(titled[: cut.start()])) in shown), None)


def _behind_host(titled: str, sites: set[str]) -> str:
    """The `<title>` without the site's host before it: that needs no mark behind it."""
    first, _, rest = titled.partition(" ")
    is_headline = rest[:1].isupper() and len(_words(rest)) > 1  # in lower case the site speaks of itself
    return rest if is_headline and _HOST.match(first) and _is_known_site(first, sites) else titled


def _set_in_second(heading: str, said: Sequence[str], second_headings: Iterable[str]) -> str | None:
    """What the markup states and an `<h2>` shows word by word, where the `<h1>` has other words, for search engines."""
    others = {_folded(text): text for text in said if is_sentence(text)}
    if not others or _folded(heading) in others:
        return None
    return next((others[words] for text in second_headings if (words := _folded(text)) in others), None)


def _shares_a_word(heading: str, title: str) -> bool:
    """Whether a longer word of the one stands in the other, by itself or in a compound; not in a title that says more.

    A section's name shares words with the headlines under it; their titles open with it or have a sentence in them.
    """
    first, second = _folded(heading), _folded(title)
    edges = [0, *(edge for cut in _separators(title) for edge in cut.span()), len(title)]
    if second.startswith(first) or any(
        right - left >= _A_HEADLINE for left, right in zip(edges[::2], edges[1::2], strict=True)
    ):
        return False
    longer = [word for word in _words(heading) if len(word) >= _LONGER_WORD]
    return any(word in second for word in longer) or any(
        word in first for word in _words(title) if len(word) >= _LONGER_WORD
    )


def _is_part(heading: str, whole: str) -> bool:
    """Whether a heading is what the whole says between two of its separators: "Author: Headline - Site".

    Not beside a sentence: between a headline and the site's name stands a section, before it who or what it is about.
    """
    if len(_words(heading)) < _MIN_WORDS - 1:
        return False
    cuts = sorted([*_separators(whole), *_COLON.finditer(whole)], key=lambda cut: cut.start())
    return any(
        _folded(heading) == _folded(whole[one.end() : other.start()])
        and not is_sentence(whole[: one.start()])
        and not is_sentence(whole[other.end() :])
        for one, other in pairwise(cuts)
    )


def _without_kicker(heading: str, said: Sequence[str]) -> str:
    """The headline without the words set above it, where the markup states it without them."""
    words = _folded(heading)
    kept = [text for text in said if is_sentence(text) and words.endswith(" " + _folded(text))]
    return kept[0] if kept else heading


def is_sentence(text: str) -> bool:
    """Whether the words are more than the name of a section."""
    return len(_words(text)) >= _MIN_WORDS or len(text) >= _MIN_SHOWN_CHARS


def shorter_forms(headline: str) -> list[str]:
    """What stays of a headline when what stands before or behind a separator is the site's; longest first."""
    cuts = _separators(headline)
    forms = {headline[: cut.start()].strip() for cut in cuts} | {headline[cut.end() :].strip() for cut in cuts}
    forms |= {headline[colon.end() :].strip() for colon in _COLON.finditer(headline)}
    return sorted((form for form in forms if is_sentence(form)), key=len, reverse=True)


def _separators(text: str) -> list[re.Match[str]]:
    """Where a site's name may be parted from the headline; the marks of a quotation part nothing."""
    found, at = [], 0
    while cut := _SEPARATORS.search(text, at):
        mark = next((place for place in range(cut.start(), cut.end()) if _is_quotation_mark(text, place)), None)
        if mark is None:
            found.append(cut)
        at = cut.end() if mark is None else mark + 1
    return found


def _is_quotation_mark(text: str, place: int) -> bool:
    """Whether that character is an angle mark of which the other one stands before or after."""
    mark = text[place]
    if mark not in "«»":
        return False
    other = "»" if mark == "«" else "«"
    before, after = text[:place], text[place + 1 :]
    return before.count(other) > before.count(mark) or after.count(other) > after.count(mark)


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
    bracketed = _BRACKETED.search(text)
    if bracketed is not None and _is_site(bracketed[1], sites):
        text = text[: bracketed.start()]
    while True:
        cuts = _separators(text)
        for cut in reversed(cuts):
            if _is_site(text[cut.end() :], sites):
                text = text[: cut.start()].strip()
                break
        else:
            openings = (*cuts[:1], _COLON.search(text))
            opening = next((cut for cut in openings if cut and _is_site(text[: cut.start()], sites)), None)
            if opening is not None:
                text = text[opening.end() :].strip()
                continue
            return text


def _is_site(text: str, sites: set[str]) -> bool:
    """Whether the text is a name of the site: equal, or the host's name written apart."""
    return not _folded(text) or bool(_HOST.match(text.strip())) or _is_known_site(text, sites)


def _is_known_site(text: str, sites: set[str]) -> bool:
    folded = _folded(text)
    joined = folded.replace(" ", "")
    return any(folded == site or joined == site.replace(" ", "") for site in sites)


def _tidy(text: str) -> str:
    text = clean(unescape(text)) if "&" in text else text
    text = " ".join(without_unshown(unicodedata.normalize("NFC", text)).split())
    if text[:2].strip(_FRAME) == "" == text[-2:].strip(_FRAME):
        text = text.strip(_FRAME + " ")
    return text if _MIN_CHARS <= len(text) <= _MAX_CHARS else ""


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _folded(text: str) -> str:
    return " ".join(_words(unicodedata.normalize("NFKC", text)))
