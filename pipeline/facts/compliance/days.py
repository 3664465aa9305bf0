"""Days of the month, which are no grams: "the six months to December 31"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from pipeline.facts.numbers import Quantity
from pipeline.languages import every_vocabulary

_SHORTEST = 3
_LAST_DAY = 31


def without_days(quantities: Sequence[Quantity], text: str) -> list[Quantity]:
    """The numbers of a sentence without those that stand beside the name of a month."""
    before, behind = _beside_months()
    return [
        one
        for one in quantities
        if one.kind != "count"
        or one.value > _LAST_DAY
        or not (before.search(text, max(0, one.start - 12), one.start) or behind.match(text, one.end))
    ]


@lru_cache(maxsize=1)
def _beside_months() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A month right before a day, and one right behind it."""
    written = {
        name
        for content in every_vocabulary("dates").values()
        for names in content["months"].values()
        for name in names
        if len(name) >= _SHORTEST
    }
    months = "|".join(re.escape(name) for name in sorted(written, key=lambda one: (-len(one), one)))
    return (
        re.compile(rf"(?<!\w)(?:{months})\.?\s$", re.IGNORECASE),
        re.compile(rf"(?:er|º|°|\.|st|nd|rd|th)?\s(?:de\s|of\s)?(?:{months})(?!\w)", re.IGNORECASE),
    )
