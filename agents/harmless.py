"""Text from outside, made safe for a terminal."""

from __future__ import annotations

import unicodedata

_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
"""Unicode categories that move the cursor, turn the writing round or show nothing: no page may do that here."""


def harmless(text: str, keep: str = "") -> str:
    """The text with a blank for every character that a terminal would obey, not show; as long as before."""
    return "".join(
        character if character in keep or unicodedata.category(character) not in _INVISIBLE else " "
        for character in text
    )
