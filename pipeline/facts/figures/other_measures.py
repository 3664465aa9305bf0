"""Lists of makers and numbers under a sentence that says them to be prices, grams or horsepower: no vehicles."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.facts.figures.bare_numbers import is_told_under_a_label
from pipeline.facts.figures.passage import Passage
from pipeline.languages.united import any_of

_MEASURES = re.compile(rf"(?<!\w){any_of('figures_words', 'lists', 'other_measures')}(?!\w)")


def tells_other_measures(passages: Sequence[Passage], index: int) -> bool:
    """Whether the passage is an item of a list ("BMW: 121") that does not count vehicles.

    Args:
        passages: those of the document.
        index: the passage's place among them.
    """
    if not _is_item(passages[index]):
        return False
    over = next((one for one in reversed(passages[:index]) if not _is_item(one)), None)
    return over is not None and not over.metric_words and _MEASURES.search(over.text) is not None


def _is_item(passage: Passage) -> bool:
    return any(is_told_under_a_label(one, passage) for one in passage.quantities)
