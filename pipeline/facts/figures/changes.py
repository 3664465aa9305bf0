"""Percentages of a passage: which are changes, which are shares, and which change goes with which count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.facts.figures.counts import Count
from pipeline.facts.figures.passage import Passage
from pipeline.facts.numbers import Quantity

_LONGEST_PAIR = 110
"""Characters (with penalties) between a count and its change, beyond which they belong to different statements."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change in percent, with its sign; offsets count in the passage."""

    value: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Share:
    """A share of the market in percent; offsets count in the passage."""

    value: float
    start: int
    end: int
    prior: bool
    stated: bool
    """Whether the words say that it is a share, and not only its place in the sentence."""


def find_percentages(passage: Passage, *, shares_expected: bool) -> tuple[list[Change], list[Share]]:
    """The changes and the shares of the passage.

    Args:
        passage: the sentence.
        shares_expected: whether the sentence before speaks of shares.
    """
    changes, shares = [], []
    for quantity in passage.quantities:
        if quantity.kind == "factor":
            change = _of_factor(quantity, passage)
            if change:
                changes.append(change)
        if quantity.kind != "percent":
            continue
        share = _share(quantity, passage, expected=shares_expected)
        if share:
            shares.append(share)
        elif sign := _sign(quantity, passage) or _sign_of_the_last(quantity, changes, passage):
            changes.append(Change(sign * quantity.value, quantity.start, quantity.end))
    return changes, shares


def _of_factor(quantity: Quantity, passage: Passage) -> Change | None:
    """ "doublé" is +100 %; "plus que doublé" and "presque doublé" are no number."""
    before = passage.text[max(0, quantity.start - 22) : quantity.start]
    if re.search(r"(?:plus (?:que|de)|presque|quasi\w*|more than|almost|nearly|mehr als|fast|nahezu|más que|casi|più che|quasi|près de|over) ?$", before):
        return None
    return Change((quantity.value - 1) * 100, quantity.start, quantity.end)


def _share(quantity: Quantity, passage: Passage, *, expected: bool) -> Share | None:
    forms, text = passage.forms, passage.text
    before = passage.clause_before(quantity.start, 70)
    prior = bool(forms.prior.search(text[max(0, quantity.start - 40) : quantity.start]))
    if quantity.in_words:
        counted = forms.unit.search(quantity.unit or "") or forms.metric.search(text)
        return Share(quantity.value, quantity.start, quantity.end, prior, True) if counted and not prior else None
    if quantity.sign or forms.direction_behind.match(text, quantity.end):
        return None
    base = forms.share_bases.match(text, quantity.end)
    if base:
        return Share(quantity.value, quantity.start, base.end(), prior, True)
    if forms.share_verbs.search(before) and not forms.direction.search(before):
        return Share(quantity.value, quantity.start, quantity.end, prior, True)
    word = None
    for word in forms.share_words.finditer(before):
        pass
    level = bool(forms.levels.search(before))
    if word and (level or not forms.direction.search(before, word.end())):
        return Share(quantity.value, quantity.start, quantity.end, prior, True)
    if level and (expected or forms.share_words.search(text)) and (passage.subjects and not passage.in_brackets(quantity.start)):
        return Share(quantity.value, quantity.start, quantity.end, prior, False)
    return None


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
    for match in forms.direction.finditer(text, left, quantity.start):
        nearest = match
    if nearest and not re.search(r"[;:.]\s", text[nearest.end() : quantity.start]):
        return 1 if nearest.lastgroup == "rise" else -1
    following = forms.direction.search(text, quantity.end, quantity.end + 25)
    if following and not re.search(r"[,;:.()]", text[quantity.end : following.start()]):
        return 1 if following.lastgroup == "rise" else -1
    return 0


def _sign_of_the_last(quantity: Quantity, changes: Sequence[Change], passage: Passage) -> int:
    """The sign of the change before, where its verb is left out: "VW cède 1 % à 400 000, Fiat 6 % à 100 000"."""
    if not changes:
        return 0
    text = passage.text
    joined = re.fullmatch(r"[ \u00a0]*(?:,|et|and|und|y|e)[ \u00a0]+(?:\w+[ \u00a0])?", text[changes[-1].end : quantity.start])
    level = re.match(r"[ \u00a0](?:à|to|auf|al?|con|with|avec)[ \u00a0]\d", text[quantity.end : quantity.end + 8])
    return (1 if changes[-1].value > 0 else -1) if joined or level else 0


def is_difference(count: Count, counts: Sequence[Count], changes: Sequence[Change], passage: Passage) -> bool:
    """Whether a count in brackets is the change in vehicles: "693 000, soit + 6,2 % (40 000 voitures)"."""
    if not passage.in_brackets(count.start):
        return False
    for change in changes:
        for level in counts:
            if level is not count and change.end <= count.start and level.start < count.start:
                implied = abs(level.value * change.value / (100 + change.value)) if change.value != -100 else 0
                if implied and abs(implied - count.value) <= 0.05 * implied:
                    return True
    return False


def pair(counts: Sequence[Count], changes: Sequence[Change], passage: Passage) -> dict[int, Change]:
    """The change of each count, by the count's index; each change goes to one count at most."""
    costs = sorted(
        (_cost(count, change, counts, changes, passage), i, j)
        for i, count in enumerate(counts)
        if not count.prior
        for j, change in enumerate(changes)
    )
    paired: dict[int, Change] = {}
    used: set[int] = set()
    for cost, i, j in costs:
        if cost <= _LONGEST_PAIR and i not in paired and j not in used:
            paired[i] = changes[j]
            used.add(j)
    return paired


def _cost(count: Count, change: Change, counts: Sequence[Count], changes: Sequence[Change], passage: Passage) -> float:
    text = passage.text
    first = count.start < change.start
    left, right = (count.end, change.start) if first else (change.end, count.start)
    between = text[left:right]
    cost = float(len(between))
    cost += 60 * sum(left <= one.start < right for one in counts if not one.prior and one is not count)
    cost += 60 * sum(left <= one.start < right for one in changes if one is not change)
    cost += 50 * between.count(";")
    makers = {one.name or one.text for one in passage.subjects if one.kind in ("maker", "model") and left <= one.start < right}
    cost += 40 * len(makers)
    # A segment right behind the count is part of what is counted.
    cost += 25 * sum(left + 30 <= one.start < right for one in passage.subjects if one.kind == "segment")
    if first and passage.in_brackets(change.start) and not passage.in_brackets(count.start):
        return cost - 0.7 * len(between) - 20
    if first and passage.in_brackets(count.start) and not passage.in_brackets(change.start):
        return cost + 40
    if not first and passage.in_brackets(count.start) and not passage.in_brackets(change.start):
        return cost - 40 if len(between) < 20 else cost + 20
    if not first and passage.in_brackets(change.start) and not passage.in_brackets(count.start):
        return cost + 25
    if not first:
        return cost - 15 if passage.forms.levels.search(between) else cost + 10
    return cost
