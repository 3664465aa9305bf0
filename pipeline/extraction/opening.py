"""Keeps out of the text what the page prints around it and fields hold: headline, byline, date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.dates import change_words, publication_words
from pipeline.extraction.blocks import ends_a_sentence
from pipeline.extraction.headline import is_headline, repeats_headline
from pipeline.extraction.signatures import is_biography, is_signature

_DATE = re.compile(r"\b\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})\b|\b\d{4}-\d{2}-\d{2}\b|\b(?:19|20)\d{2}\b")
_LABELLED_YEAR = re.compile(r"[^:]*[^\W\d_][^:]*:\s*(?:19|20)\d{2}")
"""A fact of which the year is the figure: no day on which anything was published."""
_WORDS = re.compile(r"[^\W\d_]{2,}")
_MAX_CHARS = 110
_OPENING_LINES = 4
_CLOSING_LINES = 2
_MIN_REPEATED_CHARS = 45


def without_fields(lines: Sequence[str], headline: str | None, authors: Sequence[str]) -> list[str]:
    """The lines without the headline, and without bylines and dates at either end."""
    kept = list(lines)
    while kept and repeats_headline(kept[0], headline):
        del kept[0]
    for _ in range(_OPENING_LINES):
        place = next((n for n, line in enumerate(kept[:_OPENING_LINES]) if is_byline(line, authors)), None)
        if place is None:
            break
        del kept[place]
    while kept and repeats_headline(kept[0], headline):
        del kept[0]
    kept = [line for line in kept if not is_headline(line, headline)]
    if kept and _is_said_again(kept):
        del kept[0]
    for _ in range(_CLOSING_LINES):
        if len(kept) > 1 and (is_byline(kept[-1], authors) or is_biography(kept[-1], authors)):
            kept.pop()
    return kept or list(lines)


def _is_said_again(lines: Sequence[str]) -> bool:
    """Whether one of the next paragraphs opens with the whole of the first: a standfirst that quotes the body."""
    opening = lines[0].rstrip("… ")
    return len(opening) >= _MIN_REPEATED_CHARS and any(line.startswith(opening) for line in lines[1:_OPENING_LINES])


def is_byline(line: str, authors: Sequence[str]) -> bool:
    """Whether the line is no more than names of the authors, the desk, a date or the time it takes to read."""
    if len(line) > _MAX_CHARS or " | " in line:
        return False
    if is_signature(line):
        return True
    rest = line.casefold()
    for author in authors:
        rest = rest.replace(author.casefold(), " ")
    named = len(rest) < len(line)
    dated = _DATE.search(rest) is not None
    left = len(_WORDS.findall(rest))
    if named:
        return left <= 4 or (dated and left <= 8)
    return dated and left <= 3 and not ends_a_sentence(line) and not _is_fact(line)


def _is_fact(line: str) -> bool:
    """Whether it gives the year of something else than the article: "Line opened: 1996"."""
    if _LABELLED_YEAR.fullmatch(line) is None:
        return False
    return publication_words().search(line) is None and change_words().search(line) is None
