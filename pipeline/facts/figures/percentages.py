"""Percentages of a passage: which are changes and which are shares."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.facts.figures.elliptic_changes import Change, elliptic_changes
from pipeline.facts.figures.forms import FigureForms
from pipeline.facts.figures.passage import Passage
from pipeline.facts.figures.shares_by_tenor import is_share_by_tenor
from pipeline.facts.numbers import Quantity

_BEFORE_SEGMENT = 16
"""Characters between a share and its segment: "16 % purely electric cars"."""


_TO_A_LEVEL = re.compile(r"[ \u00a0](?:auf|to|à|a|su)[ \u00a0]\d[\d.,'’ \u00a0]*\d(?:[ \u00a0]\w+)?(?=[ \u00a0])")


_HEADED = re.compile(r"(?:[ \u00a0][^\W\d]+)?[ \u00a0]?:[ \u00a0]")
"""Between a word for a change and its size: "Hausse exacte : 92 %"."""
_LARGEST_GAIN = 5
_LEVEL_BEHIND = re.compile(r",?(?:[ \u00a0][^\W\d]+){0,4}[ \u00a0](?:à|to|auf|al?|con|with|avec)[ \u00a0]\d")
"""A change without its verb has its count behind it: "… and 9 percent for the full year to 2,235,204"."""
_SIZE_OF = re.compile(r"[ \u00a0](?:de|d['’]|of|von|um|di|del)[ \u00a0]?(?:[\w’'-]+[ \u00a0]){0,2}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Share:
    """A share of the market in percent; offsets count in the passage."""

    value: float
    start: int
    end: int
    prior: bool
    stated: bool
    """Whether the words say that it is a share, and not only its place in the sentence."""
    certainty: float = 1.0
    """How sure it is that it is one; below 1 where the rules passed over it."""


def find_percentages(passage: Passage, *, shares_expected: bool) -> tuple[list[Change], list[Share]]:
    """The changes and the shares of the passage.

    Args:
        passage: the sentence.
        shares_expected: whether the sentence before speaks of shares.
    """
    changes: list[Change] = []
    shares: list[Share] = []
    for quantity in passage.quantities:
        if quantity.kind == "factor":
            change = _of_factor(quantity, passage)
            if change:
                changes.append(change)
        if quantity.kind != "percent":
            continue
        share = _explaining(quantity, passage) or _share(quantity, passage, expected=shares_expected)
        share = share or _listed_share(quantity, passage, shares)
        share = share or _by_tenor(quantity, passage, expected=shares_expected or bool(shares))
        if share:
            window = passage.text[max(0, share.start - 70) : share.start]
            earlier = share.prior or bool(passage.forms.prior_share.search(window))
            shares.append(replace(share, prior=earlier) if earlier else share)
        elif not quantity.sign and passage.forms.prior.search(
            passage.text[max(0, quantity.start - 40) : quantity.start]
        ):
            continue  # "… du marché, contre 19,1 % un an plus tôt" is an earlier share
        elif quantity.in_words and quantity.unit == passage.text[quantity.start : quantity.end]:
            continue  # "più di una su sei" is a part
        elif sign := _sign(quantity, passage) or _sign_of_the_last(quantity, changes, passage):
            changes.append(Change(sign * quantity.value, quantity.start, quantity.end))
    for match in passage.forms.fractions.finditer(passage.text):
        value = passage.forms.fraction_values[match["part"].lower()]
        shares.append(Share(value, match.start(), match.end(), False, True))
    changes += elliptic_changes(passage)
    changes = [one for one in changes if not passage.forms.than_planned.match(passage.text, one.end)]
    return sorted(changes, key=lambda one: one.start), shares


def may_be_share(quantity: Quantity, passage: Passage) -> bool:
    """Whether nothing beside a percentage says that it is a change, a margin or a part of a maker's own sales."""
    forms, text = passage.forms, passage.text
    if quantity.sign or quantity.in_words:  # "one in 45" is one where something sold stands beside, as the rules know
        return False
    if forms.direction_behind.match(text, quantity.end) or forms.of_its_own.match(text, quantity.end):
        return False
    return not _is_money(quantity, passage.clause_before(quantity.start, 110), passage)


def _of_factor(quantity: Quantity, passage: Passage) -> Change | None:
    """ "doublé" is +100 %; "plus que doublé" and "presque doublé" are no number."""
    before = passage.text[max(0, quantity.start - 22) : quantity.start]
    if passage.forms.roughly.search(before):
        return None
    return Change((quantity.value - 1) * 100, quantity.start, quantity.end)


def _share(quantity: Quantity, passage: Passage, *, expected: bool) -> Share | None:
    forms, text = passage.forms, passage.text
    before = passage.clause_before(quantity.start, 110)
    prior = bool(forms.prior.search(text[max(0, quantity.start - 40) : quantity.start]))
    if quantity.in_words and quantity.unit == text[quantity.start : quantity.end]:  # "un sur cinq"
        # "One client in three asks for a certificate" has nothing that was sold, and no share of a market.
        told_of = any(one.kind in ("maker", "model", "segment") for one in passage.subjects)
        counted = forms.metric.search(text) or (told_of and forms.unit.search(quantity.unit or ""))
        if forms.excluded.search(passage.clause_behind(quantity.end, 40)):
            return None
        return Share(quantity.value, quantity.start, quantity.end, prior, True) if counted and not prior else None
    if quantity.sign or forms.direction_behind.match(text, quantity.end):
        return None
    if forms.of_its_own.match(text, quantity.end) or _is_money(quantity, before, passage):
        return None
    if _is_a_change(quantity, before, forms):
        return None
    if forms.share_bases.match(text, quantity.end):
        return Share(quantity.value, quantity.start, quantity.end, prior, True)
    if forms.share_verbs.search(before) and not forms.direction.search(before):
        return Share(quantity.value, quantity.start, quantity.end, prior, True)
    if _of_a_segment(quantity, passage, expected=expected):
        return Share(quantity.value, quantity.start, quantity.end, prior, True)
    words = list(forms.share_words.finditer(before))
    level = bool(forms.levels.search(before))
    if words and (level or not forms.direction.search(before, words[-1].end())):
        return Share(quantity.value, quantity.start, quantity.end, prior, True)
    if level and _follows_points(quantity, passage) and (expected or passage.speaks_of_shares):
        return Share(quantity.value, quantity.start, quantity.end, prior, True)
    if (
        level
        and (expected or passage.speaks_of_shares)
        and (passage.subjects and not passage.in_brackets(quantity.start))
    ):
        return Share(quantity.value, quantity.start, quantity.end, prior, False)
    return None


def _explaining(quantity: Quantity, passage: Passage) -> Share | None:
    """A share in a bracket behind its change in points: "de 4 points (40 % contre 36 %)"."""
    if quantity.sign or not passage.speaks_of_shares or not passage.in_brackets(quantity.start):
        return None
    opening = passage.text.rfind("(", 0, quantity.start)
    if not any(one.kind == "points" and 0 <= opening - one.end <= 1 for one in passage.quantities):
        return None
    return Share(quantity.value, quantity.start, quantity.end, False, True)


def _follows_points(quantity: Quantity, passage: Passage) -> bool:
    """Whether a change in points stands right before: "Sa part recule de 3 points, à 31 %"."""
    points = [one.end for one in passage.quantities if one.kind == "points" and one.end <= quantity.start]
    return bool(points) and quantity.start - max(points) < _BEFORE_SEGMENT


def _is_money(quantity: Quantity, before: str, passage: Passage) -> bool:
    """Whether the percentage is a margin or a rate: "une marge de 6 %", "a 2.5 percent finance rate"."""
    behind = passage.text[quantity.end + 1 :]
    words = passage.forms.of_money
    return bool(words.search(before) or words.match(behind) or words.match(behind.partition(" ")[2]))


def _is_a_change(quantity: Quantity, before: str, forms: FigureForms) -> bool:
    """Whether the percentage says how large a change is: "ein Plus von 4 Prozent", "has lost 1.2% share"."""
    words = list(forms.direction.finditer(before))
    if not words:
        return False
    between = before[words[-1].end() :]
    if between.strip(" \u00a0"):
        return bool(_SIZE_OF.fullmatch(between))
    return words[-1].lastgroup == "fall" or quantity.value < _LARGEST_GAIN  # a larger gain is a level


def _listed_share(quantity: Quantity, passage: Passage, shares: Sequence[Share]) -> Share | None:
    """A percentage without a sign behind a name, where shares stand before: "… 24 %, ahead of X (16 %), Y 9 %"."""
    opening = passage.text[: quantity.start].rstrip(" \u00a0")
    named = any(one.end <= quantity.start and not opening[one.end :].strip() for one in passage.subjects)
    if quantity.sign or not shares or not (opening.endswith("(") or named):
        return None
    return Share(quantity.value, quantity.start, quantity.end, False, shares[-1].stated)


def _by_tenor(quantity: Quantity, passage: Passage, *, expected: bool) -> Share | None:
    forms = passage.forms
    if not expected or forms.direction_behind.match(passage.text, quantity.end):
        return None
    if forms.of_its_own.match(passage.text, quantity.end) or not is_share_by_tenor(quantity, passage):
        return None
    prior = bool(forms.prior.search(passage.text[max(0, quantity.start - 40) : quantity.start]))
    return Share(quantity.value, quantity.start, quantity.end, prior, False)


def _of_a_segment(quantity: Quantity, passage: Passage, *, expected: bool) -> bool:
    """Whether the percentage stands right before its segment: "comprised 16.2 % full electrics and 6.2 % hybrids"."""
    text, forms = passage.text, passage.forms
    behind = [
        one for one in passage.subjects if one.kind == "segment" and 0 < one.start - quantity.end <= _BEFORE_SEGMENT
    ]
    if not behind or not re.fullmatch(r"[ \u00a0](?:[\w’'-]+[ \u00a0])?", text[quantity.end : behind[0].start]):
        return False
    return expected or bool(passage.speaks_of_shares or forms.share_verbs.search(text[: quantity.start]))


def _sign(quantity: Quantity, passage: Passage) -> int:
    """+1 or -1 from the sign or the words beside the percentage; 0 where nothing says it is a change."""
    if quantity.sign:
        return quantity.sign
    forms, text = passage.forms, passage.text
    behind = forms.direction_behind.match(text, quantity.end)
    if behind:
        return 1 if behind.lastgroup == "rise" else -1
    breaks = [one.end for one in passage.quantities if one.end <= quantity.start and one.kind in ("percent", "count")]
    left = max([0, quantity.start - 90, *breaks])
    nearest = None
    for match in forms.direction.finditer(text, left):  # "gingen … zurück": a verb may look beyond the number
        if match.end() > quantity.start:
            break
        nearest = match
    between = text[nearest.end() : quantity.start] if nearest else ""
    if nearest and (_HEADED.fullmatch(between) or not re.search(r"[;:.]\s", between)):
        return 1 if nearest.lastgroup == "rise" else -1
    level = _TO_A_LEVEL.match(text, quantity.end)  # "ging um 9,8 Prozent auf 44.200 nach unten"
    end = level.end() if level else quantity.end
    following = forms.direction.search(text, end, end + 25)
    if following and not re.search(r"[,;:.()]", text[end : following.start()]):
        return 1 if following.lastgroup == "rise" else -1
    return 0


def _sign_of_the_last(quantity: Quantity, changes: Sequence[Change], passage: Passage) -> int:
    """The sign of the change before, where its verb is left out: "VW cède 1 % à 400 000, Fiat 6 % à 100 000"."""
    if not changes:
        return 0
    text = passage.text
    joined = re.fullmatch(
        r"[ \u00a0]*(?:,|et|and|und|y|e)[ \u00a0]+(?:\w+[ \u00a0])?", text[changes[-1].end : quantity.start]
    )
    level = _LEVEL_BEHIND.match(text, quantity.end)
    return (1 if changes[-1].value > 0 else -1) if joined or level else 0
