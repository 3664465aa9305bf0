"""Lines around the text that say who wrote it, when, and how long it takes to read, and the author's biography.

A by-line of the metadata is told by its names. These are the ones that no field holds: desks, dates without a year.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.dates import change_words, publication_words
from pipeline.extraction.author_words import byline_start, desks, first_names, months_and_days, writers
from pipeline.extraction.blocks import ends_a_sentence
from pipeline.extraction.phrases import is_phrase
from pipeline.languages import every_vocabulary
from pipeline.languages.united import united

_ENTRIES = re.compile(r"\s+[-–—/]\s+|\s*[·•]\s*|\s+::\s+")
_WORDS = re.compile(r"[^\W\d_]+")
_DAY = re.compile(r"(?<!\d)(?:[0-2]?\d|3[01])(?!\d)")
_NAME = re.compile(r"[^\W\d_a-zß-ÿ][\w'’.-]*(?: (?:d[aei]|de[rl]|van|von|la|le|[^\W\d_a-zß-ÿ][\w'’.-]*)){1,3}")
_SIGNED = re.compile(rf"{_NAME.pattern} ?[—–|-] ")
"""How a biography opens: a name, marked off. Behind a colon it is who speaks, or what is told of."""
_MAX_WORDS = 12
_MAX_BIOGRAPHY_CHARS = 300
_ARTICLES = frozenset(united("authors", "desk_articles"))
"""What stands before the word for a desk."""
_QUOTATION = re.compile(r"[«»“”„\"]")


def is_signature(line: str) -> bool:
    """Whether the line says no more than the desk, the day and the hour, and the time it takes to read."""
    if len(_WORDS.findall(line)) > _MAX_WORDS or " | " in line or ends_a_sentence(line):
        return False
    entries = [entry for entry in _ENTRIES.split(line) if entry.strip()]
    timed = any(is_phrase(entry, "reading_time") for entry in entries)
    known = [
        _is_date(entry) or _is_desk(entry) or is_phrase(entry, "reading_time") or (timed and _is_name(entry))
        for entry in entries
    ]
    announced = publication_words().search(line) is not None or change_words().search(line) is not None
    return bool(known) and any(known) and (all(known) or (announced and len(known) == 2))


def is_biography(line: str, authors: Sequence[str]) -> bool:
    """Whether the line, the last of its text, tells of its author: it opens with the person or the desk that signs."""
    if len(line) > _MAX_BIOGRAPHY_CHARS or _QUOTATION.search(line) or not ends_a_sentence(line):
        return False
    opening = _WORDS.findall(line.casefold())[:2]
    if len(opening) == 2 and opening[0] in _ARTICLES and opening[1] in desks():
        return True
    if any(line.startswith(name) for name in authors if name.partition(" ")[0] in first_names() and " " in name):
        return True
    signed = _SIGNED.match(line)
    if signed is None or line.partition(" ")[0] not in first_names():
        return False
    return not writers().isdisjoint(_WORDS.findall(line[signed.end() :].casefold()))


def _is_name(entry: str) -> bool:
    """Whether it is as a name is written, of two to four words."""
    return _NAME.fullmatch(entry.strip()) is not None


def _is_date(entry: str) -> bool:
    words = set(_WORDS.findall(publication_words().sub(" ", change_words().sub(" ", entry)).casefold()))
    return bool(words & months_and_days()) and words <= _date_words() and _DAY.search(entry) is not None


def _is_desk(entry: str) -> bool:
    """Whether it names the desk, with a word or two beside: By the newsdesk, La rédaction, Redacción Motor."""
    start = byline_start().match(entry)
    words = [word.casefold() for word in _WORDS.findall(entry[start.end() if start else 0 :])]
    if not 1 <= len(words) <= 4 or desks().isdisjoint(words):
        return False
    strange = sum(word not in desks() and word not in _ARTICLES for word in words)
    return strange <= 1 and (start is not None or words[0] in desks() or words[0] in _ARTICLES)


@cache
def _date_words() -> frozenset[str]:
    """All words that a date may hold."""
    parts = [data["words"] for data in every_vocabulary("dates").values()]
    return months_and_days().union(*(words[key] for words in parts for key in ("inside", "around")))
