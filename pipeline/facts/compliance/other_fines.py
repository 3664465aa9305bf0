"""Fines that makers pay for anything else than emissions: for cartels, warranties, false advertising."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.facts.compliance.phrases import Cue
from pipeline.languages.united import any_of

_CAUSE = re.compile(rf"(?<!\w){any_of('compliance_words', 'fines', 'other_causes')}(?!\w)", re.IGNORECASE)
_OF_TARGETS = frozenset(("topic", "objective", "norm", "ceiling", "grams", "average", "fleet", "rate"))
_OF_FINES = frozenset(("penalty", "bad", "missed"))


def without_other_fines(cues: Sequence[Cue], text: str) -> list[Cue]:
    """The phrases of a sentence without those of fines, where it names another cause of them and no emissions."""
    labels = {cue.label for cue in cues}
    if "penalty" not in labels or labels & _OF_TARGETS or not _CAUSE.search(text):
        return list(cues)
    return [cue for cue in cues if cue.label not in _OF_FINES]
