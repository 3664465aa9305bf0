"""Words for makers at large where a single one is meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.facts.compliance.phrases import Cue

_ONE_MAKER = re.compile(r"(?<!\w)(?:dem|einem|einen|ein|eines)\s(?:[\w-]+\s)?$", re.IGNORECASE)
"""Before "Hersteller": a single one."""


def is_a_single_one(makers: Cue, cues: Sequence[Cue], text: str) -> bool:
    """Whether the word is part of "the maker" at the head of its clause, where it is no genitive of many."""
    return bool(_ONE_MAKER.search(text[: makers.start])) or any(
        cue.label == "described"
        and cue.start < makers.start
        and makers.end == cue.end
        and (cue.start == 0 or text[: cue.start].rstrip().endswith((",", ";", ":", "–")))
        for cue in cues
    )
