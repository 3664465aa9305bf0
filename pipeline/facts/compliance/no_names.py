"""What stands with a capital, or reads like a market, and is no name of a body."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.facts.compliance.phrases import Cue
from pipeline.facts.compliance.vocabulary import MARKET
from pipeline.languages.united import any_of

_NO_NAME = re.compile(rf"\bCO.?2|CO₂|{any_of('compliance_words', 'names', 'never')}", re.IGNORECASE)
"""What no company is called by: "CO2 rule", "European Parliament"."""
_OF_TARGETS = frozenset(
    {"objective", "ceiling", "norm", "quota", "penalty", "pool", "average", "fleet", "topic", "institution"}
)
_LONGEST_ABBREVIATION = 3


def is_no_name(name: str, start: int, end: int, cues: Sequence[Cue]) -> bool:
    """Whether what the text alone makes a company's name is none."""
    return bool(_NO_NAME.search(name)) or _is_a_phrase(start, end, cues)


def is_written_as_a_name(cue: Cue, text: str) -> bool:
    """Whether an abbreviation has its capitals: "the US", and not "told us"."""
    word = text[cue.start : cue.end]
    return len(word) > _LONGEST_ABBREVIATION or word.isupper() or not word.islower()


def is_behind_an_adviser(start: int, cues: Sequence[Cue]) -> bool:
    """Whether a name is introduced as that of who only counts or comments: "green group X", "la banque X"."""
    return any(cue.label == "adviser" and 0 <= start - cue.end <= 1 for cue in cues)


def _is_a_phrase(start: int, end: int, cues: Sequence[Cue]) -> bool:
    """Whether a word with a capital is one of the language's own for targets, or part of a market's name: "Vorgabe"."""
    return any(
        (cue.label in _OF_TARGETS or cue.label.startswith(MARKET)) and cue.start <= start and end <= cue.end
        for cue in cues
    )
