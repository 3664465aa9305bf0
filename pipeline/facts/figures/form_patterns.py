"""Patterns of listed words, as the words around figures are looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.facts.alternatives import alternatives, with_any_blank


def any_pattern(patterns: Iterable[str], *, any_case: bool = True) -> str:
    """What any one of the entries matches."""
    return alternatives(map(with_any_blank, patterns), any_case=any_case)


def word_pattern(patterns: Iterable[str]) -> re.Pattern[str]:
    """Any one of the entries as whole words."""
    return compiled(rf"(?<!\w)(?:{any_pattern(patterns)})(?!\w)")


def compiled(pattern: str) -> re.Pattern[str]:
    """The pattern, in any case."""
    return re.compile(pattern, re.IGNORECASE)
