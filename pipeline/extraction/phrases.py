"""The words by which pages announce what is not the article: `languages/<lang>/furniture.toml`.

Keys of the file: `related` (headings over other articles), `read_more` (links that end a teaser),
`comments` (headings and prompts of comment forms), `comment_lines` (single lines of them), `lines` (skip links,
share bars, adverts, prints), `starts` (how such a line may begin), `author` (headings of author boxes),
`newsletter` (prompts for subscription), `cookies`.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from pipeline.languages import every_vocabulary

_SPACES = re.compile(r"\s+")
_EDGES = ' :.!?…>»›→+–—-|•*▶►"“”«<‹'
_COUNT = re.compile(r"^\(?\d+\)?\s+|\s*\(?\d+\)?$")
MAX_PHRASE_CHARS = 90


@cache  # one entry: what the files say
def _phrases() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for content in every_vocabulary("furniture").values():
        for subject, phrases in content.items():
            found.setdefault(subject, set()).update(fold(phrase) for phrase in phrases)
    return {subject: frozenset(phrases) for subject, phrases in found.items()}


@cache  # one entry a subject
def _starts(subject: str) -> tuple[str, ...]:
    return tuple(sorted(_phrases().get(subject, ())))


def fold(text: str) -> str:
    """Lower case, without accents, typographic apostrophes or marks at either end."""
    text = text.casefold().replace("’", "'").replace("\u00ad", "")
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _SPACES.sub(" ", text).strip(_EDGES)


def is_phrase(text: str, subject: str) -> bool:
    """Whether the text is nothing but such a phrase, give or take a count ("3 commentaires")."""
    if len(text) > MAX_PHRASE_CHARS:
        return False
    folded = fold(text)
    phrases = _phrases().get(subject, frozenset())
    return folded in phrases or (bool(re.search(r"\d", folded)) and _COUNT.sub("", folded).strip(_EDGES) in phrases)


def starts_with_phrase(text: str, subject: str) -> bool:
    """Whether the text begins with such a phrase, as a whole word."""
    folded = fold(text[: MAX_PHRASE_CHARS * 2])
    return any(
        folded.startswith(phrase) and not folded[len(phrase) : len(phrase) + 1].isalnum() for phrase in _starts(subject)
    )


def announces(text: str, subject: str) -> bool:
    """Whether the text is such a phrase, or one followed by a colon and more."""
    if is_phrase(text, subject):
        return True
    head, colon, _ = text.partition(":")
    return bool(colon) and len(head) <= MAX_PHRASE_CHARS and is_phrase(head, subject)
