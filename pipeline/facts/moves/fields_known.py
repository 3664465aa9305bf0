"""Fields of a company's work, in all languages: sales, fleets, the network, after-sales, purchasing."""

from __future__ import annotations

import re

from pipeline.languages.united import united

_WORD = re.compile(r"[^\W\d_]+")
_INSIDE = 6
"""Letters from which on a stem may also stand inside a German compound: "Ersatzteilvertrieb"."""

_WORDS = frozenset(united("moves_words", "work", "words"))
_STEMS = united("moves_words", "work", "stems")
_LONG_STEMS = tuple(stem for stem in _STEMS if len(stem) >= _INSIDE)


def names_a_field(words: str) -> bool:
    """Whether one of the words is of a company's work."""
    for word in _WORD.findall(words.lower()):
        if word in _WORDS or word.startswith(_STEMS):
            return True
        if any(stem in word for stem in _LONG_STEMS):
            return True
    return False
