"""What a single model emits is no fleet's average: "The CX-30 emits 141 g/km"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.facts.compliance.phrases import Cue
from pipeline.facts.numbers import Quantity

_MODEL = re.compile(
    r"(?:(?:The|L[ae]|L['’]|Der|Die|Das|El|Il|Un[ae]?|Eine?|An?)[ \u00a0]?)?(?:[A-Z][\w-]*[ \u00a0]){0,2}?"
    r"(?!CO[2₂])(?=[\w-]*\d)(?=[\w-]*[^\W\d])[\w-]+[ \u00a0](?=[a-zà-ÿ])"
)
"""The start of a sentence whose subject is a name of letters and digits."""
_CLOSE = 12
"""Characters between the name and the verb that says what it emits."""


def without_single_models(quantities: Sequence[Quantity], cues: Sequence[Cue], text: str) -> list[Quantity]:
    """The numbers of a sentence, none where it tells what one model emits."""
    model = _MODEL.match(text)
    if model and any(cue.label == "actual" and 0 <= cue.start - model.end() <= _CLOSE for cue in cues):
        return []
    return list(quantities)
