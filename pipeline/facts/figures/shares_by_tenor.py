"""Shares whose sentence has no word for a share, because those around it speak of nothing else.

"Diesel holds 24 % of the market. Petrol is still at 38 %. Hybrids follow, 17 %, and 4 % for plug-ins."
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.facts.figures.passage import Passage
from pipeline.facts.figures.subject import Subject
from pipeline.facts.numbers import Quantity

_NAMED_WITHIN = 48
"""Characters between a name and its share."""
_PARTED = re.compile(r"[\d;:.()?!]")
_OF_WHOM = re.compile(
    r"[ \u00a0](?:pour|for|für|para|per|von|an)[ \u00a0](?:(?!\d)[\w’'-]+[ \u00a0]){0,2}(?:l['’])?", re.IGNORECASE
)
"""Between a share and the name it is of: "17,1 % pour les hybrides"."""
_MOST = 100


def is_share_by_tenor(quantity: Quantity, passage: Passage) -> bool:
    """Whether the percentage stands beside a name and nothing says that it is a change.

    To be asked only where the sentence or those before speak of shares.
    """
    forms = passage.forms
    if quantity.sign or quantity.in_words or quantity.value >= _MOST:
        return False
    named = [one for one in passage.subjects if one.kind in ("segment", "maker", "model")]
    return _is_named_before(quantity, named, passage) or (
        _is_named_behind(quantity, named, passage)
        and not forms.direction.search(passage.clause_before(quantity.start, _NAMED_WITHIN))
    )


def _is_named_before(quantity: Quantity, named: Sequence[Subject], passage: Passage) -> bool:
    before = [one for one in named if one.end <= quantity.start]
    if not before or quantity.start - before[-1].end > _NAMED_WITHIN:
        return False
    forms, between = passage.forms, passage.text[before[-1].end : quantity.start]
    if between == " (" and before[-1].kind == "segment":
        return passage.text[quantity.end : quantity.end + 1] == ")"  # "les hybrides (5 %), les rechargeables (2 %)"
    if _PARTED.search(between) or forms.direction.search(between):
        return False
    lead = passage.clause_before(before[-1].start, _NAMED_WITHIN)
    return not (forms.direction.search(lead) or forms.of_money.search(lead) or forms.excluded.search(between))


def _is_named_behind(quantity: Quantity, named: Sequence[Subject], passage: Passage) -> bool:
    return any(
        quantity.end < one.start <= quantity.end + _NAMED_WITHIN
        and _OF_WHOM.fullmatch(passage.text[quantity.end : one.start])
        for one in named
    )
