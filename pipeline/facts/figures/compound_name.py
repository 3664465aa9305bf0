"""Names that a hyphen joins: a company of its own, and not the one that its name holds."""

from __future__ import annotations

import re

_REACH = 40
"""Characters before a name in which the one joined to it may begin."""
_COMPOUND_BEFORE = re.compile(r"(?<![\w-])[A-Z][\w&]{2,}-$")
_COMPOUND_BEHIND = re.compile(r"-[A-ZÀ-Ý][a-zà-ÿ]{2,}(?:-[A-ZÀ-Ý][a-zà-ÿ]{2,})?(?![\w-])")


def whole_compound(text: str, start: int, end: int, language: str | None) -> tuple[int, int]:
    """Where the name with those joined to it stands: "FAW-Volkswagen", "Kia-Hyundai"."""
    before = _COMPOUND_BEFORE.search(text, max(0, start - _REACH), start)
    # In German a noun behind a hyphen only says what belongs to the maker: "VW-Händler".
    behind = None if language == "de" else _COMPOUND_BEHIND.match(text, end)
    return (before.start() if before else start), (behind.end() if behind else end)
