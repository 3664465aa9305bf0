"""What the names, brackets and comparing words beside grams make of their parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.facts.compliance.bodies import LINK, Body
from pipeline.facts.compliance.grams import LOWEST_FLEET, ROLES, Grams
from pipeline.facts.compliance.phrases import Cue
from pipeline.languages.united import any_of

_HELD_WITHIN = 40
"""Characters between "for" and the target it opens."""

_FALLS_TO = re.compile(
    r"(?:\s?(?:gramos|grammi|grammes|Gramm|grams|gr?))?(?:\s?/\s?km|\s(?:al|por|par|per|je|pro)\s\w+)?,?\s"
    rf"(?:que|qui|which|that|che|die|den|der)\s(?:se\s)?{any_of('compliance_words', 'grams', 'falls_to')}\b"
)
"""Behind a number: that it falls to somebody, or that somebody sets it."""


def in_brackets(one: Grams, bodies: Sequence[Body], text: str, cues: Sequence[Cue]) -> Grams:
    """Grams in brackets right behind a name are its average: "X (99 g) and Y (110 g) met their targets"."""
    named = any(text[body.end : one.start].strip(" \u00a0") == "(" for body in bodies if body.end < one.start)
    closing = text.find(")", one.end)
    explained = any(one.end <= cue.start < closing and cue.label in ROLES for cue in cues)
    if not named or explained or one.value < LOWEST_FLEET or one.role == "gap":
        return one
    return replace(one, role="actual", sure=True)


def held_against(grams: Sequence[Grams], bodies: Sequence[Body], cues: Sequence[Cue]) -> list[Grams]:
    """The grams, with a target where a word holds an average against the next one: "98 g for a ceiling of 100"."""
    read = list(grams)
    for place, (first, second) in enumerate(pairwise(grams)):
        alike = all(one.value >= LOWEST_FLEET and one.role in ("actual", "target") for one in (first, second)) and (
            first.role == second.role
        )
        between = any(first.end <= body.start < second.start for body in bodies if body.kind == "organization")
        if (
            alike
            and not between
            and any(
                cue.label == "meant_for"
                and first.end <= cue.start
                and cue.end <= second.start <= cue.end + _HELD_WITHIN
                for cue in cues
            )
        ):
            read[place] = replace(first, role="actual", own=False, sure=True)
            read[place + 1] = replace(second, role="target", own=second.own, sure=True)
    return read


def side_by_side(grams: Sequence[Grams], bodies: Sequence[Body], text: str) -> list[Grams]:
    """The grams, where two makers are set side by side both of one part: "it is 92 g for X, but 109 g for Y"."""
    linked = [
        any(body.kind == "organization" and LINK.fullmatch(text[one.end : body.start]) for body in bodies)
        for one in grams
    ]
    read = list(grams)
    for place in range(1, len(read)):
        first, second = read[place - 1], read[place]
        alike = min(first.value, second.value) >= LOWEST_FLEET and first.role == "target"
        if linked[place - 1] and linked[place] and alike:
            read[place - 1] = replace(first, own=True)
            read[place] = replace(second, role="target", own=True, sure=first.sure)
    return read


def from_a_target(grams: Sequence[Grams], cues: Sequence[Cue]) -> list[Grams]:
    """The grams, where a distance from the market is none from a target: "3 g better than the market"."""
    compared = [cue for cue in cues if cue.label == "than_market"]
    return [
        replace(one, role="change")
        if abs(one.value) < LOWEST_FLEET and any(0 <= cue.start - one.end <= _HELD_WITHIN for cue in compared)
        else one
        for one in grams
    ]


def of_a_relative_clause(grams: Sequence[Grams], text: str) -> list[Grams]:
    """The grams, where what a maker is compared with is what falls to it: "118 g, against the 99 that are its due"."""
    return [
        replace(one, role="target", sure=True) if one.role == "prior" and _FALLS_TO.match(text, one.end) else one
        for one in grams
    ]
