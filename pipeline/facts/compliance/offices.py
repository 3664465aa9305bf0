"""Makers in the name of an office or a federation, which stand for no maker: "industry minister"."""

from __future__ import annotations

import re

from pipeline.facts.compliance.phrases import Cue
from pipeline.languages.united import any_of

_BEFORE = re.compile(
    rf"\b{any_of('compliance_words', 'names', 'offices_before')}"
    r"\s(?:(?:of|for|de|des|del|dei|degli|della|delle|der)\s(?:(?:the|la|le|los|las)\s|l['’])?(?:[\w-]+\s)?|(?:d|dell)['’])?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(rf"[\s-]{any_of('compliance_words', 'names', 'offices_behind')}\b", re.IGNORECASE)


def is_of_an_office(makers: Cue, text: str) -> bool:
    """Whether the words for makers at large only name who governs them or speaks for them."""
    return bool(_BEHIND.match(text, makers.end) or _BEFORE.search(text[: makers.start]))
