"""Numbers without a noun that still count vehicles, for what stands around them.

"China took 332", "dont 640 en France", "davon 912 an Pflegedienste", "Yamaha on 38, BMW on 31", "412 Volvo".
"""

from __future__ import annotations

import re

from pipeline.facts.figures.articled_model import articled_model
from pipeline.facts.figures.passage import Passage
from pipeline.facts.numbers import Quantity
from pipeline.languages.united import any_of

_LEAST = 10
_ACTING_WITHIN = 60
_RANKED = re.compile(
    r",?[ \u00a0](?:[^\W\d][\w’'-]*[ \u00a0]){0,2}(?:on|with|at|avec|à|mit|auf|bei|con|a|en)[ \u00a0]"
    r"|[ \u00a0](?:[^\W\d][\w’'-]*[ \u00a0])?"
)
"""Between a maker and its number in a ranking."""
_ENDS = re.compile(r"[ \u00a0]?(?:[,;.:!?)|]|[–—-][ \u00a0]|$|\()")
_ITEM = re.compile(r"[ \u00a0]*[•▪◦*–—-][ \u00a0]+(?:[^\d:.;]{2,40}[ \u00a0]?:[ \u00a0]*)?")
_LABEL_WITHIN = 6
"""Characters of a bullet or a rank before a label."""
_LABEL_GAP = re.compile(r"[ \u00a0]?[:–—][ \u00a0]?")
_OF_THEM = re.compile(rf"[ \u00a0]{any_of('figures_words', 'owners', 'of_them')}(?!\w)", re.IGNORECASE)
_PARTITIVE = re.compile(r"(?<!\w)(?:en|ne|n['’])[ \u00a0]?(?:(?!\d)[\w’'-]+[ \u00a0]){1,3}$")
"""A pronoun for what was counted before, with its verb."""
_IN_RANKING = 2


def is_bare_count(quantity: Quantity, passage: Passage) -> bool:
    """Whether a number without a noun is a part of a total, what a place or maker took, or one of a ranking."""
    if quantity.in_words or quantity.kind != "count" or quantity.value < _LEAST:
        return False
    if any(sign.isalpha() for sign in passage.text[quantity.start : quantity.end]):
        return False  # "41 million" without a noun are money
    return (
        _is_a_part(quantity, passage)
        or _is_taken(quantity, passage)
        or _is_ranked(quantity, passage)
        or _counts_a_brand(quantity, passage)
        or _is_item(quantity, passage)
        or is_told_under_a_label(quantity, passage)
        or _is_a_models(quantity, passage)
    )


def _closes(quantity: Quantity, passage: Passage) -> bool:
    text, forms = passage.text, passage.forms
    return bool(
        _ENDS.match(text, quantity.end)
        or forms.bare_followers.match(text, quantity.end)
        or forms.partitives.match(text, quantity.end)
    )


def _is_a_part(quantity: Quantity, passage: Passage) -> bool:
    """ "… 2.100, dont 640 en France"."""
    text, forms = passage.text, passage.forms
    if _OF_THEM.match(text, quantity.end):
        return True
    if not re.search(r"\d", text[: quantity.start]) or not _closes(quantity, passage):
        return False
    included = forms.included.search(text[max(0, quantity.start - 25) : quantity.start])
    return bool(included or forms.partitives.match(text, quantity.end))


def _is_taken(quantity: Quantity, passage: Passage) -> bool:
    """ "Les Pays-Bas en ont absorbé 530", "China, where …, took 332"."""
    text = passage.text
    left = max(0, quantity.start - _ACTING_WITHIN)
    if not passage.forms.takes.search(text[left : quantity.start]) or not _closes(quantity, passage):
        return False
    if _PARTITIVE.search(text[left : quantity.start]):
        return True  # "le diesel en représente 210", "Siena ne ha assorbiti 80"
    ends = [one.end for one in passage.places] + [one.end for one in passage.subjects if one.kind != "market"]
    return any(end <= quantity.start for end in ends)


def _is_ranked(quantity: Quantity, passage: Passage) -> bool:
    """Whether the number stands behind a maker, and another number of the sentence so too."""
    behind = [one for one in passage.quantities if one.kind == "count" and _follows_a_maker(one, passage)]
    return len(behind) >= _IN_RANKING and quantity in behind and _closes(quantity, passage)


def _follows_a_maker(quantity: Quantity, passage: Passage) -> bool:
    return any(
        one.kind == "maker" and _RANKED.fullmatch(passage.text, one.end, quantity.start) for one in passage.subjects
    )


def _is_a_models(quantity: Quantity, passage: Passage) -> bool:
    """ "… el X, con 520 unidades; el Y se queda en 310"."""
    if not _closes(quantity, passage) or articled_model(passage, quantity.start) is None:
        return False
    counts = [one for one in passage.quantities if one.kind == "count" and one.end <= quantity.start]
    return any(passage.forms.unit.match(passage.text, one.end) for one in counts)


def _is_item(quantity: Quantity, passage: Passage) -> bool:
    """Whether an item of a list holds the number and whose or where it is: "• 463 pour le Royaume-Uni", "• X : 58"."""
    opening = _ITEM.match(passage.text)
    if not opening or not (passage.places or passage.subjects):
        return False
    return opening.end() >= quantity.start and _closes(quantity, passage)


def is_told_under_a_label(quantity: Quantity, passage: Passage) -> bool:
    """Whether the sentence opens with whose the number is, and the number: "BMW : 171"."""
    text = passage.text
    if text[quantity.end : quantity.end + 1] == ":" or not _ENDS.match(text, quantity.end):
        return False
    return any(
        one.kind in ("maker", "model", "segment")
        and one.start <= _LABEL_WITHIN
        and not any(sign.isalpha() for sign in text[: one.start])
        and _LABEL_GAP.fullmatch(text, one.end, quantity.start)
        for one in passage.subjects
    )


def _counts_a_brand(quantity: Quantity, passage: Passage) -> bool:
    """ "… a casé 412 Volvo"."""
    brand = any(one.kind == "maker" and one.start - quantity.end == 1 for one in passage.subjects)
    return brand and bool(passage.metric_words)
