"""Numbers that leave out their unit, since what stands before says what is counted: "X follows with 17"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.facts.compliance.bodies import Body
from pipeline.facts.compliance.grams import LOWEST_FLEET, Grams, Role
from pipeline.facts.compliance.phrases import Cue
from pipeline.facts.numbers import Quantity

_HIGHEST_FLEET = 400.0
_CLAUSE_ENDS = re.compile(r"\s*(?:[.;,!?)»”]|$|\s(?:et|and|und|y|e|ed)\s)")
"""What follows a number that stands alone: nothing that it could count."""
_BEHIND_NAME = re.compile(r"[^.;()\d%€$£]{0,28}")
"""Between a name and the number that a list gives it."""
_YEAR_BEHIND, _YEAR_BEFORE = 14, 6
"""Characters between grams and the year they are for."""
_HIGHEST_PAIR = 300.0
_SHORT_LINK = 16
"""Characters between two numbers that are held against one another."""
_AIM_WITHIN = 30
"""Characters between the word for a target and the number that leaves out its unit."""
_PAIRED = (0.4, 1.8)
"""Within which parts of a target the average beside it lies."""


def pairs(text: str, quantities: Sequence[Quantity], cues: Sequence[Cue]) -> list[Grams]:
    """An average and a target that both leave out their unit: "stands at 101 against 96"."""
    bare = [one for one in quantities if one.kind == "count" and LOWEST_FLEET < one.value <= _HIGHEST_PAIR]
    for first, second in pairwise(bare):
        between = text[first.end : second.start]
        held = any(
            cue.label in ("prior", "meant_for") and first.end <= cue.start and cue.end <= second.start for cue in cues
        )
        close = _PAIRED[0] * second.value <= first.value <= _PAIRED[1] * second.value
        if held and close and len(between) <= _SHORT_LINK and _CLAUSE_ENDS.match(text, second.end):
            return [
                Grams(first.value, "actual", first.start, first.end),
                Grams(second.value, "target", second.start, second.end),
            ]
    return []


def bare_target(text: str, quantities: Sequence[Quantity], cues: Sequence[Cue], before: Sequence[Grams]) -> list[Grams]:
    """The target that leaves out its unit behind the average of the sentence before: "Its target was 118"."""
    averages = [one.value for one in before if one.role == "actual"]
    bare = [one for one in quantities if one.kind == "count" and LOWEST_FLEET < one.value <= _HIGHEST_PAIR]
    aims = [cue for cue in cues if cue.label in ("objective", "ceiling", "required")]
    if len(averages) != 1 or len(bare) != 1 or not aims or any(one.kind == "grams" for one in quantities):
        return []
    one = bare[0]
    close = _PAIRED[0] * one.value <= averages[0] <= _PAIRED[1] * one.value
    near = any(cue.distance(one.start, one.end) <= _AIM_WITHIN for cue in aims)
    if not (close and near and _CLAUSE_ENDS.match(text, one.end)):
        return []
    return [Grams(one.value, "target", one.start, one.end)]


def continued(
    text: str, quantities: Sequence[Quantity], bodies: Sequence[Body], before: Sequence[Grams]
) -> list[Grams]:
    """The numbers of a sentence that go on with the list of the one before, or with that of its own beginning.

    Args:
        text: the sentence.
        quantities: its numbers.
        bodies: its names.
        before: the grams of the sentence before: what they are, these are too.
    """
    found: list[Grams] = []
    for body in bodies:
        if body.kind != "organization":
            continue
        one = next((number for number in quantities if number.start >= body.end), None)
        if one is None or one.kind != "count" or not _BEHIND_NAME.fullmatch(text, body.end, one.start):
            continue
        part = _part_before(one.value, before)
        if part and _CLAUSE_ENDS.match(text, one.end):
            value = -one.value if part.role == "gap" and part.value < 0 else one.value
            found.append(Grams(value, part.role, one.start, one.end))
    return found


def continuing(text: str, grams: Sequence[Grams], bodies: Sequence[Body], before: Sequence[Grams]) -> list[Grams]:
    """The grams, where a small number of no part of its own goes on with the distances of the sentence before."""
    named = min((body.start for body in bodies if body.kind == "organization"), default=None)
    part = next((one for one in reversed(before) if one.role == "gap"), None)
    if named is None or part is None:
        return list(grams)
    return [
        replace(one, role="gap", value=one.value if part.value > 0 else -one.value)
        if one.role == "unknown" and named < one.start and _CLAUSE_ENDS.match(text, one.end)
        else one
        for one in grams
    ]


def beside_a_target(text: str, quantities: Sequence[Quantity], grams: Sequence[Grams]) -> list[Grams]:
    """The average that stands without its unit beside a target: "Target 90 grams, now 101"."""
    targets = [one for one in grams if one.role == "target"]
    if len(targets) != 1 or any(one.role in ("actual", "prior") for one in grams):
        return []
    target = targets[0]
    least, most = (part * target.value for part in _PAIRED)
    free = [
        one
        for one in quantities
        if one.kind == "count"
        and not one.in_words
        and LOWEST_FLEET <= one.value <= _HIGHEST_FLEET
        and least <= one.value <= most
        and all(one.end <= other.start or other.end <= one.start for other in grams)
        and _CLAUSE_ENDS.match(text, one.end)
    ]
    return [Grams(one.value, "actual", one.start, one.end, sure=False) for one in free] if len(free) == 1 else []


def _part_before(value: float, before: Sequence[Grams]) -> Grams | None:
    """The number of the sentence before that this one continues."""
    roles: tuple[Role, ...] = ("gap",) if value < LOWEST_FLEET else ("actual",)
    alike = [one for one in before if one.role in roles]
    return alike[-1] if alike else None


def due(grams: Sequence[Grams], years: Sequence[tuple[int, int, int]], published: int | None) -> list[Grams]:
    """The grams, where an average of a year that is still to come can only be a target: "88 grams from 2030".

    Args:
        grams: the grams of a sentence.
        years: its years, each with its place.
        published: the year of publication.
    """
    if published is None or any(one.role == "target" for one in grams):
        return list(grams)
    return [
        replace(one, role="target", sure=True)
        if one.role == "actual" and any(_is_due(one, year, published) for year in years)
        else one
        for one in grams
    ]


def _is_due(one: Grams, year: tuple[int, int, int], published: int) -> bool:
    value, start, end = year
    return value > published and (0 <= start - one.end <= _YEAR_BEHIND or 0 <= one.start - end <= _YEAR_BEFORE)
