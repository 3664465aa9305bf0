"""Which change goes with which count of a passage."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.facts.figures.counts import Count
from pipeline.facts.figures.elliptic_changes import Change
from pipeline.facts.figures.passage import Passage

_LONGEST_PAIR = 110
"""Characters (with penalties) between a count and its change, beyond which they belong to different statements."""
_RIVAL, _BRAND = 40, 5
"""What a maker between a count and a change costs: another's figure may begin there; of one figure it is a brand."""
_GOES_ON = re.compile(r",[ \u00a0](?:et|and|und|y|e|ed)[ \u00a0](?:[^\W\d][\w’'-]*[ \u00a0]){2}")
"""Between a change and a count of another statement."""
_LISTED_WITHIN = 14
"""Characters between two counts of one list: " véhicules et "."""


def is_difference(count: Count, counts: Sequence[Count], changes: Sequence[Change], passage: Passage) -> bool:
    """Whether a count in brackets is the change in vehicles: "105 000, soit + 5 % (5 000 voitures)"."""
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
        if max(count.start - change.end, change.start - count.end) <= 2 * _LONGEST_PAIR
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
    crossed = [one for one in counts if left <= one.start < right and not one.prior and one is not count]
    cost += 60 * sum(not _is_aside(one, passage) for one in crossed)
    cost += 60 * sum(left <= one.start < right for one in changes if one is not change)
    together = passage.in_brackets(left) and passage.in_brackets(right) and ")" not in between
    cost += 0 if together else 50 * between.count(";")
    if first and _is_aside(count, passage) and "," in between:
        cost += 60  # "12 000 véhicules, dont 7 000 VO, soit un recul de 2 %": the change is the whole's
    makers = {
        one.name or one.text for one in passage.subjects if one.kind in ("maker", "model") and left <= one.start < right
    }
    alone = len(changes) == 1 and sum(not one.prior for one in counts) == 1
    cost += (_BRAND if alone else _RIVAL) * len(makers)
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
    if not first and (_GOES_ON.search(between) or _is_a_part(count, passage)):
        return cost + 60  # "+ 62 %, and aims at 20,000", "up 16%, of which 21,700"
    if not first:
        return cost - 15 if passage.forms.levels.search(between) else cost + 10
    return cost


def _is_a_part(count: Count, passage: Passage) -> bool:
    """Whether the count is a part of one before: "of which 21,700"."""
    return bool(passage.forms.included.search(passage.text, max(0, count.start - 14), count.start))


def _is_aside(count: Count, passage: Passage) -> bool:
    """Whether the count is a part of the one before, set off by commas: "12 000, dont 7 000 VO, …"."""
    start = max(0, count.start - 25)
    match = passage.forms.included.search(passage.text[start : count.start])
    return bool(match) and passage.text[: start + match.start()].rstrip(" \u00a0").endswith(",") if match else False


def _first_run(counts: Sequence[Count]) -> list[int]:
    """The first counts that stand in one list, by their index."""
    levels = [index for index, count in enumerate(counts) if not count.prior]
    run = levels[:1]
    for left, right in pairwise(levels):
        if counts[right].start - counts[left].end <= _LISTED_WITHIN:
            run.append(right)
        elif len(run) > 1:
            break
        else:
            run = [right]
    return run if len(run) > 1 else []


def respectively(
    counts: Sequence[Count], changes: Sequence[Change], passage: Passage
) -> tuple[dict[int, Change], dict[int, int]]:
    """The changes and places of counts that a sentence lists in the same order: "… 1 200 et 3 400 respectivement".

    Returns:
        Change by the count's index, and index of the place by the count's index; empty where the order says nothing.
    """
    if not passage.forms.respectively.search(passage.text):
        return {}, {}
    levels = _first_run(counts)
    if len(levels) < 2:
        return {}, {}
    end = counts[levels[-1]].end
    next_count = min((one.start for one in counts if one.start >= end), default=len(passage.text))
    alone = len(changes) == len(levels)
    own = changes if alone else [one for one in changes if end <= one.start < next_count]
    by_change = dict(zip(levels, own, strict=False)) if len(own) == len(levels) else {}
    places = [index for index, place in enumerate(passage.places) if place.end <= counts[levels[0]].start]
    by_place = dict(zip(levels, places, strict=False)) if len(places) == len(levels) else {}
    return by_change, by_place
