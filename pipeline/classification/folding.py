"""The form in which words are compared: lower case, without accents, blanks for punctuation.

Every character stands for exactly one character, so an offset in the folded text is an offset in the text.
"""

from __future__ import annotations

import sys
import unicodedata

_KEPT = "%€$£+?"
"""Signs that say something by themselves; any other punctuation becomes a blank."""

_SPECIAL = {"ß": "s", "œ": "o", "æ": "a", "ø": "o", "ı": "i", "ł": "l", "đ": "d"}
"""Letters that Unicode does not take apart. One for one, on both sides of every comparison."""


def fold(text: str) -> str:
    """The text for comparison; as long as the text."""
    return text.translate(_FOLDED)


def _fold_character(character: str) -> str:
    plain = unicodedata.normalize("NFKD", character)[0].lower()[0]
    if plain.isalnum():
        return _SPECIAL.get(plain, plain)
    return plain if plain in _KEPT else " "


class _Table(dict[int, str]):
    """What each character becomes; characters outside the alphabets of Europe are worked out as they come."""

    def __missing__(self, code: int) -> str:
        return _fold_character(chr(code))


_FOLDED = _Table({code: _fold_character(chr(code)) for code in range(min(0x2200, sys.maxunicode))})
