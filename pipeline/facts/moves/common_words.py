"""Words that an article shows to be no names."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.facts.moves.lexicon import Lexicon
from pipeline.facts.moves.reading import Reading


def common_words(readings: Sequence[Reading], lexicon: Lexicon) -> set[str]:
    """Words that the article shows to be no names: written small elsewhere, or as German nouns behind an article."""
    common = set()
    for reading in readings:
        for at, token in enumerate(reading.tokens):
            if not token.capital or (
                lexicon.nouns_are_capital and at and not _may_stand_before_a_name(reading, at, lexicon)
            ):
                common.add(token.key)
    return common


def _may_stand_before_a_name(reading: Reading, at: int, lexicon: Lexicon) -> bool:
    """Whether a German noun has neither an article nor an adjective before it."""
    before = reading.tokens[at - 1]
    if (
        before.key[0].isdigit()
        or before.key in lexicon.articles
        or before.key in lexicon.contracted
        or before.key in lexicon.words.before_nouns
    ):
        return False
    return not (
        before.key.endswith(("en", "er", "es", "em", "e")) and before.key not in lexicon.words.adjective_like
    ) or (before.capital)
